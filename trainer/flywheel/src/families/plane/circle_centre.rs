//! Mark the centre of the circle through three points.

use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, crossing_of_lines, minus, norm, plus, point_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "three_point_centre",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Circumcentre", "Equal distance from two points"],
    tools: &["point_mark", "perpendicular_bisector"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a triangle is drawn; level 2: only its corners; level 3: other dots, and the centre may be outside.
    let corners = triangle(scene)?;
    let [a, b, c] = corners.map(point);
    // By the linear equations of equal squared distances.
    let (u, v) = (minus(b, a), minus(c, a));
    let under = 2.0 * (u[0] * v[1] - u[1] * v[0]);
    let (uu, vv) = (u[0] * u[0] + u[1] * u[1], v[0] * v[0] + v[1] * v[1]);
    let centre = plus(a, [(v[1] * uu - u[1] * vv) / under, (u[0] * vv - v[0] * uu) / under]);
    let far = [a, b, c].iter().all(|p| norm(minus(*p, centre)) > 30.0);
    if !far
        || !inside(scene, centre, 12.0)
        || scene.level == 3 && !outside(centre, [a, b, c]) && scene.chance(0.6)
    {
        return None;
    }
    if scene.level == 1 {
        let width = scene.int(1, 3);
        scene.figure.sides(&corners, width);
    } else {
        let hue = scene.hues(1)[0];
        for corner in corners {
            scene.dot(corner, hue, 4);
        }
    }
    let mut shown = corners.to_vec();
    if scene.level == 3 {
        let margin = 2 * scene.letter_size();
        let more = [scene.place(margin), scene.place(margin)];
        for place in more {
            let near = |p: Point| norm(minus(p, point(place))) < 2.5 * f64::from(margin) / 2.0;
            if shown.iter().any(|p| near(point(*p))) || near(centre) {
                return None;
            }
            let hue = scene.hues(1)[0];
            scene.dot(place, hue, 4);
            shown.push(place);
        }
    }
    let names = name_places(scene, &shown, "ABCDEFGHKLMPQRST")?;
    let [p, q, r] = [&names[0], &names[1], &names[2]];
    let question = match scene.int(0, 2) {
        0 => format!("Mark the centre of the circle that passes through {p}, {q} and {r}."),
        1 => format!("Mark the point that is equally far from {p}, {q} and {r}."),
        _ => format!("Mark the middle of the circle on which {p}, {q} and {r} lie."),
    };
    Draft::drawing(question, vec![point_mark(centre)])
}

fn outside(p: Point, [a, b, c]: [Point; 3]) -> bool {
    let turn = |a: Point, b: Point| (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0.0;
    let turns = [turn(a, b), turn(b, c), turn(c, a)];
    turns.iter().any(|t| *t != turns[0])
}

/// By crossing two perpendicular bisectors.
fn solve(seen: &Seen) -> Option<Solved> {
    let corners: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let [a, b, c] = corners?[..] else { return None };
    let bisector = |p: Point, q: Point| {
        let (middle, way) = (at(p, q, 0.5), minus(q, p));
        [middle, plus(middle, [-way[1], way[0]])]
    };
    Solved::drawing(vec![point_mark(crossing_of_lines(bisector(a, b), bisector(b, c))?)])
}
