//! The slope of a parabola at a point, by its tangent.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::parabola::{Parabola, parse};
use super::wording::number;
use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "tangent_slope",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Derivative as tangent slope"],
    tools: &["curve_tangent"],
    draft,
    solve,
};

/// Half the width of the drawn tangent, in units.
const REACH: f64 = 2.0;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a dot marks the place, on paper; level 2: the place is given by x; level 3: no paper, half slopes.
    let level = i32::from(scene.level);
    let (left, below) = (scene.pick(&[0.0, 0.3, 0.5]), scene.pick(&[0.1, 0.3, 0.5]));
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level < 3);
    let a = scene.pick(&[0.25, 0.5, -0.25, -0.5]);
    let p = f64::from(scene.int(axes.x[0], axes.x[1]));
    let q = f64::from(scene.int(axes.y[0], axes.y[1]));
    let curve = Parabola { a, p, q };
    let x = f64::from(scene.int(axes.x[0] + 1, axes.x[1] - 1));
    let (slope, y) = (2.0 * a * (x - p), curve.value(x));
    let [low, high] = curve.domain(&axes);
    let whole = y.fract() == 0.0 && (level == 3 || slope.fract() == 0.0);
    let shown = axes.shows(x, y, 0.0) && x > low + 0.5 && x < high - 0.5;
    if slope == 0.0 || slope.abs() > 3.0 || !whole || !shown || !tangent_fits(&axes, x, y, slope) {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    curve.draw(scene, &axes, [low, high], color);
    if level == 1 {
        scene.dot(axes.place(x, y), hues[1], 4);
    }
    let question = match (level, scene.chance(0.5)) {
        (1, true) => format!("What is the slope of the curve at the {} dot?", hues[1]),
        (1, false) => format!("How steep is the graph at the {} dot? Give the slope.", hues[1]),
        (_, true) => format!("The graph of f is a parabola. What is the derivative of f at x = {x}?"),
        (_, false) => format!("How fast does the function of the graph change at x = {x}?"),
    };
    let (answer, way) = (number(slope), if slope > 0.0 { "rises" } else { "falls" });
    Draft::reasoning(
        question,
        vec![tangent(&axes, x, y, slope)],
        "The slope of a graph at a point is that of its tangent there, so I draw the tangent.",
        format!(
            "The tangent at ({x}, {y}) {way} by {} for each unit to the right: slope {answer}.",
            number(slope.abs())
        ),
        &answer,
    )
    .map(|d| d.wrong([-slope, slope + 1.0, slope - 1.0, 2.0 * slope, slope / 2.0, y].map(number)))
}

fn tangent(axes: &Axes, x: f64, y: f64, slope: f64) -> vthinker_core::judge::Mark {
    let reach = REACH / (1.0 + slope * slope).sqrt();
    line_mark(axes.at(x - reach, y - slope * reach), axes.at(x + reach, y + slope * reach))
}

fn tangent_fits(axes: &Axes, x: f64, y: f64, slope: f64) -> bool {
    let reach = REACH / (1.0 + slope * slope).sqrt();
    [-reach, reach].iter().all(|d| axes.shows(x + d, y + slope * d, -0.5))
}

/// By a short secant of the curve.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let curve = seen.elements.iter().find_map(|element| match element {
        Element::FunctionCurve { expression, .. } => parse(expression),
        _ => None,
    })?;
    let x = match (seen.numbers().last(), seen.hues().first()) {
        (Some(x), _) => *x,
        (None, Some(hue)) => axes.value(*seen.points(&format!("{hue} dot")).first()?)[0].round(),
        _ => return None,
    };
    let step = 1e-3;
    let slope = (curve.value(x + step) - curve.value(x - step)) / (2.0 * step);
    Solved::reasoning(number(slope), vec![tangent(&axes, x, curve.value(x), slope)])
}
