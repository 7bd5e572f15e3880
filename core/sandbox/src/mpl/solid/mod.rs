//! Axes in space: `projection='3d'` of `mpl_toolkits.mplot3d`.
//!
//! The artists keep points in space ([`depth`]). For every picture they become artists on the page ([`flat`]) and are
//! drawn as those of other axes; [`project`] is the camera, [`frame`] the box that stands around them.

mod arrays;
mod arrows;
mod bars;
mod box_methods;
mod classes;
mod depth;
mod draw;
mod flat;
mod frame;
mod limits;
mod plot;
mod project;
mod shade;
mod surface;
mod view_methods;

use std::cell::Cell;
use std::rc::Rc;

use super::arguments::{Options, choice};
use super::artist::{Artist, Body, Line, Patch};
use super::axes::Axes;
use super::axis::Axis;
use super::domain::Domain;
use super::methods::AxesMethod;
use super::shapes::Shape;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) use classes::module;
pub(crate) use depth::Depth;
pub(crate) use draw::{draw, tight};
pub(crate) use flat::bake;
pub(crate) use project::{Camera, fraction, value_at};

/// What axes in space have beyond others.
pub(crate) struct Solid {
    pub z: Axis,
    pub camera: Cell<Camera>,
    /// The angles that `view_init` comes back to.
    pub start: Cell<[f64; 3]>,
    pub grid: Cell<bool>,
    /// Whether collections are drawn by their depths.
    pub ordered: Cell<bool>,
    /// The ends of all data so far.
    pub data: Cell<[[f64; 2]; 3]>,
    pub panes: [Rc<Artist>; 3],
    pub lines: [Rc<Artist>; 3],
    /// Whether labels of axes are turned along them; only long ones if missing.
    pub turned: [Cell<Option<bool>>; 3],
}

/// Greys of the panes of matplotlib's settings (`axes3d.xaxis.panecolor` and so on), which are half transparent.
const PANES: [f64; 3] = [0.95, 0.9, 0.925];

/// Methods of axes in space, by chapter.
static METHODS: &[&[(&str, AxesMethod)]] = &[
    plot::METHODS,
    surface::METHODS,
    bars::METHODS,
    arrows::METHODS,
    view_methods::METHODS,
    box_methods::METHODS,
];

/// The method of a name that only axes in space have, or have in their own way.
pub(crate) fn method(name: &str) -> Option<AxesMethod> {
    METHODS
        .iter()
        .flat_map(|chapter| chapter.iter())
        .find(|(known, _)| *known == name)
        .map(|(_, method)| *method)
}

/// The space that axes stand in.
fn of(axes: &Axes) -> PyResult<&Solid> {
    axes.solid
        .get()
        .map(|solid| &**solid)
        .ok_or_else(|| Fault::value_error("the axes have no third dimension"))
}

/// Makes axes stand in space; takes what `Axes3D` takes.
pub(crate) fn make(ctx: &mut Ctx, axes: &Rc<Axes>, options: &mut Options) -> PyResult<()> {
    ctx.burn(500)?;
    let domain = Domain::new(ctx);
    domain.members.borrow_mut().push(Rc::downgrade(axes));
    let z = Axis::new(ctx, 2, domain)?;
    axes.own(&z.label);
    for axis in axes.axis.iter().chain([&z]) {
        axis.solid.set(true);
        if let Body::Text(text) = &mut *axis.label.body.borrow_mut() {
            text.angle = 0.0;
        }
    }
    let mut panes = Vec::new();
    let mut lines = Vec::new();
    for grey in PANES {
        let mut pane = Patch::new(ctx, Shape::Polygon { points: Vec::new(), closed: false })?;
        pane.face = [grey, grey, grey, 0.5];
        (pane.edge, pane.edge_given) = (pane.face, true);
        panes.push(Artist::new(ctx, Body::Patch(pane), 0)?);
        let mut line = Line::new(ctx, Vec::new(), Vec::new());
        line.color = super::rc::color(ctx, "axes.edgecolor")?;
        line.width = ctx.plots.rc.number("axes.linewidth");
        lines.push(Artist::new(ctx, Body::Line(line), 0)?);
    }
    for artist in panes.iter().chain(&lines) {
        axes.own(artist);
        artist.clip.set(false);
    }
    let (Ok(panes), Ok(lines)) = (<[_; 3]>::try_from(panes), <[_; 3]>::try_from(lines)) else {
        return Ok(());
    };
    let mut camera = Camera::default();
    for (angle, name) in camera.angles.iter_mut().zip(["elev", "azim", "roll"]) {
        *angle = options.number(ctx, name)?.unwrap_or(*angle);
    }
    let start = camera.angles;
    let solid = Solid {
        z,
        camera: Cell::new(camera),
        start: Cell::new(start),
        grid: Cell::new(true),
        ordered: Cell::new(options.flag(ctx, "computed_zorder")?.unwrap_or(true)),
        data: Cell::new(limits::START),
        panes,
        lines,
        turned: Default::default(),
    };
    drop(axes.solid.set(Box::new(solid)));
    axes.title_at.set(Some(1.0));
    if let Some(name) = options.text(ctx, "proj_type")? {
        let focal = options.number(ctx, "focal_length")?;
        view_methods::set_lens(axes, &name, focal)?;
        if name == "ortho" {
            of(axes)?.z.margin.set(0.05);
        }
    }
    if let Some(aspect) = options.take("box_aspect") {
        box_methods::set_box(ctx, axes, Some(aspect), 1.0)?;
    }
    limits::follow(axes)
}

/// Names for the directions that a script may mean by `zdir`.
fn direction(name: &str) -> PyResult<usize> {
    choice("zdir", name.trim_start_matches('-'), &["x", "y", "z"])
}

/// Points given in a plane that a direction is upright on.
fn juggled([x, y, z]: [f64; 3], upright: usize) -> [f64; 3] {
    match upright {
        0 => [z, x, y],
        1 => [x, z, y],
        _ => [x, y, z],
    }
}

/// Reads an attribute that only axes in space have.
pub(crate) fn attribute(axes: &Rc<Axes>, name: &str) -> Option<Value> {
    let solid = axes.solid.get()?;
    let [elevation, azimuth, roll] = solid.camera.get().angles;
    Some(match name {
        "elev" => Value::Float(elevation),
        "azim" => Value::Float(azimuth),
        "roll" => Value::Float(roll),
        "zaxis" => super::axis_object::value(axes, 2),
        "computed_zorder" => Value::Bool(solid.ordered.get()),
        _ => return None,
    })
}

/// Sets an attribute of axes in space; false if there is none of this name.
pub(crate) fn set_attribute(ctx: &mut Ctx, axes: &Axes, name: &str, value: &Value) -> PyResult<bool> {
    let Some(solid) = axes.solid.get() else { return Ok(false) };
    let index = match name {
        "elev" => 0,
        "azim" => 1,
        "roll" => 2,
        "computed_zorder" => {
            solid.ordered.set(ctx.truthy(value)?);
            return Ok(true);
        }
        // It changes nothing since matplotlib 3.8.
        "dist" => return Ok(true),
        _ => return Ok(false),
    };
    let mut camera = solid.camera.get();
    camera.angles[index] = crate::builtins::real(ctx, value)?;
    solid.camera.set(camera);
    Ok(true)
}
