//! The checker finds planted faults and lets good problems pass.

use std::collections::BTreeMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use vthinker_core::judge::Mark;
use vthinker_core::think::Task;
use vthinker_flywheel::families::all;
use vthinker_flywheel::{Problem, Segment, check, problem_of};

/// Good problems looked at.
const GOOD: u64 = 400;
/// Faults planted of each kind.
const EACH: usize = 24;

/// Problem `index` of a seed, family after family.
fn some(seed: u64, index: u64) -> Problem {
    let families: Vec<_> = all().collect();
    problem_of(&[families[index as usize % families.len()]], seed, index).unwrap()
}

#[test]
fn good_problems_pass() {
    let mut rejected = Vec::new();
    for index in 0..GOOD {
        let problem = some(21, index);
        let verdict = check::problem(&problem);
        if !verdict.passes() {
            rejected.push(format!("{}: {:?}", problem.id, verdict.reasons));
        }
    }
    assert!(
        rejected.len() as u64 * 50 <= GOOD,
        "{} of {GOOD} rejected:\n{}",
        rejected.len(),
        rejected.join("\n")
    );
}

/// Each was rejected once without being wrong: dashes and crossings at all places that were looked at, a place where
/// nothing is drawn, levels between ticks, and a segment that covers another.
#[test]
fn figures_that_are_hard_to_look_at_pass() {
    for (name, seed, index) in [
        ("net_shortest_way", 5, 8169),
        ("lattice_distance", 77, 170),
        ("gear_train", 5, 4278),
        ("energy_profile", 5, 1156),
        ("histogram_range", 5, 8787),
    ] {
        let family = all().find(|family| family.name == name).unwrap();
        let problem = problem_of(&[family], seed, index).unwrap();
        let verdict = check::problem(&problem);
        assert!(verdict.passes(), "{}: {:?}", problem.id, verdict.reasons);
    }
}

/// A fault: takes a good problem; `false` if it does not fit the problem.
type Fault = fn(&mut Problem, &mut ChaCha8Rng) -> bool;

const FAULTS: [(&str, Fault); 11] = [
    ("wrong answer", wrong_answer),
    ("wrong coordinates of a mark", wrong_mark),
    ("tool code draws elsewhere", wrong_code),
    ("mark outside the picture", outside),
    ("missing mark", missing_mark),
    ("unneeded stroke", unneeded),
    ("question of another problem", other_question),
    ("reasoning with another answer", other_reasoning),
    ("figure erased by the edit", erased),
    ("blank figure", blank),
    ("label moved over the border", clipped),
];

#[test]
fn planted_faults_are_found() {
    let mut rng = ChaCha8Rng::seed_from_u64(5);
    let mut missed: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut planted, mut index) = (0, 0);
    for (name, fault) in FAULTS {
        let mut done = 0;
        while done < EACH {
            index += 1;
            assert!(index < 20_000, "{name} fits no problem");
            let mut problem = some(22, index);
            if !fault(&mut problem, &mut rng) {
                continue;
            }
            done += 1;
            planted += 1;
            if check::problem(&problem).passes() {
                missed.entry(name).or_default().push(problem.id);
            }
        }
    }
    let number: usize = missed.values().map(Vec::len).sum();
    assert!(planted >= 200);
    assert!(number * 20 <= planted, "{number} of {planted} missed: {missed:#?}");
}

/// Changes every text of the trajectory.
fn retell(problem: &mut Problem, change: impl Fn(&str) -> String) {
    for segment in &mut problem.trajectory {
        if let Segment::Text(text) = segment {
            *text = change(text);
        }
    }
}

/// Changes every code of the trajectory and makes the edited image anew.
fn recode(problem: &mut Problem, change: impl Fn(&str) -> Option<String>) -> bool {
    let mut changed = false;
    for segment in &mut problem.trajectory {
        if let Segment::Code(code) = segment
            && let Some(other) = change(code)
            && other != *code
        {
            *code = other;
            changed = true;
        }
    }
    changed && redraw(problem)
}

fn redraw(problem: &mut Problem) -> bool {
    use vthinker_sandbox::{Limits, Sandbox};
    let picture = image::load_from_memory(&problem.image).unwrap().into_rgba8();
    let mut sandbox = Sandbox::with_image(picture, vthinker_core::think::IMAGE_PATH, Limits::default());
    let mut last = None;
    for segment in &problem.trajectory {
        if let Segment::Code(code) = segment {
            last = sandbox.run(code).images.into_iter().next_back();
        }
    }
    let Some(last) = last else { return false };
    problem.edited_image = png(image::DynamicImage::ImageRgba8(last.image.into_image()).into_rgb8());
    true
}

fn refigure(problem: &mut Problem, code: String) -> bool {
    use vthinker_sandbox::{Limits, Sandbox};
    let Some(drawn) = Sandbox::new(Limits::default()).run(&code).images.into_iter().next() else {
        return false;
    };
    problem.original_img_code = code;
    problem.image = png(image::DynamicImage::ImageRgba8(drawn.image.into_image()).into_rgb8());
    redraw(problem)
}

fn png(picture: image::RgbImage) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// The wrong answer is told by the whole text, so that only solving again finds it.
fn wrong_answer(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let Some(answer) = problem.answer.clone() else { return false };
    let other = if !problem.choices.is_empty() {
        if answer == "A" { "B".to_owned() } else { "A".to_owned() }
    } else if let Ok(number) = answer.parse::<i64>() {
        (number + 1).to_string()
    } else {
        return false;
    };
    let tag = |answer: &str| format!("<answer>{answer}</answer>");
    if problem.choices.is_empty() {
        retell(problem, |text| text.replace(&answer, &other));
    } else {
        retell(problem, |text| text.replace(&tag(&answer), &tag(&other)));
    }
    problem.answer = Some(other);
    true
}

fn moved(mark: &Mark, dx: f32, dy: f32) -> Mark {
    match *mark {
        Mark::Point { x, y } => Mark::Point { x: x + dx, y: y + dy },
        Mark::Segment { x0, y0, x1, y1 } => Mark::Segment { x0: x0 + dx, y0: y0 + dy, x1, y1 },
        Mark::Line { x0, y0, x1, y1 } => Mark::Line { x0: x0 + dx, y0: y0 + dy, x1: x1 - dx, y1: y1 - dy },
        Mark::Circle { x, y, r } => Mark::Circle { x: x + dx, y: y + dy, r },
        Mark::Box { x0, y0, x1, y1 } => Mark::Box { x0: x0 + dx, y0: y0 + dy, x1, y1 },
        Mark::Polyline { ref points } => {
            let mut points = points.clone();
            points[0] = [points[0][0] + dx, points[0][1] + dy];
            Mark::Polyline { points }
        }
    }
}

/// Marks and code agree with each other, but not with the figure.
fn wrong_mark(problem: &mut Problem, rng: &mut ChaCha8Rng) -> bool {
    if matches!(problem.marks[0], Mark::Line { .. }) || problem.trajectory.len() > 3 {
        return false;
    }
    let side = |rng: &mut ChaCha8Rng| if rng.random_bool(0.5) { 9.0 } else { -9.0 };
    problem.marks[0] = moved(&problem.marks[0], side(rng), side(rng));
    let code = vthinker_flywheel::tool_code(&problem.marks);
    recode(problem, |_| Some(code.clone()))
}

fn wrong_code(problem: &mut Problem, rng: &mut ChaCha8Rng) -> bool {
    if matches!(problem.marks[0], Mark::Line { .. }) || problem.trajectory.len() > 3 {
        return false;
    }
    let mut marks = problem.marks.clone();
    let shift = if rng.random_bool(0.5) { 7.0 } else { -7.0 };
    marks[0] = moved(&marks[0], shift, shift);
    let code = vthinker_flywheel::tool_code(&marks);
    recode(problem, |_| Some(code.clone()))
}

fn outside(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    if problem.trajectory.len() > 3 {
        return false;
    }
    problem.marks[0] = moved(&problem.marks[0], problem.width as f32 * 2.0, 0.0);
    let code = vthinker_flywheel::tool_code(&problem.marks);
    recode(problem, |_| Some(code.clone()))
}

fn missing_mark(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    if problem.marks.len() < 2 || problem.trajectory.len() > 3 {
        return false;
    }
    let code = vthinker_flywheel::tool_code(&problem.marks[1..]);
    recode(problem, |_| Some(code.clone()))
}

/// A long line across the picture that no mark asks for.
fn unneeded(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let (w, h) = (problem.width, problem.height);
    recode(problem, |code| {
        let line =
            format!("d.line((3, {}, {}, 4), fill=\"magenta\", width=2)\nim.save(\"out.png\")", h - 4, w - 4);
        code.contains("im.save(\"out.png\")").then(|| code.replacen("im.save(\"out.png\")", &line, 1))
    })
}

/// A question of the same family whose figure is another.
fn other_question(problem: &mut Problem, rng: &mut ChaCha8Rng) -> bool {
    let family = all().find(|family| family.name == problem.family).unwrap();
    let other = problem_of(&[family], 23, rng.random_range(0..10_000)).unwrap();
    let same = other.question == problem.question || other.marks == problem.marks;
    problem.question = other.question;
    problem.marks = other.marks;
    problem.answer = other.answer;
    problem.trajectory = other.trajectory;
    problem.choices = other.choices;
    !same && (problem.task != Task::Perception || problem.marks.len() > 1) && redraw(problem)
}

fn other_reasoning(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let Some(answer) = problem.answer.clone() else { return false };
    if !problem.choices.is_empty() || answer.parse::<f64>().is_err() {
        return false;
    }
    retell(problem, |text| match text.split_once("</think>") {
        Some((thought, end)) => format!("{}</think>{end}", thought.replace(&answer, "1789")),
        None => text.to_owned(),
    });
    true
}

fn erased(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let (w, h) = (problem.width, problem.height);
    recode(problem, |code| {
        let start = "d = ImageDraw.Draw(im)\n";
        let white = format!("{start}d.rectangle((0, 0, {}, {}), fill=\"white\")\n", w / 2, h);
        code.contains(start).then(|| code.replacen(start, &white, 1))
    })
}

fn blank(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let code = format!(
        "from PIL import Image\nim = Image.new(\"RGB\", ({}, {}), \"white\")\nim.save(\"figure.png\")\nprint(\"figure.png\")",
        problem.width, problem.height
    );
    refigure(problem, code)
}

/// The first text of the figure at the border's edge.
fn clipped(problem: &mut Problem, _: &mut ChaCha8Rng) -> bool {
    let Some(start) = problem.original_img_code.find("d.text((") else { return false };
    let code = &problem.original_img_code;
    let open = start + "d.text((".len();
    let Some(length) = code[open..].find(',') else { return false };
    let code = format!("{}0{}", &code[..open], &code[open + length..]);
    refigure(problem, code)
}
