//! Python arguments as numbers, points and options.

use std::rc::Rc;

use super::axes::Axes;
use super::domain::Domain;
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::text::Str;
use crate::eval::value::Value;

/// Keyword arguments that are taken out one by one; what is left goes to an artist or is an error.
#[derive(Default)]
pub(crate) struct Options {
    pub items: Vec<(Rc<Str>, Value)>,
}

impl Options {
    /// The keyword arguments of a call, and its positional ones.
    pub fn split(args: Args) -> (Vec<Value>, Self) {
        (args.positional, Self { items: args.keyword })
    }

    /// Puts positional arguments under their names; the first `required` must be there.
    pub fn named(args: Args, function: &str, params: &[&str], required: usize) -> PyResult<Self> {
        let (positional, mut options) = Self::split(args);
        if positional.len() > params.len() {
            return Err(Fault::type_error(format!(
                "{function}() takes at most {} positional arguments but {} were given",
                params.len(),
                positional.len()
            )));
        }
        for (name, value) in params.iter().zip(positional) {
            if options.has(name) {
                return Err(Fault::type_error(format!(
                    "{function}() got multiple values for argument '{name}'"
                )));
            }
            let name = Rc::new(Str::new((*name).to_owned(), crate::eval::heap::Charge::none()));
            options.items.push((name, value));
        }
        if let Some(name) = params.iter().take(required).find(|name| !options.has(name)) {
            return Err(Fault::type_error(format!(
                "{function}() missing 1 required positional argument: '{name}'"
            )));
        }
        Ok(options)
    }

    pub fn has(&self, name: &str) -> bool {
        self.items.iter().any(|(known, _)| &***known == name)
    }

    /// Takes an option, `None` of Python's included.
    pub fn take_any(&mut self, name: &str) -> Option<Value> {
        let index = self.items.iter().position(|(known, _)| &***known == name)?;
        Some(self.items.remove(index).1)
    }

    /// Takes an option that is not `None`.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        self.take_any(name).filter(|value| !value.is_none())
    }

    /// Takes the first of several names for the same.
    pub fn take_of(&mut self, names: &[&str]) -> Option<Value> {
        names.iter().filter_map(|name| self.take(name)).next()
    }

    pub fn number(&mut self, ctx: &mut Ctx, name: &str) -> PyResult<Option<f64>> {
        self.take(name).map(|value| real(ctx, &value)).transpose()
    }

    pub fn whole(&mut self, name: &str) -> PyResult<Option<i64>> {
        self.take(name).map(|value| integer(&value)).transpose()
    }

    pub fn text(&mut self, ctx: &mut Ctx, name: &str) -> PyResult<Option<String>> {
        self.take(name).map(|value| ctx.str_of(&value)).transpose()
    }

    pub fn flag(&mut self, ctx: &mut Ctx, name: &str) -> PyResult<Option<bool>> {
        self.take(name).map(|value| ctx.truthy(&value)).transpose()
    }

    /// Drops options that change nothing here.
    pub fn ignore(&mut self, names: &[&str]) {
        self.items.retain(|(name, _)| !names.contains(&&***name));
    }

    /// Raises if something is left.
    pub fn finish(self, function: &str) -> PyResult<()> {
        match self.items.first() {
            None => Ok(()),
            Some((name, _)) => Err(Fault::type_error(format!(
                "{function}() got an unexpected keyword argument '{}'",
                &***name
            ))),
        }
    }

    /// Raises `NotImplementedError` for options that exist but are not provided.
    pub fn refuse(&mut self, function: &str, names: &[&str]) -> PyResult<()> {
        for name in names {
            if self.take(name).is_some() {
                return Err(Fault::not_provided(format!("{function}({name}=...)")));
            }
        }
        Ok(())
    }
}

/// The numbers of an argument in a row, whatever its shape; a single number is a row of one.
pub(crate) fn numbers(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<f64>> {
    Ok(shaped(ctx, value)?.1)
}

/// The shape and the numbers of an argument.
pub(crate) fn shaped(ctx: &mut Ctx, value: &Value) -> PyResult<(Vec<usize>, Vec<f64>)> {
    match value {
        Value::None => Ok((vec![1], vec![f64::NAN])),
        Value::Str(_) => {
            let shown = ctx.repr(value)?;
            Err(Fault::type_error(format!(
                "a number is expected, not {}",
                shown.chars().take(60).collect::<String>()
            )))
        }
        // What is iterable and no sequence becomes a list first.
        Value::Iter(_) | Value::Dict(_) | Value::Set(_) => {
            let items = ctx.collect(value)?;
            let list = ctx.list(items)?;
            crate::numpy::floats(ctx, &list)
        }
        _ => crate::numpy::floats(ctx, value),
    }
}

/// Numbers for an axis: names become categories.
pub(crate) fn along(ctx: &mut Ctx, domain: &Domain, value: &Value) -> PyResult<Vec<f64>> {
    let items = match value {
        Value::Str(_) => vec![value.clone()],
        single if super::dates::is_date(single) => vec![value.clone()],
        Value::List(_) | Value::Tuple(_) | Value::Iter(_) | Value::Dict(_) | Value::Set(_) => {
            ctx.collect(value)?
        }
        _ => return numbers(ctx, value),
    };
    if !items.iter().any(|item| matches!(item, Value::Str(_)) || super::dates::is_date(item)) {
        let list = ctx.list(items)?;
        return numbers(ctx, &list);
    }
    let _charge = ctx.charge(items.len().saturating_mul(8))?;
    items
        .iter()
        .map(|item| match item {
            Value::Str(name) => domain.category(ctx, name),
            other => super::dates::number(ctx, domain, other),
        })
        .collect()
}

/// A number for an axis.
pub(crate) fn one_along(ctx: &mut Ctx, domain: &Domain, value: &Value) -> PyResult<f64> {
    match value {
        Value::Str(name) => domain.category(ctx, name),
        Value::Instance(_) => super::dates::number(ctx, domain, value),
        other => real(ctx, other),
    }
}

/// x and y of the same length.
pub(crate) fn pair_of_rows(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    x: &Value,
    y: &Value,
) -> PyResult<(Vec<f64>, Vec<f64>)> {
    let x = along(ctx, &axes.domain(0), x)?;
    let y = along(ctx, &axes.domain(1), y)?;
    if x.len() != y.len() {
        return Err(Fault::value_error(format!(
            "x and y must have same first dimension, but have shapes ({},) and ({},)",
            x.len(),
            y.len()
        )));
    }
    Ok((x, y))
}

/// A pair of numbers.
pub(crate) fn point(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 2]> {
    let items = ctx.collect(value)?;
    match &items[..] {
        [x, y] => Ok([real(ctx, x)?, real(ctx, y)?]),
        _ => Err(Fault::value_error(format!("expected two values, got {}", items.len()))),
    }
}

/// Four numbers.
pub(crate) fn four(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 4]> {
    let numbers = numbers(ctx, value)?;
    <[f64; 4]>::try_from(numbers)
        .map_err(|numbers| Fault::value_error(format!("expected four values, got {}", numbers.len())))
}

/// A point on an axes.
pub(crate) fn data_point(ctx: &mut Ctx, axes: &Rc<Axes>, x: &Value, y: &Value) -> PyResult<[f64; 2]> {
    Ok([one_along(ctx, &axes.domain(0), x)?, one_along(ctx, &axes.domain(1), y)?])
}

/// The index of an option's text.
pub(crate) fn choice(name: &str, text: &str, known: &[&str]) -> PyResult<usize> {
    known.iter().position(|one| *one == text).ok_or_else(|| {
        let shown: String = text.chars().take(60).collect();
        let list: Vec<String> = known.iter().map(|one| format!("'{one}'")).collect();
        Fault::value_error(format!(
            "'{shown}' is not a valid value for {name}; supported values are {}",
            list.join(", ")
        ))
    })
}

/// `AttributeError` for a property that an artist does not have.
pub(crate) fn no_property(class: &str, name: &str) -> Fault {
    Fault::new(ExcKind::AttributeError, format!("{class}.set() got an unexpected keyword argument '{name}'"))
}

/// A list of texts.
pub(crate) fn texts(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<String>> {
    let items = ctx.collect(value)?;
    items
        .iter()
        .map(|item| match item.host::<super::objects::ArtistObject>() {
            Some(artist) => Ok(super::props::text_of(&artist.0)),
            None => ctx.str_of(item),
        })
        .collect()
}
