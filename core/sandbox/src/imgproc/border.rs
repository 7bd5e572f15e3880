//! What lies outside of a picture.

use super::Mat;

/// How a picture goes on beyond its edges, with OpenCV's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Border {
    /// A fixed value.
    Constant,
    /// The edge repeated.
    Replicate,
    /// Mirrored, the edge twice.
    Reflect,
    /// The other side of the picture.
    Wrap,
    /// Mirrored, the edge once.
    Reflect101,
    /// What was there before (for warps).
    Transparent,
}

impl Border {
    /// The kind that a number of OpenCV means.
    pub fn of(code: i64) -> Option<Self> {
        Some(match code & !16 {
            0 => Self::Constant,
            1 => Self::Replicate,
            2 => Self::Reflect,
            3 => Self::Wrap,
            4 => Self::Reflect101,
            5 => Self::Transparent,
            _ => return None,
        })
    }

    /// The place inside a row of `len` that stands for place `at`; `None` for a fixed value.
    pub fn place(self, at: i64, len: usize) -> Option<usize> {
        let n = len as i64;
        if (0..n).contains(&at) {
            return Some(at as usize);
        }
        let inside = match self {
            Self::Constant | Self::Transparent => return None,
            Self::Replicate => at.clamp(0, n - 1),
            Self::Wrap => at.rem_euclid(n),
            Self::Reflect => {
                let at = at.rem_euclid(2 * n);
                if at < n { at } else { 2 * n - 1 - at }
            }
            Self::Reflect101 if n == 1 => 0,
            Self::Reflect101 => {
                let at = at.rem_euclid(2 * n - 2);
                if at < n { at } else { 2 * n - 2 - at }
            }
        };
        Some(inside as usize)
    }

    /// For places `-before .. len + after` the place inside.
    pub fn places(self, len: usize, before: usize, after: usize) -> Vec<Option<usize>> {
        (-(before as i64)..(len + after) as i64).map(|at| self.place(at, len)).collect()
    }
}

/// A picture with margins (top, bottom, left, right); `fill` has a value for each channel.
pub fn with_margins<T: Copy + Default>(
    src: &Mat<T>,
    [top, bottom, left, right]: [usize; 4],
    border: Border,
    fill: &[T],
) -> Mat<T> {
    let channels = src.channels;
    let rows = border.places(src.rows, top, bottom);
    let cols = border.places(src.cols, left, right);
    let mut data = Vec::with_capacity(rows.len() * cols.len() * channels);
    let blank = |data: &mut Vec<T>| {
        data.extend((0..channels).map(|channel| fill.get(channel).copied().unwrap_or_default()));
    };
    for row in &rows {
        for col in &cols {
            match (row, col) {
                (Some(y), Some(x)) => {
                    let at = (y * src.cols + x) * channels;
                    data.extend_from_slice(&src.data[at..at + channels]);
                }
                _ => blank(&mut data),
            }
        }
    }
    Mat::new(rows.len(), cols.len(), channels, data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borders_mirror_and_wrap() {
        let row = |border: Border| -> Vec<usize> { (-4..7).filter_map(|at| border.place(at, 3)).collect() };
        assert_eq!(row(Border::Reflect101), [0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2]);
        assert_eq!(row(Border::Reflect), [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0]);
        assert_eq!(row(Border::Wrap), [2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
        assert_eq!(row(Border::Replicate), [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2]);
        assert_eq!(row(Border::Constant), [0, 1, 2]);
        assert_eq!(Border::Reflect101.place(-9, 1), Some(0));
    }
}
