//! Lines found by votes.

use super::{Mat, round};

/// OpenCV's generator of random numbers: multiply with carry.
pub struct Random(u64);

impl Random {
    /// A generator with a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 32 bits.
    pub fn bits(&mut self) -> u32 {
        self.0 = u64::from(self.0 as u32) * 4_164_903_690 + (self.0 >> 32);
        self.0 as u32
    }

    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.bits() as usize % count.max(1)
    }
}

/// How many angles of `step` there are; the one that is the first again does not count.
pub fn angles(least: f64, most: f64, step: f64) -> usize {
    let count = libm::floor((most - least) / step) as usize + 1;
    let span = (count - 1) as f64 * step;
    if count > 1 && (std::f64::consts::PI - span).abs() < step / 2.0 { count - 1 } else { count }
}

/// How many distances of `step` there are.
pub fn distances(src: &Mat<u8>, step: f64) -> usize {
    (round(((src.cols + src.rows) * 2 + 1) as f64 / step) as usize).max(1)
}

/// Lines (distance, angle, votes) that more than `threshold` points lie on, the strongest first.
pub fn lines(src: &Mat<u8>, steps: [f64; 2], threshold: i64, range: [f64; 2]) -> Vec<[f32; 3]> {
    let [rho, theta] = steps.map(|step| step as f32);
    let count = angles(range[0], range[1], f64::from(theta));
    let reach = distances(src, f64::from(rho));
    let inverse = 1.0 / rho;
    let mut angle = range[0] as f32;
    let mut table = Vec::with_capacity(count);
    for _ in 0..count {
        let wide = f64::from(angle);
        table.push([
            (libm::cos(wide) * f64::from(inverse)) as f32,
            (libm::sin(wide) * f64::from(inverse)) as f32,
        ]);
        angle += theta;
    }
    let width = reach + 2;
    let mut votes = vec![0_i32; (count + 2) * width];
    for (at, _) in src.data.iter().enumerate().filter(|(_, value)| **value != 0) {
        let (x, y) = ((at % src.cols) as f32, (at / src.cols) as f32);
        for (n, [cos, sin]) in table.iter().enumerate() {
            let r = round(f64::from(x * cos + y * sin)) as i64 + (reach as i64 - 1) / 2;
            votes[(n + 1) * width + r.clamp(0, reach as i64 - 1) as usize + 1] += 1;
        }
    }
    let mut found = Vec::new();
    for r in 0..reach {
        for n in 0..count {
            let at = (n + 1) * width + r + 1;
            let own = votes[at];
            if i64::from(own) > threshold
                && own > votes[at - 1]
                && own >= votes[at + 1]
                && own > votes[at - width]
                && own >= votes[at + width]
            {
                found.push(at);
            }
        }
    }
    crate::sorting::sort_by(&mut found, |a, b| votes[*b].cmp(&votes[*a]).then(a.cmp(b)));
    let line = |at: &usize| {
        let (n, r) = (at / width - 1, at % width - 1);
        let distance = (r as i64 - (reach as i64 - 1) / 2) as f32 * rho;
        [distance, range[0] as f32 + n as f32 * theta, votes[*at] as f32]
    };
    found.iter().map(line).collect()
}

/// What a segment must be.
pub struct Segments {
    /// Steps of distance and angle.
    pub steps: [f64; 2],
    /// Fewest votes.
    pub threshold: i64,
    /// Shortest segment.
    pub length: i64,
    /// Widest gap in one.
    pub gap: i64,
}

/// Segments (x, y, x, y) found from points in random order, as OpenCV's probabilistic transform does.
/// `pay` is asked before each point's votes.
pub fn segments<E>(
    src: &Mat<u8>,
    how: &Segments,
    mut pay: impl FnMut(u64) -> Result<(), E>,
) -> Result<Vec<[i32; 4]>, E> {
    let inverse = 1.0 / how.steps[0] as f32;
    let theta = how.steps[1] as f32;
    let count = angles(0.0, std::f64::consts::PI, f64::from(theta));
    let reach = distances(src, how.steps[0] as f32 as f64);
    let table: Vec<[f32; 2]> = (0..count)
        .map(|n| {
            let angle = n as f64 * f64::from(theta);
            [(libm::cos(angle) * f64::from(inverse)) as f32, (libm::sin(angle) * f64::from(inverse)) as f32]
        })
        .collect();
    let (width, height) = (src.cols as i64, src.rows as i64);
    let mut votes = vec![0_i32; count * reach];
    let mut left: Vec<bool> = src.data.iter().map(|value| *value != 0).collect();
    let mut points: Vec<usize> = (0..left.len()).filter(|at| left[*at]).collect();
    let row = |n: usize, x: i64, y: i64| {
        let [cos, sin] = table[n];
        let r = round(f64::from(x as f32 * cos + y as f32 * sin)) as i64 + (reach as i64 - 1) / 2;
        n * reach + r.clamp(0, reach as i64 - 1) as usize
    };
    let mut random = Random::new(u64::MAX);
    let mut found = Vec::new();
    while !points.is_empty() {
        let point = points.swap_remove(random.below(points.len()));
        if !left[point] {
            continue;
        }
        pay(count as u64 / 4 + 1)?;
        let (x, y) = ((point as i64) % width, (point as i64) / width);
        let (mut most, mut best) = (how.threshold - 1, 0);
        for n in 0..count {
            let vote = &mut votes[row(n, x, y)];
            *vote += 1;
            if most < i64::from(*vote) {
                most = i64::from(*vote);
                best = n;
            }
        }
        if most < how.threshold {
            continue;
        }
        let walk = Walk::new(x, y, -table[best][1], table[best][0]);
        let mut ends = [(x, y); 2];
        for (side, end) in ends.iter_mut().enumerate() {
            let mut gap = 0;
            for step in 0.. {
                let (x, y) = walk.at(side, step);
                if !(0..width).contains(&x) || !(0..height).contains(&y) {
                    break;
                }
                if left[(y * width + x) as usize] {
                    gap = 0;
                    *end = (x, y);
                } else {
                    gap += 1;
                    if gap > how.gap {
                        break;
                    }
                }
            }
        }
        let good = (ends[1].0 - ends[0].0).abs() >= how.length || (ends[1].1 - ends[0].1).abs() >= how.length;
        for (side, end) in ends.iter().enumerate() {
            for step in 0.. {
                let (x, y) = walk.at(side, step);
                if !(0..width).contains(&x) || !(0..height).contains(&y) {
                    break;
                }
                let at = (y * width + x) as usize;
                if left[at] {
                    if good {
                        pay(count as u64 / 4 + 1)?;
                        (0..count).for_each(|n| votes[row(n, x, y)] -= 1);
                    }
                    left[at] = false;
                }
                if (x, y) == *end {
                    break;
                }
            }
        }
        if good {
            found.push([ends[0].0, ends[0].1, ends[1].0, ends[1].1].map(|value| value as i32));
        }
    }
    Ok(found)
}

/// A walk along a line in both directions, in 65536ths of a pixel on the slower axis.
struct Walk {
    start: [i64; 2],
    step: [i64; 2],
    /// Whether x moves by whole pixels.
    flat: bool,
}

impl Walk {
    fn new(x: i64, y: i64, a: f32, b: f32) -> Self {
        const ONE: i64 = 1 << 16;
        let half = ONE / 2;
        if a.abs() > b.abs() {
            let slope = round(f64::from(b * ONE as f32 / a.abs())) as i64;
            Self { start: [x, y * ONE + half], step: [if a > 0.0 { 1 } else { -1 }, slope], flat: true }
        } else {
            let slope = round(f64::from(a * ONE as f32 / b.abs())) as i64;
            Self { start: [x * ONE + half, y], step: [slope, if b > 0.0 { 1 } else { -1 }], flat: false }
        }
    }

    fn at(&self, side: usize, step: i64) -> (i64, i64) {
        let step = if side == 0 { step } else { -step };
        let [x, y] = [0, 1].map(|axis| self.start[axis] + self.step[axis] * step);
        if self.flat { (x, y >> 16) } else { (x >> 16, y) }
    }
}
