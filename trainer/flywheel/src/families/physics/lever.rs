//! Which weight keeps a beam level?

use vthinker_core::think::Task;

use super::writing::write;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lever_balance",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Lever balance", "Lever arm"],
    tools: &["segment", "length_label"],
    draft,
    solve,
};

/// Pixels between the lever arms that are drawn above each other.
const ROW: i32 = 24;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one weight on each side; level 2: two against one; level 3: a known weight beside the unknown too.
    let arms = scene.int(4, 6);
    let size = scene.letter_size();
    let side = scene.pick(&[-1, 1]);
    let mut places: Vec<i32> = (1..=arms).collect();
    scene.shuffle(&mut places);
    let wanted = side * places[0];
    let helper = (scene.level == 3).then_some((side * places[1], scene.int(1, 6)));
    scene.shuffle(&mut places);
    let against = if scene.level == 1 { 1 } else { 2 };
    let mut loads: Vec<(i32, i32)> = places[..against].iter().map(|p| (-side * p, scene.int(1, 9))).collect();
    loads.extend(helper);
    let turn: i32 = -side * loads.iter().map(|(place, weight)| place * weight).sum::<i32>();
    let arm = wanted.abs();
    if turn <= 0 || turn % arm != 0 || turn / arm > 20 || (scene.level == 1 && loads[0].0 == -wanted) {
        return None;
    }
    let answer = turn / arm;

    let unit = (scene.width() - 4 * size) / (2 * arms);
    let pivot = (scene.width() / 2, scene.height() * 11 / 20);
    let (ink, tint) = (scene.figure.ink, scene.hues(2));
    let (wood, metal) = (scene.shade(tint[0]), scene.shade(tint[1]));
    let reach = unit * arms + size / 2;
    let foot = size * 2;
    scene.figure.polygon(
        &[pivot, (pivot.0 - foot * 2 / 3, pivot.1 + foot), (pivot.0 + foot * 2 / 3, pivot.1 + foot)],
        ink,
        "pivot",
    );
    let beam = scene.int(4, 6);
    scene.figure.line((pivot.0 - reach, pivot.1), (pivot.0 + reach, pivot.1), beam, wood, "beam");
    for i in (-arms..=arms).filter(|i| *i != 0) {
        let x = pivot.0 + i * unit;
        scene.figure.line((x, pivot.1 - 6), (x, pivot.1 + 3), 2, ink, "mark of the beam");
    }
    let mut hung: Vec<(i32, String)> = loads.iter().map(|(p, w)| (*p, w.to_string())).collect();
    hung.push((wanted, "?".to_owned()));
    hung.sort_unstable();
    let mut low = false;
    let mut marks = Vec::new();
    for (i, (place, text)) in hung.iter().enumerate() {
        // Neighbours hang at different heights, so that their boxes stay apart.
        low = i > 0 && place - hung[i - 1].0 < 3 && !low;
        let x = pivot.0 + place * unit;
        let drop = pivot.1 + size * 3 / 2 + if low { size * 2 } else { 0 };
        scene.figure.line((x, pivot.1), (x, drop), 1, ink, "string of a weight");
        let (half, tall) = (size, size * 3 / 2);
        let paper = scene.figure.style().background;
        scene.figure.frame((x - half, drop), (x + half, drop + tall), paper, None, "box of a weight");
        scene.figure.frame((x - half, drop), (x + half, drop + tall), metal, Some(2), "box of a weight");
        write(scene, (x, drop + tall / 2), text, "weight")?;
        let y = pivot.1 - ROW * (i as i32 + 1);
        marks.push(segment((pivot.0, y), (x, y)));
    }
    let parts: Vec<String> =
        loads.iter().filter(|l| l.0 * side < 0).map(|(p, w)| format!("{w} x {}", p.abs())).collect();
    let own = helper.map(|(p, w)| format!(" - {w} x {}", p.abs())).unwrap_or_default();
    let mut draft = Draft::reasoning(
        "The light beam can turn about its pivot. The numbers in the boxes are weights in newtons, the marks on \
         the beam are equally far apart. How heavy must the box with the question mark be to keep the beam level?",
        marks,
        "What a weight can turn depends on its lever arm, so I draw the arm of each box from the pivot.",
        format!(
            "Counting marks along the arms, the known boxes turn with {}{own} = {turn}. The unknown one has an \
             arm of {arm}, so it weighs {turn} / {arm} = {answer} N.",
            parts.join(" + ")
        ),
        format!("{answer} N"),
    )?
    .wrong([answer + 1, loads[0].1, answer + arm, (answer - 2).max(1), answer * 2].map(|n| format!("{n} N")));
    for (i, (place, _)) in hung.iter().enumerate() {
        let y = pivot.1 - ROW * (i as i32 + 1) - size / 2 - 1;
        draft = draft.label((pivot.0 + place * unit / 2, y), place.abs());
    }
    Some(draft)
}

/// The turning moments in pixels times newtons must add up to nothing.
fn solve(seen: &Seen) -> Option<Solved> {
    let [[left, y], [right, _]] = *seen.lines("beam").first()?;
    let pivot = (left + right) / 2.0;
    let mut texts = seen.texts("weight");
    texts.sort_by(|a, b| a.1[0].total_cmp(&b.1[0]));
    let row = |i: usize| y - f64::from(ROW) * (i as f64 + 1.0);
    let marks =
        texts.iter().enumerate().map(|(i, t)| segment_mark([pivot, row(i)], [t.1[0], row(i)])).collect();
    let moment: f64 =
        texts.iter().filter_map(|(text, at)| Some(text.parse::<f64>().ok()? * (at[0] - pivot))).sum();
    let arm = texts.iter().find(|(text, _)| *text == "?")?.1[0] - pivot;
    Solved::reasoning(format!("{} N", (-moment / arm).round()), marks)
}
