//! Changing the size of a picture.

use super::{Mat, round, saturate};

/// How new pixels are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // OpenCV's names
pub enum Interpolation {
    Nearest,
    Linear,
    Cubic,
    Area,
    Lanczos4,
    NearestExact,
}

impl Interpolation {
    /// The kind that a number of OpenCV means.
    pub fn of(code: i64) -> Option<Self> {
        Some(match code & 7 {
            0 => Self::Nearest,
            1 | 5 => Self::Linear,
            2 => Self::Cubic,
            3 => Self::Area,
            4 => Self::Lanczos4,
            6 => Self::NearestExact,
            _ => return None,
        })
    }
}

/// For each new place the old places that it is made of, `taps` each, and their weights.
pub struct Axis {
    taps: usize,
    places: Vec<usize>,
    weights: Vec<f32>,
}

/// Weights of four neighbours.
pub fn cubic(x: f32) -> [f32; 4] {
    const A: f32 = -0.75;
    let first = ((A * (x + 1.0) - 5.0 * A) * (x + 1.0) + 8.0 * A) * (x + 1.0) - 4.0 * A;
    let second = ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0;
    let third = ((A + 2.0) * (1.0 - x) - (A + 3.0)) * (1.0 - x) * (1.0 - x) + 1.0;
    [first, second, third, 1.0 - first - second - third]
}

/// Weights of eight neighbours.
pub fn lanczos(x: f32) -> [f32; 8] {
    let mut weights = [0.0; 8];
    if x < f32::EPSILON {
        weights[3] = 1.0;
        return weights;
    }
    let mut sum = 0.0;
    for (i, weight) in weights.iter_mut().enumerate() {
        let far = f64::from(x + 3.0 - i as f32) * std::f64::consts::FRAC_PI_4;
        // sin(4 far) sin(far) / far^2 up to a factor that all weights share but for its sign.
        let sign = if i % 2 == 0 { 1.0 } else { -1.0 };
        *weight = (sign * libm::sin(far) / (far * far)) as f32;
        sum += *weight;
    }
    weights.map(|weight| weight / sum)
}

impl Axis {
    /// The axis of a resize by interpolation from `from` to `to` places, `scale` old ones to a new one.
    fn new(kind: Interpolation, from: usize, to: usize, scale: f64) -> Self {
        let taps = match kind {
            Interpolation::Cubic => 4,
            Interpolation::Lanczos4 => 8,
            _ => 2,
        };
        let last = from as i64 - 1;
        let mut axis =
            Self { taps, places: Vec::with_capacity(to * taps), weights: Vec::with_capacity(to * taps) };
        for at in 0..to {
            let (mut place, mut part) = if kind == Interpolation::Area {
                let place = libm::floor(at as f64 * scale);
                let part = ((at as f64 + 1.0) - (place + 1.0) / scale) as f32;
                (place as i64, if part <= 0.0 { 0.0 } else { part - part.floor() })
            } else {
                let exact = ((at as f64 + 0.5) * scale - 0.5) as f32;
                (exact.floor() as i64, exact - exact.floor())
            };
            if taps == 2 {
                if place < 0 {
                    (place, part) = (0, 0.0);
                }
                if place >= last {
                    (place, part) = (last, 0.0);
                }
            }
            let weights: &[f32] = match kind {
                Interpolation::Cubic => &cubic(part),
                Interpolation::Lanczos4 => &lanczos(part),
                _ => &[1.0 - part, part],
            };
            axis.weights.extend_from_slice(weights);
            let first = place - (taps as i64 / 2 - 1);
            axis.places.extend((first..first + taps as i64).map(|place| place.clamp(0, last) as usize));
        }
        axis
    }

    fn at(&self, at: usize) -> (&[usize], &[f32]) {
        let range = at * self.taps..(at + 1) * self.taps;
        (&self.places[range.clone()], &self.weights[range])
    }
}

/// The new size and how many old pixels one new pixel has (across, down).
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs)]
pub struct Size {
    pub rows: usize,
    pub cols: usize,
    pub scale: [f64; 2],
}

/// Takes whole pixels.
pub fn nearest<T: Copy + Default>(src: &Mat<T>, to: Size, exact: bool) -> Mat<T> {
    let axis = |from: usize, to: usize, scale: f64| -> Vec<usize> {
        let (wide, count) = (from as i64, to as i64);
        let step = ((wide << 16) + count / 2) / count.max(1);
        let places = (0..count).map(|at| {
            let place = if exact {
                (step / 2 - wide % 2 + at * step) >> 16
            } else {
                libm::floor(at as f64 * scale) as i64
            };
            place.clamp(0, wide - 1) as usize
        });
        places.collect()
    };
    let columns = axis(src.cols, to.cols, to.scale[0]);
    let rows = axis(src.rows, to.rows, to.scale[1]);
    let mut data = Vec::with_capacity(to.rows * to.cols * src.channels);
    for y in rows {
        let row = src.row(y);
        for x in &columns {
            data.extend_from_slice(&row[x * src.channels..(x + 1) * src.channels]);
        }
    }
    Mat::new(to.rows, to.cols, src.channels, data)
}

/// Interpolates bytes in fixed point with 11 bits of weight.
pub fn bytes(src: &Mat<u8>, to: Size, kind: Interpolation) -> Mat<u8> {
    let columns = Axis::new(kind, src.cols, to.cols, to.scale[0]);
    let rows = Axis::new(kind, src.rows, to.rows, to.scale[1]);
    let fixed = |weights: &[f32]| -> Vec<i32> {
        weights.iter().map(|weight| round(f64::from(weight * 2048.0)) as i32).collect()
    };
    let (across, down) = (fixed(&columns.weights), fixed(&rows.weights));
    let channels = src.channels;
    let mut lines: Vec<Option<Vec<i32>>> = vec![None; src.rows];
    let mut out = Mat::zeros(to.rows, to.cols, channels);
    for y in 0..to.rows {
        let (places, _) = rows.at(y);
        for place in places {
            if lines[*place].is_none() {
                let row = src.row(*place);
                let mut line = Vec::with_capacity(to.cols * channels);
                for x in 0..to.cols {
                    let (from, _) = columns.at(x);
                    let weights = &across[x * columns.taps..];
                    for channel in 0..channels {
                        let taps = from.iter().zip(weights);
                        line.push(taps.map(|(x, w)| i32::from(row[x * channels + channel]) * w).sum());
                    }
                }
                lines[*place] = Some(line);
            }
        }
        // Rows above the first that is needed are done with.
        if let Some(first) = places.iter().min() {
            lines[..*first].iter_mut().for_each(|line| *line = None);
        }
        let weights = &down[y * rows.taps..(y + 1) * rows.taps];
        let used: Vec<&[i32]> = places.iter().filter_map(|place| lines[*place].as_deref()).collect();
        for (x, value) in out.row_mut(y).iter_mut().enumerate() {
            let sum = if let ([a, b], [above, below]) = (weights, &used[..]) {
                (((a * (above[x] >> 4)) >> 16) + ((b * (below[x] >> 4)) >> 16) + 2) >> 2
            } else {
                let sum: i32 = used
                    .iter()
                    .zip(weights)
                    .map(|(line, w)| line[x].wrapping_mul(*w))
                    .fold(0, i32::wrapping_add);
                sum.wrapping_add(1 << 21) >> 22
            };
            *value = sum.clamp(0, 255) as u8;
        }
    }
    out
}

/// Interpolates floats.
pub fn floats(src: &Mat<f32>, to: Size, kind: Interpolation) -> Mat<f32> {
    let columns = Axis::new(kind, src.cols, to.cols, to.scale[0]);
    let rows = Axis::new(kind, src.rows, to.rows, to.scale[1]);
    let channels = src.channels;
    let mut middle: Mat<f32> = Mat::zeros(src.rows, to.cols, channels);
    for y in 0..src.rows {
        let row = src.row(y);
        let line = middle.row_mut(y);
        for x in 0..to.cols {
            let (from, weights) = columns.at(x);
            for channel in 0..channels {
                let taps = from.iter().zip(weights);
                line[x * channels + channel] = taps.map(|(x, w)| row[x * channels + channel] * w).sum();
            }
        }
    }
    let mut out: Mat<f32> = Mat::zeros(to.rows, to.cols, channels);
    for y in 0..to.rows {
        let (places, weights) = rows.at(y);
        let line = out.row_mut(y);
        for (place, weight) in places.iter().zip(weights) {
            for (value, from) in line.iter_mut().zip(middle.row(*place)) {
                *value += from * weight;
            }
        }
    }
    out
}

/// The old places under each new one and how much of each.
fn shares(from: usize, to: usize, scale: f64) -> Vec<Vec<(usize, f32)>> {
    (0..to)
        .map(|at| {
            let begin = at as f64 * scale;
            let end = begin + scale;
            let cell = scale.min(from as f64 - begin);
            let last = libm::floor(end).min(from as f64 - 1.0);
            let first = libm::ceil(begin).min(last);
            let mut share = Vec::new();
            if first - begin > 1e-3 && first >= 1.0 {
                share.push((first as usize - 1, ((first - begin) / cell) as f32));
            }
            share.extend((first as usize..last as usize).map(|place| (place, (1.0 / cell) as f32)));
            if end - last > 1e-3 {
                share.push((last as usize, ((end - last).min(1.0).min(cell) / cell) as f32));
            }
            share
        })
        .collect()
}

/// Shrinks by averaging what each new pixel covers.
pub fn area(src: &Mat<f32>, to: Size) -> Mat<f32> {
    let columns = shares(src.cols, to.cols, to.scale[0]);
    let rows = shares(src.rows, to.rows, to.scale[1]);
    let channels = src.channels;
    let mut out: Mat<f32> = Mat::zeros(to.rows, to.cols, channels);
    let mut line = vec![0.0_f32; to.cols * channels];
    for (y, rows) in rows.iter().enumerate() {
        for (from, weight) in rows {
            let row = src.row(*from);
            line.fill(0.0);
            for (sums, columns) in line.chunks_exact_mut(channels).zip(&columns) {
                for (x, share) in columns {
                    for (sum, value) in sums.iter_mut().zip(&row[x * channels..]) {
                        *sum += value * share;
                    }
                }
            }
            for (sum, value) in out.row_mut(y).iter_mut().zip(&line) {
                *sum += value * weight;
            }
        }
    }
    out
}

/// Shrinks bytes by whole factors.
pub fn area_whole(src: &Mat<u8>, to: Size, factors: [usize; 2]) -> Mat<u8> {
    let channels = src.channels;
    let share = 1.0 / (factors[0] * factors[1]) as f32;
    let mut data = Vec::with_capacity(to.rows * to.cols * channels);
    for y in 0..to.rows {
        for x in 0..to.cols {
            for channel in 0..channels {
                let (mut sum, mut count) = (0_u32, 0_u32);
                for row in (y * factors[1]..(y + 1) * factors[1]).take_while(|row| *row < src.rows) {
                    for col in (x * factors[0]..(x + 1) * factors[0]).take_while(|col| *col < src.cols) {
                        sum += u32::from(src.at(row, col, channel));
                        count += 1;
                    }
                }
                data.push(if factors == [2, 2] && count == 4 {
                    ((sum + 2) >> 2) as u8
                } else if count as usize == factors[0] * factors[1] {
                    saturate(f64::from(sum as f32 * share))
                } else {
                    saturate(f64::from(sum as f32 / count.max(1) as f32))
                });
            }
        }
    }
    Mat::new(to.rows, to.cols, channels, data)
}
