//! The area under a broken line, cut into trapezia.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "broken_line_area",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Integral as area", "Area of a trapezium"],
    tools: &["upright_line", "area_under_curve"],
    draft,
    solve,
};

const SIDE: &str = "piece of the broken line";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // One inner corner more per level; level 3 asks for a part of the line only and has no paper.
    let level = i32::from(scene.level);
    let left = scene.pick(&[0.0, 0.0, 0.3]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, left, 0.0)?;
    axes.draw(scene, level < 3);
    let corners = (level + 2) as usize;
    let mut xs: Vec<i32> = (axes.x[0]..=axes.x[1]).collect();
    scene.shuffle(&mut xs);
    xs.truncate(corners);
    xs.sort_unstable();
    if xs.windows(2).any(|w| w[1] - w[0] < 2) {
        return None;
    }
    let line: Vec<Point> = xs.iter().map(|x| [f64::from(*x), f64::from(scene.int(1, axes.y[1]))]).collect();
    if line.windows(2).all(|w| w[0][1] == w[1][1]) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    let width = scene.int(2, 3);
    let places: Vec<_> = line.iter().map(|p| axes.place(p[0], p[1])).collect();
    scene.figure.polyline(&places, width, color, SIDE);
    // At level 3 without the first or the last piece.
    let part = match (level, scene.chance(0.5)) {
        (3, true) => &line[1..],
        (3, false) => &line[..line.len() - 1],
        _ => &line[..],
    };
    let pieces: Vec<f64> = part.windows(2).map(|w| (w[1][0] - w[0][0]) * (w[0][1] + w[1][1]) / 2.0).collect();
    let area: f64 = pieces.iter().sum();
    let ([from, _], [to, _]) = (*part.first()?, *part.last()?);
    let question = match scene.int(0, 1) {
        0 => format!("What is the area between the broken line and the x axis from x = {from} to x = {to}?"),
        _ => format!("Find the integral of the function of the graph from x = {from} to x = {to}."),
    };
    let sum: Vec<String> = pieces.iter().map(|area| number(*area)).collect();
    let sides: f64 = part.windows(2).map(|w| (w[1][0] - w[0][0]) * w[0][1]).sum();
    Draft::reasoning(
        question,
        uprights(&axes, part),
        "I draw an upright line from every corner down to the x axis, which cuts the area into trapezia.",
        format!("Their areas are {}, together {}.", sum.join(" + "), number(area)),
        number(area),
    )
    .map(|d| d.wrong([sides, area + 1.0, area - 1.0, area + 0.5, area + 2.0].map(number)))
}

fn uprights(axes: &Axes, corners: &[Point]) -> Vec<vthinker_core::judge::Mark> {
    corners.iter().map(|[x, y]| segment_mark(axes.at(*x, *y), axes.at(*x, 0.0))).collect()
}

/// By the cross products around the closed outline.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let sides = seen.lines(SIDE);
    let mut corners: Vec<Point> = vec![axes.value(sides.first()?[0])];
    corners.extend(sides.iter().map(|side| axes.value(side[1])));
    let [from, to] = seen.numbers()[..] else { return None };
    let mut outline: Vec<Point> = corners.iter().map(|p| p.map(f64::round)).collect();
    outline.retain(|p| p[0] >= from && p[0] <= to);
    let marks = uprights(&axes, &outline);
    outline.extend([[to, 0.0], [from, 0.0]]);
    let n = outline.len();
    let cross = (0..n).map(|i| {
        let (p, q) = (outline[i], outline[(i + 1) % n]);
        p[0] * q[1] - p[1] * q[0]
    });
    Solved::reasoning(number(cross.sum::<f64>().abs() / 2.0), marks)
}
