//! How many dots a later figure of a growing pattern has: the dots that the last step added.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pattern_growth",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Growing pattern", "Square as odd numbers", "Triangular numbers"],
    tools: &["count_marks", "point_mark"],
    draft,
    solve,
};

/// Patterns as the step at which a lattice place, counted from the lower left, gets its dot.
#[derive(Debug, Clone, Copy)]
enum Pattern {
    Square,
    Triangle,
    Angle,
    Rectangle,
    TwoRows,
}

impl Pattern {
    fn step(self, x: i32, y: i32) -> Option<i32> {
        match self {
            Pattern::Square => Some(x.max(y) + 1),
            Pattern::Triangle => Some(x + y + 1),
            Pattern::Angle => (x == 0 || y == 0).then_some(x.max(y) + 1),
            Pattern::Rectangle => Some(x.max(y + 1)),
            Pattern::TwoRows => (y < 2).then_some(x + 1),
        }
    }

    /// Places of the dots of a figure.
    fn dots(self, figure: i32) -> Vec<(i32, i32)> {
        (0..=figure)
            .flat_map(|x| (0..=figure).map(move |y| (x, y)))
            .filter(|(x, y)| self.step(*x, *y).is_some_and(|step| step <= figure))
            .collect()
    }
}

const SHOWN: i32 = 3;

fn draft(scene: &mut Scene) -> Option<Draft> {
    let pattern = match scene.level {
        1 => scene.pick(&[Pattern::Angle, Pattern::TwoRows, Pattern::Square]),
        _ => scene.pick(&[Pattern::Square, Pattern::Triangle, Pattern::Rectangle, Pattern::Angle]),
    };
    let wanted = match scene.level {
        1 => scene.int(4, 6),
        2 => scene.int(5, 7),
        _ => scene.int(7, 10),
    };
    let size = scene.letter_size();
    // Columns of the figures: 2, 3 and 4 at most, with two free columns between them.
    let gap = ((scene.width() - 2 * size) / 13).min((scene.height() - 5 * size) / 4);
    if gap < 12 {
        return None;
    }
    let r = (gap * scene.int(26, 36) / 100).max(3);
    let floor = scene.height() / 2 + gap * 3 / 2;
    let left = (scene.width() - 11 * gap) / 2;
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    let mut marks = Vec::new();
    let mut start = left;
    for figure in 1..=SHOWN {
        let at = |(x, y): (i32, i32)| -> Place { (start + x * gap, floor - y * gap) };
        for dot in pattern.dots(figure) {
            scene.figure.dot(at(dot), r, color, &format!("dot of figure {figure}"));
            if figure == SHOWN && pattern.step(dot.0, dot.1) == Some(SHOWN) {
                marks.push(point(at(dot)));
            }
        }
        let widest = pattern.dots(figure).iter().map(|dot| dot.0).max().unwrap_or(0);
        let middle = (start + widest * gap / 2, floor + r + size);
        scene.figure.text(middle, &figure.to_string(), size, "number of a figure");
        start += (figure + 2) * gap;
    }
    let counts: Vec<usize> = (1..=SHOWN).map(|figure| pattern.dots(figure).len()).collect();
    let (added, answer) = (marks.len(), pattern.dots(wanted).len());
    let before_that = counts[1] - counts[0];
    let rule = if added == before_that {
        format!("Each step adds {added} dots")
    } else {
        format!(
            "The step before added {before_that}, so each step adds {} more than the last",
            added - before_that
        )
    };
    let next = 2 * added - before_that;
    let near = answer as i32;
    let step = next as i32;
    Draft::reasoning(
        format!("The pattern goes on as it begins. How many dots does figure {wanted} have?"),
        marks,
        format!("In figure {SHOWN} I mark the dots that figure {} lacks.", SHOWN - 1),
        format!(
            "{added} dots are new in figure {SHOWN}, which has {} in all. {rule}, and figure {wanted} has {answer}.",
            counts[2]
        ),
        answer,
    )
    .map(|draft| draft.wrong([near + 1, near - step, near + step, near - 1, counts[2] as i32 * 2]))
}

/// By carrying on the differences of the counts; new dots are those with no partner in the figure before.
fn solve(seen: &Seen) -> Option<Solved> {
    let wanted = *seen.numbers().first()? as i32;
    let figures: Vec<Vec<Point>> =
        (1..=SHOWN).map(|figure| seen.points(&format!("dot of figure {figure}"))).collect();
    let count = |i: usize| figures[i].len() as i32;
    let (mut total, mut growth) = (count(2), count(2) - count(1));
    let bend = growth - (count(1) - count(0));
    for _ in SHOWN..wanted {
        growth += bend;
        total += growth;
    }
    let corner = |dots: &[Point]| {
        let left = dots.iter().map(|p| p[0]).fold(f64::INFINITY, f64::min);
        let low = dots.iter().map(|p| p[1]).fold(f64::NEG_INFINITY, f64::max);
        [left, low]
    };
    let (a, b) = (corner(&figures[1]), corner(&figures[2]));
    let old = |p: &Point| {
        figures[1].iter().any(|q| (q[0] - a[0] - p[0] + b[0]).abs() + (q[1] - a[1] - p[1] + b[1]).abs() < 3.0)
    };
    Solved::reasoning(total, figures[2].iter().filter(|p| !old(p)).map(|p| point_mark(*p)).collect())
}
