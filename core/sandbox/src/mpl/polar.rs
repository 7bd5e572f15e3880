//! Polar axes: an angle and a radius.

use std::rc::Rc;

use super::arguments::{Options, choice, numbers};
use super::artist::Artist;
use super::axes::Axes;
use super::geometry::Point;
use super::methods::{AxesMethod, axes_method};
use super::path::{Path, Step};
use super::text::{Across, Down, Text};
use super::tick_format::TickFormat;
use super::ticks::Locator;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Where angles begin and which way they go, and the angle of the labels of radii in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Turn {
    /// Radians.
    pub offset: f64,
    /// 1 counterclockwise, -1 clockwise.
    pub direction: f64,
    pub label: f64,
}

impl Default for Turn {
    fn default() -> Self {
        Self { offset: 0.0, direction: 1.0, label: 22.5 }
    }
}

fn reach(axes: &Axes) -> f64 {
    let bbox = axes.bbox.get();
    bbox.width().min(bbox.height()) / 2.0
}

/// Angle and radius to pixels.
pub(crate) fn to_pixels(axes: &Axes, [angle, radius]: Point) -> Point {
    let [x, y] = axes.bbox.get().center();
    let (turn, reach) = (axes.turn.get(), reach(axes) * axes.domain(1).fraction(radius));
    let angle = angle * turn.direction + turn.offset;
    [x + reach * libm::cos(angle), y + reach * libm::sin(angle)]
}

/// The outline of the circle in pixels.
pub(crate) fn outline(axes: &Axes) -> Path {
    Path::circle(axes.bbox.get().center(), reach(axes))
}

/// The line of the grid at an angle or a radius.
pub(crate) fn grid_line(axes: &Axes, axis: usize, value: f64) -> Path {
    let (low, high) = axes.domain(1).sorted();
    if axis == 0 {
        return Path::polyline([to_pixels(axes, [value, low]), to_pixels(axes, [value, high])]);
    }
    let [x, y] = axes.bbox.get().center();
    let [u, v] = to_pixels(axes, [0.0, value]);
    Path::circle([x, y], libm::hypot(u - x, v - y))
}

/// Where the label of an angle or a radius stands; `pad` is in pixels.
pub(crate) fn label_place(axes: &Axes, axis: usize, value: f64, text: &mut Text, pad: f64) -> Point {
    let turn = axes.turn.get();
    let [x, y] = axes.bbox.get().center();
    if axis == 1 {
        (text.across, text.down) = (Across::Left, Down::Bottom);
        let out = reach(axes) * axes.domain(1).fraction(value);
        let (sin, cos) = crate::raster::turn(turn.label * turn.direction + turn.offset.to_degrees());
        return [x + out * cos, y + out * sin];
    }
    (text.across, text.down) = (Across::Center, Down::Center);
    let scale = axes.page().map_or(1.0, |figure| figure.scale());
    // Twice the length of a tick further out than other labels.
    let out = reach(axes) + pad + 10.5 * scale;
    let angle = value * turn.direction + turn.offset;
    [x + out * libm::cos(angle), y + out * libm::sin(angle)]
}

/// Makes axes polar.
pub(crate) fn make(ctx: &mut Ctx, axes: &Rc<Axes>) -> PyResult<()> {
    ctx.burn(50)?;
    axes.polar.set(true);
    axes.box_aspect.set(Some(1.0));
    let (angles, radii) = (axes.domain(0), axes.domain(1));
    angles.low.set(0.0);
    angles.high.set(2.0 * std::f64::consts::PI);
    angles.auto.set(false);
    let eighths = (0..8).map(|eighth| f64::from(eighth) * std::f64::consts::FRAC_PI_4).collect();
    angles.major.replace(Locator::Fixed(eighths, None));
    angles.format.replace(TickFormat::Degrees);
    radii.low.set(0.0);
    for axis in &axes.axis {
        axis.major.borrow_mut().grid = true;
    }
    Ok(())
}

/// Radii begin at zero unless some are below.
pub(crate) fn follow(axes: &Rc<Axes>) {
    let radii = axes.domain(1);
    if !radii.auto.get() {
        return;
    }
    let least = |artist: &Rc<Artist>| artist.data_box(axes).map(|(rect, _)| rect.y0);
    let low = axes.artists.borrow().iter().filter_map(least).fold(f64::INFINITY, f64::min);
    if low >= 0.0 && radii.high.get() > 0.0 {
        radii.low.set(0.0);
    }
}

/// Straight edges in many short ones, which become arcs.
pub(crate) fn bent(path: &Path) -> Path {
    const PARTS: u32 = 50;
    let mut steps = Vec::new();
    let (mut start, mut at) = ([0.0; 2], [0.0; 2]);
    let line = |from: Point, to: Point, steps: &mut Vec<Step>| {
        for part in 1..=PARTS {
            let t = f64::from(part) / f64::from(PARTS);
            steps.push(Step::Line([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]));
        }
    };
    for step in &path.steps {
        match *step {
            Step::Move(to) => {
                steps.push(*step);
                (start, at) = (to, to);
            }
            Step::Line(to) => {
                line(at, to, &mut steps);
                at = to;
            }
            Step::Close => {
                line(at, start, &mut steps);
                steps.push(Step::Close);
                at = start;
            }
            Step::Quad(_, to) | Step::Cubic(_, _, to) => {
                steps.push(*step);
                at = to;
            }
        }
    }
    Path { steps }
}

/// Calls a method of all axes with other arguments.
fn forward(ctx: &mut Ctx, axes: &Rc<Axes>, name: &str, args: Args) -> PyResult<Value> {
    match axes_method(name) {
        Some(method) => method(ctx, axes, args),
        None => Err(Fault::no_attribute("PolarAxes", name)),
    }
}

fn one(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<f64> {
    let [value] = args.exactly(name)?;
    real(ctx, &value)
}

fn change(axes: &Axes, change: impl FnOnce(&mut Turn)) -> PyResult<Value> {
    let mut turn = axes.turn.get();
    change(&mut turn);
    axes.turn.set(turn);
    Ok(Value::None)
}

const PLACES: [&str; 8] = ["E", "NE", "N", "NW", "W", "SW", "S", "SE"];

/// What polar axes have beyond others.
pub(crate) const METHODS: &[(&str, AxesMethod)] = &[
    ("set_theta_zero_location", |ctx, axes, args| {
        let mut options = Options::named(args, "set_theta_zero_location", &["loc", "offset"], 1)?;
        let place = options.text(ctx, "loc")?.unwrap_or_default();
        let more = options.number(ctx, "offset")?.unwrap_or(0.0);
        let eighth = choice("loc", &place, &PLACES)?;
        change(axes, |turn| turn.offset = eighth as f64 * std::f64::consts::FRAC_PI_4 + more.to_radians())
    }),
    ("set_theta_offset", |ctx, axes, args| {
        let offset = one(ctx, args, "set_theta_offset")?;
        change(axes, |turn| turn.offset = offset)
    }),
    ("set_theta_direction", |ctx, axes, args| {
        let [value] = args.exactly("set_theta_direction")?;
        let direction = match value.as_str() {
            Some("clockwise") => -1.0,
            Some("counterclockwise" | "anticlockwise") => 1.0,
            _ => real(ctx, &value)?,
        };
        if direction.abs() != 1.0 {
            return Err(Fault::value_error(
                "direction must be in [-1, 1, 'clockwise', 'counterclockwise', 'anticlockwise']",
            ));
        }
        change(axes, |turn| turn.direction = direction)
    }),
    ("set_rlabel_position", |ctx, axes, args| {
        let label = one(ctx, args, "set_rlabel_position")?;
        change(axes, |turn| turn.label = label)
    }),
    ("set_rmax", |ctx, axes, args| {
        let high = one(ctx, args, "set_rmax")?;
        axes.domain(1).auto.set(false);
        axes.domain(1).high.set(high);
        Ok(Value::None)
    }),
    ("set_rmin", |ctx, axes, args| {
        let low = one(ctx, args, "set_rmin")?;
        axes.domain(1).auto.set(false);
        axes.domain(1).low.set(low);
        Ok(Value::None)
    }),
    ("set_rlim", |ctx, axes, args| forward(ctx, axes, "set_ylim", args)),
    ("set_rticks", |ctx, axes, args| forward(ctx, axes, "set_yticks", args)),
    ("get_rmax", |_, axes, _| Ok(Value::Float(axes.domain(1).high.get()))),
    ("set_rgrids", |ctx, axes, args| grids(ctx, axes, args, 1)),
    ("set_thetagrids", |ctx, axes, args| grids(ctx, axes, args, 0)),
];

fn grids(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args, axis: usize) -> PyResult<Value> {
    let name = ["set_thetagrids", "set_rgrids"][axis];
    let mut options = Options::named(args, name, &[["angles", "radii"][axis], "labels"], 1)?;
    let places = options.take(["angles", "radii"][axis]).unwrap_or(Value::None);
    let places = numbers(ctx, &places)?;
    let places = places.into_iter().map(|place| if axis == 0 { place.to_radians() } else { place }).collect();
    if let Some(angle) = options.number(ctx, "angle")? {
        change(axes, |turn| turn.label = angle)?;
    }
    let domain = axes.domain(axis);
    domain.major.replace(Locator::Fixed(places, None));
    if let Some(labels) = options.take("labels") {
        domain.format.replace(TickFormat::Fixed(super::arguments::texts(ctx, &labels)?));
    }
    options.ignore(&["fmt"]);
    Ok(Value::None)
}
