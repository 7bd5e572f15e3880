//! Draw the line of an equation.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::{linear, number};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::line_mark;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "drawn_line",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Intercept reading", "Slope triangle"],
    tools: &["function_overlay", "slope_triangle"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a whole slope on squared paper; level 2: a fraction; level 3: the equation in another form, no paper.
    let level = i32::from(scene.level);
    let share = scene.pick(&[0.3, 0.4, 0.5]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let (over, under) = match level {
        1 => scene.pick(&[(1, 1), (-1, 1), (2, 1), (-2, 1)]),
        2 => scene.pick(&[(1, 2), (-1, 2), (3, 2), (-3, 2), (1, 3), (2, 3), (-2, 3)]),
        _ => scene.pick(&[(1, 2), (-1, 2), (2, 3), (-3, 2), (1, 1), (-2, 1)]),
    };
    let b = scene.int(-3, 4);
    let (equation, [from, to]) = if level == 3 && scene.chance(0.35) {
        // Parallel to an axis, which has an equation in one letter.
        let c = scene.int(1, 4) * scene.pick(&[1, -1]);
        let upright = scene.chance(0.5);
        let (at, ends) = (f64::from(c), if upright { axes.y } else { axes.x }.map(f64::from));
        if !axes.shows(if upright { at } else { 0.0 }, if upright { 0.0 } else { at }, 0.0) {
            return None;
        }
        let name = if upright { "x" } else { "y" };
        (format!("{name} = {}", number(at)), ends.map(|end| if upright { [at, end] } else { [end, at] }))
    } else {
        let ends = axes.clip(f64::from(over) / f64::from(under), f64::from(b))?;
        let text = if level < 3 {
            format!("y = {}", linear(over, under, b))
        } else {
            // over x - under y = - under b, with a positive first term.
            let turn = over.signum();
            let (p, q, r) = (over * turn, -under * turn, -under * b * turn);
            let term = |k: i32| if k.abs() == 1 { String::new() } else { k.abs().to_string() };
            format!("{}x {} {}y = {r}", term(p), if q < 0 { "-" } else { "+" }, term(q))
        };
        (text, ends)
    };
    let [a, c] = [axes.at(from[0], from[1]), axes.at(to[0], to[1])];
    if (a[0] - c[0]).hypot(a[1] - c[1]) < f64::from(scene.side()) * 0.4 {
        return None;
    }
    let question = match scene.int(0, 1) {
        0 => format!("Draw the line {equation}."),
        _ => format!("Draw the straight line with the equation {equation} into the coordinate system."),
    };
    Draft::drawing(question, vec![line_mark(a, c)])
}

/// By two points of the line, found from the equation read as p x + q y = r.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let text = seen.question.trim_end_matches(" into the coordinate system.").trim_end_matches('.');
    let equation = text.rsplit_once("equation ").or_else(|| text.rsplit_once("line "))?.1;
    let (left, right) = equation.split_once(" = ")?;
    let ([p, q, r], [s, t, u]) = (terms(left)?, terms(right)?);
    // All to the left: what is without a letter stands on the right.
    let (p, q, r) = (p - s, q - t, u - r);
    let [x0, x1] = axes.x.map(f64::from);
    let [y0, y1] = axes.y.map(f64::from);
    let mark: Mark = if q == 0.0 {
        line_mark(axes.at(r / p, y0), axes.at(r / p, y1))
    } else {
        let y = |x: f64| (r - p * x) / q;
        let x = |y: f64| (r - q * y) / p;
        // The ends lie where the line leaves the shown square; a level line has none above or below.
        let clip = |end: f64| {
            let up = y(end);
            if p == 0.0 || (y0..=y1).contains(&up) {
                [end, up]
            } else {
                [x(up.clamp(y0, y1)), up.clamp(y0, y1)]
            }
        };
        let [a, b] = [clip(x0), clip(x1)];
        line_mark(axes.at(a[0], a[1]), axes.at(b[0], b[1]))
    };
    Solved::drawing(vec![mark])
}

/// The factors of x and y and the rest of one side of an equation.
fn terms(side: &str) -> Option<[f64; 3]> {
    let mut sums = [0.0; 3];
    let spaced = side.replace(" x", "x").replace("- ", "-").replace("+ ", "+");
    for word in spaced.split_whitespace() {
        let place = if word.ends_with('x') {
            0
        } else if word.ends_with('y') {
            1
        } else {
            2
        };
        let digits = word.trim_end_matches(['x', 'y']);
        sums[place] += match digits {
            "" | "+" => 1.0,
            "-" => -1.0,
            _ => {
                let (sign, digits) = match digits.strip_prefix('-') {
                    Some(rest) => (-1.0, rest),
                    None => (1.0, digits.trim_start_matches('+')),
                };
                sign * match digits.split_once('/') {
                    Some((over, under)) => over.parse::<f64>().ok()? / under.parse::<f64>().ok()?,
                    None => digits.parse().ok()?,
                }
            }
        };
    }
    Some(sums)
}
