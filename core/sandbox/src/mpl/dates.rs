//! Dates on axes: what `datetime` objects are as numbers, and which ticks an axis gets with them.

use super::arguments;
use super::date_format::DateFormat;
use super::domain::Domain;
use super::methods::AxesMethod;
use super::tick_format::TickFormat;
use super::ticks::{AutoDates, DateLocator, Locator, MaxN, calendar};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) const METHODS: &[(&str, AxesMethod)] = &[
    ("xaxis_date", |_, axes, _| {
        mark(&axes.domain(0));
        Ok(Value::None)
    }),
    ("yaxis_date", |_, axes, _| {
        mark(&axes.domain(1));
        Ok(Value::None)
    }),
];

/// Day number of the first of January 1970 in Python's ordinals.
const EPOCH: i64 = 719_163;

/// Gives an axis the ticks of dates, unless a script gave it others.
pub(crate) fn mark(domain: &Domain) {
    if domain.dates.replace(true) {
        return;
    }
    let plain = matches!(&*domain.major.borrow(), Locator::MaxN(own) if *own == MaxN::default());
    if plain {
        domain.major.replace(Locator::Date(DateLocator::Auto(AutoDates::default())));
    }
    let plain = matches!(&*domain.format.borrow(), TickFormat::Scalar(_));
    if plain {
        domain.format.replace(TickFormat::Date(DateFormat::Auto));
    }
}

/// The days that an object of `datetime` stands for, and whether it is a date and no difference.
pub(crate) fn days_of(ctx: &mut Ctx, value: &Value) -> PyResult<Option<(f64, bool)>> {
    let Value::Instance(instance) = value else { return Ok(None) };
    let name = &**instance.class.name;
    let field = match name {
        "datetime" | "date" => "_order",
        "timedelta" => "_us",
        _ => return Ok(None),
    };
    let Some(number) = ctx.get_attr(value, field)?.as_i64() else { return Ok(None) };
    Ok(Some(match name {
        "date" => (number.saturating_sub(EPOCH) as f64, true),
        "datetime" => (calendar::days(number.saturating_sub(EPOCH * calendar::DAY)), true),
        _ => (calendar::days(number), false),
    }))
}

/// Whether a value is an object of `datetime`.
pub(crate) fn is_date(value: &Value) -> bool {
    matches!(value, Value::Instance(own) if matches!(&**own.class.name, "datetime" | "date" | "timedelta"))
}

/// Whether a value is an object of `datetime`, or a list that has one.
pub(crate) fn has_dates(value: &Value) -> bool {
    match value {
        Value::List(list) => list.0.borrow().iter().any(is_date),
        Value::Tuple(tuple) => tuple.0.iter().any(is_date),
        single => is_date(single),
    }
}

/// A number or a date for an axis; dates give the axis their ticks.
pub(crate) fn number(ctx: &mut Ctx, domain: &Domain, value: &Value) -> PyResult<f64> {
    match days_of(ctx, value)? {
        Some((days, date)) => {
            if date {
                mark(domain);
            }
            Ok(days)
        }
        None if value.is_none() => Ok(f64::NAN),
        None => crate::builtins::real(ctx, value),
    }
}

/// Numbers where names are no categories, but dates and differences are days.
pub(crate) fn numbers(ctx: &mut Ctx, domain: &Domain, value: &Value) -> PyResult<Vec<f64>> {
    if has_dates(value) { arguments::along(ctx, domain, value) } else { arguments::numbers(ctx, value) }
}

/// A moment as `datetime`, in UTC.
pub(crate) fn moment_value(ctx: &mut Ctx, moment: i64) -> PyResult<Value> {
    ctx.burn(50)?;
    let module = ctx.import_module("datetime")?;
    let class = ctx.get_attr(&module, "datetime")?;
    let zone = ctx.get_attr(&module, "timezone")?;
    let zone = ctx.get_attr(&zone, "utc")?;
    let own = calendar::parts(moment);
    let parts = [own.year, own.month, own.day, own.hour, own.minute, own.second, own.micro];
    let mut given: Vec<Value> = parts.into_iter().map(Value::Int).collect();
    given.push(zone);
    ctx.call_with(&class, given)
}

/// A list of dates, or one, as numbers.
pub(crate) fn date2num(ctx: &mut Ctx, value: &Value) -> PyResult<Value> {
    let plain = |ctx: &mut Ctx, value: &Value| match days_of(ctx, value)? {
        Some((days, _)) => Ok(days),
        None if value.is_none() => Ok(f64::NAN),
        None if matches!(value, Value::Str(_)) => Err(Fault::type_error("date2num() takes dates, not texts")),
        None => crate::builtins::real(ctx, value),
    };
    match value {
        Value::List(_) | Value::Tuple(_) | Value::Iter(_) => {
            let items = ctx.collect(value)?;
            let _charge = ctx.charge(items.len().saturating_mul(8))?;
            let numbers: Vec<f64> = items.iter().map(|item| plain(ctx, item)).collect::<PyResult<_>>()?;
            crate::numpy::array_from(ctx, &[numbers.len()], &numbers)
        }
        single if crate::numpy::dimensions(single).is_some() => Ok(single.clone()),
        single => plain(ctx, single).map(Value::Float),
    }
}
