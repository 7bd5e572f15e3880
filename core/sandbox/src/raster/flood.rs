//! Filling a region of like colour.

use super::Canvas;
use crate::Rgba;

/// Replaces the region around `seed` whose pixels differ from the seed's by at most `threshold` (summed
/// over the channels).
pub(super) fn flood(canvas: &mut Canvas, seed: [i32; 2], color: Rgba, threshold: f32) {
    let color = canvas.mode.fit(color);
    let Some(background) = canvas.get(seed[0], seed[1]) else { return };
    let distance = |a: Rgba, b: Rgba| -> f32 {
        let channels = if canvas.mode.bands().len() <= 2 { 1..2 } else { 0..4 };
        channels.map(|i| f32::from(a[i].abs_diff(b[i]))).sum()
    };
    if distance(background, color) <= threshold {
        return;
    }
    let [width, height] = canvas.size().map(|side| side as i32);
    let mut seen = vec![false; (width as usize) * (height as usize)];
    let mut open = vec![seed];
    while let Some([x, y]) = open.pop() {
        let at = y as usize * width as usize + x as usize;
        if std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let pixel = canvas.pixels.get_pixel_mut(x as u32, y as u32);
        let channels = if canvas.mode.bands().len() <= 2 { 1..2 } else { 0..4 };
        let off: f32 = channels.map(|i| f32::from(pixel.0[i].abs_diff(background[i]))).sum();
        if off > threshold {
            continue;
        }
        pixel.0 = color;
        for [nx, ny] in [[x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]] {
            if (0..width).contains(&nx) && (0..height).contains(&ny) {
                open.push([nx, ny]);
            }
        }
    }
}
