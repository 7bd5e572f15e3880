//! Axes in space as strokes.

use std::rc::Rc;

use super::Solid;
use super::flat::{Flat, flat};
use super::frame::{Frame, frame};
use super::project::View;
use crate::Cap;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::heap::Charge;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::color::{NONE, with_alpha};
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::path::Path;
use crate::mpl::render::{Pen, Renderer};
use crate::mpl::shapes::Shape;
use crate::mpl::{axes_draw, draw as strokes};

/// The camera of axes as they are now.
pub(super) fn view(axes: &Axes, solid: &Solid) -> View {
    let scales = [0, 1, 2].map(|axis| axes.domain(axis).scale.get());
    let end = |high: bool| {
        std::array::from_fn(|axis| {
            let domain = axes.domain(axis);
            scales[axis].forward(if high { domain.high.get() } else { domain.low.get() })
        })
    };
    let camera = solid.camera.get();
    View { matrix: camera.matrix(end(false), end(true)), endless: camera.focal == f64::INFINITY, scales }
}

/// Draws axes that are settled.
pub(crate) fn draw(ctx: &mut Ctx, to: &Renderer, axes: &Rc<Axes>, solid: &Solid) -> PyResult<()> {
    if axes.framed.get() {
        let face = with_alpha(axes.face.get(), axes.face_alpha.get());
        to.path(ctx, &Pen::new(NONE, 0.0), &Path::rectangle(axes.bbox.get()), Some(face))?;
    }
    let view = view(axes, solid);
    if axes.shown.get() {
        frames(ctx, to, axes, solid, &view)?;
    }
    // Artists are what they look like on the page until they are drawn.
    let artists = axes.artists.borrow().clone();
    let result = flatten(ctx, &view, &artists).and_then(|(depths, _charges)| {
        let order = zorders(axes, solid, &artists, &depths);
        parts(ctx, to, axes, &artists, &order)
    });
    for artist in &artists {
        if let Some(kept) = artist.kept.take() {
            artist.body.replace(kept.0);
            artist.alpha.set(kept.1);
        }
    }
    result
}

/// Puts artists on the page; gives their depths, and what pays for them.
fn flatten(ctx: &mut Ctx, view: &View, artists: &[Rc<Artist>]) -> PyResult<(Vec<f64>, Vec<Charge>)> {
    let (mut depths, mut charges) = (vec![f64::NAN; artists.len()], Vec::new());
    for (artist, own) in artists.iter().zip(&mut depths) {
        if !artist.visible.get() {
            continue;
        }
        let count = artist.depth.borrow().as_ref().map_or(0, super::depth::Depth::count);
        charges.push(ctx.charge(super::depth::bytes(count))?);
        if let Some(Flat { body, alpha, depth }) = flat(ctx, view, artist)? {
            let kept = (artist.body.replace(body), artist.alpha.replace(alpha));
            artist.kept.replace(Some(Box::new(kept)));
            *own = depth;
        }
    }
    Ok((depths, charges))
}

/// The order of artists: collections stand above the axes, the farthest first.
fn zorders(axes: &Axes, solid: &Solid, artists: &[Rc<Artist>], depths: &[f64]) -> Vec<f64> {
    let mut order: Vec<f64> = artists.iter().map(|artist| artist.zorder.get()).collect();
    if !solid.ordered.get() {
        return order;
    }
    let base = match axes.below.get() {
        None => 2.5,
        Some(true) => 1.5,
        Some(false) => 3.5,
    };
    let mut deep: Vec<(usize, f64)> = (0..artists.len())
        .filter(|index| matches!(&*artists[*index].body.borrow(), Body::Collection(_)))
        .map(|index| (index, if depths[index].is_nan() { f64::NEG_INFINITY } else { depths[index] }))
        .collect();
    crate::sorting::sort_by(&mut deep, |a, b| b.1.total_cmp(&a.1));
    for (place, (index, _)) in deep.into_iter().enumerate() {
        order[index] = base + place as f64;
    }
    order
}

/// Draws artists, titles and the legend in their order.
fn parts(
    ctx: &mut Ctx,
    to: &Renderer,
    axes: &Rc<Axes>,
    artists: &[Rc<Artist>],
    order: &[f64],
) -> PyResult<()> {
    let mut parts: Vec<(f64, Option<Rc<Artist>>, usize)> =
        artists.iter().zip(order).map(|(artist, order)| (*order, Some(artist.clone()), 0)).collect();
    parts.extend((0..3).map(|number| (axes.titles[number].zorder.get(), None, number)));
    if let Some(legend) = &*axes.legend.borrow() {
        parts.push((legend.zorder.get(), Some(legend.clone()), 0));
    }
    crate::sorting::sort_by(&mut parts, |a, b| a.0.total_cmp(&b.0));
    for (_, artist, number) in parts {
        match artist {
            Some(artist) => strokes::artist(ctx, to, &artist)?,
            None => {
                let Some(placed) = axes_draw::title(ctx, axes, number, to.scale)? else { continue };
                axes_draw::label(ctx, to, &placed)?;
            }
        }
    }
    Ok(())
}

/// Draws all panes, then all grids, then all lines with their ticks and labels.
fn frames(ctx: &mut Ctx, to: &Renderer, axes: &Axes, solid: &Solid, view: &View) -> PyResult<()> {
    let mut all = Vec::new();
    for number in 0..3 {
        all.push(frame(ctx, axes, solid, view, number)?);
    }
    for (own, pane) in all.iter().zip(&solid.panes) {
        if let Body::Patch(patch) = &mut *pane.body.borrow_mut() {
            patch.shape = Shape::Polygon { points: own.pane.to_vec(), closed: false };
        }
        strokes::artist(ctx, to, pane)?;
    }
    if solid.grid.get() {
        for (number, own) in all.iter().enumerate() {
            grid(ctx, to, axes, number, own)?;
        }
    }
    for (number, own) in all.iter().enumerate() {
        let line = &solid.lines[number];
        if let Body::Line(line) = &mut *line.body.borrow_mut() {
            (line.x, line.y) = own.line.iter().map(|[x, y]| (*x, *y)).unzip();
        }
        strokes::artist(ctx, to, line)?;
        let style = axes.axis_at(number).major.borrow().clone();
        let mut pen = Pen::new(style.color, style.width * to.scale);
        (pen.cap, pen.join) = (Cap::Projecting, crate::Join::Round);
        for tick in own.ticks.iter().filter(|_| style.ticks[0]) {
            to.path(ctx, &pen, &line_of(tick), None)?;
        }
        for placed in &own.labels {
            axes_draw::label(ctx, to, placed)?;
        }
    }
    Ok(())
}

fn grid(ctx: &mut Ctx, to: &Renderer, axes: &Axes, number: usize, own: &Frame) -> PyResult<()> {
    let style = axes.axis_at(number).major.borrow().clone();
    if style.grid_style == crate::mpl::style::LineStyle::None {
        return Ok(());
    }
    let mut pen = Pen::new(style.grid_color, style.grid_width * to.scale).dashed(
        &style.grid_style,
        style.grid_width,
        to.scale,
    );
    pen.join = crate::Join::Round;
    for line in &own.grid {
        to.path(ctx, &pen, &line_of(line), None)?;
    }
    Ok(())
}

/// A line; what cannot be seen breaks it.
fn line_of(points: &[Point]) -> Path {
    Path::polyline(
        points
            .iter()
            .map(|point| if point.iter().all(|value| value.abs() < 1.0e15) { *point } else { [f64::NAN; 2] }),
    )
}

/// The box around the lines and labels of all three axes.
pub(crate) fn tight(ctx: &mut Ctx, axes: &Axes, solid: &Solid) -> PyResult<Rect> {
    let mut all = Rect::EMPTY;
    if axes.shown.get() {
        let view = view(axes, solid);
        for number in 0..3 {
            all = all.union(&frame(ctx, axes, solid, &view, number)?.bbox());
        }
    }
    Ok(all)
}
