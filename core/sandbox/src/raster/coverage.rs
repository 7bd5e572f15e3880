//! How much of each pixel a shape covers, exactly.
//!
//! Every edge leaves in the pixels that it crosses the area to its right; a sum over each row then gives
//! the coverage. This is how Agg and FreeType compute it, too.

/// The box of pixels that a shape may touch, and what its edges left there.
pub(super) struct Coverage {
    left: i64,
    top: i64,
    columns: usize,
    rows: usize,
    cells: Vec<f32>,
}

/// Agg's grid: 256 places a pixel.
fn grid(value: f64) -> f64 {
    (value * 256.0).round() / 256.0
}

impl Coverage {
    /// For pixels from `[left, top]` up to but without `[right, bottom]`.
    pub fn new([left, top, right, bottom]: [i64; 4]) -> Self {
        let columns = (right - left).max(0) as usize;
        let rows = (bottom - top).max(0) as usize;
        Self { left, top, columns, rows, cells: vec![0.0; (columns + 2) * rows] }
    }

    /// Adds a closed polygon.
    pub fn polygon(&mut self, points: &[[f64; 2]]) {
        let Some(last) = points.last() else { return };
        let mut from = *last;
        for to in points {
            self.edge(from, *to);
            from = *to;
        }
    }

    fn edge(&mut self, from: [f64; 2], to: [f64; 2]) {
        let local = |[x, y]: [f64; 2]| [grid(x) - self.left as f64, grid(y) - self.top as f64];
        let (from, to) = (local(from), local(to));
        if !(from[1] - to[1]).is_normal() || !(from[0] + to[0]).is_finite() {
            return;
        }
        let (sign, a, b) = if from[1] < to[1] { (1.0, from, to) } else { (-1.0, to, from) };
        let slope = (b[0] - a[0]) / (b[1] - a[1]);
        let start = a[1].max(0.0);
        let end = b[1].min(self.rows as f64);
        if start >= end {
            return;
        }
        let mut x = a[0] + (start - a[1]) * slope;
        for row in start as usize..(end.ceil() as usize).min(self.rows) {
            let (y0, y1) = (start.max(row as f64), end.min((row + 1) as f64));
            let next = a[0] + (y1 - a[1]) * slope;
            self.deposit(row, x.min(next), x.max(next), (y1 - y0) * sign);
            x = next;
        }
    }

    /// An edge inside one row from `x0` to `x1`, of signed height `high`.
    fn deposit(&mut self, row: usize, mut x0: f64, mut x1: f64, mut high: f64) {
        let width = self.columns as f64;
        let base = row * (self.columns + 2);
        if x1 <= 0.0 {
            self.cells[base] += high as f32;
            return;
        }
        if x0 >= width {
            return;
        }
        if x0 < 0.0 {
            let outside = high * (-x0 / (x1 - x0));
            self.cells[base] += outside as f32;
            high -= outside;
            x0 = 0.0;
        }
        if x1 > width {
            high *= (width - x0) / (x1 - x0);
            x1 = width;
        }
        let first = x0 as usize;
        if x1 <= (first + 1) as f64 {
            let right = (x0 + x1) * 0.5 - first as f64;
            self.cells[base + first] += (high * (1.0 - right)) as f32;
            self.cells[base + first + 1] += (high * right) as f32;
            return;
        }
        let rate = high / (x1 - x0);
        let mut x = x0;
        for column in first..self.columns {
            let end = x1.min((column + 1) as f64);
            let part = rate * (end - x);
            let right = (x + end) * 0.5 - column as f64;
            self.cells[base + column] += (part * (1.0 - right)) as f32;
            self.cells[base + column + 1] += (part * right) as f32;
            x = end;
            if x >= x1 {
                break;
            }
        }
    }

    /// Gives each covered pixel with its coverage; winding decides what is inside.
    pub fn each(&self, mut paint: impl FnMut(i64, i64, u8)) {
        for row in 0..self.rows {
            let mut sum = 0.0_f32;
            let cells = &self.cells[row * (self.columns + 2)..][..self.columns];
            for (column, cell) in cells.iter().enumerate() {
                sum += cell;
                let share = (sum.abs().min(1.0) * 255.0 + 0.5) as u8;
                if share > 0 {
                    paint(self.left + column as i64, self.top + row as i64, share);
                }
            }
        }
    }
}
