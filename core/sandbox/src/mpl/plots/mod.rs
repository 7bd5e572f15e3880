//! Plots: what `Axes.bar`, `hist`, `pie`, `contour` and the like make of data.

mod add;
mod bar;
mod bar_label;
mod bins;
mod boxplot;
mod clabel;
mod container;
mod contour;
mod counted;
mod errorbar;
mod hist;
mod mesh;
mod pie;
mod quiver;
mod stackplot;
mod stem;
mod step;
mod stream_lines;
mod streamplot;
mod table;
mod table_make;
mod table_object;
mod violin;

pub(crate) use errorbar::ErrorLook;
pub(crate) use mesh::mappable;
pub(crate) use quiver::Field;
pub(crate) use table::Table;

use std::rc::Rc;

use super::arguments::Options;
use super::artist::{Artist, Body, Line, Patch};
use super::axes::Axes;
use super::collection::Collection;
use super::objects;
use super::shapes::Shape;
use super::text::Text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// A method of `Axes`.
pub(crate) type Method = fn(&mut Ctx, &Rc<Axes>, Args) -> PyResult<Value>;

/// The methods by name.
pub(crate) const METHODS: &[(&str, Method)] = &[
    ("add_artist", add::add_artist),
    ("add_collection", add::add_collection),
    ("add_line", add::add_line),
    ("add_patch", add::add_patch),
    ("annotate", super::annotate::annotate),
    ("arrow", add::arrow),
    ("bar", bar::bar),
    ("bar_label", bar_label::bar_label),
    ("barh", bar::barh),
    ("boxplot", boxplot::boxplot),
    ("broken_barh", bar::broken_barh),
    ("clabel", clabel::clabel),
    ("contour", contour::contour),
    ("contourf", contour::contourf),
    ("errorbar", errorbar::errorbar),
    ("eventplot", step::eventplot),
    ("hist", hist::hist),
    ("hist2d", counted::hist2d),
    ("pcolor", mesh::pcolormesh),
    ("pcolormesh", mesh::pcolormesh),
    ("pie", pie::pie),
    ("quiver", quiver::quiver),
    ("quiverkey", quiver::quiverkey),
    ("stackplot", stackplot::stackplot),
    ("stairs", counted::stairs),
    ("stem", stem::stem),
    ("step", step::step),
    ("streamplot", streamplot::streamplot),
    ("table", table_make::table),
    ("violinplot", violin::violinplot),
];

/// A value over and over, as numpy broadcasts a row of one.
fn spread(numbers: Vec<f64>, count: usize, name: &str) -> PyResult<Vec<f64>> {
    match numbers[..] {
        [one] => Ok(vec![one; count]),
        _ if numbers.len() == count => Ok(numbers),
        _ => Err(Fault::value_error(format!(
            "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape \
             ({count},) and arg 1 with shape ({},) ({name}).",
            numbers.len()
        ))),
    }
}

/// Adds a patch to an axes.
fn add_patch(ctx: &mut Ctx, axes: &Rc<Axes>, shape: Shape) -> PyResult<Rc<Artist>> {
    let patch = Patch::new(ctx, shape)?;
    let artist = Artist::new(ctx, Body::Patch(patch), 512)?;
    axes.add(ctx, &artist)?;
    Ok(artist)
}

/// Adds a line to an axes.
fn add_line(ctx: &mut Ctx, axes: &Rc<Axes>, x: Vec<f64>, y: Vec<f64>) -> PyResult<Rc<Artist>> {
    let bytes = x.len().saturating_mul(16);
    let line = Line::new(ctx, x, y);
    let artist = Artist::new(ctx, Body::Line(line), bytes)?;
    axes.add(ctx, &artist)?;
    Ok(artist)
}

/// Adds a collection to an axes.
fn add_collection(ctx: &mut Ctx, axes: &Rc<Axes>, collection: Collection) -> PyResult<Rc<Artist>> {
    let points: usize = collection.paths.iter().map(|path| path.steps.len()).sum();
    ctx.burn(points as u64)?;
    let artist = Artist::new(ctx, Body::Collection(collection), points.saturating_mul(64))?;
    axes.add(ctx, &artist)?;
    Ok(artist)
}

/// Adds a text to an axes, at a point of the data.
fn add_text(ctx: &mut Ctx, axes: &Rc<Axes>, text: Text) -> PyResult<Rc<Artist>> {
    let bytes = text.text.len();
    let artist = Artist::new(ctx, Body::Text(text), bytes)?;
    artist.clip.set(false);
    axes.add(ctx, &artist)?;
    Ok(artist)
}

/// Changes the line in an artist.
fn with_line(artist: &Rc<Artist>, change: impl FnOnce(&mut Line)) {
    if let Body::Line(line) = &mut *artist.body.borrow_mut() {
        change(line);
    }
}

/// Changes the patch in an artist.
fn with_patch(artist: &Rc<Artist>, change: impl FnOnce(&mut Patch)) {
    if let Body::Patch(patch) = &mut *artist.body.borrow_mut() {
        change(patch);
    }
}

/// Changes the text in an artist.
fn with_text(artist: &Rc<Artist>, change: impl FnOnce(&mut Text)) {
    if let Body::Text(text) = &mut *artist.body.borrow_mut() {
        change(text);
    }
}

/// The keyword arguments of a dictionary.
pub(crate) fn dictionary(ctx: &mut Ctx, value: Option<Value>) -> PyResult<Options> {
    let mut options = Options::default();
    let Some(value) = value else { return Ok(options) };
    let Value::Dict(dict) = &value else {
        return Err(Fault::type_error(format!("a dict is expected, not '{}'", value.type_name())));
    };
    ctx.burn(20)?;
    for (key, value) in dict.0.borrow().iter() {
        if let Value::Str(name) = key.value() {
            options.items.push((name.clone(), value.clone()));
        }
    }
    Ok(options)
}

/// A dictionary of texts and values.
fn dict_of(ctx: &mut Ctx, items: Vec<(&str, Value)>) -> PyResult<Value> {
    let mut dict = crate::eval::dict::Dict::default();
    for (name, value) in items {
        let name = ctx.str(name)?;
        dict.insert(crate::eval::dict::Key::new(&name)?, value);
    }
    ctx.dict(dict)
}

/// Artists as a list of objects.
fn objects_of(ctx: &mut Ctx, artists: &[Rc<Artist>]) -> PyResult<Value> {
    let items = artists.iter().map(objects::artist).collect();
    ctx.list(items)
}
