//! Mark the point that lies far from the pattern of the others.

use vthinker_core::think::Task;

use super::axes::{axes, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "scatter_outlier",
    task: Task::Perception,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Outlying point", "Direction of a relation"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let ticks = scene.int(4, 7);
    let plot = plot(scene, ticks, 0)?;
    let (low, high) = (plot.left + size, plot.right - size);
    let tall = plot.bottom - plot.top;
    let [a, b] = [scene.int(10, 35), scene.int(65, 90)].map(|share| plot.bottom - share * tall / 100);
    let (start, end) = if scene.chance(0.5) { (a, b) } else { (b, a) };
    let spread = tall * i32::from(scene.level) / 45;
    let n = scene.int(9, 14) + 3 * i32::from(scene.level);
    let on = |x: i32| start + (end - start) * (x - low) / (high - low).max(1);
    let mut places: Vec<Place> = Vec::new();
    for _ in 0..8 * n {
        let x = scene.int(low, high);
        let place = (x, on(x) + scene.int(-spread, spread));
        if places.len() < n as usize && places.iter().all(|p| distance(*p, place) > f64::from(size * 3 / 4)) {
            places.push(place);
        }
    }
    if places.len() < 9 {
        return None;
    }
    let x = scene.int(low, high);
    let off = [52, 42, 32][usize::from(scene.level) - 1];
    let outlier = (x, on(x) + scene.pick(&[-1, 1]) * (off * tall / 100 + scene.int(0, 10)));
    if outlier.1 < plot.top + 4 || outlier.1 > plot.bottom - 8 {
        return None;
    }
    let at = scene.int(0, places.len() as i32) as usize;
    places.insert(at, outlier);
    let (hue, r) = (scene.hues(1)[0], scene.int(3, 4) + (size - 13) / 4);
    let color = scene.shade(hue);
    for place in &places {
        scene.figure.dot(*place, r, color, "data point");
    }
    axes(scene, &plot);
    let question = scene.pick(&[
        "Mark the one data point that lies far from the pattern of the others.",
        "One measurement does not follow the trend of the rest. Mark it.",
        "Mark the outlier of this scatter plot.",
    ]);
    Draft::drawing(question, vec![point(outlier)])
}

/// The point without which the others lie closest to a line.
fn solve(seen: &Seen) -> Option<Solved> {
    let points = seen.points("data point");
    let without = |i: usize| {
        let rest: Vec<Point> = points.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, p)| *p).collect();
        let n = rest.len() as f64;
        let mean = |k: usize| rest.iter().map(|p| p[k]).sum::<f64>() / n;
        let (mx, my) = (mean(0), mean(1));
        let sum = |f: &dyn Fn(f64, f64) -> f64| rest.iter().map(|p| f(p[0] - mx, p[1] - my)).sum::<f64>();
        let (xx, xy, yy) = (sum(&|x, _| x * x), sum(&|x, y| x * y), sum(&|_, y| y * y));
        yy - xy * xy / xx
    };
    let worst = (0..points.len()).min_by(|a, b| without(*a).total_cmp(&without(*b)))?;
    Solved::drawing(vec![point_mark(points[worst])])
}
