//! An angle at a circle from an angle at the base of an isosceles triangle in it.

use vthinker_core::think::Task;

use super::side_label::{ANGLE, angle_label, polar};
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::geometry::{minus, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "inscribed_angle",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Inscribed angle", "Isosceles base angles"],
    tools: &["segment"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: multiples of ten, the centre inside the triangle; level 2: any; level 3: the corner on the short arc.
    let level = scene.level;
    let base = if level == 1 { 10 * scene.int(3, 5) } else { scene.int(24, 50) };
    let radius = f64::from(scene.side()) * f64::from(scene.int(34, 38)) / 100.0;
    let centre = [f64::from(scene.width() / 2), f64::from(scene.height() / 2)];
    let start = f64::from(scene.int(0, 359));
    let arc = f64::from(180 - 2 * base);
    let beyond = if level == 3 {
        // Part of the way back from B to A.
        -arc * f64::from(scene.int(35, 65)) / 100.0
    } else {
        let at_a = scene.int(base + 18, 90 + base - 20);
        // No side almost through the centre, where the wanted radius would lie on it.
        if (78..=102).contains(&at_a) {
            return None;
        }
        2.0 * f64::from(at_a)
    };
    let flip = if scene.chance(0.5) { 1.0 } else { -1.0 };
    let turns = [0.0, arc, arc + beyond].map(|t| start + flip * t);
    let [a, b, c] = turns.map(|t| whole(polar(centre, radius, t)));
    let middle = whole(centre);
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    scene.figure.ring(middle, radius.round() as i32, ink, Some(width), "circle");
    for (p, q) in [(a, b), (a, c), (c, b)] {
        scene.figure.line(p, q, 2, color, "chord");
    }
    scene.figure.line(middle, a, width, ink, "radius");
    scene.figure.dot(middle, 3, ink, "centre of the circle");
    let mut letters = ["A", "B", "C", "D", "E", "F", "P", "Q", "R"];
    scene.shuffle(&mut letters);
    for (p, letter) in [a, b, c].into_iter().zip(letters) {
        name_place(scene, p, letter, middle)?;
    }
    name_place(scene, middle, "M", whole(polar(centre, 10.0, start + flip * (arc / 2.0 + 20.0))))?;
    angle_label(scene, a, [point(middle), point(b)], &format!("{base}°"), ANGLE)?;
    let [p, q, r] = [letters[0], letters[1], letters[2]];
    let at_centre = 180 - 2 * base;
    let answer = if level == 3 { 90 + base } else { 90 - base };
    let question = match scene.int(0, 1) {
        0 => format!(
            "M is the centre of the circle. How large is the angle at {r} between the chords to {p} and {q}?"
        ),
        _ => format!("The circle has the centre M. What is the angle of the triangle {p}, {q}, {r} at {r}?"),
    };
    let after = if level == 3 {
        format!(
            "The triangle with two radii has the angles {base}, {base} and {at_centre}. {r} lies on the short arc, so its angle is half of 360 - {at_centre}: {answer} degrees."
        )
    } else {
        format!(
            "The triangle with two radii has the angles {base}, {base} and {at_centre}. The angle at {r} is half of {at_centre}: {answer} degrees."
        )
    };
    Draft::reasoning(
        question,
        vec![segment_mark(point(middle), point(b))],
        format!("I draw the radius from M to {q}: with the other radius it makes an isosceles triangle."),
        after,
        format!("{answer} degrees"),
    )
    .map(|d| d.wrong([at_centre, base, 2 * base, 180 - answer, answer + 10].map(|v| format!("{v} degrees"))))
}

/// By the side of the chord on which the corner lies, checked by measuring the angle.
fn solve(seen: &Seen) -> Option<Solved> {
    let (text, _) = *seen.texts(ANGLE).first()?;
    let base: f64 = text.trim_end_matches('°').parse().ok()?;
    let middle = *seen.points("centre of the circle").first()?;
    let letters = seen.letters();
    // The first wording names the corner before the ends of its sides, after M.
    let letter = if seen.question.contains("triangle") { letters.last()? } else { letters.get(1)? };
    let corner = seen.named(letter)?;
    let near = *seen.lines("radius").first()?;
    // The chord from the end of the radius that does not lead to the corner.
    let [a, b] = seen.lines("chord").into_iter().find(|[p, q]| *p != corner && *q != corner)?;
    let (a, b) = if a == near[1] { (a, b) } else { (b, a) };
    let side = |p: Point| (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0.0;
    let answer = if side(middle) == side(corner) { 90.0 - base } else { 90.0 + base };
    let turn = |p: Point| minus(p, corner)[1].atan2(minus(p, corner)[0]).to_degrees();
    let measured = (turn(a) - turn(b)).rem_euclid(360.0);
    ((measured.min(360.0 - measured) - answer).abs() < 3.0)
        .then(|| Solved::reasoning(format!("{answer} degrees"), vec![segment_mark(middle, b)]))?
}
