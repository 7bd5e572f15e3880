//! What one scores without looking: the best constant guess of each family.

use std::collections::BTreeMap;

use vthinker_core::judge::{Mark, answers_equal, default_tolerance, judge_marks};
use vthinker_core::think::Task;
use vthinker_sandbox::{CanvasId, DrawKind, DrawOp};

use crate::flywheel::Problem;

/// For each family the guess that solves most training problems: the modal answer, or the marks of that training
/// problem (scaled to the picture) which hit the most others.
pub struct ConstantGuess {
    families: BTreeMap<String, Guess>,
}

enum Guess {
    Answer(String),
    /// Marks as shares of width and height.
    Marks(Vec<Mark>),
}

/// Training problems tried as the constant, and problems each is tried on.
const CANDIDATES: usize = 60;

impl ConstantGuess {
    /// Finds the guesses on training problems.
    pub fn fit(train: &[Problem]) -> Self {
        let mut by_family: BTreeMap<String, Vec<&Problem>> = BTreeMap::new();
        for problem in train {
            by_family.entry(problem.family.clone()).or_default().push(problem);
        }
        let families =
            by_family.into_iter().map(|(family, problems)| (family, best_guess(&problems))).collect();
        Self { families }
    }

    /// Whether the guess solves the problem.
    pub fn solves(&self, problem: &Problem) -> bool {
        self.families.get(&problem.family).is_some_and(|guess| guess.solves(problem))
    }
}

impl Guess {
    fn of(problem: &Problem) -> Self {
        match (&problem.answer, problem.task) {
            (Some(answer), Task::Reasoning) => Guess::Answer(answer.clone()),
            _ => {
                let (w, h) = (1.0 / problem.width as f32, 1.0 / problem.height as f32);
                Guess::Marks(problem.marks.iter().map(|m| scaled(m, w, h)).collect())
            }
        }
    }

    fn solves(&self, problem: &Problem) -> bool {
        match self {
            Guess::Answer(guess) => problem.answer.as_ref().is_some_and(|a| answers_equal(a, guess)),
            Guess::Marks(marks) => {
                let (w, h) = (problem.width as f32, problem.height as f32);
                let ops: Vec<DrawOp> = marks.iter().map(|m| stroke(&scaled(m, w, h))).collect();
                judge_marks(&problem.marks, &ops, default_tolerance(problem.width, problem.height)).pass
            }
        }
    }
}

fn best_guess(problems: &[&Problem]) -> Guess {
    let sample = &problems[..problems.len().min(CANDIDATES)];
    sample
        .iter()
        .map(|p| Guess::of(p))
        .max_by_key(|guess| sample.iter().filter(|p| guess.solves(p)).count())
        .unwrap_or(Guess::Answer(String::new()))
}

/// The mark with its coordinates multiplied.
fn scaled(mark: &Mark, w: f32, h: f32) -> Mark {
    match *mark {
        Mark::Point { x, y } => Mark::Point { x: x * w, y: y * h },
        Mark::Segment { x0, y0, x1, y1 } => Mark::Segment { x0: x0 * w, y0: y0 * h, x1: x1 * w, y1: y1 * h },
        Mark::Line { x0, y0, x1, y1 } => Mark::Line { x0: x0 * w, y0: y0 * h, x1: x1 * w, y1: y1 * h },
        Mark::Circle { x, y, r } => Mark::Circle { x: x * w, y: y * h, r: r * (w * h).sqrt() },
        Mark::Box { x0, y0, x1, y1 } => Mark::Box { x0: x0 * w, y0: y0 * h, x1: x1 * w, y1: y1 * h },
        Mark::Polyline { ref points } => {
            Mark::Polyline { points: points.iter().map(|[x, y]| [x * w, y * h]).collect() }
        }
    }
}

/// A drawing operation that makes exactly this mark.
fn stroke(mark: &Mark) -> DrawOp {
    const RED: [u8; 4] = [255, 0, 0, 255];
    let line = |points: Vec<[f32; 2]>| DrawKind::Line { points, color: RED, width: 2.0 };
    let kind = match *mark {
        Mark::Point { x, y } => DrawKind::Ellipse {
            bbox: [x - 3.0, y - 3.0, x + 3.0, y + 3.0],
            fill: Some(RED),
            outline: None,
            width: 1.0,
        },
        Mark::Segment { x0, y0, x1, y1 } | Mark::Line { x0, y0, x1, y1 } => line(vec![[x0, y0], [x1, y1]]),
        Mark::Polyline { ref points } => line(points.clone()),
        Mark::Circle { x, y, r } => DrawKind::Ellipse {
            bbox: [x - r, y - r, x + r, y + r],
            fill: None,
            outline: Some(RED),
            width: 2.0,
        },
        Mark::Box { x0, y0, x1, y1 } => DrawKind::Rectangle {
            bbox: [x0, y0, x1, y1],
            fill: None,
            outline: Some(RED),
            width: 2.0,
            radius: 0.0,
            corners: [true; 4],
        },
    };
    DrawOp { canvas: CanvasId(0), line: 1, kind, opencv: None }
}
