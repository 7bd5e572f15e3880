//! The sum of arrows by setting them head to tail.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, minus, norm, plus, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "vector_sum",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Head to tail"],
    tools: &["arrow", "translated_copy"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: two arrows from one point; level 2: from different points; level 3: three are added, no paper.
    let level = usize::from(scene.level);
    let share = scene.pick(&[0.2, 0.4, 0.5]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let n = if level == 3 { 3 } else { 2 };
    let mut arrows: Vec<[Point; 2]> = Vec::new();
    for i in 0..n {
        let start = match arrows.first() {
            Some([start, _]) if level == 1 => *start,
            _ => [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])].map(f64::from),
        };
        let way = [scene.int(-5, 5), scene.int(-5, 5)].map(f64::from);
        let end = plus(start, way);
        if norm(way) < 2.0 || !axes.shows(end[0], end[1], 0.0) {
            return None;
        }
        // Apart from the others: no crossing, no common direction, no ends in the same spot.
        for [a, b] in &arrows[..i] {
            let turn =
                (way[0] * (b[1] - a[1]) - way[1] * (b[0] - a[0])).abs() / norm(way) / norm(minus(*b, *a));
            let met = crossing_of_lines([start, end], [*a, *b])?;
            let between = |p: Point, [a, b]: [Point; 2]| {
                norm(minus(p, a)) + norm(minus(p, b)) < norm(minus(a, b)) + 0.8
            };
            if turn < 0.3 || level > 1 && between(met, [start, end]) && between(met, [*a, *b]) {
                return None;
            }
        }
        arrows.push([start, end]);
    }
    let chain = chain(&arrows);
    if !chain.iter().all(|p| axes.shows(p[0], p[1], 0.0)) {
        return None;
    }
    let sum = minus(*chain.last()?, chain[0]);
    if norm(sum) < 1.5 {
        return None;
    }
    let hues = scene.hues(n);
    for (arrow, hue) in arrows.iter().zip(&hues) {
        let color = scene.shade(*hue);
        let [a, b] = arrow.map(|p| axes.place(p[0], p[1]));
        scene.figure.arrow(a, b, 2, color, &format!("{hue} arrow"));
    }
    let names: Vec<&str> = hues.iter().map(|hue| hue.name()).collect();
    let list = match names[..] {
        [a, b] => format!("the {a} and the {b} vector"),
        [a, b, c] => format!("the {a}, the {b} and the {c} vector"),
        _ => return None,
    };
    let question = match scene.int(0, 1) {
        0 => format!("What is the sum of {list}? Answer (x, y)."),
        _ => format!("Add {list}. What are the components (x, y) of the result?"),
    };
    let answer = pair(sum);
    let [dx, dy] = minus(arrows[0][1], arrows[0][0]);
    Draft::reasoning(
        question,
        marks(&axes, &chain),
        format!("I shift the others to the tip of the {} vector, head to tail, and join the first tail with the last tip.", names[0]),
        format!("From the first tail to the last tip it is {} across and {} up: {answer}.", sum[0], sum[1]),
        &answer,
    )
    .map(|d| {
        let second = minus(arrows[1][1], arrows[1][0]);
        d.wrong([pair(minus([dx, dy], second)), pair([sum[1], sum[0]]), pair([-sum[0], sum[1]]), pair([sum[0] + 1.0, sum[1]])])
    })
}

/// The corners of the path of all arrows, head to tail, from the start of the first.
fn chain(arrows: &[[Point; 2]]) -> Vec<Point> {
    let mut path: Vec<Point> = arrows.first().map(|arrow| arrow[0]).into_iter().collect();
    for [a, b] in arrows {
        if let Some(last) = path.last() {
            path.push(plus(*last, minus(*b, *a)));
        }
    }
    path
}

/// The shifted arrows and the sum.
fn marks(axes: &Axes, chain: &[Point]) -> Vec<vthinker_core::judge::Mark> {
    let at = |p: Point| axes.at(p[0], p[1]);
    let mut marks: Vec<_> = chain[1..].windows(2).map(|w| segment_mark(at(w[0]), at(w[1]))).collect();
    marks.push(segment_mark(at(chain[0]), at(chain[chain.len() - 1])));
    marks
}

/// By adding the components that each arrow has on the screen.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let mut hues = seen.hues();
    hues.dedup();
    let arrows = hues.iter().map(|hue| {
        let arrow = *seen.lines(&format!("{hue} arrow")).first()?;
        Some(arrow.map(|p| axes.value(p).map(f64::round)))
    });
    let arrows = arrows.collect::<Option<Vec<[Point; 2]>>>()?;
    let sum = arrows.iter().fold([0.0; 2], |sum, [a, b]| plus(sum, minus(*b, *a)));
    let path = chain(&arrows);
    (path.len() > 2).then(|| Solved::reasoning(pair(sum), marks(&axes, &path)))?
}
