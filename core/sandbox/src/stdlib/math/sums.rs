//! Sums that are rounded once.

use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;
use crate::stdlib::precise;

/// Adds to a sum kept as floats that do not overlap, by Shewchuk's method.
fn add_partial(partials: &mut Vec<f64>, mut x: f64) {
    let mut kept = 0;
    for index in 0..partials.len() {
        let mut y = partials[index];
        if x.abs() < y.abs() {
            std::mem::swap(&mut x, &mut y);
        }
        let high = x + y;
        let low = y - (high - x);
        if low != 0.0 {
            partials[kept] = low;
            kept += 1;
        }
        x = high;
    }
    partials.truncate(kept);
    partials.push(x);
}

/// The sum of partial sums, rounded once.
fn rounded_sum(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev();
    let Some(mut high) = rest.next().copied() else { return 0.0 };
    let mut low = 0.0;
    for y in rest.by_ref() {
        let x = high;
        high = x + y;
        low = y - (high - x);
        if low != 0.0 {
            break;
        }
    }
    // What follows decides a tie.
    if let Some(next) = rest.next()
        && ((low < 0.0 && *next < 0.0) || (low > 0.0 && *next > 0.0))
    {
        let twice = low * 2.0;
        let other = high + twice;
        if twice == other - high {
            high = other;
        }
    }
    high
}

/// The sum, rounded once.
pub(super) fn fsum(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [iterable] = args.exactly("math.fsum")?;
    let mut partials: Vec<f64> = Vec::new();
    let mut special = 0.0;
    for item in ctx.collect(&iterable)? {
        let x = real(ctx, &item)?;
        if x.is_finite() {
            add_partial(&mut partials, x);
        } else {
            special += x;
        }
        ctx.burn(partials.len() as u64)?;
    }
    if special != 0.0 {
        if special.is_nan() {
            return Err(Fault::value_error("-inf + inf in fsum"));
        }
        return Ok(Value::Float(special));
    }
    let sum = rounded_sum(&partials);
    if !sum.is_finite() {
        return Err(Fault::new(ExcKind::OverflowError, "intermediate overflow in fsum"));
    }
    Ok(Value::Float(sum))
}

pub(super) fn sum_of_products(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [p, q] = args.exactly("math.sumprod")?;
    let (p, q) = (ctx.collect(&p)?, ctx.collect(&q)?);
    if p.len() != q.len() {
        return Err(Fault::value_error("Inputs are not the same length"));
    }
    let float = |v: &Value| matches!(v, Value::Float(_) | Value::Int(_));
    let sized = |x: f64| x == 0.0 || (1e-140..1e140).contains(&x.abs());
    let floats = p.iter().chain(&q).all(|v| float(v) && v.as_f64().is_some_and(sized));
    if floats && p.iter().chain(&q).any(|v| matches!(v, Value::Float(_))) {
        // The products with all their digits, and one rounding.
        let mut partials = Vec::new();
        for (a, b) in p.iter().zip(&q) {
            ctx.burn(partials.len() as u64)?;
            let (high, low) = precise::product(real(ctx, a)?, real(ctx, b)?);
            add_partial(&mut partials, high);
            add_partial(&mut partials, low);
        }
        return Ok(Value::Float(rounded_sum(&partials)));
    }
    let mut total = Value::Int(0);
    for (a, b) in p.iter().zip(&q) {
        let product = ctx.binary(BinaryOp::Mul, a, b)?;
        total = ctx.binary(BinaryOp::Add, &total, &product)?;
    }
    Ok(total)
}
