//! Lines of text with formulas on a canvas.

use super::Canvas;
use super::path::{Limits, label, path, turn};
use crate::font::FittedLine;
use crate::mpl::mathtext::{Mark, lay_out};
use crate::{PathCommand, Rgba};

/// Most letters; records from elsewhere may hold anything.
const MOST: usize = 4096;

/// Draws a line whose baseline begins at `position` and rises by `angle` degrees.
pub(super) fn formula(
    canvas: &mut Canvas,
    position: [f32; 2],
    (size, text): (f32, &str),
    color: Rgba,
    angle: f32,
    clip: Option<[f32; 4]>,
) {
    if text.len() > MOST || !(size > 0.0 && size < 1.0e4) {
        return;
    }
    let Ok(layout) = lay_out(text, f64::from(size)) else { return };
    let level = angle == 0.0;
    let [x0, y0] = position.map(f64::from);
    let (sin, cos) = turn(f64::from(angle));
    // matplotlib makes a picture of a level formula, whose corner stands on a whole pixel.
    let left = layout.ink[0] + 1.0;
    let total = layout.ink[3] - layout.ink[1];
    let depth = total - layout.height;
    let rows = (total - layout.depth + depth.max(0.0)).ceil();
    let [x0, y0] = if level { [libm::rint(x0), libm::rint(y0 + depth) + 1.0 - rows] } else { [x0, y0] };
    let down = |y: f64| (y - layout.ink[1] + 1.0e-6).floor();
    // From the left end of the baseline, or the picture's corner, y downwards; level glyphs stand on whole pixels.
    let turned = |x: f64, y: f64| [x0 + x * cos + y * sin, y0 - x * sin + y * cos];
    let place = |[x, y]: [f64; 2]| {
        let x = x - left;
        if level { turned(x.floor(), down(y)) } else { turned(x, y) }
    };
    let narrow = |point: [f64; 2]| point.map(|value| value as f32);
    let limits = Limits { clip, mask: &[], antialias: true };
    for mark in &layout.marks {
        match mark {
            Mark::Rule { bbox: [x, y, width, height] } => {
                let x = x - left;
                let [x0, y0, x1, y1] = if level {
                    let rows = height.floor().max(1.0);
                    let top = if rows > 1.0 { down(*y) } else { down(y + height / 2.0 - 0.5) };
                    [x.floor(), top, (x + width).ceil() + 1.0, top + rows]
                } else {
                    [x, *y, x + width, y + height]
                };
                let corners = [[x0, y0], [x1, y0], [x1, y1], [x0, y1]];
                let mut commands: Vec<PathCommand> =
                    corners.iter().map(|[x, y]| PathCommand::Line(narrow(turned(*x, *y)))).collect();
                commands.push(PathCommand::Close);
                path(canvas, &commands, Some(color), None, &[], &limits);
            }
            Mark::Glyph { face, character, size, stretch, at } => {
                let text = character.to_string();
                let point = narrow(place(*at));
                if *stretch == [1.0; 2] {
                    label(canvas, point, (*face, *size as f32, &text), color, angle, clip);
                    continue;
                }
                let line = FittedLine::new(*face, *size as f32, &text);
                let grown = |[x, y]: [f32; 2]| {
                    let (x, y) = (f64::from(x) * stretch[0], f64::from(y) * stretch[1]);
                    let [px, py] = point.map(f64::from);
                    narrow([px + x * cos - y * sin, py - x * sin - y * cos])
                };
                let commands: Vec<PathCommand> = line
                    .commands
                    .iter()
                    .map(|command| match *command {
                        PathCommand::Move(a) => PathCommand::Move(grown(a)),
                        PathCommand::Line(a) => PathCommand::Line(grown(a)),
                        PathCommand::Quad(a, b) => PathCommand::Quad(grown(a), grown(b)),
                        PathCommand::Cubic(a, b, c) => PathCommand::Cubic(grown(a), grown(b), grown(c)),
                        PathCommand::Close => PathCommand::Close,
                    })
                    .collect();
                path(canvas, &commands, Some(color), None, &[], &limits);
            }
        }
    }
}
