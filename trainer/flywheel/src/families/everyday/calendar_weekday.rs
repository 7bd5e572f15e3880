//! The weekday of a date on a month's sheet with most dates rubbed out.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "calendar_weekday",
    task: Task::Reasoning,
    domain: "Calendar and Time",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Column of weekdays", "Next month's start"],
    tools: &["box_outline"],
    draft,
    solve,
};

/// The weekdays from Monday on.
pub(super) const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Rows of the sheet.
const WEEKS: i32 = 6;

/// A day of the month in figures: 21st.
pub(super) fn ordinal(day: i32) -> String {
    let ending = match (day % 10, day / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let cell = ((scene.width() - 16) / 7, (scene.height() - 16 - 2 * size) / WEEKS);
    if cell.0 < size * 2 || cell.1 < size * 3 / 2 {
        return None;
    }
    let left = (scene.width() - 7 * cell.0) / 2;
    let top = 8 + 2 * size;
    let (first, start) = (scene.pick(&[0, 6]), scene.int(0, 6));
    let length = scene.pick(&[30, 31]);
    // Where a date stands, counted on past the end of the month.
    let field = |day: i32| ((start + day - 1) % 7, (start + day - 1) / 7);
    let place = |(column, row): (i32, i32)| (left + column * cell.0, top + row * cell.1);
    let ground = scene.figure.style().background;
    for column in 0..=7 {
        let x = left + column * cell.0;
        scene.figure.line(
            (x, top),
            (x, top + WEEKS * cell.1),
            1,
            ground.map(|c| c - 70),
            "upright line of the sheet",
        );
    }
    for row in 0..=WEEKS {
        let y = top + row * cell.1;
        scene.figure.line(
            (left, y),
            (left + 7 * cell.0, y),
            1,
            ground.map(|c| c - 70),
            "level line of the sheet",
        );
    }
    for column in 0..7 {
        let day = DAYS[(first + column) as usize % 7];
        let (x, y) = place((column, 0));
        scene.figure.text((x + cell.0 / 2, y - size), &day[..2], size - 1, "weekday");
    }
    let shown: Vec<i32> = match scene.level {
        1 => (1..=scene.int(5, 9)).collect(),
        2 => vec![scene.int(2, 12), scene.int(2, 12)],
        _ => vec![scene.int(4, 20)],
    };
    for day in shown.iter().collect::<std::collections::BTreeSet<_>>() {
        let (x, y) = place(field(*day));
        scene.figure.text((x + cell.0 / 2, y + cell.1 / 2), &day.to_string(), size, "date");
    }
    let beyond = scene.level == 3;
    let latest = *shown.iter().max()?;
    let asked = if beyond { scene.int(1, 7) } else { scene.int((latest + 6).min(length), length) };
    let day = if beyond { length + asked } else { asked };
    let (column, row) = field(day);
    if row >= WEEKS || (day - latest) % 7 == 0 && scene.chance(0.5) {
        return None;
    }
    let (x, y) = place((column, row));
    let mark = Mark::Box { x0: x as f32, y0: y as f32, x1: (x + cell.0) as f32, y1: (y + cell.1) as f32 };
    let answer = DAYS[(first + column) as usize % 7];
    let question = if beyond {
        format!(
            "This month has {length} days, and most of its dates are rubbed out. On which weekday is the {} of the \
             next month?",
            ordinal(asked)
        )
    } else {
        format!(
            "Most dates of this month's sheet are rubbed out. On which weekday is the {}?",
            ordinal(asked)
        )
    };
    let below = latest + (day - latest) / 7 * 7;
    let counted = if below == latest {
        format!("From the {} I count on day by day", ordinal(latest))
    } else {
        let named = if below > length { format!("day {below}") } else { format!("the {}", ordinal(below)) };
        format!("Under the {} comes {named}; from there I count on", ordinal(latest))
    };
    let goal = if beyond {
        format!("day {day}, counted past the end of the month")
    } else {
        format!("the {}", ordinal(asked))
    };
    Draft::reasoning(
        question,
        vec![mark],
        format!("{counted} and box the cell of {goal}."),
        format!("The box lies in the column of {answer}."),
        answer,
    )
    .map(|draft| draft.wrong(DAYS))
}

/// By remainders: the weekday of a shown date moved on by the difference of the dates.
fn solve(seen: &Seen) -> Option<Solved> {
    let (upright, level) = (seen.lines("upright line of the sheet"), seen.lines("level line of the sheet"));
    let (left, top) = (upright.first()?[0][0], level.first()?[0][1]);
    let (wide, high) = (upright.get(1)?[0][0] - left, level.get(1)?[0][1] - top);
    let numbers: Vec<i32> = seen
        .words()
        .filter_map(|word| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok())
        .collect();
    let wanted: i32 = numbers.iter().sum();
    let (date, at) = *seen.texts("date").first()?;
    let known: i32 = date.parse().ok()?;
    let cell = ((at[1] - top) / high).floor() as i32 * 7 + ((at[0] - left) / wide).floor() as i32;
    let goal = cell + wanted - known;
    let (column, row) = (goal.rem_euclid(7), goal.div_euclid(7));
    let short = seen.texts("weekday").get(column as usize)?.0;
    let answer = DAYS.iter().find(|day| day.starts_with(short))?;
    let (x, y) = (left + f64::from(column) * wide, top + f64::from(row) * high);
    let mark = Mark::Box { x0: x as f32, y0: y as f32, x1: (x + wide) as f32, y1: (y + high) as f32 };
    Solved::reasoning(answer, vec![mark])
}
