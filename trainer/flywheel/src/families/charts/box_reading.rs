//! Median and spread of a box plot: its lines dropped to the number line below.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "box_reading",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Interquartile range", "Median mark", "Range"],
    tools: &["projection_to_axes", "segment"],
    draft,
    solve,
};

/// The five lines of a box plot from left to right.
const LINES: [&str; 5] = ["lowest value", "lower quartile", "median", "upper quartile", "highest value"];

/// The wordings of a question, with the lines that it needs.
const ASKED: [(&str, &[usize]); 4] =
    [("median", &[2]), ("interquartile range", &[1, 3]), ("range", &[0, 4]), ("upper quartile", &[3])];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let n = i32::from(scene.level);
    let (left, right) = (size * 2 + 6, scene.width() - size * 2);
    let ticks = scene.int(4, 6);
    let tick = (right - left) / ticks / 10 * 10;
    if tick < size * 3 {
        return None;
    }
    let base = scene.height() - size * 5 / 2;
    let (start, step) = (scene.int(0, 4), scene.pick(&[5, 10, 20]));
    let per = tick / 5;
    let unit = step / 5;
    let ink = scene.figure.ink;
    scene.figure.line((left, base), (left + ticks * tick, base), 1, ink, "number line");
    for i in 0..=5 * ticks {
        let x = left + i * per;
        let long = if i % 5 == 0 { 5 } else { 3 };
        scene.figure.line((x, base), (x, base + long), 1, ink, "tick");
        if i % 5 == 0 {
            let value = (start + i / 5) * step;
            scene.figure.text((x, base + size + 2), &value.to_string(), size - 1, "value label");
        }
    }
    let room = (base - size) / n;
    let half = (room / 4).min(size * 3 / 2);
    let hues = scene.hues(n as usize);
    let mut boxes = Vec::new();
    for (row, hue) in (0..n).zip(hues) {
        let mut at: Vec<i32> = (0..5).map(|_| scene.int(1, 5 * ticks - 1)).collect();
        at.sort_unstable();
        if at.windows(2).any(|pair| (pair[1] - pair[0]) * per < 9) {
            return None;
        }
        let y = size / 2 + row * room + room / 2;
        let name = ["A", "B", "C"][row as usize];
        let xs: Vec<i32> = at.iter().map(|i| left + i * per).collect();
        let color = scene.shade(hue);
        let pale = color.map(|c| (i32::from(c) / 3 + 168) as u8);
        scene.figure.rectangle((xs[1], y - half), (xs[3], y + half), pale, true, &format!("box of {name}"));
        scene.figure.line((xs[0], y), (xs[1], y), 2, color, "whisker");
        scene.figure.line((xs[3], y), (xs[4], y), 2, color, "whisker");
        for level in [y - half, y + half] {
            scene.figure.line((xs[1], level), (xs[3], level), 2, color, "long side of a box");
        }
        for (x, line) in xs.iter().zip(LINES) {
            scene.figure.line((*x, y - half), (*x, y + half), 2, color, &format!("{line} of {name}"));
        }
        if n > 1 {
            scene.figure.text((size * 4 / 5, y), name, size, "name of a box plot");
        }
        boxes.push((name, at, y + half));
    }
    // Two box plots compared at level 3.
    let (asked, lines) = scene.pick(&ASKED);
    let row = scene.int(0, n - 1) as usize;
    let value = |at: &[i32], line: usize| start * step + at[line] * unit;
    let mark = |at: &[i32], line: usize, bottom: i32| {
        let x = left + at[line] * per;
        segment((x, bottom), (x, base))
    };
    let (name, at, bottom) = &boxes[row];
    if n == 3 {
        let (other, at2, bottom2) = &boxes[(row + 1) % 3];
        let (a, b) = (value(at, 2), value(at2, 2));
        if a <= b {
            return None;
        }
        return Draft::reasoning(
            format!("By how much is the median of {name} greater than that of {other}?"),
            vec![mark(at, 2, *bottom), mark(at2, 2, *bottom2)],
            "I drop upright segments from the two lines inside the boxes to the number line.",
            format!("They meet it at {a} and {b}, and {a} - {b} = {}.", a - b),
            a - b,
        )
        .map(|draft| draft.wrong([a, b, a - b + unit, a - b - unit, a - b + 2 * unit]));
    }
    let marks: Vec<Mark> = lines.iter().map(|line| mark(at, *line, *bottom)).collect();
    let read: Vec<i32> = lines.iter().map(|line| value(at, *line)).collect();
    let of = if n == 1 { "the data".to_owned() } else { format!("data set {name}") };
    let (answer, after) = match read[..] {
        [low, high] => {
            (high - low, format!("They meet it at {low} and {high}, and {high} - {low} = {}.", high - low))
        }
        [one, ..] => (one, format!("It meets it at {one}.")),
        [] => return None,
    };
    let parts = match lines {
        [line] => format!("I drop an upright segment from the {} to the number line.", LINES[*line]),
        [a, b, ..] => {
            format!(
                "I drop upright segments from the {} and the {} to the number line.",
                LINES[*a], LINES[*b]
            )
        }
        [] => return None,
    };
    Draft::reasoning(format!("What is the {asked} of {of}?"), marks, parts, after, answer)
        .map(|draft| draft.wrong([answer + unit, answer - unit, answer + 2 * unit, answer - 2 * unit]))
}

/// From the lines of the box plots named, by the scale of the labels.
fn solve(seen: &Seen) -> Option<Solved> {
    let labels = seen.texts("value label");
    let (low, high) = (labels.first()?, labels.last()?);
    let (a, b) = (low.0.parse::<f64>().ok()?, high.0.parse::<f64>().ok()?);
    let value = |x: f64| (a + (b - a) * (x - low.1[0]) / (high.1[0] - low.1[0])).round() as i32;
    let base = seen.lines("number line").first()?[0][1];
    let letters: Vec<&str> =
        seen.letters().into_iter().filter(|letter| ["A", "B", "C"].contains(letter)).collect();
    let line = |what: &str, name: &str| {
        let [p, q] = *seen.lines(&format!("{what} of {name}")).first()?;
        Some((value(p[0]), segment_mark([p[0], p[1].max(q[1])], [p[0], base])))
    };
    let pairs = match letters[..] {
        [first, second] => [line("median", second)?, line("median", first)?],
        _ => {
            let name = letters.first().copied().unwrap_or("A");
            let has = |word| seen.words().any(|other| other == word);
            let one =
                if has("median") { Some("median") } else { has("quartile").then_some("upper quartile") };
            if let Some(one) = one {
                let (value, mark) = line(one, name)?;
                return Solved::reasoning(value, vec![mark]);
            }
            let inner = has("interquartile");
            let ends =
                if inner { ["lower quartile", "upper quartile"] } else { ["lowest value", "highest value"] };
            [line(ends[0], name)?, line(ends[1], name)?]
        }
    };
    Solved::reasoning(pairs[1].0 - pairs[0].0, pairs.into_iter().map(|pair| pair.1).collect())
}
