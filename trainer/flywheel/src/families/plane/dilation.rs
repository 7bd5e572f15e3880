//! Draw a triangle enlarged or reduced from a centre.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::small_triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::geometry::{at, minus, norm, plus, times, unit};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "dilation",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Centre of a dilation", "Image parallel to original"],
    tools: &["dilated_outline"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: doubled or halved; level 2: other factors; level 3: with the image beyond the centre.
    let (factor, words): (f64, &str) = match scene.level {
        1 => scene.pick(&[(2.0, "2"), (0.5, "1/2")]),
        2 => scene.pick(&[(3.0, "3"), (1.5, "3/2"), (0.5, "1/2")]),
        _ => scene.pick(&[(-1.0, "-1"), (-0.5, "-1/2"), (-2.0, "-2")]),
    };
    // What is enlarged begins small.
    let share = if factor.abs() > 1.0 { [9, 14] } else { [16, 26] };
    let corners = small_triangle(scene, share);
    let centre = scene.place(2 * scene.letter_size());
    let [p, q, r] = corners;
    let outside = |p: (i32, i32), q: (i32, i32), r: (i32, i32)| {
        let cross =
            |a: (i32, i32), b: (i32, i32)| (b.0 - a.0) * (centre.1 - a.1) - (b.1 - a.1) * (centre.0 - a.0);
        let signs = [cross(p, q), cross(q, r), cross(r, p)].map(i32::signum);
        signs.contains(&1) && signs.contains(&-1)
    };
    let near = |a: (i32, i32), b: (i32, i32)| {
        norm(minus(point(centre), crate::geometry::foot_of(point(centre), [point(a), point(b)]))) < 12.0
    };
    if !outside(p, q, r) || near(p, q) || near(q, r) || near(r, p) {
        return None;
    }
    let image: Vec<Point> = corners.iter().map(|c| at(point(centre), point(*c), factor)).collect();
    if image.iter().any(|p| !inside(scene, *p, 4.0)) {
        return None;
    }
    let (hue, ink, width) = (scene.hues(1)[0], scene.figure.ink, scene.int(2, 3));
    let color = scene.shade(hue);
    for i in 0..3 {
        scene.figure.line(corners[i], corners[(i + 1) % 3], width, color, "side");
    }
    scene.figure.dot(centre, 4, ink, "centre of the dilation");
    let letter = scene.pick(&["M", "O", "P", "Q", "S", "Z"]);
    name_place(scene, centre, letter, ((p.0 + q.0 + r.0) / 3, (p.1 + q.1 + r.1) / 3))?;
    let question = match scene.int(0, 1) {
        0 => {
            format!("Draw the image of the triangle under the dilation from {letter} by the factor {words}.")
        }
        _ => format!(
            "The triangle is dilated with the centre {letter} and the factor {words}. Draw its image."
        ),
    };
    Draft::drawing(question, vec![outline(&image)])
}

fn outline(corners: &[Point]) -> Mark {
    let points = corners.iter().chain(corners.first()).map(|p| p.map(|v| v as f32)).collect();
    Mark::Polyline { points }
}

/// One corner by its distance from the centre, the others by sides parallel to their own.
fn solve(seen: &Seen) -> Option<Solved> {
    let centre = seen.named(seen.letters().first()?)?;
    let word = seen.question.split_once("factor ")?.1.split([' ', '.']).next()?;
    let factor: f64 = match word.split_once('/') {
        Some((over, under)) => over.parse::<f64>().ok()? / under.parse::<f64>().ok()?,
        None => word.parse().ok()?,
    };
    let sides = seen.lines("side");
    let way = minus(sides.first()?[0], centre);
    let mut corners = vec![plus(centre, times(unit(way), factor * norm(way)))];
    for [a, b] in &sides[..sides.len() - 1] {
        corners.push(plus(*corners.last()?, times(minus(*b, *a), factor)));
    }
    Solved::drawing(vec![outline(&corners)])
}
