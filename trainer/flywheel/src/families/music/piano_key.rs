//! Mark the keys of a note or of an interval.

use vthinker_core::think::Task;

use super::keyboard::{NAMES, keyboard, read};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "piano_key",
    task: Task::Perception,
    domain: "Music",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Two and three black keys", "Black key with two names", "Semitone neighbours"],
    tools: &["key_mark"],
    draft,
    solve,
};

const INTERVALS: [(&str, usize); 8] = [
    ("minor third", 3),
    ("major third", 4),
    ("perfect fourth", 5),
    ("perfect fifth", 7),
    ("major sixth", 9),
    ("octave", 12),
    ("whole tone", 2),
    ("semitone", 1),
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a white key by its name; level 2: a black one; level 3: an interval from a key with a dot.
    let keys = keyboard(scene)?;
    if scene.level < 3 {
        let asked = keys[scene.int(0, keys.len() as i32 - 1) as usize].tone;
        let names: Vec<&str> = NAMES[asked].split(" / ").collect();
        if (names.len() == 1) != (scene.level == 1) {
            return None;
        }
        let name = scene.pick(&names);
        let marks = keys.iter().filter(|key| key.tone == asked).map(|key| point(key.finger)).collect();
        return Draft::drawing(format!("Put a dot on every key of the keyboard that sounds {name}."), marks);
    }
    let from = scene.int(0, keys.len() as i32 - 1) as usize;
    let (name, far) = scene.pick(&INTERVALS);
    let up = scene.chance(0.6);
    let to = if up { from + far } else { from.checked_sub(far)? };
    let (hue, target) = (scene.hues(1)[0], *keys.get(to)?);
    let color = scene.shade(hue);
    scene.figure.dot(keys[from].finger, 5, color, "dot on a key");
    let way = if up { "above" } else { "below" };
    let article = if name == "octave" { "an" } else { "a" };
    Draft::drawing(
        format!("Put a dot on the key that lies {article} {name} {way} the key with the {hue} dot."),
        vec![point(target.finger)],
    )
}

/// By the pattern of the black keys, and by counting keys in their order.
fn solve(seen: &Seen) -> Option<Solved> {
    let keys = read(seen)?;
    if let Some(dot) = seen.points("dot on a key").first() {
        let from = keys.iter().position(|(_, p)| norm(minus(*p, *dot)) < 3.0)?;
        let (_, far) = INTERVALS.iter().find(|(name, _)| seen.question.contains(&format!(" {name} ")))?;
        let to = if seen.question.contains("above") { from + far } else { from.checked_sub(*far)? };
        return Solved::drawing(vec![point_mark(keys.get(to)?.1)]);
    }
    let (_, name) = seen.question.trim_end_matches('.').split_once("sounds ")?;
    let tone = NAMES.iter().position(|names| names.split(" / ").any(|n| n == name))?;
    Solved::drawing(keys.iter().filter(|(t, _)| *t == tone).map(|(_, p)| point_mark(*p)).collect())
}
