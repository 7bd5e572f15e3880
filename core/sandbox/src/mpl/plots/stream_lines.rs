//! Lines along a field of velocities, one through every free cell of a coarse grid; lengths are shares of the axes.

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::geometry::Point;

/// Velocities on a grid, in cells a time.
pub(super) struct Flow {
    pub columns: usize,
    pub rows: usize,
    pub u: Vec<f64>,
    pub v: Vec<f64>,
    /// Lengths of the velocities, in shares of the axes.
    pub speed: Vec<f64>,
}

/// The value of a grid between its points; what is no number makes it none.
pub(super) fn between(values: &[f64], columns: usize, rows: usize, [x, y]: Point) -> f64 {
    let column = (x.max(0.0) as usize).min(columns - 1);
    let row = (y.max(0.0) as usize).min(rows - 1);
    let (right, above) = ((column + 1).min(columns - 1), (row + 1).min(rows - 1));
    let (s, t) = (x - column as f64, y - row as f64);
    let at = |row: usize, column: usize| values[row * columns + column];
    let low = at(row, column) * (1.0 - s) + at(row, right) * s;
    let high = at(above, column) * (1.0 - s) + at(above, right) * s;
    low * (1.0 - t) + high * t
}

/// Why there is no direction at a point.
enum Stop {
    Outside,
    Still,
}

impl Flow {
    /// Whether a point is on the grid.
    fn has(&self, [x, y]: Point) -> bool {
        (0.0..=(self.columns - 1) as f64).contains(&x) && (0.0..=(self.rows - 1) as f64).contains(&y)
    }

    /// The velocity a share of the axes.
    fn direction(&self, at: Point, sign: f64) -> Result<Point, Stop> {
        if !self.has(at) {
            return Err(Stop::Outside);
        }
        let value = |values: &[f64]| between(values, self.columns, self.rows, at);
        let speed = value(&self.speed);
        let (u, v) = (value(&self.u), value(&self.v));
        if speed == 0.0 || !(speed.is_finite() && u.is_finite() && v.is_finite()) {
            return Err(Stop::Still);
        }
        let time = 1.0 / speed;
        Ok([sign * u * time, sign * v * time])
    }
}

/// The coarse grid, whose cells are taken by one line each.
pub(super) struct Mask {
    pub columns: usize,
    pub rows: usize,
    taken: Vec<bool>,
    /// Cells of the line that is drawn now, and the one it is in.
    own: Vec<usize>,
    current: Option<(usize, usize)>,
}

impl Mask {
    /// A grid of free cells.
    pub fn new(columns: usize, rows: usize) -> Self {
        Self { columns, rows, taken: vec![false; columns * rows], own: Vec::new(), current: None }
    }

    /// Enters a cell; `false` if another line has it and lines may break.
    fn enter(&mut self, cell: (usize, usize), breaks: bool) -> bool {
        if self.current == Some(cell) {
            return true;
        }
        let index = cell.1 * self.columns + cell.0;
        match self.taken.get_mut(index) {
            Some(taken) if !*taken => {
                *taken = true;
                self.own.push(index);
                self.current = Some(cell);
                true
            }
            _ => !breaks,
        }
    }
}

/// How lines are drawn.
pub(super) struct Rules {
    /// Shortest and longest line.
    pub least: f64,
    pub most: f64,
    /// Whether lines go against the flow and with it.
    pub ways: [bool; 2],
    /// Whether lines end where others are.
    pub breaks: bool,
    /// Factors of the longest step and of the largest error.
    pub step: f64,
    pub error: f64,
}

/// Most points of a line, for steps that became too small to arrive anywhere.
const MOST_POINTS: usize = 100_000;
/// Largest error of a step, as a share of the axes.
const ERROR: f64 = 0.003;

/// Draws lines over a flow.
pub(super) struct Pencil<'a> {
    pub flow: &'a Flow,
    pub mask: Mask,
    pub rules: Rules,
}

impl Pencil<'_> {
    /// The cell of the mask that a point is in.
    fn cell(&self, [x, y]: Point) -> (usize, usize) {
        let place = |value: f64, fine: usize, coarse: usize| {
            let factor = (coarse as f64 - 1.0) / (fine as f64 - 1.0);
            libm::rint(value * factor).max(0.0) as usize
        };
        (place(x, self.flow.columns, self.mask.columns), place(y, self.flow.rows, self.mask.rows))
    }

    /// Lines through all free cells, from the border inwards in a spiral.
    pub fn all(&mut self, ctx: &mut Ctx) -> PyResult<Vec<Vec<Point>>> {
        let (columns, rows) = (self.mask.columns as i64, self.mask.rows as i64);
        let (mut first, mut last) = ([0, 1], [columns - 1, rows - 1]);
        let mut at = [0, 0];
        let mut side = 0;
        let mut lines = Vec::new();
        for _ in 0..columns * rows {
            ctx.burn(2)?;
            let free = |mask: &Mask| mask.taken.get((at[1] * columns + at[0]) as usize) == Some(&false);
            if free(&self.mask) {
                let place = |value: i64, fine: usize, coarse: i64| {
                    // The same two divisions as matplotlib's, for the same last digit.
                    value as f64 * (1.0 / ((coarse as f64 - 1.0) / (fine as f64 - 1.0)))
                };
                let start = [place(at[0], self.flow.columns, columns), place(at[1], self.flow.rows, rows)];
                lines.extend(self.through(ctx, start)?);
            }
            let axis = side % 2;
            if side < 2 {
                at[axis] += 1;
                if at[axis] >= last[axis] {
                    last[axis] -= 1;
                    side += 1;
                }
            } else {
                at[axis] -= 1;
                if at[axis] <= first[axis] {
                    first[axis] += 1;
                    side = (side + 1) % 4;
                }
            }
        }
        Ok(lines)
    }

    /// The line through a point, if it is long enough.
    pub fn through(&mut self, ctx: &mut Ctx, start: Point) -> PyResult<Option<Vec<Point>>> {
        let cell = self.cell(start);
        self.mask.own.clear();
        if !self.mask.enter(cell, self.rules.breaks) {
            return Ok(None);
        }
        let mut points = Vec::new();
        let mut length = 0.0;
        if self.rules.ways[0] {
            length += self.follow(ctx, start, -1.0, &mut points)?;
            points.reverse();
        }
        if self.rules.ways[1] {
            self.mask.current = Some(cell);
            let mut ahead = Vec::new();
            length += self.follow(ctx, start, 1.0, &mut ahead)?;
            points.extend(ahead.into_iter().skip(1));
        }
        if length > self.rules.least {
            return Ok(Some(points));
        }
        for cell in self.mask.own.drain(..) {
            self.mask.taken[cell] = false;
        }
        Ok(None)
    }

    /// Follows the flow one way by Heun's method, with steps as long as the error allows; gives the length.
    fn follow(&mut self, ctx: &mut Ctx, start: Point, sign: f64, points: &mut Vec<Point>) -> PyResult<f64> {
        let flow = self.flow;
        let longest =
            (1.0 / self.mask.columns as f64).min(1.0 / self.mask.rows as f64).min(0.1) * self.rules.step;
        let most = ERROR * self.rules.error;
        let size = [flow.columns as f64 - 1.0, flow.rows as f64 - 1.0];
        let charge = ctx.charge(0)?;
        let (mut step, mut length, mut at) = (longest, 0.0, start);
        let mut tries = 0;
        while tries < MOST_POINTS {
            tries += 1;
            ctx.burn(40)?;
            if points.len().is_multiple_of(1024) {
                charge.grow_to((points.len() + 1024) * 16)?;
            }
            if !flow.has(at) {
                length += self.finish(sign, size, points);
                break;
            }
            points.push(at);
            let both = flow.direction(at, sign).and_then(|first| {
                let next = [at[0] + step * first[0], at[1] + step * first[1]];
                flow.direction(next, sign).map(|second| (first, second))
            });
            let (first, second) = match both {
                Ok(both) => both,
                Err(Stop::Outside) => {
                    length += self.finish(sign, size, points);
                    break;
                }
                Err(Stop::Still) => break,
            };
            let simple = first.map(|part| step * part);
            let better: Point = std::array::from_fn(|axis| step * 0.5 * (first[axis] + second[axis]));
            let error = libm::hypot((better[0] - simple[0]) / size[0], (better[1] - simple[1]) / size[1]);
            if error < most {
                at = [at[0] + better[0], at[1] + better[1]];
                if !flow.has(at)
                    || !self.mask.enter(self.cell(at), self.rules.breaks)
                    || length + step > self.rules.most
                {
                    break;
                }
                length += step;
            }
            step = if error == 0.0 { longest } else { longest.min(0.85 * step * libm::sqrt(most / error)) };
        }
        Ok(length)
    }

    /// A last step that ends at the border; gives its length.
    fn finish(&self, sign: f64, size: Point, points: &mut Vec<Point>) -> f64 {
        let Some(last) = points.last().copied() else { return 0.0 };
        let Ok(direction) = self.flow.direction(last, sign) else { return 0.0 };
        let reach = |axis: usize| match direction[axis] {
            0.0 => f64::INFINITY,
            part if part < 0.0 => last[axis] / -part,
            part => (size[axis] - last[axis]) / part,
        };
        let step = reach(0).min(reach(1));
        if !step.is_finite() {
            return 0.0;
        }
        points.push([last[0] + direction[0] * step, last[1] + direction[1] * step]);
        step
    }
}
