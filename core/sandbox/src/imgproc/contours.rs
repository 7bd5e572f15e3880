//! Borders of regions, followed as Suzuki and Abe describe, with OpenCV's order and hierarchy.

use super::Mat;

/// A point: x, y.
pub type Point = [i32; 2];

/// Which contours are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // OpenCV's modes
pub enum Retrieval {
    External,
    List,
    TwoLevels,
    Tree,
}

/// A contour while the picture is scanned.
struct Found {
    points: Vec<Point>,
    is_hole: bool,
    /// The number of the contour around it, if it has one in the result.
    parent: Option<usize>,
    /// The number of the border around it.
    outer: Option<usize>,
}

/// Contours in OpenCV's order, and for each: next, previous, first child, parent (-1 for none).
pub struct Contours {
    /// The points of each.
    pub contours: Vec<Vec<Point>>,
    /// The hierarchy.
    pub hierarchy: Vec<[i32; 4]>,
}

/// The eight neighbours, counterclockwise from the right.
pub const NEIGHBOURS: [Point; 8] = [[1, 0], [1, -1], [0, -1], [-1, -1], [-1, 0], [-1, 1], [0, 1], [1, 1]];

/// A picture of borders: 0 outside, 1 inside, else the number of a border, negative on its right side.
struct Labels {
    width: usize,
    cells: Vec<i32>,
}

impl Labels {
    fn step(&self, at: usize, direction: usize) -> usize {
        let [dx, dy] = NEIGHBOURS[direction & 7];
        at.wrapping_add_signed(dy as isize * self.width as isize + dx as isize)
    }

    /// Follows the border that begins at `start`, marks it with `label` and gives its points: all of
    /// them, or only where the direction changes.
    fn follow(&mut self, start: usize, is_hole: bool, label: i32, all: bool) -> Vec<Point> {
        let point = |at: usize, width: usize| [(at % width) as i32 - 1, (at / width) as i32 - 1];
        let mut points = Vec::new();
        let end = if is_hole { 0 } else { 4 };
        let mut direction: usize = end;
        loop {
            direction = direction.wrapping_sub(1) & 7;
            if self.cells[self.step(start, direction)] != 0 || direction == end {
                break;
            }
        }
        let last = self.step(start, direction);
        if direction == end && self.cells[last] == 0 {
            self.cells[start] = -label;
            return vec![point(start, self.width)];
        }
        let mut at = start;
        let mut before = direction ^ 4;
        loop {
            let from = direction;
            let mut next;
            loop {
                direction += 1;
                next = self.step(at, direction);
                if self.cells[next] != 0 || direction >= from + 8 {
                    break;
                }
            }
            direction &= 7;
            // The pixel to the right was looked at and is outside.
            if direction.wrapping_sub(1) < from {
                self.cells[at] = -label;
            } else if self.cells[at] == 1 {
                self.cells[at] = label;
            }
            if all || direction != before {
                points.push(point(at, self.width));
            }
            before = direction;
            if next == start && at == last {
                break;
            }
            at = next;
            direction = (direction + 4) & 7;
        }
        points
    }
}

/// Finds the contours of what is not 0; `all` keeps every point.
pub fn find(src: &Mat<u8>, mode: Retrieval, all: bool) -> Contours {
    let width = src.cols + 2;
    let mut cells = vec![0; width * (src.rows + 2)];
    for y in 0..src.rows {
        let row = &mut cells[(y + 1) * width + 1..];
        for (cell, value) in row.iter_mut().zip(src.row(y)) {
            *cell = i32::from(*value != 0);
        }
    }
    let mut labels = Labels { width, cells };
    let mut found: Vec<Found> = Vec::new();
    for y in 1..=src.rows {
        let mut last_border = 0_i32;
        let mut before = 0;
        for x in 1..width {
            let at = y * width + x;
            let own = labels.cells[at];
            if own == before {
                continue;
            }
            let outer_start = before == 0 && own == 1;
            let hole_start = own == 0 && before >= 1;
            if hole_start && before > 1 {
                last_border = before;
            }
            let wanted = if mode == Retrieval::External {
                outer_start && last_border <= 0
            } else {
                outer_start || hole_start
            };
            if !wanted {
                before = own;
                if own != 0 && own != 1 {
                    last_border = own;
                }
                continue;
            }
            let start = if hole_start { at - 1 } else { at };
            let label = found.len() as i32 + 2;
            let outer = enclosing(&found, last_border, hole_start);
            let parent = match mode {
                Retrieval::External | Retrieval::List => None,
                Retrieval::TwoLevels if !hole_start => None,
                _ => outer,
            };
            let points = labels.follow(start, hole_start, label, all);
            found.push(Found { points, is_hole: hole_start, parent, outer });
            last_border = labels.cells[start];
            before = labels.cells[at];
        }
    }
    ordered(found)
}

/// The border around a new one, by the border met last in this row.
fn enclosing(found: &[Found], last: i32, is_hole: bool) -> Option<usize> {
    let number = usize::try_from(last.unsigned_abs()).ok()?.checked_sub(2)?;
    let near = found.get(number)?;
    if near.is_hole == is_hole { near.outer } else { Some(number) }
}

/// Brings contours into the order of their tree, the newest first among those of one parent.
fn ordered(mut found: Vec<Found>) -> Contours {
    let count = found.len();
    // First child, and the sibling that comes next, as each new one is put in front.
    let (mut child, mut next): (Vec<Option<usize>>, Vec<Option<usize>>) =
        (vec![None; count], vec![None; count]);
    let mut root = None;
    for at in 0..count {
        let first = match found[at].parent {
            Some(parent) => &mut child[parent],
            None => &mut root,
        };
        next[at] = first.replace(at);
    }
    let mut order = Vec::with_capacity(count);
    let mut waiting: Vec<usize> = root.into_iter().collect();
    while let Some(at) = waiting.pop() {
        order.push(at);
        waiting.extend(next[at]);
        waiting.extend(child[at]);
    }
    let mut place = vec![-1_i32; count];
    for (to, at) in order.iter().enumerate() {
        place[*at] = to as i32;
    }
    let number = |at: Option<usize>| at.map_or(-1, |at| place[at]);
    let mut previous = vec![None; count];
    for at in 0..count {
        if let Some(next) = next[at] {
            previous[next] = Some(at);
        }
    }
    let hierarchy = order
        .iter()
        .map(|at| [number(next[*at]), number(previous[*at]), number(child[*at]), number(found[*at].parent)])
        .collect();
    let contours = order.iter().map(|at| std::mem::take(&mut found[*at].points)).collect();
    Contours { contours, hierarchy }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(rows: &[&str]) -> Mat<u8> {
        let data = rows.iter().flat_map(|row| row.bytes().map(|byte| u8::from(byte == b'#')));
        Mat::new(rows.len(), rows[0].len(), 1, data.collect())
    }

    #[test]
    fn a_ring_has_two_contours() {
        let ring = picture(&["......", ".####.", ".#..#.", ".####.", "......"]);
        let made = find(&ring, Retrieval::Tree, false);
        assert_eq!(made.contours[0], [[1, 1], [1, 3], [4, 3], [4, 1]]);
        assert_eq!(made.hierarchy, [[-1, -1, 1, -1], [-1, -1, -1, 0]]);
        assert_eq!(find(&ring, Retrieval::External, true).contours.len(), 1);
    }

    #[test]
    fn one_pixel_is_one_point() {
        let made = find(&picture(&["...", ".#.", "..."]), Retrieval::List, false);
        assert_eq!(made.contours, [vec![[1, 1]]]);
    }
}
