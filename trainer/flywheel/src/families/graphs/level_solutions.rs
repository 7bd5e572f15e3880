//! The number of solutions of f(x) = c.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::bends::Bends;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "level_solutions",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Solving by a level line"],
    tools: &["level_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // More bends with the level; at level 3 no paper, and the level may be a half.
    let level = usize::from(scene.level);
    let below = scene.pick(&[0.1, 0.3, 0.5]);
    let left = scene.pick(&[0.1, 0.4, 0.5]);
    let cells = scene.int(9, 12);
    let axes = Axes::lay(scene, cells, left, below)?;
    axes.draw(scene, level == 1);
    let pieces = scene.int(2, 2 + level as i32) as usize;
    let graph = Bends::throw(scene, &axes, pieces)?;
    let mut c = f64::from(scene.int(axes.y[0] + 1, axes.y[1] - 1));
    if level == 3 {
        c += scene.pick(&[0.0, 0.5]);
    }
    // No turning point so near that the eye could doubt, and the axis is drawn already.
    if c == 0.0 || graph.turns.iter().any(|p| (p[1] - c).abs() < 0.5) {
        return None;
    }
    let n = graph.places_at(c).len();
    // Zero solutions are rare, and one is not the rule.
    if n == 0 && scene.chance(0.6) || n == 1 && scene.chance(0.5) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    graph.draw(scene, &axes, color);
    let shown = number(c);
    let question = match scene.int(0, 2) {
        0 => {
            format!("The whole graph of a function f is shown. How many solutions does f(x) = {shown} have?")
        }
        1 => format!("For how many x does the function f of the complete graph take the value {shown}?"),
        _ => format!("The curve is the whole graph of f. At how many places is f(x) equal to {shown}?"),
    };
    let [low, high] = axes.x.map(f64::from);
    let times = match n {
        0 => "does not meet the graph".into(),
        1 => "meets the graph once".into(),
        n => format!("meets the graph {n} times"),
    };
    Draft::reasoning(
        question,
        vec![line_mark(axes.at(low, c), axes.at(high, c))],
        format!("I draw the level line y = {shown} across the graph and count where they meet."),
        format!("The line {times}, and each meeting is one solution."),
        n,
    )
    .map(|d| d.wrong((0..6).filter(|k| *k != n)))
}

/// By the signs at the ends of each rising or falling piece.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let graph = Bends::read(seen, &axes)?;
    let c = *seen.numbers().last()?;
    let n = graph.turns.windows(2).filter(|w| (w[0][1] - c) * (w[1][1] - c) < 0.0).count();
    let [low, high] = axes.x.map(f64::from);
    Solved::reasoning(n, vec![line_mark(axes.at(low, c), axes.at(high, c))])
}
