//! How many points satisfy a linear inequality.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::linear;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{foot_of, line_mark, minus, norm};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "inequality_points",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Half-plane"],
    tools: &["function_overlay", "extended_line"],
    draft,
    solve,
};

const DOT: &str = "point in the plane";

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: five points, slope 1 or -1; level 2: eight, whole slopes; level 3: twelve, fractions, no paper.
    let level = i32::from(scene.level);
    let share = scene.pick(&[0.2, 0.4, 0.5]);
    let cells = scene.int(9, 12);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let (over, under) = match level {
        1 => (scene.pick(&[1, -1]), 1),
        2 => (scene.pick(&[2, -2, 1, -1, 3]), 1),
        _ => (scene.pick(&[1, -1, 3, -3]), 2),
    };
    let b = scene.int(-4, 5);
    let m = f64::from(over) / f64::from(under);
    let [from, to] = axes.clip(m, f64::from(b))?;
    let border = [axes.at(from[0], from[1]), axes.at(to[0], to[1])];
    if norm(minus(border[0], border[1])) < f64::from(scene.side()) * 0.5 {
        return None;
    }
    let wanted = [5, 8, 12][level as usize - 1];
    let mut spots: Vec<[i32; 2]> = Vec::new();
    for _ in 0..wanted * 20 {
        let spot = [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])];
        let at = axes.at(f64::from(spot[0]), f64::from(spot[1]));
        // Clear of the border, and not on an axis where ticks hide it.
        let clear = norm(minus(at, foot_of(at, border))) > 8.0 && spot[0] != 0 && spot[1] != 0;
        let place = |s: [i32; 2]| axes.place(f64::from(s[0]), f64::from(s[1]));
        if clear && spots.iter().all(|other| distance(place(*other), place(spot)) > 16.0) {
            spots.push(spot);
        }
        if spots.len() == wanted as usize {
            break;
        }
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    for spot in &spots {
        scene.figure.dot(axes.place(f64::from(spot[0]), f64::from(spot[1])), 4, color, DOT);
    }
    let greater = scene.chance(0.5);
    let n = spots.iter().filter(|s| (under * s[1] > over * s[0] + under * b) == greater).count();
    let sign = if greater { ">" } else { "<" };
    let rule = format!("y {sign} {}", linear(over, under, b));
    let question = match scene.int(0, 1) {
        0 => format!("How many of the dots satisfy {rule}?"),
        _ => format!("Count the dots whose coordinates fulfil the inequality {rule}."),
    };
    let side = if greater { "above" } else { "below" };
    let all = spots.len();
    Draft::reasoning(
        question,
        vec![line_mark(border[0], border[1])],
        format!("The border is the line y = {}, so I draw it.", linear(over, under, b)),
        format!("The inequality holds {side} the line, where {n} of the {all} dots lie."),
        n,
    )
    .map(|d| d.wrong([all - n, n + 1, n.saturating_sub(1), n + 2]))
}

/// By putting the coordinates of each dot into the inequality.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let greater = seen.question.contains('>');
    let right = seen.question.split(['<', '>']).nth(1)?.trim().trim_end_matches(['?', '.']);
    let (slope, shift) = right.split_once('x')?;
    let m = match slope.trim() {
        "" => 1.0,
        "-" => -1.0,
        slope => match slope.split_once('/') {
            Some((over, under)) => over.parse::<f64>().ok()? / under.parse::<f64>().ok()?,
            None => slope.parse().ok()?,
        },
    };
    let shift: String = shift.chars().filter(|c| !c.is_whitespace() && *c != '+').collect();
    let b = if shift.is_empty() { 0.0 } else { shift.parse().ok()? };
    let holds = seen.points(DOT).into_iter().filter(|p| {
        let [x, y] = axes.value(*p).map(f64::round);
        (y > m * x + b) == greater
    });
    let [from, to] = axes.clip(m, b)?;
    let marks = vec![line_mark(axes.at(from[0], from[1]), axes.at(to[0], to[1]))];
    Solved::reasoning(holds.count(), marks)
}
