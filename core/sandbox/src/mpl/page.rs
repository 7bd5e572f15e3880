//! A figure as pixels: layout, drawing, saving.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::axes::Axes;
use super::color::{Color, bytes, with_alpha};
use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::render::{Pen, Renderer};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// How a figure is saved.
pub(crate) struct Save {
    pub dpi: Option<f64>,
    /// Pad in inches around a tight box.
    pub tight: Option<f64>,
    /// A box in inches.
    pub bbox: Option<Rect>,
    pub face: Option<Color>,
    pub transparent: bool,
}

/// Settles all axes: limits, aspects, boxes, and the margins of a tight layout.
pub(crate) fn settle(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<()> {
    let all = figure.axes.borrow().clone();
    ctx.burn(all.len() as u64 * 100 + 10)?;
    for axes in &all {
        axes.settle();
    }
    super::secondary::follow(ctx, figure)?;
    super::tight::apply(ctx, figure)?;
    for axes in &all {
        axes.settle();
    }
    super::secondary::follow(ctx, figure)
}

/// The box around everything in pixels.
pub(crate) fn tight_box(ctx: &mut Ctx, figure: &Rc<Figure>) -> PyResult<Rect> {
    let scale = figure.scale();
    let mut all = Rect::EMPTY;
    let axes = figure.axes.borrow().clone();
    for one in &axes {
        all = all.union(&super::axes_draw::tight(ctx, one, scale)?);
    }
    let artists = figure.artists.borrow().clone();
    for artist in &artists {
        if artist.visible.get() && artist.in_layout.get() {
            all = all.union(&super::axes_draw::extent(ctx, artist, scale)?);
        }
    }
    Ok(if all.is_empty() { figure.bounds() } else { all })
}

/// Draws a figure on a new canvas.
pub(crate) fn render(ctx: &mut Ctx, figure: &Rc<Figure>, save: &Save) -> PyResult<Value> {
    let (dpi, size) = (figure.dpi.get(), figure.size.get());
    if let Some(dpi) = save.dpi {
        if !(dpi.is_finite() && dpi > 0.0 && dpi < 65_536.0) {
            return Err(Fault::value_error("dpi must be positive"));
        }
        figure.dpi.set(dpi);
    }
    let result = settle(ctx, figure).and_then(|()| draw(ctx, figure, save));
    figure.dpi.set(dpi);
    figure.size.set(size);
    figure.origin.set([0.0; 2]);
    figure.all_axes().iter().for_each(|axes| axes.place());
    result
}

fn draw(ctx: &mut Ctx, figure: &Rc<Figure>, save: &Save) -> PyResult<Value> {
    let dpi = figure.dpi.get();
    let mut pixels: Point = figure.size.get().map(|side| side * dpi);
    let cut = match (save.tight, save.bbox) {
        (Some(pad), _) => {
            let all = tight_box(ctx, figure)?;
            // Inches keep matplotlib's rounding.
            let inches = Rect { x0: all.x0 / dpi, y0: all.y0 / dpi, x1: all.x1 / dpi, y1: all.y1 / dpi };
            Some(inches.grown(pad))
        }
        (None, bbox) => bbox,
    };
    if let Some(cut) = cut {
        pixels = [cut.width() * dpi, cut.height() * dpi];
        figure.origin.set([-cut.x0 * dpi, -cut.y0 * dpi]);
        // Boxes of axes move with the page; limits and aspects stay.
        figure.all_axes().iter().for_each(|axes| {
            let bbox = axes.bbox.get();
            axes.bbox.set(bbox.shifted(figure.origin.get()));
        });
    }
    let side = |value: f64| {
        if value.is_finite() { (value + 1.0e-6).floor().clamp(0.0, 1.0e9) as i64 } else { 1 << 30 }
    };
    let size = [side(pixels[0]).max(1), side(pixels[1]).max(1)];
    let face = save.face.unwrap_or(figure.face.get());
    let face = if save.transparent && save.face.is_none() { [face[0], face[1], face[2], 0.0] } else { face };
    // A wholly transparent page is white below, as a new Agg canvas.
    let ground = if face[3] >= 1.0 { bytes(face) } else { [255, 255, 255, 0] };
    let image = crate::pil::blank(ctx, size, ground)?;
    let to = Renderer { image, height: size[1] as f64, scale: figure.scale() };
    if face[3] > 0.0 && face[3] < 1.0 {
        to.path(
            ctx,
            &Pen::new(super::color::NONE, 0.0),
            &super::path::Path::rectangle(figure.bounds()),
            Some(face),
        )?;
    }
    if figure.edge_width.get() > 0.0 {
        let pen = Pen::new(with_alpha(figure.edge.get(), None), figure.edge_width.get() * to.scale);
        to.path(ctx, &pen, &super::path::Path::rectangle(figure.bounds()), None)?;
    }
    let all = figure.all_axes();
    let held: Vec<Option<f64>> = all.iter().map(|axes| axes.face_alpha.get()).collect();
    if save.transparent {
        all.iter().for_each(|axes| axes.face_alpha.set(Some(0.0)));
    }
    let drawn = parts(ctx, &to, figure);
    for (axes, alpha) in all.iter().zip(held) {
        axes.face_alpha.set(alpha);
    }
    drawn?;
    Ok(to.image)
}

/// What stands on a page.
enum Part {
    Axes(Rc<Axes>),
    Artist(Rc<Artist>),
}

fn parts(ctx: &mut Ctx, to: &Renderer, figure: &Rc<Figure>) -> PyResult<()> {
    let mut parts: Vec<(f64, Part)> = Vec::new();
    for artist in figure.artists.borrow().iter() {
        parts.push((artist.zorder.get(), Part::Artist(artist.clone())));
    }
    for axes in figure.axes.borrow().iter() {
        parts.push((axes.zorder.get(), Part::Axes(axes.clone())));
    }
    crate::sorting::sort_by(&mut parts, |a, b| a.0.total_cmp(&b.0));
    for (_, part) in parts {
        match part {
            Part::Axes(axes) => super::axes_draw::draw(ctx, to, &axes)?,
            Part::Artist(artist) => {
                // Texts of the figure are not clipped.
                if matches!(&*artist.body.borrow(), Body::Text(_)) {
                    artist.clip.set(false);
                }
                super::draw::artist(ctx, to, &artist)?;
            }
        }
    }
    Ok(())
}
