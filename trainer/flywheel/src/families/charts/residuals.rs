//! Draw the residuals of points beside a fitted line.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::axes::{axes, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{foot_of, minus, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "residuals",
    task: Task::Instruction,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Residual", "Line of best fit"],
    tools: &["residual_bars"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: of one coloured point; level 2: of the points on one side of the line; level 3: of all.
    let level = scene.level;
    let ticks = scene.int(4, 7);
    let plot = plot(scene, ticks, 0)?;
    axes(scene, &plot);
    let n = if level == 3 { scene.int(4, 6) } else { 6 };
    let slot = (plot.right - plot.left) / (n + 1);
    let ends = [scene.int(1, 2 * plot.ticks - 1), scene.int(1, 2 * plot.ticks - 1)].map(|h| plot.y(h));
    if (ends[0] - ends[1]).abs() < plot.tick {
        return None;
    }
    let line = [(plot.left + slot / 2, ends[0]), (plot.right - slot / 2, ends[1])];
    let on = |x: i32| {
        let t = f64::from(x - line[0].0) / f64::from(line[1].0 - line[0].0);
        f64::from(line[0].1) + t * f64::from(line[1].1 - line[0].1)
    };
    let ink = scene.figure.ink;
    let hues = scene.hues(3);
    let (cloud, special, fit) = (scene.shade(hues[0]), scene.shade(hues[1]), scene.shade(hues[2]));
    let r = scene.int(4, 5);
    let mut marks = Vec::new();
    let chosen = scene.int(0, n - 1);
    let above = scene.chance(0.5);
    let mut points: Vec<(Place, bool)> = Vec::new();
    for i in 0..n {
        let x = plot.left + (i + 1) * slot;
        let off = scene.int(plot.tick * 45 / 100, plot.tick * 11 / 10).max(r + 8);
        let up = scene.chance(0.5);
        let y = on(x).round() as i32 + if up { -off } else { off };
        if y < plot.top - 4 || y > plot.bottom - r - 3 {
            return None;
        }
        points.push(((x, y), up));
        if match level {
            1 => i == chosen,
            2 => up == above,
            _ => true,
        } {
            marks.push(segment_mark(point((x, y)), [f64::from(x), on(x)]));
        }
    }
    if level == 2 && !(2..=4).contains(&marks.len()) {
        return None;
    }
    scene.figure.line(line[0], line[1], 2, if level == 1 { ink } else { fit }, "fitted line");
    for (i, (place, _)) in points.iter().enumerate() {
        let special_one = level == 1 && i as i32 == chosen;
        let (hue, color) = if special_one { (hues[1], special) } else { (hues[0], cloud) };
        scene.figure.dot(*place, r, color, &format!("{hue} data point"));
    }
    let question = match level {
        1 => format!(
            "Draw the residual of the {} point: the upright segment from it to the fitted line.",
            hues[1]
        ),
        2 => format!(
            "Draw the residuals of all points {} the fitted line, as upright segments from the points to the line.",
            if above { "above" } else { "below" }
        ),
        _ => scene
            .pick(&[
                "Draw the residuals of all points, as upright segments from the points to the fitted line.",
                "For every point draw the upright segment that shows by how much the fitted line misses it.",
            ])
            .to_owned(),
    };
    Draft::drawing(question, marks)
}

/// By the distance from the line, divided by the cosine of its slope.
fn solve(seen: &Seen) -> Option<Solved> {
    let line = *seen.lines("fitted line").first()?;
    let words: Vec<&str> = seen.words().collect();
    let points: Vec<Point> = match seen.hues().first() {
        Some(hue) => seen.points(&format!("{hue} data point")),
        None => crate::Hue::ALL.iter().flat_map(|hue| seen.points(&format!("{hue} data point"))).collect(),
    };
    let [dx, dy] = minus(line[1], line[0]);
    let cosine = dx.abs() / dx.hypot(dy);
    let marks: Vec<Mark> = points
        .into_iter()
        .filter_map(|p| {
            let away = minus(foot_of(p, line), p);
            let length = away[0].hypot(away[1]) / cosine;
            // The foot lies on the line's side of the point; so does the end of the residual.
            let end = [p[0], p[1] + if away[1] > 0.0 { length } else { -length }];
            let above = end[1] > p[1];
            let wanted = !(words.contains(&"above") && !above || words.contains(&"below") && above);
            wanted.then(|| segment_mark(p, end))
        })
        .collect();
    Solved::drawing(marks)
}
