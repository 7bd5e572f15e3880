//! How many values of a histogram lie in a range: the tops of its classes carried over to the value axis.

use vthinker_core::think::Task;

use super::axes::{Scale, axes, bar, plot};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "histogram_range",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Bar height", "Share beyond a bound"],
    tools: &["level_line", "segment"],
    draft,
    solve,
};

const STORIES: [(&str, &str); 4] = [
    ("runners", "minutes for the race"),
    ("parcels", "kilograms of weight"),
    ("customers", "minutes of waiting"),
    ("trees", "metres of height"),
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let (ticks, n) = (scene.int(4, 7), scene.int(4, 7));
    let plot = plot(scene, ticks, 0)?;
    let slot = (plot.right - plot.left - size) / n;
    if slot < size * 2 {
        return None;
    }
    let (class, first) = (scene.pick(&[5, 10, 20]), scene.int(0, 2));
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    let ink = scene.figure.ink;
    let edge = scene.figure.style().background;
    let mut heights = Vec::new();
    for i in 0..n {
        let h = scene.int(1, 2 * plot.ticks);
        let (left, right) = (plot.left + i * slot, plot.left + (i + 1) * slot);
        bar(scene, (left, plot.y(h)), (right, plot.bottom), color, "class bar");
        if i > 0 {
            scene.figure.backdrop_line((left, plot.top), (left, plot.bottom), edge);
        }
        heights.push(h);
    }
    for i in 0..=n {
        let x = plot.left + i * slot;
        scene.figure.line((x, plot.bottom), (x, plot.bottom + 4), 1, ink, "tick");
        scene.figure.text((x, plot.bottom + size), &((first + i) * class).to_string(), size - 1, "bound");
    }
    axes(scene, &plot);
    let wide = i32::from(scene.level);
    let from = scene.int(0, n - wide);
    let chosen = &heights[from as usize..(from + wide) as usize];
    let marks = (from..).zip(chosen).map(|(i, h)| {
        let end = (plot.left + (i + 1) * slot, plot.y(*h));
        segment((plot.left, end.1), end)
    });
    let marks = marks.collect::<Vec<_>>();
    let values: Vec<i32> = chosen.iter().map(|h| plot.value(*h)).collect();
    let answer: i32 = values.iter().sum();
    let (who, what) = scene.pick(&STORIES);
    let (low, high) = ((first + from) * class, (first + from + wide) * class);
    let terms = values.iter().map(ToString::to_string).collect::<Vec<_>>();
    let after = match &terms[..] {
        [one] => format!("The only class in the range reaches {one} on the value axis."),
        all => format!("The classes in the range reach {}, together {answer}.", all.join(" and ")),
    };
    Draft::reasoning(
        format!(
            "The histogram sorts {who} by {what}. How many {who} had at least {low} but less than {high}?"
        ),
        marks,
        format!("I carry the top of every class between {low} and {high} over to the value axis."),
        after,
        answer,
    )
    .map(|draft| {
        let near = plot.step / 2;
        draft.wrong([
            answer + near,
            answer - near,
            answer + 2 * near,
            plot.value(*heights.iter().max().unwrap_or(&1)),
        ])
    })
}

/// By the middles of the classes between the two bounds.
fn solve(seen: &Seen) -> Option<Solved> {
    let scale = Scale::of(seen)?;
    let bounds = seen.texts("bound");
    let numbers = seen.numbers();
    let [low, high] = numbers[..] else { return None };
    let at = |value: f64| {
        bounds.iter().find(|bound| bound.0.parse::<f64>().is_ok_and(|b| b == value)).map(|bound| bound.1[0])
    };
    let (from, to) = (at(low)?, at(high)?);
    let tops: Vec<_> = seen
        .lines("top of the class bar")
        .into_iter()
        .filter(|[a, b]| (from..to).contains(&((a[0] + b[0]) / 2.0)))
        .collect();
    let sum: i32 = tops.iter().map(|[a, _]| scale.whole(a[1])).sum();
    Solved::reasoning(sum, tops.iter().map(|[_, b]| segment_mark([scale.x, b[1]], *b)).collect())
}
