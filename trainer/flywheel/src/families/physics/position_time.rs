//! A speed from the slope of a position-time graph.

use vthinker_core::think::Task;

use super::axes::{Axes, Reading, Scale};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "position_time",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Slope of position and time", "Rest as level line"],
    tools: &["slope_triangle"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1 names the piece, level 2 asks for the fastest, level 3 for the way back.
    let n = usize::from(scene.level) + 1;
    let step = scene.pick(&[2, 5, 10]);
    let (mut t, mut s) = (0, if scene.level == 1 { 0 } else { scene.int(0, 2) });
    let mut knots = vec![(t, s)];
    let back = if scene.level == 3 { scene.int(1, n as i32 - 1) as usize } else { n };
    for i in 0..n {
        t += scene.int(1, 3);
        s += if i == back { -scene.int(1, 4) } else { scene.int(0, 4) };
        knots.push((t, s));
    }
    let speed =
        |i: usize| f64::from((knots[i + 1].1 - knots[i].1) * step) / f64::from(knots[i + 1].0 - knots[i].0);
    let speeds: Vec<f64> = (0..n).map(speed).collect();
    let fastest = (0..n).max_by(|a, b| speeds[*a].abs().total_cmp(&speeds[*b].abs()))?;
    let chosen = match scene.level {
        1 => scene.int(0, 1) as usize,
        2 => fastest,
        _ => back,
    };
    let answer = speeds[chosen].abs();
    let bends = speeds.windows(2).all(|p| p[0] != p[1]);
    let ties = speeds.iter().filter(|v| (v.abs() - answer).abs() < 1e-9).count();
    let tenth = (answer * 10.0 - (answer * 10.0).round()).abs() < 1e-9;
    if !bends || ties != 1 || answer == 0.0 || !tenth || knots.iter().any(|k| !(0..=8).contains(&k.1)) {
        return None;
    }
    let highest = knots.iter().map(|k| k.1).max()?;
    let (more, above) = (scene.int(0, 1), scene.int(0, 1));
    let axes = Axes::draw(
        scene,
        &Scale { title: "time (s)", step: 1, ticks: t + more },
        &Scale { title: "position (m)", step, ticks: highest + above },
    )?;
    let places: Vec<_> = knots.iter().map(|k| axes.at(f64::from(k.0), f64::from(k.1 * step))).collect();
    let (hue, width) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    scene.figure.polyline(&places, width, color, "graph of the position");
    let (from, to) = (places[chosen], places[chosen + 1]);
    let corner = (to.0, from.1);
    let (run, rise) =
        (knots[chosen + 1].0 - knots[chosen].0, (knots[chosen + 1].1 - knots[chosen].1).abs() * step);
    let question = match scene.level {
        1 => format!(
            "A cart rolls along a straight track. How fast is it between {} s and {} s after the start?",
            knots[chosen].0,
            knots[chosen + 1].0
        ),
        2 => "The graph shows where a cart is on a straight track. What is its greatest speed?".to_owned(),
        _ => "The graph shows where a cart is on a straight track. How fast is it while it rolls back?"
            .to_owned(),
    };
    Some(
        Draft::reasoning(
            question,
            vec![segment(from, corner), segment(corner, to)],
            "The speed is the steepness of the graph, so I draw the run and the rise below the right piece.",
            format!(
                "The piece runs over {run} s and its height changes by {rise} m, which gives {rise} / {run} = {answer} m/s."
            ),
            format!("{answer} m/s"),
        )?
        .wrong(
            [
                f64::from(rise),
                answer + 1.0,
                answer * 2.0,
                f64::from(knots[chosen + 1].1 * step) / 2.0,
                answer + 2.5,
            ]
            .map(|v| format!("{v} m/s")),
        ),
    )
}

/// By the pieces' ends in pixels.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let pieces = seen.lines("graph of the position");
    let speed = |[a, b]: &[[f64; 2]; 2]| (axes.y(*b) - axes.y(*a)) / (axes.x(*b) - axes.x(*a));
    let [a, b] = *match seen.numbers().first() {
        Some(start) => pieces.iter().find(|[a, _]| (axes.x(*a) - start).abs() < 0.2)?,
        None if seen.question.contains("back") => pieces.iter().find(|p| speed(p) < -0.01)?,
        None => pieces.iter().max_by(|p, q| speed(p).abs().total_cmp(&speed(q).abs()))?,
    };
    let corner = [b[0], a[1]];
    let speed = (speed(&[a, b]).abs() * 10.0).round() / 10.0;
    Solved::reasoning(format!("{speed} m/s"), vec![segment_mark(a, corner), segment_mark(corner, b)])
}
