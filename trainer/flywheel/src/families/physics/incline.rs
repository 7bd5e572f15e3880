//! Draw the normal of a slope from a block's centre.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, foot_of, minus, norm, plus, segment_mark, times, unit, whole};
use crate::scene::Scene;
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "incline_normal",
    task: Task::Instruction,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Normal force direction", "Weight on an incline"],
    tools: &["surface_normal", "perpendicular_foot"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // As many blocks as the level says; the question names one by its colour.
    let margin = scene.side() / 12;
    let (w, h) = (scene.width(), scene.height());
    let angle = f64::from(scene.int(14, 42)).to_radians();
    let base = h - margin;
    let (mut low, mut high) = ((margin, base), (w - margin, base));
    let rise = (f64::from(high.0 - low.0) * angle.tan()) as i32;
    if rise > h * 2 / 3 {
        return None;
    }
    high.1 -= rise;
    if scene.chance(0.5) {
        (low.0, high.0) = (high.0, low.0);
    }
    let (ink, ground) = (scene.figure.ink, scene.figure.style().background.map(|c| c - 20));
    scene.figure.backdrop_polygon(&[low, high, (high.0, base)], ground);
    let pen = scene.int(2, 3);
    scene.figure.line(low, high, pen, ink, "slope");
    scene.figure.line(low, (high.0, base), pen, ink, "ground");
    scene.figure.line(high, (high.0, base), pen, ink, "back of the slope");
    let along = unit(minus(point(high), point(low)));
    let mut up = [along[1], -along[0]];
    if up[1] > 0.0 {
        up = times(up, -1.0);
    }
    let n = i32::from(scene.level);
    let hues = scene.hues(n as usize);
    let mut marks = Vec::new();
    for (i, hue) in hues.iter().enumerate() {
        let (long, tall) = (scene.int(h / 14, h / 9), scene.int(h / 9, h / 6));
        let long = long.min((norm(minus(point(high), point(low))) / (3.4 * f64::from(n))) as i32);
        let share = (i as f64 + 0.5) / f64::from(n) + f64::from(scene.int(-5, 5)) / 100.0;
        let foot = at(point(low), point(high), share * 0.8 + 0.1);
        let (half, tall) = (times(along, f64::from(long)), times(up, f64::from(tall)));
        let corners = [
            minus(foot, half),
            plus(foot, half),
            plus(plus(foot, half), tall),
            plus(minus(foot, half), tall),
        ]
        .map(whole);
        if corners.iter().any(|(x, y)| *x < 4 || *y < 4 || *x > w - 5 || *y > h - 5) {
            return None;
        }
        let color = scene.shade(*hue);
        scene.figure.polygon(&corners, color, &format!("{hue} block"));
        marks.push(segment_mark(plus(foot, times(tall, 0.5)), foot));
    }
    let chosen = scene.int(0, n - 1) as usize;
    let question = match scene.int(0, 1) {
        0 => format!(
            "Draw the line from the centre of the {} block straight to the slope, along which the slope pushes on the block.",
            hues[chosen]
        ),
        _ => format!("Draw the perpendicular from the centre of the {} block to the slope.", hues[chosen]),
    };
    Draft::drawing(question, vec![marks.swap_remove(chosen)])
}

/// By the foot of the perpendicular on the slope.
fn solve(seen: &Seen) -> Option<Solved> {
    let hue = *seen.hues().first()?;
    let centre = *seen.symbols(&format!("{hue} block")).first()?;
    let foot = foot_of(centre, *seen.lines("slope").first()?);
    Solved::drawing(vec![segment_mark(centre, foot)])
}
