//! Dashed lines: a path cut into pieces.

use super::flatten::Part;

/// Most pieces of one path; a finer pattern looks solid anyway.
const MOST: f64 = 50_000.0;

/// Cuts parts into dashes.
pub(super) fn dash(parts: Vec<Part>, pattern: &[f32], offset: f32) -> Vec<Part> {
    let mut pattern: Vec<f64> = pattern.iter().map(|length| f64::from(*length).max(0.0)).collect();
    if pattern.len() % 2 == 1 {
        pattern.extend_from_within(..);
    }
    let period: f64 = pattern.iter().sum();
    let total: f64 = parts.iter().map(length).sum();
    let fine = total / period * pattern.len() as f64;
    if pattern.is_empty() || !period.is_finite() || period <= 0.0 || !(fine <= MOST) || !offset.is_finite() {
        return parts;
    }
    let mut out = Vec::new();
    for mut part in parts {
        if part.closed
            && let Some(first) = part.points.first().copied()
        {
            part.points.push(first);
        }
        cut(&part.points, &pattern, f64::from(offset) % period, period, &mut out);
    }
    out
}

fn length(part: &Part) -> f64 {
    let step = |pair: &[[f64; 2]]| {
        let (dx, dy) = (pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]);
        (dx * dx + dy * dy).sqrt()
    };
    part.points.windows(2).map(step).sum::<f64>()
        + if part.closed { step(&[part.points[part.points.len() - 1], part.points[0]]) } else { 0.0 }
}

fn cut(points: &[[f64; 2]], pattern: &[f64], offset: f64, period: f64, out: &mut Vec<Part>) {
    let mut rest = if offset < 0.0 { offset + period } else { offset };
    let mut index = 0;
    while rest >= pattern[index] {
        rest -= pattern[index];
        index = (index + 1) % pattern.len();
        if rest <= 0.0 && pattern[index] > 0.0 {
            break;
        }
    }
    let mut left = pattern[index] - rest;
    let mut piece = Part::default();
    let Some(first) = points.first() else { return };
    if index % 2 == 0 {
        piece.points.push(*first);
    }
    for pair in points.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        let (dx, dy) = (b[0] - a[0], b[1] - a[1]);
        let whole = (dx * dx + dy * dy).sqrt();
        let mut done = 0.0;
        while whole - done > left {
            done += left;
            let t = done / whole;
            let at = [a[0] + dx * t, a[1] + dy * t];
            if index % 2 == 0 {
                piece.points.push(at);
                out.push(std::mem::take(&mut piece));
            } else {
                piece.points.push(at);
            }
            index = (index + 1) % pattern.len();
            left = pattern[index];
        }
        left -= whole - done;
        if index % 2 == 0 {
            piece.points.push(b);
        }
    }
    if piece.points.len() > 1 {
        out.push(piece);
    }
}
