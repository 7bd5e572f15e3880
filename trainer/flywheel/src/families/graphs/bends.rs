//! A smooth graph that turns at known whole places and rises or falls between them.

use super::axes::Axes;
use crate::Element;
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

const TURN: &str = "turning point or end of the graph";

/// Between neighbouring places the graph is the cubic that is level at both.
#[derive(Debug, Clone)]
pub(super) struct Bends {
    /// Ends and turning points from left to right, in units of the axes.
    pub(super) turns: Vec<Point>,
}

impl Bends {
    /// A graph of `n` monotone pieces between random places, the pieces at least two units wide and high.
    pub(super) fn throw(scene: &mut Scene, axes: &Axes, n: usize) -> Option<Self> {
        let [low, high] = axes.x;
        let spare = high - low - 2 * n as i32;
        if spare < 0 {
            return None;
        }
        // Cut the spare width into the pieces.
        let mut cuts: Vec<i32> = (0..=n + 1).map(|_| scene.int(0, spare)).collect();
        cuts.sort_unstable();
        let mut rising = scene.chance(0.5);
        let mut turns: Vec<Point> = Vec::new();
        for (i, cut) in cuts.iter().take(n + 1).enumerate() {
            let x = low + 2 * i as i32 + cut;
            let y = match turns.last() {
                None => scene.int(axes.y[0], axes.y[1]),
                Some([_, last]) => {
                    let last = *last as i32;
                    let y =
                        if rising { scene.int(last + 2, axes.y[1]) } else { scene.int(axes.y[0], last - 2) };
                    if !(axes.y[0]..=axes.y[1]).contains(&y) || (y - last).abs() < 2 {
                        return None;
                    }
                    y
                }
            };
            rising = !rising;
            turns.push([f64::from(x), f64::from(y)]);
        }
        Some(Self { turns })
    }

    /// The least and the greatest x.
    pub(super) fn domain(&self) -> [f64; 2] {
        [self.turns.first().map_or(0.0, |p| p[0]), self.turns.last().map_or(0.0, |p| p[0])]
    }

    /// The height at x; `None` outside the domain.
    pub(super) fn value(&self, x: f64) -> Option<f64> {
        let piece = self.turns.windows(2).find(|w| x >= w[0][0] && x <= w[1][0])?;
        let t = (x - piece[0][0]) / (piece[1][0] - piece[0][0]);
        Some(piece[0][1] + (piece[1][1] - piece[0][1]) * t * t * (3.0 - 2.0 * t))
    }

    /// Where the graph has a height, from left to right, found by halving each piece.
    pub(super) fn places_at(&self, height: f64) -> Vec<f64> {
        let mut found = Vec::new();
        for piece in self.turns.windows(2) {
            let [mut left, mut right] = [piece[0][0], piece[1][0]];
            let side = |x: f64| self.value(x).is_some_and(|y| y > height);
            if side(left) == side(right) {
                continue;
            }
            let start = side(left);
            for _ in 0..60 {
                let middle = (left + right) / 2.0;
                if side(middle) == start { left = middle } else { right = middle }
            }
            found.push((left + right) / 2.0);
        }
        found
    }

    /// Draws the graph and notes its turning points.
    pub(super) fn draw(&self, scene: &mut Scene, axes: &Axes, color: [u8; 3]) {
        let [low, high] = self.domain();
        let steps = ((high - low) * axes.unit() / 4.0).ceil().max(2.0) as i32;
        let places: Vec<_> = (0..=steps)
            .filter_map(|i| {
                let x = low + (high - low) * f64::from(i) / f64::from(steps);
                Some(axes.place(x, self.value(x)?))
            })
            .collect();
        let width = scene.int(2, 3);
        let turns: Vec<String> = self.turns.iter().map(|p| format!("({}, {})", p[0], p[1])).collect();
        let words = format!("piecewise cubic, level at {}", turns.join(" "));
        scene.figure.curve(&places, width, color, &words, self.domain());
        for turn in &self.turns {
            let (x, y) = whole(axes.at(turn[0], turn[1]));
            scene.figure.note(Element::Point { x, y, label: String::new(), meaning: TURN.into() });
        }
    }

    /// The graph as it is known from its turning points in the picture.
    pub(super) fn read(seen: &Seen, axes: &Axes) -> Option<Self> {
        let turns: Vec<Point> = seen.points(TURN).into_iter().map(|p| axes.halves(p)).collect();
        (turns.len() > 1).then_some(Self { turns })
    }

    /// Where the graph has a height, from left to right, by the formula for the cubic's inverse.
    pub(super) fn solved_at(&self, height: f64) -> Vec<f64> {
        let pieces = self.turns.windows(2).filter_map(|w| {
            let share = (height - w[0][1]) / (w[1][1] - w[0][1]);
            let t = 0.5 - ((1.0 - 2.0 * share).asin() / 3.0).sin();
            (share > 0.0 && share < 1.0).then(|| w[0][0] + t * (w[1][0] - w[0][0]))
        });
        pieces.collect()
    }
}
