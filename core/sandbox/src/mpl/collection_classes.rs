//! `matplotlib.collections`: many shapes that scripts make at once.

use std::rc::Rc;

use super::arguments::{Options, numbers};
use super::artist::{Artist, Body};
use super::collection::{Collection, Edges};
use super::color;
use super::patch_classes::points;
use super::path::Path;
use super::{objects, props, props_collection};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeType;
use crate::eval::value::Value;

/// The artist of a collection; takes what all of them know.
fn finish(ctx: &mut Ctx, mut collection: Collection, mut options: Options) -> PyResult<Value> {
    let values = options.take("array").map(|array| numbers(ctx, &array)).transpose()?;
    let mut mappable = super::plots::mappable(ctx, &mut options, Vec::new())?;
    mappable.array = values.map(Rc::new);
    collection.mappable = Some(mappable);
    if let Some(value) = options.take_of(&["linewidths", "linewidth", "lw"]) {
        collection.widths = numbers(ctx, &value)?;
    }
    if let Some(value) = options.take_of(&["linestyles", "linestyle", "ls"]) {
        collection.styles = props_collection::styles(ctx, &value)?;
    }
    options.ignore(&["antialiaseds", "antialiased", "autolim", "pickradius"]);
    let bytes = collection.paths.iter().map(|path| path.steps.len() * 64).sum();
    let artist = Artist::new(ctx, Body::Collection(collection), bytes)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// The lines of an argument: a list of lists of points.
fn lines(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Vec<[f64; 2]>>> {
    let rows = ctx.collect(value)?;
    ctx.burn(rows.len() as u64 * 10)?;
    rows.iter().map(|row| points(ctx, row)).collect()
}

fn line_collection(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "LineCollection.__init__", &["segments"], 1)?;
    let segments = lines(ctx, &options.take("segments").unwrap_or(Value::None))?;
    let paths = segments.into_iter().map(Path::polyline).collect();
    let mut collection = Collection::new("LineCollection", paths);
    collection.strokes = true;
    collection.widths = vec![ctx.plots.rc.number("lines.linewidth")];
    let own = options.take_of(&["colors", "color", "edgecolors", "edgecolor"]);
    collection.edges = Edges::Colors(match own {
        Some(value) => color::colors(ctx, &value)?,
        None => vec![super::rc::color(ctx, "lines.color")?],
    });
    let order = options.number(ctx, "zorder")?.unwrap_or(2.0);
    let made = finish(ctx, collection, options)?;
    if let Some(object) = made.host::<objects::ArtistObject>() {
        object.0.zorder.set(order);
    }
    Ok(made)
}

/// Faces and edges of filled shapes.
fn looks(ctx: &mut Ctx, collection: &mut Collection, options: &mut Options) -> PyResult<()> {
    if let Some(value) = options.take_of(&["color", "colors"]) {
        let colors = color::colors(ctx, &value)?;
        (collection.faces, collection.edges) = (colors.clone(), Edges::Colors(colors));
    }
    if let Some(value) = options.take_of(&["facecolors", "facecolor", "fc"]) {
        collection.faces = color::colors(ctx, &value)?;
    }
    if let Some(value) = options.take_of(&["edgecolors", "edgecolor", "ec"]) {
        collection.edges = props_collection::edges(ctx, &value)?;
    }
    Ok(())
}

fn poly_collection(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "PolyCollection.__init__", &["verts", "sizes"], 1)?;
    options.ignore(&["sizes"]);
    let closed = options.flag(ctx, "closed")?.unwrap_or(true);
    let corners = lines(ctx, &options.take("verts").unwrap_or(Value::None))?;
    let path = |points: Vec<[f64; 2]>| if closed { Path::polygon(points) } else { Path::polyline(points) };
    let mut collection = Collection::new("PolyCollection", corners.into_iter().map(path).collect());
    collection.faces = vec![super::rc::color(ctx, "patch.facecolor")?];
    looks(ctx, &mut collection, &mut options)?;
    finish(ctx, collection, options)
}

fn patch_collection(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "PatchCollection.__init__", &["patches", "match_original"], 1)?;
    let matched = options.flag(ctx, "match_original")?.unwrap_or(false);
    let patches = ctx.collect(&options.take("patches").unwrap_or(Value::None))?;
    let mut collection = Collection::new("PatchCollection", Vec::new());
    let (mut faces, mut edges, mut widths) = (Vec::new(), Vec::new(), Vec::new());
    for patch in &patches {
        ctx.burn(50)?;
        let Some(artist) = patch.host::<objects::ArtistObject>() else {
            return Err(Fault::type_error(format!("a Patch is expected, not '{}'", patch.type_name())));
        };
        let Body::Patch(patch) = &*artist.0.body.borrow() else {
            return Err(Fault::type_error(format!("a Patch is expected, not '{}'", patch.type_name())));
        };
        collection.paths.push(patch.shape.path());
        faces.push(if patch.fill { patch.face } else { color::NONE });
        edges.push(patch.edge);
        widths.push(patch.width);
    }
    collection.faces = vec![super::rc::color(ctx, "patch.facecolor")?];
    if matched {
        (collection.faces, collection.edges, collection.widths) = (faces, Edges::Colors(edges), widths);
    }
    looks(ctx, &mut collection, &mut options)?;
    finish(ctx, collection, options)
}

fn is_a(value: &Value, class: &str) -> bool {
    value.host::<objects::ArtistObject>().is_some_and(|artist| artist.0.class_name() == class)
}

static CLASSES: [NativeType; 3] = [
    NativeType {
        name: "LineCollection",
        call: Some(line_collection),
        is_instance: |value| is_a(value, "LineCollection"),
        attrs: &[],
    },
    NativeType {
        name: "PolyCollection",
        call: Some(poly_collection),
        is_instance: |value| is_a(value, "PolyCollection"),
        attrs: &[],
    },
    NativeType {
        name: "PatchCollection",
        call: Some(patch_collection),
        is_instance: |value| is_a(value, "PatchCollection"),
        attrs: &[],
    },
];

/// `matplotlib.collections`.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let contents: Vec<(&'static str, Value)> =
        CLASSES.iter().map(|class| (class.name, Value::Type(class))).collect();
    ctx.new_module("matplotlib.collections", contents)
}
