//! Strengths read from a stress-strain curve.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::axes::{Axes, Reading, Scale};
use crate::geometry::{crossing_of_lines, minus, plus, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "stress_strain",
    task: Task::Reasoning,
    domain: "Materials Science",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Tensile strength", "Offset yield", "Elastic slope"],
    tools: &["level_line", "parallel_through_point"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the highest stress; level 2: the offset yield on a number; level 3: between numbers.
    let (step, rows) = (scene.pick(&[20, 50, 100]), scene.int(5, 8));
    let fine = if scene.level == 3 { 2 } else { 1 };
    let ticks = scene.int(8, 11);
    let axes = Axes::draw(
        scene,
        &Scale { title: "strain (0.1 %)", step: 1, ticks },
        &Scale { title: "stress (MPa)", step, ticks: rows },
    )?;
    let per = axes.unit()[1];
    if f64::from(step / fine) * per < 8.0 {
        return None;
    }
    let strength = f64::from(scene.int(3 * fine, (rows - 1) * fine) * step / fine);
    let slope = strength / (f64::from(scene.int(15, 30)) / 10.0);
    let elastic = strength * f64::from(scene.int(60, 80)) / 100.0;
    let knee = elastic / slope;
    // The curve leaves the elastic line without a bend and passes the crossing with the offset line.
    let run = 2.0 + strength / slope - knee;
    let rise = |most: f64, x: f64| (most - elastic) * (1.0 - (-x * slope / (most - elastic)).exp());
    let (mut low, mut high) = (strength, strength * 6.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if elastic + rise(middle, run) < strength { low = middle } else { high = middle }
    }
    let most = low;
    let mut curve = vec![(0.0, 0.0), (knee, elastic)];
    let end = f64::from(ticks) - 0.4;
    if scene.level == 1 {
        // Up to the strength and down to the break.
        let peak = f64::from(scene.int(55, 75)) / 100.0 * end;
        curve.extend((1..=30).map(|i| f64::from(i) / 30.0).map(|t| {
            let ease = 1.0 - (1.0 - t).powi(3);
            (knee + t * (peak - knee), elastic + ease * (strength - elastic))
        }));
        curve.extend(
            (1..=14)
                .map(|i| f64::from(i) / 14.0)
                .map(|t| (peak + t * (end - peak), strength - 0.22 * strength * t * t)),
        );
        if peak < knee + 1.0 {
            return None;
        }
    } else {
        curve.extend(
            (1..=40).map(|i| f64::from(i) / 40.0 * (end - knee)).map(|x| (knee + x, elastic + rise(most, x))),
        );
    }
    let top = curve.iter().map(|c| c.1).fold(0.0, f64::max);
    if top > f64::from(step * rows) || 2.0 + strength / slope > end - 0.5 {
        return None;
    }
    let places: Vec<_> = curve.iter().map(|(x, y)| axes.at(*x, *y)).collect();
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    scene.figure.polyline(&places, pen, color, "stress-strain curve");
    let last = *places.last()?;
    let d = 5;
    let ink = scene.figure.ink;
    if scene.level == 1 {
        scene.figure.line((last.0 - d, last.1 - d), (last.0 + d, last.1 + d), 2, ink, "break");
        scene.figure.line((last.0 - d, last.1 + d), (last.0 + d, last.1 - d), 2, ink, "break");
        return Some(
            Draft::reasoning(
                "The curve was recorded in a tensile test up to the break. What is the tensile strength of the material?",
                vec![segment_mark(axes.spot(0.0, strength), axes.spot(end, strength))],
                "The tensile strength is the largest stress, so I carry the top of the curve level to the axis.",
                format!("The line meets the axis at {strength} MPa."),
                format!("{strength} MPa"),
            )?
            .wrong([strength * 0.78, elastic, strength + f64::from(step), strength - f64::from(step)].map(|v| format!("{} MPa", v.round()))),
        );
    }
    let hit = axes.spot(2.0 + strength / slope, strength);
    Some(
        Draft::reasoning(
            "The curve was recorded in a tensile test. What is the yield strength at an offset of 0.2 %?",
            vec![segment_mark(axes.spot(2.0, 0.0), hit), segment_mark(hit, axes.spot(0.0, strength))],
            "I draw the parallel to the straight beginning of the curve from 0.2 % on and carry its crossing with the curve level \
             to the axis.",
            format!("The level meets the axis at {strength} MPa."),
            format!("{strength} MPa"),
        )?
        .wrong([elastic, top, strength + f64::from(step / fine), strength - f64::from(step / fine)].map(|v| format!("{} MPa", v.round()))),
    )
}

/// By the curve's first piece, moved along the axis, and its crossing with the others.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let curve = seen.lines("stress-strain curve");
    let left = axes.origin[0];
    let unit = seen
        .texts("number on the y axis")
        .windows(2)
        .map(|p| p[1].0.parse::<f64>().ok().zip(p[0].0.parse::<f64>().ok()).map(|(a, b)| (a - b).abs()))
        .next()??;
    // Asked values are halves of a tick at least.
    let near = |y: f64| (axes.y([0.0, y]) / (unit / 4.0)).round() * (unit / 4.0);
    if seen.question.contains("tensile strength") {
        let end = curve.last()?[1];
        let top = curve.iter().map(|p| p[1]).min_by(|a, b| a[1].total_cmp(&b[1]))?;
        return Solved::reasoning(
            format!("{} MPa", near(top[1])),
            vec![segment_mark([left, top[1]], [end[0], top[1]])],
        );
    }
    let start = axes.spot(2.0, 0.0);
    let [from, to] = *curve.first()?;
    let on = plus(start, minus(to, from));
    let hit = curve.iter().skip(1).find_map(|[a, b]| {
        let p = crossing_of_lines([start, on], [*a, *b])?;
        (a[0] - 0.01..=b[0] + 0.01).contains(&p[0]).then_some(p)
    })?;
    let marks = vec![segment_mark(start, hit), segment_mark(hit, [left, hit[1]])];
    Solved::reasoning(format!("{} MPa", near(hit[1])), marks)
}
