//! Points in clusters.

use super::hough::Random;

/// Where clusters begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// Anywhere within the points' box.
    Random,
    /// Far from each other.
    Spread,
}

/// Clusters of points with `size` numbers each.
pub struct Clusters {
    /// Which cluster each point belongs to.
    pub labels: Vec<i32>,
    /// The centres one after the other.
    pub centers: Vec<f32>,
    /// The sum of squared distances to the centres.
    pub spread: f64,
}

fn squared(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| f64::from(a - b) * f64::from(a - b)).sum()
}

/// Centres to begin with.
fn begin(points: &[f32], size: usize, count: usize, start: Start, random: &mut Random) -> Vec<f32> {
    let rows: Vec<&[f32]> = points.chunks_exact(size).collect();
    let share = |random: &mut Random| f64::from(random.bits()) / 4_294_967_296.0;
    let mut centers = Vec::with_capacity(count * size);
    if start == Start::Random {
        for _ in 0..count {
            for axis in 0..size {
                let values = rows.iter().map(|row| row[axis]);
                let (least, most) = values.fold((f32::MAX, f32::MIN), |(a, b), v| (a.min(v), b.max(v)));
                centers.push(least + (most - least) * share(random) as f32);
            }
        }
        return centers;
    }
    centers.extend_from_slice(rows[random.below(rows.len())]);
    let mut nearest: Vec<f64> = rows.iter().map(|row| squared(row, &centers)).collect();
    while centers.len() < count * size {
        let total: f64 = nearest.iter().sum();
        let mut best: Option<(f64, usize)> = None;
        for _ in 0..3 {
            let mut left = share(random) * total;
            let found = nearest.iter().position(|distance| {
                left -= distance;
                left <= 0.0
            });
            let at = found.unwrap_or(rows.len() - 1);
            let sum = rows.iter().zip(&nearest).map(|(row, near)| squared(row, rows[at]).min(*near)).sum();
            if best.is_none_or(|(least, _)| sum < least) {
                best = Some((sum, at));
            }
        }
        let at = best.map_or(0, |(_, at)| at);
        centers.extend_from_slice(rows[at]);
        for (near, row) in nearest.iter_mut().zip(&rows) {
            *near = near.min(squared(row, rows[at]));
        }
    }
    centers
}

/// Lloyd's way, begun `attempts` times; the tightest clusters are kept.
pub fn find(
    points: &[f32],
    size: usize,
    count: usize,
    [attempts, iterations]: [usize; 2],
    epsilon: f64,
    start: Start,
) -> Clusters {
    let rows: Vec<&[f32]> = points.chunks_exact(size).collect();
    let mut random = Random::new(u64::from(u32::MAX));
    let mut best: Option<Clusters> = None;
    for _ in 0..attempts.max(1) {
        let mut centers = begin(points, size, count, start, &mut random);
        let mut labels = vec![0_i32; rows.len()];
        let mut spread = 0.0;
        for iteration in 0..iterations.max(2) {
            spread = 0.0;
            for (label, row) in labels.iter_mut().zip(&rows) {
                let mut least = f64::INFINITY;
                for (at, center) in centers.chunks_exact(size).enumerate() {
                    let distance = squared(row, center);
                    if distance < least {
                        least = distance;
                        *label = at as i32;
                    }
                }
                spread += least;
            }
            if iteration + 1 == iterations.max(2) {
                break;
            }
            let mut sums = vec![0.0_f64; count * size];
            let mut sizes = vec![0.0_f64; count];
            for (label, row) in labels.iter().zip(&rows) {
                sizes[*label as usize] += 1.0;
                for (sum, value) in sums[*label as usize * size..].iter_mut().zip(*row) {
                    *sum += f64::from(*value);
                }
            }
            let mut moved = 0.0_f64;
            for at in 0..count {
                let own = &mut centers[at * size..(at + 1) * size];
                if sizes[at] == 0.0 {
                    continue;
                }
                let next: Vec<f32> =
                    sums[at * size..][..size].iter().map(|sum| (sum / sizes[at]) as f32).collect();
                moved = moved.max(squared(own, &next));
                own.copy_from_slice(&next);
            }
            if moved <= epsilon * epsilon {
                break;
            }
        }
        if best.as_ref().is_none_or(|held| spread < held.spread) {
            best = Some(Clusters { labels, centers, spread });
        }
    }
    best.unwrap_or(Clusters { labels: Vec::new(), centers: Vec::new(), spread: 0.0 })
}
