//! Smallest and largest neighbours.

use super::filter::padded;
use super::{Border, Mat};

/// A structuring element: which neighbours count.
pub struct Element {
    /// Width and height.
    pub size: [usize; 2],
    /// Where the pixel itself lies.
    pub anchor: [usize; 2],
    /// The places that count, row by row.
    pub set: Vec<bool>,
}

impl Element {
    /// Whether all places count, so that rows and columns can be done one after the other.
    pub fn is_full(&self) -> bool {
        self.set.iter().all(|set| *set)
    }

    /// How many values are looked at for each pixel.
    pub fn cost(&self) -> usize {
        if self.is_full() { self.size[0] + self.size[1] } else { self.set.iter().filter(|set| **set).count() }
    }
}

/// Whether each place of an ellipse, a cross, a diamond or a rectangle counts, by OpenCV's numbers.
pub fn shape(kind: i64, [width, height]: [usize; 2], anchor: [usize; 2]) -> Vec<bool> {
    let mut set = vec![false; width * height];
    let kind = if width * height == 1 { 0 } else { kind };
    let (r, c) = ((height / 2) as i64, (width / 2) as i64);
    for y in 0..height {
        let (from, to) = match kind {
            0 => (0, width as i64),
            1 if y == anchor[1] => (0, width as i64),
            1 => (anchor[0] as i64, anchor[0] as i64 + 1),
            2 => {
                let dy = y as i64 - r;
                let inverse = if r > 0 { 1.0 / (r * r) as f64 } else { 0.0 };
                let dx = super::round(c as f64 * libm::sqrt((r * r - dy * dy) as f64 * inverse)) as i64;
                ((c - dx).max(0), (c + dx + 1).min(width as i64))
            }
            _ => {
                let dy = (y as i64 - r).abs();
                let dx = (r - dy).max(0).min(c);
                ((c - dx).max(0), (c + dx + 1).min(width as i64))
            }
        };
        for x in from..to.max(from) {
            set[y * width + x as usize] = true;
        }
    }
    set
}

/// The smallest (`dilate` false) or largest value under the element; beyond the edges is `fill`.
pub fn extreme<T: Copy + Default + PartialOrd>(
    src: &Mat<T>,
    element: &Element,
    dilate: bool,
    border: Border,
    fill: T,
) -> Mat<T> {
    let [width, height] = element.size;
    if element.is_full() && width > 1 && height > 1 {
        let row = Element { size: [width, 1], anchor: [element.anchor[0], 0], set: vec![true; width] };
        let column = Element { size: [1, height], anchor: [0, element.anchor[1]], set: vec![true; height] };
        let across = extreme(src, &row, dilate, border, fill);
        return extreme(&across, &column, dilate, border, fill);
    }
    let channels = src.channels;
    let columns = border.places(src.cols, element.anchor[0], width - 1 - element.anchor[0]);
    let rows = border.places(src.rows, element.anchor[1], height - 1 - element.anchor[1]);
    let mut grid: Vec<Vec<T>> = Vec::with_capacity(src.rows);
    for y in 0..src.rows {
        let mut line = Vec::with_capacity(columns.len() * channels);
        padded(src.row(y), channels, &columns, fill, &mut line);
        grid.push(line);
    }
    let outside = vec![fill; columns.len() * channels];
    let places: Vec<(usize, usize)> =
        (0..width * height).filter(|at| element.set[*at]).map(|at| (at / width, at % width)).collect();
    let mut out: Mat<T> = src.like();
    for y in 0..src.rows {
        let target = out.row_mut(y);
        for (number, (dy, dx)) in places.iter().enumerate() {
            let line = rows[y + dy].map_or(&outside, |from| &grid[from]);
            let line = &line[dx * channels..];
            if number == 0 {
                target.copy_from_slice(&line[..target.len()]);
            } else if dilate {
                for (best, value) in target.iter_mut().zip(line) {
                    *best = if *value > *best { *value } else { *best };
                }
            } else {
                for (best, value) in target.iter_mut().zip(line) {
                    *best = if *value < *best { *value } else { *best };
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_grows_to_the_element() {
        let mut src: Mat<u8> = Mat::zeros(5, 5, 1);
        src.data[12] = 9;
        let cross = Element { size: [3, 3], anchor: [1, 1], set: shape(1, [3, 3], [1, 1]) };
        let grown = extreme(&src, &cross, true, Border::Constant, 0);
        assert_eq!(grown.data.iter().filter(|value| **value == 9).count(), 5);
        assert_eq!(extreme(&grown, &cross, false, Border::Constant, 255), src);
    }
}
