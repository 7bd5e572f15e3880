//! `matplotlib.pyplot`: the methods of the current axes and figure as functions.

use super::arguments::Options;
use super::methods::{self, AxesMethod, axes_method, axes_names};
use super::objects;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

/// A function that calls a method of the current axes.
struct OnAxes {
    name: &'static str,
    method: AxesMethod,
}

impl Host for OnAxes {
    fn type_name(&self) -> &'static str {
        "function"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(if name == "__name__" { Some(ctx.str(self.name)?) } else { None })
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        let axes = ctx.current_axes()?;
        if axes.solid.get().is_none() {
            return (self.method)(ctx, &axes, args);
        }
        // Functions that are called otherwise than the method are found under its name.
        let name = RENAMED.iter().find(|(own, _)| *own == self.name).map_or(self.name, |(_, name)| *name);
        match methods::method_of(&axes, name) {
            Some(method) => method(ctx, &axes, args),
            None => Err(methods::unknown("Axes3D", name)),
        }
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(format!("<function {}>", self.name))
    }
}

/// Functions that have another name than the method.
const RENAMED: &[(&str, &str)] = &[
    ("title", "set_title"),
    ("xlabel", "set_xlabel"),
    ("ylabel", "set_ylabel"),
    ("xscale", "set_xscale"),
    ("yscale", "set_yscale"),
    ("cla", "clear"),
    ("box", "set_frame_on"),
];

/// Methods of axes that are no functions of pyplot.
fn is_function(name: &str) -> bool {
    let starts = ["set_", "get_", "add_"].iter().any(|start| name.starts_with(start));
    let others =
        ["set", "clear", "remove", "relim", "invert_xaxis", "invert_yaxis", "label_outer", "legend_"];
    let inner = ["inset_axes", "indicate_", "secondary_", "xaxis_", "yaxis_"];
    !inner.iter().any(|start| name.starts_with(start)) && !starts && !others.contains(&name)
}

/// `xlim()`, `xlim(low, high)`.
fn limits(ctx: &mut Ctx, args: Args, axis: usize) -> PyResult<Value> {
    let axes = ctx.current_axes()?;
    let names = [["get_xlim", "set_xlim"], ["get_ylim", "set_ylim"]][axis];
    let empty = args.positional.is_empty() && args.keyword.is_empty();
    match axes_method(names[usize::from(!empty)]) {
        Some(method) => method(ctx, &axes, args),
        None => Ok(Value::None),
    }
}

/// `xticks()`, `xticks(ticks, labels, **text)`.
fn ticks(ctx: &mut Ctx, args: Args, axis: usize) -> PyResult<Value> {
    let axes = ctx.current_axes()?;
    let mut options = Options::named(args, ["xticks", "yticks"][axis], &["ticks", "labels"], 0)?;
    let minor = options.take_any("minor");
    let given = options.take("ticks");
    let labels = options.take("labels");
    if let Some(ticks) = given {
        let mut args = Args::new(vec![ticks]);
        if let Some(minor) = minor {
            args.keyword.push((ctx.text("minor")?, minor));
        }
        methods::ticks::set_ticks(ctx, &axes, args, axis)?;
    }
    if let Some(labels) = labels {
        let mut args = Args::new(vec![labels]);
        args.keyword = options.items;
        methods::ticks::set_labels(ctx, &axes, args, axis)?;
    } else if !options.items.is_empty() {
        for artist in methods::ticks::label_artists(ctx, &axes, axis)? {
            super::props::apply(ctx, &artist, Options { items: options.items.clone() })?;
        }
    }
    axes.settle();
    let (places, _) = super::axis_layout::places(ctx, &axes, &axes.axis[axis])?;
    let places = crate::numpy::array_from(ctx, &[places.len()], &places)?;
    let labels = methods::ticks::get_labels(ctx, &axes, Args::default(), axis)?;
    ctx.tuple(vec![places, labels])
}

/// Calls a method of the current figure.
fn on_figure(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let figure = ctx.current_figure()?;
    match methods::figure_method(name) {
        Some(method) => method(ctx, &figure, args),
        None => Err(methods::unknown("pyplot", name)),
    }
}

/// `close()`, `close(fig)`, `close('all')`.
fn close(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [which] = args.between("close", 0)?;
    let figures = &mut ctx.plots.figures;
    match which {
        None | Some(Value::None) => drop(figures.pop()),
        Some(Value::Str(word)) if &**word == "all" => figures.clear(),
        Some(Value::Str(name)) => figures.retain(|figure| *figure.label.borrow() != **name),
        Some(value) => match value.host::<objects::FigureObject>() {
            Some(object) => figures.retain(|figure| !std::rc::Rc::ptr_eq(figure, &object.0)),
            None => {
                let number = integer(&value)?;
                figures.retain(|figure| figure.number.get() != number);
            }
        },
    }
    Ok(Value::None)
}

/// `subplots(nrows, ncols, *, figsize, dpi, ...)` and `subplot_mosaic(mosaic, *, figsize, dpi, ...)`: a new figure, and
/// what its method `make` gives.
fn figure_and(ctx: &mut Ctx, args: Args, make: methods::FigureMethod) -> PyResult<Value> {
    const OF_FIGURE: [&str; 11] = [
        "num",
        "figsize",
        "dpi",
        "facecolor",
        "edgecolor",
        "layout",
        "tight_layout",
        "constrained_layout",
        "frameon",
        "linewidth",
        "clear",
    ];
    let (positional, mut options) = Options::split(args);
    let mut own = Args::default();
    for name in OF_FIGURE {
        if let Some(value) = options.take_any(name) {
            own.keyword.push((ctx.text(name)?, value));
        }
    }
    let figure = methods::open(ctx, own)?;
    let mut args = Args::new(positional);
    args.keyword = options.items;
    let axes = make(ctx, &figure, args)?;
    ctx.tuple(vec![objects::figure(&figure), axes])
}

/// `setp(objects, name=value, ...)`.
fn setp(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let (positional, options) = Options::split(args);
    let Some(target) = positional.first() else { return Err(Fault::type_error("setp() needs an object")) };
    let targets = match target {
        Value::List(_) | Value::Tuple(_) => ctx.collect(target)?,
        single => vec![single.clone()],
    };
    let mut items = options.items;
    for pair in positional[1..].chunks(2) {
        if let [name, value] = pair {
            let name = ctx.str_of(name)?;
            items.push((ctx.text(name)?, value.clone()));
        }
    }
    for target in targets {
        for (name, value) in &items {
            ctx.call_method(&target, &format!("set_{}", &***name), Args::new(vec![value.clone()]))?;
        }
    }
    Ok(Value::None)
}

static FUNCTIONS: &[NativeFn] = &[
    NativeFn { name: "savefig", call: |ctx, args| on_figure(ctx, "savefig", args) },
    NativeFn { name: "suptitle", call: |ctx, args| on_figure(ctx, "suptitle", args) },
    NativeFn { name: "figtext", call: |ctx, args| on_figure(ctx, "text", args) },
    NativeFn { name: "figlegend", call: |ctx, args| on_figure(ctx, "legend", args) },
    NativeFn { name: "tight_layout", call: |ctx, args| on_figure(ctx, "tight_layout", args) },
    NativeFn { name: "subplots_adjust", call: |ctx, args| on_figure(ctx, "subplots_adjust", args) },
    NativeFn { name: "clf", call: |ctx, args| on_figure(ctx, "clf", args) },
    NativeFn { name: "sca", call: |ctx, args| on_figure(ctx, "sca", args) },
    NativeFn { name: "delaxes", call: |ctx, args| on_figure(ctx, "delaxes", args) },
    NativeFn {
        name: "show",
        call: |ctx, _| {
            super::save::show(ctx)?;
            Ok(Value::None)
        },
    },
    NativeFn { name: "draw", call: |_, _| Ok(Value::None) },
    NativeFn { name: "pause", call: |_, _| Ok(Value::None) },
    NativeFn { name: "ion", call: |_, _| Ok(Value::None) },
    NativeFn { name: "ioff", call: |_, _| Ok(Value::None) },
    NativeFn { name: "isinteractive", call: |_, _| Ok(Value::Bool(false)) },
    NativeFn { name: "switch_backend", call: |_, _| Ok(Value::None) },
    NativeFn { name: "get_backend", call: |ctx, _| ctx.str("agg") },
    NativeFn { name: "close", call: close },
    NativeFn {
        name: "figure",
        call: |ctx, args| methods::open(ctx, args).map(|figure| objects::figure(&figure)),
    },
    NativeFn { name: "subplots", call: |ctx, args| figure_and(ctx, args, methods::make_subplots) },
    NativeFn { name: "subplot_mosaic", call: |ctx, args| figure_and(ctx, args, super::mosaic::mosaic) },
    NativeFn { name: "matshow", call: super::matrix::in_figure },
    NativeFn {
        name: "subplot",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            if let [value] = &args.positional[..]
                && let Some(axes) = value.host::<objects::AxesObject>()
            {
                figure.current.replace(Some(axes.0.clone()));
                return Ok(value.clone());
            }
            super::subplots::subplot(ctx, &figure, args, true)
        },
    },
    NativeFn {
        name: "subplot2grid",
        call: |ctx, args| {
            let mut options =
                Options::named(args, "subplot2grid", &["shape", "loc", "rowspan", "colspan", "fig"], 2)?;
            let shape = options.take("shape").unwrap_or(Value::None);
            let loc = options.take("loc").unwrap_or(Value::None);
            let ([rows, columns], [row, column]) =
                (super::arguments::point(ctx, &shape)?, super::arguments::point(ctx, &loc)?);
            let (rows, columns) = super::grid_object::sides(rows as i64, columns as i64)?;
            let across = options.whole("colspan")?.unwrap_or(1).clamp(1, 100) as usize;
            let down = options.whole("rowspan")?.unwrap_or(1).clamp(1, 100) as usize;
            let place = |value: f64, count: usize| (value.max(0.0) as usize).min(count - 1);
            let (row, column) = (place(row, rows), place(column, columns));
            let figure = ctx.current_figure()?;
            let cells = (
                rows,
                columns,
                (row, (row + down - 1).min(rows - 1)),
                (column, (column + across - 1).min(columns - 1)),
            );
            let axes = super::subplots::add_subplot(ctx, &figure, cells, [None, None])?;
            Ok(objects::axes(&axes))
        },
    },
    NativeFn {
        name: "axes",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            if args.positional.is_empty() {
                return super::subplots::subplot(ctx, &figure, args, false);
            }
            if args.positional[0].host::<objects::AxesObject>().is_some() {
                return on_figure(ctx, "sca", args);
            }
            on_figure(ctx, "add_axes", args)
        },
    },
    NativeFn { name: "gca", call: |ctx, _| ctx.current_axes().map(|axes| objects::axes(&axes)) },
    NativeFn { name: "gcf", call: |ctx, _| ctx.current_figure().map(|figure| objects::figure(&figure)) },
    NativeFn {
        name: "gci",
        call: |ctx, _| {
            let figure = ctx.current_figure()?;
            let mapped = figure.mapped.borrow().as_ref().map_or(Value::None, objects::artist);
            Ok(mapped)
        },
    },
    NativeFn {
        name: "sci",
        call: |_, args| {
            let [value] = args.exactly("sci")?;
            if let Some(object) = value.host::<objects::ArtistObject>()
                && let Some(axes) = object.0.home()
            {
                axes.remember(&object.0);
            }
            Ok(Value::None)
        },
    },
    NativeFn {
        name: "clim",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            let mapped = figure.mapped.borrow().clone();
            let Some(artist) = mapped else {
                return Err(Fault::new(
                    crate::eval::exception::ExcKind::RuntimeError,
                    "You must first define an image, e.g., with imshow",
                ));
            };
            let mut options = Options::named(args, "clim", &["vmin", "vmax"], 0)?;
            for name in ["vmin", "vmax"] {
                if let Some(value) = options.take(name) {
                    super::props::set(ctx, &artist, name, &value)?;
                }
            }
            Ok(Value::None)
        },
    },
    NativeFn {
        name: "fignum_exists",
        call: |ctx, args| {
            let [number] = args.exactly("fignum_exists")?;
            let number = integer(&number)?;
            Ok(Value::Bool(ctx.plots.figures.iter().any(|figure| figure.number.get() == number)))
        },
    },
    NativeFn {
        name: "get_fignums",
        call: |ctx, _| {
            let mut numbers: Vec<i64> = ctx.plots.figures.iter().map(|figure| figure.number.get()).collect();
            crate::sorting::sort(&mut numbers);
            ctx.list(numbers.into_iter().map(Value::Int).collect())
        },
    },
    NativeFn { name: "xlim", call: |ctx, args| limits(ctx, args, 0) },
    NativeFn { name: "ylim", call: |ctx, args| limits(ctx, args, 1) },
    NativeFn { name: "xticks", call: |ctx, args| ticks(ctx, args, 0) },
    NativeFn { name: "yticks", call: |ctx, args| ticks(ctx, args, 1) },
    NativeFn { name: "setp", call: setp },
    NativeFn {
        name: "getp",
        call: |ctx, args| {
            let [object, name] = args.exactly("getp")?;
            let name = ctx.str_of(&name)?;
            ctx.call_method(&object, &format!("get_{name}"), Args::default())
        },
    },
    NativeFn {
        name: "set_cmap",
        call: |ctx, args| {
            let [name] = args.exactly("set_cmap")?;
            super::cmap_object::colormap(ctx, &name)?;
            super::rc_object::set(ctx, "image.cmap", name)?;
            Ok(Value::None)
        },
    },
    NativeFn { name: "rc", call: super::rc_object::rc },
    NativeFn { name: "rcdefaults", call: super::rc_object::defaults },
    NativeFn { name: "rc_context", call: super::rc_object::context },
    NativeFn { name: "imread", call: super::image_files::imread },
    NativeFn { name: "imsave", call: super::image_files::imsave },
    NativeFn { name: "xkcd", call: |_, _| Err(Fault::not_provided("plt.xkcd")) },
    NativeFn {
        name: "polar",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            let axes = crate::mpl::state::axes_of(ctx, &figure)?;
            if !axes.polar.get() && axes.solid.get().is_none() {
                super::polar::make(ctx, &axes)?;
            }
            match axes_method("plot") {
                Some(method) => method(ctx, &axes, args),
                None => Ok(Value::None),
            }
        },
    },
    NativeFn {
        name: "colorbar",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            super::colorbar::colorbar(ctx, &figure, args)
        },
    },
];

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> = Vec::new();
    for (name, method) in axes_names().filter(|(name, _)| is_function(name)) {
        if !contents.iter().any(|(known, _)| *known == name) {
            contents.push((name, Value::from_host(OnAxes { name, method })));
        }
    }
    for (name, method) in RENAMED {
        if let Some(method) = axes_method(method) {
            contents.push((name, Value::from_host(OnAxes { name, method })));
        }
    }
    for name in ["Arrow", "Circle", "Polygon", "Rectangle"] {
        contents.extend(super::patch_classes::class(name).map(|class| (name, class)));
    }
    contents.push(("cm", super::color_module::registry()));
    contents.push(("colormaps", super::color_module::registry()));
    contents.push(("get_cmap", Value::Native(&super::color_module::GET_CMAP)));
    contents.extend(FUNCTIONS.iter().map(|function| (function.name, Value::Native(function))));
    contents.extend(super::modules::pyplot_names(ctx)?);
    ctx.new_module("matplotlib.pyplot", contents)
}
