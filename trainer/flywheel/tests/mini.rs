//! What the mini's families promise: the bytes that the shipped model was trained on, and solutions found again.

use vthinker_core::judge::Mark;
use vthinker_flywheel::families::mini;
use vthinker_flywheel::{check, problem, problem_of};

/// Problems of each family.
const EACH: u64 = 60;

#[test]
fn problems_are_those_the_shipped_model_learned_from() {
    // FNV-1a over everything that training reads of the first problems of a seed, pictures as their programs.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for index in 0..400 {
        let p = problem(7, index);
        let text = format!("{}{}{}{:?}", p.prompt(), p.original_img_code, p.cot_with_code(), p.marks);
        for byte in text.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    assert_eq!(hash, 11901654227921785114, "a family of the mini makes other problems than it did");
}

#[test]
fn every_problem_is_solved_again_from_its_figure() {
    let mut wrong = Vec::new();
    for family in &mini::FAMILIES {
        for index in 0..EACH {
            let problem = problem_of(&[family], 5, index).unwrap();
            if let Err(error) = check::solution(&problem) {
                wrong.push(format!("{}: {error:#}\n    {}", problem.id, problem.question));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_wrong_answer_and_a_moved_mark_are_found_out() {
    for family in &mini::FAMILIES {
        let mut problem = problem_of(&[family], 6, 0).unwrap();
        let marks = problem.marks.clone();
        for mark in &mut problem.marks {
            *mark = moved(mark, 7.0);
        }
        assert!(check::solution(&problem).is_err(), "{} with moved marks", problem.id);
        problem.marks = marks;
        if problem.answer.is_some() {
            problem.answer = Some("another".into());
            assert!(check::solution(&problem).is_err(), "{} with a wrong answer", problem.id);
        }
    }
}

/// A mark moved obliquely, so that also lines with free ends lie elsewhere.
fn moved(mark: &Mark, by: f32) -> Mark {
    match *mark {
        Mark::Point { x, y } => Mark::Point { x: x + by, y: y - by / 2.0 },
        Mark::Segment { x0, y0, x1, y1 } => {
            Mark::Segment { x0: x0 + by, y0: y0 - by / 2.0, x1: x1 + by, y1: y1 - by / 2.0 }
        }
        Mark::Line { x0, y0, x1, y1 } => Mark::Line { x0: x0 + by, y0: y0 + by, x1: x1 - by, y1: y1 - by },
        Mark::Circle { x, y, r } => Mark::Circle { x: x + by, y, r },
        Mark::Box { x0, y0, x1, y1 } => Mark::Box { x0: x0 + by, y0, x1: x1 + by, y1 },
        Mark::Polyline { ref points } => {
            Mark::Polyline { points: points.iter().map(|[x, y]| [x + by, y - by / 2.0]).collect() }
        }
    }
}
