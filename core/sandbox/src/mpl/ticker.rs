//! `matplotlib.ticker`: locators and formatters as objects of scripts.

use super::arguments::{Options, numbers, texts};
use super::tick_format::TickFormat;
use super::ticks::{
    Engineering, Locator, Log, LogLabels, LogStyle, MaxN, OffsetRule, Percent, Prune, Scalar,
};
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeType};
use crate::eval::value::Value;

/// A locator.
pub(crate) struct LocatorObject(pub Locator);
/// A formatter.
pub(crate) struct FormatterObject(pub TickFormat);

impl Host for LocatorObject {
    fn type_name(&self) -> &'static str {
        "Locator"
    }
}

impl Host for FormatterObject {
    fn type_name(&self) -> &'static str {
        "Formatter"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "set_scientific" | "set_powerlimits" | "set_useOffset" | "set_useMathText")
    }
}

/// The locator that an argument is.
pub(crate) fn locator_of(value: &Value) -> PyResult<Locator> {
    match value.host::<LocatorObject>() {
        Some(object) => Ok(object.0.clone()),
        None => Err(Fault::type_error(format!(
            "locator must be an instance of Locator, not a {}",
            value.type_name()
        ))),
    }
}

/// The formatter that an argument means: an object, a format string or a function.
pub(crate) fn formatter_of(value: &Value) -> PyResult<TickFormat> {
    match value {
        Value::Str(template) => Ok(TickFormat::Template((***template).to_owned())),
        Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Builtin(_) => {
            Ok(TickFormat::Function(value.clone()))
        }
        other => match other.host::<FormatterObject>() {
            Some(object) => Ok(object.0.clone()),
            None => {
                let name = other.type_name();
                Err(Fault::type_error(format!("formatter must be an instance of Formatter, not a {name}")))
            }
        },
    }
}

fn locator(locator: Locator) -> PyResult<Value> {
    Ok(Value::from_host(LocatorObject(locator)))
}

fn formatter(format: TickFormat) -> PyResult<Value> {
    Ok(Value::from_host(FormatterObject(format)))
}

macro_rules! class {
    ($name:literal, $make:expr) => {{
        static CLASS: NativeType =
            NativeType { name: $name, call: Some($make), is_instance: |_| false, attrs: &[] };
        ($name, Value::Type(&CLASS))
    }};
}

fn max_n(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "MaxNLocator", &["nbins"], 0)?;
    let bins = match options.take("nbins") {
        Some(Value::Str(_)) => None,
        Some(value) => Some(integer(&value)?.clamp(1, 5000) as usize),
        None => Some(10),
    };
    let mut own = MaxN::with_bins(bins);
    own.integer = options.flag(ctx, "integer")?.unwrap_or(false);
    own.symmetric = options.flag(ctx, "symmetric")?.unwrap_or(false);
    if let Some(steps) = options.take("steps") {
        let steps = numbers(ctx, &steps)?;
        own.steps = MaxN::valid_steps(&steps).ok_or_else(|| {
            Fault::value_error(
                "steps argument must be an increasing sequence of numbers between 1 and 10 inclusive",
            )
        })?;
    }
    own.prune = match options.text(ctx, "prune")?.as_deref() {
        Some("lower") => Prune::Lower,
        Some("upper") => Prune::Upper,
        Some("both") => Prune::Both,
        _ => Prune::None,
    };
    if let Some(least) = options.whole("min_n_ticks")? {
        own.least = least.clamp(1, 1000) as usize;
    }
    options.finish("MaxNLocator")?;
    locator(Locator::MaxN(own))
}

/// The module.
pub(crate) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let contents = [
        class!("MultipleLocator", |ctx, args| {
            let mut options = Options::named(args, "MultipleLocator", &["base", "offset"], 0)?;
            let base = options.number(ctx, "base")?.unwrap_or(1.0);
            let offset = options.number(ctx, "offset")?.unwrap_or(0.0);
            if !(base > 0.0) {
                return Err(Fault::value_error("'step' must be positive"));
            }
            locator(Locator::Multiple(base, offset))
        }),
        class!("MaxNLocator", max_n),
        class!("AutoLocator", |_, _| locator(Locator::MaxN(MaxN::default()))),
        class!("NullLocator", |_, _| locator(Locator::Null)),
        class!("FixedLocator", |ctx, args| {
            let mut options = Options::named(args, "FixedLocator", &["locs", "nbins"], 1)?;
            let locs = options.take("locs").unwrap_or(Value::None);
            let bins = options.whole("nbins")?.map(|bins| bins.clamp(2, 100_000) as usize);
            locator(Locator::Fixed(numbers(ctx, &locs)?, bins))
        }),
        class!("LinearLocator", |_, args| {
            let mut options = Options::named(args, "LinearLocator", &["numticks"], 0)?;
            let count = options.whole("numticks")?.unwrap_or(11).clamp(1, 5000) as usize;
            locator(Locator::Linear(count))
        }),
        class!("IndexLocator", |ctx, args| {
            let [base, offset] = args.exactly("IndexLocator")?;
            locator(Locator::Index(real(ctx, &base)?.max(1.0e-300), real(ctx, &offset)?))
        }),
        class!("LogLocator", |ctx, args| {
            let mut options = Options::named(args, "LogLocator", &["base", "subs"], 0)?;
            let base = options.number(ctx, "base")?.unwrap_or(10.0);
            let mut own = Log::major(if base > 1.0 { base } else { 10.0 });
            match options.take("subs") {
                Some(Value::Str(name)) => {
                    own.subs =
                        if &**name == "all" { super::ticks::Subs::All } else { super::ticks::Subs::Auto };
                }
                Some(value) => own.subs = super::ticks::Subs::These(numbers(ctx, &value)?),
                None => {}
            }
            own.most = match options.take("numticks") {
                Some(Value::Str(_)) | None => None,
                Some(value) => Some(integer(&value)?.clamp(1, 5000) as usize),
            };
            locator(Locator::Log(own))
        }),
        class!("AutoMinorLocator", |_, args| {
            let mut options = Options::named(args, "AutoMinorLocator", &["n"], 0)?;
            locator(Locator::AutoMinor(options.whole("n")?.map(|n| n.clamp(1, 1000) as usize)))
        }),
        class!("NullFormatter", |_, _| formatter(TickFormat::Null)),
        class!("ScalarFormatter", |ctx, args| {
            let mut options = Options::named(args, "ScalarFormatter", &["useOffset", "useMathText"], 0)?;
            let mut own: Scalar = super::domain::scalar(ctx);
            match options.take("useOffset") {
                Some(Value::Bool(false)) => own.offset = OffsetRule::Never,
                Some(Value::Bool(true)) | None => {}
                Some(value) => own.offset = OffsetRule::These(real(ctx, &value)?),
            }
            own.math = options.flag(ctx, "useMathText")?.unwrap_or(own.math);
            formatter(TickFormat::Scalar(own))
        }),
        class!("FuncFormatter", |_, args| {
            let [function] = args.exactly("FuncFormatter")?;
            formatter(TickFormat::Function(function))
        }),
        class!("FixedFormatter", |ctx, args| {
            let [labels] = args.exactly("FixedFormatter")?;
            formatter(TickFormat::Fixed(texts(ctx, &labels)?))
        }),
        class!("FormatStrFormatter", |ctx, args| {
            let [pattern] = args.exactly("FormatStrFormatter")?;
            formatter(TickFormat::Pattern(ctx.str_of(&pattern)?))
        }),
        class!("StrMethodFormatter", |ctx, args| {
            let [template] = args.exactly("StrMethodFormatter")?;
            formatter(TickFormat::Template(ctx.str_of(&template)?))
        }),
        class!("PercentFormatter", |ctx, args| {
            let mut options =
                Options::named(args, "PercentFormatter", &["xmax", "decimals", "symbol", "is_latex"], 0)?;
            let whole = options.number(ctx, "xmax")?.unwrap_or(100.0);
            let decimals = options.whole("decimals")?.map(|decimals| decimals.clamp(0, 50) as usize);
            let symbol = match options.take_any("symbol") {
                Some(Value::None) => String::new(),
                Some(value) => ctx.str_of(&value)?,
                None => "%".to_owned(),
            };
            formatter(TickFormat::Percent(Percent { whole, decimals, symbol }))
        }),
        class!("EngFormatter", |ctx, args| {
            let mut options = Options::named(args, "EngFormatter", &["unit", "places", "sep"], 0)?;
            let unit = options.text(ctx, "unit")?.unwrap_or_default();
            let decimals = options.whole("places")?.map(|places| places.clamp(0, 50) as usize);
            let separator = options.text(ctx, "sep")?.unwrap_or(" ".into());
            formatter(TickFormat::Engineering(Engineering { unit, decimals, separator }))
        }),
        class!("LogFormatter", |ctx, args| log(ctx, args, LogStyle::Plain)),
        class!("LogFormatterSciNotation", |ctx, args| log(ctx, args, LogStyle::Scientific)),
        class!("LogFormatterMathtext", |ctx, args| log(ctx, args, LogStyle::Mathtext)),
        class!("LogFormatterExponent", |ctx, args| log(ctx, args, LogStyle::Exponent)),
    ];
    ctx.new_module("matplotlib.ticker", contents)
}

fn log(ctx: &mut Ctx, args: Args, style: LogStyle) -> PyResult<Value> {
    let mut options = Options::named(args, "LogFormatter", &["base", "labelOnlyBase"], 0)?;
    let base = options.number(ctx, "base")?.unwrap_or(10.0);
    let only = options.flag(ctx, "labelOnlyBase")?.unwrap_or(false);
    formatter(TickFormat::Log(LogLabels::new(style, if base > 1.0 { base } else { 10.0 }, only)))
}
