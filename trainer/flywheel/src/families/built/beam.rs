//! The force at a support of a beam.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "beam_support",
    task: Task::Reasoning,
    domain: "Engineering",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Support reactions"],
    tools: &["dimension_line", "length_label"],
    draft,
    solve,
};

/// Pixels between the lever arms that are drawn below each other.
const ROW: i32 = 26;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one load, supports at the ends; level 2: two loads; level 3: two loads and an overhanging end.
    let size = scene.letter_size();
    let marks = scene.int(4, 10);
    let left_end = scene.chance(0.5);
    let (a, b) = match scene.level {
        3 if left_end => (0, scene.int(marks / 2, marks - 1)),
        3 => (scene.int(1, marks / 2), marks),
        _ => (0, marks),
    };
    let n = if scene.level == 1 { 1 } else { 2 };
    let mut places: Vec<i32> = (0..=marks).filter(|p| *p != a && *p != b).collect();
    scene.shuffle(&mut places);
    places.truncate(n);
    places.sort_unstable();
    if places.len() < n {
        return None;
    }
    let loads: Vec<(i32, i32)> = places.iter().map(|p| (*p, 10 * scene.int(1, 12))).collect();
    let wanted = scene.pick(&["A", "B"]);
    let (pole, other) = if wanted == "A" { (b, a) } else { (a, b) };
    let turn: i32 = loads.iter().map(|(place, force)| force * (place - pole)).sum();
    let span = other - pole;
    if turn % span != 0 || turn / span <= 0 {
        return None;
    }
    let answer = turn / span;
    let unit = (scene.width() - 4 * size) / marks;
    let left = (scene.width() - unit * marks) / 2;
    let y = scene.height() * 2 / 5;
    let x = |place: i32| left + place * unit;
    if places.windows(2).any(|p| x(p[1]) - x(p[0]) < width("120 N", size)) {
        return None;
    }
    let (ink, hues) = (scene.figure.ink, scene.hues(2));
    let (steel, arrows) = (scene.shade(hues[0]), scene.shade(hues[1]));
    let pen = scene.int(5, 8);
    scene.figure.line((x(0), y), (x(marks), y), pen, steel, "beam");
    for i in 0..=marks {
        scene.figure.line((x(i), y - 5), (x(i), y + 5), 1, ink, "mark of the beam");
    }
    for (place, name) in [(a, "A"), (b, "B")] {
        let at = (x(place), y + 4);
        let foot = size;
        scene.figure.polygon(
            &[at, (at.0 - foot * 2 / 3, at.1 + foot), (at.0 + foot * 2 / 3, at.1 + foot)],
            ink,
            "support",
        );
        let side = if place == a { -1 } else { 1 };
        let letter = (at.0 + side * size * 6 / 5, at.1 + size * 2 / 3);
        scene.figure.name((x(place), y), letter, name, size);
    }
    let tall = (scene.height() / 5).min(60);
    for (place, force) in &loads {
        let tip = (x(*place), y - 5);
        scene.figure.arrow((tip.0, tip.1 - tall), tip, 2, arrows, "load");
        write(scene, (tip.0, tip.1 - tall - size * 3 / 4), &format!("{force} N"), "size of a load")?;
    }
    // The arms are drawn from the other support, the loads' first.
    let mut ends: Vec<i32> = places.clone();
    ends.push(other);
    let row = |i: usize| y + 34 + ROW * i as i32;
    if row(ends.len()) > scene.height() - 4 {
        return None;
    }
    let arms =
        ends.iter().enumerate().map(|(i, end)| segment((x(pole), row(i)), (x(*end), row(i)))).collect();
    let base = if wanted == "A" { "B" } else { "A" };
    let parts: Vec<String> = loads
        .iter()
        .map(|(p, f)| format!("{f} x {}", p - pole))
        .map(|t| t.replace("x -", "x (-") + if t.contains("x -") { ")" } else { "" })
        .collect();
    let total: i32 = loads.iter().map(|l| l.1).sum();
    let mut draft = Draft::reasoning(
        format!("The light beam rests on the supports A and B; its marks are equally far apart. With which force does the support {wanted} carry it?"),
        arms,
        format!("I take {base} as the pivot, so that its own force has no lever arm, and draw the arms of the other forces from there."),
        format!(
            "In marks the loads give {} = {turn}, and {wanted} stands {span} marks from {base}. So it carries {turn} / {span} = {answer} N.",
            parts.join(" + ")
        ),
        format!("{answer} N"),
    )?
    .wrong([total - answer, total / 2, answer + 10, total, answer + 5].map(|v| format!("{v} N")));
    for (i, end) in ends.iter().enumerate() {
        let middle = (x(pole) + x(*end)) / 2;
        draft = draft.label((middle, row(i) - size / 2 - 2), (end - pole).abs());
    }
    Some(draft)
}

/// By the sum of moments in pixels about the other support.
fn solve(seen: &Seen) -> Option<Solved> {
    let (_, rest) = seen.question.split_once("the support ")?;
    let (wanted, base) = if rest.starts_with('A') { ("A", "B") } else { ("B", "A") };
    let (at, pole) = (seen.named(wanted)?, seen.named(base)?);
    let y = at[1];
    let mut loads: Vec<(f64, f64)> = seen
        .texts("size of a load")
        .iter()
        .filter_map(|(text, p)| Some((p[0], text.strip_suffix(" N")?.parse().ok()?)))
        .collect();
    loads.sort_by(|a, b| a.0.total_cmp(&b.0));
    let turn: f64 = loads.iter().map(|(x, force)| force * (x - pole[0])).sum();
    let force = turn / (at[0] - pole[0]);
    let marks = loads
        .iter()
        .map(|l| l.0)
        .chain([at[0]])
        .enumerate()
        .map(|(i, x)| {
            let row = y + 34.0 + f64::from(ROW) * i as f64;
            segment_mark([pole[0], row], [x, row])
        })
        .collect();
    Solved::reasoning(format!("{} N", force.round()), marks)
}
