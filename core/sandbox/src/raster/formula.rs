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
    let [x0, y0] = position.map(f64::from);
    let (sin, cos) = turn(f64::from(angle));
    // From the left end of the baseline, y downwards; the box is whole pixels high, and what is in it
    // hangs from its top.
    let lift = layout.height.ceil() - layout.height;
    let place = |[x, y]: [f64; 2]| {
        let y = y - lift;
        [x0 + x * cos + y * sin, y0 - x * sin + y * cos]
    };
    let narrow = |point: [f64; 2]| point.map(|value| value as f32);
    let limits = Limits { clip, mask: &[], antialias: true };
    for mark in &layout.marks {
        match mark {
            Mark::Rule { bbox: [x, y, width, height] } => {
                // Thin rules grow to a pixel, so that they do not vanish.
                let (wide, high) = (width.max(1.0), height.max(1.0));
                let (x, y) = (x - (wide - width) / 2.0, y - (high - height) / 2.0);
                let mut corners = [[x, y], [x + wide, y], [x + wide, y + high], [x, y + high]].map(place);
                if angle % 90.0 == 0.0 {
                    corners = corners.map(|corner| corner.map(|value| (value + 0.5).floor()));
                }
                let mut commands: Vec<PathCommand> =
                    corners.iter().map(|corner| PathCommand::Line(narrow(*corner))).collect();
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
