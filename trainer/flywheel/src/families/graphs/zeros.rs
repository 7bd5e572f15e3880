//! Mark the places where a graph has a given height, its zeros above all.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::bends::Bends;
use super::wording::number;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::point_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "graph_zeros",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Roots"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // More zeros with the level; at level 3 the places of another height.
    let level = usize::from(scene.level);
    let share = scene.pick(&[0.4, 0.5, 0.6]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    let paper = scene.chance(0.5);
    axes.draw(scene, paper);
    let pieces = scene.int(level as i32, level as i32 + 1) as usize;
    let graph = Bends::throw(scene, &axes, pieces)?;
    let c = if level == 3 { f64::from(scene.int(axes.y[0] + 1, axes.y[1] - 1)) } else { 0.0 };
    let found = graph.places_at(c);
    if found.len() < level.min(2) || graph.turns.iter().any(|p| (p[1] - c).abs() < 1.0) {
        return None;
    }
    if level == 3 && c == 0.0 {
        return None;
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    graph.draw(scene, &axes, color);
    let c_word = number(c);
    let question = match (level, scene.chance(0.5)) {
        (3, true) => format!("Mark every point of the graph at which the function has the value {c_word}."),
        (3, false) => format!("Mark all points of the graph where f(x) = {c_word}."),
        (_, true) => "Mark all zeros of the function.".into(),
        (_, false) => "Mark every place where the graph crosses the x axis.".into(),
    };
    Draft::drawing(question, found.iter().map(|x| point_mark(axes.at(*x, c))).collect())
}

/// By the inverse of each cubic piece.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let graph = Bends::read(seen, &axes)?;
    let c = seen.numbers().last().copied().unwrap_or(0.0);
    Solved::drawing(graph.solved_at(c).into_iter().map(|x| point_mark(axes.at(x, c))).collect())
}
