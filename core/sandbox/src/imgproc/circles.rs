//! Circles found by votes along gradients.

use super::{Mat, round};

/// What a circle must be.
pub struct Wanted {
    /// Pixels to a cell of votes.
    pub cell: f32,
    /// Nearest centres.
    pub apart: f32,
    /// Fewest votes.
    pub votes: i32,
    /// Least and most radius.
    pub radius: [i32; 2],
}

/// Circles (x, y, radius) whose centres the gradients at `edges` point to, the best first.
pub fn find<E>(
    edges: &Mat<u8>,
    [dx, dy]: &[Mat<i32>; 2],
    wanted: &Wanted,
    mut pay: impl FnMut(u64) -> Result<(), E>,
) -> Result<Vec<[f32; 3]>, E> {
    let scale = 1.0 / wanted.cell;
    let [least, most] = wanted.radius;
    let cells = |side: usize| (side as f32 * scale).ceil() as usize;
    let (cols, rows) = (cells(edges.cols), cells(edges.rows));
    let width = cols + 2;
    let mut votes = vec![0_i32; width * (rows + 2)];
    let mut points = Vec::new();
    for (at, _) in edges.data.iter().enumerate().filter(|(_, value)| **value != 0) {
        let (x, y) = ((at % edges.cols) as f32, (at / edges.cols) as f32);
        let (vx, vy) = (dx.data[at] as f32, dy.data[at] as f32);
        let size = libm::sqrtf(vx * vx + vy * vy);
        if size < 1.0 {
            continue;
        }
        points.push([x, y]);
        pay((most - least) as u64 / 4 + 4)?;
        let fine = |value: f32| round(f64::from(value)) as i64;
        let (step_x, step_y) = (fine(vx * scale * 1024.0 / size), fine(vy * scale * 1024.0 / size));
        let (from_x, from_y) = (fine(x * scale * 1024.0), fine(y * scale * 1024.0));
        for side in [1, -1] {
            for r in i64::from(least)..=i64::from(most) {
                let (x, y) = ((from_x + side * r * step_x) >> 10, (from_y + side * r * step_y) >> 10);
                if !(0..cols as i64).contains(&x) || !(0..rows as i64).contains(&y) {
                    break;
                }
                votes[y as usize * width + x as usize] += 1;
            }
        }
    }
    let mut centers = Vec::new();
    for y in 1..=rows {
        for x in 1..=cols {
            let at = y * width + x;
            let own = votes[at];
            if own > wanted.votes
                && own > votes[at - 1]
                && own >= votes[at + 1]
                && own > votes[at - width]
                && own >= votes[at + width]
            {
                centers.push(at);
            }
        }
    }
    let mut found = Vec::new();
    for at in centers {
        pay(points.len() as u64 / 2 + (most - least) as u64)?;
        let center = [at % width, at / width].map(|cell| (cell as f32 + 0.5) * wanted.cell);
        if let Some((radius, votes)) = radius(center, &points, wanted) {
            found.push((votes, [center[0], center[1], radius]));
        }
    }
    crate::sorting::sort_by(&mut found, |(a, p), (b, q)| {
        b.cmp(a).then(q[2].total_cmp(&p[2])).then(p[0].total_cmp(&q[0])).then(p[1].total_cmp(&q[1]))
    });
    pay((found.len() as u64).saturating_pow(2) / 16)?;
    let apart = wanted.apart * wanted.apart;
    let mut kept: Vec<[f32; 3]> = Vec::new();
    for (_, circle) in found {
        let near = |other: &[f32; 3]| {
            let (dx, dy) = (circle[0] - other[0], circle[1] - other[1]);
            dx * dx + dy * dy < apart
        };
        if !kept.iter().any(near) {
            kept.push(circle);
        }
    }
    Ok(kept)
}

/// The radius that most edge points around a centre support, for its size, if enough do.
fn radius(center: [f32; 2], points: &[[f32; 2]], wanted: &Wanted) -> Option<(f32, i32)> {
    const FINE: i64 = 10;
    let [least, most] = wanted.radius.map(|radius| radius as f32);
    let count = round(f64::from((most - least) / wanted.cell * FINE as f32)).max(1.0) as usize;
    let mut bins = vec![0_i32; count];
    for [x, y] in points {
        let (dx, dy) = (center[0] - x, center[1] - y);
        let squared = dx * dx + dy * dy;
        if (least * least..=most * most).contains(&squared) {
            let bin = round(f64::from((libm::sqrtf(squared) - least) / wanted.cell * FINE as f32));
            bins[bin.clamp(0.0, (count - 1) as f64) as usize] += 1;
        }
    }
    let (mut best, mut support) = (0.0_f32, 0_i32);
    let mut at = count as i64 - 1;
    while at > 0 {
        if bins[at as usize] != 0 {
            let upper = at;
            let mut sum = 0;
            while at > upper - FINE && at >= 0 {
                sum += bins[at as usize];
                at -= 1;
            }
            let own = (upper + at) as f32 / 2.0 / FINE as f32 * wanted.cell + least;
            let better = sum as f32 * best >= support as f32 * own;
            if better || (best < f32::EPSILON && sum >= support) {
                best = own;
                support = sum;
            }
        }
        at -= 1;
    }
    (support > wanted.votes).then_some((best, support))
}
