//! `matplotlib.dates` as a module of scripts.

use super::arguments::Options;
use super::date_format::{CONCISE, DateFormat, moment_of};
use super::dates::{date2num, moment_value};
use super::tick_format::TickFormat;
use super::ticker::{FormatterObject, LocatorObject};
use super::ticks::{AutoDates, DateLocator, DateRule, DateUnit, Locator};
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{NativeFn, NativeType};
use crate::eval::value::Value;

fn locator(locator: DateLocator) -> PyResult<Value> {
    Ok(Value::from_host(LocatorObject(Locator::Date(locator))))
}

fn formatter(format: DateFormat) -> PyResult<Value> {
    Ok(Value::from_host(FormatterObject(TickFormat::Date(format))))
}

/// A whole number or a list of some.
fn wholes(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<i64>> {
    if let Ok(one) = integer(value) {
        return Ok(vec![one]);
    }
    ctx.collect(value)?.iter().take(400).map(integer).collect()
}

/// A locator of one unit: its parameter of parts, and the distance.
fn rule(ctx: &mut Ctx, args: Args, name: &str, unit: DateUnit, part: &str) -> PyResult<Value> {
    let params: &[&str] = if unit == DateUnit::Month {
        &["bymonth", "bymonthday", "interval", "tz"]
    } else {
        &[part, "interval", "tz"]
    };
    let mut options = Options::named(args, name, params, 0)?;
    let interval = options.number(ctx, "interval")?.unwrap_or(1.0);
    if !(interval >= 1.0 && interval.fract() == 0.0 && interval < 1.0e9) {
        return Err(Fault::value_error("interval must be an integer greater than 0"));
    }
    let mut own = DateRule::every(unit, interval as i64);
    let zero = Some(vec![0]);
    if unit < DateUnit::Hour {
        own.hours.clone_from(&zero);
    }
    if unit < DateUnit::Minute {
        own.minutes.clone_from(&zero);
    }
    if unit < DateUnit::Second {
        own.seconds = zero;
    }
    if unit == DateUnit::Month {
        own.days = Some(match options.take("bymonthday") {
            Some(value) => wholes(ctx, &value)?,
            None => vec![1],
        });
    }
    let parts = options.take(part).map(|value| wholes(ctx, &value)).transpose()?;
    match part {
        "bymonth" => own.months = parts,
        "bymonthday" => own.days = parts,
        "byweekday" => own.weekdays = Some(parts.unwrap_or(vec![1])),
        "byhour" => own.hours = parts,
        "byminute" => own.minutes = parts,
        _ => own.seconds = parts,
    }
    options.ignore(&["tz"]);
    options.finish(name)?;
    locator(DateLocator::Rule(own))
}

fn year(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "YearLocator", &["base", "month", "day", "tz"], 0)?;
    let base = options.number(ctx, "base")?.unwrap_or(1.0);
    if !(base >= 1.0) {
        return Err(Fault::value_error("'step' must be positive"));
    }
    let month = options.whole("month")?.unwrap_or(1).clamp(1, 12);
    let day = options.whole("day")?.unwrap_or(1).clamp(1, 31);
    locator(DateLocator::Year(base as i64, month, day))
}

fn auto(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["tz", "minticks", "maxticks", "interval_multiples"];
    let mut options = Options::named(args, "AutoDateLocator", &params, 0)?;
    let least = options.number(ctx, "minticks")?.unwrap_or(5.0);
    let most = match options.take("maxticks") {
        Some(Value::Dict(_)) => return Err(Fault::not_provided("AutoDateLocator(maxticks={...})")),
        Some(value) => Some(integer(&value)?.clamp(2, 1000)),
        None => None,
    };
    let multiples = options.flag(ctx, "interval_multiples")?.unwrap_or(true);
    locator(DateLocator::Auto(AutoDates { least, most, multiples }))
}

fn concise(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let params = ["locator", "tz", "formats", "offset_formats", "zero_formats", "show_offset"];
    let mut options = Options::named(args, "ConciseDateFormatter", &params, 1)?;
    let mut formats = CONCISE.map(|row| row.map(str::to_owned));
    for (row, name) in ["formats", "zero_formats", "offset_formats"].into_iter().enumerate() {
        let Some(value) = options.take(name) else { continue };
        let texts = super::arguments::texts(ctx, &value)?;
        formats[row] = <[String; 6]>::try_from(texts).map_err(|_| {
            Fault::value_error(format!("{name} argument must be a list of 6 format strings (or None)"))
        })?;
        if row == 0 {
            // Beginnings are written as the larger unit is.
            let mut larger = formats[0].clone();
            larger.rotate_right(1);
            larger[0].clear();
            formats[1] = larger;
        }
    }
    let shown = options.flag(ctx, "show_offset")?.unwrap_or(true);
    formatter(DateFormat::Concise(Box::new(formats), shown))
}

fn num2date(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "num2date", &["x", "tz"], 1)?;
    let value = options.take("x").unwrap_or(Value::None);
    if crate::numpy::dimensions(&value).is_none_or(|count| count == 0)
        && let Ok(days) = real(ctx, &value)
    {
        let moment = moment_of(days)?;
        return moment_value(ctx, moment);
    }
    let mut dates = Vec::new();
    for days in super::arguments::numbers(ctx, &value)? {
        let moment = moment_of(days)?;
        dates.push(moment_value(ctx, moment)?);
    }
    ctx.list(dates)
}

static DATE2NUM: NativeFn = NativeFn {
    name: "date2num",
    call: |ctx, args| {
        let [value] = args.exactly("date2num")?;
        date2num(ctx, &value)
    },
};
static NUM2DATE: NativeFn = NativeFn { name: "num2date", call: num2date };

macro_rules! class {
    ($name:literal, $make:expr) => {{
        static CLASS: NativeType =
            NativeType { name: $name, call: Some($make), is_instance: |_| false, attrs: &[] };
        ($name, Value::Type(&CLASS))
    }};
}

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents = vec![
        ("date2num", Value::Native(&DATE2NUM)),
        ("num2date", Value::Native(&NUM2DATE)),
        class!("AutoDateLocator", auto),
        class!("YearLocator", year),
        class!("MonthLocator", |ctx, args| rule(ctx, args, "MonthLocator", DateUnit::Month, "bymonth")),
        class!("WeekdayLocator", |ctx, args| rule(ctx, args, "WeekdayLocator", DateUnit::Day, "byweekday")),
        class!("DayLocator", |ctx, args| rule(ctx, args, "DayLocator", DateUnit::Day, "bymonthday")),
        class!("HourLocator", |ctx, args| rule(ctx, args, "HourLocator", DateUnit::Hour, "byhour")),
        class!("MinuteLocator", |ctx, args| rule(ctx, args, "MinuteLocator", DateUnit::Minute, "byminute")),
        class!("SecondLocator", |ctx, args| rule(ctx, args, "SecondLocator", DateUnit::Second, "bysecond")),
        class!("MicrosecondLocator", |_, args| {
            let mut options = Options::named(args, "MicrosecondLocator", &["interval", "tz"], 0)?;
            locator(DateLocator::Microsecond(options.whole("interval")?.unwrap_or(1).max(1)))
        }),
        class!("DateFormatter", |ctx, args| {
            let mut options = Options::named(args, "DateFormatter", &["fmt", "tz"], 1)?;
            formatter(DateFormat::Pattern(options.text(ctx, "fmt")?.unwrap_or_default()))
        }),
        class!("AutoDateFormatter", |_, args| {
            let params = ["locator", "tz", "defaultfmt"];
            Options::named(args, "AutoDateFormatter", &params, 1).and_then(|_| formatter(DateFormat::Auto))
        }),
        class!("ConciseDateFormatter", concise),
    ];
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    contents.extend((0..).zip(days).map(|(number, name)| (name, Value::Int(number))));
    ctx.new_module("matplotlib.dates", contents)
}
