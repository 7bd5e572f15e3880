//! Thresholds: fixed, Otsu's, the triangle's, and local ones.

/// How often each byte occurs.
pub fn histogram(values: impl Iterator<Item = u8>) -> [u32; 256] {
    let mut counts = [0; 256];
    for value in values {
        counts[usize::from(value)] += 1;
    }
    counts
}

/// Otsu's threshold: the one that separates two classes best.
pub fn otsu(counts: &[u32; 256], total: usize) -> f64 {
    let scale = 1.0 / total as f64;
    let mean = counts.iter().enumerate().map(|(i, n)| i as f64 * f64::from(*n)).sum::<f64>() * scale;
    let (mut below, mut below_mean, mut best, mut best_at) = (0.0, 0.0, 0.0, 0.0);
    for (i, count) in counts.iter().enumerate() {
        let share = f64::from(*count) * scale;
        below_mean *= below;
        below += share;
        let above = 1.0 - below;
        let least = f64::from(f32::EPSILON);
        if below.min(above) < least || below.max(above) > 1.0 - least {
            continue;
        }
        below_mean = (below_mean + i as f64 * share) / below;
        let above_mean = (mean - below * below_mean) / above;
        let spread = below * above * (below_mean - above_mean) * (below_mean - above_mean);
        if spread > best {
            best = spread;
            best_at = i as f64;
        }
    }
    best_at
}

/// The triangle's threshold: farthest from the line between the peak and the farther end.
pub fn triangle(counts: &[u32; 256]) -> f64 {
    let mut counts = counts.map(|n| n as i32);
    let left = counts.iter().position(|n| *n > 0).unwrap_or(0);
    let mut left = left.saturating_sub(1);
    let right = counts.iter().rposition(|n| *n > 0).unwrap_or(0);
    let right = if right < 255 && right > 0 { right + 1 } else { right };
    let (mut peak, mut most) = (0, 0);
    for (i, count) in counts.iter().enumerate() {
        if *count > most {
            most = *count;
            peak = i;
        }
    }
    let flipped = peak - left.min(peak) < right.saturating_sub(peak);
    if flipped {
        counts.reverse();
        left = 255 - right;
        peak = 255 - peak;
    }
    let mut threshold = left as f64;
    let a = f64::from(most);
    let b = left as f64 - peak as f64;
    let mut farthest = 0.0;
    for (i, count) in counts.iter().enumerate().take(peak + 1).skip(left + 1) {
        let distance = a * i as f64 + b * f64::from(*count);
        if distance > farthest {
            farthest = distance;
            threshold = i as f64;
        }
    }
    threshold -= 1.0;
    if flipped { 255.0 - threshold } else { threshold }
}

/// The kinds of thresholds, by OpenCV's numbers.
pub fn apply(kind: i64, value: f64, threshold: f64, most: f64) -> f64 {
    let above = value > threshold;
    match kind {
        0 if above => most,
        0 => 0.0,
        1 if above => 0.0,
        1 => most,
        2 if above => threshold,
        2 => value,
        3 if above => value,
        3 => 0.0,
        _ if above => 0.0,
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn otsu_splits_two_peaks() {
        let mut counts = [0; 256];
        counts[20] = 50;
        counts[200] = 50;
        let threshold = otsu(&counts, 100);
        assert!((20.0..200.0).contains(&threshold));
    }
}
