//! How large is the resultant of forces?

use vthinker_core::think::Task;

use super::forces::{forces, read};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, plus, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "resultant_size",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Components of a force", "Three forces meet"],
    tools: &["arrow", "parallel_through_point"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let scale = scene.pick(&[1, 1, 2, 5, 10]);
    let forces = forces(scene)?;
    let (x, y) = forces.sum;
    let square = x * x + y * y;
    let length = f64::from(square).sqrt().round() as i32;
    // The length must be whole, and mostly slanted.
    if length * length != square || (x * y == 0 && scene.chance(0.6)) {
        return None;
    }
    let middle = forces.at((forces.parts[0].0 + forces.parts[1].0, forces.parts[0].1 + forces.parts[1].1));
    let other = if forces.parts.len() == 3 { forces.end } else { forces.tips[1] };
    let marks =
        vec![segment(forces.tips[0], middle), segment(middle, other), segment(forces.origin, forces.end)];
    let answer = length * scale;
    let sizes: i32 = forces.parts.iter().map(|p| f64::from(p.0).hypot(f64::from(p.1)).round() as i32).sum();
    Some(
        Draft::reasoning(
            format!(
                "The arrows are forces that act at O; the side of a square stands for {scale} N. How large is \
                 the single force that could replace them all?"
            ),
            marks,
            "The forces add as arrows: I move them parallel to themselves so that each begins where the one \
             before ends, and join O with the last tip.",
            format!(
                "The joining arrow leads {} squares across and {} up or down, so it is the root of {square}, \
                 which is {length} squares, long. That is {answer} N.",
                x.abs(),
                y.abs()
            ),
            format!("{answer} N"),
        )?
        .wrong([sizes, x.abs() + y.abs(), length + 1, x.abs().max(y.abs())].map(|n| format!("{} N", n * scale))),
    )
}

/// By chaining the arrows in pixels and measuring the last one.
fn solve(seen: &Seen) -> Option<Solved> {
    let (origin, tips, cell) = read(seen)?;
    let end = tips.iter().fold(origin, |end, tip| plus(end, minus(*tip, origin)));
    let middle = plus(tips[0], minus(*tips.get(1)?, origin));
    let other = if tips.len() == 3 { end } else { tips[1] };
    let force = norm(minus(end, origin)) / cell * seen.numbers().first()?;
    let marks = vec![segment_mark(tips[0], middle), segment_mark(middle, other), segment_mark(origin, end)];
    Solved::reasoning(format!("{} N", force.round()), marks)
}
