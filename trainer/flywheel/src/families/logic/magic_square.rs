//! A missing number of a magic square.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::board::{Ruled, board, rule};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "magic_square",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Equal lines", "Centre of a magic square"],
    tools: &["segment", "extended_line"],
    draft,
    solve,
};

/// Rows, columns and diagonals as fields counted row by row.
const LINES: [[usize; 3]; 8] =
    [[0, 1, 2], [3, 4, 5], [6, 7, 8], [0, 3, 6], [1, 4, 7], [2, 5, 8], [0, 4, 8], [2, 4, 6]];

/// Turns and mirror images of the square of three.
fn turned(scene: &mut Scene) -> [i32; 9] {
    let mut square = [2, 7, 6, 9, 5, 1, 4, 3, 8];
    for _ in 0..scene.int(0, 3) {
        let old = square;
        for (i, value) in old.into_iter().enumerate() {
            square[(i % 3) * 3 + 2 - i / 3] = value;
        }
    }
    if scene.chance(0.5) {
        for row in 0..3 {
            square.swap(3 * row, 3 * row + 2);
        }
    }
    square
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (factor, more) = match scene.level {
        1 => (1, scene.int(0, 6)),
        2 => (scene.int(1, 3), scene.int(0, 12)),
        _ => (scene.int(2, 4), scene.int(0, 20)),
    };
    let square = turned(scene).map(|value| factor * value + more);
    let mut order: Vec<usize> = (0..9).collect();
    scene.shuffle(&mut order);
    let blanks = if scene.level == 3 { 4 } else { scene.int(2, 4) } as usize;
    let hidden = &order[..blanks];
    let wanted = hidden[0];
    let known = |field: &usize| !hidden.contains(field);
    // Exactly one line tells the sum and exactly one gives the missing number; at level 3 the sum follows from the
    // middle alone.
    let whole: Vec<&[usize; 3]> = LINES.iter().filter(|l| l.iter().all(known)).collect();
    let giving: Vec<&[usize; 3]> =
        LINES.iter().filter(|l| l.contains(&wanted) && l.iter().filter(|f| known(f)).count() == 2).collect();
    let wholes = usize::from(scene.level != 3);
    if whole.len() != wholes || giving.len() != 1 || (scene.level == 3 && !known(&4)) {
        return None;
    }
    let board = board(scene, (3, 3), 12, 40)?;
    let width = scene.int(1, 3);
    rule(scene, &board, width);
    let size = board.cell / 3;
    let field = |i: usize| -> Place { ((i % 3) as i32, (i / 3) as i32) };
    for (i, value) in square.iter().enumerate() {
        let text = if i == wanted {
            "?".to_owned()
        } else if known(&i) {
            value.to_string()
        } else {
            continue;
        };
        scene.figure.text(board.centre(field(i)), &text, size, "number of the square");
    }
    let mark = |l: &[usize; 3]| line(board.centre(field(l[0])), board.centre(field(l[2])));
    let sum = 3 * square[4];
    let answer = square[wanted];
    let others: Vec<i32> = giving[0].iter().filter(|f| **f != wanted).map(|f| square[*f]).collect();
    let rest = format!("{sum} - {} - {} = {answer}", others[0], others[1]);
    let mut marks = vec![mark(giving[0])];
    let (before, after) = match whole.first() {
        Some(full) => {
            marks.push(mark(full));
            (
                "I draw a line through the three numbers that are all given, and one through the two numbers that \
                 stand in line with the question mark.",
                format!(
                    "The full line adds up to {} + {} + {} = {sum}, so the missing number is {rest}.",
                    square[full[0]], square[full[1]], square[full[2]]
                ),
            )
        }
        None => (
            "No line is full, but the sum is three times the middle number. I draw a line through the two numbers that \
             stand in line with the question mark.",
            format!("Three times {} is {sum}, so the missing number is {rest}.", square[4]),
        ),
    };
    let question = scene.pick(&[
        "In this magic square all rows, columns and both diagonals have the same sum. Which number belongs in the place \
         of the question mark?",
        "All rows, columns and diagonals of the square add up to the same number. What is the number at the question \
         mark?",
    ]);
    Draft::reasoning(question, marks, before, after, answer).map(|draft| {
        draft.wrong([answer + factor, answer - factor, answer + 1, answer + 2 * factor, answer - 1])
    })
}

/// By trying numbers: the one for which the square can be completed so that the sum is three times its middle.
fn solve(seen: &Seen) -> Option<Solved> {
    let ruled = Ruled::of(seen)?;
    let mut given: [Option<i32>; 9] = [None; 9];
    let mut wanted = None;
    let mut centres = [[0.0; 2]; 9];
    for (i, centre) in centres.iter_mut().enumerate() {
        let middle = |k: usize, n: usize| ruled.corner[k] + (n as f64 + 0.5) * ruled.cell;
        *centre = [middle(0, i % 3), middle(1, i / 3)];
    }
    for (text, at) in seen.texts("number of the square") {
        let (column, row) = ruled.field(at);
        let place = usize::try_from(3 * row + column).ok().filter(|i| *i < 9)?;
        match text.parse() {
            Ok(value) => given[place] = Some(value),
            Err(_) => wanted = Some(place),
        }
    }
    let wanted = wanted?;
    let mut fits: Vec<i32> = (0..100)
        .filter(|guess| {
            let mut square = given;
            square[wanted] = Some(*guess);
            completes(square)
        })
        .collect();
    fits.dedup();
    let [answer] = fits[..] else { return None };
    let known = |i: &&usize| given[**i].is_some();
    let marks: Vec<Mark> = LINES
        .iter()
        .filter(|l| {
            let count = l.iter().filter(known).count();
            count == 3 || (count == 2 && l.contains(&wanted))
        })
        .map(|l| line_mark(centres[l[0]], centres[l[2]]))
        .collect();
    Solved::reasoning(answer, marks)
}

/// Whether filling in forced numbers leads to a square with equal lines; some numbers may stay open.
fn completes(mut square: [Option<i32>; 9]) -> bool {
    let full = |square: &[Option<i32>; 9]| {
        LINES.iter().find_map(|l| Some(square[l[0]]? + square[l[1]]? + square[l[2]]?))
    };
    let Some(sum) = square[4].map(|middle| 3 * middle).or_else(|| full(&square)) else { return false };
    for _ in 0..9 {
        for l in LINES {
            let open: Vec<usize> = l.into_iter().filter(|i| square[*i].is_none()).collect();
            if let [one] = open[..] {
                square[one] = Some(sum - l.iter().filter_map(|i| square[*i]).sum::<i32>());
            }
        }
    }
    LINES.iter().all(|l| {
        let values: Vec<i32> = l.iter().filter_map(|i| square[*i]).collect();
        values.len() < 3 || values.iter().sum::<i32>() == sum
    }) && square[4].is_none_or(|middle| 3 * middle == sum)
}
