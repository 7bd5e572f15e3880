//! Mark the nodes of a standing wave.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, dot, minus, norm, plus, point_mark, times, unit, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "standing_wave_nodes",
    task: Task::Perception,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Standing wave nodes"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two or three loops; level 2: up to six; level 3: slanted, and only one moment is shown.
    let loops = if scene.level == 1 { scene.int(2, 3) } else { scene.int(4, 6) };
    let margin = scene.side() / 8;
    let (a, b) = if scene.level == 3 {
        (scene.place(margin), scene.place(margin))
    } else {
        let y = scene.int(scene.height() / 3, scene.height() * 2 / 3);
        (((margin), y), (scene.width() - margin, y))
    };
    let long = distance(a, b);
    if long < f64::from(scene.width().max(scene.height())) * 0.6 {
        return None;
    }
    let along = unit(minus(point(b), point(a)));
    let side = [along[1], -along[0]];
    let swing = f64::from(scene.int(scene.side() / 12, scene.side() / 6)).min(long / f64::from(loops) * 0.8);
    let color = scene.hues(1)[0];
    let (color, pen, ink) = (scene.shade(color), scene.int(2, 3), scene.figure.ink);
    let turns: &[f64] = if scene.level == 3 { &[1.0] } else { &[1.0, -1.0] };
    for (i, turn) in turns.iter().enumerate() {
        let n = loops * 16;
        let places: Vec<_> = (0..=n)
            .map(|k| f64::from(k) / f64::from(n))
            .map(|t| {
                let out = turn * swing * (t * f64::from(loops) * std::f64::consts::PI).sin();
                whole(plus(at(point(a), point(b), t), times(side, out)))
            })
            .collect();
        let inside = places
            .iter()
            .all(|p| p.0 >= 4 && p.1 >= 4 && p.0 < scene.width() - 4 && p.1 < scene.height() - 4);
        if !inside {
            return None;
        }
        let meaning = if i == 0 { "string" } else { "string half a period later" };
        scene.figure.polyline(&places, pen, color, meaning);
    }
    for end in [a, b] {
        let (p, q) = (plus(point(end), times(side, 14.0)), minus(point(end), times(side, 14.0)));
        scene.figure.line(whole(p), whole(q), 4, ink, "clamp");
        scene.figure.dot(end, 3, ink, "fixed end");
    }
    let marks =
        (1..loops).map(|i| point_mark(at(point(a), point(b), f64::from(i) / f64::from(loops)))).collect();
    let question = scene.pick(&[
        "Mark every node of the standing wave between the two clamps; the clamps themselves do not count.",
        "The string between the clamps vibrates in a standing wave. Mark the points between its ends that stay at rest.",
    ]);
    Draft::drawing(question, marks)
}

/// Where the string changes from one side of the line between its ends to the other.
fn solve(seen: &Seen) -> Option<Solved> {
    let [a, b] = seen.points("fixed end")[..] else { return None };
    let long = norm(minus(b, a));
    let place = |p: [f64; 2]| (dot(minus(p, a), minus(b, a)) / long, cross(minus(b, a), minus(p, a)) / long);
    let mut ways: Vec<(f64, f64)> = seen.lines("string").iter().map(|[p, _]| place(*p)).collect();
    // Vertices on the line itself belong to neither side.
    ways.retain(|(_, out)| out.abs() > 1.0);
    let marks = ways
        .windows(2)
        .filter(|p| p[0].1 * p[1].1 < 0.0)
        .map(|p| {
            let t = p[0].0 + p[0].1 / (p[0].1 - p[1].1) * (p[1].0 - p[0].0);
            point_mark(at(a, b, t / long))
        })
        .collect();
    Solved::drawing(marks)
}

fn cross(a: [f64; 2], b: [f64; 2]) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}
