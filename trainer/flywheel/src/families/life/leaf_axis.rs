//! Draw the axis of symmetry of a leaf.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{dot, minus, segment_mark, unit, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "leaf_axis",
    task: Task::Instruction,
    domain: "Botany",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Leaf margin"],
    tools: &["axis_of_symmetry"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: an upright leaf with a smooth margin; level 2: tilted; level 3: tilted and lobed.
    let side = f64::from(scene.side());
    let long = side * f64::from(scene.int(55, 85)) / 100.0;
    let wide = long * f64::from(scene.int(20, 30)) / 100.0;
    let tilt = if scene.level == 1 { scene.pick(&[0, 90]) } else { scene.int(10, 170) };
    let (sin, cos) = f64::from(tilt).to_radians().sin_cos();
    let middle = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
    let shift = f64::from(scene.int(-10, 10)) / 100.0 * side;
    let lobes = if scene.level == 3 { f64::from(scene.int(3, 6)) } else { 0.0 };
    let belly = f64::from(scene.int(7, 14)) / 10.0;
    let half = |t: f64| {
        let body = (std::f64::consts::PI * t.powf(belly)).sin();
        let lobe = 1.0 + if lobes > 0.0 { 0.3 * (t * lobes * std::f64::consts::TAU).cos() } else { 0.0 };
        wide * body * lobe
    };
    let n = 48;
    let spot = |t: f64, out: f64| -> Point {
        let (u, v) = ((t - 0.5) * long, out);
        [middle[0] + shift + u * cos - v * sin, middle[1] + u * sin + v * cos]
    };
    let mut outline: Vec<Point> =
        (0..=n).map(|i| f64::from(i) / f64::from(n)).map(|t| spot(t, half(t))).collect();
    outline.extend((1..n).rev().map(|i| f64::from(i) / f64::from(n)).map(|t| spot(t, -half(t))));
    let corners: Vec<_> = outline.iter().map(|p| whole(*p)).collect();
    let (w, h) = (scene.width(), scene.height());
    if corners.iter().any(|p| p.0 < 8 || p.1 < 8 || p.0 > w - 9 || p.1 > h - 9) {
        return None;
    }
    let green = scene.pick(&[[120, 180, 90], [150, 190, 80], [90, 150, 80], [200, 160, 70], [190, 110, 60]]);
    let edge = green.map(|c: u8| c / 2);
    scene.figure.polygon(&corners, green, "leaf");
    let mut closed = corners.clone();
    closed.push(corners[0]);
    let pen = scene.int(1, 3);
    scene.figure.polyline(&closed, pen, edge, "edge of the leaf");
    let question = scene.pick(&[
        "Draw the axis of symmetry of the leaf from its one end to the other.",
        "Draw the line from end to end of the leaf blade that divides it into two mirror halves.",
    ]);
    Draft::drawing(question, vec![segment_mark(spot(0.0, 0.0), spot(1.0, 0.0))])
}

/// By the direction in which the outline spreads most; its ends are the outermost corners.
fn solve(seen: &Seen) -> Option<Solved> {
    let edge: Vec<Point> = seen.lines("edge of the leaf").iter().map(|[a, _]| *a).collect();
    let n = edge.len().max(1) as f64;
    let mean = edge.iter().fold([0.0, 0.0], |s, p| [s[0] + p[0] / n, s[1] + p[1] / n]);
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in &edge {
        let [x, y] = minus(*p, mean);
        (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
    }
    let angle = (2.0 * xy).atan2(xx - yy) / 2.0;
    let way = unit([angle.cos(), angle.sin()]);
    let along = |p: &&Point| dot(minus(**p, mean), way);
    let first = edge.iter().min_by(|a, b| along(a).total_cmp(&along(b)))?;
    let last = edge.iter().max_by(|a, b| along(a).total_cmp(&along(b)))?;
    Solved::drawing(vec![segment_mark(*first, *last)])
}
