//! Draw a box around a date on a month's sheet.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::calendar_weekday::{DAYS, ordinal};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "calendar_box",
    task: Task::Instruction,
    domain: "Calendar and Time",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Column of weekdays"],
    tools: &["box_outline"],
    draft,
    solve,
};

const COUNTED: [&str; 4] = ["first", "second", "third", "fourth"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a date by its number; level 2: by its weekday; level 3: so many days after another.
    let size = scene.letter_size();
    let (first, start) = (scene.pick(&[0, 6]), scene.int(0, 6));
    let length = scene.pick(&[28, 30, 31]);
    let weeks = (start + length + 6) / 7;
    let cell = ((scene.width() - 16) / 7, (scene.height() - 16 - 2 * size) / weeks);
    if cell.0 < size * 2 || cell.1 < size * 3 / 2 {
        return None;
    }
    let left = (scene.width() - 7 * cell.0) / 2;
    let top = 8 + 2 * size;
    let corner = |day: i32| (left + (start + day - 1) % 7 * cell.0, top + (start + day - 1) / 7 * cell.1);
    let ruled = scene.chance(0.6);
    if ruled {
        let pale = scene.figure.style().background.map(|c| c - 70);
        for column in 0..=7 {
            let x = left + column * cell.0;
            scene.figure.backdrop_line((x, top), (x, top + weeks * cell.1), pale);
        }
        for row in 0..=weeks {
            let y = top + row * cell.1;
            scene.figure.backdrop_line((left, y), (left + 7 * cell.0, y), pale);
        }
    }
    for column in 0..7 {
        let day = DAYS[(first + column) as usize % 7];
        let at = (left + column * cell.0 + cell.0 / 2, top - size);
        scene.figure.text(at, &day[..2], size - 1, "weekday");
    }
    for day in 1..=length {
        let (x, y) = corner(day);
        scene.figure.text((x + cell.0 / 2, y + cell.1 / 2), &day.to_string(), size, "date");
    }
    let weekday = |day: i32| DAYS[((first + start + day - 1) % 7) as usize];
    let (question, day) = match scene.level {
        1 => {
            let day = scene.int(1, length);
            (format!("Draw a box around the {} on the month's sheet.", ordinal(day)), day)
        }
        2 => {
            let day = scene.int(1, 28);
            let count = COUNTED[(day - 1) as usize / 7];
            (format!("Draw a box around the {count} {} of the month.", weekday(day)), day)
        }
        _ => {
            let (from, later) = (scene.int(1, 14), scene.int(8, 17));
            if later % 7 == 0 || from + later > length {
                return None;
            }
            let question = match scene.int(0, 1) {
                0 => format!(
                    "A parcel sent on the {} takes {later} days. Box the day on which it arrives.",
                    ordinal(from)
                ),
                _ => {
                    format!("Draw a box around the day that comes {later} days after the {}.", ordinal(from))
                }
            };
            (question, from + later)
        }
    };
    let (x, y) = corner(day);
    let mark = Mark::Box { x0: x as f32, y0: y as f32, x1: (x + cell.0) as f32, y1: (y + cell.1) as f32 };
    Draft::drawing(question, vec![mark])
}

/// By the texts alone: the date's place, and the steps between neighbours as the size of a cell.
fn solve(seen: &Seen) -> Option<Solved> {
    let dates = seen.texts("date");
    let columns = seen.texts("weekday");
    let wide = columns.get(1)?.1[0] - columns.first()?.1[0];
    let of = |day: i32| dates.iter().find(|(text, _)| text.parse() == Ok(day)).map(|(_, at)| *at);
    let high = of(8)?[1] - of(1)?[1];
    let numbers: Vec<i32> = seen
        .words()
        .filter_map(|word| word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok())
        .collect();
    let day = match numbers.iter().sum() {
        0 => {
            let name = seen.words().find(|word| DAYS.contains(word))?;
            let count = COUNTED.iter().position(|word| seen.words().any(|w| w == *word))?;
            let x = columns.iter().find(|(short, _)| name.starts_with(short))?.1[0];
            let mut column: Vec<_> = dates.iter().filter(|(_, at)| (at[0] - x).abs() < wide / 2.0).collect();
            column.sort_by(|a, b| a.1[1].total_cmp(&b.1[1]));
            column.get(count)?.0.parse().ok()?
        }
        sum => sum,
    };
    let [x, y] = of(day)?;
    // Texts stand in the middle of their cells, to half a pixel.
    let (x0, y0) = (x - (wide / 2.0).floor(), y - (high / 2.0).floor());
    let mark = Mark::Box { x0: x0 as f32, y0: y0 as f32, x1: (x0 + wide) as f32, y1: (y0 + high) as f32 };
    Solved::drawing(vec![mark])
}
