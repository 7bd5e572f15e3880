//! The shortest way over two faces of a box, in their net.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::families::plane::side_label::side_label;
use crate::geometry::{at, minus, norm, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "net_shortest_way",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Shortest path over faces", "Pythagoras"],
    tools: &["segment", "slope_triangle"],
    draft,
    solve,
};

const TRIPLES: [[i32; 3]; 6] = [[3, 4, 5], [5, 12, 13], [6, 8, 10], [8, 15, 17], [9, 12, 15], [12, 16, 20]];
const LABEL: &str = "length of a side";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two faces side by side; level 2: three in a row; level 3: three, one above the other.
    let level = scene.level;
    let [mut long, mut short, way] = scene.pick(&TRIPLES);
    if scene.chance(0.5) {
        std::mem::swap(&mut long, &mut short);
    }
    let k = scene.int(1, (40 / way).max(1));
    let (row, other, way) = (long * k, short * k, way * k);
    let n = if level == 1 { 2 } else { 3 };
    if row < 2 * n {
        return None;
    }
    // The row of faces, cut into parts of different widths.
    let mut parts: Vec<i32> = (1..n).map(|_| scene.int(row / 5, row / 2).max(1)).collect();
    let last = row - parts.iter().sum::<i32>();
    parts.push(last);
    if last < (row / 5).max(1) {
        return None;
    }
    let upright = level == 3 || level == 2 && scene.chance(0.3);
    let size = f64::from(scene.letter_size());
    let (w, h) = (f64::from(scene.width()) - 8.0 * size, f64::from(scene.height()) - 6.0 * size);
    let (along, across) = if upright { (h, w) } else { (w, h) };
    let pixels = (along / f64::from(row)).min(across / f64::from(other));
    // Room for a length below each face, apart from the letters at the corners.
    let room = if upright { 3.0 } else { 5.0 } * size;
    if pixels * f64::from(other) < 3.0 * size || parts.iter().any(|part| f64::from(*part) * pixels < room) {
        return None;
    }
    let place = |u: i32, v: i32| -> Point {
        let [x, y] = if upright { [v, u] } else { [u, v] }.map(f64::from);
        let [sx, sy] = if upright { [other, row] } else { [row, other] }.map(f64::from);
        let middle = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
        [middle[0] + (x - sx / 2.0) * pixels, middle[1] + (y - sy / 2.0) * pixels].map(f64::round)
    };
    let corners = [place(0, 0), place(row, 0), place(row, other), place(0, other)];
    let mut folds = Vec::new();
    let mut u = 0;
    for part in &parts[..parts.len() - 1] {
        u += part;
        folds.push([place(u, 0), place(u, other)]);
    }
    let mut u = 0;
    let mut pieces = Vec::new();
    for part in &parts {
        pieces.push(([place(u, other), place(u + part, other)], *part));
        u += part;
    }
    let hue = scene.hues(1)[0];
    let (ink, width, color) = (scene.figure.ink, scene.int(2, 3), scene.shade(hue));
    for i in 0..4 {
        scene.figure.line(whole(corners[i]), whole(corners[(i + 1) % 4]), width, ink, "outline of the net");
    }
    for [a, b] in folds {
        scene.figure.dashed(whole(a), whole(b), 2, color, "fold");
    }
    let unit = scene.pick(&["cm", "m", "mm"]);
    let middle = at(corners[0], corners[2], 0.5);
    for (side, part) in pieces {
        side_label(scene, side, middle, &format!("{part} {unit}"), LABEL)?;
    }
    side_label(scene, [corners[0], corners[3]], middle, &format!("{other} {unit}"), LABEL)?;
    let [from, to] = if scene.chance(0.5) { [corners[0], corners[2]] } else { [corners[3], corners[1]] };
    let mut letters = ["A", "B", "C", "P", "Q", "R"];
    scene.shuffle(&mut letters);
    for (p, letter) in [from, to].into_iter().zip(letters) {
        let at = whole(p);
        scene.figure.dot(at, 4, color, "end of the way");
        name_place(scene, at, letter, whole(middle))?;
    }
    let [p, q] = [letters[0], letters[1]];
    let animal = scene.pick(&["ant", "beetle", "snail"]);
    let question = format!(
        "The net shows {n} faces of a box that are next to each other. How long is the shortest way of an {animal} on them from {p} to {q}?"
    )
    .replace("an beetle", "a beetle")
    .replace("an snail", "a snail");
    let with = |v: i32| format!("{v} {unit}");
    let sum: Vec<String> = parts.iter().map(i32::to_string).collect();
    Draft::reasoning(
        question,
        vec![segment_mark(from, to)],
        format!("In the flat net the shortest way is straight, so I draw the segment from {p} to {q}."),
        format!("It is the hypotenuse over the legs {} = {row} and {other}: {way} {unit}.", sum.join(" + ")),
        with(way),
    )
    .map(|d| d.wrong([row + other, way + 1, way - 1, row, way + 2].map(with)))
}

/// By measuring with the scale of the longest labelled side.
fn solve(seen: &Seen) -> Option<Solved> {
    let ends = seen.points("end of the way");
    let [from, to] = ends[..] else { return None };
    let corners: Vec<Point> = seen.lines("outline of the net").iter().map(|side| side[0]).collect();
    let labels = seen.texts(LABEL);
    let mut legs = [0.0, 0.0];
    let mut unit = "";
    let middle = at(*corners.first()?, *corners.get(2)?, 0.5);
    let half = minus(*corners.get(2)?, middle).map(f64::abs);
    for (text, place) in labels {
        let (number, word) = text.split_once(' ')?;
        unit = word;
        // A label above or below the net belongs to a level side.
        let out = minus(place, middle);
        let level = out[1].abs() > half[1];
        legs[usize::from(!level)] += number.parse::<f64>().ok()?;
    }
    let way = legs[0].hypot(legs[1]);
    let scale = norm(minus(to, from)) / way;
    let measured = (2.0 * half[0] / scale - legs[0]).abs() / way;
    (measured < 0.03)
        .then(|| Solved::reasoning(format!("{} {unit}", way.round()), vec![segment_mark(from, to)]))?
}
