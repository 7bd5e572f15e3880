//! The numbers in one row of a table.

use vthinker_core::judge::Mark;

use super::Follower;
use crate::draft::Draft;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "row_of_a_table",
    domain: "Mathematics",
    knowledge: &["Range", "One mark each"],
    tools: &["box_outline"],
    range: (1, 7),
    draft,
    solve,
};

/// Pixels by which the mark lies inside its row.
const WITHIN: i32 = 2;

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let (rows, columns) = ((given.max(3) + scene.int(0, 2)).min(8), scene.int(2, 2 + i32::from(scene.level)));
    let size = scene.letter_size();
    let high = ((scene.height() - 2 * size) / rows).min(size * 5 / 2);
    let wide = ((scene.width() - 2 * size) / columns).min(size * 4);
    if high < size * 3 / 2 {
        return None;
    }
    let (left, top) = ((scene.width() - wide * columns) / 2, (scene.height() - high * rows) / 2);
    let (right, bottom) = (left + wide * columns, top + high * rows);
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    for row in 0..=rows {
        let y = top + row * high;
        scene.figure.line((left, y), (right, y), width, ink, "level line of the table");
    }
    for column in 0..=columns {
        let x = left + column * wide;
        scene.figure.line((x, top), (x, bottom), width, ink, "upright line of the table");
    }
    let mut table: Vec<Vec<i32>> = Vec::new();
    for row in 0..rows {
        let numbers = super::distinct(scene, columns as usize, (1, 9 + 10 * i32::from(scene.level)));
        for (column, number) in (0..).zip(&numbers) {
            let at = (left + column * wide + wide / 2, top + row * high + high / 2);
            scene.figure.text(at, &number.to_string(), size, "number in the table");
        }
        table.push(numbers);
    }
    let from_top = scene.level == 1 || scene.chance(0.6);
    let row = if from_top { given - 1 } else { rows - given };
    let numbers = table.get(usize::try_from(row).ok()?)?;
    let (least, most, sum) = (*numbers.iter().min()?, *numbers.iter().max()?, numbers.iter().sum::<i32>());
    let (asked, answer) = scene.pick(&[
        ("the greatest number", most),
        ("the least number", least),
        ("the sum of the numbers", sum),
    ]);
    let side = if from_top { "top" } else { "bottom" };
    let y = top + row * high;
    let [x0, y0, x1, y1] = [left + WITHIN, y + WITHIN, right - WITHIN, y + high - WITHIN].map(|v| v as f32);
    let listed: Vec<String> = numbers.iter().map(|number| number.to_string()).collect();
    let elsewhere = table[(row as usize + 1) % table.len()].clone();
    Some(
        Draft::reasoning(
            format!("Count the rows of the table from the {side}. What is {asked} in row {symbol}?"),
            vec![Mark::Box { x0, y0, x1, y1 }],
            format!("I frame row {given} from the {side}."),
            format!("It holds {}, so {asked} is {answer}.", listed.join(" and ")),
            answer,
        )?
        .wrong([least, most, sum])
        .wrong(elsewhere)
        .wrong([sum + 1, most + 1]),
    )
}

/// By the lines between which the row lies.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let mut levels: Vec<f64> = seen.lines("level line of the table").iter().map(|line| line[0][1]).collect();
    levels.sort_by(f64::total_cmp);
    if seen.question.contains("from the bottom") {
        levels.reverse();
    }
    let row = usize::try_from(given).ok()?;
    let (one, other) = (*levels.get(row.checked_sub(1)?)?, *levels.get(row)?);
    let (top, bottom) = (one.min(other), one.max(other));
    let uprights: Vec<f64> = seen.lines("upright line of the table").iter().map(|line| line[0][0]).collect();
    let (left, right) =
        uprights.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, r), x| (l.min(*x), r.max(*x)));
    let within =
        seen.texts("number in the table").into_iter().filter(|(_, at)| (top..bottom).contains(&at[1]));
    let numbers: Vec<i64> = within.filter_map(|(text, _)| text.parse().ok()).collect();
    let answer = match seen.question {
        question if question.contains("greatest") => *numbers.iter().max()?,
        question if question.contains("least") => *numbers.iter().min()?,
        _ => numbers.iter().sum(),
    };
    let gap = f64::from(WITHIN);
    let [x0, y0, x1, y1] = [left + gap, top + gap, right - gap, bottom - gap].map(|v| v as f32);
    Solved::reasoning(answer, vec![Mark::Box { x0, y0, x1, y1 }])
}
