//! Pictures looked up at computed places.

use super::resize::{Interpolation, cubic, lanczos};
use super::{Border, Mat};

/// How a warp looks pixels up.
pub struct Lookup {
    /// Between pixels.
    pub kind: Interpolation,
    /// Outside of the picture.
    pub border: Border,
    /// The value there, if it is fixed.
    pub fill: [f32; 4],
}

impl Lookup {
    fn tap(&self, src: &Mat<f32>, x: i64, y: i64) -> Option<usize> {
        let (Some(x), Some(y)) = (self.border.place(x, src.cols), self.border.place(y, src.rows)) else {
            return None;
        };
        Some((y * src.cols + x) * src.channels)
    }

    /// The value at a place; `false` leaves `out` as it is.
    fn sample(&self, src: &Mat<f32>, x: f64, y: f64, out: &mut [f32]) -> bool {
        // What is far out is out, also for integers.
        let limit = |v: f64| if v.is_nan() { -1e6 } else { v.clamp(-1e6, 1e6) };
        let (x, y) = (limit(x), limit(y));
        match self.kind {
            Interpolation::Nearest | Interpolation::NearestExact => {
                match self.tap(src, x as i64 - i64::from(x < 0.0 && x.fract() != 0.0), libm::floor(y) as i64)
                {
                    Some(at) => out.copy_from_slice(&src.data[at..at + src.channels]),
                    None if self.border == Border::Transparent => return false,
                    None => self.blank(out),
                }
                true
            }
            Interpolation::Linear | Interpolation::Area => {
                let (left, top) = (libm::floor(x), libm::floor(y));
                let (a, b) = ((x - left) as f32, (y - top) as f32);
                let (left, top) = (left as i64, top as i64);
                self.mix(src, [left, top], &[1.0 - a, a], &[1.0 - b, b], out)
            }
            kind => {
                // Places in 32nds of a pixel.
                let (x, y) = (super::round(x * 32.0) as i64, super::round(y * 32.0) as i64);
                let (a, b) = ((x & 31) as f32 / 32.0, (y & 31) as f32 / 32.0);
                let (left, top) = (x >> 5, y >> 5);
                if kind == Interpolation::Cubic {
                    self.mix(src, [left - 1, top - 1], &cubic(a), &cubic(b), out)
                } else {
                    self.mix(src, [left - 3, top - 3], &lanczos(a), &lanczos(b), out)
                }
            }
        }
    }

    fn blank(&self, out: &mut [f32]) {
        for (value, fill) in out.iter_mut().zip(self.fill) {
            *value = fill;
        }
    }

    /// The weighted sum of neighbours from `first` (column, row) on.
    fn mix(&self, src: &Mat<f32>, first: [i64; 2], across: &[f32], down: &[f32], out: &mut [f32]) -> bool {
        let channels = src.channels;
        let [left, top] = first;
        let inside = left >= 0
            && top >= 0
            && left + across.len() as i64 <= src.cols as i64
            && top + down.len() as i64 <= src.rows as i64;
        let mut sums = [0.0_f32; 4];
        let sums = &mut sums[..channels.min(4)];
        if inside {
            for (dy, down) in down.iter().enumerate() {
                let at = ((top as usize + dy) * src.cols + left as usize) * channels;
                for (pixel, across) in src.data[at..].chunks_exact(channels).zip(across) {
                    for (sum, value) in sums.iter_mut().zip(pixel) {
                        *sum += value * (across * down);
                    }
                }
            }
            out.copy_from_slice(sums);
            return true;
        }
        if self.border == Border::Transparent {
            // Only pixels that lie wholly inside are drawn.
            return false;
        }
        for (dy, down) in down.iter().enumerate() {
            for (dx, across) in across.iter().enumerate() {
                let tap = self.tap(src, left + dx as i64, top + dy as i64);
                for (channel, sum) in sums.iter_mut().enumerate() {
                    let value = tap.map_or(self.fill[channel], |at| src.data[at + channel]);
                    *sum += value * (across * down);
                }
            }
        }
        out.copy_from_slice(sums);
        true
    }
}

/// A picture of `out`'s size whose pixel (x, y) is the source's at `place(x, y)`; `out` keeps what it
/// has where the border is transparent.
pub fn warp(src: &Mat<f32>, out: &mut Mat<f32>, lookup: &Lookup, place: &dyn Fn(usize, usize) -> [f64; 2]) {
    let channels = out.channels;
    for y in 0..out.rows {
        for x in 0..out.cols {
            let [from_x, from_y] = place(x, y);
            let at = (y * out.cols + x) * channels;
            lookup.sample(src, from_x, from_y, &mut out.data[at..at + channels]);
        }
    }
}

/// The places of an affine warp as OpenCV computes them: in 1024ths, of which whole pixels or 32nds are
/// taken.
pub fn affine(m: [f64; 6], nearest: bool) -> impl Fn(usize, usize) -> [f64; 2] {
    move |x, y| {
        let (x, y) = (x as f64, y as f64);
        let place = |a: f64, b: f64, c: f64| {
            let fine = super::round((b * y + c) * 1024.0) + super::round(a * x * 1024.0);
            if nearest {
                libm::floor((fine + 512.0) / 1024.0)
            } else {
                libm::floor((fine + 16.0) / 32.0) / 32.0
            }
        };
        [place(m[0], m[1], m[2]), place(m[3], m[4], m[5])]
    }
}

/// The places of a perspective warp.
pub fn perspective(m: [f64; 9], nearest: bool) -> impl Fn(usize, usize) -> [f64; 2] {
    move |x, y| {
        let (x, y) = (x as f64, y as f64);
        let w = m[6] * x + m[7] * y + m[8];
        let w = if w == 0.0 { 0.0 } else { 1.0 / w };
        let place = [(m[0] * x + m[1] * y + m[2]) * w, (m[3] * x + m[4] * y + m[5]) * w];
        place.map(|place| step(place, nearest))
    }
}

/// A place to whole pixels or to 32nds.
pub fn step(place: f64, nearest: bool) -> f64 {
    if nearest { super::round(place) } else { super::round(place * 32.0) / 32.0 }
}
