//! Where the ticks, tick labels and the label of an axis stand.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::axes::Axes;
use super::axis::{Axis, TickStyle};
use super::geometry::{Point, Rect};
use super::spine::Place;
use super::text::{Across, Down, Text};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// A tick label with its place.
pub(crate) struct Placed {
    pub text: Text,
    pub at: Point,
    pub bbox: Rect,
    /// The label that scripts hold, if they asked for one.
    pub artist: Option<Rc<Artist>>,
}

/// The parts of an axis, in pixels.
pub(crate) struct AxisLayout {
    /// Places of major and minor ticks along the axis, in data.
    pub major: Vec<f64>,
    pub minor: Vec<f64>,
    pub labels: Vec<Placed>,
    /// The common offset or power of ten.
    pub offset: Option<Placed>,
    pub label: Option<Placed>,
    /// The box around all of it.
    pub bbox: Rect,
}

/// Where a side of the axes is, along the other direction: 0 left, 1 right, 2 bottom, 3 top.
pub(crate) fn side(axes: &Axes, number: usize, scale: f64) -> f64 {
    let bbox = axes.bbox.get();
    let (low, high) = if number < 2 { (bbox.x0, bbox.x1) } else { (bbox.y0, bbox.y1) };
    let edge = if number.is_multiple_of(2) { low } else { high };
    match axes.spines[number].place.get() {
        Place::Edge => edge,
        Place::Outward(points) => {
            edge + if number.is_multiple_of(2) { -points * scale } else { points * scale }
        }
        Place::Axes(fraction) => low + fraction * (high - low),
        Place::Data(value) => {
            let axis = usize::from(number >= 2);
            low + axes.domain(axis).fraction(value) * (high - low)
        }
    }
}

/// The numbers of the two sides that an axis stands at: first below or left.
pub(crate) fn sides(axis: &Axis) -> [usize; 2] {
    if axis.number == 0 { [2, 3] } else { [0, 1] }
}

/// Places of ticks in data, with those that are out of view.
pub(crate) fn places(ctx: &mut Ctx, axes: &Axes, axis: &Axis) -> PyResult<(Vec<f64>, Vec<f64>)> {
    let scale = axes.page().map_or(1.0, |figure| figure.scale());
    let bbox = axes.bbox.get();
    let level = axis.number == 0 || axis.solid.get();
    let length = if level { bbox.width() } else { bbox.height() } / scale;
    let size = axis.major.borrow().label_size;
    let room = super::ticks::room(length, size, level);
    axis.domain().places(ctx, axis.number, room)
}

/// Lays an axis out.
pub(crate) fn layout(ctx: &mut Ctx, axes: &Axes, axis: &Axis) -> PyResult<AxisLayout> {
    parts(ctx, axes, axis, false)
}

/// The tick labels of axes whose label stands in line with that of this one, moved to where they count.
fn beside(ctx: &mut Ctx, axes: &Axes, axis: &Axis) -> PyResult<Rect> {
    let Some(figure) = axes.page().filter(|figure| figure.aligned.get()[axis.number]) else {
        return Ok(Rect::EMPTY);
    };
    let Some(own) = axes.spec.borrow().clone() else { return Ok(Rect::EMPTY) };
    let mut all = Rect::EMPTY;
    for other in figure.axes.borrow().clone() {
        let Some(spec) = other.spec.borrow().clone() else { continue };
        let high = axis.label_high.get();
        let same = match (axis.number, high) {
            (0, false) => spec.rows.1 == own.rows.1,
            (0, true) => spec.rows.0 == own.rows.0,
            (_, false) => spec.columns.0 == own.columns.0,
            (_, true) => spec.columns.1 == own.columns.1,
        };
        let theirs = &other.axis[axis.number];
        if same && theirs.label_high.get() == high && !std::ptr::eq(&*other, axes) {
            let laid = parts(ctx, &other, theirs, true)?;
            all = laid.labels.iter().fold(all, |all, placed| all.union(&placed.bbox));
        }
    }
    Ok(all)
}

fn parts(ctx: &mut Ctx, axes: &Axes, axis: &Axis, alone: bool) -> PyResult<AxisLayout> {
    let scale = axes.page().map_or(1.0, |figure| figure.scale());
    let domain = axis.domain();
    let (major, minor) = places(ctx, axes, axis)?;
    let format = domain.format.borrow().clone();
    let labels = format.labels(ctx, &domain, &major)?;
    let minor_format = domain.minor_format.borrow().clone();
    let minor_labels = minor_format.labels(ctx, &domain, &minor)?;
    let mut out = AxisLayout {
        major: Vec::new(),
        minor: Vec::new(),
        labels: Vec::new(),
        offset: None,
        label: None,
        bbox: Rect::EMPTY,
    };
    let style = axis.major.borrow().clone();
    let own = axis.labels.borrow().clone();
    let ends = sides(axis).map(|number| side(axes, number, scale));
    let texts = labels.ticks.iter();
    for (index, (value, text)) in major.iter().zip(texts).enumerate() {
        // The middle of a polar axes has no tick.
        let middle = axes.polar.get() && axis.number == 1 && *value <= domain.low.get();
        if !domain.shows(*value) || middle {
            continue;
        }
        out.major.push(*value);
        place_labels(ctx, axes, axis, &style, (*value, text), own.get(index), ends, scale, &mut out)?;
    }
    let style = axis.minor.borrow().clone();
    for (value, text) in minor.iter().zip(&minor_labels.ticks) {
        // A minor tick on a major one is not drawn.
        if !domain.shows(*value)
            || major.iter().any(|m| (m - value).abs() <= 1.0e-9 * (value.abs() + 1.0e-300))
        {
            continue;
        }
        out.minor.push(*value);
        place_labels(ctx, axes, axis, &style, (*value, text), None, ends, scale, &mut out)?;
    }
    let mut ticks = out.labels.iter().fold(Rect::EMPTY, |all, placed| all.union(&placed.bbox));
    place_offset(ctx, axes, axis, &labels.offset, ticks, scale, &mut out)?;
    if !alone {
        ticks = ticks.union(&beside(ctx, axes, axis)?);
    }
    place_label(ctx, axes, axis, ticks, ends, scale, &mut out)?;
    let boxes = out.labels.iter().chain(&out.offset).chain(&out.label);
    out.bbox = boxes.fold(Rect::EMPTY, |all, placed| all.union(&placed.bbox));
    Ok(out)
}

#[allow(clippy::too_many_arguments)]
fn place_labels(
    ctx: &mut Ctx,
    axes: &Axes,
    axis: &Axis,
    style: &TickStyle,
    (value, label): (f64, &str),
    own: Option<&Rc<Artist>>,
    ends: [f64; 2],
    scale: f64,
    out: &mut AxisLayout,
) -> PyResult<()> {
    let reach = style.reach() * scale;
    for high in [false, true] {
        if !style.labels[usize::from(high)] || label.is_empty() {
            continue;
        }
        let mut text = match own.filter(|_| !high) {
            Some(artist) => match &*artist.body.borrow() {
                Body::Text(text) => text.clone(),
                _ => continue,
            },
            None => axis.tick_text(ctx, style, high)?,
        };
        text.text = label.to_owned();
        let at = if axes.polar.get() {
            super::polar::label_place(axes, axis.number, value, &mut text, style.pad * scale)
        } else {
            let along = axes.to_pixels([value, value])[axis.number];
            let across = if high { ends[1] + reach } else { ends[0] - reach };
            if axis.number == 0 { [along, across] } else { [across, along] }
        };
        let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
        let artist = own.filter(|_| !high).cloned();
        if artist.as_ref().is_some_and(|artist| !artist.visible.get()) {
            continue;
        }
        out.labels.push(Placed { text, at, bbox, artist });
    }
    Ok(())
}

fn place_offset(
    ctx: &mut Ctx,
    axes: &Axes,
    axis: &Axis,
    offset: &str,
    ticks: Rect,
    scale: f64,
    out: &mut AxisLayout,
) -> PyResult<()> {
    if offset.is_empty() {
        return Ok(());
    }
    let style = axis.major.borrow().clone();
    let bbox = axes.bbox.get();
    let mut text = axis.tick_text(ctx, &style, false)?;
    text.text = offset.to_owned();
    text.angle = 0.0;
    let pad = 3.0 * scale;
    let at = if axis.number == 0 {
        text.across = Across::Right;
        text.down = Down::Top;
        let bottom = if ticks.is_empty() { bbox.y0 } else { ticks.y0 };
        [bbox.x1, bottom - pad]
    } else {
        let right = style.labels[1] && !style.labels[0];
        text.across = if right { Across::Right } else { Across::Left };
        text.down = Down::Baseline;
        [if right { bbox.x1 } else { bbox.x0 }, bbox.y1 + pad]
    };
    let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
    out.offset = Some(Placed { text, at, bbox, artist: None });
    Ok(())
}

fn place_label(
    ctx: &mut Ctx,
    axes: &Axes,
    axis: &Axis,
    ticks: Rect,
    ends: [f64; 2],
    scale: f64,
    out: &mut AxisLayout,
) -> PyResult<()> {
    let Body::Text(text) = &*axis.label.body.borrow() else { return Ok(()) };
    if text.text.is_empty() || !axis.label.visible.get() {
        return Ok(());
    }
    let high = axis.label_high.get();
    let style = axis.major.borrow();
    let inner = match style.direction {
        super::axis::Direction::Out => style.length * scale,
        super::axis::Direction::In => 0.0,
        super::axis::Direction::InOut => style.length * scale / 2.0,
    };
    let out_by = |end: f64| if high { end + inner } else { end - inner };
    let mut edge = out_by(ends[usize::from(high)]);
    // Labels on the other side of the axes do not push.
    if !ticks.is_empty() && style.labels[usize::from(high)] {
        edge = match (axis.number, high) {
            (0, false) => edge.min(ticks.y0),
            (0, true) => edge.max(ticks.y1),
            (_, false) => edge.min(ticks.x0),
            (_, true) => edge.max(ticks.x1),
        };
    }
    let pad = axis.label_pad.get() * scale;
    let across = if high { edge + pad } else { edge - pad };
    let bbox = axes.bbox.get();
    let mut text = text.clone();
    let mut at = if axis.number == 0 {
        [bbox.x0 + text.at[0] * bbox.width(), across]
    } else {
        [across, bbox.y0 + text.at[1] * bbox.height()]
    };
    if let Some(place) = axis.label_at.get() {
        at = bbox.at(place);
    }
    if high {
        text.down = if axis.number == 0 { Down::Baseline } else { Down::Top };
    }
    let bbox = text.layout(ctx, scale)?.bbox.shifted(at);
    out.label = Some(Placed { text, at, bbox, artist: Some(axis.label.clone()) });
    Ok(())
}
