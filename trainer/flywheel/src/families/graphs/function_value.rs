//! Read a value of a function from its graph.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::axes::Axes;
use super::bends::Bends;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::segment_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "function_value",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Value at a place"],
    tools: &["upright_line", "level_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: on squared paper; level 2: bare axes; level 3: the difference of two values.
    let level = usize::from(scene.level);
    let (left, below) = (scene.pick(&[0.0, 0.2, 0.4]), scene.pick(&[0.0, 0.3, 0.45]));
    let cells = scene.int(8, 12);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level == 1);
    let pieces = scene.int(1, level as i32 + 1) as usize;
    let graph = Bends::throw(scene, &axes, pieces)?;
    // Places where the height is whole: turning points and middles of pieces.
    let mut places: Vec<[f64; 2]> = graph.turns.clone();
    places.extend(graph.turns.windows(2).map(|w| [(w[0][0] + w[1][0]) / 2.0, (w[0][1] + w[1][1]) / 2.0]));
    // On an axis there is nothing to draw.
    places.retain(|[x, y]| x.fract() == 0.0 && y.fract() == 0.0 && *x != 0.0 && *y != 0.0);
    scene.shuffle(&mut places);
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    graph.draw(scene, &axes, color);
    let (first, second) = (places.first().copied()?, places.get(1).copied());
    if level < 3 {
        let [x, y] = first;
        let question = match scene.int(0, 2) {
            0 => format!("The graph of a function f is shown. What is f({x})?"),
            1 => format!("What value does the function f take at x = {x}?"),
            _ => format!("Find f({x}) for the function f whose graph is drawn."),
        };
        return Draft::reasoning(
            question,
            reading(&axes, first),
            format!("I draw an upright line at x = {x} as far as the graph and from there a level one to the y axis."),
            format!("The level line meets the y axis at {y}, so f({x}) = {y}."),
            number(y),
        )
        .map(|d| d.wrong([y + 1.0, y - 1.0, -y, x, y + 2.0].map(number)));
    }
    let second = second.filter(|p| p[0] != first[0] && p[1] != first[1])?;
    let (difference, [x, y], [s, t]) = (first[1] - second[1], first, second);
    let mut marks = reading(&axes, first);
    marks.extend(reading(&axes, second));
    let less = if t < 0.0 { format!("({t})") } else { number(t) };
    Draft::reasoning(
        format!("The graph of a function f is shown. What is f({x}) - f({s})?"),
        marks,
        format!(
            "I draw upright lines at x = {x} and at x = {s} up to the graph and level ones to the y axis."
        ),
        format!("They give f({x}) = {y} and f({s}) = {t}, and {y} - {less} = {difference}."),
        number(difference),
    )
    .map(|d| d.wrong([-difference, y + t, difference + 1.0, difference - 1.0].map(number)))
}

/// The way from a place on the horizontal axis over the graph to the vertical axis.
fn reading(axes: &Axes, [x, y]: [f64; 2]) -> Vec<Mark> {
    let top = axes.at(x, y);
    vec![segment_mark(axes.at(x, 0.0), top), segment_mark(top, axes.at(0.0, y))]
}

/// By the cubic between the turning points.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let graph = Bends::read(seen, &axes)?;
    let inside = seen.question.split("f(").skip(1).filter_map(|rest| rest.split(')').next()?.parse().ok());
    let mut asked: Vec<f64> = inside.collect();
    if asked.is_empty() {
        asked = seen.numbers();
    }
    let values: Option<Vec<f64>> = asked.iter().map(|x| graph.value(*x).map(f64::round)).collect();
    let values = values?;
    let answer = values.first()? - values.get(1).copied().unwrap_or(0.0);
    let marks = asked.iter().zip(&values).flat_map(|(x, y)| reading(&axes, [*x, *y])).collect();
    Solved::reasoning(number(answer), marks)
}
