//! What a cooling curve tells about freezing.

use vthinker_core::think::Task;

use super::axes::{Axes, Reading, Scale};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "cooling_curve",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Melting plateau"],
    tools: &["level_line", "upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the freezing point on a number; level 2: between numbers; level 3: how long freezing takes.
    let step = scene.pick(&[10, 20]);
    let ticks = scene.int(5, 8);
    let start = f64::from(step * ticks) - f64::from(scene.int(1, step));
    let level = scene.int(1, ticks * 2 / 3);
    let half = if scene.level > 1 { step / 2 * scene.int(0, 1) } else { 0 };
    let melting = step * level + half;
    let minutes = scene.pick(&[1, 2]);
    let across = scene.int(8, 12);
    let (from, long) = (scene.int(2, 4), scene.int(2, across - 5));
    let (from, to, end) = (from * minutes, (from + long) * minutes, across * minutes);
    if to > end - minutes || start < f64::from(melting) + 12.0 {
        return None;
    }
    let axes = Axes::draw(
        scene,
        &Scale { title: "time (min)", step: minutes, ticks: across },
        &Scale { title: "temperature (C)", step, ticks },
    )?;
    let m = f64::from(melting);
    let mut curve: Vec<(f64, f64)> = (0..24)
        .map(|i| f64::from(i) / 24.0)
        .map(|u| (u * f64::from(from), m + (start - m) * (1.0 - u).powf(1.35)))
        .collect();
    let drop = (m - f64::from(step) * 0.3).min(m * 0.75);
    curve.extend([(f64::from(from), m), (f64::from(to), m)]);
    curve.extend((1..=24).map(|i| f64::from(i) / 24.0).map(|u| {
        (
            f64::from(to) + u * f64::from(end - to),
            m - drop * (1.0 - (-2.2 * u).exp()) / (1.0 - (-2.2f64).exp()),
        )
    }));
    let places: Vec<_> = curve.iter().map(|(x, y)| axes.at(*x, *y)).collect();
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    scene.figure.polyline(&places, pen, color, "cooling curve");
    let (left, right) = (axes.spot(f64::from(from), m), axes.spot(f64::from(to), m));
    if scene.level < 3 {
        let question = scene.pick(&[
            "A melt cools in the air while its temperature is recorded. At which temperature, in degrees Celsius, does it freeze?",
            "The curve shows a liquid metal that cools down and turns solid. What is its freezing point in degrees Celsius?",
        ]);
        return Some(
            Draft::reasoning(
                question,
                vec![segment_mark(axes.spot(0.0, m), right)],
                "While it freezes the temperature stays the same, so I carry the level piece of the curve to the axis.",
                format!("The line meets the axis at {melting}, so the melt freezes at {melting} degrees Celsius."),
                melting,
            )?
            .wrong([melting + step / 2, melting - step / 2, start as i32, melting + step, melting - step]),
        );
    }
    let answer = to - from;
    Some(
        Draft::reasoning(
            "A melt cools in the air while its temperature is recorded. How long does it take to freeze, from the first crystal to the last drop?",
            vec![
                segment_mark(left, axes.spot(f64::from(from), 0.0)),
                segment_mark(right, axes.spot(f64::from(to), 0.0)),
            ],
            "It freezes while the temperature stays the same, so I drop lines from both ends of the level piece.",
            format!("They meet the time axis at {from} min and {to} min, which is {answer} min."),
            format!("{answer} min"),
        )?
        .wrong([to, from, end - to, answer + minutes, answer - minutes].map(|n| format!("{n} min"))),
    )
}

/// By the longest level piece of the curve.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let level = seen.lines("cooling curve").into_iter().filter(|[a, b]| a[1] == b[1]);
    let [a, b] = level.max_by(|p, q| (p[1][0] - p[0][0]).total_cmp(&(q[1][0] - q[0][0])))?;
    let floor = axes.origin[1];
    if seen.question.contains("How long") {
        let drops = [a, b].map(|p| segment_mark(p, [p[0], floor])).to_vec();
        return Solved::reasoning(format!("{} min", (axes.x(b) - axes.x(a)).round()), drops);
    }
    Solved::reasoning(axes.y(a).round(), vec![segment_mark([axes.origin[0], a[1]], b)])
}
