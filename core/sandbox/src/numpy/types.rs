//! The classes `np.uint8`, `np.floating` and so on, and dtype objects.

use super::dtype::DType;
use super::ndarray::NdArray;
use super::scalar::Scalar;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{CompareOp, Host, NativeType};
use crate::eval::value::Value;

fn dtype_of(value: &Value) -> Option<DType> {
    value.host::<Scalar>().map(|scalar| scalar.dtype)
}

macro_rules! classes {
    ($($constant:ident = $name:literal, $dtype:ident;)*) => {
        $(static $constant: NativeType = NativeType {
            name: $name,
            call: Some(|ctx, args| construct(ctx, args, DType::$dtype)),
            is_instance: |value| dtype_of(value) == Some(DType::$dtype),
            attrs: &[],
        };)*

        /// The class of a type's scalars.
        pub(super) fn class(dtype: DType) -> &'static NativeType {
            match dtype {
                $(DType::$dtype => &$constant,)*
            }
        }
    };
}

classes! {
    BOOL = "numpy.bool", Bool;
    INT8 = "numpy.int8", Int8;
    INT16 = "numpy.int16", Int16;
    INT32 = "numpy.int32", Int32;
    INT64 = "numpy.int64", Int64;
    UINT8 = "numpy.uint8", UInt8;
    UINT16 = "numpy.uint16", UInt16;
    UINT32 = "numpy.uint32", UInt32;
    UINT64 = "numpy.uint64", UInt64;
    FLOAT32 = "numpy.float32", Float32;
    FLOAT64 = "numpy.float64", Float64;
}

macro_rules! abstracts {
    ($($constant:ident = $name:literal, $test:expr;)*) => {
        $(static $constant: NativeType = NativeType {
            name: $name,
            call: None,
            is_instance: |value| {
                let test: fn(DType) -> bool = $test;
                dtype_of(value).is_some_and(test)
            },
            attrs: &[],
        };)*

        /// The abstract classes, with the test for a type.
        const ABSTRACT: &[(&NativeType, fn(DType) -> bool)] = &[$((&$constant, $test)),*];
    };
}

abstracts! {
    GENERIC = "numpy.generic", |_| true;
    NUMBER = "numpy.number", |t| t != DType::Bool;
    INTEGER = "numpy.integer", DType::is_int;
    SIGNED = "numpy.signedinteger", |t| t.is_int() && !t.is_unsigned();
    UNSIGNED = "numpy.unsignedinteger", DType::is_unsigned;
    INEXACT = "numpy.inexact", DType::is_float;
    FLOATING = "numpy.floating", DType::is_float;
}

/// `np.ndarray`.
pub(super) static NDARRAY: NativeType = NativeType {
    name: "numpy.ndarray",
    call: Some(|ctx, args| {
        let [shape, dtype] = args.bind("ndarray", ["shape", "dtype"], 1)?;
        super::create::filled(ctx, shape, dtype, None)
    }),
    is_instance: |value| value.host::<NdArray>().is_some(),
    attrs: &[],
};

/// `np.dtype`.
static DTYPE: NativeType = NativeType {
    name: "numpy.dtype",
    call: Some(|_, args| {
        let [dtype, ..] = args.bind("dtype", ["dtype", "align", "copy"], 1)?;
        Ok(Value::from_host(DTypeObject(DType::of(&dtype.unwrap_or(Value::None))?)))
    }),
    is_instance: |value| value.host::<DTypeObject>().is_some(),
    attrs: &[],
};

/// All classes under the names of the module.
pub(super) fn names() -> Vec<(&'static str, Value)> {
    let short = |class: &'static NativeType| class.name.strip_prefix("numpy.").unwrap_or(class.name);
    let mut names: Vec<(&'static str, Value)> =
        DType::ALL.iter().map(|t| (t.name(), Value::Type(class(*t)))).collect();
    names.extend(ABSTRACT.iter().map(|(class, _)| (short(class), Value::Type(class))));
    names.extend([
        ("ndarray", Value::Type(&NDARRAY)),
        ("dtype", Value::Type(&DTYPE)),
        ("bool_", Value::Type(&BOOL)),
        ("int_", Value::Type(&INT64)),
        ("intp", Value::Type(&INT64)),
        // numpy 2 dropped it, but contours are still rounded with it.
        ("int0", Value::Type(&INT64)),
        ("uint", Value::Type(&UINT64)),
        ("intc", Value::Type(&INT32)),
        ("uintc", Value::Type(&UINT32)),
        ("byte", Value::Type(&INT8)),
        ("ubyte", Value::Type(&UINT8)),
        ("short", Value::Type(&INT16)),
        ("ushort", Value::Type(&UINT16)),
        ("longlong", Value::Type(&INT64)),
        ("single", Value::Type(&FLOAT32)),
        ("double", Value::Type(&FLOAT64)),
    ]);
    names
}

/// `np.uint8(x)`: a scalar, or an array for a sequence.
fn construct(ctx: &mut Ctx, args: Args, dtype: DType) -> PyResult<Value> {
    let [value] = args.bind(dtype.name(), ["value"], 0)?;
    let value = value.unwrap_or(Value::Int(0));
    if let Value::Str(text) = &value {
        let number = text.trim().parse::<f64>().map_err(|_| {
            let shown: String = text.chars().take(60).collect();
            Fault::value_error(format!("could not convert string to float: '{shown}'"))
        })?;
        return super::scalar::value(ctx, dtype, super::scalar::Num::Float(number));
    }
    super::from_value::array(ctx, &value, Some(dtype))?.value(ctx)
}

/// `np.issubdtype(a, b)`.
pub(super) fn issubdtype(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b] = args.exactly("issubdtype")?;
    let Value::Type(wanted) = &b else {
        let (a, b) = (DType::of(&a)?, DType::of(&b)?);
        return Ok(Value::Bool(a == b));
    };
    if let Value::Type(own) = &a
        && std::ptr::eq(*own, *wanted)
    {
        return Ok(Value::Bool(true));
    }
    let own = DType::of(&a)?;
    let found = ABSTRACT.iter().find(|(class, _)| std::ptr::eq(*class, *wanted));
    Ok(Value::Bool(match found {
        Some((_, test)) => test(own),
        // Python's own types stand for the abstract ones.
        None if wanted.name == "float" => own == DType::Float64,
        None => DType::of(&b)? == own,
    }))
}

/// What `a.dtype` is.
pub(super) struct DTypeObject(pub DType);

impl Host for DTypeObject {
    fn type_name(&self) -> &'static str {
        "numpy.dtype"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&DTYPE)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(Some(match name {
            "name" => ctx.str(self.0.name())?,
            "kind" => ctx.str(self.0.kind().to_string())?,
            "char" => ctx.str(self.0.letter().to_string())?,
            "itemsize" => Value::Int(self.0.size() as i64),
            "type" => Value::Type(class(self.0)),
            "str" => {
                let order = if self.0.size() == 1 { '|' } else { '<' };
                ctx.str(format!("{order}{}{}", self.0.kind(), self.0.size()))?
            }
            _ => return Ok(None),
        }))
    }

    fn compare(&self, _: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let same = match other {
            Value::None => false,
            other => DType::of(other).is_ok_and(|other| other == self.0),
        };
        Ok(match op {
            CompareOp::Eq => Some(Value::Bool(same)),
            CompareOp::Ne => Some(Value::Bool(!same)),
            _ => None,
        })
    }

    fn key(&self) -> Option<Value> {
        // Equal dtypes are one key.
        Some(Value::Int(0x6e70 + self.0 as i64))
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(format!("dtype('{}')", self.0.name()))
    }

    fn str(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(self.0.name().to_owned())
    }
}

/// `np.iinfo(type)` and `np.finfo(type)`.
pub(super) struct TypeInfo {
    dtype: DType,
}

/// `np.iinfo`.
pub(super) fn iinfo(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let dtype = info_type(args, "iinfo")?;
    if !dtype.is_int() {
        return Err(Fault::value_error(format!("Invalid integer data type '{}'.", dtype.kind())));
    }
    Ok(Value::from_host(TypeInfo { dtype }))
}

/// `np.finfo`.
pub(super) fn finfo(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let dtype = info_type(args, "finfo")?;
    if !dtype.is_float() {
        return Err(Fault::value_error(format!("data type <class 'numpy.{}'> not inexact", dtype.name())));
    }
    Ok(Value::from_host(TypeInfo { dtype }))
}

fn info_type(args: Args, function: &str) -> PyResult<DType> {
    let [value] = args.exactly(function)?;
    if let Some(dtype) = dtype_of(&value) {
        return Ok(dtype);
    }
    match &value {
        Value::Int(_) => Ok(DType::Int64),
        Value::Float(_) => Ok(DType::Float64),
        value => DType::of(value),
    }
}

impl Host for TypeInfo {
    fn type_name(&self) -> &'static str {
        if self.dtype.is_float() { "finfo" } else { "iinfo" }
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        let (low, high) = self.dtype.range();
        if !self.dtype.is_float() {
            return Ok(Some(match name {
                "min" => ctx.integer(low.into())?,
                "max" => ctx.integer(high.into())?,
                "bits" => Value::Int(self.dtype.size() as i64 * 8),
                "dtype" => Value::from_host(DTypeObject(self.dtype)),
                _ => return Ok(None),
            }));
        }
        let single = self.dtype == DType::Float32;
        let float = match name {
            "eps" if single => f64::from(f32::EPSILON),
            "eps" => f64::EPSILON,
            "max" if single => f64::from(f32::MAX),
            "max" => f64::MAX,
            "min" if single => f64::from(f32::MIN),
            "min" => f64::MIN,
            "tiny" | "smallest_normal" if single => f64::from(f32::MIN_POSITIVE),
            "tiny" | "smallest_normal" => f64::MIN_POSITIVE,
            "bits" => return Ok(Some(Value::Int(self.dtype.size() as i64 * 8))),
            "dtype" => return Ok(Some(Value::from_host(DTypeObject(self.dtype)))),
            _ => return Ok(None),
        };
        super::scalar::value(ctx, self.dtype, super::scalar::Num::Float(float)).map(Some)
    }
}
