//! A number mirrored in a dot on a number line.

use super::Follower;
use super::scale::Scale;
use crate::draft::Draft;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "mirrored_number",
    domain: "Mathematics",
    knowledge: &["Distance on a number line", "Unit of a scale"],
    tools: &["point_mark"],
    range: (-30, 120),
    draft,
    solve,
};

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let off = scene.int(2, 3 + 2 * i32::from(scene.level)) * scene.pick(&[-1, 1]);
    let (dot, image) = (given + off, given + 2 * off);
    let (low, high) = (given.min(image) - scene.int(1, 3), given.max(image) + scene.int(1, 3));
    let size = scene.letter_size();
    let per = (scene.width() - 3 * size) / (high - low);
    if per < 8 {
        return None;
    }
    let left = (scene.width() - per * (high - low)) / 2;
    let y = scene.int(scene.height() / 3, scene.height() * 2 / 3);
    let x = |value: i32| left + (value - low) * per;
    // Two labels, not at the numbers that matter.
    let free: Vec<i32> = (low..=high).filter(|v| ![given, dot, image].contains(v)).collect();
    let (first, second) = (scene.pick(&free), scene.pick(&free));
    if (second - first) * per < 4 * size {
        return None;
    }
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    scene.figure.line((x(low) - size / 2, y), (x(high) + size / 2, y), width, ink, "number line");
    for value in low..=high {
        let half = if [first, second].contains(&value) { size / 2 + 2 } else { size / 3 };
        scene.figure.line((x(value), y - half), (x(value), y + half), width, ink, "tick");
    }
    for value in [first, second] {
        scene.figure.text((x(value), y + 3 * size / 2), &value.to_string(), size, "number label");
    }
    let hue = scene.hues(1)[0];
    scene.dot((x(dot), y), hue, 4);
    let wrong = [dot, given - 2 * off, given + off + off.signum(), image + 1, image - 1];
    Some(
        Draft::reasoning(
            format!("The number {symbol} is mirrored in the {hue} dot on the number line. Which number is its image?"),
            vec![point((x(given), y)), point((x(image), y))],
            format!("I mark {given} on the line and, as far from the {hue} dot on its other side, the image."),
            format!("The dot lies at {dot}, {} from {given}, so the image is {image}.", off.abs()),
            image,
        )?
        .wrong(wrong),
    )
}

/// By pixels: the image lies as far behind the dot as the number before it.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let scale = Scale::of(seen, "number label", 0)?;
    let [dot, y] = *seen.points(&format!("{} dot", seen.hues().first()?)).first()?;
    let from = scale.pixel(given as f64);
    let image = 2.0 * dot - from;
    Solved::reasoning(scale.value(image).round() as i64, vec![point_mark([from, y]), point_mark([image, y])])
}
