//! Which dot does an arrow hit? The extended arrow shows it.

use vthinker_core::think::Task;

use super::dots::dots;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::dot as inner;
use crate::geometry::{foot, line, line_mark, minus, norm, unit};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "arrow",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 4,
    canvas: Canvas::Mini,
    knowledge: &["Slope triangle"],
    tools: &["extended_line"],
    draft,
    solve,
};

/// Length of the arrow in pixels.
const LENGTH: f64 = 34.0;

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = usize::from(scene.level) + 1;
    let dots = scene.scatter(n, 12, 26)?;
    let mut tail = scene.place(12);
    if scene.level == 1 {
        // A level or an upright arrow.
        if scene.chance(0.5) { tail.1 = dots[0].1 } else { tail.0 = dots[0].0 }
    }
    let target = dots[0];
    let way = distance(tail, target);
    if way < LENGTH + 24.0 {
        return None;
    }
    let along = |share: f64| -> Place {
        let at = |from: i32, to: i32| (f64::from(from) + share * f64::from(to - from)).round() as i32;
        (at(tail.0, target.0), at(tail.1, target.1))
    };
    let tip = along(LENGTH / way);
    // The other dots keep well off the arrow's line.
    let clear = |dot: &Place| foot(*dot, tail, target).is_some_and(|(base, _)| distance(*dot, base) >= 18.0);
    if !dots[1..].iter().all(clear) {
        return None;
    }
    let hues = scene.hues(n);
    for (dot, hue) in dots.iter().zip(&hues) {
        let r = scene.int(5, 7);
        scene.dot(*dot, *hue, r);
    }
    draw_arrow(scene, tail, tip);
    Draft::reasoning(
        "Which dot does the arrow hit?",
        vec![line(tail, target)],
        "I extend the arrow.",
        format!("It hits the {} dot.", hues[0]),
        hues[0],
    )
}

fn draw_arrow(scene: &mut Scene, tail: Place, tip: Place) {
    let (width, ink) = (scene.int(2, 3), scene.figure.ink);
    let (dx, dy) = (f64::from(tip.0 - tail.0), f64::from(tip.1 - tail.1));
    let length = dx.hypot(dy).max(1.0);
    let barb = |side: f64| -> Place {
        let at = |from: i32, back: f64, aside: f64| {
            (f64::from(from) - 11.0 * back / length + side * 6.0 * aside / length).round() as i32
        };
        (at(tip.0, dx, -dy), at(tip.1, dy, dx))
    };
    scene.figure.line(tail, tip, width, ink, "arrow");
    let (left, right) = (barb(1.0), barb(-1.0));
    scene.figure.polygon(&[tip, left, right], ink, "arrow head");
}

/// The dot whose direction from the tail turns least from the arrow's.
fn solve(seen: &Seen) -> Option<Solved> {
    let [tail, tip] = *seen.lines("arrow").first()?;
    let way = unit(minus(tip, tail));
    let beyond = dots(seen).into_iter().filter(|(_, at)| norm(minus(*at, tail)) > norm(minus(tip, tail)));
    let straight = |at: [f64; 2]| inner(way, unit(minus(at, tail)));
    let (hue, at) = beyond.max_by(|a, b| straight(a.1).total_cmp(&straight(b.1)))?;
    Solved::reasoning(hue, vec![line_mark(tail, at)])
}
