//! Draw the tangents from a point to a circle.

use vthinker_core::think::Task;

use super::side_label::inside;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::geometry::{at, minus, norm, plus, segment_mark, times, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "tangents_from_point",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Tangent and radius", "Two tangents from a point", "Semicircle"],
    tools: &["tangent_from_point", "radius_to_contact"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the centre is marked; level 2: it is not; level 3: one of two circles.
    let side = f64::from(scene.side());
    let r = scene.int((side * 0.13) as i32, (side * 0.26) as i32);
    let centre = scene.place(r + 6);
    let p = scene.place(2 * scene.letter_size());
    let d = norm(minus(point(p), point(centre)));
    if d < f64::from(r) * 1.35 || d < f64::from(r) + 25.0 {
        return None;
    }
    let hues = scene.hues(2);
    let color = scene.shade(hues[0]);
    let width = scene.int(2, 3);
    scene.figure.ring(centre, r, color, Some(width), &format!("{} circle", hues[0]));
    if scene.level == 1 {
        scene.figure.dot(centre, 3, color, "centre of the circle");
    }
    if scene.level == 3 {
        let small = scene.int((side * 0.08) as i32, (side * 0.2) as i32);
        let other = scene.place(small + 6);
        let apart = norm(minus(point(other), point(centre))) > f64::from(small + r + 8);
        if !apart || norm(minus(point(other), point(p))) < f64::from(small + 20) {
            return None;
        }
        let color = scene.shade(hues[1]);
        scene.figure.ring(other, small, color, Some(width), &format!("{} circle", hues[1]));
    }
    let ink = scene.figure.ink;
    scene.figure.dot(p, 4, ink, "point outside");
    let letter = scene.pick(&["P", "Q", "R", "S", "T"]);
    name_place(scene, p, letter, centre)?;
    let contacts = contacts(point(p), point(centre), f64::from(r));
    if contacts.iter().any(|c| !inside(scene, *c, 2.0)) {
        return None;
    }
    let which = if scene.level == 3 { format!("{} circle", hues[0]) } else { "circle".into() };
    let question = match scene.int(0, 1) {
        0 => format!("Draw both tangents from {letter} to the {which}, each as far as its point of contact."),
        _ => {
            format!("From {letter} draw the two segments that touch the {which}, up to where they touch it.")
        }
    };
    Draft::drawing(question, contacts.iter().map(|c| segment_mark(point(p), *c)).collect())
}

/// By the right angle at the contact: its foot on the line of centres divides it as the squares of the sides.
fn contacts(p: Point, centre: Point, r: f64) -> [Point; 2] {
    let d = norm(minus(p, centre));
    let foot = at(centre, p, r * r / (d * d));
    let height = r * (d * d - r * r).max(0.0).sqrt() / d;
    let [x, y] = times(minus(p, centre), 1.0 / d);
    [plus(foot, [-y * height, x * height]), plus(foot, [y * height, -x * height])]
}

/// By turning the way to the centre by the angle whose sine is radius over distance.
fn solve(seen: &Seen) -> Option<Solved> {
    let p = seen.named(seen.letters().first()?)?;
    let circle = match seen.hues().first() {
        Some(hue) => *seen.circles(&format!("{hue} circle")).first()?,
        None => {
            crate::Hue::ALL.iter().find_map(|hue| seen.circles(&format!("{hue} circle")).first().copied())?
        }
    };
    let (centre, r) = circle;
    let way = minus(centre, p);
    let (turn, length) = ((r / norm(way)).asin(), (norm(way).powi(2) - r * r).sqrt());
    let start = way[1].atan2(way[0]);
    let marks = [start - turn, start + turn].map(|t| {
        let end = plus(p, [length * t.cos(), length * t.sin()]);
        let (x, y) = whole(end);
        segment_mark(p, [f64::from(x), f64::from(y)])
    });
    Solved::drawing(marks.to_vec())
}
