//! How far apart are two keys?

use vthinker_core::think::Task;

use super::keyboard::{keyboard, read};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "semitones",
    task: Task::Reasoning,
    domain: "Music",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Semitone neighbours", "Major and minor third", "Perfect fifth"],
    tools: &["key_mark", "count_marks"],
    draft,
    solve,
};

const NAMES: [&str; 13] = [
    "unison",
    "minor second",
    "major second",
    "minor third",
    "major third",
    "perfect fourth",
    "tritone",
    "perfect fifth",
    "minor sixth",
    "major sixth",
    "minor seventh",
    "major seventh",
    "octave",
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: up to a fifth; level 2: up to two octaves; level 3: the interval's name is asked for.
    let keys = keyboard(scene)?;
    let most = match scene.level {
        1 => 7,
        2 => 19,
        _ => 12,
    };
    let far = scene.int(2, most) as usize;
    let from = scene.int(0, (keys.len() as i32 - 1 - far as i32).max(0)) as usize;
    let to = from + far;
    if to >= keys.len() {
        return None;
    }
    let hues = scene.hues(2);
    for (hue, key) in hues.iter().zip([from, to]) {
        let color = scene.shade(*hue);
        scene.figure.ellipse(keys[key].finger, (8, 8), [255; 3], None, "rim of a dot");
        scene.figure.dot(keys[key].finger, 5, color, "dot on a key");
    }
    let marks = keys[from + 1..=to].iter().map(|key| point(key.finger)).collect();
    let (low, high) = (hues[0], hues[1]);
    let before = format!(
        "Every key, white or black, is a semitone above the one before, so I mark each key from the {low} dot up to \
         the {high} dot."
    );
    if scene.level == 3 {
        let answer = NAMES[far];
        let wrong = [far + 1, far - 1, far + 2, far.saturating_sub(2), 7, 5].map(|k| NAMES[k.min(12)]);
        return Some(
            Draft::reasoning(
                format!("Which interval do the two keys with the {low} and the {high} dot form?"),
                marks,
                before,
                format!("There are {far} marks, and an interval of {far} semitones is the {answer}."),
                answer,
            )?
            .wrong(wrong),
        );
    }
    Some(
        Draft::reasoning(
            format!(
                "How many semitones does the key with the {high} dot sound above the key with the {low} dot?"
            ),
            marks,
            before,
            format!("There are {far} marks, so the distance is {far} semitones."),
            far,
        )?
        .wrong([far + 1, far - 1, far + 2, far + 3, far * 7 / 12 + 1]),
    )
}

/// By the names of the keys: the distance round the octave, and the octaves between.
fn solve(seen: &Seen) -> Option<Solved> {
    let keys = read(seen)?;
    let dots = seen.points("dot on a key");
    let place =
        |i: usize| keys.iter().position(|(_, p)| dots.get(i).is_some_and(|dot| norm(minus(*p, *dot)) < 3.0));
    let (from, to) = (place(0)?, place(1)?);
    let octaves = keys[from + 1..to].iter().filter(|(tone, _)| *tone == keys[from].0).count()
        + usize::from(keys[to].0 == keys[from].0);
    let far = (keys[to].0 + 12 - keys[from].0) % 12 + 12 * octaves;
    let marks = keys[from + 1..=to].iter().map(|(_, p)| point_mark(*p)).collect();
    if seen.question.starts_with("Which") {
        return Solved::reasoning(NAMES.get(far)?, marks);
    }
    Solved::reasoning(far, marks)
}
