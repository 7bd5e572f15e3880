//! Builtin functions of numbers and text, and `print`.

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

use super::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, NativeFn, UnaryOp};
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "print", call: print },
    NativeFn { name: "input", call: input },
    NativeFn { name: "open", call: crate::files::open },
    NativeFn { name: "abs", call: abs },
    NativeFn { name: "round", call: round },
    NativeFn { name: "divmod", call: divmod },
    NativeFn { name: "pow", call: pow },
    NativeFn { name: "ord", call: ord },
    NativeFn { name: "chr", call: chr },
    NativeFn { name: "hex", call: |ctx, args| radix(ctx, args, "hex", "#x") },
    NativeFn { name: "oct", call: |ctx, args| radix(ctx, args, "oct", "#o") },
    NativeFn { name: "bin", call: |ctx, args| radix(ctx, args, "bin", "#b") },
    NativeFn { name: "format", call: format },
    NativeFn { name: "repr", call: repr },
    NativeFn {
        name: "ascii",
        call: |ctx, args| {
            let [value] = args.exactly("ascii")?;
            let text = ctx.repr(&value)?;
            ctx.str(crate::eval::repr::ascii(&text))
        },
    },
];

fn print(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let separator = args.take_keyword("sep").filter(|v| !v.is_none());
    let end = args.take_keyword("end").filter(|v| !v.is_none());
    args.take_keyword("flush");
    let file = args.take_keyword("file").filter(|v| !v.is_none());
    if let Some((name, _)) = args.keyword.first() {
        let name = &***name;
        return Err(Fault::type_error(format!("'{name}' is an invalid keyword argument for print()")));
    }
    let part = |value: &'_ Option<Value>, name: &str, default: &str| match value {
        None => Ok(default.to_owned()),
        Some(Value::Str(text)) => Ok((***text).to_owned()),
        Some(other) => {
            let found = other.type_name();
            Err(Fault::type_error(format!("{name} must be None or a string, not {found}")))
        }
    };
    let (separator, end) = (&*part(&separator, "sep", " ")?, &*part(&end, "end", "\n")?);
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            print_to(ctx, file.as_ref(), separator)?;
        }
        let text = ctx.str_of(value)?;
        print_to(ctx, file.as_ref(), &text)?;
    }
    print_to(ctx, file.as_ref(), end)?;
    Ok(Value::None)
}

/// There is nobody to answer.
fn input(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [prompt] = args.between("input", 0)?;
    if let Some(prompt) = prompt {
        let text = ctx.str_of(&prompt)?;
        ctx.print(&text)?;
    }
    Err(Fault::new(ExcKind::EOFError, "EOF when reading a line"))
}

fn print_to(ctx: &mut Ctx, file: Option<&Value>, text: &str) -> PyResult<()> {
    let redirected = if file.is_none() { ctx.redirected.clone() } else { None };
    let Some(file) = file.or(redirected.as_ref()) else { return ctx.print(text) };
    let text = ctx.str(text)?;
    match file.host::<crate::files::Stream>() {
        Some(stream) => stream.print(ctx, &text),
        None => ctx.call_method(file, "write", Args::new(vec![text])).map(drop),
    }
}

fn abs(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("abs")?;
    ctx.unary(UnaryOp::Abs, &value)
}

/// Rounds half to even at a decimal place, as CPython does, by way of the exact decimal digits.
fn round_digits(f: f64, digits: i64) -> f64 {
    if !f.is_finite() || digits > 323 {
        return f;
    }
    if digits < -308 {
        return f64::copysign(0.0, f);
    }
    if digits >= 0 {
        return format!("{f:.*}", digits as usize).parse().unwrap_or(f);
    }
    let scale = libm::pow(10.0, -digits as f64);
    libm::rint(f / scale) * scale
}

fn round(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, digits] = args.bind("round", ["number", "ndigits"], 1)?;
    let value = value.unwrap_or(Value::None);
    let digits = digits.filter(|d| !d.is_none());
    let value = match &value {
        Value::Host(host) => match host.number() {
            Some(number) if digits.is_none() => number,
            // numpy's numbers stay what they are.
            Some(_) if host.has_method("round") => {
                let digits = digits.unwrap_or(Value::Int(0));
                return ctx.call_method(&value, "round", Args::new(vec![digits]));
            }
            number => number.unwrap_or(value),
        },
        _ => value,
    };
    match (&value, digits) {
        (Value::Float(f), None) => ctx.float_to_integer(libm::rint(*f)),
        (Value::Float(f), Some(digits)) => Ok(Value::Float(round_digits(*f, integer(&digits)?))),
        (Value::Int(_) | Value::Bool(_) | Value::Big(_), digits) => {
            let digits = digits.map_or(Ok(0), |d| integer(&d))?;
            let Some(number) = ctx.big(&value) else { return Ok(value) };
            if digits >= 0 {
                return ctx.integer(number);
            }
            if digits < -5000 {
                return Ok(Value::Int(0));
            }
            let unit = num_traits::pow(BigInt::from(10), digits.unsigned_abs() as usize);
            let (quotient, remainder) = crate::eval::arith::floor_div(&number, &unit);
            let twice: BigInt = remainder * 2;
            let up = twice > unit || (twice == unit && quotient.bit(0));
            ctx.integer((quotient + BigInt::from(u8::from(up))) * unit)
        }
        (Value::Instance(instance), digits)
            if instance.base.is_some() && instance.class.find("__round__").is_none() =>
        {
            let mut arguments = vec![crate::eval::instance::plain(&value).clone()];
            arguments.extend(digits);
            round(ctx, Args::new(arguments))
        }
        (Value::Instance(_), digits) if crate::eval::kind::hook(&value, "__round__").is_some() => {
            let mut arguments = vec![];
            arguments.extend(digits);
            ctx.call_method(&value, "__round__", Args::new(arguments))
        }
        _ => Err(Fault::type_error(format!("type {} doesn't define __round__ method", value.type_name()))),
    }
}

fn divmod(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let parts: [Option<Value>; 2] = args.between("divmod", 2)?;
    let [a, b] = parts.map(|part| part.unwrap_or(Value::None));
    for (object, other, name) in [(&a, &b, "__divmod__"), (&b, &a, "__rdivmod__")] {
        if let Value::Instance(instance) = object
            && let Some(function) = instance.class.find(name)
        {
            return ctx.call_with(&function, vec![object.clone(), other.clone()]);
        }
    }
    if matches!((&a, &b), (Value::Float(_), _) | (_, Value::Float(_))) && b.as_f64() == Some(0.0) {
        return Err(Fault::new(ExcKind::ZeroDivisionError, "float divmod()"));
    }
    let quotient = ctx.binary(BinaryOp::FloorDiv, &a, &b)?;
    let remainder = ctx.binary(BinaryOp::Mod, &a, &b)?;
    ctx.tuple(vec![quotient, remainder])
}

fn pow(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [base, exponent, modulus] = args.bind("pow", ["base", "exp", "mod"], 2)?;
    let (base, exponent) = (base.unwrap_or(Value::None), exponent.unwrap_or(Value::None));
    let Some(modulus) = modulus.filter(|m| !m.is_none()) else {
        return ctx.binary(BinaryOp::Pow, &base, &exponent);
    };
    if let Value::Instance(instance) = &base
        && let Some(function) = instance.class.find("__pow__")
    {
        return ctx.call_with(&function, vec![base.clone(), exponent, modulus]);
    }
    let (Some(base), Some(mut exponent), Some(modulus)) =
        (ctx.big(&base), ctx.big(&exponent), ctx.big(&modulus))
    else {
        return Err(Fault::type_error("pow() 3rd argument not allowed unless all arguments are integers"));
    };
    if modulus.is_zero() {
        return Err(Fault::value_error("pow() 3rd argument cannot be 0"));
    }
    let reduce = |n: BigInt| crate::eval::arith::floor_div(&n, &modulus).1;
    let mut base = reduce(base);
    if exponent.is_negative() {
        base = inverse(&base, &modulus.abs())
            .ok_or_else(|| Fault::value_error("base is not invertible for the given modulus"))?;
        exponent = -exponent;
    }
    let work = exponent.bits() * (modulus.bits() / 64 + 1).pow(2);
    ctx.burn(work / 4 + 1)?;
    let mut result = reduce(BigInt::one());
    for index in (0..exponent.bits()).rev() {
        result = reduce(&result * &result);
        if exponent.bit(index) {
            result = reduce(result * &base);
        }
    }
    ctx.integer(result)
}

fn inverse(a: &BigInt, modulus: &BigInt) -> Option<BigInt> {
    let (mut old, mut new) = (a.clone(), modulus.clone());
    let (mut old_factor, mut new_factor) = (BigInt::one(), BigInt::zero());
    while !new.is_zero() {
        let quotient = &old / &new;
        let remainder = &old - &quotient * &new;
        (old, new) = (new, remainder);
        let factor = &old_factor - &quotient * &new_factor;
        (old_factor, new_factor) = (new_factor, factor);
    }
    old.is_one().then(|| crate::eval::arith::floor_div(&old_factor, modulus).1)
}

fn ord(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("ord")?;
    let text = value.as_str().ok_or_else(|| {
        Fault::type_error(format!("ord() expected string of length 1, but {} found", value.type_name()))
    })?;
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(c), None) => Ok(Value::Int(i64::from(u32::from(c)))),
        _ => {
            let length = text.chars().count();
            Err(Fault::type_error(format!("ord() expected a character, but string of length {length} found")))
        }
    }
}

fn chr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("chr")?;
    let code = integer(&value)?;
    let c = u32::try_from(code).ok().and_then(char::from_u32);
    let c = c.ok_or_else(|| Fault::value_error("chr() arg not in range(0x110000)"))?;
    ctx.str(c.to_string())
}

fn radix(ctx: &mut Ctx, args: Args, name: &str, spec: &str) -> PyResult<Value> {
    let [value] = args.exactly(name)?;
    let value = ctx.index_value(&value)?;
    if ctx.big(&value).is_none() {
        integer(&value)?;
    }
    let text = ctx.format(&value, spec)?;
    ctx.str(text)
}

fn format(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value, spec] = args.between("format", 1)?;
    let value = value.unwrap_or(Value::None);
    let spec = match &spec {
        None => "",
        Some(Value::Str(spec)) => spec,
        Some(other) => {
            let found = other.type_name();
            return Err(Fault::type_error(format!("format() argument 2 must be str, not {found}")));
        }
    };
    let text = ctx.format(&value, spec)?;
    ctx.str(text)
}

fn repr(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [value] = args.exactly("repr")?;
    let text = ctx.repr(&value)?;
    ctx.str(text)
}
