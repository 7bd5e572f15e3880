//! Draw a reflected ray up to a screen.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, foot_of, minus, segment_mark, times, whole};
use crate::scene::Scene;
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "reflected_ray",
    task: Task::Instruction,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Law of reflection"],
    tools: &["reflected_ray", "surface_normal"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: level mirror and screen; level 2: a slanted mirror; level 3: a slanted screen too.
    let (w, h) = (scene.width(), scene.height());
    let margin = scene.side() / 12;
    let tilt = |scene: &mut Scene, on: bool| if on { scene.int(-h / 8, h / 8) } else { 0 };
    let (low, high) = (h - margin - h / 10, margin + h / 10);
    let a = tilt(scene, scene.level > 1);
    let b = tilt(scene, scene.level > 2);
    let mirror = [(margin, low - a / 2), (w - margin, low + a / 2)];
    let screen = [(margin, high - b / 2), (w - margin, high + b / 2)];
    let inside = |p: &(i32, i32)| p.0 >= 4 && p.1 >= 4 && p.0 < w - 4 && p.1 < h - 4;
    let lamp = (scene.int(margin, w - margin), scene.int(high + h / 6, h / 2));
    let aim = scene.int(w / 5, w * 4 / 5);
    let hit = crossing_of_lines([point(lamp), [f64::from(aim), f64::from(low)]], mirror.map(point))?;
    let hit = whole(hit);
    // The direction comes from the angle to the mirror.
    let slope = f64::from(mirror[1].1 - mirror[0].1).atan2(f64::from(mirror[1].0 - mirror[0].0));
    let come = f64::from(hit.1 - lamp.1).atan2(f64::from(hit.0 - lamp.0));
    let (sin, cos) = (2.0 * slope - come).sin_cos();
    let start = point(hit);
    let end = crossing_of_lines([start, [start[0] + cos, start[1] + sin]], screen.map(point))?;
    let far = |p: (i32, i32), q: (i32, i32)| (p.0 - q.0).abs().max((p.1 - q.1).abs());
    if !mirror.iter().chain(&screen).all(inside)
        || !(margin + 6..w - margin - 6).contains(&(end[0] as i32))
        || !(margin + 6..w - margin - 6).contains(&hit.0)
        || far(lamp, whole(end)) < margin
        || (lamp.0 - hit.0).abs() < w / 10
        || sin > -0.3
    {
        return None;
    }
    let (ink, hues, pen) = (scene.figure.ink, scene.hues(2), scene.int(3, 5));
    let (light, cloth) = (scene.shade(hues[0]), scene.shade(hues[1]));
    scene.figure.line(mirror[0], mirror[1], pen, ink, "mirror");
    for x in (mirror[0].0 + 6..mirror[1].0).step_by(12) {
        let share = f64::from(x - mirror[0].0) / f64::from(mirror[1].0 - mirror[0].0);
        let y = mirror[0].1 + (share * f64::from(mirror[1].1 - mirror[0].1)).round() as i32;
        scene.figure.backdrop_line((x, y + 2), (x - 6, y + 9), ink);
    }
    scene.figure.line(screen[0], screen[1], pen, cloth, "screen");
    scene.figure.arrow(lamp, hit, 2, light, "ray of light");
    scene.figure.dot(lamp, 5, light, "lamp");
    let question = scene.pick(&[
        "Draw the reflected ray from the hatched mirror up to the coloured screen.",
        "The ray falls on the mirror at the bottom. Draw how it goes on until it meets the screen.",
    ]);
    Draft::drawing(question, vec![segment_mark(start, end)])
}

/// From the lamp's mirror image through the place of reflection.
fn solve(seen: &Seen) -> Option<Solved> {
    let [lamp, hit] = *seen.lines("ray of light").first()?;
    let mirror = *seen.lines("mirror").first()?;
    let image = minus(times(foot_of(lamp, mirror), 2.0), lamp);
    let end = crossing_of_lines([image, hit], *seen.lines("screen").first()?)?;
    Solved::drawing(vec![segment_mark(hit, end)])
}
