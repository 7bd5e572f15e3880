//! Energies read from a reaction's energy profile.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "energy_profile",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Activation energy", "Reaction enthalpy"],
    tools: &["level_line"],
    draft,
    solve,
};

const FORWARD: &str = "What is the activation energy of the reaction from left to right?";
const BACK: &str = "What is the activation energy of the reverse reaction, from right to left?";
const RELEASED: &str = "How much energy does the reaction from left to right release in all?";
const TAKEN: &str = "How much energy does the reaction from left to right take up in all?";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: levels on numbers, forward; level 2: any of the questions; level 3: two humps and levels between numbers.
    let size = scene.letter_size();
    let (step, ticks) = (scene.pick(&[10, 20, 50]), scene.int(6, 10));
    let fine = if scene.level == 3 { 2 } else { 1 };
    let mut level = |low: i32, high: i32| scene.int(low * fine, high * fine) * step / fine;
    let (start, end, peak) = (level(1, ticks - 3), level(1, ticks - 3), level(3, ticks));
    if start == end || peak < start.max(end) + step {
        return None;
    }
    let left = width(&(step * ticks).to_string(), size) + 14;
    let (top, bottom, right) = (size * 3, scene.height() - size * 2, scene.width() - size);
    let tick = (bottom - top) / ticks;
    if tick < 13 || right - left < 120 {
        return None;
    }
    let ink = scene.figure.ink;
    scene.figure.arrow((left, bottom), (right, bottom), 2, ink, "path of the reaction");
    scene.figure.arrow((left, bottom), (left, bottom - tick * ticks - 14), 2, ink, "energy axis");
    for i in 1..=ticks {
        let at = (left, bottom - i * tick);
        scene.figure.line(at, (left - 5, at.1), 1, ink, "tick");
        if tick > size + 2 || i % 2 == 0 {
            let text = (i * step).to_string();
            write(scene, (left - 8 - width(&text, size) / 2, at.1), &text, "energy in kJ")?;
        }
    }
    write(scene, (width("energy (kJ)", size) / 2 + 4, size * 4 / 5), "energy (kJ)", "title of the axis")?;
    let words = "path of reaction";
    write(scene, (right - width(words, size) / 2, scene.height() - size), words, "title of the axis")?;
    let spot = |u: f64, energy: f64| -> Point {
        let wide = f64::from(right - left - 12);
        [f64::from(left) + u * wide, f64::from(bottom) - energy / f64::from(step) * f64::from(tick)]
    };
    // Flat, smooth rise, smooth fall, flat; a second, lower hump on level 3.
    let (s, e, p) = (f64::from(start), f64::from(end), f64::from(peak));
    let humps = scene.level == 3 && scene.chance(0.7);
    let valley = s.max(e) + (p - s.max(e)) * 0.25;
    let lower = s.max(e) + (p - s.max(e)) * 0.65;
    let knots: Vec<(f64, f64)> = match (humps, scene.chance(0.5)) {
        (false, _) => vec![(0.0, s), (0.2, s), (0.5, p), (0.78, e), (1.0, e)],
        (true, true) => {
            vec![(0.0, s), (0.14, s), (0.34, lower), (0.46, valley), (0.64, p), (0.84, e), (1.0, e)]
        }
        (true, false) => {
            vec![(0.0, s), (0.14, s), (0.34, p), (0.5, valley), (0.64, lower), (0.84, e), (1.0, e)]
        }
    };
    let mut places = Vec::new();
    for pair in knots.windows(2) {
        for i in 0..16 {
            let t = f64::from(i) / 16.0;
            let ease = (1.0 - (t * std::f64::consts::PI).cos()) / 2.0;
            places.push(spot(
                pair[0].0 + t * (pair[1].0 - pair[0].0),
                pair[0].1 + ease * (pair[1].1 - pair[0].1),
            ));
        }
    }
    places.push(spot(1.0, e));
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    scene.figure.polyline(
        &places.iter().map(|p| crate::geometry::whole(*p)).collect::<Vec<_>>(),
        pen,
        color,
        "energy profile",
    );
    let total = if end < start { RELEASED } else { TAKEN };
    let question = if scene.level == 1 { FORWARD } else { scene.pick(&[FORWARD, BACK, total]) };
    let (low, high, names) = match question {
        FORWARD => (start, peak, "the starting materials and the highest point"),
        BACK => (end, peak, "the products and the highest point"),
        _ => (start.min(end), start.max(end), "the starting materials and the products"),
    };
    let answer = high - low;
    let across = |energy: i32| segment_mark(spot(0.0, f64::from(energy)), spot(1.0, f64::from(energy)));
    Some(
        Draft::reasoning(
            question,
            vec![across(low), across(high)],
            format!("What counts is the gap between {names}, so I draw both levels across to the axis."),
            format!("They lie at {low} kJ and {high} kJ; the gap is {high} - {low} = {answer} kJ."),
            format!("{answer} kJ"),
        )?
        .wrong(
            [peak - start, peak - end, (start - end).abs(), peak, answer + step, high]
                .map(|v| format!("{v} kJ")),
        ),
    )
}

/// By the ends and the top of the curve.
fn solve(seen: &Seen) -> Option<Solved> {
    let curve = seen.lines("energy profile");
    let (start, end) = (curve.first()?[0], curve.last()?[1]);
    let top = curve.iter().map(|p| p[0]).min_by(|a, b| a[1].total_cmp(&b[1]))?;
    let (text, at) = seen.texts("energy in kJ").pop()?;
    let floor = seen.lines("energy axis").first()?[0][1];
    let unit = (floor - at[1]) / text.parse::<f64>().ok()?;
    let (low, high) = match seen.question {
        FORWARD => (start[1], top[1]),
        BACK => (end[1], top[1]),
        _ => (start[1].max(end[1]), start[1].min(end[1])),
    };
    let across = |y: f64| segment_mark([start[0], y], [end[0], y]);
    // Levels lie on ticks or in the middle between two.
    let ticks = seen.lines("tick");
    let tick = (ticks.first()?[0][1] - ticks.get(1)?[0][1]).abs();
    let gap = ((low - high) / tick * 2.0).round() / 2.0 * (tick / unit).round();
    Solved::reasoning(format!("{gap} kJ"), vec![across(low), across(high)])
}
