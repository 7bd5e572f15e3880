//! An axes as strokes.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::axes::Axes;
use super::axis::{Axis, Direction, TickStyle};
use super::axis_layout::{AxisLayout, Placed, layout, side, sides};
use super::color::with_alpha;
use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use super::render::{Pen, Renderer};
use super::spine::Place;
use super::text::Text;
use crate::Cap;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// What is drawn in an axes, besides artists.
enum Part {
    Artist(Rc<Artist>),
    Axes(Rc<Axes>),
    Spine(usize),
    Axis(usize),
    Title(usize),
}

/// Draws axes that are settled.
pub(crate) fn draw(ctx: &mut Ctx, to: &Renderer, axes: &Rc<Axes>) -> PyResult<()> {
    if !axes.visible.get() {
        return Ok(());
    }
    if let Some(solid) = axes.solid.get() {
        return super::solid::draw(ctx, to, axes, solid);
    }
    let framed = axes.framed.get() && axes.shown.get();
    if framed {
        let color = with_alpha(axes.face.get(), axes.face_alpha.get());
        let path =
            if axes.polar.get() { super::polar::outline(axes) } else { Path::rectangle(axes.bbox.get()) };
        to.path(ctx, &Pen::new(super::color::NONE, 0.0), &path, Some(color))?;
    }
    let mut parts: Vec<(f64, Part)> = Vec::new();
    for artist in axes.artists.borrow().iter() {
        parts.push((artist.zorder.get(), Part::Artist(artist.clone())));
    }
    parts.extend(axes.children.borrow().iter().map(|child| (child.zorder.get(), Part::Axes(child.clone()))));
    if framed {
        parts.extend((0..4).map(|number| (axes.spines[number].zorder.get(), Part::Spine(number))));
    }
    if axes.shown.get() {
        let order = match axes.below.get() {
            None => 1.5,
            Some(true) => 0.5,
            Some(false) => 2.5,
        };
        parts.extend([(order, Part::Axis(0)), (order, Part::Axis(1))]);
    }
    parts.extend((0..3).map(|number| (axes.titles[number].zorder.get(), Part::Title(number))));
    if let Some(legend) = &*axes.legend.borrow() {
        parts.push((legend.zorder.get(), Part::Artist(legend.clone())));
    }
    crate::sorting::sort_by(&mut parts, |a, b| a.0.total_cmp(&b.0));
    for (_, part) in parts {
        match part {
            Part::Artist(artist) => super::draw::artist(ctx, to, &artist)?,
            Part::Axes(child) => draw(ctx, to, &child)?,
            Part::Spine(number) => spine(ctx, to, axes, number)?,
            Part::Axis(number) => axis(ctx, to, axes, &axes.axis[number])?,
            Part::Title(number) => {
                let Some(placed) = title(ctx, axes, number, to.scale)? else { continue };
                label(ctx, to, &placed)?;
            }
        }
    }
    Ok(())
}

/// Draws a placed text with the line that its artist was made by.
pub(crate) fn label(ctx: &mut Ctx, to: &Renderer, placed: &Placed) -> PyResult<()> {
    let (line, alpha, halo) = match &placed.artist {
        Some(artist) => (artist.line.get(), artist.alpha.get(), artist.halo.get()),
        None => (ctx.line, None, None),
    };
    let line = std::mem::replace(&mut ctx.line, line);
    let result = super::draw::text_at(ctx, to, &placed.text, placed.at, alpha, None, halo);
    ctx.line = line;
    result
}

fn spine(ctx: &mut Ctx, to: &Renderer, axes: &Axes, number: usize) -> PyResult<()> {
    let spine = &axes.spines[number];
    if !spine.visible.get() {
        return Ok(());
    }
    if axes.polar.get() {
        if number > 0 {
            return Ok(());
        }
        let pen = Pen::new(spine.color.get(), spine.width.get() * to.scale);
        return to.path(ctx, &pen, &super::polar::outline(axes), None);
    }
    let at = side(axes, number, to.scale);
    let bbox = axes.bbox.get();
    let upright = number < 2;
    let (mut from, mut end) = if upright { (bbox.y0, bbox.y1) } else { (bbox.x0, bbox.x1) };
    if let Some((low, high)) = spine.bounds.get() {
        let axis = usize::from(upright);
        let place = |value: f64| axes.to_pixels([value, value])[axis];
        (from, end) = (place(low), place(high));
    }
    let points = if upright { [[at, from], [at, end]] } else { [[from, at], [end, at]] };
    let style = spine.style.borrow().clone();
    let color = with_alpha(spine.color.get(), spine.alpha.get());
    let mut pen = Pen::new(color, spine.width.get() * to.scale).dashed(&style, spine.width.get(), to.scale);
    pen.cap = Cap::Projecting;
    if style == super::style::LineStyle::None {
        return Ok(());
    }
    to.path(ctx, &pen, &Path::polyline(points), None)
}

fn axis(ctx: &mut Ctx, to: &Renderer, axes: &Axes, axis: &Axis) -> PyResult<()> {
    if !axis.visible.get() {
        return Ok(());
    }
    let laid = layout(ctx, axes, axis)?;
    let (major, minor) = (axis.major.borrow().clone(), axis.minor.borrow().clone());
    grid(ctx, to, axes, axis, &major, &laid.major)?;
    if !axes.polar.get() {
        ticks(ctx, to, axes, axis, &major, &laid.major)?;
    }
    grid(ctx, to, axes, axis, &minor, &laid.minor)?;
    if !axes.polar.get() {
        ticks(ctx, to, axes, axis, &minor, &laid.minor)?;
    }
    let AxisLayout { labels, offset, label: name, .. } = &laid;
    for placed in labels.iter().chain(offset).chain(name) {
        label(ctx, to, placed)?;
    }
    Ok(())
}

fn grid(
    ctx: &mut Ctx,
    to: &Renderer,
    axes: &Axes,
    axis: &Axis,
    style: &TickStyle,
    places: &[f64],
) -> PyResult<()> {
    if !style.grid || style.grid_style == super::style::LineStyle::None {
        return Ok(());
    }
    let color = with_alpha(style.grid_color, style.grid_alpha);
    let mut pen =
        Pen::new(color, style.grid_width * to.scale).dashed(&style.grid_style, style.grid_width, to.scale);
    pen.cap = if pen.dashes.is_empty() { Cap::Projecting } else { Cap::Butt };
    pen.join = crate::Join::Round;
    let bbox = axes.bbox.get();
    pen.clip = Some(bbox);
    for value in places {
        if axes.polar.get() {
            let path = super::polar::grid_line(axes, axis.number, *value);
            pen.clip = None;
            to.path(ctx, &pen, &path, None)?;
            continue;
        }
        let along = axes.to_pixels([*value, *value])[axis.number];
        let line = if axis.number == 0 {
            [[along, bbox.y0], [along, bbox.y1]]
        } else {
            [[bbox.x0, along], [bbox.x1, along]]
        };
        to.path(ctx, &pen, &Path::polyline(line), None)?;
    }
    Ok(())
}

/// Draws ticks on both sides.
fn ticks(
    ctx: &mut Ctx,
    to: &Renderer,
    axes: &Axes,
    axis: &Axis,
    style: &TickStyle,
    places: &[f64],
) -> PyResult<()> {
    for high in [false, true] {
        if !style.ticks[usize::from(high)] || style.length <= 0.0 || places.is_empty() {
            continue;
        }
        let at = side(axes, sides(axis)[usize::from(high)], to.scale);
        let out = style.length * to.scale * if high { 1.0 } else { -1.0 };
        let (from, end) = match style.direction {
            Direction::Out => (0.0, out),
            Direction::In => (0.0, -out),
            Direction::InOut => (-out / 2.0, out / 2.0),
        };
        let ends: [Point; 2] =
            if axis.number == 0 { [[0.0, from], [0.0, end]] } else { [[from, 0.0], [end, 0.0]] };
        let symbol = Path { steps: vec![Step::Move(ends[0]), Step::Line(ends[1])] };
        let mut pen = Pen::new(style.color, style.width * to.scale);
        pen.snap = Some(true);
        let points: Vec<Point> = places
            .iter()
            .map(|value| {
                let along = axes.to_pixels([*value, *value])[axis.number];
                if axis.number == 0 { [along, at] } else { [at, along] }
            })
            .collect();
        to.markers(ctx, &pen, &symbol, None, &points)?;
    }
    Ok(())
}

/// A title with its place: above the axes and above what stands there.
pub(crate) fn title(ctx: &mut Ctx, axes: &Axes, number: usize, scale: f64) -> PyResult<Option<Placed>> {
    let artist = &axes.titles[number];
    let Body::Text(text) = &*artist.body.borrow() else { return Ok(None) };
    if text.text.is_empty() || !artist.visible.get() {
        return Ok(None);
    }
    let text: Text = text.clone();
    let bbox = axes.bbox.get();
    let x = bbox.x0 + [0.5, 0.0, 1.0][number] * bbox.width();
    let pad = axes.title_pad.get() * scale;
    let place = axes.title_at.get();
    let mut at = [x, bbox.y0 + place.unwrap_or(1.0) * bbox.height() + pad];
    let own = text.layout(ctx, scale)?.bbox;
    if place.is_none() {
        let mut top = f64::NEG_INFINITY;
        let mut twins = axes.page().map(|figure| figure.axes.borrow().clone()).unwrap_or_default();
        twins.extend(axes.children.borrow().iter().cloned());
        for other in &twins {
            let same = std::ptr::eq(&**other, axes)
                || other.twin.borrow().upgrade().is_some_and(|twin| std::ptr::eq(&*twin, axes))
                || axes.twin.borrow().upgrade().is_some_and(|twin| Rc::ptr_eq(&twin, other));
            let child = other.inside.borrow().is_some();
            if child {
                top = top.max(other.bbox.get().y1);
            }
            let same = same || child;
            if !same || !other.shown.get() {
                continue;
            }
            let x_axis = &other.axis[0];
            let style = x_axis.major.borrow().clone();
            let above = style.labels[1] || x_axis.label_high.get() || other.polar.get();
            if x_axis.visible.get() && (above || style.ticks[1]) {
                let laid = layout(ctx, other, x_axis)?;
                let tick = side(other, 3, scale) + if style.ticks[1] { style.length * scale } else { 0.0 };
                if above || style.ticks[1] {
                    top = top.max(tick);
                }
                if above && !laid.bbox.is_empty() {
                    top = top.max(laid.bbox.y1);
                }
            }
            let laid =
                if other.axis[1].visible.get() { Some(layout(ctx, other, &other.axis[1])?) } else { None };
            if let Some(offset) = laid.and_then(|laid| laid.offset)
                && offset.bbox.overlap(&own.shifted(at)).is_some()
            {
                top = top.max(offset.bbox.y1);
            }
        }
        if own.shifted(at).y0 < top {
            at[1] = top + pad;
            let low = own.shifted(at).y0;
            if low < top {
                at[1] += top - low;
            }
        }
    }
    Ok(Some(Placed { bbox: own.shifted(at), text, at, artist: Some(artist.clone()) }))
}

/// The box around everything of an axes; what is clipped to the axes does not reach beyond.
pub(crate) fn tight(ctx: &mut Ctx, axes: &Rc<Axes>, scale: f64) -> PyResult<Rect> {
    let mut all = Rect::EMPTY;
    if !axes.visible.get() {
        return Ok(all);
    }
    let bbox = axes.bbox.get();
    if let Some(solid) = axes.solid.get() {
        all = super::solid::tight(ctx, axes, solid)?;
    } else if axes.shown.get() {
        for axis in &axes.axis {
            if !axis.visible.get() {
                continue;
            }
            let laid = layout(ctx, axes, axis)?;
            all = all.union(&laid.bbox);
            let style = axis.major.borrow();
            for high in [false, true] {
                if !style.ticks[usize::from(high)] || laid.major.is_empty() || axes.polar.get() {
                    continue;
                }
                let number = sides(axis)[usize::from(high)];
                if matches!(axes.spines[number].place.get(), Place::Edge) {
                    let out = if style.direction == Direction::In { 0.0 } else { style.length * scale };
                    let reach = match number {
                        0 => Rect { x0: bbox.x0 - out, ..bbox },
                        1 => Rect { x1: bbox.x1 + out, ..bbox },
                        2 => Rect { y0: bbox.y0 - out, ..bbox },
                        _ => Rect { y1: bbox.y1 + out, ..bbox },
                    };
                    all = all.union(&reach);
                }
            }
        }
    }
    all = all.union(&bbox);
    for number in 0..3 {
        if let Some(placed) = title(ctx, axes, number, scale)? {
            all = all.union(&placed.bbox);
        }
    }
    for child in axes.children.borrow().iter() {
        all = all.union(&tight(ctx, child, scale)?);
    }
    let artists = axes.artists.borrow().clone();
    for artist in artists.iter().chain(axes.legend.borrow().iter()) {
        // What stands in space does not count.
        if artist.visible.get() && artist.in_layout.get() && artist.depth.borrow().is_none() {
            all = all.union(&extent(ctx, artist, scale)?);
        }
    }
    Ok(all)
}

/// The box of an artist in pixels, where it can reach out of its axes.
pub(crate) fn extent(ctx: &mut Ctx, artist: &Rc<Artist>, scale: f64) -> PyResult<Rect> {
    let clipped = artist.clip.get();
    match &*artist.body.borrow() {
        Body::Text(text) => {
            if let Some(note) = &text.note {
                return super::annotation::extent(ctx, artist, text, note, scale);
            }
            if text.text.is_empty() {
                return Ok(Rect::EMPTY);
            }
            let at = super::draw::anchor(artist, text);
            let laid = text.layout(ctx, scale)?;
            let mut bbox = laid.bbox;
            if let Some((path, _)) = text.frame_path(&laid, scale) {
                bbox = bbox.union(&path.extents());
            }
            Ok(if at.iter().all(|value| value.is_finite()) { bbox.shifted(at) } else { Rect::EMPTY })
        }
        Body::Legend(legend) => super::legend::extent(ctx, artist, legend, scale),
        Body::Patch(patch) if !clipped => {
            let transform = artist.transform.borrow().clone();
            let pad = if patch.edge[3] > 0.0 { patch.width * scale / 2.0 } else { 0.0 };
            Ok(patch.shape.path().map(|point| transform.apply(point)).extents().grown(pad))
        }
        Body::Line(line) if !clipped => {
            let transform = artist.transform.borrow().clone();
            let pad = line.width * scale / 2.0;
            Ok(Rect::around(line.points().map(|point| transform.apply(point))).grown(pad))
        }
        Body::Collection(collection) => match (&collection.table, artist.home()) {
            (Some(table), Some(axes)) => table.extent(ctx, &axes, scale),
            _ => Ok(Rect::EMPTY),
        },
        _ => Ok(Rect::EMPTY),
    }
}
