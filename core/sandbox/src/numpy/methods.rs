//! Attributes and methods of arrays. Most methods are the module's functions with the array first.

use super::arguments::{flag, given, spread};
use super::array::Array;
use super::dtype::DType;
use super::fill::Source;
use super::ndarray::NdArray;
use super::scalar::{self, Num};
use super::types::DTypeObject;
use super::{order, shape};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::Transform;

/// Methods that are the module's functions of the same name.
const SHARED: &[&str] = &[
    "all",
    "any",
    "argmax",
    "argmin",
    "argsort",
    "clip",
    "conjugate",
    "cumprod",
    "cumsum",
    "diagonal",
    "dot",
    "max",
    "mean",
    "min",
    "nonzero",
    "prod",
    "repeat",
    "round",
    "searchsorted",
    "squeeze",
    "std",
    "sum",
    "swapaxes",
    "take",
    "trace",
    "var",
];

/// Methods of their own.
const OWN: &[&str] = &[
    "astype",
    "copy",
    "fill",
    "flatten",
    "item",
    "put",
    "ravel",
    "reshape",
    "sort",
    "tobytes",
    "tolist",
    "transpose",
    "view",
];

/// Methods of numpy's arrays that are known but not provided.
const MISSING: &[&str] = &[
    "argpartition",
    "base",
    "byteswap",
    "choose",
    "compress",
    "ctypes",
    "data",
    "dump",
    "dumps",
    "getfield",
    "partition",
    "resize",
    "setfield",
    "setflags",
    "tofile",
    "tostring",
];

/// Whether there is a method of this name.
pub(super) fn known(name: &str) -> bool {
    SHARED.contains(&name) || OWN.contains(&name)
}

/// An attribute that is no method.
pub(super) fn attribute(ctx: &mut Ctx, array: &Array, name: &str) -> PyResult<Option<Value>> {
    let number = |count: usize| Value::Int(count as i64);
    Ok(Some(match name {
        "shape" => {
            let sides = array.shape.iter().map(|side| number(*side)).collect();
            ctx.tuple(sides)?
        }
        "strides" => {
            let size = array.dtype.size() as i64;
            ctx.tuple(array.strides.iter().map(|s| Value::Int(*s as i64 * size)).collect())?
        }
        "flags" => {
            let transposed = {
                let mut turned = array.clone();
                turned.shape.reverse();
                turned.strides.reverse();
                turned.is_contiguous()
            };
            let dict = ctx.dict(Default::default())?;
            if let Value::Dict(flags) = &dict {
                let known = [
                    ("C_CONTIGUOUS", array.is_contiguous()),
                    ("F_CONTIGUOUS", transposed),
                    ("WRITEABLE", true),
                    ("ALIGNED", true),
                ];
                for (name, flag) in known {
                    let name = ctx.str(name)?;
                    ctx.dict_insert(flags, &name, Value::Bool(flag))?;
                }
            }
            dict
        }
        "dtype" => Value::from_host(DTypeObject(array.dtype)),
        "ndim" => number(array.ndim()),
        "size" => number(array.size()),
        "itemsize" => number(array.dtype.size()),
        "nbytes" => number(array.size().saturating_mul(array.dtype.size())),
        "T" => shape::reversed(array).object(ctx)?,
        "real" => array.clone().object(ctx)?,
        "imag" => Array::zeros(ctx, array.dtype, &array.shape)?.object(ctx)?,
        "flat" => {
            let flat = shape::flat(ctx, array)?.object(ctx)?;
            ctx.iter(&flat)?
        }
        missing if MISSING.contains(&missing) => {
            return Err(Fault::not_provided(format!("numpy.ndarray.{missing}")));
        }
        _ => return Ok(None),
    }))
}

/// Calls a method.
pub(super) fn call(ctx: &mut Ctx, array: &Array, name: &str, mut args: Args) -> PyResult<Value> {
    if SHARED.contains(&name) {
        let Some(function) = super::function(name) else {
            return Err(Fault::not_provided(format!("numpy.ndarray.{name}")));
        };
        let own = array.clone().object(ctx)?;
        args.positional.insert(0, own);
        return (function.call)(ctx, args);
    }
    match name {
        "astype" => {
            let [dtype, _, _, _, copy] =
                args.bind("astype", ["dtype", "order", "casting", "subok", "copy"], 1)?;
            let dtype = DType::of(&dtype.unwrap_or(Value::None))?;
            if dtype == array.dtype && !flag(ctx, copy, true)? {
                return array.clone().object(ctx);
            }
            let cast = array.cast(ctx, dtype)?;
            super::inherit(ctx, array, &cast, Transform::Copy, false)?;
            cast.object(ctx)
        }
        "copy" | "flatten" => {
            let copy = array.copied(ctx)?;
            super::inherit(ctx, array, &copy, Transform::Copy, false)?;
            if name == "copy" { copy.object(ctx) } else { shape::flat(ctx, &copy)?.object(ctx) }
        }
        "fill" => {
            let [value] = args.exactly("fill")?;
            let source = Source::of(ctx, &value, array.dtype)?;
            array.assign(ctx, source)?;
            Ok(Value::None)
        }
        "item" => item(ctx, array, &args.positional),
        "put" => {
            let [indices, values] = args.exactly("put")?;
            let flat = shape::flat(ctx, array)?;
            if !std::rc::Rc::ptr_eq(&flat.buffer, &array.buffer) {
                return Err(Fault::not_provided("numpy.ndarray.put on a view that is not contiguous"));
            }
            super::index::set(ctx, &flat, &indices, &values)?;
            Ok(Value::None)
        }
        "ravel" => shape::flat(ctx, array)?.object(ctx),
        "reshape" => {
            let given = given(args.take_keyword("shape"));
            shape::order(args.take_keyword("order"))?;
            let positional = given.map_or(args.positional, |shape| vec![shape]);
            let sides = spread(ctx, &positional)?;
            shape::reshaped(ctx, array, &sides)?.object(ctx)
        }
        "sort" => {
            let [axis, ..] = args.bind("sort", ["axis", "kind", "order"], 0)?;
            let sorted = order::sorted(ctx, array, axis)?;
            array.copy_from(ctx, &sorted)?;
            Ok(Value::None)
        }
        "tobytes" => {
            let _held = ctx.charge(array.size().saturating_mul(array.dtype.size()))?;
            let items = array.copied(ctx)?;
            let bytes = items.buffer.data.borrow().little_endian();
            ctx.bytes(bytes)
        }
        "tolist" => tolist(ctx, array, array.offset, 0),
        "transpose" => {
            let axes = spread(ctx, &args.positional)?;
            shape::transposed(array, &axes)?.object(ctx)
        }
        "view" => match args.positional.first() {
            Some(dtype) if DType::of(dtype)? != array.dtype => {
                Err(Fault::not_provided("numpy.ndarray.view with another dtype"))
            }
            _ => array.clone().object(ctx),
        },
        _ => Err(Fault::no_attribute("numpy.ndarray", name)),
    }
}

/// `a.item()`, `a.item(3)`, `a.item(0, 1)`.
fn item(ctx: &mut Ctx, array: &Array, indices: &[Value]) -> PyResult<Value> {
    let num = match indices {
        [] if array.size() == 1 => array.first(),
        [] => {
            return Err(Fault::value_error("can only convert an array of size 1 to a Python scalar"));
        }
        [Value::Int(index)] if array.ndim() != 1 => {
            let at = super::index_key::bounded(*index, array.size(), 0)?;
            let lane = shape::flat(ctx, array)?;
            let data = lane.buffer.data.borrow();
            data.get(lane.offset.wrapping_add_signed(at as isize * lane.strides[0]))
        }
        several => {
            let key = match several {
                [Value::Tuple(_)] => several[0].clone(),
                _ => ctx.tuple(several.to_vec())?,
            };
            let found = super::index::get(ctx, array, &key)?;
            match found.host::<scalar::Scalar>() {
                Some(scalar) => scalar.num,
                None => return Err(Fault::value_error("incorrect number of indices for array")),
            }
        }
    };
    scalar::python(ctx, array.dtype, num)
}

/// Nested lists of Python numbers.
fn tolist(ctx: &mut Ctx, array: &Array, at: usize, axis: usize) -> PyResult<Value> {
    if axis == array.ndim() {
        let num: Num = array.buffer.data.borrow().get(at);
        return scalar::python(ctx, array.dtype, num);
    }
    let side = array.shape[axis];
    ctx.burn(side as u64 / 2 + 1)?;
    let reserved = ctx.charge(side.saturating_mul(size_of::<Value>()))?;
    let mut items = Vec::with_capacity(side);
    for index in 0..side {
        let place = at.wrapping_add_signed(array.strides[axis].wrapping_mul(index as isize));
        items.push(tolist(ctx, array, place, axis + 1)?);
    }
    drop(reserved);
    ctx.list(items)
}

/// The array object that an argument must be, to be changed in place.
pub(super) fn object<'v>(value: &'v Value, function: &str) -> PyResult<&'v NdArray> {
    value.host::<NdArray>().ok_or_else(|| {
        let name = value.type_name();
        Fault::new(ExcKind::TypeError, format!("{function}() wants an array, not '{name}'"))
    })
}
