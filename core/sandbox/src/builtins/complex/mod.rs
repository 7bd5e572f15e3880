//! `complex`.

mod arith;
mod text;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, CompareOp, Host, NativeType, UnaryOp};
use crate::eval::value::Value;
use crate::stdlib::precise;

/// A complex number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Complex {
    /// The real part.
    pub re: f64,
    /// The imaginary part.
    pub im: f64,
}

pub(super) static COMPLEX: NativeType = NativeType {
    name: "complex",
    call: Some(construct),
    is_instance: |value| value.host::<Complex>().is_some(),
    attrs: &[],
};

impl Complex {
    /// The complex number that any number is, without asking a script.
    pub fn of(value: &Value) -> Option<Self> {
        match value.host::<Self>() {
            Some(own) => Some(*own),
            None => value.as_f64().map(|re| Self { re, im: 0.0 }),
        }
    }

    /// The number as a value.
    pub fn value(self) -> Value {
        Value::from_host(self)
    }
}

impl Ctx {
    /// The complex number of an argument.
    pub(crate) fn complex(&mut self, value: &Value) -> PyResult<Complex> {
        if let Some(number) = Complex::of(value) {
            return Ok(number);
        }
        if let Some(number) = self.special(value, "__complex__")?.as_ref().and_then(Complex::of) {
            return Ok(number);
        }
        match super::real(self, value) {
            Ok(re) => Ok(Complex { re, im: 0.0 }),
            Err(_) => Err(Fault::type_error(format!(
                "complex() first argument must be a string or a number, not '{}'",
                value.type_name()
            ))),
        }
    }
}

fn construct(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [first, second] = args.bind("complex", ["real", "imag"], 0)?;
    if let Some(Value::Str(source)) = &first {
        if second.is_some() {
            return Err(Fault::type_error("complex() can't take second arg if first is a string"));
        }
        return match text::parse(source) {
            Some(number) => Ok(number.value()),
            None => Err(Fault::value_error("complex() arg is a malformed string")),
        };
    }
    if matches!(second, Some(Value::Str(_))) {
        return Err(Fault::type_error("complex() second arg can't be a string"));
    }
    let zero = Complex { re: 0.0, im: 0.0 };
    let a = first.map_or(Ok(zero), |value| ctx.complex(&value))?;
    let Some(second) = second else { return Ok(a.value()) };
    let b = ctx.complex(&second)?;
    Ok(Complex { re: a.re - b.im, im: a.im + b.re }.value())
}

impl Host for Complex {
    fn type_name(&self) -> &'static str {
        "complex"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&COMPLEX)
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "real" => Some(Value::Float(self.re)),
            "imag" => Some(Value::Float(self.im)),
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        name == "conjugate"
    }

    fn call_method(&self, _: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if name != "conjugate" {
            return Err(Fault::no_attribute("complex", name));
        }
        let [] = args.exactly("complex.conjugate")?;
        Ok(Self { re: self.re, im: -self.im }.value())
    }

    fn binary(
        &self,
        _: &mut Ctx,
        _: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        let Some(other) = Self::of(other) else { return Ok(None) };
        let (a, b) = if reflected { (other, *self) } else { (*self, other) };
        arith::binary(op, a, b).map(|result| result.map(Self::value))
    }

    fn unary(&self, _: &mut Ctx, _: &Value, op: UnaryOp) -> PyResult<Option<Value>> {
        Ok(match op {
            UnaryOp::Neg => Some(Self { re: -self.re, im: -self.im }.value()),
            UnaryOp::Pos => Some(self.value()),
            UnaryOp::Abs => Some(Value::Float(precise::norm(&[self.re, self.im]))),
            UnaryOp::Invert => None,
        })
    }

    fn compare(&self, ctx: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let equal = match other.host::<Self>() {
            Some(other) => self == other,
            // An integer beyond 2^53 is compared exactly.
            None if other.as_f64().is_some() => self.im == 0.0 && ctx.equal(&Value::Float(self.re), other)?,
            None => return Ok(None),
        };
        Ok(match op {
            CompareOp::Eq => Some(Value::Bool(equal)),
            CompareOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    }

    fn truthy(&self, _: &mut Ctx) -> PyResult<bool> {
        Ok(self.re != 0.0 || self.im != 0.0)
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(text::repr(*self))
    }

    fn format(&self, ctx: &mut Ctx, spec: &str) -> PyResult<Option<String>> {
        text::format(ctx, *self, spec).map(Some)
    }

    fn key(&self) -> Option<Value> {
        (self.im == 0.0).then_some(Value::Float(self.re))
    }
}

/// A power of floats that is no real number.
pub(crate) fn power(base: f64, exponent: f64) -> PyResult<Value> {
    let (base, exponent) = (Complex { re: base, im: 0.0 }, Complex { re: exponent, im: 0.0 });
    arith::pow(base, exponent).map(Complex::value)
}
