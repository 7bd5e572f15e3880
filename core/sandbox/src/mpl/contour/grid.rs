//! The grid and its cells.

use super::{Polyline, chain};

/// Values on a grid of points.
pub struct Grid<'a> {
    /// Points in a row.
    pub columns: usize,
    /// Rows.
    pub rows: usize,
    /// Where the points are, row by row.
    pub points: &'a [[f64; 2]],
    /// Their values; cells with a value that is no number are left out.
    pub values: &'a [f64],
}

/// A cell's corners counterclockwise, as steps right and up from its first.
const CORNERS: [(usize, usize); 4] = [(0, 0), (1, 0), (1, 1), (0, 1)];
/// Names of points on an edge: the corners, and where either level crosses it.
const KINDS: u64 = 5;

impl Grid<'_> {
    /// Cells, for the price of tracing.
    pub fn cells(&self) -> usize {
        self.columns.saturating_sub(1) * self.rows.saturating_sub(1)
    }

    /// Whether the sizes agree.
    pub fn is_whole(&self) -> bool {
        let count = self.columns.checked_mul(self.rows);
        count == Some(self.points.len()) && count == Some(self.values.len())
    }

    fn corners(&self, column: usize, row: usize) -> Option<[usize; 4]> {
        let corners = CORNERS.map(|(right, up)| (row + up) * self.columns + column + right);
        corners
            .iter()
            .all(|at| self.values.get(*at).is_some_and(|value| value.is_finite()))
            .then_some(corners)
    }

    fn each_cell(&self, mut each: impl FnMut([usize; 4], [f64; 4])) {
        if !self.is_whole() {
            return;
        }
        for row in 0..self.rows.saturating_sub(1) {
            for column in 0..self.columns.saturating_sub(1) {
                if let Some(corners) = self.corners(column, row) {
                    each(corners, corners.map(|at| self.values[at]));
                }
            }
        }
    }

    /// The name of the place where level number `which` crosses the edge between two corners.
    fn crossing(&self, a: usize, b: usize, which: u64) -> u64 {
        let (low, high) = (a.min(b), a.max(b));
        // Neighbours in a row, or else in a column.
        let upright = u64::from(high != low + 1);
        low as u64 * KINDS + 1 + upright * 2 + which
    }

    /// Where a named point is.
    fn place(&self, name: u64, levels: [f64; 2]) -> [f64; 2] {
        let (at, kind) = ((name / KINDS) as usize, name % KINDS);
        let from = self.points[at];
        if kind == 0 {
            return from;
        }
        let other = if kind >= 3 { at + self.columns } else { at + 1 };
        let level = levels[((kind - 1) % 2) as usize];
        let (to, low, high) = (self.points[other], self.values[at], self.values[other]);
        let share = if high == low { 0.5 } else { (level - low) / (high - low) };
        [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
    }

    /// The lines along which the value is `level`; higher ground is on their left.
    pub fn lines(&self, level: f64) -> Vec<Polyline> {
        let mut edges = Vec::new();
        self.each_cell(|corners, values| {
            let above = values.map(|value| value > level);
            let cross = |at: usize| self.crossing(corners[at % 4], corners[(at + 1) % 4], 0);
            let crossed: Vec<usize> = (0..4).filter(|at| above[*at] != above[(at + 1) % 4]).collect();
            match crossed[..] {
                // From where the border goes down to where it goes up.
                [a, b] if above[a] => edges.push((cross(a), cross(b))),
                [a, b] => edges.push((cross(b), cross(a))),
                [_, _, _, _] => {
                    // A saddle: its middle says which pair of corners is cut off.
                    let middle = values.iter().sum::<f64>() / 4.0 > level;
                    for at in (0..4).filter(|at| above[*at] != middle) {
                        let (before, after) = (cross(at + 3), cross(at));
                        edges.push(if above[at] { (after, before) } else { (before, after) });
                    }
                }
                _ => {}
            }
        });
        let place = |name: &u64| self.place(*name, [level; 2]);
        chain::lines(&edges).iter().map(|line| line.iter().map(place).collect()).collect()
    }

    /// The borders of the area with values between two levels; holes run the other way round.
    pub fn area(&self, low: f64, high: f64) -> Vec<Polyline> {
        let mut edges = Vec::new();
        self.each_cell(|corners, values| {
            let zone = |value: f64| i32::from(value > low) + i32::from(value > high);
            let zones = values.map(zone);
            if zones == [0; 4] || zones == [2; 4] {
                return;
            }
            // Around the cell: every point of its border that is inside or where it leaves, and then by
            // which side.
            let mut ring: Vec<(u64, Option<i32>)> = Vec::new();
            for at in 0..4 {
                let next = (at + 1) % 4;
                let (mut zone, there) = (zones[at], zones[next]);
                if zone == 1 {
                    ring.push((corners[at] as u64 * KINDS, None));
                }
                while zone != there {
                    let step = (there - zone).signum();
                    let which = if step > 0 { zone } else { zone - 1 } as u64;
                    zone += step;
                    let left = (zone != 1).then_some(zone);
                    ring.push((self.crossing(corners[at], corners[next], which), left));
                }
            }
            for part in parts(&ring, zone(values.iter().sum::<f64>() / 4.0)) {
                for (index, from) in part.iter().enumerate() {
                    let to = part[(index + 1) % part.len()];
                    if *from != to {
                        edges.push((*from, to));
                    }
                }
            }
        });
        let place = |name: &u64| self.place(*name, [low, high]);
        let lines = chain::lines(&chain::outer(edges));
        lines.iter().map(|line| line.iter().map(place).collect()).collect()
    }
}

/// The rings of a cell: cut where the border leaves the area to the side on which the cell's middle lies, so
/// that saddles fall into two.
fn parts(ring: &[(u64, Option<i32>)], middle: i32) -> Vec<Vec<u64>> {
    let cut = |left: Option<i32>| left == Some(middle);
    let Some(start) = ring.iter().position(|(_, left)| cut(*left)) else {
        return vec![ring.iter().map(|(name, _)| *name).collect()];
    };
    let mut parts = Vec::new();
    let mut part = Vec::new();
    for step in 1..=ring.len() {
        let (name, left) = ring[(start + step) % ring.len()];
        part.push(name);
        if cut(left) {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts
}
