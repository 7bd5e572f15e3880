//! Draw the axis of symmetry of a parabola.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::parabola::{Parabola, parse};
use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "parabola_axis",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Vertex on the axis"],
    tools: &["axis_of_symmetry", "upright_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: upright on paper; level 2: any opening, no paper; level 3: two parabolas, one of them meant.
    let level = i32::from(scene.level);
    let share = scene.pick(&[0.3, 0.4, 0.5]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level == 1);
    let mut throw = |up: Option<bool>| {
        let up = up.unwrap_or(scene.chance(0.5));
        let a = scene.pick(&[0.25, 0.5, 1.0]) * if up { 1.0 } else { -1.0 };
        let p = f64::from(scene.int(2 * axes.x[0] + 4, 2 * axes.x[1] - 4)) / 2.0;
        Parabola { a, p, q: f64::from(scene.int(axes.y[0] + 1, axes.y[1] - 1)) }
    };
    let curve = throw((level == 1).then_some(true));
    let other = throw(Some(curve.a < 0.0));
    let [low, high] = curve.domain(&axes);
    if (curve.p - low).min(high - curve.p) < 1.5 || (curve.p.abs() < 0.6) {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    curve.draw(scene, &axes, [low, high], color);
    if level == 3 {
        let [left, right] = other.domain(&axes);
        if (other.p - left).min(right - other.p) < 1.5 || (other.p - curve.p).abs() < 1.5 {
            return None;
        }
        let color = scene.shade(hues[1]);
        other.draw(scene, &axes, [left, right], color);
    }
    let opens = if curve.a > 0.0 { "upwards" } else { "downwards" };
    let question = match (level, scene.chance(0.5)) {
        (3, true) => format!("Draw the axis of symmetry of the parabola that opens {opens}."),
        (3, false) => {
            format!("Draw the line in which the parabola that opens {opens} is its own mirror image.")
        }
        (_, true) => "Draw the axis of symmetry of the parabola.".into(),
        (_, false) => "Draw the line that divides the parabola into two mirror images.".into(),
    };
    Draft::drawing(question, vec![axis(&axes, curve.p)])
}

fn axis(axes: &Axes, x: f64) -> vthinker_core::judge::Mark {
    let [low, high] = axes.y.map(f64::from);
    line_mark(axes.at(x, low), axes.at(x, high))
}

/// By two places of equal height on the curve.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let down = seen.words().any(|word| word == "downwards");
    let up = seen.words().any(|word| word == "upwards");
    let curves = seen.elements.iter().filter_map(|element| match element {
        Element::FunctionCurve { expression, domain, .. } => Some((parse(expression)?, *domain)),
        _ => None,
    });
    let (curve, [start, end]) =
        curves.into_iter().find(|(curve, _)| !(down && curve.a > 0.0 || up && curve.a < 0.0))?;
    // The slope between the ends of a parabola is that at their middle; it tells how far the axis is from there.
    let rise = (curve.value(end) - curve.value(start)) / (end - start);
    let bend = curve.value(start) + curve.value(end) - 2.0 * curve.value((start + end) / 2.0);
    let square = 2.0 * bend / (end - start).powi(2);
    Solved::drawing(vec![axis(&axes, (start + end) / 2.0 - rise / (2.0 * square))])
}
