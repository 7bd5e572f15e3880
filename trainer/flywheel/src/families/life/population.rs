//! Growth of a population towards its carrying capacity.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::axes::{Axes, Reading, Scale};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "population_growth",
    task: Task::Reasoning,
    domain: "Biology",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Carrying capacity", "Fastest growth"],
    tools: &["level_line", "upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the fastest growth lies on a number; level 2: between numbers; level 3: noisy counts, no smooth curve.
    let (step, ticks) = (scene.pick(&[1, 2, 5, 10]), scene.int(7, 10));
    let (unit, rows) = (scene.pick(&[10, 20, 50, 100]), scene.int(5, 9));
    let middle = if scene.level == 1 { step * scene.int(3, 5) } else { scene.int(3 * step, 5 * step) };
    let capacity = unit * scene.int(3, rows - 1);
    if scene.level > 1 && step > 1 && middle % step == 0 {
        return None;
    }
    let axes = Axes::draw(
        scene,
        &Scale { title: "time (days)", step, ticks },
        &Scale { title: "animals", step: unit, ticks: rows },
    )?;
    if axes.unit()[0] < 3.0 {
        return None;
    }
    let slow = f64::from(step) * f64::from(scene.int(40, 65)) / 100.0;
    let (k, m) = (f64::from(capacity), f64::from(middle));
    let count = |t: f64| k / (1.0 + ((m - t) / slow).exp());
    // The curve must be seen to level off.
    if (k - count(f64::from(step * ticks))) * axes.unit()[1] > 0.8 {
        return None;
    }
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    let places: Vec<_> = (0..=80)
        .map(|i| f64::from(i) / 80.0 * f64::from(step * ticks))
        .map(|t| axes.at(t, count(t)))
        .collect();
    scene.figure.polyline(&places, pen, color, "curve of growth");
    if scene.level == 3 {
        for i in 0..=2 * ticks {
            let t = f64::from(i * step) / 2.0;
            let off = f64::from(scene.int(-4, 4));
            let at = axes.at(t, count(t));
            let at = (at.0, (at.1 + off as i32).min(axes.origin.1));
            scene.figure.dot(at, 3, color, "count");
        }
    }
    let end = axes.spot(f64::from(step * ticks), k);
    let marks = vec![
        segment_mark(axes.spot(0.0, k), end),
        segment_mark(axes.spot(0.0, k / 2.0), axes.spot(m, k / 2.0)),
        segment_mark(axes.spot(m, k / 2.0), axes.spot(m, 0.0)),
    ];
    Some(
        Draft::reasoning(
            "The curve shows how a population grows in a habitat with limited food. On which day does it grow fastest?",
            marks,
            "Such growth is fastest at half of the carrying capacity. I draw the level that the curve nears, half of it, and \
             drop a line from the curve there.",
            format!("The curve nears {capacity} animals; half of that is {}, which it passes on day {middle}.", k / 2.0),
            middle,
        )?
        .wrong([middle + step, middle - step, middle + 2 * step, step * ticks, middle + 1]),
    )
}

/// By the steepest place of the curve, refined by where it passes half of its end.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let curve = seen.lines("curve of growth");
    let end = curve.last()?[1];
    let half = (end[1] + axes.origin[1]) / 2.0;
    let [a, b] = *curve.iter().find(|[a, b]| a[1] >= half && b[1] < half)?;
    let x = a[0] + (a[1] - half) / (a[1] - b[1]) * (b[0] - a[0]);
    let marks = vec![
        segment_mark([axes.origin[0], end[1]], end),
        segment_mark([axes.origin[0], half], [x, half]),
        segment_mark([x, half], [x, axes.origin[1]]),
    ];
    Solved::reasoning(axes.x([x, half]).round(), marks)
}
