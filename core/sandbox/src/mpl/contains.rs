//! Whether a point lies inside a path, and paths run backwards.

use super::geometry::Point;
use super::path::{Path, Step};

impl Path {
    /// One part without a close, the other way round.
    pub fn reversed(&self) -> Self {
        let ends: Vec<Point> = self
            .steps
            .iter()
            .filter_map(|step| match *step {
                Step::Move(end) | Step::Line(end) | Step::Quad(_, end) | Step::Cubic(_, _, end) => Some(end),
                Step::Close => None,
            })
            .collect();
        let mut steps: Vec<Step> = ends.last().map(|end| Step::Move(*end)).into_iter().collect();
        for (index, step) in self.steps.iter().enumerate().skip(1).rev() {
            let Some(to) = ends.get(index - 1).copied() else { continue };
            steps.push(match *step {
                Step::Quad(a, _) => Step::Quad(a, to),
                Step::Cubic(a, b, _) => Step::Cubic(b, a, to),
                _ => Step::Line(to),
            });
        }
        Self { steps }
    }

    /// The even-odd rule; curves are followed in short lines, open parts are closed.
    pub fn contains(&self, point: Point) -> bool {
        let mut inside = false;
        let (mut start, mut at) = ([0.0; 2], [0.0; 2]);
        let mut edge = |a: Point, b: Point| {
            if (a[1] > point[1]) != (b[1] > point[1]) {
                let x = a[0] + (point[1] - a[1]) / (b[1] - a[1]) * (b[0] - a[0]);
                inside ^= point[0] < x;
            }
        };
        let curve = |points: [Point; 4], edge: &mut dyn FnMut(Point, Point)| {
            let mut from = points[0];
            for index in 1..=16 {
                let t = f64::from(index) / 16.0;
                let s = 1.0 - t;
                let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
                let to = [0, 1].map(|axis| (0..4).map(|i| weights[i] * points[i][axis]).sum::<f64>());
                edge(from, to);
                from = to;
            }
        };
        for step in &self.steps {
            match *step {
                Step::Move(to) => {
                    edge(at, start);
                    (start, at) = (to, to);
                }
                Step::Line(to) => {
                    edge(at, to);
                    at = to;
                }
                Step::Quad(control, to) => {
                    let third = |a: Point, b: Point| [0, 1].map(|i| a[i] + (b[i] - a[i]) * 2.0 / 3.0);
                    curve([at, third(at, control), third(to, control), to], &mut edge);
                    at = to;
                }
                Step::Cubic(a, b, to) => {
                    curve([at, a, b, to], &mut edge);
                    at = to;
                }
                Step::Close => {
                    edge(at, start);
                    at = start;
                }
            }
        }
        edge(at, start);
        inside
    }
}
