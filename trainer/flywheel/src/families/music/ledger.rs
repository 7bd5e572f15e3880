//! Draw the ledger lines that a note lacks.

use vthinker_core::think::Task;

use super::staff::{Clef, clef, note, read, staff};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "ledger_lines",
    task: Task::Instruction,
    domain: "Music",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Ledger lines"],
    tools: &["ledger_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // As many ledger lines as the level says, and other notes beside the asked one from level 2 on.
    let level = i32::from(scene.level);
    let staff = staff(scene, level + 1)?;
    let kind = scene.pick(&[Clef::Treble, Clef::Bass]);
    let begin = clef(scene, &staff, kind);
    let n = if level == 1 { scene.int(1, 2) } else { scene.int(2, 4) };
    let gap = (staff.right - begin) / (n + 1);
    if gap < 3 * staff.space {
        return None;
    }
    let chosen = scene.int(0, n - 1);
    let hues = scene.hues(n as usize);
    let mut marks = Vec::new();
    for (i, hue) in hues.iter().enumerate() {
        let x = begin + gap * (i as i32 + 1);
        let color = scene.shade(*hue);
        let mut step = scene.int(0, 8);
        if i as i32 == chosen {
            let beyond = 2 * level + scene.int(0, 1);
            step = if scene.chance(0.5) { 8 + beyond } else { -beyond };
            let half = staff.space * 11 / 10;
            let lines = (10..=step).chain(step..=-2).filter(|k| k % 2 == 0);
            marks = lines.map(|k| segment((x - half, staff.y(k)), (x + half, staff.y(k)))).collect();
        }
        note(scene, &staff, (x, step), color, &format!("{hue} note"));
    }
    let hue = hues[chosen as usize];
    let question = match scene.int(0, 1) {
        0 => format!("Draw the ledger lines that are missing at the {hue} note."),
        _ => format!("The {hue} note lies beyond the staff. Add its ledger lines."),
    };
    Draft::drawing(question, marks)
}

/// By going on with the lines' distance until the note is reached.
fn solve(seen: &Seen) -> Option<Solved> {
    let (low, space) = read(seen)?;
    let hue = *seen.hues().first()?;
    let [x, y] = *seen.symbols(&format!("{hue} note")).first()?;
    let (mut at, way) = if y > low { (low, space) } else { (low - 4.0 * space, -space) };
    let mut marks = Vec::new();
    while (y - at - way) * way > -1.5 * way.abs() {
        at += way;
        marks.push(segment_mark([x - 1.1 * space, at], [x + 1.1 * space, at]));
    }
    Solved::drawing(marks)
}
