//! The distance of opposite corners of a box, straight through it.

use vthinker_core::think::Task;

use super::prism::{Prism, oblique};
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::families::plane::side_label::side_label;
use crate::geometry::{at, minus, norm, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "space_diagonal",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Space diagonal of a box", "Pythagoras"],
    tools: &["diagonal", "segment"],
    draft,
    solve,
};

/// Three edges and the space diagonal in whole numbers.
const BOXES: [[i32; 4]; 10] = [
    [1, 2, 2, 3],
    [2, 3, 6, 7],
    [1, 4, 8, 9],
    [4, 4, 7, 9],
    [2, 6, 9, 11],
    [6, 6, 7, 11],
    [3, 4, 12, 13],
    [2, 5, 14, 15],
    [2, 10, 11, 15],
    [8, 9, 12, 17],
];
/// Two edges and the diagonal of a face in whole numbers.
const FACES: [[i32; 3]; 5] = [[3, 4, 5], [5, 12, 13], [6, 8, 10], [8, 15, 17], [9, 12, 15]];
const LABEL: &str = "length of an edge";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the diagonal of the front face; level 2: the space diagonal; level 3: seen from any side.
    let level = scene.level;
    let (mut edges, diagonal) = if level == 1 {
        let [a, b, c] = scene.pick(&FACES);
        ([a, b, scene.int(2, 9)], c)
    } else {
        let [a, b, c, d] = scene.pick(&BOXES);
        let k = scene.int(1, (24 / d).max(1));
        let mut edges = [a * k, b * k, c * k];
        scene.shuffle(&mut edges);
        (edges, d * k)
    };
    if level == 1 && scene.chance(0.5) {
        edges.swap(0, 1);
    }
    let depth = oblique(scene, level == 3);
    // Sketched: edges in the order of their lengths, not to scale.
    let side = f64::from(scene.side());
    let ratio = (f64::from(edges[1]) / f64::from(edges[0])).clamp(0.6, 1.6);
    let width = side * 0.42 / ratio.max(1.0) * f64::from(scene.int(90, 110)) / 100.0;
    let prism = Prism::cuboid(scene, [width, width * ratio], depth);
    if !prism.fits(scene, scene.letter_size() * 2) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = if scene.chance(0.5) { scene.figure.ink } else { scene.shade(hue) };
    let thick = scene.int(2, 3);
    prism.draw(scene, thick, color);
    let middle = prism.front.iter().enumerate().fold([0.0; 2], |m, (i, p)| {
        let q = prism.back(i);
        [m[0] + (p[0] + q[0]) / 8.0, m[1] + (p[1] + q[1]) / 8.0]
    });
    // The side faces that can be seen lie on two sides of the front face; labels go to the other two.
    let unit = scene.pick(&["cm", "m", "mm"]);
    let [level_side, upright_side] = if depth[1] < 0.0 {
        [2, if depth[0] > 0.0 { 3 } else { 1 }]
    } else {
        [0, if depth[0] > 0.0 { 3 } else { 1 }]
    };
    let front = |i: usize| prism.front[i % 4];
    side_label(
        scene,
        [front(level_side), front(level_side + 1)],
        middle,
        &format!("{} {unit}", edges[0]),
        LABEL,
    )?;
    side_label(
        scene,
        [front(upright_side), front(upright_side + 1)],
        middle,
        &format!("{} {unit}", edges[1]),
        LABEL,
    )?;
    // An outer edge to the back at the end of the label's level side.
    let outer = if (depth[0] > 0.0) == (level_side == 2) { level_side } else { (level_side + 1) % 4 };
    side_label(scene, [front(outer), prism.back(outer)], middle, &format!("{} {unit}", edges[2]), LABEL)?;
    // From a front corner to the one opposite, of the front face or of the box; both ends are visible corners.
    let start = (outer + 2) % 4;
    let end = if level == 1 { front(outer) } else { prism.back(outer) };
    let from = front(start);
    let mut letters = ["A", "B", "C", "D", "P", "Q", "R", "S"];
    scene.shuffle(&mut letters);
    let centre = whole(middle);
    name_place(scene, whole(end), letters[1], centre)?;
    let corner_middle = if level == 1 { centre } else { whole(at(from, front(outer), 1.6)) };
    name_place(scene, whole(from), letters[0], corner_middle)?;
    let [p, q] = [letters[0], letters[1]];
    let question = match scene.int(0, 1) {
        0 => format!("How far is it from the corner {p} of the box straight to the corner {q}?"),
        _ => format!("Which length has a straight rod in the box from the corner {p} to the corner {q}?"),
    };
    let [a, b, c] = edges;
    let squares = if level == 1 { vec![a, b] } else { vec![a, b, c] };
    let sum: Vec<String> = squares.iter().map(|e| format!("{e} * {e}")).collect();
    let total: i32 = squares.iter().map(|e| e * e).sum();
    let with = |v: i32| format!("{v} {unit}");
    let (marks, before) = if level == 1 {
        (vec![segment_mark(from, end)], format!("I draw the diagonal of the front face from {p} to {q}."))
    } else {
        (
            vec![segment_mark(from, front(outer)), segment_mark(from, end)],
            format!(
                "I draw the diagonal of the front face at {p} and the diagonal through the box from {p} to {q}."
            ),
        )
    };
    let after = format!(
        "With right angles its square is {} = {total}, so it measures {}.",
        sum.join(" + "),
        with(diagonal)
    );
    Draft::reasoning(question, marks, before, after, with(diagonal))
        .map(|d| d.wrong([a + b, a + b + c, diagonal + 1, diagonal - 1, b + c, a + c].map(with)))
}

/// By the directions of the labelled edges on the way between the two corners.
fn solve(seen: &Seen) -> Option<Solved> {
    let letters = seen.letters();
    let named: Vec<Point> = letters.iter().filter_map(|letter| seen.named(letter)).collect();
    let [from, to] = named[..] else { return None };
    let prism = Prism::read(seen)?;
    let drawn = Prism::drawn(seen);
    let mut square = 0.0;
    let mut unit = "";
    let through = !prism.front.contains(&to);
    for (text, place) in seen.texts(LABEL) {
        // The edge whose middle is nearest to the label.
        let far = |[a, b]: &[Point; 2]| norm(minus(at(*a, *b, 0.5), place));
        let [a, b] = drawn.iter().min_by(|s, t| far(s).total_cmp(&far(t)))?;
        let goes_back =
            norm(minus(minus(*b, *a), prism.depth)).min(norm(minus(minus(*a, *b), prism.depth))) < 0.5;
        let (number, word) = text.split_once(' ')?;
        unit = word;
        if !goes_back || through {
            square += number.parse::<f64>().ok()?.powi(2);
        }
    }
    let mut marks = vec![segment_mark(from, to)];
    if through {
        marks.push(segment_mark(from, minus(to, prism.depth)));
    }
    Solved::reasoning(format!("{} {unit}", square.sqrt().round()), marks)
}
