//! Axes in axes: `inset_axes`, and the marks of what they show.

use std::cell::Cell;
use std::rc::{Rc, Weak};

use super::arguments::{Options, four};
use super::artist::{Artist, Body, Patch};
use super::axes::Axes;
use super::geometry::Rect;
use super::inset_mark::InsetMark;
use super::methods::{AxesMethod, axes_method};
use super::shapes::Shape;
use super::transform::Transform;
use super::{color, objects, props};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) const METHODS: &[(&str, AxesMethod)] = &[
    ("inset_axes", inset_axes),
    ("indicate_inset", |ctx, axes, args| {
        let options = Options::named(args, "indicate_inset", &["bounds", "inset_ax"], 0)?;
        indicate(ctx, axes, options)
    }),
    ("indicate_inset_zoom", |ctx, axes, args| {
        let options = Options::named(args, "indicate_inset_zoom", &["inset_ax"], 1)?;
        indicate(ctx, axes, options)
    }),
];

/// Most axes in one axes.
const MOST: usize = 50;

/// A box in coordinates of other axes.
pub(crate) struct Inside {
    pub rect: Rect,
    pub transform: Transform,
    /// The axes and its functions that a secondary axis follows.
    pub follows: Option<Rc<super::secondary::Follows>>,
}

impl Inside {
    /// The box in pixels.
    pub fn rect(&self) -> Rect {
        Rect::around(self.rect.corners().map(|corner| self.transform.apply(corner)))
    }
}

/// Adds axes that stand in others.
pub(crate) fn add(ctx: &mut Ctx, axes: &Rc<Axes>, inside: Inside) -> PyResult<Rc<Axes>> {
    let Some(figure) = axes.page() else { return Err(Fault::value_error("the axes stand in no figure")) };
    if axes.children.borrow().len() >= MOST || axes.inside.borrow().is_some() {
        return Err(Fault::not_provided(format!("more than {MOST} axes in one axes, or insets of insets")));
    }
    axes.settle();
    let made = Axes::new(ctx, &figure, Rect::UNIT, [None, None])?;
    made.inside.replace(Some(inside));
    made.place();
    axes.children.borrow_mut().push(made.clone());
    Ok(made)
}

/// Applies the properties that are left of a call.
pub(crate) fn apply(ctx: &mut Ctx, axes: &Rc<Axes>, options: Options) -> PyResult<()> {
    for (name, value) in options.items {
        match axes_method(&format!("set_{}", &**name)) {
            Some(method) => drop(method(ctx, axes, Args::new(vec![value]))?),
            None => return Err(super::arguments::no_property("Axes", &name)),
        }
    }
    Ok(())
}

/// The transform of an option, or the axes' own.
fn transform(options: &mut Options, or: Transform) -> PyResult<Transform> {
    match options.take("transform") {
        None => Ok(or),
        Some(value) => {
            objects::transform_of(&value).ok_or_else(|| Fault::type_error("transform must be a Transform"))
        }
    }
}

/// `inset_axes(bounds, *, transform=None, zorder=5, **properties)`.
fn inset_axes(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "inset_axes", &["bounds"], 1)?;
    let [x, y, width, height] = four(ctx, &options.take("bounds").unwrap_or(Value::None))?;
    if [x, y, width, height].iter().any(|side| !side.is_finite()) {
        return Err(Fault::value_error("all entries in bounds must be finite"));
    }
    let transform = transform(&mut options, axes.axes_transform())?;
    let zorder = options.number(ctx, "zorder")?.unwrap_or(5.0);
    let polar = options.flag(ctx, "polar")?.unwrap_or(false);
    let polar = match options.text(ctx, "projection")?.as_deref() {
        None | Some("rectilinear") => polar,
        Some("polar") => true,
        Some(other) => return Err(Fault::not_provided(format!("projection='{other}'"))),
    };
    options.refuse("inset_axes", &["axes_class", "sharex", "sharey"])?;
    let made = add(ctx, axes, Inside { rect: Rect::sized(x, y, width, height), transform, follows: None })?;
    made.zorder.set(zorder);
    if polar {
        super::polar::make(ctx, &made)?;
    }
    apply(ctx, &made, options)?;
    Ok(objects::axes(&made))
}

/// `indicate_inset(bounds=None, inset_ax=None, *, transform, facecolor, edgecolor, alpha, zorder, **rectangle)`.
fn indicate(ctx: &mut Ctx, axes: &Rc<Axes>, mut options: Options) -> PyResult<Value> {
    let bounds = match options.take("bounds") {
        Some(value) => Some(four(ctx, &value)?),
        None => None,
    };
    let inset = options
        .take("inset_ax")
        .and_then(|value| value.host::<objects::AxesObject>().map(|axes| axes.0.clone()));
    if bounds.is_none() && inset.is_none() {
        return Err(Fault::value_error("At least one of bounds or inset_ax must be supplied"));
    }
    let transform = transform(&mut options, axes.data_transform())?;
    let fixed = bounds.is_some();
    let [x, y, width, height] = bounds.unwrap_or_default();
    let mark = InsetMark {
        bounds: Cell::new(Rect::sized(x, y, width, height)),
        fixed,
        axes: axes.this(),
        inset: inset.as_ref().map_or_else(Weak::new, Rc::downgrade),
    };
    mark.follow();
    let mut patch = Patch::new(ctx, Shape::Inset(Rc::new(mark)))?;
    patch.face = color::NONE;
    patch.edge = [0.5, 0.5, 0.5, 1.0];
    let artist = Artist::new(ctx, Body::Patch(patch), 1024)?;
    artist.alpha.set(Some(0.5));
    artist.zorder.set(4.99);
    artist.clip.set(false);
    artist.in_layout.set(false);
    artist.counts.set(false);
    artist.transform.replace(transform);
    axes.add(ctx, &artist)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}
