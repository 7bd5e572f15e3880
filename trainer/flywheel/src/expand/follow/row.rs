//! The box of a number in a row of boxes.

use vthinker_core::judge::Mark;

use super::{Follower, distinct};
use crate::Element;
use crate::draft::Draft;
use crate::figure::Place;
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "box_in_a_row",
    domain: "Mathematics",
    knowledge: &["Order on a number line"],
    tools: &["box_outline"],
    range: (1, 9),
    draft,
    solve,
};

/// Pixels by which the mark lies outside its box.
const AROUND: i32 = 3;
const DIAGONAL: &str = "diagonal of a box";

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let count = (given.max(4) + scene.int(0, 3)).min(10);
    let size = scene.letter_size();
    let wide = ((scene.width() - 2 * size) / count).min(3 * size);
    if wide < size * 8 / 5 {
        return None;
    }
    let (left, top) = ((scene.width() - wide * count) / 2, scene.int(2 * size, scene.height() - 4 * size));
    let corners =
        |i: i32| -> (Place, Place) { ((left + i * wide, top), (left + (i + 1) * wide, top + 2 * size)) };
    let numbers = distinct(scene, count as usize, (1, 40));
    let (start, step) = match scene.level {
        1 => (0, 1),
        2 => (count - 1, -1),
        _ => (scene.int(1, count - 1), scene.pick(&[-1, 1])),
    };
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let hue = scene.hues(1)[0];
    if scene.level == 3 {
        let ((x0, y0), (x1, y1)) = corners(start);
        let pale = hue.rgb().map(|c| c / 4 + 190);
        scene.figure.frame((x0, y0), (x1, y1), pale, None, &format!("{hue} box"));
    }
    for i in 0..count {
        let (from, to) = corners(i);
        scene.figure.frame(from, to, ink, Some(width), "box");
        let diagonal =
            Element::Line { x1: from.0, y1: from.1, x2: to.0, y2: to.1, meaning: DIAGONAL.to_owned() };
        scene.figure.note(diagonal);
        let middle = ((from.0 + to.0) / 2, (from.1 + to.1) / 2);
        scene.figure.text(middle, &numbers[i as usize].to_string(), size, "number in a box");
    }
    let found = (start + step * (given - 1)).rem_euclid(count);
    let answer = numbers[found as usize];
    let way = match (scene.level, step) {
        (1, _) => "from the left".to_owned(),
        (2, _) => "from the right".to_owned(),
        (_, 1) => format!(
            "to the right from the {hue} one, which is the first, and on at the left end after the last"
        ),
        _ => format!(
            "to the left from the {hue} one, which is the first, and on at the right end after the last"
        ),
    };
    let ((x0, y0), (x1, y1)) = corners(found);
    let [x0, y0, x1, y1] = [x0 - AROUND, y0 - AROUND, x1 + AROUND, y1 + AROUND].map(|v| v as f32);
    let after = format!("It is box {} from the left and holds {answer}.", found + 1);
    let beside = [-1, 1, 2].map(|off| numbers[(found + off).rem_euclid(count) as usize]);
    Some(
        Draft::reasoning(
            format!("Count the boxes {way}. Which number is in box number {symbol}?"),
            vec![Mark::Box { x0, y0, x1, y1 }],
            format!("I count the boxes {way} as far as {given} and frame that box."),
            after,
            answer,
        )?
        .wrong(beside),
    )
}

/// By stepping from box to box.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let mut boxes = seen.lines(DIAGONAL);
    boxes.sort_by(|a, b| a[0][0].total_cmp(&b[0][0]));
    let holds = |[from, to]: &[Point; 2], [x, y]: Point| {
        (from[0]..to[0]).contains(&x) && (from[1]..to[1]).contains(&y)
    };
    let coloured = Hue::ALL.into_iter().find_map(|hue| seen.symbols(&format!("{hue} box")).first().copied());
    let last = boxes.len().checked_sub(1)?;
    let leftwards = seen.question.contains("from the right") || seen.question.contains("to the left");
    let mut i = match coloured {
        Some(at) => boxes.iter().position(|one| holds(one, at))?,
        None if leftwards => last,
        None => 0,
    };
    for _ in 1..given {
        i = match (leftwards, i) {
            (true, 0) => last,
            (true, i) => i - 1,
            (false, i) if i == last => 0,
            (false, i) => i + 1,
        };
    }
    let [from, to] = boxes[i];
    let (number, _) = seen.texts("number in a box").into_iter().find(|(_, at)| holds(&boxes[i], *at))?;
    let around = f64::from(AROUND);
    let [x0, y0, x1, y1] =
        [from[0] - around, from[1] - around, to[0] + around, to[1] + around].map(|v| v as f32);
    Solved::reasoning(number, vec![Mark::Box { x0, y0, x1, y1 }])
}
