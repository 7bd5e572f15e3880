//! Operators.

use num_bigint::BigInt;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::host::{BinaryOp, UnaryOp};
use super::value::Value;

/// Integers larger than this many bits are refused.
const MAX_BITS: u64 = 1 << 16;

/// The common cases: small integers and floats.
#[inline]
pub(super) fn fast_binary(op: BinaryOp, left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Int(a), Value::Int(b)) => match op {
            BinaryOp::Add => a.checked_add(*b).map(Value::Int),
            BinaryOp::Sub => a.checked_sub(*b).map(Value::Int),
            BinaryOp::Mul => a.checked_mul(*b).map(Value::Int),
            BinaryOp::FloorDiv if *b > 0 => Some(Value::Int(a.div_euclid(*b))),
            BinaryOp::Mod if *b > 0 => Some(Value::Int(a.rem_euclid(*b))),
            BinaryOp::And => Some(Value::Int(a & b)),
            BinaryOp::Or => Some(Value::Int(a | b)),
            BinaryOp::Xor => Some(Value::Int(a ^ b)),
            _ => None,
        },
        (Value::Float(a), Value::Float(b)) => fast_float(op, *a, *b),
        (Value::Float(a), Value::Int(b)) => fast_float(op, *a, *b as f64),
        (Value::Int(a), Value::Float(b)) => fast_float(op, *a as f64, *b),
        _ => None,
    }
}

#[inline]
fn fast_float(op: BinaryOp, a: f64, b: f64) -> Option<Value> {
    Some(Value::Float(match op {
        BinaryOp::Add => a + b,
        BinaryOp::Sub => a - b,
        BinaryOp::Mul => a * b,
        BinaryOp::Div if b != 0.0 => a / b,
        _ => return None,
    }))
}

fn zero_division(message: &str) -> Fault {
    Fault::new(ExcKind::ZeroDivisionError, message)
}

/// Floor division and remainder of floats, as Python defines them.
pub(crate) fn float_divmod(a: f64, b: f64) -> (f64, f64) {
    let mut rem = libm::fmod(a, b);
    let mut div = (a - rem) / b;
    if rem != 0.0 {
        if (b < 0.0) != (rem < 0.0) {
            rem += b;
            div -= 1.0;
        }
    } else {
        rem = f64::copysign(0.0, b);
    }
    let floor = if div != 0.0 {
        let floor = libm::floor(div);
        if div - floor > 0.5 { floor + 1.0 } else { floor }
    } else {
        f64::copysign(0.0, a / b)
    };
    (floor, rem)
}

fn big_of(value: &Value) -> Option<BigInt> {
    match super::instance::plain(value) {
        Value::Bool(b) => Some(BigInt::from(u8::from(*b))),
        Value::Int(i) => Some(BigInt::from(*i)),
        Value::Big(big) => Some(big.number.clone()),
        _ => None,
    }
}

impl Ctx {
    /// The integer of an `int` or `bool`.
    pub(crate) fn big(&self, value: &Value) -> Option<BigInt> {
        big_of(value)
    }

    /// `left OP right`.
    pub fn binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Value> {
        if let Some(value) = fast_binary(op, left, right) {
            return Ok(value);
        }
        let both_integers = matches!(left, Value::Bool(_) | Value::Int(_) | Value::Big(_))
            && matches!(right, Value::Bool(_) | Value::Int(_) | Value::Big(_));
        if both_integers {
            return self.integer_binary(op, left, right);
        }
        if is_number(left) && is_number(right) {
            let overflow = || Fault::new(ExcKind::OverflowError, "int too large to convert to float");
            let a = left.as_f64().ok_or_else(overflow)?;
            let b = right.as_f64().ok_or_else(overflow)?;
            return self.float_binary(op, a, b, left, right);
        }
        if let Value::Host(host) = left
            && let Some(value) = host.binary(self, left, op, right, false)?
        {
            return Ok(value);
        }
        if let Value::Host(host) = right
            && let Some(value) = host.binary(self, right, op, left, true)?
        {
            return Ok(value);
        }
        if matches!(left, Value::Instance(_)) || matches!(right, Value::Instance(_)) {
            return self.instance_binary(op, left, right);
        }
        if matches!(left, Value::Class(_)) || matches!(right, Value::Class(_)) {
            for (object, other, prefix) in [(left, right, ""), (right, left, "r")] {
                if let Some(function) = super::kind::hook(
                    object,
                    &format!("__{prefix}{}__", super::instance_operator::dunder(op)),
                ) && matches!(object, Value::Class(_))
                {
                    return self.call_with(&function, vec![object.clone(), other.clone()]);
                }
            }
        }
        match self.sequence_binary(op, left, right)? {
            Some(value) => Ok(value),
            None => Err(unsupported(op, left, right)),
        }
    }

    fn float_binary(&mut self, op: BinaryOp, a: f64, b: f64, left: &Value, right: &Value) -> PyResult<Value> {
        Ok(Value::Float(match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => a * b,
            BinaryOp::Div if b == 0.0 => return Err(zero_division("float division by zero")),
            BinaryOp::Div => a / b,
            BinaryOp::FloorDiv if b == 0.0 => return Err(zero_division("float floor division by zero")),
            BinaryOp::FloorDiv => float_divmod(a, b).0,
            BinaryOp::Mod if b == 0.0 => return Err(zero_division("float modulo")),
            BinaryOp::Mod => float_divmod(a, b).1,
            BinaryOp::Pow => {
                self.burn(8)?;
                return float_pow(a, b);
            }
            _ => return Err(unsupported(op, left, right)),
        }))
    }

    fn integer_binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> PyResult<Value> {
        if let (Value::Bool(a), Value::Bool(b)) = (left, right) {
            match op {
                BinaryOp::And => return Ok(Value::Bool(a & b)),
                BinaryOp::Or => return Ok(Value::Bool(a | b)),
                BinaryOp::Xor => return Ok(Value::Bool(a ^ b)),
                _ => {}
            }
        }
        if let (Some(a), Some(b)) = (left.as_i64(), right.as_i64())
            && let Some(value) = fast_binary(op, &Value::Int(a), &Value::Int(b))
        {
            return Ok(value);
        }
        if op == BinaryOp::Div {
            return self.true_division(left, right);
        }
        let (Some(a), Some(b)) = (big_of(left), big_of(right)) else {
            return Err(unsupported(op, left, right));
        };
        self.burn((a.bits() + b.bits()) / 64 + 1)?;
        let value = match op {
            BinaryOp::Add => a + b,
            BinaryOp::Sub => a - b,
            BinaryOp::Mul => {
                self.check_bits(a.bits().saturating_add(b.bits()))?;
                self.burn(a.bits() * b.bits() / 4096)?;
                a * b
            }
            BinaryOp::FloorDiv | BinaryOp::Mod => {
                if b.is_zero() {
                    let message = if op == BinaryOp::Mod {
                        "integer modulo by zero"
                    } else {
                        "integer division or modulo by zero"
                    };
                    return Err(zero_division(message));
                }
                self.burn(a.bits() * b.bits() / 4096)?;
                let (quotient, remainder) = floor_div(&a, &b);
                if op == BinaryOp::FloorDiv { quotient } else { remainder }
            }
            BinaryOp::Pow => return self.integer_pow(&a, &b),
            BinaryOp::LShift => {
                if b.is_negative() {
                    return Err(Fault::value_error("negative shift count"));
                }
                if a.is_zero() {
                    return Ok(Value::Int(0));
                }
                let shift = b.to_u64().unwrap_or(u64::MAX);
                self.check_bits(a.bits().saturating_add(shift))?;
                a << shift
            }
            BinaryOp::RShift => {
                if b.is_negative() {
                    return Err(Fault::value_error("negative shift count"));
                }
                match b.to_u64().filter(|shift| *shift <= MAX_BITS) {
                    Some(shift) => a >> shift,
                    None => BigInt::from(if a.is_negative() { -1 } else { 0 }),
                }
            }
            BinaryOp::And => a & b,
            BinaryOp::Or => a | b,
            BinaryOp::Xor => a ^ b,
            BinaryOp::Div | BinaryOp::MatMul => return Err(unsupported(op, left, right)),
        };
        self.integer(value)
    }

    pub(crate) fn check_bits(&self, bits: u64) -> PyResult<()> {
        if bits > MAX_BITS {
            let message = format!("integers of more than {MAX_BITS} bits are not supported in this sandbox");
            return Err(Fault::new(ExcKind::OverflowError, message));
        }
        Ok(())
    }

    fn true_division(&mut self, left: &Value, right: &Value) -> PyResult<Value> {
        if right.as_i64() == Some(0) {
            return Err(zero_division("division by zero"));
        }
        // Exact operands give the correctly rounded quotient.
        let exact = |value: &Value| value.as_i64().filter(|i| i.unsigned_abs() <= 1 << 53);
        if let (Some(a), Some(b)) = (exact(left), exact(right)) {
            return Ok(Value::Float(a as f64 / b as f64));
        }
        let (Some(a), Some(b)) = (big_of(left), big_of(right)) else {
            return Err(unsupported(BinaryOp::Div, left, right));
        };
        self.burn((a.bits() + b.bits()) / 64 + 1)?;
        // A quotient of at least 64 bits, whose last bit stands for all that follow, rounds correctly.
        let shift = 66 + b.bits() as i64 - a.bits() as i64;
        let (a, b) = if shift > 0 { (a << shift, b) } else { (a, b << -shift) };
        let (quotient, remainder) = (&a / &b, &a % &b);
        let sticky = if remainder.is_zero() { quotient } else { quotient | BigInt::from(1) };
        let quotient = super::number::big_to_f64(&sticky).unwrap_or(f64::INFINITY);
        let quotient = libm::scalbn(quotient, i32::try_from(-shift).unwrap_or(i32::MAX));
        if !quotient.is_finite() {
            return Err(Fault::new(ExcKind::OverflowError, "integer division result too large for a float"));
        }
        Ok(Value::Float(quotient))
    }

    fn integer_pow(&mut self, base: &BigInt, exponent: &BigInt) -> PyResult<Value> {
        if exponent.is_negative() {
            let base = base.to_f64().unwrap_or(f64::INFINITY);
            let exponent = exponent.to_f64().unwrap_or(f64::NEG_INFINITY);
            return float_pow(base, exponent);
        }
        let trivial = base.bits() <= 1 && (base.is_zero() || base.abs() == BigInt::from(1));
        let exponent = match exponent.to_u64() {
            Some(exponent) => exponent,
            // 0, 1 and -1 have every power.
            None if trivial => {
                if exponent.bit(0) {
                    1
                } else {
                    2
                }
            }
            None => u64::MAX,
        };
        if !trivial {
            self.check_bits(base.bits().saturating_sub(1).saturating_mul(exponent).max(1))?;
            let bits = base.bits() * exponent;
            self.burn(bits * bits / 4096 + 1)?;
        }
        let exponent = if trivial && exponent > 2 { 2 - (exponent % 2) } else { exponent };
        let value = if exponent == 0 { BigInt::from(1) } else { Pow::pow(base, exponent) };
        self.integer(value)
    }

    /// `OP value`.
    pub(crate) fn unary(&mut self, op: UnaryOp, value: &Value) -> PyResult<Value> {
        match (value, op) {
            (Value::Int(i), UnaryOp::Neg) if *i != i64::MIN => return Ok(Value::Int(-i)),
            (Value::Float(f), UnaryOp::Neg) => return Ok(Value::Float(-f)),
            (Value::Float(f), UnaryOp::Pos) => return Ok(Value::Float(*f)),
            (Value::Float(f), UnaryOp::Abs) => return Ok(Value::Float(f.abs())),
            (Value::Host(host), _) => {
                if let Some(value) = host.unary(self, value, op)? {
                    return Ok(value);
                }
            }
            (Value::Instance(instance), _) => {
                let name = match op {
                    UnaryOp::Neg => "__neg__",
                    UnaryOp::Pos => "__pos__",
                    UnaryOp::Invert => "__invert__",
                    UnaryOp::Abs => "__abs__",
                };
                if let Some(function) = instance.class.find(name) {
                    return self.call_with(&function, vec![value.clone()]);
                }
                if let Some(base) = &instance.base {
                    return self.unary(op, &base.clone());
                }
            }
            // `+counter` keeps the positive counts.
            (Value::Dict(counts), UnaryOp::Pos) if counts.is_counter() => {
                let none = self.dict(super::dict::Dict::default())?;
                if let Value::Dict(none) = &none
                    && let Some(kept) = crate::stdlib::counter_binary(self, BinaryOp::Add, counts, none)?
                {
                    return Ok(kept);
                }
            }
            _ => {
                if let Some(big) = big_of(value) {
                    return self.integer(match op {
                        UnaryOp::Neg => -big,
                        UnaryOp::Pos => big,
                        UnaryOp::Invert => -big - 1,
                        UnaryOp::Abs => big.abs(),
                    });
                }
            }
        }
        let type_name = value.type_name();
        Err(Fault::type_error(match op {
            UnaryOp::Neg => format!("bad operand type for unary -: '{type_name}'"),
            UnaryOp::Pos => format!("bad operand type for unary +: '{type_name}'"),
            UnaryOp::Invert => format!("bad operand type for unary ~: '{type_name}'"),
            UnaryOp::Abs => format!("bad operand type for abs(): '{type_name}'"),
        }))
    }
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_))
}

/// Quotient and remainder rounded towards minus infinity.
pub(crate) fn floor_div(a: &BigInt, b: &BigInt) -> (BigInt, BigInt) {
    let quotient = a / b;
    let remainder = a - &quotient * b;
    if !remainder.is_zero() && (remainder.is_negative() != b.is_negative()) {
        (quotient - 1, remainder + b)
    } else {
        (quotient, remainder)
    }
}

pub(crate) fn float_pow(a: f64, b: f64) -> PyResult<Value> {
    if a == 0.0 && b < 0.0 {
        return Err(zero_division("0.0 cannot be raised to a negative power"));
    }
    if a < 0.0 && a.is_finite() && b.is_finite() && b != libm::floor(b) {
        return crate::builtins::complex_power(a, b);
    }
    let power = crate::stdlib::precise::pow(a, b);
    if power.is_infinite() && a.is_finite() && b.is_finite() {
        return Err(Fault::new(ExcKind::OverflowError, "(34, 'Numerical result out of range')"));
    }
    Ok(Value::Float(power))
}

/// The name of a type, with its module where CPython's class is written in C.
fn full_type_name(value: &Value) -> String {
    let name = value.type_name();
    let module = match value {
        Value::Instance(instance) => instance.class.find("__module__"),
        _ => None,
    };
    match module.as_ref().and_then(Value::as_str) {
        Some(module @ ("datetime" | "decimal")) => format!("{module}.{name}"),
        _ => name.to_owned(),
    }
}

pub(super) fn unsupported(op: BinaryOp, left: &Value, right: &Value) -> Fault {
    let symbol = if op == BinaryOp::Pow { "** or pow()" } else { op.symbol() };
    if op == BinaryOp::Add {
        // Python names the sequence that refused.
        match left {
            Value::Str(_) | Value::List(_) | Value::Tuple(_) => {
                return Fault::type_error(format!(
                    "can only concatenate {} (not \"{}\") to {}",
                    left.type_name(),
                    right.type_name(),
                    left.type_name()
                ));
            }
            _ => {}
        }
    }
    let (left, right) = (full_type_name(left), full_type_name(right));
    Fault::type_error(format!("unsupported operand type(s) for {symbol}: '{left}' and '{right}'"))
}
