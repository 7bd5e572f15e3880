//! Filters that choose a value of the neighbourhood: medians, extremes, the most frequent.

use image::RgbaImage;

use super::Canvas;

/// Counts of the values in a window, channel by channel.
struct Window {
    counts: Vec<[u32; 256]>,
}

impl Window {
    fn new(channels: usize) -> Self {
        Self { counts: vec![[0; 256]; channels] }
    }

    fn add(&mut self, pixel: [u8; 4]) {
        for (counts, value) in self.counts.iter_mut().zip(pixel) {
            counts[usize::from(value)] += 1;
        }
    }

    fn remove(&mut self, pixel: [u8; 4]) {
        for (counts, value) in self.counts.iter_mut().zip(pixel) {
            counts[usize::from(value)] -= 1;
        }
    }
}

/// Runs over the picture with windows that reach `reach` to all sides; `repeat` repeats the border outside,
/// else the window ends there.
fn windows(canvas: &Canvas, reach: i64, repeat: bool, pick: impl Fn(&[u32; 256], u8) -> u8) -> RgbaImage {
    let source = &*canvas.pixels;
    let (width, height) = (i64::from(source.width()), i64::from(source.height()));
    let channels = if canvas.mode.has_fourth() { 4 } else { 3 };
    let mut out = source.clone();
    for y in 0..height {
        let mut window = Window::new(channels);
        let column = |x: i64| {
            let inside = repeat || (0..width).contains(&x);
            let rows = (y - reach)..=(y + reach);
            let rows = rows.filter(move |row| inside && (repeat || (0..height).contains(row)));
            rows.map(move |row| {
                let place = (x.clamp(0, width - 1) as u32, row.clamp(0, height - 1) as u32);
                source.get_pixel(place.0, place.1).0
            })
        };
        for x in -reach..reach {
            column(x).for_each(|pixel| window.add(pixel));
        }
        for x in 0..width {
            column(x + reach).for_each(|pixel| window.add(pixel));
            let target = &mut out.get_pixel_mut(x as u32, y as u32).0;
            for (value, counts) in target.iter_mut().zip(&window.counts) {
                *value = pick(counts, *value);
            }
            column(x - reach).for_each(|pixel| window.remove(pixel));
        }
    }
    out
}

/// The value of a rank in a square window, from 0 for the least.
pub(super) fn rank(canvas: &Canvas, size: u32, rank: u32) -> RgbaImage {
    windows(canvas, i64::from(size / 2), true, |counts, _| {
        let mut below = 0;
        let found = counts.iter().position(|count| {
            below += count;
            below > rank
        });
        found.unwrap_or(255) as u8
    })
}

/// The most frequent value in a square window, the least of equals; a value that comes once or twice only
/// changes nothing.
pub(super) fn most_frequent(canvas: &Canvas, size: u32) -> RgbaImage {
    windows(canvas, i64::from(size / 2), false, |counts, own| {
        let mut best = 0;
        for (value, count) in counts.iter().enumerate() {
            if *count > counts[best] {
                best = value;
            }
        }
        if counts[best] > 2 { best as u8 } else { own }
    })
}
