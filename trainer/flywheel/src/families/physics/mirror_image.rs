//! Mark where a lamp's image stands behind a plane mirror.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{angle, at, foot_of, minus, plus, point_mark, times, unit, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "image_in_mirror",
    task: Task::Perception,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Image in a plane mirror"],
    tools: &["reflected_point", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // As many lamps as the level says, and from level 2 on a slanted mirror.
    let margin = scene.side() / 10;
    let (a, b) = (scene.place(margin), scene.place(margin));
    let level = [(0, 0), (1, 0)];
    let slant = angle([a, b], level);
    if distance(a, b) < f64::from(scene.side()) * 0.5 || (scene.level > 1 && !(12.0..78.0).contains(&slant)) {
        return None;
    }
    // Level 1: the mirror stands upright or lies level.
    let b = match scene.level {
        1 if slant < 45.0 => (b.0, a.1),
        1 => (a.0, b.1),
        _ => b,
    };
    let along = unit(minus(point(b), point(a)));
    let front = times([along[1], -along[0]], if scene.chance(0.5) { 1.0 } else { -1.0 });
    let n = usize::from(scene.level);
    let hues = scene.hues(n);
    let (mut lamps, mut images) = (Vec::new(), Vec::new());
    for _ in 0..n {
        let share = f64::from(scene.int(12, 88)) / 100.0;
        let gap = f64::from(scene.int(scene.side() / 10, scene.side() / 3));
        let on = at(point(a), point(b), share);
        let lamp = whole(plus(on, times(front, gap)));
        let image = minus(on, times(front, gap));
        let (x, y) = whole(image);
        let room =
            |p: (i32, i32)| p.0 >= 12 && p.1 >= 12 && p.0 < scene.width() - 12 && p.1 < scene.height() - 12;
        if !room(lamp) || !room((x, y)) || lamps.iter().any(|l| distance(*l, lamp) < 30.0) {
            return None;
        }
        lamps.push(lamp);
        images.push(image);
    }
    let (ink, hatch) = (scene.figure.ink, scene.int(9, 13));
    let width = scene.int(3, 4);
    scene.figure.line(a, b, width, ink, "mirror");
    // Short strokes on the back of the mirror.
    let mut s = 6.0;
    while s < distance(a, b) - 4.0 {
        let foot = plus(point(a), times(along, s));
        let tail = plus(foot, plus(times(front, -7.0), times(along, -5.0)));
        scene.figure.backdrop_line(whole(foot), whole(tail), ink);
        s += f64::from(hatch);
    }
    for (lamp, hue) in lamps.iter().zip(&hues) {
        let color = scene.shade(*hue);
        let r = scene.int(5, 8);
        scene.figure.dot(*lamp, r, color, &format!("{hue} lamp"));
    }
    let chosen = scene.int(0, n as i32 - 1) as usize;
    let question = match scene.int(0, 2) {
        0 => {
            format!("Mark the place where the image of the {} lamp appears behind the mirror.", hues[chosen])
        }
        1 => format!("Mark the mirror image of the {} lamp.", hues[chosen]),
        _ => format!(
            "Where does the {} lamp seem to stand for somebody who looks into the plane mirror? Mark that point.",
            hues[chosen]
        ),
    };
    Draft::drawing(question, vec![point_mark(images[chosen])])
}

/// As far behind the foot of the perpendicular as the lamp is before it.
fn solve(seen: &Seen) -> Option<Solved> {
    let hue = *seen.hues().first()?;
    let lamp = *seen.points(&format!("{hue} lamp")).first()?;
    let mirror = *seen.lines("mirror").first()?;
    let image = minus(times(foot_of(lamp, mirror), 2.0), lamp);
    Solved::drawing(vec![point_mark(image)])
}
