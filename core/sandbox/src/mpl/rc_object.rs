//! `rcParams` and styles as objects of scripts.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;

use super::color::Color;
use super::rc::{DEFAULTS, Setting, default};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `rcParams`.
pub(crate) struct RcObject;

/// Settings and the cycle of colours.
type Held = (Rc<IndexMap<String, Value>>, Rc<Vec<Color>>);

/// What a `with` block gives back when it ends.
struct Context {
    held: RefCell<Option<Held>>,
    update: Option<Value>,
    styles: Option<Value>,
}

/// Names of settings that exist in matplotlib but change nothing here.
fn inert(name: &str) -> bool {
    const PREFIXES: [&str; 17] = [
        "backend",
        "toolbar",
        "interactive",
        "path.",
        "pdf.",
        "ps.",
        "svg.",
        "keymap.",
        "animation.",
        "webagg.",
        "docstring.",
        "date.",
        "timezone",
        "polaraxes.",
        "axes3d.",
        "pgf.",
        "tk.",
    ];
    const NAMES: [&str; 29] = [
        "font.stretch",
        "font.variant",
        "font.cursive",
        "font.fantasy",
        "mathtext.rm",
        "mathtext.it",
        "mathtext.bf",
        "mathtext.cal",
        "mathtext.sf",
        "mathtext.tt",
        "mathtext.fallback",
        "text.latex.preamble",
        "text.hinting",
        "text.hinting_factor",
        "text.parse_math",
        "text.kerning_factor",
        "lines.scale_dashes",
        "lines.dashed_pattern",
        "lines.dashdot_pattern",
        "lines.dotted_pattern",
        "markers.fillstyle",
        "patch.antialiased",
        "axes.formatter.use_locale",
        "axes.formatter.offset_threshold",
        "image.resample",
        "image.lut",
        "image.composite_image",
        "figure.raise_window",
        "axes.titley",
    ];
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || NAMES.contains(&name)
        || name.starts_with("boxplot.")
        || name.starts_with("contour.")
        || name.starts_with("figure.constrained_layout.")
        || name.starts_with("xtick.m")
        || name.starts_with("ytick.m")
        || matches!(
            name,
            "xtick.alignment" | "ytick.alignment" | "errorbar.capsize" | "axes.zmargin" | "savefig.directory"
        )
}

/// Sets a setting.
pub(crate) fn set(ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
    ctx.burn(20)?;
    if name == "axes.prop_cycle" {
        let colors = super::cycler::colors(ctx, &value)?;
        if !colors.is_empty() {
            ctx.plots.rc.cycle = Rc::new(colors);
        }
        return Ok(());
    }
    let Some(known) = default(name) else {
        if inert(name) {
            return Ok(());
        }
        let shown: String = name.chars().take(60).collect();
        return Err(Fault::new(
            ExcKind::KeyError,
            format!(
                "'{shown} is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)'"
            ),
        ));
    };
    check(ctx, name, known, &value)?;
    let mut changed = (*ctx.plots.rc.changed).clone();
    changed.insert(name.to_owned(), value);
    ctx.plots.rc.changed = Rc::new(changed);
    Ok(())
}

/// Raises where a value cannot be that of a setting.
fn check(ctx: &mut Ctx, name: &str, known: Setting, value: &Value) -> PyResult<()> {
    if name.contains("color")
        && !matches!(value.as_str(), Some("auto" | "inherit" | "face"))
        && !value.is_none()
    {
        super::color::color(ctx, value).map_err(|fault| {
            if fault.is_limit() {
                fault
            } else {
                Fault::value_error(format!("Key {name}: not a valid color"))
            }
        })?;
        return Ok(());
    }
    if matches!(known, Setting::Number(_)) && value.as_str().is_none() {
        let number = crate::builtins::real(ctx, value)
            .map_err(|_| Fault::value_error(format!("Key {name}: could not convert to a number")))?;
        if !number.is_finite() {
            return Err(Fault::value_error(format!("Key {name}: must be finite")));
        }
    }
    Ok(())
}

/// Sets all of a dictionary.
pub(crate) fn update(ctx: &mut Ctx, value: &Value) -> PyResult<()> {
    let Value::Dict(dict) = value else {
        return Err(Fault::type_error(format!("a dictionary is expected, not '{}'", value.type_name())));
    };
    let items: Vec<(Value, Value)> =
        dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
    for (key, value) in items {
        let name = ctx.str_of(&key)?;
        set(ctx, &name, value)?;
    }
    Ok(())
}

/// `rc('lines', linewidth=2)`.
pub(crate) fn rc(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    const SHORT: [(&str, &str); 9] = [
        ("lw", "linewidth"),
        ("ls", "linestyle"),
        ("c", "color"),
        ("fc", "facecolor"),
        ("ec", "edgecolor"),
        ("mew", "markeredgewidth"),
        ("aa", "antialiased"),
        ("ms", "markersize"),
        ("size", "size"),
    ];
    let groups = match args.positional.first() {
        Some(Value::Str(name)) => vec![(***name).to_owned()],
        Some(value) => super::arguments::texts(ctx, value)?,
        None => Vec::new(),
    };
    for group in groups {
        for (name, value) in &args.keyword {
            let long = SHORT.iter().find(|(short, _)| *short == &***name).map_or(&***name, |(_, long)| long);
            set(ctx, &format!("{group}.{long}"), value.clone())?;
        }
    }
    Ok(Value::None)
}

/// `rcdefaults()`.
pub(crate) fn defaults(ctx: &mut Ctx, _: Args) -> PyResult<Value> {
    ctx.plots.rc = Default::default();
    Ok(Value::None)
}

/// `rc_context({...})`.
pub(crate) fn context(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [update, _] = args.bind("rc_context", ["rc", "fname"], 0)?;
    Ok(Value::from_host(Context { held: RefCell::default(), update, styles: None }))
}

/// `style.context('dark_background')`.
pub(crate) fn style_context(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [styles, _] = args.bind("context", ["style", "after_reset"], 1)?;
    Ok(Value::from_host(Context { held: RefCell::default(), update: None, styles }))
}

impl Host for Context {
    fn type_name(&self) -> &'static str {
        "_GeneratorContextManager"
    }

    fn enter(&self, ctx: &mut Ctx, _: &Value) -> PyResult<Option<Value>> {
        self.held.replace(Some((ctx.plots.rc.changed.clone(), ctx.plots.rc.cycle.clone())));
        if let Some(update_with) = self.update.as_ref().filter(|value| !value.is_none()) {
            update(ctx, update_with)?;
        }
        if let Some(styles) = &self.styles {
            super::style_sheets::apply(ctx, styles)?;
        }
        Ok(Some(Value::None))
    }

    fn exit(&self, ctx: &mut Ctx) -> PyResult<()> {
        if let Some((changed, cycle)) = self.held.take() {
            ctx.plots.rc.changed = changed;
            ctx.plots.rc.cycle = cycle;
        }
        Ok(())
    }
}

impl Host for RcObject {
    fn type_name(&self) -> &'static str {
        "RcParams"
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let name = ctx.str_of(key)?;
        if name == "axes.prop_cycle" {
            let colors = (*ctx.plots.rc.cycle).clone();
            return Ok(Value::from_host(super::cycler::CyclerObject(colors)));
        }
        let held = ctx.plots.rc.value(ctx, &name)?;
        held.ok_or_else(|| {
            Fault::new(ExcKind::KeyError, format!("'{}'", name.chars().take(60).collect::<String>()))
        })
    }

    fn set_item(&self, ctx: &mut Ctx, key: &Value, value: Value) -> PyResult<()> {
        let name = ctx.str_of(key)?;
        set(ctx, &name, value)
    }

    fn contains(&self, _: &mut Ctx, item: &Value) -> PyResult<Option<bool>> {
        Ok(Some(item.as_str().is_some_and(|name| default(name).is_some() || name == "axes.prop_cycle")))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "update" | "get" | "keys" | "copy")
    }

    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "update" => {
                for value in &args.positional {
                    if value.host::<RcObject>().is_none() {
                        update(ctx, value)?;
                    }
                }
                for (name, value) in args.keyword {
                    set(ctx, &name, value)?;
                }
                Ok(Value::None)
            }
            "get" => {
                let [key, or] = args.between("get", 1)?;
                let key = key.unwrap_or(Value::None);
                match self.get_item(ctx, &key) {
                    Err(fault) if fault.is(ExcKind::KeyError) => Ok(or.unwrap_or(Value::None)),
                    other => other,
                }
            }
            "keys" => {
                let mut names = Vec::new();
                for (name, _) in DEFAULTS {
                    names.push(ctx.str(*name)?);
                }
                ctx.list(names)
            }
            "copy" => {
                let mut dict = crate::eval::dict::Dict::default();
                for (name, _) in DEFAULTS {
                    if let Some(value) = ctx.plots.rc.value(ctx, name)? {
                        let key = ctx.str(*name)?;
                        dict.insert(crate::eval::dict::Key::new(&key)?, value);
                    }
                }
                ctx.dict(dict)
            }
            _ => {
                let _ = this;
                Err(Fault::no_attribute("RcParams", name))
            }
        }
    }
}
