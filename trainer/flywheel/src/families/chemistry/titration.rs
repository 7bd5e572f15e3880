//! The equivalence point of a titration curve.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::axes::{Axes, Reading, Scale};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "titration",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Equivalence by midpoint", "Half-way point"],
    tools: &["level_line", "upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: at a number of the axis; level 2: between numbers; level 3: the amount of acid is asked for.
    let step = scene.pick(&[2, 4, 5, 10]);
    let ticks = scene.int(6, 9);
    let volume = if scene.level == 1 {
        step * scene.int(2, ticks - 2)
    } else {
        scene.int(2 * step, step * (ticks - 2))
    };
    if scene.level > 1 && volume % step == 0 {
        return None;
    }
    let (low, high) = (f64::from(scene.int(10, 45)) / 10.0, f64::from(scene.int(105, 130)) / 10.0);
    let axes = Axes::draw(
        scene,
        &Scale { title: "base (mL)", step, ticks },
        &Scale { title: "pH", step: 2, ticks: 7 },
    )?;
    if axes.unit()[0] < 3.0 {
        return None;
    }
    let steep = f64::from(step) * f64::from(scene.int(6, 14)) / 100.0;
    let n = 120;
    let places: Vec<_> = (0..=n)
        .map(|i| f64::from(i) / f64::from(n) * f64::from(step * ticks))
        .map(|v| axes.at(v, low + (high - low) / (1.0 + ((f64::from(volume) - v) / steep).exp())))
        .collect();
    let (hue, pen) = (scene.hues(1)[0], scene.int(2, 3));
    let color = scene.shade(hue);
    scene.figure.polyline(&places, pen, color, "titration curve");
    let middle = (low + high) / 2.0;
    let v = f64::from(volume);
    let marks = vec![
        segment_mark(axes.spot(0.0, middle), axes.spot(v, middle)),
        segment_mark(axes.spot(v, middle), axes.spot(v, 0.0)),
    ];
    let tenth = scene.int(1, 5);
    let (question, answer, end, wrong) = if scene.level == 3 {
        let amount = |ml: i32| format!("{} mmol", f64::from(ml * tenth) / 10.0);
        (
            format!(
                "An acid with one proton was titrated with a base of 0.{tenth} mol/L. How many millimoles of acid were \
                 in the sample?"
            ),
            amount(volume),
            format!(" With 0.{tenth} mmol in each millilitre that is {}.", amount(volume)),
            [volume + 1, volume - step, volume * 2, volume + step].map(amount),
        )
    } else {
        (
            "The curve was recorded while base ran into an acid. After how many millilitres of base is the equivalence \
             point reached?"
                .to_owned(),
            format!("{volume} mL"),
            String::new(),
            [volume + step, volume - step, volume + step / 2 + 1, volume - 1].map(|ml| format!("{ml} mL")),
        )
    };
    Some(
        Draft::reasoning(
            question,
            marks,
            "The equivalence point lies in the middle of the jump, half-way between the two flat parts. I draw that level \
             and drop a line to the axis.",
            format!("The line meets the axis at {volume} mL.{end}"),
            answer,
        )?
        .wrong(wrong),
    )
}

/// Where the curve crosses the mean of its two ends.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Reading::of(seen)?;
    let curve = seen.lines("titration curve");
    let y = (curve.first()?[0][1] + curve.last()?[1][1]) / 2.0;
    let [a, b] = *curve.iter().find(|[a, b]| a[1] >= y && b[1] < y)?;
    let x = a[0] + (a[1] - y) / (a[1] - b[1]) * (b[0] - a[0]);
    let volume = axes.x([x, y]).round();
    let marks = vec![segment_mark([axes.origin[0], y], [x, y]), segment_mark([x, y], [x, axes.origin[1]])];
    let answer = match seen.numbers().first() {
        Some(strength) => format!("{} mmol", (volume * strength * 10.0).round() / 10.0),
        None => format!("{volume} mL"),
    };
    Solved::reasoning(answer, marks)
}
