//! Draw the line of all points equally far from two points.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::inside;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, line_mark, minus, norm, plus, times, unit};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "equal_distance_line",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Equal distance from two points"],
    tools: &["perpendicular_bisector"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a segment; level 2: two points among four; level 3: two corners of a drawn polygon.
    let n = [2, 4, 5][usize::from(scene.level) - 1];
    let margin = 2 * scene.letter_size();
    let gap = scene.side() / 5;
    let mut places = scene.scatter(n, margin, gap)?;
    if scene.level == 3 {
        // Around their middle in order, so that no sides cross.
        let k = n as i32;
        let sum = places.iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
        let turn = |p: &(i32, i32)| f64::from(p.1 - sum.1 / k).atan2(f64::from(p.0 - sum.0 / k));
        places.sort_by(|p, q| turn(p).total_cmp(&turn(q)));
        let width = scene.int(1, 3);
        scene.figure.sides(&places, width);
    } else {
        let hue = scene.hues(1)[0];
        if scene.level == 1 {
            let (ink, width) = (scene.figure.ink, scene.int(1, 3));
            scene.figure.line(places[0], places[1], width, ink, "segment");
        }
        for place in &places {
            scene.dot(*place, hue, 4);
        }
    }
    let names = name_places(scene, &places, "ABCDEFGHKLMPQRST")?;
    let other = if scene.level == 3 { 2 } else { 1 };
    let (p, q) = (point(places[0]), point(places[other]));
    if norm(minus(p, q)) < f64::from(scene.side()) * 0.3 {
        return None;
    }
    let mark = bisector([f64::from(scene.side()) * 0.3; 2], p, q);
    if mark.points().iter().any(|[x, y]| !inside(scene, [f64::from(*x), f64::from(*y)], 3.0)) {
        return None;
    }
    let (a, b) = (&names[0], &names[other]);
    let question = match scene.int(0, 2) {
        0 => format!("Draw the line of all points that are equally far from {a} and {b}."),
        1 => format!("Draw the perpendicular bisector of the segment from {a} to {b}."),
        _ => format!("Draw the mirror line in which {a} is the image of {b}."),
    };
    Draft::drawing(question, vec![mark])
}

/// Through the middle, across the segment, so far to both sides.
fn bisector([left, right]: [f64; 2], p: Point, q: Point) -> Mark {
    let [x, y] = unit(minus(q, p));
    let (middle, across) = (at(p, q, 0.5), [-y, x]);
    line_mark(plus(middle, times(across, -left)), plus(middle, times(across, right)))
}

/// By the crossings of two circles of equal radius around the points.
fn solve(seen: &Seen) -> Option<Solved> {
    let ends: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let [p, q] = ends?[..] else { return None };
    let reach = f64::from(seen.width.min(seen.height)) * 0.3;
    let half = norm(minus(p, q)) / 2.0;
    let radius = reach.hypot(half);
    // The turn at p from the segment to a crossing of the circles.
    let turn = (half / radius).acos();
    let way = (q[1] - p[1]).atan2(q[0] - p[0]);
    let [a, b] = [way - turn, way + turn].map(|t| plus(p, [radius * t.cos(), radius * t.sin()]));
    Solved::drawing(vec![line_mark(a, b)])
}
