//! The elementwise functions by name: `np.sin`, `np.maximum`, `np.isnan`, ...

use super::binary::{self, Op2, finish};
use super::ndarray::NdArray;
use super::operand::Operand;
use super::unary::{self, absolute, float, invert, same, test};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

const DEGREES: f64 = 180.0 / std::f64::consts::PI;
const RADIANS: f64 = std::f64::consts::PI / 180.0;

/// The arguments that all of these functions take besides their operands.
struct Extras {
    out: Option<Value>,
    dtype: Option<super::dtype::DType>,
}

impl Extras {
    fn take(args: &mut Args, name: &str) -> PyResult<Self> {
        let mut out = args.take_keyword("out").filter(|v| !v.is_none());
        if let Some(Value::Tuple(tuple)) = &out {
            out = tuple.0.first().cloned();
        }
        let dtype = super::dtype::DType::given(args.take_keyword("dtype").as_ref())?;
        args.take_keyword("casting");
        if args.take_keyword("where").is_some_and(|v| !matches!(v, Value::Bool(true))) {
            return Err(Fault::not_provided(format!("numpy.{name}(where=...)")));
        }
        Ok(Self { out, dtype })
    }

    fn finish(self, ctx: &mut Ctx, name: &str, result: Operand) -> PyResult<Value> {
        let result = match self.dtype {
            Some(dtype) if dtype != result.dtype() => {
                Operand::from_array(result.into_array(ctx)?.cast(ctx, dtype)?)
            }
            _ => result,
        };
        let Some(out) = self.out else { return finish(ctx, result) };
        let Some(target) = out.host::<NdArray>() else {
            return Err(Fault::type_error("return arrays must be of ArrayType"));
        };
        target.store(ctx, name, result)?;
        Ok(out)
    }
}

fn one(
    ctx: &mut Ctx,
    mut args: Args,
    name: &str,
    function: impl FnOnce(&mut Ctx, &Operand) -> PyResult<Operand>,
) -> PyResult<Value> {
    let extras = Extras::take(&mut args, name)?;
    let [x, out] = args.between(name, 1)?;
    let extras = Extras { out: out.filter(|v| !v.is_none()).or(extras.out), ..extras };
    let operand = Operand::need(ctx, &x.unwrap_or(Value::None), name)?;
    let result = function(ctx, &operand)?;
    extras.finish(ctx, name, result)
}

fn two(ctx: &mut Ctx, mut args: Args, op: Op2) -> PyResult<Value> {
    let name = op.name();
    let extras = Extras::take(&mut args, name)?;
    let [a, b, out] = args.between(name, 2)?;
    let extras = Extras { out: out.filter(|v| !v.is_none()).or(extras.out), ..extras };
    let a = Operand::need(ctx, &a.unwrap_or(Value::None), name)?;
    let b = Operand::need(ctx, &b.unwrap_or(Value::None), name)?;
    let a = match extras.dtype {
        // The type to compute in.
        Some(dtype) => Operand::from_array(a.into_array(ctx)?.cast(ctx, dtype)?),
        None => a,
    };
    let result = binary::compute(ctx, op, a, b)?;
    extras.finish(ctx, name, result)
}

macro_rules! functions {
    (
        float { $($float:literal => $f:expr),* $(,)? }
        same { $($same:literal => $i:expr, $g:expr);* $(;)? }
        test { $($test:literal => $t:expr),* $(,)? }
        two { $($two:literal => $op:ident),* $(,)? }
    ) => {
        pub(super) static ALL: &[NativeFn] = &[
            $(NativeFn {
                name: $float,
                call: |ctx, args| one(ctx, args, $float, |ctx, x| float(ctx, x, $f)),
            },)*
            $(NativeFn {
                name: $same,
                call: |ctx, args| one(ctx, args, $same, |ctx, x| same(ctx, x, $i, $g)),
            },)*
            $(NativeFn {
                name: $test,
                call: |ctx, args| one(ctx, args, $test, |ctx, x| test(ctx, x, $t)),
            },)*
            $(NativeFn { name: $two, call: |ctx, args| two(ctx, args, Op2::$op) },)*
            NativeFn { name: "abs", call: |ctx, args| one(ctx, args, "absolute", absolute) },
            NativeFn { name: "absolute", call: |ctx, args| one(ctx, args, "absolute", absolute) },
            NativeFn { name: "fabs", call: |ctx, args| one(ctx, args, "fabs", |ctx, x| float(ctx, x, f64::abs)) },
            NativeFn { name: "invert", call: |ctx, args| one(ctx, args, "invert", invert) },
            NativeFn { name: "bitwise_not", call: |ctx, args| one(ctx, args, "invert", invert) },
            NativeFn { name: "round", call: round },
            NativeFn { name: "around", call: round },
            NativeFn { name: "clip", call: clip },
            NativeFn { name: "nan_to_num", call: nan_to_num },
            NativeFn { name: "isclose", call: |ctx, args| close(ctx, args, "isclose") },
            NativeFn { name: "allclose", call: |ctx, args| close(ctx, args, "allclose") },
        ];
    };
}

functions! {
    float {
        "sin" => libm::sin, "cos" => libm::cos, "tan" => libm::tan,
        "arcsin" => libm::asin, "arccos" => libm::acos, "arctan" => libm::atan,
        "asin" => libm::asin, "acos" => libm::acos, "atan" => libm::atan,
        "sinh" => libm::sinh, "cosh" => libm::cosh, "tanh" => libm::tanh,
        "arcsinh" => libm::asinh, "arccosh" => libm::acosh, "arctanh" => libm::atanh,
        "exp" => libm::exp, "exp2" => libm::exp2, "expm1" => libm::expm1,
        "log" => libm::log, "log2" => libm::log2, "log10" => libm::log10, "log1p" => libm::log1p,
        "sqrt" => libm::sqrt, "cbrt" => libm::cbrt, "rint" => libm::rint,
        "deg2rad" => |x| x * RADIANS, "radians" => |x| x * RADIANS,
        "rad2deg" => |x| x * DEGREES, "degrees" => |x| x * DEGREES,
        "sinc" => |x| if x == 0.0 { 1.0 } else {
            let y = std::f64::consts::PI * x;
            libm::sin(y) / y
        },
    }
    same {
        "negative" => i64::wrapping_neg, |x| -x;
        "positive" => |x| x, |x| x;
        "square" => |x| x.wrapping_mul(x), |x| x * x;
        "reciprocal" => |x| if x == 0 { i64::MIN } else { 1 / x }, |x| 1.0 / x;
        "sign" => i64::signum, |x| if x == 0.0 || x.is_nan() { x } else { x.signum() };
        "floor" => |x| x, libm::floor;
        "ceil" => |x| x, libm::ceil;
        "trunc" => |x| x, libm::trunc;
        "fix" => |x| x, libm::trunc;
        "real" => |x| x, |x| x;
        "conjugate" => |x| x, |x| x;
    }
    test {
        "isnan" => f64::is_nan, "isinf" => f64::is_infinite, "isfinite" => f64::is_finite,
        "isposinf" => |x| x == f64::INFINITY, "isneginf" => |x| x == f64::NEG_INFINITY,
        "signbit" => f64::is_sign_negative, "logical_not" => |x| x == 0.0, "isreal" => |_| true,
    }
    two {
        "add" => Add, "subtract" => Sub, "multiply" => Mul, "divide" => Div, "true_divide" => Div,
        "floor_divide" => FloorDiv, "mod" => Mod, "remainder" => Mod, "fmod" => FMod,
        "power" => Pow, "pow" => Pow, "float_power" => Pow,
        "left_shift" => LShift, "right_shift" => RShift,
        "bitwise_and" => And, "bitwise_or" => Or, "bitwise_xor" => Xor,
        "maximum" => Maximum, "minimum" => Minimum, "fmax" => FMax, "fmin" => FMin,
        "hypot" => Hypot, "arctan2" => Arctan2, "atan2" => Arctan2, "copysign" => Copysign,
        "logical_and" => LogicalAnd, "logical_or" => LogicalOr, "logical_xor" => LogicalXor,
        "equal" => Eq, "not_equal" => Ne, "less" => Lt, "less_equal" => Le,
        "greater" => Gt, "greater_equal" => Ge,
    }
}

fn round(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let extras = Extras::take(&mut args, "round")?;
    let [a, decimals] = args.bind("round", ["a", "decimals"], 1)?;
    let operand = Operand::need(ctx, &a.unwrap_or(Value::None), "round")?;
    let decimals = decimals.map_or(Ok(0), |d| crate::builtins::integer(&d))?;
    let result = unary::round(ctx, &operand, decimals)?;
    extras.finish(ctx, "round", result)
}

fn clip(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let extras = Extras::take(&mut args, "clip")?;
    let (low, high) = (args.take_keyword("min"), args.take_keyword("max"));
    let [a, a_min, a_max, out] = args.bind("clip", ["a", "a_min", "a_max", "out"], 1)?;
    let extras = Extras { out: out.filter(|v| !v.is_none()).or(extras.out), ..extras };
    let mut result = Operand::need(ctx, &a.unwrap_or(Value::None), "clip")?;
    for (bound, op) in [(a_min.or(low), Op2::Maximum), (a_max.or(high), Op2::Minimum)] {
        if let Some(bound) = bound.filter(|v| !v.is_none()) {
            let bound = Operand::need(ctx, &bound, "clip")?;
            result = binary::compute(ctx, op, result, bound)?;
        }
    }
    if let (Operand::Array(array), None) = (&result, &extras.out) {
        // Without bounds the elements are still copied.
        result = Operand::Array(array.copied(ctx)?);
    }
    extras.finish(ctx, "clip", result)
}

fn nan_to_num(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, _, nan, posinf, neginf] = args.bind("nan_to_num", ["x", "copy", "nan", "posinf", "neginf"], 1)?;
    let operand = Operand::need(ctx, &x.unwrap_or(Value::None), "nan_to_num")?;
    let dtype = operand.dtype();
    let most = if dtype == super::dtype::DType::Float32 { f64::from(f32::MAX) } else { f64::MAX };
    let mut given = |value: Option<Value>, default: f64| match value.filter(|v| !v.is_none()) {
        Some(value) => crate::builtins::real(ctx, &value),
        None => Ok(default),
    };
    let (nan, high, low) = (given(nan, 0.0)?, given(posinf, most)?, given(neginf, -most)?);
    let result = if dtype.is_float() {
        unary::map(ctx, &operand, dtype, move |x: f64| match x {
            x if x.is_nan() => nan,
            f64::INFINITY => high,
            f64::NEG_INFINITY => low,
            x => x,
        })?
    } else {
        same(ctx, &operand, |x| x, |x| x)?
    };
    finish(ctx, result)
}

/// `isclose` and `allclose`.
fn close(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [a, b, rtol, atol, equal_nan] = args.bind(name, ["a", "b", "rtol", "atol", "equal_nan"], 2)?;
    let a = Operand::need(ctx, &a.unwrap_or(Value::None), name)?.into_array(ctx)?;
    let b = Operand::need(ctx, &b.unwrap_or(Value::None), name)?.into_array(ctx)?;
    let rtol = rtol.map_or(Ok(1e-5), |v| crate::builtins::real(ctx, &v))?;
    let atol = atol.map_or(Ok(1e-8), |v| crate::builtins::real(ctx, &v))?;
    let equal_nan = equal_nan.map_or(Ok(false), |v| ctx.truthy(&v))?;
    let shape = super::array::broadcast_shape(ctx, &[&a.shape, &b.shape])?;
    let (a, b) = (a.broadcast(&shape).unwrap_or(a), b.broadcast(&shape).unwrap_or(b));
    let (x, y) = (a.lane::<f64>(ctx)?, b.lane::<f64>(ctx)?);
    let near = |(x, y): (&f64, &f64)| {
        x == y
            || (equal_nan && x.is_nan() && y.is_nan())
            || (x.is_finite() && y.is_finite() && (x - y).abs() <= atol + rtol * y.abs())
    };
    let mut tests = x.iter().zip(y.iter()).map(near);
    if name == "allclose" {
        return Ok(Value::Bool(tests.all(|near| near)));
    }
    let charge = ctx.charge(x.len().saturating_mul(8))?;
    let tests: Vec<i64> = tests.map(i64::from).collect();
    let out = super::array::Array::from_lane(ctx, super::dtype::DType::Bool, &shape, &tests)?;
    drop(charge);
    out.value(ctx)
}
