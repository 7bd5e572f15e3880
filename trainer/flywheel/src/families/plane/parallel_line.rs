//! Draw the parallel to a line through a point.

use vthinker_core::think::Task;

use super::side_label::inside;
use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{foot_of, line_mark, minus, norm, plus, times, unit};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "parallel_through",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Parallel test by equal angles", "Strip border"],
    tools: &["parallel_through_point"],
    draft,
    solve,
};

/// Half the length of the drawn parallel as a share of the shorter side of the picture.
const REACH: f64 = 0.22;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a segment and a point; level 2: a triangle; level 3: a segment among other segments.
    let level = scene.level;
    let (a, b, p, shown);
    let width = scene.int(1, 3);
    if level == 2 {
        let corners = triangle(scene)?;
        scene.figure.sides(&corners, width);
        [p, a, b] = corners;
        shown = corners.to_vec();
    } else {
        let margin = 2 * scene.letter_size();
        let n = if level == 1 { 3 } else { 5 };
        shown = scene.scatter(n, margin, scene.side() / 5)?;
        [p, a, b] = [shown[0], shown[1], shown[2]];
        let hue = scene.hues(1)[0];
        let ink = scene.figure.ink;
        scene.figure.line(a, b, width, ink, "segment");
        if level == 3 {
            scene.figure.line(shown[3], shown[4], width, ink, "segment");
        }
        scene.dot(p, hue, 4);
    }
    if distance(a, b) < f64::from(scene.side()) * 0.3 {
        return None;
    }
    let off = norm(minus(point(p), foot_of(point(p), [point(a), point(b)])));
    if off < f64::from(scene.side()) * 0.15 {
        return None;
    }
    let names = name_places(scene, &shown, "ABCDEFGHKLMPQRST")?;
    let [through, from, to] = [&names[0], &names[1], &names[2]];
    let mark = parallel(point(p), [point(a), point(b)], f64::from(scene.side()));
    if mark.points().iter().any(|[x, y]| !inside(scene, [f64::from(*x), f64::from(*y)], 3.0)) {
        return None;
    }
    let question = match scene.int(0, 2) {
        0 => format!("Draw the parallel through {through} to the line through {from} and {to}."),
        1 => format!("Draw the line through {through} that never meets the line through {from} and {to}."),
        _ => {
            format!("Draw a line through {through} in the same direction as the segment from {from} to {to}.")
        }
    };
    Draft::drawing(question, vec![mark])
}

fn parallel(p: Point, [a, b]: [Point; 2], side: f64) -> vthinker_core::judge::Mark {
    let step = times(unit(minus(b, a)), side * REACH);
    line_mark(minus(p, step), plus(p, step))
}

/// By the direction between the two named points.
fn solve(seen: &Seen) -> Option<Solved> {
    let named: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let [p, a, b] = named?[..] else { return None };
    // A parallel keeps its distance: both ends are as far from the line as the point.
    let foot = foot_of(p, [a, b]);
    let step = times(unit(minus(b, a)), f64::from(seen.width.min(seen.height)) * REACH);
    let [from, to] = [minus(foot, step), plus(foot, step)].map(|q| plus(q, minus(p, foot)));
    Solved::drawing(vec![line_mark(from, to)])
}
