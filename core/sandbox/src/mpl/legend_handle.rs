//! The small samples of artists in legends.

use std::rc::Rc;

use super::artist::{Artist, Body, Line, Patch};
use super::collection::Collection;
use super::color::{NONE, with_alpha};
use super::geometry::{Affine, Point, Rect};
use super::legend::Legend;
use super::path::Path;
use super::render::{Pen, Renderer};
use super::style::LineStyle;
use crate::Cap;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Draws the sample of an artist whose left end on the baseline is at a pixel.
pub(crate) fn draw(
    ctx: &mut Ctx,
    to: &Renderer,
    legend: &Legend,
    artist: &Rc<Artist>,
    at: Point,
) -> PyResult<()> {
    let unit = legend.size * to.scale;
    let width = legend.handle_length * unit;
    let drop = 0.35 * unit * (legend.handle_height - 0.7);
    let height = legend.handle_height * unit - drop;
    let rect = Rect::sized(at[0], at[1] - drop, width, height);
    // What stands in space looks as before it was put on the page.
    let (kept, body) = (artist.kept.borrow(), artist.body.borrow());
    let (body, alpha) = match kept.as_deref() {
        Some((body, alpha)) => (body, *alpha),
        None => (&*body, artist.alpha.get()),
    };
    match body {
        Body::Line(line) => sample_line(ctx, to, legend, line, alpha, rect, drop),
        Body::Patch(patch) => sample_patch(ctx, to, patch, alpha, rect),
        Body::Collection(own) if own.offset_transform.is_some() && !own.paths.is_empty() => {
            sample_points(ctx, to, legend, own, alpha, rect)
        }
        Body::Collection(own) if own.strokes => {
            let (_, edges) = own.colors(alpha);
            let lines = own.widths.first().copied().unwrap_or(1.0);
            let style = own.styles.first().cloned().unwrap_or(LineStyle::Solid);
            let color = edges.first().copied().unwrap_or(NONE);
            let mut pen = Pen::new(color, lines * to.scale).dashed(&style, lines, to.scale);
            pen.cap = if pen.dashes.is_empty() { Cap::Projecting } else { Cap::Butt };
            let y = rect.y0 + (height - drop) / 2.0;
            to.path(ctx, &pen, &Path::polyline([[rect.x0, y], [rect.x1, y]]), None)
        }
        Body::Collection(own) => {
            let (faces, edges) = own.colors(alpha);
            let lines = own.widths.first().copied().unwrap_or(1.0);
            let edge = edges.first().copied().unwrap_or(NONE);
            let style = own.styles.first().cloned().unwrap_or(LineStyle::Solid);
            let pen = Pen::new(edge, if edge[3] > 0.0 { lines * to.scale } else { 0.0 })
                .dashed(&style, lines, to.scale);
            to.path(ctx, &pen, &Path::rectangle(rect), faces.first().copied())?;
            if own.hatch.is_empty() {
                return Ok(());
            }
            let color = if edge[3] > 0.0 { edge } else { super::rc::color(ctx, "hatch.color")? };
            super::hatch::draw(ctx, to, &pen, &Path::rectangle(rect), &own.hatch, color)
        }
        Body::Text(_) | Body::Image(_) | Body::Legend(_) => Ok(()),
    }
}

fn sample_line(
    ctx: &mut Ctx,
    to: &Renderer,
    legend: &Legend,
    line: &Line,
    alpha: Option<f64>,
    rect: Rect,
    drop: f64,
) -> PyResult<()> {
    let y = rect.y0 + drop + (rect.height() - drop) / 2.0;
    if let Some(look) = &line.errors {
        sample_errors(ctx, to, look, alpha, [rect.x0 + rect.width() / 2.0, y], 0.5 * legend.size * to.scale)?;
    }
    if line.style != LineStyle::None && line.width > 0.0 {
        let mut pen = Pen::new(with_alpha(line.color, alpha), line.width * to.scale);
        pen = pen.dashed(&line.style, line.width, to.scale);
        pen.cap = line.cap.unwrap_or(if pen.dashes.is_empty() { Cap::Projecting } else { Cap::Butt });
        pen.join = line.join;
        to.path(ctx, &pen, &Path::polyline([[rect.x0, y], [rect.x1, y]]), None)?;
    }
    let Some(marker) = &line.marker else { return Ok(()) };
    let size = line.size * to.scale * legend.marker_scale;
    let edge = with_alpha(line.edge.unwrap_or(line.color), alpha);
    let face = (!line.hollow && marker.filled).then(|| with_alpha(line.face.unwrap_or(line.color), alpha));
    let mut pen = Pen::new(edge, line.edge_width * to.scale);
    pen.join = marker.join;
    pen.cap = marker.cap;
    pen.snap = Some(size >= marker.snap);
    let points: Vec<Point> = match legend.points {
        0 | 1 => vec![[rect.x0 + rect.width() / 2.0, y]],
        count => {
            let pad = 0.3 * legend.size * to.scale;
            let step = (rect.width() - 2.0 * pad) / (count - 1) as f64;
            (0..count).map(|index| [rect.x0 + pad + step * index as f64, y]).collect()
        }
    };
    let symbol = marker.path.transformed(&Affine::scaling(size, size));
    to.markers(ctx, &pen, &symbol, face, &points)
}

/// Bars of errors around the middle of a sample.
fn sample_errors(
    ctx: &mut Ctx,
    to: &Renderer,
    look: &super::plots::ErrorLook,
    alpha: Option<f64>,
    [x, y]: Point,
    size: f64,
) -> PyResult<()> {
    let color = with_alpha(look.color, alpha);
    let bar = Pen::new(color, look.width * to.scale);
    let cap = Pen::new(color, look.cap_width * to.scale);
    let reach = look.cap_size * to.scale;
    for axis in [0, 1].into_iter().filter(|axis| look.along[*axis]) {
        let place = |along: f64, across: f64| {
            if axis == 0 { [x + along, y + across] } else { [x + across, y + along] }
        };
        to.path(ctx, &bar, &Path::polyline([place(-size, 0.0), place(size, 0.0)]), None)?;
        for end in [-size, size] {
            if reach > 0.0 {
                to.path(ctx, &cap, &Path::polyline([place(end, -reach), place(end, reach)]), None)?;
            }
        }
    }
    Ok(())
}

fn sample_patch(ctx: &mut Ctx, to: &Renderer, patch: &Patch, alpha: Option<f64>, rect: Rect) -> PyResult<()> {
    let visible = patch.edge[3] > 0.0 && patch.style != LineStyle::None;
    let width = if visible { patch.width } else { 0.0 };
    let pen =
        Pen::new(with_alpha(patch.edge, alpha), width * to.scale).dashed(&patch.style, patch.width, to.scale);
    let path = Path::rectangle(rect);
    to.path(ctx, &pen, &path, patch.fill.then(|| with_alpha(patch.face, alpha)))?;
    if patch.hatch.is_empty() {
        return Ok(());
    }
    let color = if patch.edge_given { patch.edge } else { super::rc::color(ctx, "hatch.color")? };
    super::hatch::draw(ctx, to, &pen, &path, &patch.hatch, color)
}

fn sample_points(
    ctx: &mut Ctx,
    to: &Renderer,
    legend: &Legend,
    own: &Collection,
    alpha: Option<f64>,
    rect: Rect,
) -> PyResult<()> {
    let (faces, edges) = own.colors(alpha);
    // Numbers become the colour of the middle of their range.
    let middle = |colors: &[super::color::Color]| match &own.mappable {
        Some(mappable) if mappable.array.is_some() => Some(with_alpha(mappable.cmap.at(0.0), alpha)),
        _ => colors.first().copied(),
    };
    let (face, edge) = (middle(&faces), middle(&edges).unwrap_or(NONE));
    let largest = own.sizes.iter().copied().fold(0.0, f64::max);
    let least = own.sizes.iter().copied().fold(f64::INFINITY, f64::min);
    let area = 0.5 * (largest + least) * legend.marker_scale * legend.marker_scale;
    let factor = area.max(0.0).sqrt() * to.scale;
    let lines = own.widths.first().copied().unwrap_or(1.0);
    let mut pen = Pen::new(edge, if edge[3] > 0.0 { lines * to.scale } else { 0.0 });
    pen.join = own.join.unwrap_or(crate::Join::Round);
    let symbol = own.paths[0].transformed(&Affine::scaling(factor, factor));
    let count = legend.scatter_points.clamp(1, 10);
    let offsets = [3.0 / 8.0, 4.0 / 8.0, 2.5 / 8.0];
    let pad = 0.3 * legend.size * to.scale;
    let points: Vec<Point> = (0..count)
        .map(|index| {
            let x = if count == 1 {
                rect.x0 + rect.width() / 2.0
            } else {
                rect.x0 + pad + (rect.width() - 2.0 * pad) * index as f64 / (count - 1) as f64
            };
            [x, rect.y0 + rect.height() * offsets[index % 3]]
        })
        .collect();
    to.markers(ctx, &pen, &symbol, face, &points)
}
