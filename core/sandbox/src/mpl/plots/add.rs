//! Adding artists that scripts made.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::Options;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::objects;

/// The artist of an argument that is new.
fn artist(ctx: &mut Ctx, args: Args, function: &str, name: &str) -> PyResult<(Rc<Artist>, Value)> {
    let mut options = Options::named(args, function, &[name], 1)?;
    options.ignore(&["autolim"]);
    let value = options.take(name).unwrap_or(Value::None);
    options.finish(function)?;
    ctx.burn(20)?;
    match value.host::<objects::ArtistObject>() {
        Some(object) => Ok((object.0.clone(), value.clone())),
        None => Err(Fault::type_error(format!("{function}() wants an Artist, not '{}'", value.type_name()))),
    }
}

fn add(ctx: &mut Ctx, axes: &Rc<Axes>, artist: &Rc<Artist>) -> PyResult<()> {
    if axes.artists.borrow().iter().any(|known| Rc::ptr_eq(known, artist)) {
        return Ok(());
    }
    if artist.home().is_some_and(|home| !Rc::ptr_eq(&home, axes)) {
        return Err(Fault::value_error(
            "Can not reset the Axes. You are probably trying to reuse an artist in more than one Axes which is not supported",
        ));
    }
    axes.add(ctx, artist)
}

/// `add_patch`, `add_line`, `add_collection`, `add_image`: what counts for the limits.
pub(super) fn add_patch(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (artist, value) = artist(ctx, args, "add_patch", "p")?;
    artist.quiet.set(true);
    add(ctx, axes, &artist)?;
    Ok(value)
}

/// `add_line`.
pub(super) fn add_line(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (artist, value) = artist(ctx, args, "add_line", "line")?;
    artist.quiet.set(true);
    add(ctx, axes, &artist)?;
    Ok(value)
}

/// `add_collection`.
pub(super) fn add_collection(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (artist, value) = artist(ctx, args, "add_collection", "collection")?;
    add(ctx, axes, &artist)?;
    if matches!(&*artist.body.borrow(), Body::Collection(collection) if collection.mappable.is_some()) {
        axes.remember(&artist);
    }
    Ok(value)
}

/// `add_artist`: it does not count for the limits.
pub(super) fn add_artist(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (artist, value) = artist(ctx, args, "add_artist", "a")?;
    if matches!(&*artist.body.borrow(), Body::Legend(_)) {
        // A legend that another one replaced stays.
        axes.own(&artist);
        axes.artists.borrow_mut().push(artist.clone());
        return Ok(value);
    }
    artist.counts.set(false);
    add(ctx, axes, &artist)?;
    Ok(value)
}

/// `Axes.arrow`.
pub(super) fn arrow(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let value = crate::mpl::arrow_classes::fancy_arrow(ctx, args, "arrow")?;
    if let Some(object) = value.host::<objects::ArtistObject>() {
        let artist = object.0.clone();
        add(ctx, axes, &artist)?;
    }
    Ok(value)
}
