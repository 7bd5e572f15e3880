//! Formulas in texts: what [`mathtext`](super::mathtext) lays out, as strokes.

use super::color::Color;
use super::geometry::{Affine, Point, Rect};
use super::mathtext::{self, Layout, Mark};
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

/// Sets a line with formulas between dollars, in letters of `size` pixels.
pub(crate) fn set(ctx: &mut Ctx, line: &str, size: f64) -> PyResult<Formula> {
    ctx.burn(line.len() as u64 * 200 + 100)?;
    let _charge = ctx.charge(line.len().saturating_mul(1024))?;
    let layout = mathtext::lay_out(line, size).map_err(Fault::value_error)?;
    let [left, top, right, bottom] = layout.ink;
    // matplotlib makes a picture of the formula with a margin; these are that picture's measures.
    let total = bottom - top;
    let depth = total - layout.height;
    Ok(Formula { width: right - left, height: total - layout.depth + depth, depth, layout })
}

/// Draws a formula whose box begins at a point of its baseline.
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
    let level = angle == 0.0;
    let layout = &formula.layout;
    // A level formula is a picture whose corner stands on a whole pixel, and whose glyphs do, too.
    let rows = (formula.height - formula.depth + formula.depth.max(0.0)).ceil();
    let bottom = libm::rint(to.height - at[1] + formula.depth) + 1.0;
    let corner = [libm::rint(at[0]), to.height - (bottom - rows)];
    let left = layout.ink[0] + 1.0;
    let turn = Affine::rotation(angle).then(&Affine::translation(at[0], at[1]));
    let down = |y: f64| (y - layout.ink[1] + 1.0e-6).floor();
    let place = |[x, y]: Point| {
        if level { [corner[0] + (x - left).floor(), corner[1] - down(y)] } else { turn.apply([x - left, -y]) }
    };
    let mut pen = Pen::new(color, 0.0);
    pen.clip = clip;
    for mark in &layout.marks {
        match mark {
            Mark::Rule { bbox: [x, y, width, height] } => {
                let path = if level {
                    let rows = height.floor().max(1.0);
                    let top = if rows > 1.0 { down(*y) } else { down(y + height / 2.0 - 0.5) };
                    let (from, to) = ((x - left).floor(), (x - left + width).ceil() + 1.0);
                    Path::rectangle(Rect {
                        x0: corner[0] + from,
                        y0: corner[1] - top - rows,
                        x1: corner[0] + to,
                        y1: corner[1] - top,
                    })
                } else {
                    let x = x - left;
                    Path::rectangle(Rect { x0: x, y0: -y - height, x1: x + width, y1: -y }).transformed(&turn)
                };
                to.path(ctx, &pen, &path, Some(color))?;
            }
            Mark::Glyph { face, character, size, stretch: [1.0, 1.0], at } => {
                let point = place(*at);
                let bbox = Rect::sized(point[0], point[1], size * 0.6, size * 0.75);
                to.label(ctx, point, &character.to_string(), (*face, *size), color, angle, clip, bbox)?;
            }
            Mark::Glyph { face, character, size, stretch: [wide, high], at } => {
                ctx.burn(200)?;
                let line = FittedLine::new(*face, *size as f32, &character.to_string());
                let scale = Affine::scaling(*wide, *high).then(&Affine::rotation(angle));
                let point = place(*at);
                let shape = outline(&line).transformed(&scale.then(&Affine::translation(point[0], point[1])));
                let pen = Pen { snap: Some(false), ..pen.clone() };
                to.path(ctx, &pen, &shape, Some(color))?;
            }
        }
    }
    Ok(())
}

fn outline(line: &FittedLine) -> Path {
    let wide = |point: [f32; 2]| point.map(f64::from);
    let steps = line.commands.iter().map(|command| match *command {
        PathCommand::Move(a) => Step::Move(wide(a)),
        PathCommand::Line(a) => Step::Line(wide(a)),
        PathCommand::Quad(a, b) => Step::Quad(wide(a), wide(b)),
        PathCommand::Cubic(a, b, c) => Step::Cubic(wide(a), wide(b), wide(c)),
        PathCommand::Close => Step::Close,
    });
    Path { steps: steps.collect() }
}
