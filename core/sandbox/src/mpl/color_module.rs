//! `matplotlib.colors` and `matplotlib.cm`.

use super::arguments::{Options, numbers};
use super::cmap_object::{self, NormObject};
use super::color::{self, Color};
use super::colormap::{Colormap, ENTRIES, Extend, MOST, Norm, even};
use super::mappable::Scaling;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

/// A norm of a class whose limits are `vmin` and `vmax`.
fn norm(ctx: &mut Ctx, class: &'static str, scaling: Scaling, mut options: Options) -> PyResult<Value> {
    let (low, high) = (options.number(ctx, "vmin")?, options.number(ctx, "vmax")?);
    let clip = options.flag(ctx, "clip")?.unwrap_or(false);
    options.finish(class)?;
    if let (Some(low), Some(high)) = (low, high)
        && low > high
    {
        return Err(Fault::value_error("minvalue must be less than or equal to maxvalue"));
    }
    Ok(Value::from_host(NormObject { class, scaling, low, high, clip }))
}

fn normalize(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let options = Options::named(args, "Normalize", &["vmin", "vmax", "clip"], 0)?;
    norm(ctx, "Normalize", Scaling::Linear, options)
}

fn log_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let options = Options::named(args, "LogNorm", &["vmin", "vmax", "clip"], 0)?;
    norm(ctx, "LogNorm", Scaling::Log, options)
}

fn power_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "PowerNorm", &["gamma", "vmin", "vmax", "clip"], 1)?;
    let gamma = options.number(ctx, "gamma")?.unwrap_or(1.0);
    norm(ctx, "PowerNorm", Scaling::Power(gamma), options)
}

fn symlog_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options =
        Options::named(args, "SymLogNorm", &["linthresh", "linscale", "vmin", "vmax", "clip"], 1)?;
    let threshold = options.number(ctx, "linthresh")?.unwrap_or(1.0);
    let scale = options.number(ctx, "linscale")?.unwrap_or(1.0);
    let base = options.number(ctx, "base")?.unwrap_or(10.0);
    if !(threshold > 0.0 && base > 1.0) {
        return Err(Fault::value_error("'linthresh' must be positive"));
    }
    norm(ctx, "SymLogNorm", Scaling::SymLog(threshold, scale, base), options)
}

fn two_slope_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "TwoSlopeNorm", &["vcenter", "vmin", "vmax"], 1)?;
    let center = options.number(ctx, "vcenter")?.unwrap_or(0.0);
    norm(ctx, "TwoSlopeNorm", Scaling::TwoSlope(center), options)
}

fn centered_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "CenteredNorm", &["vcenter", "halfrange", "clip"], 0)?;
    let center = options.number(ctx, "vcenter")?.unwrap_or(0.0);
    let half = options.number(ctx, "halfrange")?;
    let clip = options.flag(ctx, "clip")?.unwrap_or(false);
    options.finish("CenteredNorm")?;
    let (low, high) = (half.map(|half| center - half), half.map(|half| center + half));
    Ok(Value::from_host(NormObject {
        class: "CenteredNorm",
        scaling: Scaling::Centered(center),
        low,
        high,
        clip,
    }))
}

fn boundary_norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "BoundaryNorm", &["boundaries", "ncolors", "clip"], 2)?;
    let bounds = numbers(ctx, &options.take("boundaries").unwrap_or(Value::None))?;
    let colors = options.whole("ncolors")?.unwrap_or(256).clamp(0, MOST as i64) as usize;
    let clip = options.flag(ctx, "clip")?.unwrap_or(false);
    let extend = options.text(ctx, "extend")?.unwrap_or_else(|| "neither".to_owned());
    let Some(extend) = Extend::named(&extend) else {
        return Err(Fault::value_error(format!("'{extend}' is not a valid value for extend")));
    };
    options.finish("BoundaryNorm")?;
    if bounds.windows(2).any(|pair| !(pair[0] < pair[1])) || bounds.len() < 2 {
        return Err(Fault::value_error("You must provide at least 1 boundary (2 values), rising"));
    }
    let regions = bounds.len() - 1 + usize::from(extend.min()) + usize::from(extend.max());
    if regions > colors {
        return Err(Fault::value_error(format!(
            "There are {regions} color bins including extensions, but ncolors = {colors}; ncolors must equal or exceed \
             the number of bins"
        )));
    }
    let scaling = Scaling::Fixed(Norm::Boundary { bounds, colors, clip, extend });
    Ok(Value::from_host(NormObject { class: "BoundaryNorm", scaling, low: None, high: None, clip }))
}

fn no_norm(_: &mut Ctx, _: Args) -> PyResult<Value> {
    let scaling = Scaling::Fixed(Norm::None);
    Ok(Value::from_host(NormObject { class: "NoNorm", scaling, low: None, high: None, clip: false }))
}

fn listed(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "ListedColormap", &["colors", "name", "N"], 1)?;
    let mut colors = color::colors(ctx, &options.take("colors").unwrap_or(Value::None))?;
    let name = options.text(ctx, "name")?.unwrap_or_else(|| "unnamed".to_owned());
    if let Some(count) = options.whole("N")? {
        let count = count.clamp(1, MOST as i64) as usize;
        ctx.burn(count as u64)?;
        colors = (0..count)
            .map(|index| colors.get(index % colors.len().max(1)).copied().unwrap_or(color::NONE))
            .collect();
    }
    options.finish("ListedColormap")?;
    if colors.is_empty() {
        return Err(Fault::value_error("ListedColormap must have at least one color"));
    }
    Ok(cmap_object::value(Colormap::listed(&name, colors)))
}

/// The class `LinearSegmentedColormap`, of which scripts use `from_list`.
struct Segmented;

impl Host for Segmented {
    fn type_name(&self) -> &'static str {
        "type"
    }

    fn has_method(&self, name: &str) -> bool {
        name == "from_list"
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, _: &str, args: Args) -> PyResult<Value> {
        let mut options = Options::named(args, "from_list", &["name", "colors", "N", "gamma"], 2)?;
        let name = options.text(ctx, "name")?.unwrap_or_default();
        let colors = options.take("colors").unwrap_or(Value::None);
        let count = options.whole("N")?.unwrap_or(ENTRIES as i64).clamp(1, MOST as i64) as usize;
        let gamma = options.number(ctx, "gamma")?.unwrap_or(1.0);
        options.finish("from_list")?;
        let items = ctx.collect(&colors)?;
        ctx.burn(items.len() as u64 * 20 + count as u64 * 8)?;
        // Colours, or pairs of a place and a colour.
        let mut stops: Vec<(f64, Color)> = Vec::new();
        let placed = items.first().is_some_and(|item| match item.as_sequence().as_deref() {
            Some([place, color]) => place.as_f64().is_some() && !color.as_f64().is_some_and(|_| true),
            _ => false,
        });
        for item in &items {
            match (placed, item.as_sequence().as_deref()) {
                (true, Some([place, own])) => stops.push((real(ctx, place)?, color::color(ctx, own)?)),
                _ => stops.push((0.0, color::color(ctx, item)?)),
            }
        }
        if stops.is_empty() {
            return Err(Fault::value_error("from_list() wants at least one color"));
        }
        if !placed {
            stops = even(stops.into_iter().map(|(_, color)| color).collect());
        }
        let rising = stops.windows(2).all(|pair| pair[0].0 <= pair[1].0);
        if !rising
            || stops.first().is_some_and(|(place, _)| *place != 0.0)
            || stops.last().is_some_and(|(place, _)| *place != 1.0 && stops.len() > 1)
        {
            return Err(Fault::value_error("data mapping points must start with x=0 and end with x=1"));
        }
        Ok(cmap_object::value(Colormap::from_list(&name, &stops, count, gamma)))
    }

    fn call(&self, _: &mut Ctx, _: &Value, _: Args) -> PyResult<Value> {
        Err(Fault::not_provided("LinearSegmentedColormap(...) (use LinearSegmentedColormap.from_list)"))
    }
}

fn to_rgba(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "to_rgba", &["c", "alpha"], 1)?;
    let own = color::color(ctx, &options.take("c").unwrap_or(Value::None))?;
    let alpha = options.number(ctx, "alpha")?;
    color::as_value(ctx, [own[0], own[1], own[2], alpha.unwrap_or(own[3])])
}

fn to_rgb(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [given] = args.exactly("to_rgb")?;
    let own = color::color(ctx, &given)?;
    ctx.tuple(own[..3].iter().copied().map(Value::Float).collect())
}

fn to_hex(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "to_hex", &["c", "keep_alpha"], 1)?;
    let own = color::color(ctx, &options.take("c").unwrap_or(Value::None))?;
    let keep = options.flag(ctx, "keep_alpha")?.unwrap_or(false);
    ctx.str(color::hex(own, keep))
}

fn to_rgba_array(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "to_rgba_array", &["c", "alpha"], 1)?;
    let colors = color::colors(ctx, &options.take("c").unwrap_or(Value::None))?;
    let alpha = options.number(ctx, "alpha")?;
    let flat: Vec<f64> =
        colors.iter().flat_map(|own| [own[0], own[1], own[2], alpha.unwrap_or(own[3])]).collect();
    crate::numpy::array_from(ctx, &[colors.len(), 4], &flat)
}

fn is_color_like(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [given] = args.exactly("is_color_like")?;
    match color::color(ctx, &given) {
        Ok(_) => Ok(Value::Bool(true)),
        Err(fault) if fault.is_limit() => Err(fault),
        Err(_) => Ok(Value::Bool(false)),
    }
}

fn get_cmap(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "get_cmap", &["name", "lut"], 0)?;
    let map = cmap_object::colormap(ctx, &options.take("name").unwrap_or(Value::None))?;
    Ok(cmap_object::value(match options.whole("lut")? {
        Some(count) => {
            let count = count.clamp(1, MOST as i64) as usize;
            ctx.burn(count as u64 * 4)?;
            map.resampled(count)
        }
        None => map,
    }))
}

static COLORS: &[NativeFn] = &[
    NativeFn { name: "Normalize", call: normalize },
    NativeFn { name: "LogNorm", call: log_norm },
    NativeFn { name: "PowerNorm", call: power_norm },
    NativeFn { name: "SymLogNorm", call: symlog_norm },
    NativeFn { name: "TwoSlopeNorm", call: two_slope_norm },
    NativeFn { name: "CenteredNorm", call: centered_norm },
    NativeFn { name: "BoundaryNorm", call: boundary_norm },
    NativeFn { name: "NoNorm", call: no_norm },
    NativeFn { name: "ListedColormap", call: listed },
    NativeFn { name: "to_rgba", call: to_rgba },
    NativeFn { name: "to_rgb", call: to_rgb },
    NativeFn { name: "to_hex", call: to_hex },
    NativeFn { name: "to_rgba_array", call: to_rgba_array },
    NativeFn { name: "is_color_like", call: is_color_like },
];

/// `plt.get_cmap`.
pub(super) static GET_CMAP: NativeFn = NativeFn { name: "get_cmap", call: get_cmap };

static SCALAR_MAPPABLE: NativeFn = NativeFn { name: "ScalarMappable", call: super::scalar_mappable::make };

/// `matplotlib.colors`.
pub(super) fn colors(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> =
        COLORS.iter().map(|function| (function.name, Value::Native(function))).collect();
    contents.push(("LinearSegmentedColormap", Value::from_host(Segmented)));
    let mut tableau = Vec::new();
    for (name, rgb) in color::TAB10.iter() {
        tableau.push((format!("tab:{name}"), color::hex(color::from_hex(*rgb), false)));
    }
    let mut dict = crate::eval::dict::Dict::default();
    for (name, hex) in tableau {
        let (name, hex) = (ctx.str(name)?, ctx.str(hex)?);
        dict.insert(crate::eval::dict::Key::new(&name)?, hex);
    }
    contents.push(("TABLEAU_COLORS", ctx.dict(dict)?));
    ctx.new_module("matplotlib.colors", contents)
}

/// `matplotlib.cm`: the maps by their names, and `matplotlib.colormaps`.
struct Maps;

impl Host for Maps {
    fn type_name(&self) -> &'static str {
        "ColormapRegistry"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        if name == "ScalarMappable" {
            return Ok(Some(Value::Native(&SCALAR_MAPPABLE)));
        }
        ctx.burn(300)?;
        Ok(Colormap::named(name).map(cmap_object::value))
    }

    fn has_method(&self, name: &str) -> bool {
        name == "get_cmap"
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match (name, Colormap::named(name)) {
            ("get_cmap", _) => get_cmap(ctx, args),
            ("ScalarMappable", _) => super::scalar_mappable::make(ctx, args),
            (_, Some(map)) => ctx.call(&cmap_object::value(map), args),
            _ => Err(Fault::no_attribute("cm", name)),
        }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        match key.as_str().and_then(Colormap::named) {
            Some(map) => {
                ctx.burn(300)?;
                Ok(cmap_object::value(map))
            }
            None => Err(Fault::key_error(key)),
        }
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let mut names = Vec::new();
        for name in Colormap::names() {
            names.push(ctx.str(name)?);
            names.push(ctx.str(format!("{name}_r"))?);
        }
        ctx.list(names)
    }

    fn contains(&self, _: &mut Ctx, item: &Value) -> PyResult<Option<bool>> {
        Ok(Some(item.as_str().is_some_and(|name| Colormap::named(name).is_some())))
    }
}

/// `matplotlib.colormaps`.
pub(super) fn registry() -> Value {
    Value::from_host(Maps)
}

/// `matplotlib.cm`.
pub(super) fn cm(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> =
        vec![("get_cmap", Value::Native(&GET_CMAP)), ("ScalarMappable", Value::Native(&SCALAR_MAPPABLE))];
    for name in Colormap::names() {
        if let Some(map) = Colormap::named(name) {
            contents.push((name, cmap_object::value(map.clone())));
            if let Some(turned) = turned(name) {
                contents.push((turned, cmap_object::value(map.reversed())));
            }
        }
    }
    ctx.new_module("matplotlib.cm", contents)
}

/// The name of a map turned round; only those that scripts write as attributes.
fn turned(name: &str) -> Option<&'static str> {
    Some(match name {
        "viridis" => "viridis_r",
        "plasma" => "plasma_r",
        "inferno" => "inferno_r",
        "magma" => "magma_r",
        "cividis" => "cividis_r",
        "gray" => "gray_r",
        "hot" => "hot_r",
        "jet" => "jet_r",
        "coolwarm" => "coolwarm_r",
        "RdBu" => "RdBu_r",
        "RdYlGn" => "RdYlGn_r",
        "RdYlBu" => "RdYlBu_r",
        "Spectral" => "Spectral_r",
        "Blues" => "Blues_r",
        "Greens" => "Greens_r",
        "Reds" => "Reds_r",
        "YlOrRd" => "YlOrRd_r",
        "bwr" => "bwr_r",
        "seismic" => "seismic_r",
        _ => return None,
    })
}
