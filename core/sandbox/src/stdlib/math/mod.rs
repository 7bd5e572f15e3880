//! `math`. The functions come from one portable library, so that results are the same everywhere.

mod sums;
mod whole;

use num_traits::{Signed, ToPrimitive};

use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, NativeFn};
use crate::eval::value::Value;
use crate::stdlib::precise;

macro_rules! unary {
    ($($name:literal => $function:expr),* $(,)?) => {
        static UNARY: &[NativeFn] = &[$(NativeFn {
            name: $name,
            call: |ctx, args| {
                let [x] = args.exactly(concat!("math.", $name))?;
                let x = real(ctx, &x)?;
                let function: fn(f64) -> f64 = $function;
                checked(x, function(x))
            },
        }),*];
    };
}

unary! {
    "sqrt" => libm::sqrt,
    "cbrt" => libm::cbrt,
    "sin" => precise::sin,
    "cos" => precise::cos,
    "tan" => precise::tan,
    "asin" => precise::asin,
    "acos" => precise::acos,
    "atan" => precise::atan,
    "sinh" => precise::sinh,
    "cosh" => precise::cosh,
    "tanh" => precise::tanh,
    "asinh" => precise::asinh,
    "acosh" => precise::acosh,
    "atanh" => libm::atanh,
    "exp" => precise::exp,
    "exp2" => precise::exp2,
    "expm1" => libm::expm1,
    "log1p" => libm::log1p,
    "fabs" => libm::fabs,
    "erf" => libm::erf,
    "erfc" => libm::erfc,
    "gamma" => precise::gamma,
    "lgamma" => precise::lgamma,
    "degrees" => |x| x * (180.0 / std::f64::consts::PI),
    "radians" => |x| x * (std::f64::consts::PI / 180.0),
}

static OTHER: &[NativeFn] = &[
    NativeFn { name: "floor", call: |ctx, args| rounded(ctx, args, "floor", libm::floor) },
    NativeFn { name: "ceil", call: |ctx, args| rounded(ctx, args, "ceil", libm::ceil) },
    NativeFn { name: "trunc", call: |ctx, args| rounded(ctx, args, "trunc", libm::trunc) },
    NativeFn { name: "log", call: log },
    NativeFn { name: "log2", call: |ctx, args| log_base(ctx, args, "log2", precise::log2) },
    NativeFn { name: "log10", call: |ctx, args| log_base(ctx, args, "log10", precise::log10) },
    NativeFn {
        name: "pow",
        call: |ctx, args| {
            two(ctx, args, "pow", |a, b| {
                let power = precise::pow(a, b);
                if (power.is_nan() && !a.is_nan() && !b.is_nan()) || (a == 0.0 && b < 0.0) {
                    None
                } else {
                    Some(power)
                }
            })
        },
    },
    NativeFn { name: "atan2", call: |ctx, args| two(ctx, args, "atan2", |a, b| Some(precise::atan2(a, b))) },
    NativeFn {
        name: "fmod",
        call: |ctx, args| two(ctx, args, "fmod", |a, b| if b == 0.0 { None } else { Some(libm::fmod(a, b)) }),
    },
    NativeFn {
        name: "remainder",
        call: |ctx, args| {
            two(ctx, args, "remainder", |a, b| if b == 0.0 { None } else { Some(libm::remainder(a, b)) })
        },
    },
    NativeFn {
        name: "copysign",
        call: |ctx, args| two(ctx, args, "copysign", |a, b| Some(libm::copysign(a, b))),
    },
    NativeFn { name: "nextafter", call: next_after },
    NativeFn { name: "ulp", call: ulp },
    NativeFn { name: "sumprod", call: sums::sum_of_products },
    NativeFn { name: "hypot", call: hypot },
    NativeFn { name: "dist", call: dist },
    NativeFn { name: "isnan", call: |ctx, args| test(ctx, args, "isnan", f64::is_nan) },
    NativeFn { name: "isinf", call: |ctx, args| test(ctx, args, "isinf", f64::is_infinite) },
    NativeFn { name: "isfinite", call: |ctx, args| test(ctx, args, "isfinite", f64::is_finite) },
    NativeFn { name: "isclose", call: isclose },
    NativeFn { name: "fsum", call: sums::fsum },
    NativeFn { name: "prod", call: prod },
    NativeFn { name: "gcd", call: |ctx, args| whole::divisors(ctx, args, false) },
    NativeFn { name: "lcm", call: |ctx, args| whole::divisors(ctx, args, true) },
    NativeFn { name: "factorial", call: whole::factorial },
    NativeFn { name: "comb", call: |ctx, args| whole::falling(ctx, args, "comb") },
    NativeFn { name: "perm", call: |ctx, args| whole::falling(ctx, args, "perm") },
    NativeFn { name: "isqrt", call: whole::isqrt },
    NativeFn {
        name: "modf",
        call: |ctx, args| {
            let [x] = args.exactly("modf")?;
            let x = real(ctx, &x)?;
            let whole = libm::trunc(x);
            let part = if x.is_infinite() { f64::copysign(0.0, x) } else { f64::copysign(x - whole, x) };
            ctx.tuple(vec![Value::Float(part), Value::Float(whole)])
        },
    },
    NativeFn {
        name: "frexp",
        call: |ctx, args| {
            let [x] = args.exactly("frexp")?;
            let (mantissa, exponent) = libm::frexp(real(ctx, &x)?);
            ctx.tuple(vec![Value::Float(mantissa), Value::Int(exponent.into())])
        },
    },
    NativeFn {
        name: "ldexp",
        call: |ctx, args| {
            let [x, exponent] = args.exactly("ldexp")?;
            let exponent = integer(&exponent)?.clamp(-5000, 5000) as i32;
            let x = real(ctx, &x)?;
            checked(x, libm::ldexp(x, exponent))
        },
    },
];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    use std::f64::consts;
    let constants = [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ];
    let functions = UNARY.iter().chain(OTHER).map(|f| (f.name, Value::Native(f)));
    ctx.new_module("math", functions.chain(constants.map(|(name, value)| (name, Value::Float(value)))))
}

fn domain() -> Fault {
    Fault::value_error("math domain error")
}

/// Turns NaN and infinity out of finite arguments into Python's errors.
fn checked(x: f64, result: f64) -> PyResult<Value> {
    if result.is_nan() && !x.is_nan() {
        return Err(domain());
    }
    if result.is_infinite() && x.is_finite() {
        // A pole is a domain error, anything else an overflow.
        if matches!(x, 0.0 | 1.0 | -1.0) {
            return Err(domain());
        }
        return Err(Fault::new(ExcKind::OverflowError, "math range error"));
    }
    Ok(Value::Float(result))
}

fn rounded(ctx: &mut Ctx, args: Args, name: &str, function: fn(f64) -> f64) -> PyResult<Value> {
    let [x] = args.exactly(&format!("math.{name}"))?;
    if let Some(value) = ctx.special(&x, &format!("__{name}__"))? {
        return Ok(value);
    }
    match crate::eval::instance::plain(&x) {
        number @ (Value::Int(_) | Value::Big(_) | Value::Bool(_)) => ctx.truncate(number),
        other => {
            let x = real(ctx, other)?;
            ctx.float_to_integer(function(x))
        }
    }
}

/// The logarithm of a number of any size.
fn logarithm(ctx: &mut Ctx, value: &Value, function: fn(f64) -> f64) -> PyResult<f64> {
    let (x, shift) = match value {
        Value::Big(big) if big.number.is_positive() => {
            let shift = big.number.bits().saturating_sub(1000);
            ((&big.number >> shift).to_f64().unwrap_or(f64::MAX), shift)
        }
        other => (real(ctx, other)?, 0),
    };
    if x <= 0.0 {
        return Err(domain());
    }
    Ok(function(x) + shift as f64 * function(2.0))
}

fn log(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, base] = args.between("log", 1)?;
    let x = logarithm(ctx, &x.unwrap_or(Value::None), precise::log)?;
    let Some(base) = base else { return Ok(Value::Float(x)) };
    let base = logarithm(ctx, &base, precise::log)?;
    if base == 0.0 {
        return Err(Fault::new(ExcKind::ZeroDivisionError, "float division by zero"));
    }
    Ok(Value::Float(x / base))
}

fn log_base(ctx: &mut Ctx, args: Args, name: &str, function: fn(f64) -> f64) -> PyResult<Value> {
    let [x] = args.exactly(name)?;
    logarithm(ctx, &x, function).map(Value::Float)
}

fn two(ctx: &mut Ctx, args: Args, name: &str, function: fn(f64, f64) -> Option<f64>) -> PyResult<Value> {
    let [a, b] = args.exactly(name)?;
    let (a, b) = (real(ctx, &a)?, real(ctx, &b)?);
    let result = function(a, b).ok_or_else(domain)?;
    if result.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(Fault::new(ExcKind::OverflowError, "math range error"));
    }
    Ok(Value::Float(result))
}

fn hypot(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    args.no_keywords("hypot")?;
    let values = args.positional.iter().map(|v| real(ctx, v)).collect::<PyResult<Vec<_>>>()?;
    Ok(Value::Float(precise::norm(&values)))
}

fn dist(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [p, q] = args.exactly("dist")?;
    let (p, q) = (ctx.collect(&p)?, ctx.collect(&q)?);
    if p.len() != q.len() {
        return Err(Fault::value_error("both points must have the same number of dimensions"));
    }
    let mut differences = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(&q) {
        differences.push(real(ctx, a)? - real(ctx, b)?);
    }
    Ok(Value::Float(precise::norm(&differences)))
}

fn test(ctx: &mut Ctx, args: Args, name: &str, test: fn(f64) -> bool) -> PyResult<Value> {
    let [x] = args.exactly(name)?;
    Ok(Value::Bool(test(real(ctx, &x)?)))
}

fn isclose(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, relative, absolute] = args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
    let (a, b) = (real(ctx, &a.unwrap_or(Value::None))?, real(ctx, &b.unwrap_or(Value::None))?);
    let relative = relative.map_or(Ok(1e-9), |v| real(ctx, &v))?;
    let absolute = absolute.map_or(Ok(0.0), |v| real(ctx, &v))?;
    let close = a == b
        || (a.is_finite()
            && b.is_finite()
            && (a - b).abs() <= (relative * a.abs().max(b.abs())).max(absolute));
    Ok(Value::Bool(close))
}

fn prod(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable, start] = args.bind("prod", ["iterable", "start"], 1)?;
    let mut product = start.unwrap_or(Value::Int(1));
    for item in ctx.collect(&iterable.unwrap_or(Value::None))? {
        product = ctx.binary(BinaryOp::Mul, &product, &item)?;
    }
    Ok(product)
}

/// The float after `x` in the direction of `y`, so many steps on.
fn next_after(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let steps = args.take_keyword("steps").filter(|steps| !steps.is_none());
    let [x, y] = args.exactly("math.nextafter")?;
    let (mut x, y) = (real(ctx, &x)?, real(ctx, &y)?);
    let steps = steps.map_or(Ok(1), |steps| integer(&steps))?;
    if steps < 0 {
        return Err(Fault::value_error("steps must be a non-negative integer"));
    }
    for _ in 0..steps {
        ctx.burn(1)?;
        if x == y {
            break;
        }
        x = libm::nextafter(x, y);
    }
    Ok(Value::Float(if x == y { y } else { x }))
}

/// The value of the last digit of a float.
fn ulp(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x] = args.exactly("math.ulp")?;
    let x = real(ctx, &x)?.abs();
    if !x.is_finite() {
        return Ok(Value::Float(x));
    }
    let above = libm::nextafter(x, f64::INFINITY);
    Ok(Value::Float(if above.is_finite() { above - x } else { x - libm::nextafter(x, 0.0) }))
}
