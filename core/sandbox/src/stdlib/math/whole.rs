//! Functions of integers.

use num_bigint::BigInt;
use num_traits::{One, Signed, ToPrimitive, Zero};

use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

fn big(ctx: &Ctx, value: &Value) -> PyResult<BigInt> {
    match ctx.big(value) {
        Some(number) => Ok(number),
        None => integer(value).map(BigInt::from),
    }
}

fn gcd(ctx: &mut Ctx, mut a: BigInt, mut b: BigInt) -> PyResult<BigInt> {
    while !b.is_zero() {
        ctx.burn(b.bits() / 64 + 1)?;
        (a, b) = (b.clone(), a % b);
    }
    Ok(a.abs())
}

pub(super) fn divisors(ctx: &mut Ctx, args: Args, multiple: bool) -> PyResult<Value> {
    args.no_keywords(if multiple { "lcm" } else { "gcd" })?;
    let mut result = if multiple { BigInt::one() } else { BigInt::zero() };
    for value in &args.positional {
        let number = big(ctx, value)?;
        let divisor = gcd(ctx, result.clone(), number.clone())?;
        result = if !multiple {
            divisor
        } else if divisor.is_zero() || number.is_zero() {
            BigInt::zero()
        } else {
            ctx.check_bits(result.bits() + number.bits())?;
            (result / divisor * number).abs()
        };
    }
    ctx.integer(result)
}

fn product(ctx: &mut Ctx, from: u64, count: u64) -> PyResult<BigInt> {
    let mut result = BigInt::one();
    for factor in (from..).take(count as usize) {
        ctx.burn(result.bits() / 64 + 1)?;
        ctx.check_bits(result.bits())?;
        result *= factor;
    }
    Ok(result)
}

fn natural(ctx: &Ctx, value: &Value, name: &str, second: bool) -> PyResult<u64> {
    if let Value::Float(_) = value {
        return Err(Fault::type_error("'float' object cannot be interpreted as an integer"));
    }
    let number = big(ctx, value)?;
    if number.is_negative() {
        let message = match name {
            "factorial" => "factorial() not defined for negative values",
            "comb" | "perm" if second => "k must be a non-negative integer",
            _ => "n must be a non-negative integer",
        };
        return Err(Fault::value_error(message));
    }
    number
        .to_u64()
        .ok_or_else(|| Fault::new(ExcKind::OverflowError, format!("{name}() argument is too large")))
}

pub(super) fn factorial(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [n] = args.exactly("factorial")?;
    let n = natural(ctx, &n, "factorial", false)?;
    let result = product(ctx, 1, n)?;
    ctx.integer(result)
}

pub(super) fn falling(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [n, k] = args.between(name, 1)?;
    let n = natural(ctx, &n.unwrap_or(Value::None), name, false)?;
    let k = match k.filter(|k| !k.is_none()) {
        Some(k) => natural(ctx, &k, name, true)?,
        None => n,
    };
    if k > n {
        return Ok(Value::Int(0));
    }
    let k = if name == "comb" { k.min(n - k) } else { k };
    let mut result = product(ctx, n - k + 1, k)?;
    if name == "comb" {
        result /= product(ctx, 1, k)?;
    }
    ctx.integer(result)
}

pub(super) fn isqrt(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [n] = args.exactly("isqrt")?;
    let n = big(ctx, &n)?;
    if n.is_negative() {
        return Err(Fault::value_error("isqrt() argument must be nonnegative"));
    }
    ctx.burn(n.bits() * n.bits() / 4096 + 1)?;
    ctx.integer(n.sqrt())
}
