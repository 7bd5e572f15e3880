//! Draw the circle through three points.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, crossing_of_lines, minus, norm, plus};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "circle_through_three",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Circumcentre", "Equal distance from two points"],
    tools: &["circumcircle", "perpendicular_bisector"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a triangle; level 2: three points; level 3: three of five points.
    let level = scene.level;
    let corners = triangle(scene)?;
    let mut places = corners.to_vec();
    let [a, b, c] = corners.map(point);
    let bisector = |p: Point, q: Point| {
        let (middle, [x, y]) = (at(p, q, 0.5), minus(q, p));
        [middle, plus(middle, [-y, x])]
    };
    let centre = crossing_of_lines(bisector(a, b), bisector(b, c))?;
    let r = norm(minus(a, centre));
    if !inside(scene, centre, r + 4.0) {
        return None;
    }
    let (hue, width) = (scene.hues(1)[0], scene.int(1, 3));
    if level == 1 {
        scene.figure.sides(&corners, width);
    } else {
        let margin = 2 * scene.letter_size();
        for _ in 0..if level == 3 { 2 } else { 0 } {
            let place = scene.place(margin);
            let clear = places.iter().all(|p| norm(minus(point(*p), point(place))) > f64::from(2 * margin));
            if !clear || (norm(minus(point(place), centre)) - r).abs() < f64::from(margin) {
                return None;
            }
            places.push(place);
        }
        places.iter().for_each(|place| scene.dot(*place, hue, 4));
    }
    let names = name_places(scene, &places, "ABCDEFGHKLMPQRST")?;
    let [p, q, s] = [&names[0], &names[1], &names[2]];
    let question = match scene.int(0, 1) {
        0 => format!("Draw the circle that passes through {p}, {q} and {s}."),
        _ => format!("Three points fix a circle. Draw the one on which {p}, {q} and {s} lie."),
    };
    Draft::drawing(question, vec![circle(centre, r)])
}

fn circle([x, y]: Point, r: f64) -> Mark {
    Mark::Circle { x: x as f32, y: y as f32, r: r as f32 }
}

/// By the law of sines for the radius, and the centre weighted by the sines of the doubled angles.
fn solve(seen: &Seen) -> Option<Solved> {
    let corners: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let [a, b, c] = corners?[..] else { return None };
    let angle = |p: Point, q: Point, r: Point| {
        let (u, v) = (minus(q, p), minus(r, p));
        (u[0] * v[1] - u[1] * v[0]).abs().atan2(u[0] * v[0] + u[1] * v[1])
    };
    let angles = [angle(a, b, c), angle(b, c, a), angle(c, a, b)];
    let weights = angles.map(|t| (2.0 * t).sin());
    let sum: f64 = weights.iter().sum();
    let centre = [0, 1].map(|i| (weights[0] * a[i] + weights[1] * b[i] + weights[2] * c[i]) / sum);
    Solved::drawing(vec![circle(centre, norm(minus(b, c)) / (2.0 * angles[0].sin()))])
}
