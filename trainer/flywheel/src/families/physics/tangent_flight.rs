//! Draw the path of a stone whose string breaks.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{dot, minus, plus, segment_mark, times, unit, whole};
use crate::scene::Scene;
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "tangent_flight",
    task: Task::Instruction,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Velocity along the tangent"],
    tools: &["perpendicular_through_point", "ray"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the string lies along a side of the picture; level 2: anywhere; level 3: two stones on one string each.
    let side = scene.side();
    let r = scene.int(side / 6, side / 4);
    let centre = scene.place(r + 12);
    let n = if scene.level == 3 { 2 } else { 1 };
    let hues = scene.hues(2);
    let turn = scene.pick(&[1.0, -1.0]);
    let ink = scene.figure.ink;
    let grey = scene.figure.style().background.map(|c| c - 60);
    scene.figure.ring(centre, r, grey, Some(1), "path so far");
    let mut marks = Vec::new();
    let mut angles: Vec<i32> = Vec::new();
    for hue in &hues[..n] {
        let angle = if scene.level == 1 { 90 * scene.int(0, 3) } else { scene.int(0, 359) };
        if angles.iter().any(|a| (a - angle + 180).rem_euclid(360).abs_diff(180) < 50) {
            return None;
        }
        angles.push(angle);
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        let spot = whole(plus(point(centre), times([cos, sin], f64::from(r))));
        let out = unit(minus(point(spot), point(centre)));
        let way = times([-out[1], out[0]], turn);
        let end = plus(point(spot), times(way, 1.5 * f64::from(r)));
        let (x, y) = whole(end);
        if x < 6 || y < 6 || x > scene.width() - 7 || y > scene.height() - 7 {
            return None;
        }
        let color = scene.shade(*hue);
        scene.figure.line(centre, spot, 2, ink, "string");
        scene.figure.dot(spot, scene_dot(side), color, &format!("{hue} stone"));
        marks.push(segment_mark(point(spot), end));
    }
    // An arrow inside the circle shows the sense of rotation.
    let s = f64::from(r) * 0.45;
    let begin = f64::from(angles[0] + 120).to_radians();
    let arc: Vec<_> = (0..=8)
        .map(|i| begin + turn * f64::from(i) * 0.12)
        .map(|a| whole(plus(point(centre), [s * a.cos(), s * a.sin()])))
        .collect();
    scene.figure.polyline(&arc, 2, ink, "sense of rotation");
    let last = point(arc[arc.len() - 1]);
    let spoke = unit(minus(last, point(centre)));
    let tip = plus(last, times([-spoke[1], spoke[0]], 9.0 * turn));
    let corner = |k: f64| whole(plus(last, times(spoke, k)));
    scene.figure.polygon(&[whole(tip), corner(5.0), corner(-5.0)], ink, "head of an arrow");
    scene.figure.dot(centre, 3, ink, "centre");
    let chosen = scene.int(0, n as i32 - 1) as usize;
    let question = format!(
        "The {} stone is whirled around in a level circle, in the sense of the arrow; we look from above. Its string breaks now. \
         Draw the path on which it flies on, one and a half times as long as the string.",
        hues[chosen]
    );
    Draft::drawing(question, vec![marks.swap_remove(chosen)])
}

fn scene_dot(side: i32) -> i32 {
    (side / 50).clamp(5, 9)
}

/// At a right angle to the string, on the side to which the drawn arrow turns.
fn solve(seen: &Seen) -> Option<Solved> {
    let hue = *seen.hues().first()?;
    let stone = *seen.points(&format!("{hue} stone")).first()?;
    let centre = *seen.points("centre").first()?;
    let arrow = seen.lines("sense of rotation");
    let [x, y] = minus(stone, centre);
    let across = [-y, x];
    let (start, end) = (minus(arrow.first()?[0], centre), minus(arrow.last()?[1], centre));
    let turn = dot([-start[1], start[0]], end).signum();
    Solved::drawing(vec![segment_mark(stone, plus(stone, times(across, 1.5 * turn)))])
}
