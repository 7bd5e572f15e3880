//! What is the name of a note on a staff?

use vthinker_core::think::Task;

use super::staff::{Clef, clef, note, read, staff};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "staff_note",
    task: Task::Reasoning,
    domain: "Music",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Treble clef line", "Bass clef line", "Steps of the staff", "Ledger lines"],
    tools: &["point_mark", "ledger_line"],
    draft,
    solve,
};

const LETTERS: [char; 7] = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];

/// Pixels by which every second step is marked to the right, so that the dots stay apart.
const SHIFT: i32 = 14;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one note on a staff with a treble clef; level 2: several, both clefs; level 3: beyond the staff.
    let kind = if scene.level == 1 || scene.chance(0.5) { Clef::Treble } else { Clef::Bass };
    let ledgers = if scene.level == 3 { 3 } else { 1 };
    let staff = staff(scene, ledgers)?;
    let begin = clef(scene, &staff, kind);
    let n = if scene.level == 1 { 1 } else { scene.int(2, 4) };
    let gap = (staff.right - begin) / (n + 1);
    let s = staff.space;
    // Room for the dots at the left of the note.
    if gap < 3 * s {
        return None;
    }
    let hues = scene.hues(n as usize);
    let chosen = scene.int(0, n - 1);
    let (anchor, letter) = kind.anchor();
    let mut asked = 0;
    for (i, hue) in hues.iter().enumerate() {
        let this = i as i32 == chosen;
        let step = match (scene.level, this) {
            (3, true) if scene.chance(0.5) => scene.int(10, 13),
            (3, true) => scene.int(-5, -2),
            (3, false) => scene.int(-3, 11),
            _ => scene.int(-1, 9),
        };
        let x = begin + gap * (i as i32 + 1);
        let ink = scene.figure.ink;
        let lines = (10..=step).filter(|k| k % 2 == 0).chain((step..=-2).filter(|k| k % 2 == 0));
        for k in lines {
            let y = staff.y(k);
            scene.figure.line((x - s, y), (x + s, y), 1, ink, "ledger line");
        }
        let color = scene.shade(*hue);
        note(scene, &staff, (x, step), color, &format!("{hue} note"));
        if this {
            asked = step;
        }
    }
    if (asked - anchor).abs() < 2 {
        return None;
    }
    let x = begin + gap * (chosen + 1) - 2 * s;
    let way = (asked - anchor).signum();
    let steps: Vec<i32> = (0..=(asked - anchor).abs()).map(|k| anchor + way * k).collect();
    let name = |step: i32| {
        let first = LETTERS.iter().position(|l| *l == letter).unwrap_or(0) as i32;
        LETTERS[(first + step - anchor).rem_euclid(7) as usize]
    };
    let marks = steps.iter().map(|k| point((x + (k - anchor).rem_euclid(2) * SHIFT, staff.y(*k)))).collect();
    let names: Vec<String> = steps.iter().map(|k| name(*k).to_string()).collect();
    let (hue, answer) = (hues[chosen as usize], name(asked));
    let question = if scene.chance(0.5) {
        format!("What is the letter name of the {hue} note?")
    } else {
        format!("Which letter names the pitch of the {hue} note on the staff?")
    };
    Draft::reasoning(
        question,
        marks,
        format!(
            "The {} names the line of {letter}. From there I mark every line and space up or down to the {hue} note.",
            kind.name()
        ),
        format!("Step by step that gives {}. So the note is {answer}.", names.join(", ")),
        answer,
    )
}

/// By the height of the note in steps above the lowest line.
fn solve(seen: &Seen) -> Option<Solved> {
    let (low, space) = read(seen)?;
    let hue = *seen.hues().first()?;
    let [x, y] = *seen.symbols(&format!("{hue} note")).first()?;
    let treble = !seen.lines(Clef::Treble.name()).is_empty();
    let step = ((low - y) / space * 2.0).round() as i32;
    // The lowest line is E in the treble clef and G in the bass clef.
    let lowest = if treble { 4 } else { 6 };
    let answer = LETTERS[(lowest + step).rem_euclid(7) as usize];
    let anchor = if treble { 2 } else { 6 };
    let way = (step - anchor).signum();
    let marks = (0..=(step - anchor).abs())
        .map(|k| {
            let across = x - 2.0 * space + f64::from(k % 2 * SHIFT);
            point_mark([across, low - f64::from(anchor + way * k) * space / 2.0])
        })
        .collect();
    Solved::reasoning(answer, marks)
}
