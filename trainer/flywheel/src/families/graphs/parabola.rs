//! Upright parabolas, drawn over a part of their domain.

use super::axes::Axes;
use super::wording::number;
use crate::scene::Scene;

/// `y = a (x - p)^2 + q`
#[derive(Debug, Clone, Copy)]
pub(super) struct Parabola {
    pub(super) a: f64,
    pub(super) p: f64,
    pub(super) q: f64,
}

impl Parabola {
    /// The height at x.
    pub(super) fn value(&self, x: f64) -> f64 {
        self.a * (x - self.p).powi(2) + self.q
    }

    /// The part of the domain around the vertex where the parabola stays in the shown ranges.
    pub(super) fn domain(&self, axes: &Axes) -> [f64; 2] {
        let edge = f64::from(if self.a > 0.0 { axes.y[1] } else { axes.y[0] });
        let reach = ((edge - self.q) / self.a).max(0.0).sqrt();
        [(self.p - reach).max(f64::from(axes.x[0])), (self.p + reach).min(f64::from(axes.x[1]))]
    }

    /// Draws it over a part of its domain.
    pub(super) fn draw(&self, scene: &mut Scene, axes: &Axes, [low, high]: [f64; 2], color: [u8; 3]) {
        let steps = ((high - low) * axes.unit() / 3.0).ceil().max(4.0) as i32;
        let places: Vec<_> = (0..=steps)
            .map(|i| {
                let x = low + (high - low) * f64::from(i) / f64::from(steps);
                axes.place(x, self.value(x))
            })
            .collect();
        let width = scene.int(2, 3);
        let words = format!("{} * (x - {})**2 + {}", number(self.a), number(self.p), number(self.q));
        scene.figure.curve(&places, width, color, &words, [low, high]);
    }
}

/// The numbers `a`, `p`, `q` in the expression of a parabola.
pub(super) fn parse(expression: &str) -> Option<Parabola> {
    let rest = expression.split(['*', '(', ')', ' ', 'x']).filter(|word| !word.is_empty());
    let numbers: Vec<f64> = rest.filter_map(|word| word.parse().ok()).collect();
    // The square's own 2 stands between p and q.
    let [a, p, _, q] = numbers[..] else { return None };
    Some(Parabola { a, p, q })
}
