//! One glyph: outline and coverage.

use ab_glyph_rasterizer::{Point, Rasterizer};

use super::curve::Curve;
use super::face::Face;
use super::stems::Heights;

/// The outline of a glyph at a size, with its place relative to the glyph's origin.
pub struct Glyph {
    /// Leftmost column of ink.
    pub left: i32,
    /// Topmost row of ink, y downwards from the baseline.
    pub top: i32,
    /// Columns of ink.
    pub width: u32,
    /// Rows of ink.
    pub height: u32,
    /// Curves in pixels, relative to `left` and `top`.
    curves: Vec<Curve>,
}

impl Glyph {
    /// The glyph at `scale` pixels a font unit; `None` if it has no ink. `fitted` outlines have the heights of
    /// DejaVu, which are known; of others only top and bottom are put on the pixel grid.
    pub(super) fn new(font: &Face, id: u16, scale: f32, fitted: bool) -> Option<Self> {
        let outline = font.outline(id)?;
        let heights = fitted.then(|| Heights::new(&outline, scale));
        let rise = |y: f32| heights.as_ref().map_or(y * scale, |heights| heights.map(y));
        let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
        for point in outline.iter().flat_map(Curve::points) {
            for (axis, value) in [point.x * scale, -rise(point.y)].into_iter().enumerate() {
                low[axis] = low[axis].min(value);
                high[axis] = high[axis].max(value);
            }
        }
        if low[0] >= high[0] || low[1] >= high[1] {
            return None;
        }
        let (top, bottom, stretch) = if fitted {
            // What sticks out by less than FreeType's precision is not there.
            ((low[1] + 1.0 / 64.0).floor(), (high[1] - 1.0 / 64.0).ceil(), 1.0)
        } else {
            let (top, bottom) = (low[1].round(), high[1].round().max(low[1].round() + 1.0));
            (top, bottom, (bottom - top) / (high[1] - low[1]))
        };
        let start = if fitted { top } else { low[1] };
        let left = low[0].floor();
        let place = |point: Point| Point { x: point.x * scale - left, y: (-rise(point.y) - start) * stretch };
        let curves = outline.iter().map(|curve| curve.map(&place)).collect();
        Some(Self {
            left: left as i32,
            top: top as i32,
            width: (high[0].ceil() - left).max(1.0) as u32,
            height: (bottom - top).max(1.0) as u32,
            curves,
        })
    }

    /// How much of each pixel is ink, row by row. A stroke makes the letter fatter and the picture larger by
    /// the stroke's width (rounded up) on every side.
    pub fn coverage(&self, stroke: f32) -> Vec<u8> {
        let margin = stroke.ceil().max(0.0) as usize;
        let (width, height) = (self.width as usize + 2 * margin, self.height as usize + 2 * margin);
        // One pixel of room: curves may touch the far border.
        let mut raster = Rasterizer::new(width + 1, height + 1);
        let shift = |point: Point| Point { x: point.x + margin as f32, y: point.y + margin as f32 };
        for curve in &self.curves {
            match *curve {
                Curve::Line(a, b) => raster.draw_line(shift(a), shift(b)),
                Curve::Quad(a, b, c) => raster.draw_quad(shift(a), shift(b), shift(c)),
            }
        }
        let mut coverage = vec![0; width * height];
        raster.for_each_pixel_2d(|x, y, share| {
            let (x, y) = (x as usize, y as usize);
            if x < width && y < height {
                coverage[y * width + x] = (share.clamp(0.0, 1.0) * 255.0).round() as u8;
            }
        });
        if stroke > 0.0 { grow(&coverage, width, height, stroke) } else { coverage }
    }
}

/// Every pixel takes the strongest ink within `reach` of it.
fn grow(coverage: &[u8], width: usize, height: usize, reach: f32) -> Vec<u8> {
    let steps = reach.ceil() as i64;
    let mut out = vec![0_u8; coverage.len()];
    for dy in -steps..=steps {
        for dx in -steps..=steps {
            let near = (1.0 + reach - ((dx * dx + dy * dy) as f32).sqrt()).clamp(0.0, 1.0);
            if near == 0.0 {
                continue;
            }
            for y in (-dy).max(0)..(height as i64 - dy).min(height as i64) {
                for x in (-dx).max(0)..(width as i64 - dx).min(width as i64) {
                    let from = (y * width as i64 + x) as usize;
                    let to = ((y + dy) * width as i64 + x + dx) as usize;
                    out[to] = out[to].max((f32::from(coverage[from]) * near) as u8);
                }
            }
        }
    }
    out
}
