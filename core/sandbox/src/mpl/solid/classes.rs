//! `mpl_toolkits.mplot3d`: collections in space that scripts make.

use std::rc::Rc;

use super::depth::{Depth, Faces, Sort, bytes, places};
use super::juggled;
use super::plot::deepen;
use super::project::Point3;
use super::shade::shaded;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeType;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, four, numbers, shaped};
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{self, Color};
use crate::mpl::geometry::Rect;
use crate::mpl::{objects, props, props_collection, rc};

/// What faces look like before the options of a call count.
#[derive(Default)]
pub(super) struct Look {
    pub faces: Option<Vec<Color>>,
    pub edges: Option<Vec<Color>>,
    /// Numbers that become colours.
    pub values: Option<Vec<f64>>,
    pub shade: bool,
}

/// The artist of a collection, and its object.
type Made = (Rc<Artist>, Value);

/// What all collections take; the rest are properties, in their order.
fn finish(
    ctx: &mut Ctx,
    mut collection: Collection,
    depth: Depth,
    values: Option<Vec<f64>>,
    mut options: Options,
) -> PyResult<Made> {
    let given = options.take("array").map(|array| numbers(ctx, &array)).transpose()?;
    let mut mappable = crate::mpl::plots::mappable(ctx, &mut options, Vec::new())?;
    mappable.array = values.or(given).map(Rc::new);
    collection.mappable = Some(mappable);
    collection.join = Some(crate::Join::Round);
    if let Some(value) = options.take("linewidths") {
        collection.widths = numbers(ctx, &value)?;
    }
    if let Some(value) = options.take("linestyles") {
        collection.styles = props_collection::styles(ctx, &value)?;
    }
    options.ignore(&["pickradius"]);
    let artist = Artist::new(ctx, Body::Collection(collection), 0)?;
    deepen(&artist, depth)?;
    props::apply(ctx, &artist, options)?;
    let value = objects::artist(&artist);
    Ok((artist, value))
}

/// Polygons in space.
pub(super) fn faces(
    ctx: &mut Ctx,
    corners: Vec<Vec<Point3>>,
    look: Look,
    mut options: Options,
) -> PyResult<Made> {
    let count = places(&corners);
    ctx.burn(count as u64 * 2)?;
    let _charge = ctx.charge(bytes(count))?;
    let mut collection = Collection::new("Poly3DCollection", Vec::new());
    let take = |ctx: &mut Ctx, own: Option<Vec<Color>>, options: &mut Options, name: &str| match options
        .take(name)
    {
        Some(value) => props_collection::edges(ctx, &value).map(Some),
        None => Ok(own.map(Edges::Colors)),
    };
    let (fills, edges) = (
        take(ctx, look.faces, &mut options, "facecolors")?,
        take(ctx, look.edges, &mut options, "edgecolors")?,
    );
    let lit = |colors: Vec<Color>| if look.shade { shaded(&colors, &corners) } else { colors };
    if look.shade && fills.is_none() && edges.is_none() {
        return Err(Fault::value_error(
            "You must provide facecolors, edgecolors, or both for shade to work.",
        ));
    }
    collection.faces = match fills {
        Some(Edges::Colors(colors)) => lit(colors),
        _ => vec![rc::color(ctx, "patch.facecolor")?],
    };
    collection.edges = match edges {
        Some(Edges::Colors(colors)) => Edges::Colors(lit(colors)),
        Some(Edges::Face) => Edges::Face,
        // What has no face has an edge.
        None if collection.faces.iter().all(|face| *face == color::NONE) => {
            Edges::Colors(vec![rc::color(ctx, "patch.edgecolor")?])
        }
        None => collection.edges,
    };
    let sort = options.text(ctx, "zsort")?.unwrap_or_else(|| "average".to_owned());
    let sort = Sort::ALL[choice("zsort", &sort, &Sort::NAMES)?];
    let closed = options.flag(ctx, "closed")?.unwrap_or(true);
    finish(ctx, collection, Depth::Faces(Faces { corners, sort, closed }), look.values, options)
}

/// Lines in space.
pub(super) fn segments(ctx: &mut Ctx, lines: Vec<Vec<Point3>>, mut options: Options) -> PyResult<Made> {
    ctx.burn(places(&lines) as u64)?;
    let mut collection = Collection::new("Line3DCollection", Vec::new());
    collection.strokes = true;
    collection.widths = vec![ctx.plots.rc.number("lines.linewidth")];
    collection.edges = Edges::Colors(match options.take("colors") {
        Some(value) => color::colors(ctx, &value)?,
        None => vec![rc::color(ctx, "lines.color")?],
    });
    finish(ctx, collection, Depth::Segments(lines), None, options)
}

/// Lists of points in space.
fn lists(ctx: &mut Ctx, value: &Value, name: &str) -> PyResult<Vec<Vec<Point3>>> {
    let rows = ctx.collect(value)?;
    ctx.burn(rows.len() as u64 * 20)?;
    let _charge = ctx.charge(rows.len().saturating_mul(24))?;
    let mut out = Vec::new();
    for row in &rows {
        let (shape, flat) = shaped(ctx, row)?;
        if !matches!(shape[..], [_, 3]) && !flat.is_empty() {
            return Err(Fault::value_error(format!("{name} must be a list of (N, 3) array-like")));
        }
        out.push(flat.as_chunks::<3>().0.to_vec());
    }
    Ok(out)
}

fn polygons(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Poly3DCollection.__init__", &["verts"], 1)?;
    options.refuse("Poly3DCollection", &["lightsource", "axlim_clip"])?;
    let shade = options.flag(ctx, "shade")?.unwrap_or(false);
    let corners = lists(ctx, &options.take("verts").unwrap_or(Value::None), "verts")?;
    Ok(faces(ctx, corners, Look { shade, ..Look::default() }, options)?.1)
}

fn lines(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Line3DCollection.__init__", &["lines"], 1)?;
    options.refuse("Line3DCollection", &["axlim_clip"])?;
    let lines = lists(ctx, &options.take("lines").unwrap_or(Value::None), "lines")?;
    Ok(segments(ctx, lines, options)?.1)
}

/// Lifts a flat collection into space: each shape at its own height along an axis.
pub(super) fn lift(ctx: &mut Ctx, artist: &Rc<Artist>, zs: &Value, upright: usize) -> PyResult<()> {
    let heights = numbers(ctx, zs)?;
    let depth = {
        let Body::Collection(own) = &mut *artist.body.borrow_mut() else {
            return Err(Fault::type_error("add_collection3d() wants a Collection"));
        };
        let lines = match own.class {
            "LineCollection" => true,
            "PolyCollection" => false,
            other => return Err(Fault::not_provided(format!("add_collection3d of a {other}"))),
        };
        let height = |index: usize| match heights[..] {
            [one] => Some(one),
            _ => heights.get(index).copied(),
        };
        let mut lists = Vec::new();
        for (index, path) in own.paths.iter().enumerate() {
            ctx.burn(path.steps.len() as u64 + 5)?;
            let Some(height) = height(index) else {
                return Err(Fault::value_error("Number of z-coordinates does not match paths."));
            };
            let points: Vec<Point3> = path.points().map(|[x, y]| juggled([x, y, height], upright)).collect();
            lists.push(points);
        }
        own.paths.clear();
        if lines {
            Depth::Segments(lists)
        } else {
            Depth::Faces(Faces { corners: lists, sort: Sort::Average, closed: true })
        }
    };
    deepen(artist, depth)
}

fn is_a(value: &Value, class: &str) -> bool {
    value.host::<objects::ArtistObject>().is_some_and(|artist| artist.0.class_name() == class)
}

static POLYGONS: NativeType = NativeType {
    name: "Poly3DCollection",
    call: Some(polygons),
    is_instance: |value| is_a(value, "Poly3DCollection"),
    attrs: &[],
};

static LINES: NativeType = NativeType {
    name: "Line3DCollection",
    call: Some(lines),
    is_instance: |value| is_a(value, "Line3DCollection"),
    attrs: &[],
};

/// `Axes3D(fig, rect=None, ...)`: axes that stand in no figure until they are added.
static AXES: NativeType = NativeType {
    name: "Axes3D",
    call: Some(|ctx, args| {
        let mut options = Options::named(args, "Axes3D.__init__", &["fig", "rect"], 1)?;
        let value = options.take("fig").unwrap_or(Value::None);
        let Some(figure) = value.host::<objects::FigureObject>() else {
            return Err(Fault::type_error(format!("Axes3D() wants a Figure, not '{}'", value.type_name())));
        };
        let rect = match options.take("rect") {
            Some(value) => {
                let [x, y, width, height] = four(ctx, &value)?;
                Rect::sized(x, y, width, height)
            }
            None => Rect::UNIT,
        };
        options.ignore(&["auto_add_to_figure"]);
        let axes = Axes::new(ctx, &figure.0, rect, [None, None])?;
        super::make(ctx, &axes, &mut options)?;
        options.finish("Axes3D")?;
        Ok(objects::axes(&axes))
    }),
    is_instance: |value| value.host::<objects::AxesObject>().is_some_and(|axes| axes.0.solid.get().is_some()),
    attrs: &[],
};

/// `mpl_toolkits.mplot3d` and the modules in it; `None` if there is none of this name.
pub(crate) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    const ART: &str = "mpl_toolkits.mplot3d.art3d";
    const SPACE: &str = "mpl_toolkits.mplot3d.axes3d";
    let collections =
        [("Poly3DCollection", Value::Type(&POLYGONS)), ("Line3DCollection", Value::Type(&LINES))];
    Ok(Some(match name {
        "mpl_toolkits.mplot3d" => {
            let contents = vec![
                ("Axes3D", Value::Type(&AXES)),
                ("art3d", ctx.new_module(ART, collections)?),
                ("axes3d", ctx.new_module(SPACE, [("Axes3D", Value::Type(&AXES))])?),
            ];
            ctx.new_module("mpl_toolkits.mplot3d", contents)?
        }
        ART => ctx.new_module(ART, collections)?,
        SPACE => ctx.new_module(SPACE, [("Axes3D", Value::Type(&AXES))])?,
        _ => return Ok(None),
    }))
}
