//! Formulas in texts: where their glyphs and rules go.

use super::color::Color;
use super::geometry::{Point, Rect};
use super::mathtext::{Layout, Mark, lay_out};
use super::path::{Path, Step};
use super::render::{Pen, Renderer};
use crate::PathCommand;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::font::FittedLine;

/// A formula that was set: its size in pixels and its parts.
pub(crate) struct Formula {
    pub width: f64,
    /// Whole height.
    pub height: f64,
    /// What of it is below the baseline.
    pub depth: f64,
    layout: Layout,
}

/// Sets a line with formulas between dollars.
pub(crate) fn set(ctx: &mut Ctx, line: &str, size: f64) -> PyResult<Formula> {
    ctx.burn(line.len() as u64 * 200 + 100)?;
    let _charge = ctx.charge(line.len().saturating_mul(512))?;
    let layout = lay_out(line, size).map_err(Fault::value_error)?;
    let (width, height, depth) = (layout.width, layout.height + layout.depth, layout.depth);
    Ok(Formula { width, height, depth, layout })
}

/// Draws a formula whose baseline begins at a point.
#[allow(clippy::too_many_arguments)]
pub(crate) fn draw(
    ctx: &mut Ctx,
    to: &Renderer,
    formula: &Formula,
    at: Point,
    color: Color,
    angle: f64,
    clip: Option<Rect>,
) -> PyResult<()> {
    let (sin, cos) = crate::raster::turn(angle);
    // Marks count downwards.
    let place = |[x, y]: Point| [at[0] + x * cos + y * sin, at[1] + x * sin - y * cos];
    let mut pen = Pen::new(super::color::NONE, 0.0);
    pen.clip = clip;
    for mark in &formula.layout.marks {
        match mark {
            Mark::Rule { bbox: [x, y, width, height] } => {
                // Thin rules grow to a pixel, so that they do not vanish.
                let (w, h) = (width.max(1.0), height.max(1.0));
                let (x, y) = (x - (w - width) / 2.0, y - (h - height) / 2.0);
                let path = Path::polygon([[x, y], [x + w, y], [x + w, y + h], [x, y + h]].map(place));
                to.path(ctx, &pen, &path, Some(color))?;
            }
            Mark::Glyph { face, character, size, stretch, at: own } => {
                let text = character.to_string();
                let point = place(*own);
                if *stretch == [1.0; 2] {
                    let bbox = Rect::sized(point[0], point[1], size * 0.6, size * 0.75);
                    to.label(ctx, point, &text, (*face, *size), color, angle, clip, bbox)?;
                    continue;
                }
                ctx.burn(200)?;
                let line = FittedLine::new(*face, *size as f32, &text);
                let grown = |[x, y]: [f32; 2]| {
                    place([own[0] + f64::from(x) * stretch[0], own[1] - f64::from(y) * stretch[1]])
                };
                let steps = line.commands.iter().map(|command| match *command {
                    PathCommand::Move(a) => Step::Move(grown(a)),
                    PathCommand::Line(a) => Step::Line(grown(a)),
                    PathCommand::Quad(a, b) => Step::Quad(grown(a), grown(b)),
                    PathCommand::Cubic(a, b, c) => Step::Cubic(grown(a), grown(b), grown(c)),
                    PathCommand::Close => Step::Close,
                });
                let path = Path { steps: steps.collect() };
                pen.snap = Some(false);
                to.path(ctx, &pen, &path, Some(color))?;
                pen.snap = None;
            }
        }
    }
    Ok(())
}
