//! Text on a canvas: lines, anchors and ink.

use super::Canvas;
use super::canvas::blend;
use crate::font::{Glyph, Line, Metrics};
use crate::{Mode, Rgba, TextStyle};

/// The widest outline around letters in pixels; operations from a file may ask for anything.
const MAX_STROKE: f32 = 64.0;

/// The space that a text takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TextBox {
    /// The box of ink and advance, `[x0, y0, x1, y1]`.
    pub bbox: [f32; 4],
}

/// A line with the place of its anchor point.
struct Placed {
    line: Line,
    /// Left end and baseline, in pixels.
    origin: [f32; 2],
}

/// The space that a text takes when drawn at `position`.
pub fn measure(position: [f32; 2], text: &str, size: f32, style: &TextStyle) -> TextBox {
    let stroke = style.stroke_width.ceil();
    let mut bbox: Option<[f32; 4]> = None;
    for Placed { line, origin } in place(position, text, size, style) {
        let [x0, y0, x1, y1] = line.bbox();
        let own = [
            x0 - stroke + origin[0],
            y0 - stroke + origin[1],
            x1 + stroke + origin[0],
            y1 + stroke + origin[1],
        ];
        bbox = Some(match bbox {
            None => own,
            Some(all) => [all[0].min(own[0]), all[1].min(own[1]), all[2].max(own[2]), all[3].max(own[3])],
        });
    }
    TextBox { bbox: bbox.unwrap_or([position[0], position[1], position[0], position[1]]) }
}

/// Draws a text.
pub(super) fn draw(
    canvas: &mut Canvas,
    position: [f32; 2],
    text: &str,
    size: f32,
    color: Rgba,
    style: &TextStyle,
) {
    let lines = place(position, text, size, style);
    let stroke_width = style.stroke_width.min(MAX_STROKE);
    if stroke_width > 0.0 {
        let stroke = style.stroke_fill.unwrap_or(color);
        for line in &lines {
            ink(canvas, line, stroke, stroke_width);
        }
        if stroke == color {
            return;
        }
    }
    for line in &lines {
        ink(canvas, line, color, 0.0);
    }
}

/// Splits a text into lines and finds their places by anchor and alignment.
fn place(position: [f32; 2], text: &str, size: f32, style: &TextStyle) -> Vec<Placed> {
    let metrics = Metrics::new(style.face, size);
    let lines: Vec<Line> = text.split('\n').map(|line| Line::new(style.face, size, line)).collect();
    let mut anchor = style.anchor.chars();
    let (across, down) = (anchor.next().unwrap_or('l'), anchor.next().unwrap_or('a'));
    let count = lines.len();
    let widest = lines.iter().map(|line| line.advance).fold(0.0, f32::max);
    let pitch = metrics.ascent + style.stroke_width * 2.0 + style.spacing;
    let mut top = position[1];
    if count > 1 {
        let below = (count - 1) as f32 * pitch;
        top -= match down {
            'm' => below / 2.0,
            'd' => below,
            _ => 0.0,
        };
    }
    let mut placed = Vec::with_capacity(count);
    for line in lines {
        let gap = widest - line.advance;
        let mut left = position[0];
        if count > 1 {
            left += match style.align.as_str() {
                "center" => gap / 2.0,
                "right" => gap,
                _ => 0.0,
            };
            left -= match across {
                'm' => gap / 2.0,
                'r' => gap,
                _ => 0.0,
            };
        }
        let shift = match across {
            'm' => (line.advance / 2.0).round(),
            'r' => line.advance.round(),
            _ => 0.0,
        };
        let [_, ink_top, _, ink_bottom] = line.bbox();
        let baseline = match down {
            's' => 0.0,
            'm' => ((metrics.ascent - metrics.descent) / 2.0 + 0.5).floor(),
            'd' => -metrics.descent,
            't' => -ink_top,
            'b' => -ink_bottom,
            _ => metrics.ascent,
        };
        placed.push(Placed { line, origin: [left - shift, top + baseline] });
        top += pitch;
    }
    placed
}

/// Draws the glyphs of a line, grown by `stroke`.
fn ink(canvas: &mut Canvas, placed: &Placed, color: Rgba, stroke: f32) {
    let [width, height] = canvas.size().map(f64::from);
    let color = canvas.mode.fit(color);
    for (glyph, pen) in &placed.line.glyphs {
        let x =
            f64::from((placed.origin[0] + pen).round()) + f64::from(glyph.left) - f64::from(stroke.ceil());
        let y = f64::from(placed.origin[1].round()) + f64::from(glyph.top) - f64::from(stroke.ceil());
        let reach = 2.0 * f64::from(stroke.ceil());
        // Glyphs outside the canvas need no rendering, and this also drops what is not a number.
        let inside = x < width
            && y < height
            && x + f64::from(glyph.width) + reach > 0.0
            && y + f64::from(glyph.height) + reach > 0.0;
        if !inside {
            continue;
        }
        stamp(canvas, glyph, [x as i64, y as i64], color, stroke);
    }
}

fn stamp(canvas: &mut Canvas, glyph: &Glyph, [left, top]: [i64; 2], color: Rgba, stroke: f32) {
    let coverage = glyph.coverage(stroke);
    let grow = 2 * stroke.ceil() as usize;
    let columns = glyph.width as usize + grow;
    for (index, &weight) in coverage.iter().enumerate() {
        let (x, y) = (left + (index % columns) as i64, top + (index / columns) as i64);
        let inside =
            x >= 0 && y >= 0 && x < i64::from(canvas.pixels.width()) && y < i64::from(canvas.pixels.height());
        if weight == 0 || !inside {
            continue;
        }
        let mode = canvas.mode;
        let pixel = &mut canvas.pixels.get_pixel_mut(x as u32, y as u32).0;
        *pixel = match mode {
            // Black and white takes whole pixels.
            Mode::Bilevel if weight < 128 => continue,
            Mode::Bilevel => color,
            // Nothing shines through from a wholly transparent pixel.
            _ if pixel[3] == 0 => [color[0], color[1], color[2], blend(weight, 0, color[3])],
            _ => std::array::from_fn(|channel| blend(weight, pixel[channel], color[channel])),
        };
    }
}
