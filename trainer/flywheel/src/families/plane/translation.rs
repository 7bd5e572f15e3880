//! Draw a polygon shifted as an arrow says.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::small_triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{minus, norm, plus, segment_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "translation",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Same arrow everywhere"],
    tools: &["translated_copy"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a segment; level 2: a triangle; level 3: a triangle whose shift two of the points give.
    let level = scene.level;
    let side = f64::from(scene.side());
    let n = if level == 1 { 2 } else { 3 };
    let margin = 10 + scene.letter_size();
    let corners = if n == 2 {
        scene.scatter(2, margin, scene.side() / 6)?
    } else {
        small_triangle(scene, [12, 20]).to_vec()
    };
    let [from, to] = [scene.place(margin), scene.place(margin)];
    let by = minus(point(to), point(from));
    let clear = |p: (i32, i32)| corners.iter().all(|c| distance(*c, p) > f64::from(2 * margin));
    let far = norm(by);
    if far < side * 0.2 || far > side * 0.6 || !clear(from) || !clear(to) {
        return None;
    }
    let image: Vec<Point> = corners.iter().map(|p| plus(point(*p), by)).collect();
    if image.iter().any(|p| !inside(scene, *p, 4.0)) {
        return None;
    }
    let (hues, ink, width) = (scene.hues(2), scene.figure.ink, scene.int(2, 3));
    let (color, arrow) = (scene.shade(hues[0]), scene.shade(hues[1]));
    for i in 0..if n == 2 { 1 } else { 3 } {
        scene.figure.line(corners[i], corners[(i + 1) % n], width, color, "side");
    }
    let shape = if n == 2 { "segment" } else { "triangle" };
    if level < 3 {
        scene.figure.arrow(from, to, 2, arrow, "arrow of the shift");
        let question = match scene.int(0, 1) {
            0 => format!("Draw the {shape} after the shift that the arrow shows."),
            _ => format!("The {shape} is moved along the arrow, as far as it is long. Draw its image."),
        };
        return Draft::drawing(question, vec![outline(&image)]);
    }
    [from, to].iter().for_each(|p| scene.figure.dot(*p, 4, ink, "point"));
    let names = name_places(scene, &[from, to], "ABCDEFGHKLMPQRST")?;
    let [p, q] = [&names[0], &names[1]];
    Draft::drawing(format!("Draw the {shape} after the shift that takes {p} to {q}."), vec![outline(&image)])
}

fn outline(corners: &[Point]) -> Mark {
    match corners {
        [a, b] => segment_mark(*a, *b),
        _ => Mark::Polyline {
            points: corners.iter().chain(corners.first()).map(|p| p.map(|v| v as f32)).collect(),
        },
    }
}

/// By the fourth corners of parallelograms on the arrow.
fn solve(seen: &Seen) -> Option<Solved> {
    let [from, to] = match seen.letters()[..] {
        [.., p, q] => [seen.named(p)?, seen.named(q)?],
        _ => *seen.lines("arrow of the shift").first()?,
    };
    let sides = seen.lines("side");
    let mut corners: Vec<Point> = sides.iter().map(|side| side[0]).collect();
    if let [side] = sides[..] {
        corners.push(side[1]);
    }
    // The diagonals of a parallelogram halve each other.
    let image: Vec<Point> = corners.iter().map(|p| minus(plus(*p, to), from)).collect();
    Solved::drawing(vec![outline(&image)])
}
