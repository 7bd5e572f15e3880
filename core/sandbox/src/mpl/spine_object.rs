//! `ax.spines` and the looks of single spines as objects of scripts.

use std::rc::Rc;

use super::arguments::Options;
use super::axes::Axes;
use super::color::{self, as_value};
use super::spine::{Place, SIDES};
use super::style::LineStyle;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `ax.spines`.
pub(crate) struct SpinesObject(pub Rc<Axes>);

/// One spine, or several at once.
struct SpineObject {
    axes: Rc<Axes>,
    numbers: Vec<usize>,
}

impl SpinesObject {
    fn some(&self, numbers: Vec<usize>) -> Value {
        Value::from_host(SpineObject { axes: self.0.clone(), numbers })
    }

    fn names(&self) -> &'static [&'static str] {
        if self.0.polar.get() { &["polar", "start", "end", "inner"] } else { &SIDES }
    }
}

impl Host for SpinesObject {
    fn type_name(&self) -> &'static str {
        "Spines"
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(self.names().iter().position(|side| *side == name).map(|number| self.some(vec![number])))
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let missing = |name: &str| {
            Fault::new(ExcKind::KeyError, format!("'{}'", name.chars().take(40).collect::<String>()))
        };
        let number =
            |name: &str| self.names().iter().position(|side| *side == name).ok_or_else(|| missing(name));
        match key {
            Value::Str(name) => Ok(self.some(vec![number(name)?])),
            Value::List(_) | Value::Tuple(_) => {
                let names = ctx.collect(key)?;
                let numbers = names.iter().map(|name| number(name.as_str().unwrap_or_default()));
                Ok(self.some(numbers.collect::<PyResult<_>>()?))
            }
            Value::Slice(_) => Ok(self.some((0..4).collect())),
            other => Err(missing(other.type_name())),
        }
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "values" | "items" | "keys")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        args.no_keywords(name)?;
        let mut items = Vec::new();
        for (number, side) in self.names().iter().enumerate() {
            let (key, spine) = (ctx.str(*side)?, self.some(vec![number]));
            items.push(match name {
                "keys" => key,
                "values" => spine,
                _ => ctx.tuple(vec![key, spine])?,
            });
        }
        ctx.list(items)
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let mut items = Vec::new();
        for side in self.names() {
            items.push(ctx.str(*side)?);
        }
        ctx.list(items)
    }

    fn len(&self) -> Option<usize> {
        Some(4)
    }
}

impl SpineObject {
    fn each(&self, change: impl Fn(&super::spine::Spine)) {
        self.numbers.iter().filter_map(|number| self.axes.spines.get(*number)).for_each(change);
    }

    fn set(&self, ctx: &mut Ctx, name: &str, value: &Value) -> PyResult<()> {
        match name {
            "visible" => {
                let visible = ctx.truthy(value)?;
                self.each(|spine| spine.visible.set(visible));
            }
            "color" | "edgecolor" | "ec" => {
                let color = color::color(ctx, value)?;
                self.each(|spine| spine.color.set(color));
            }
            "linewidth" | "lw" => {
                let width = real(ctx, value)?;
                self.each(|spine| spine.width.set(width));
            }
            "linestyle" | "ls" => {
                let style = LineStyle::of(ctx, value)?;
                self.each(|spine| drop(spine.style.replace(style.clone())));
            }
            "alpha" => {
                let alpha = if value.is_none() { None } else { Some(real(ctx, value)?) };
                self.each(|spine| spine.alpha.set(alpha));
            }
            "zorder" => {
                let order = real(ctx, value)?;
                self.each(|spine| spine.zorder.set(order));
            }
            "position" => {
                let place = place(ctx, value)?;
                self.each(|spine| spine.place.set(place));
            }
            "bounds" => {
                let [low, high] = super::arguments::point(ctx, value)?;
                self.each(|spine| spine.bounds.set(Some((low, high))));
            }
            "capstyle" | "joinstyle" | "clip_on" | "path_effects" | "facecolor" | "fc" | "snap" => {}
            other => return Err(super::arguments::no_property("Spine", other)),
        }
        Ok(())
    }
}

/// Where a spine is put: `'zero'`, `'center'`, `('data', 0)` and so on.
fn place(ctx: &mut Ctx, value: &Value) -> PyResult<Place> {
    if let Value::Str(name) = value {
        return match &***name {
            "zero" => Ok(Place::Data(0.0)),
            "center" => Ok(Place::Axes(0.5)),
            _ => Err(Fault::value_error("position should be 'center' or 2-tuple")),
        };
    }
    let parts = ctx.collect(value)?;
    let [kind, amount] = &parts[..] else {
        return Err(Fault::value_error("position should be 'center' or 2-tuple"));
    };
    let amount = real(ctx, amount)?;
    Ok(match kind.as_str() {
        Some("data") => Place::Data(amount),
        Some("axes") => Place::Axes(amount),
        Some("outward") => Place::Outward(amount),
        _ => {
            return Err(Fault::value_error("position[0] should be one of 'outward', 'axes', or 'data' "));
        }
    })
}

impl Host for SpineObject {
    fn type_name(&self) -> &'static str {
        "Spine"
    }

    fn has_method(&self, name: &str) -> bool {
        name == "set" || name.starts_with("set_") || name.starts_with("get_")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if name == "set" {
            for (name, value) in args.keyword {
                self.set(ctx, &name, &value)?;
            }
            return Ok(Value::None);
        }
        if let Some(property) = name.strip_prefix("set_") {
            let (mut positional, options) = Options::split(args);
            let value = match positional.len() {
                0 => match options.items.into_iter().next() {
                    Some((_, value)) => value,
                    None => {
                        return Err(Fault::type_error(format!(
                            "{name}() missing 1 required positional argument"
                        )));
                    }
                },
                1 => positional.remove(0),
                _ => ctx.tuple(positional)?,
            };
            self.set(ctx, property, &value)?;
            return Ok(Value::None);
        }
        let Some(spine) = self.numbers.first().and_then(|number| self.axes.spines.get(*number)) else {
            return Err(Fault::no_attribute("Spine", name));
        };
        match name {
            "get_visible" => Ok(Value::Bool(spine.visible.get())),
            "get_linewidth" => Ok(Value::Float(spine.width.get())),
            "get_edgecolor" => as_value(ctx, spine.color.get()),
            _ => Err(Fault::no_attribute("Spine", name)),
        }
    }
}
