//! The smaller modules of matplotlib, and names that several modules have.

use std::cell::RefCell;

use super::arguments::{Options, numbers};
use super::artist::{Artist, Body, Line};
use super::font_object::FontObject;
use super::path_effects::Effect;
use super::rc_object::{self, RcObject};
use super::text::Text;
use super::{grid_object, objects, props, style_sheets};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{NativeFn, NativeType};
use crate::eval::value::Value;

/// A class of artists that are lines.
static LINE2D: NativeType = NativeType {
    name: "Line2D",
    call: Some(line2d),
    is_instance: |value| is_artist(value, |body| matches!(body, Body::Line(_))),
    attrs: &[],
};

static TEXT: NativeType = NativeType {
    name: "Text",
    call: Some(|ctx, args| {
        let mut options = Options::named(args, "Text", &["x", "y", "text"], 0)?;
        let x = options.number(ctx, "x")?.unwrap_or(0.0);
        let y = options.number(ctx, "y")?.unwrap_or(0.0);
        let words = options.text(ctx, "text")?.unwrap_or_default();
        let mut text = Text::new(ctx, &words)?;
        text.at = [x, y];
        let artist = Artist::new(ctx, Body::Text(text), words.len())?;
        props::apply(ctx, &artist, options)?;
        Ok(objects::artist(&artist))
    }),
    is_instance: |value| is_artist(value, |body| matches!(body, Body::Text(_))),
    attrs: &[],
};

static AXES: NativeType = NativeType {
    name: "Axes",
    call: None,
    is_instance: |value| value.host::<objects::AxesObject>().is_some(),
    attrs: &[],
};

static FIGURE: NativeType = NativeType {
    name: "Figure",
    call: Some(|ctx, args| {
        let mut args = args;
        if !args.positional.is_empty() {
            let size = args.positional.remove(0);
            args.keyword.push((ctx.text("figsize")?, size));
        }
        let figure = super::methods::open(ctx, args)?;
        // Pyplot does not know it.
        ctx.plots.figures.retain(|other| !std::rc::Rc::ptr_eq(other, &figure));
        Ok(objects::figure(&figure))
    }),
    is_instance: |value| value.host::<objects::FigureObject>().is_some(),
    attrs: &[],
};

static GRID_SPEC: NativeType = NativeType {
    name: "GridSpec",
    call: Some(|ctx, args| grid_object::make(ctx, args, None)),
    is_instance: |value| value.host::<grid_object::GridObject>().is_some(),
    attrs: &[],
};

static GRID_SPEC_FROM: NativeType = NativeType {
    name: "GridSpecFromSubplotSpec",
    call: Some(|ctx, args| {
        let mut args = args;
        if args.positional.len() > 2 {
            let spec = args.positional.remove(2);
            args.keyword.push((ctx.text("subplot_spec")?, spec));
        }
        grid_object::make(ctx, args, None)
    }),
    is_instance: |value| value.host::<grid_object::GridObject>().is_some(),
    attrs: &[],
};

static FONT: NativeType = NativeType {
    name: "FontProperties",
    call: Some(|ctx, args| {
        let params = ["family", "style", "variant", "weight", "stretch", "size", "fname"];
        let options = Options::named(args, "FontProperties", &params, 0)?;
        let items = options.items.iter().filter(|(_, value)| !value.is_none());
        let mut kept = Vec::new();
        for (name, value) in items {
            let name = if &***name == "fname" { "family" } else { &***name };
            let value = if name == "family" {
                ctx.str_of(value).and_then(|text| ctx.str(text))?
            } else {
                value.clone()
            };
            kept.push((name.to_owned(), value));
        }
        Ok(Value::from_host(FontObject { items: RefCell::new(kept) }))
    }),
    is_instance: |value| value.host::<FontObject>().is_some(),
    attrs: &[],
};

fn is_artist(value: &Value, kind: fn(&Body) -> bool) -> bool {
    value.host::<objects::ArtistObject>().is_some_and(|object| kind(&object.0.body.borrow()))
}

fn line2d(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Line2D", &["xdata", "ydata"], 2)?;
    let x = options.take("xdata").unwrap_or(Value::None);
    let y = options.take("ydata").unwrap_or(Value::None);
    let (x, y) = (numbers(ctx, &x)?, numbers(ctx, &y)?);
    let bytes = x.len() * 16;
    let mut line = Line::new(ctx, x, y);
    line.color = super::rc::color(ctx, "lines.color")?;
    let artist = Artist::new(ctx, Body::Line(line), bytes)?;
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}

/// `withStroke(linewidth=..., foreground=...)`.
fn stroke(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let (_, mut options) = Options::split(args);
    let width = match options.number(ctx, "linewidth")? {
        Some(width) => width,
        None => options.number(ctx, "lw")?.unwrap_or(1.0),
    };
    let color = match options.take("foreground").or_else(|| options.take("color")) {
        Some(value) => super::color::color(ctx, &value)?,
        None => super::color::BLACK,
    };
    options.ignore(&["alpha", "offset"]);
    options.finish("withStroke")?;
    Ok(Value::from_host(Effect { stroke: Some((width, color)) }))
}

static NONE: NativeFn = NativeFn { name: "use", call: |_, _| Ok(Value::None) };
static STYLE_USE: NativeFn = NativeFn {
    name: "use",
    call: |ctx, args| {
        let [style] = args.exactly("use")?;
        style_sheets::apply(ctx, &style)?;
        Ok(Value::None)
    },
};
static STYLE_CONTEXT: NativeFn = NativeFn { name: "context", call: rc_object::style_context };
static RC: NativeFn = NativeFn { name: "rc", call: rc_object::rc };
static RC_DEFAULTS: NativeFn = NativeFn { name: "rcdefaults", call: rc_object::defaults };
static RC_CONTEXT: NativeFn = NativeFn { name: "rc_context", call: rc_object::context };
static WITH_STROKE: NativeFn = NativeFn { name: "withStroke", call: stroke };
static STROKE: NativeFn = NativeFn { name: "Stroke", call: stroke };
static NORMAL: NativeFn =
    NativeFn { name: "Normal", call: |_, _| Ok(Value::from_host(Effect { stroke: None })) };
static AGG: NativeFn = NativeFn {
    name: "FigureCanvasAgg",
    call: |ctx, args| {
        let [figure] = args.exactly("FigureCanvasAgg")?;
        ctx.get_attr(&figure, "canvas")
    },
};

fn style(ctx: &mut Ctx) -> PyResult<Value> {
    let mut names = Vec::new();
    for name in style_sheets::names() {
        names.push(ctx.str(name)?);
    }
    let available = ctx.list(names)?;
    let contents = [
        ("use", Value::Native(&STYLE_USE)),
        ("context", Value::Native(&STYLE_CONTEXT)),
        ("available", available),
    ];
    ctx.new_module("matplotlib.style", contents)
}

/// The package.
pub(super) fn matplotlib(ctx: &mut Ctx) -> PyResult<Value> {
    let version = ctx.str("3.11.2")?;
    let contents = vec![
        ("__version__", version),
        ("use", Value::Native(&NONE)),
        ("rcParams", Value::from_host(RcObject)),
        ("rc", Value::Native(&RC)),
        ("rcdefaults", Value::Native(&RC_DEFAULTS)),
        ("rc_context", Value::Native(&RC_CONTEXT)),
        ("colormaps", super::color_module::registry()),
        ("style", style(ctx)?),
        ("get_backend", Value::Native(&BACKEND)),
        ("set_loglevel", Value::Native(&NONE)),
        ("interactive", Value::Native(&NONE)),
    ];
    ctx.new_module("matplotlib", contents)
}

static BACKEND: NativeFn = NativeFn { name: "get_backend", call: |ctx, _| ctx.str("agg") };

/// Names that pyplot has besides functions.
pub(super) fn pyplot_names(ctx: &mut Ctx) -> PyResult<Vec<(&'static str, Value)>> {
    Ok(vec![
        ("rcParams", Value::from_host(RcObject)),
        ("style", style(ctx)?),
        ("Line2D", Value::Type(&LINE2D)),
        ("Text", Value::Type(&TEXT)),
        ("Axes", Value::Type(&AXES)),
        ("Figure", Value::Type(&FIGURE)),
        ("GridSpec", Value::Type(&GRID_SPEC)),
    ])
}

/// The module of a name; `None` if there is none.
pub(super) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "matplotlib.dates" => super::date_module::module(ctx)?,
        "matplotlib.ticker" => super::ticker::module(ctx)?,
        "matplotlib.style" => style(ctx)?,
        "matplotlib.lines" => ctx.new_module("matplotlib.lines", [("Line2D", Value::Type(&LINE2D))])?,
        "matplotlib.text" => ctx.new_module("matplotlib.text", [("Text", Value::Type(&TEXT))])?,
        "matplotlib.axes" => ctx.new_module("matplotlib.axes", [("Axes", Value::Type(&AXES))])?,
        "matplotlib.figure" => ctx.new_module("matplotlib.figure", [("Figure", Value::Type(&FIGURE))])?,
        "matplotlib.gridspec" => {
            let contents = [
                ("GridSpec", Value::Type(&GRID_SPEC)),
                ("GridSpecFromSubplotSpec", Value::Type(&GRID_SPEC_FROM)),
            ];
            ctx.new_module("matplotlib.gridspec", contents)?
        }
        "matplotlib.transforms" => super::transform_module::module(ctx)?,
        "matplotlib.font_manager" => {
            ctx.new_module("matplotlib.font_manager", [("FontProperties", Value::Type(&FONT))])?
        }
        "matplotlib.patheffects" => {
            let names = [&WITH_STROKE, &STROKE, &NORMAL];
            ctx.new_module(
                "matplotlib.patheffects",
                names.map(|function| (function.name, Value::Native(function))),
            )?
        }
        "matplotlib.image" => super::image_files::module(ctx)?,
        "matplotlib.backends" => ctx.new_module("matplotlib.backends", [])?,
        "matplotlib.backends.backend_agg" => ctx.new_module(
            "matplotlib.backends.backend_agg",
            [("FigureCanvasAgg", Value::Native(&AGG)), ("FigureCanvas", Value::Native(&AGG))],
        )?,
        "cycler" => ctx.new_module("cycler", [("cycler", Value::Native(&super::cycler::CYCLER))])?,
        "pylab" | "matplotlib.pylab" => return Err(Fault::not_provided("pylab (use matplotlib.pyplot)")),
        "mpl_toolkits" => ctx.new_module("mpl_toolkits", [])?,
        other if other.starts_with("mpl_toolkits.mplot3d") => match super::solid::module(ctx, other)? {
            Some(module) => module,
            None => return Err(Fault::not_provided(format!("the module {other}"))),
        },
        other if other.starts_with("mpl_toolkits.") || other.starts_with("matplotlib.") => {
            const KNOWN: [&str; 17] = [
                "animation",
                "widgets",
                "offsetbox",
                "table",
                "tri",
                "sankey",
                "projections",
                "backend_bases",
                "spines",
                "legend",
                "artist",
                "container",
                "legend_handler",
                "mlab",
                "quiver",
                "scale",
                "category",
            ];
            let leaf = other.rsplit('.').next().unwrap_or_default();
            if KNOWN.contains(&leaf) || other.starts_with("mpl_toolkits.") || other.contains(".backends.") {
                return Err(Fault::not_provided(format!("the module {other}")));
            }
            return Err(Fault::new(ExcKind::ModuleNotFoundError, format!("No module named '{other}'")));
        }
        _ => return Ok(None),
    }))
}
