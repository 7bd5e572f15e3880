//! Python arguments as OpenCV's: numbers, points, sizes, colours, flags.

use super::arrays;
use super::fault::{assertion, unparsable};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// The arguments of one call, sorted into named places.
pub(super) struct Call<const N: usize> {
    pub function: &'static str,
    names: [&'static str; N],
    values: [Option<Value>; N],
}

impl<const N: usize> Call<N> {
    /// Sorts the arguments; the first `required` must be given. `None` counts as not given.
    pub fn new(
        function: &'static str,
        args: Args,
        names: [&'static str; N],
        required: usize,
    ) -> PyResult<Self> {
        if args.positional.len() > N {
            let message = format!(
                "{function}() takes at most {N} argument{} ({} given)",
                if N == 1 { "" } else { "s" },
                args.positional.len()
            );
            return Err(unparsable(function, &message));
        }
        if let Some((name, _)) = args.keyword.iter().find(|(name, _)| !names.contains(&&***name)) {
            let shown: String = name.chars().take(60).collect();
            let message = format!("{function}() got an unexpected keyword argument '{shown}'");
            return Err(unparsable(function, &message));
        }
        let mut values = args.bind(function, names, 0)?;
        if let Some(at) = values[..required].iter().position(Option::is_none) {
            let message = format!("{function}() missing required argument '{}' (pos {})", names[at], at + 1);
            return Err(unparsable(function, &message));
        }
        for value in &mut values {
            *value = value.take().filter(|value| !value.is_none());
        }
        Ok(Self { function, names, values })
    }

    /// The name of an argument.
    pub fn name(&self, at: usize) -> &'static str {
        self.names.get(at).copied().unwrap_or("?")
    }

    /// An argument.
    pub fn get(&self, at: usize) -> Option<&Value> {
        self.values.get(at).and_then(Option::as_ref)
    }

    /// An argument that must be there.
    pub fn need(&self, at: usize) -> PyResult<&Value> {
        self.get(at).ok_or_else(|| self.wrong(at, "is required"))
    }

    /// Whether an argument was given.
    pub fn has(&self, at: usize) -> bool {
        self.get(at).is_some()
    }

    /// The error for an argument of the wrong kind.
    pub fn wrong(&self, at: usize, what: &str) -> Fault {
        unparsable(self.function, &format!("Argument '{}' {what}", self.names.get(at).unwrap_or(&"?")))
    }

    /// An assertion of this function.
    pub fn assert(&self, holds: bool, condition: &str) -> PyResult<()> {
        if holds { Ok(()) } else { Err(assertion(self.function, condition)) }
    }

    /// An optional whole number.
    pub fn int(&self, at: usize, default: i64) -> PyResult<i64> {
        let Some(value) = self.get(at) else { return Ok(default) };
        let number = match value {
            Value::Host(host) => host.number().and_then(|number| number.as_i64()),
            other => other.as_i64(),
        };
        match number {
            Some(number) if i32::try_from(number).is_ok() => Ok(number),
            Some(_) => Err(self.wrong(at, "can not be treated as an int: it is out of range")),
            None => Err(self.wrong(at, "is required to be an integer")),
        }
    }

    /// An optional number.
    pub fn real(&self, at: usize, default: f64) -> PyResult<f64> {
        self.get(at).map_or(Ok(default), |value| {
            number(value).ok_or_else(|| self.wrong(at, "can not be treated as a double"))
        })
    }

    /// An optional truth value.
    pub fn flag(&self, ctx: &mut Ctx, at: usize, default: bool) -> PyResult<bool> {
        self.get(at).map_or(Ok(default), |value| ctx.truthy(value))
    }

    /// The numbers of a tuple, list or array; a single number counts as one.
    pub fn numbers(&self, ctx: &mut Ctx, at: usize) -> PyResult<Option<Vec<f64>>> {
        let Some(value) = self.get(at) else { return Ok(None) };
        numbers(ctx, value)
            .map_err(|fault| self.kept(fault, at))?
            .map(Some)
            .ok_or_else(|| self.wrong(at, "is required to be a sequence of numbers"))
    }

    /// Two whole numbers, such as a size or a point.
    pub fn pair(&self, ctx: &mut Ctx, at: usize) -> PyResult<Option<[i64; 2]>> {
        let Some(found) = self.numbers(ctx, at)? else { return Ok(None) };
        match found[..] {
            [a, b] if [a, b].iter().all(|v| v.fract() == 0.0 && v.abs() <= 2_147_483_647.0) => {
                Ok(Some([a as i64, b as i64]))
            }
            [_, _] => Err(self.wrong(at, "can't be parsed: sequence items must be integers")),
            _ => Err(self.wrong(at, "must be a sequence of 2 numbers")),
        }
    }

    /// Two numbers, such as a centre.
    pub fn point(&self, ctx: &mut Ctx, at: usize) -> PyResult<Option<[f64; 2]>> {
        let Some(found) = self.numbers(ctx, at)? else { return Ok(None) };
        match found[..] {
            [a, b] if a.is_finite() && b.is_finite() => Ok(Some([a, b])),
            _ => Err(self.wrong(at, "must be a sequence of 2 numbers")),
        }
    }

    /// A colour or another scalar of up to four numbers; missing ones are 0.
    pub fn scalar(&self, ctx: &mut Ctx, at: usize) -> PyResult<Option<[f64; 4]>> {
        let Some(found) = self.numbers(ctx, at)? else { return Ok(None) };
        if found.len() > 4 {
            return Err(self.wrong(at, "is too long: a scalar has at most 4 numbers"));
        }
        let mut scalar = [0.0; 4];
        scalar[..found.len()].copy_from_slice(&found);
        Ok(Some(scalar))
    }

    /// An array argument.
    pub fn array(&self, at: usize) -> PyResult<arrays::Array> {
        let value = self.need(at)?;
        arrays::given(value).ok_or_else(|| {
            unparsable(
                self.function,
                &format!("{} is not a numpy array, neither a scalar", self.names.get(at).unwrap_or(&"?")),
            )
        })
    }

    /// An array argument; integers of 64 bits become such of 32, as in OpenCV.
    pub fn matrix(&self, ctx: &mut Ctx, at: usize) -> PyResult<arrays::Array> {
        let array = self.array(at)?;
        match array.dtype {
            arrays::DType::Int64 | arrays::DType::UInt64 => array.cast(ctx, arrays::DType::Int32),
            _ => Ok(array),
        }
    }

    /// A limit passes; everything else becomes `cv2.error`.
    fn kept(&self, fault: Fault, at: usize) -> Fault {
        if fault.is_limit() { fault } else { self.wrong(at, "is required to be a sequence of numbers") }
    }
}

/// A number, also one of numpy's.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Host(host) => host.number().and_then(|number| number.as_f64()),
        other => other.as_f64(),
    }
}

/// The numbers in a sequence; `None` if it is none.
pub(super) fn numbers(ctx: &mut Ctx, value: &Value) -> PyResult<Option<Vec<f64>>> {
    if let Some(number) = number(value) {
        return Ok(Some(vec![number]));
    }
    if let Some(array) = arrays::given(value) {
        return Ok(Some(array.lane::<f64>(ctx)?.to_vec()));
    }
    match value {
        Value::List(_) | Value::Tuple(_) | Value::Range(_) => {
            Ok(ctx.collect(value)?.iter().map(number).collect())
        }
        _ => Ok(None),
    }
}
