//! The length of an oblique way on squared paper with a scale.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::write;
use super::squares::Squares;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{minus, norm, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lattice_distance",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Distance of two points", "Pythagoras"],
    tools: &["slope_triangle", "distance_between"],
    draft,
    solve,
};

const LEGS: [[i32; 2]; 6] = [[3, 4], [4, 3], [6, 8], [8, 6], [5, 12], [12, 5]];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one way, drawn; level 2: between two of several dots; level 3: a way over a third point.
    let level = scene.level;
    let cells = scene.int(8, 13);
    let paper = Squares::lay(scene, cells, 1.6)?;
    paper.draw(scene);
    let mut spots = vec![paper.throw(scene)];
    for _ in 1..if level == 3 { 3 } else { 2 } {
        let [dx, dy] = scene.pick(&LEGS);
        let [sx, sy] = [scene.pick(&[-1, 1]), scene.pick(&[-1, 1])];
        let [x, y] = *spots.last()?;
        spots.push([x + sx * dx, y + sy * dy]);
    }
    let ways = spots.len();
    if level == 2 {
        spots.extend([paper.throw(scene), paper.throw(scene)]);
    }
    let inside = |s: &[i32; 2]| s[0] > 0 && s[1] > 0 && s[0] < paper.columns && s[1] < paper.rows;
    let apart =
        |i: usize, j: usize| (spots[i][0] - spots[j][0]).abs() + (spots[i][1] - spots[j][1]).abs() > 2;
    if !spots.iter().all(inside) || (0..spots.len()).any(|i| (0..i).any(|j| !apart(i, j))) {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    let places: Vec<_> = spots.iter().map(|s| whole(paper.at(*s))).collect();
    if level != 2 {
        for pair in places.windows(2) {
            scene.figure.line(pair[0], pair[1], 2, color, "way");
        }
    }
    for place in &places {
        scene.dot(*place, hues[1], 4);
    }
    let names = name_places(scene, &places, "ABCDEFGHKLMPQRST")?;
    let (scale, unit) = (scene.pick(&[1, 2, 3, 4, 5, 10, 20]), scene.pick(&["km", "m", "cm"]));
    let bottom = [f64::from(scene.width() / 2), f64::from(scene.height() - scene.letter_size())];
    write(scene, bottom, &format!("1 square side = {scale} {unit}"), "scale")?;
    let steps: Vec<[i32; 2]> =
        spots[..ways].windows(2).map(|w| [(w[1][0] - w[0][0]).abs(), (w[1][1] - w[0][1]).abs()]).collect();
    let straight: Vec<i32> =
        steps.iter().map(|[dx, dy]| f64::from(dx * dx + dy * dy).sqrt().round() as i32).collect();
    let total: i32 = straight.iter().sum::<i32>() * scale;
    let around: i32 = steps.iter().flatten().sum::<i32>() * scale;
    let [p, q] = [&names[0], &names[ways - 1]];
    let question = match (level, scene.chance(0.5)) {
        (3, _) => format!("How long is the way from {p} over {} to {q}?", names[1]),
        (_, true) => format!("How far is it from {p} to {q} as the crow flies?"),
        (_, false) => format!("What is the distance between {p} and {q}?"),
    };
    let sums: Vec<String> = steps
        .iter()
        .zip(&straight)
        .map(|([dx, dy], c)| format!("the legs are {dx} and {dy} squares, so the straight way is {c}"))
        .collect();
    let with = |v: i32| format!("{v} {unit}");
    let all: i32 = straight.iter().sum();
    let places: Vec<Point> = spots[..ways].iter().map(|s| paper.at(*s)).collect();
    Draft::reasoning(
        question,
        legs(&places),
        "I draw level and upright legs along the paper, which make right triangles with the oblique way.",
        format!(
            "By counting squares, {}. With {scale} {unit} for a square side, {all} sides are {total} {unit}.",
            sums.join("; then ")
        ),
        with(total),
    )
    .map(|d| d.wrong([around, all, total + scale, total - scale, total + 2 * scale].map(with)))
}

/// From each place level and then upright to the next.
fn legs(places: &[Point]) -> Vec<Mark> {
    let pairs = places.windows(2).flat_map(|w| {
        let corner = [w[1][0], w[0][1]];
        [segment_mark(w[0], corner), segment_mark(corner, w[1])]
    });
    pairs.collect()
}

/// By lengths on the screen and the side of a square.
fn solve(seen: &Seen) -> Option<Solved> {
    let paper = Squares::read(seen)?;
    let side = norm(minus(paper.at([1, 0]), paper.at([0, 0])));
    let (scale, _) = *seen.texts("scale").first()?;
    let (number, unit) = scale.split_once("= ")?.1.split_once(' ')?;
    let stops: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let stops = stops?;
    let length: f64 = stops.windows(2).map(|w| norm(minus(w[1], w[0])) / side).sum();
    let total = (length * number.parse::<f64>().ok()?).round();
    Solved::reasoning(format!("{total} {unit}"), legs(&stops))
}
