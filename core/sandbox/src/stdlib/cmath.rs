//! `cmath`: functions of complex numbers.

use super::precise::{asinh, atan2, cos, cosh, exp, log, norm, sin, sinh};
use crate::builtins::{Complex, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

macro_rules! functions {
    ($($name:literal => $function:expr),* $(,)?) => {
        static FUNCTIONS: &[NativeFn] = &[$(NativeFn {
            name: $name,
            call: |ctx, args| {
                let [z] = args.exactly(concat!("cmath.", $name))?;
                let z = ctx.complex(&z)?;
                let function: fn(Complex) -> Option<Complex> = $function;
                checked(z, function(z))
            },
        }),*];
    };
}

const LN_10: f64 = std::f64::consts::LN_10;

functions! {
    "sqrt" => |z| Some(sqrt(z)),
    "exp" => |z| Some(exponential(z)),
    "log10" => |z| logarithm(z).map(|w| of(w.re / LN_10, w.im / LN_10)),
    "sin" => |z| Some(of(sin(z.re) * cosh(z.im), cos(z.re) * sinh(z.im))),
    "cos" => |z| Some(of(cos(z.re) * cosh(z.im), -sin(z.re) * sinh(z.im))),
    "tan" => |z| tangent(of(-z.im, z.re)).map(|w| of(w.im, -w.re)),
    "sinh" => |z| Some(of(cos(z.im) * sinh(z.re), sin(z.im) * cosh(z.re))),
    "cosh" => |z| Some(of(cos(z.im) * cosh(z.re), sin(z.im) * sinh(z.re))),
    "tanh" => tangent,
    "asin" => |z| {
        let w = inverse_sinh(of(-z.im, z.re));
        Some(of(w.im, -w.re))
    },
    "acos" => |z| {
        let (a, b) = (sqrt(of(1.0 - z.re, -z.im)), sqrt(of(1.0 + z.re, z.im)));
        Some(of(2.0 * atan2(a.re, b.re), asinh(b.re * a.im - b.im * a.re)))
    },
    "asinh" => |z| Some(inverse_sinh(z)),
}

static OTHER: &[NativeFn] = &[
    NativeFn { name: "log", call: log_function },
    NativeFn {
        name: "phase",
        call: |ctx, args| {
            let [z] = args.exactly("cmath.phase")?;
            let z = ctx.complex(&z)?;
            Ok(Value::Float(atan2(z.im, z.re)))
        },
    },
    NativeFn {
        name: "polar",
        call: |ctx, args| {
            let [z] = args.exactly("cmath.polar")?;
            let z = ctx.complex(&z)?;
            ctx.tuple(vec![Value::Float(norm(&[z.re, z.im])), Value::Float(atan2(z.im, z.re))])
        },
    },
    NativeFn {
        name: "rect",
        call: |ctx, args| {
            let [r, phi] = args.exactly("cmath.rect")?;
            let (r, phi) = (real(ctx, &r)?, real(ctx, &phi)?);
            Ok(of(r * cos(phi), r * sin(phi)).value())
        },
    },
    NativeFn {
        name: "isnan",
        call: |ctx, args| test(ctx, args, "isnan", |z| z.re.is_nan() || z.im.is_nan()),
    },
    NativeFn {
        name: "isinf",
        call: |ctx, args| test(ctx, args, "isinf", |z| z.re.is_infinite() || z.im.is_infinite()),
    },
    NativeFn {
        name: "isfinite",
        call: |ctx, args| test(ctx, args, "isfinite", |z| z.re.is_finite() && z.im.is_finite()),
    },
    NativeFn { name: "isclose", call: is_close },
];

pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    use std::f64::consts;
    let constants = [
        ("pi", consts::PI),
        ("e", consts::E),
        ("tau", consts::TAU),
        ("inf", f64::INFINITY),
        ("nan", f64::NAN),
    ]
    .map(|(name, value)| (name, Value::Float(value)));
    let imaginary =
        [("infj", f64::INFINITY), ("nanj", f64::NAN)].map(|(name, value)| (name, of(0.0, value).value()));
    let functions = FUNCTIONS.iter().chain(OTHER).map(|f| (f.name, Value::Native(f)));
    ctx.new_module("cmath", functions.chain(constants).chain(imaginary))
}

fn of(re: f64, im: f64) -> Complex {
    Complex { re, im }
}

fn checked(z: Complex, result: Option<Complex>) -> PyResult<Value> {
    let result = result.ok_or_else(|| Fault::value_error("math domain error"))?;
    let finite = |z: Complex| z.re.is_finite() && z.im.is_finite();
    if finite(z) && !finite(result) {
        return Err(Fault::new(ExcKind::OverflowError, "math range error"));
    }
    Ok(result.value())
}

fn sqrt(z: Complex) -> Complex {
    if z.re == 0.0 && z.im == 0.0 {
        return of(0.0, z.im);
    }
    // Scaled, so that the sum neither overflows nor loses digits.
    let (a, b) = (z.re.abs() / 8.0, z.im.abs());
    let s = 2.0 * (a + norm(&[a, b / 8.0])).sqrt();
    let d = b / (2.0 * s);
    if z.re >= 0.0 { of(s, d.copysign(z.im)) } else { of(d, s.copysign(z.im)) }
}

fn exponential(z: Complex) -> Complex {
    let size = exp(z.re);
    of(size * cos(z.im), size * sin(z.im))
}

fn logarithm(z: Complex) -> Option<Complex> {
    let (a, b) = (z.re.abs(), z.im.abs());
    if a == 0.0 && b == 0.0 {
        return None;
    }
    let size = norm(&[a, b]);
    let re = if (0.71..=1.73).contains(&size) {
        let (a, b) = (a.max(b), a.min(b));
        libm::log1p((a - 1.0) * (a + 1.0) + b * b) / 2.0
    } else {
        log(size)
    };
    Some(of(re, atan2(z.im, z.re)))
}

fn tangent(z: Complex) -> Option<Complex> {
    if z.re.abs() > 300.0 {
        return Some(of(1.0_f64.copysign(z.re), 0.0));
    }
    let (tx, ty) = (super::precise::tanh(z.re), super::precise::tan(z.im));
    let cx = 1.0 / cosh(z.re);
    let txty = tx * ty;
    let scale = 1.0 + txty * txty;
    Some(of(tx * (1.0 + ty * ty) / scale, (ty / scale) * cx * cx))
}

fn inverse_sinh(z: Complex) -> Complex {
    let (a, b) = (sqrt(of(1.0 + z.im, -z.re)), sqrt(of(1.0 - z.im, z.re)));
    of(asinh(a.re * b.im - b.re * a.im), atan2(z.im, a.re * b.re - a.im * b.im))
}

fn log_function(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [z, base] = args.between("log", 1)?;
    let z = ctx.complex(&z.unwrap_or(Value::None))?;
    let value = checked(z, logarithm(z))?;
    let Some(base) = base else { return Ok(value) };
    let base = ctx.complex(&base)?;
    let base = checked(base, logarithm(base))?;
    ctx.binary(crate::eval::host::BinaryOp::Div, &value, &base)
}

fn test(ctx: &mut Ctx, args: Args, name: &str, test: fn(Complex) -> bool) -> PyResult<Value> {
    let [z] = args.exactly(name)?;
    ctx.complex(&z).map(|z| Value::Bool(test(z)))
}

fn is_close(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, relative, absolute] = args.bind("isclose", ["a", "b", "rel_tol", "abs_tol"], 2)?;
    let (a, b) = (ctx.complex(&a.unwrap_or(Value::None))?, ctx.complex(&b.unwrap_or(Value::None))?);
    let relative = relative.map_or(Ok(1e-9), |v| real(ctx, &v))?;
    let absolute = absolute.map_or(Ok(0.0), |v| real(ctx, &v))?;
    let size = |z: Complex| norm(&[z.re, z.im]);
    let apart = size(of(a.re - b.re, a.im - b.im));
    let near = apart <= (relative * size(a).max(size(b))).max(absolute);
    Ok(Value::Bool(a == b || (apart.is_finite() && near)))
}
