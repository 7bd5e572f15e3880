//! A system of coordinates that families draw and that solvers read back from its ticks.

use crate::figure::Place;
use crate::geometry::{crossing_of_lines, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen};

const RIGHTWARD: &str = "number on the horizontal axis";
const UPWARD: &str = "number on the vertical axis";
const RIGHT_TICK: &str = "tick of the horizontal axis";
const UP_TICK: &str = "tick of the vertical axis";

/// Where whole numbers lie in the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Axes {
    origin: Point,
    /// Pixels of one unit to the right and upwards.
    unit: [f64; 2],
    /// The least and the greatest whole number on the horizontal axis.
    pub(super) x: [i32; 2],
    /// The least and the greatest whole number on the vertical axis.
    pub(super) y: [i32; 2],
}

impl Axes {
    /// Axes with about `cells` units along the shorter side of the picture; `left` and `below` say which share of
    /// the shown numbers is negative.
    pub(super) fn lay(scene: &Scene, cells: i32, left: f64, below: f64) -> Option<Self> {
        if !plain(scene) {
            return None;
        }
        let margin = scene.letter_size() * 19 / 10;
        let unit = (scene.side() - 2 * margin) / cells;
        if unit < 12 {
            return None;
        }
        let count = |side: i32| ((side - 2 * margin) / unit).min(cells + 5);
        let (columns, rows) = (count(scene.width()), count(scene.height()));
        let range = |n: i32, share: f64| {
            let low = -((f64::from(n) * share).round() as i32);
            [low, low + n]
        };
        let (x, y) = (range(columns, left), range(rows, below));
        let edge = (scene.width() - columns * unit) / 2;
        let top = (scene.height() - rows * unit) / 2;
        let origin = [f64::from(edge - x[0] * unit), f64::from(top + y[1] * unit)];
        Some(Self { origin, unit: [f64::from(unit); 2], x, y })
    }

    /// Pixels of one unit.
    pub(super) fn unit(&self) -> f64 {
        self.unit[0]
    }

    /// Draws squared paper if wanted, the axes, their ticks and numbers.
    pub(super) fn draw(&self, scene: &mut Scene, paper: bool) {
        let ground = scene.figure.style().background;
        let ([x0, x1], [y0, y1]) = (self.x.map(f64::from), self.y.map(f64::from));
        if paper {
            let faint = ground.map(|c| c - 28);
            for x in self.x[0]..=self.x[1] {
                let x = f64::from(x);
                scene.figure.backdrop_line(self.place(x, y0), self.place(x, y1), faint);
            }
            for y in self.y[0]..=self.y[1] {
                let y = f64::from(y);
                scene.figure.backdrop_line(self.place(x0, y), self.place(x1, y), faint);
            }
        }
        let (ink, size) = (scene.figure.ink, scene.letter_size());
        let (beyond, width) = (size, scene.int(1, 2));
        let shift = |(x, y): Place, dx: i32, dy: i32| (x + dx, y + dy);
        let right = shift(self.place(x1, 0.0), beyond, 0);
        scene.figure.arrow(self.place(x0, 0.0), right, width, ink, "horizontal axis");
        let top = shift(self.place(0.0, y1), 0, -beyond);
        scene.figure.arrow(self.place(0.0, y0), top, width, ink, "vertical axis");
        scene.figure.text(shift(right, -1, -size * 4 / 5), "x", size, "name of an axis");
        scene.figure.text(shift(top, size, 2), "y", size, "name of an axis");
        self.ticks(scene, size);
    }

    fn ticks(&self, scene: &mut Scene, size: i32) {
        let ink = scene.figure.ink;
        let room = f64::from(size) * 2.1;
        let step = [1, 2, 5].into_iter().find(|s| f64::from(*s) * self.unit() >= room).unwrap_or(10);
        for x in (self.x[0]..=self.x[1]).filter(|x| *x != 0) {
            let at = self.place(f64::from(x), 0.0);
            scene.figure.line((at.0, at.1 - 3), (at.0, at.1 + 3), 1, ink, RIGHT_TICK);
            if x % step == 0 {
                scene.figure.text((at.0, at.1 + size * 9 / 10), &x.to_string(), size, RIGHTWARD);
            }
        }
        for y in (self.y[0]..=self.y[1]).filter(|y| *y != 0) {
            let at = self.place(0.0, f64::from(y));
            scene.figure.line((at.0 - 3, at.1), (at.0 + 3, at.1), 1, ink, UP_TICK);
            if y % step == 0 {
                let word = y.to_string();
                let left = size / 2 + size * 35 * word.len() as i32 / 100;
                scene.figure.text((at.0 - left, at.1), &word, size, UPWARD);
            }
        }
    }

    /// The place of a pair of numbers.
    pub(super) fn at(&self, x: f64, y: f64) -> Point {
        [self.origin[0] + x * self.unit[0], self.origin[1] - y * self.unit[1]]
    }

    /// The nearest whole place of a pair of numbers.
    pub(super) fn place(&self, x: f64, y: f64) -> Place {
        whole(self.at(x, y))
    }

    /// The pair of numbers of a place.
    pub(super) fn value(&self, p: Point) -> Point {
        [(p[0] - self.origin[0]) / self.unit[0], (self.origin[1] - p[1]) / self.unit[1]]
    }

    /// The pair of numbers of a place, to the nearest halves.
    pub(super) fn halves(&self, p: Point) -> Point {
        self.value(p).map(|v| (2.0 * v).round() / 2.0)
    }

    /// Whether a pair of numbers lies at least `margin` units inside the shown ranges.
    pub(super) fn shows(&self, x: f64, y: f64, margin: f64) -> bool {
        let inside = |v: f64, [low, high]: [i32; 2]| {
            v >= f64::from(low) + margin - 1e-9 && v <= f64::from(high) - margin + 1e-9
        };
        inside(x, self.x) && inside(y, self.y)
    }

    /// The ends of a line `y = m x + b` where it leaves the shown ranges, left one first.
    pub(super) fn clip(&self, m: f64, b: f64) -> Option<[Point; 2]> {
        let [mut low, mut high] = self.x.map(f64::from);
        if m != 0.0 {
            let at = self.y.map(|y| (f64::from(y) - b) / m);
            low = low.max(at[0].min(at[1]));
            high = high.min(at[0].max(at[1]));
        }
        (high > low).then_some([[low, m * low + b], [high, m * high + b]])
    }

    /// The axes as they are read from the axis lines, the ticks and their numbers.
    pub(super) fn read(seen: &Seen) -> Option<Self> {
        let (level, upright) = (seen.lines("horizontal axis"), seen.lines("vertical axis"));
        let origin = crossing_of_lines(*level.first()?, *upright.first()?)?;
        let unit = |axis: usize, meaning: &str| -> Option<f64> {
            let numbers = seen.texts(meaning);
            let far = numbers.iter().filter_map(|(text, at)| {
                let value: f64 = text.parse().ok()?;
                Some((value.abs(), ((at[axis] - origin[axis]) / value).abs()))
            });
            far.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, unit)| unit)
        };
        let unit = [unit(0, RIGHTWARD)?, unit(1, UPWARD)?];
        let mut axes = Self { origin, unit, x: [0, 0], y: [0, 0] };
        let middle = |[a, b]: [Point; 2]| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
        for tick in seen.lines(RIGHT_TICK) {
            let x = axes.value(middle(tick))[0].round() as i32;
            axes.x = [axes.x[0].min(x), axes.x[1].max(x)];
        }
        for tick in seen.lines(UP_TICK) {
            let y = axes.value(middle(tick))[1].round() as i32;
            axes.y = [axes.y[0].min(y), axes.y[1].max(y)];
        }
        Some(axes)
    }
}

/// Whether the picture is still without lines: squares of a random size behind it would be read as units.
pub(in crate::families) fn plain(scene: &Scene) -> bool {
    let code = scene.figure.code();
    !code.contains("line(") && !code.contains("plot(")
}
