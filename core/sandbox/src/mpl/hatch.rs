//! Hatched areas.

use super::color::Color;
use super::path::{Path, Step};
use super::render::{Pen, Renderer};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Side of a tile in inches, and how many tiles a picture may have.
const TILE: f64 = 1.0;

/// Draws the lines of a hatch inside a path.
pub(crate) fn draw(
    ctx: &mut Ctx,
    to: &Renderer,
    pen: &Pen,
    path: &Path,
    hatch: &str,
    color: Color,
) -> PyResult<()> {
    let bounds = path.extents();
    if bounds.is_empty() {
        return Ok(());
    }
    let tile = TILE * to.scale * 72.0;
    let count = |wanted: &[char]| hatch.chars().filter(|c| wanted.contains(c)).count().min(12);
    let width = ctx.plots.rc.number("hatch.linewidth") * to.scale;
    let mut lines = Vec::new();
    let pad = tile;
    let area = match pen.clip.map_or(Some(bounds), |clip| clip.overlap(&bounds)) {
        Some(area) => area,
        None => return Ok(()),
    };
    // Tiles hang on the canvas, not on the shape.
    let steps = |density: usize, low: f64, high: f64| {
        let step = tile / (density as f64 * 6.0);
        let first = (low / step).floor() as i64 - 1;
        let last = (high / step).ceil() as i64 + 1;
        (step, first, last.min(first + 20_000))
    };
    // Tiles begin at the upper left corner of the canvas.
    let top = to.height;
    let horizontal = count(&['-', '+']);
    if horizontal > 0 {
        let (step, first, last) = steps(horizontal, area.y0 - top, area.y1 - top);
        lines.extend((first..=last).map(|i| {
            let y = top + (i as f64 + 0.5) * step;
            [[area.x0 - pad, y], [area.x1 + pad, y]]
        }));
    }
    let vertical = count(&['|', '+']);
    if vertical > 0 {
        let (step, first, last) = steps(vertical, area.x0, area.x1);
        lines.extend(
            (first..=last).map(|i| {
                [[(i as f64 + 0.5) * step, area.y0 - pad], [(i as f64 + 0.5) * step, area.y1 + pad]]
            }),
        );
    }
    // Slanted lines run over two tiles.
    let diagonal = |density: usize, low: f64, high: f64| {
        let step = 2.0 * tile / (density as f64 * 6.0);
        let first = (low / step).floor() as i64 - 1;
        let last = (high / step).ceil() as i64 + 1;
        (step, first, last.min(first + 20_000))
    };
    for (letters, sign) in [(['/', 'x'], 1.0), (['\\', 'x'], -1.0)] {
        let density = count(&[letters[0], letters[1], letters[1].to_ascii_uppercase()]);
        if density == 0 {
            continue;
        }
        let (step, first, last) = diagonal(
            density,
            area.y0 - top - area.width() - sign * area.x0 - pad,
            area.y1 - top + area.width() - sign * area.x0 + pad * 2.0,
        );
        lines.extend((first..=last).map(|i| {
            let y = top + i as f64 * step;
            [[area.x0, y + sign * area.x0], [area.x1, y + sign * area.x1]]
        }));
    }
    ctx.burn(lines.len() as u64 * 20)?;
    let mut stroke = Pen::new(color, width);
    stroke.clip = pen.clip;
    stroke.mask = Some(path.clone());
    stroke.snap = Some(false);
    let mut whole = Path::default();
    for line in lines {
        whole.steps.extend(Path::polyline(line).steps);
    }
    to.path(ctx, &stroke, &whole, None)?;
    dots(ctx, to, pen, path, hatch, color, tile)
}

/// Circles, dots and stars of a hatch.
fn dots(
    ctx: &mut Ctx,
    to: &Renderer,
    pen: &Pen,
    path: &Path,
    hatch: &str,
    color: Color,
    tile: f64,
) -> PyResult<()> {
    let bounds = path.extents();
    let Some(bounds) = pen.clip.map_or(Some(bounds), |clip| clip.overlap(&bounds)) else { return Ok(()) };
    for (letter, radius, filled) in
        [('o', 0.2, false), ('O', 0.35, false), ('.', 0.1, true), ('*', 1.0 / 3.0, true)]
    {
        let rows = hatch.chars().filter(|c| *c == letter).count().min(8) * 6;
        if rows == 0 {
            continue;
        }
        let step = tile / rows as f64;
        let size = step * radius;
        let symbol = if letter == '*' {
            super::style::Marker::named("*")?
                .map(|star| star.path.map(|[x, y]| [x * 2.0 * size, y * 2.0 * size]))
                .unwrap_or_default()
        } else {
            Path::circle([0.0; 2], size)
        };
        let top = to.height;
        let (first, last) =
            (((bounds.y0 - top) / step).floor() as i64, ((bounds.y1 - top) / step).ceil() as i64);
        let columns = (bounds.width() / step).clamp(0.0, 2000.0) as u64 + 2;
        let count = columns.saturating_mul((last - first).clamp(0, 2000) as u64 + 2);
        ctx.burn(count.saturating_mul(20))?;
        let _charge = ctx.charge((count as usize).saturating_mul(symbol.steps.len() * size_of::<Step>()))?;
        let mut all = Path::default();
        for row in first..=last.min(first + 2000) {
            let shift = if row.rem_euclid(2) == 0 { 0.0 } else { step / 2.0 };
            let (from, until) = ((bounds.x0 / step).floor() as i64, (bounds.x1 / step).ceil() as i64);
            for column in from..=until.min(from + 2000) {
                let at = [column as f64 * step + shift, top + row as f64 * step];
                all.steps.extend(symbol.map(|[x, y]| [x + at[0], y + at[1]]).steps);
            }
        }
        let mut stroke = Pen::new(color, ctx.plots.rc.number("hatch.linewidth") * to.scale);
        stroke.clip = pen.clip;
        stroke.mask = Some(path.clone());
        to.path(ctx, &stroke, &all, filled.then_some(color))?;
    }
    Ok(())
}
