//! Outlines around letters (`patheffects.withStroke`).

use super::color::Color;
use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use super::render::{Pen, Renderer};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::font::FittedLine;
use crate::{Join, PathCommand, Typeface};

/// Strokes the outline of a line of text.
#[allow(clippy::too_many_arguments)]
pub(crate) fn draw(
    ctx: &mut Ctx,
    to: &Renderer,
    text: &str,
    (face, size): (Typeface, f64),
    at: Point,
    angle: f64,
    (width, color): (f64, Color),
    clip: Option<Rect>,
) -> PyResult<()> {
    ctx.burn(text.len() as u64 * 100)?;
    let line = FittedLine::new(face, size as f32, text);
    let wide = |point: [f32; 2]| point.map(f64::from);
    let steps = line.commands.iter().map(|command| match *command {
        PathCommand::Move(a) => Step::Move(wide(a)),
        PathCommand::Line(a) => Step::Line(wide(a)),
        PathCommand::Quad(a, b) => Step::Quad(wide(a), wide(b)),
        PathCommand::Cubic(a, b, c) => Step::Cubic(wide(a), wide(b), wide(c)),
        PathCommand::Close => Step::Close,
    });
    let (sin, cos) = crate::raster::turn(angle);
    let path = Path { steps: steps.collect() };
    let path = path.map(|[x, y]| [at[0] + x * cos - y * sin, at[1] + x * sin + y * cos]);
    let mut pen = Pen::new(color, width * to.scale);
    pen.join = Join::Round;
    pen.clip = clip;
    pen.snap = Some(false);
    to.path(ctx, &pen, &path, None)
}
