//! New arrays: `array`, `zeros`, `full`, `eye`, ...

use super::arguments::{given, shape, whole};
use super::array::Array;
use super::dtype::DType;
use super::fill::Source;
use super::ndarray::NdArray;
use super::operand::Operand;
use super::scalar::Num;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "array", call: array },
    NativeFn { name: "asarray", call: |ctx, args| as_array(ctx, args, "asarray") },
    NativeFn { name: "asanyarray", call: |ctx, args| as_array(ctx, args, "asanyarray") },
    NativeFn { name: "ascontiguousarray", call: |ctx, args| as_array(ctx, args, "ascontiguousarray") },
    NativeFn { name: "copy", call: copy },
    NativeFn { name: "zeros", call: |ctx, args| new(ctx, args, "zeros", None) },
    NativeFn { name: "empty", call: |ctx, args| new(ctx, args, "empty", None) },
    NativeFn { name: "ones", call: |ctx, args| new(ctx, args, "ones", Some(Num::Int(1))) },
    NativeFn { name: "full", call: full },
    NativeFn { name: "zeros_like", call: |ctx, args| like(ctx, args, "zeros_like", None) },
    NativeFn { name: "empty_like", call: |ctx, args| like(ctx, args, "empty_like", None) },
    NativeFn { name: "ones_like", call: |ctx, args| like(ctx, args, "ones_like", Some(Num::Int(1))) },
    NativeFn { name: "full_like", call: full_like },
    NativeFn { name: "eye", call: eye },
    NativeFn { name: "identity", call: eye },
    NativeFn { name: "diag", call: diag },
    NativeFn { name: "tri", call: tri },
    NativeFn {
        name: "tril",
        call: |ctx, args| triangle(ctx, args, "tril", |row, column, k| column <= row + k),
    },
    NativeFn {
        name: "triu",
        call: |ctx, args| triangle(ctx, args, "triu", |row, column, k| column >= row + k),
    },
];

fn array(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    for ignored in ["order", "subok", "like"] {
        args.take_keyword(ignored);
    }
    let copy = args.take_keyword("copy");
    let ndmin = whole(args.take_keyword("ndmin"), 0)?;
    let [object, dtype] = args.bind("array", ["object", "dtype"], 1)?;
    let (object, dtype) = (object.unwrap_or(Value::None), DType::given(dtype.as_ref())?);
    let shared = match copy {
        Some(copy) if !ctx.truthy(&copy)? => object.host::<NdArray>().map(|a| a.array.clone()),
        _ => None,
    };
    let mut array = match shared {
        Some(array) if dtype.is_none_or(|t| t == array.dtype) => array,
        _ => super::from_value::array(ctx, &object, dtype)?,
    };
    while (array.ndim() as i64) < ndmin.min(super::array::MAX_DIMS as i64) {
        array.shape.insert(0, 1);
        array.strides.insert(0, 0);
    }
    array.object(ctx)
}

fn as_array(ctx: &mut Ctx, mut args: Args, name: &str) -> PyResult<Value> {
    args.take_keyword("order");
    let [a, dtype] = args.bind(name, ["a", "dtype"], 1)?;
    let (a, dtype) = (a.unwrap_or(Value::None), DType::given(dtype.as_ref())?);
    if let Some(array) = a.host::<NdArray>()
        && dtype.is_none_or(|dtype| dtype == array.array.dtype)
        && (name != "ascontiguousarray" || array.array.is_contiguous())
    {
        return Ok(a);
    }
    super::from_value::array(ctx, &a, dtype)?.object(ctx)
}

fn copy(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, ..] = args.bind("copy", ["a", "order", "subok"], 1)?;
    super::from_value::array(ctx, &a.unwrap_or(Value::None), None)?.object(ctx)
}

/// An array of one number.
pub(super) fn filled(
    ctx: &mut Ctx,
    sides: Option<Value>,
    dtype: Option<Value>,
    num: Option<Num>,
) -> PyResult<Value> {
    let sides = shape(ctx, &sides.unwrap_or(Value::None))?;
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Float64);
    let array = Array::zeros(ctx, dtype, &sides)?;
    if let Some(num) = num {
        array.fill(ctx, num)?;
    }
    array.object(ctx)
}

fn new(ctx: &mut Ctx, args: Args, name: &str, num: Option<Num>) -> PyResult<Value> {
    let [sides, dtype, _] = args.bind(name, ["shape", "dtype", "order"], 1)?;
    filled(ctx, sides, dtype, num)
}

fn full(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [sides, value, dtype, _] = args.bind("full", ["shape", "fill_value", "dtype", "order"], 2)?;
    let sides = shape(ctx, &sides.unwrap_or(Value::None))?;
    let value = value.unwrap_or(Value::None);
    let dtype = match DType::given(dtype.as_ref())? {
        Some(dtype) => dtype,
        None => Operand::need(ctx, &value, "full")?.dtype(),
    };
    let array = Array::zeros(ctx, dtype, &sides)?;
    let source = Source::of(ctx, &value, dtype)?;
    array.assign(ctx, source)?;
    array.object(ctx)
}

fn like(ctx: &mut Ctx, args: Args, name: &str, num: Option<Num>) -> PyResult<Value> {
    let [a, dtype, _, _, sides] = args.bind(name, ["a", "dtype", "order", "subok", "shape"], 1)?;
    let a = super::arguments::array(ctx, a)?;
    let sides = match given(sides) {
        Some(sides) => shape(ctx, &sides)?,
        None => a.shape.clone(),
    };
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(a.dtype);
    let array = Array::zeros(ctx, dtype, &sides)?;
    if let Some(num) = num {
        array.fill(ctx, num)?;
    }
    array.object(ctx)
}

fn full_like(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, value, dtype, ..] =
        args.bind("full_like", ["a", "fill_value", "dtype", "order", "subok", "shape"], 2)?;
    let a = super::arguments::array(ctx, a)?;
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(a.dtype);
    let array = Array::zeros(ctx, dtype, &a.shape)?;
    let source = Source::of(ctx, &value.unwrap_or(Value::None), dtype)?;
    array.assign(ctx, source)?;
    array.object(ctx)
}

fn eye(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [n, m, k, dtype, _] = args.bind("eye", ["N", "M", "k", "dtype", "order"], 1)?;
    let n = whole(n, 0)?;
    let (m, k) = (whole(m, n)?, whole(k, 0)?);
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Float64);
    let sides = [super::arguments::side(n)?, super::arguments::side(m)?];
    let array = Array::zeros(ctx, dtype, &sides)?;
    diagonal_of(&array, k).fill(ctx, Num::Int(1))?;
    array.object(ctx)
}

/// The view of a matrix's `k`-th diagonal.
pub(super) fn diagonal_of(array: &Array, k: i64) -> Array {
    let [rows, columns] = [array.shape[0] as i64, array.shape[1] as i64];
    let (row, column) = if k < 0 { (k.saturating_neg(), 0) } else { (0, k) };
    let count = (rows.saturating_sub(row)).min(columns.saturating_sub(column)).max(0) as usize;
    let mut shape = array.shape[2..].to_vec();
    let mut strides = array.strides[2..].to_vec();
    shape.push(count);
    strides.push(array.strides[0].wrapping_add(array.strides[1]));
    let start = if count == 0 {
        0
    } else {
        array.strides[0].wrapping_mul(row as isize) + array.strides[1].wrapping_mul(column as isize)
    };
    array.view(array.offset.wrapping_add_signed(start), shape, strides)
}

fn diag(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [v, k] = args.bind("diag", ["v", "k"], 1)?;
    let v = super::arguments::array(ctx, v)?;
    let k = whole(k, 0)?.clamp(-(1 << 32), 1 << 32);
    match v.ndim() {
        1 => {
            let side = super::arguments::side(v.shape[0] as i64 + k.abs())?;
            let array = Array::zeros(ctx, v.dtype, &[side, side])?;
            diagonal_of(&array, k).copy_from(ctx, &v)?;
            array.object(ctx)
        }
        2 => {
            let copy = diagonal_of(&v, k).copied(ctx)?;
            copy.object(ctx)
        }
        _ => Err(Fault::value_error("Input must be 1- or 2-d.")),
    }
}

fn tri(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [n, m, k, dtype] = args.bind("tri", ["N", "M", "k", "dtype"], 1)?;
    let n = whole(n, 0)?;
    let (m, k) = (whole(m, n)?, whole(k, 0)?);
    let dtype = DType::given(dtype.as_ref())?.unwrap_or(DType::Float64);
    let sides = [super::arguments::side(n)?, super::arguments::side(m)?];
    let ones = Array::zeros(ctx, dtype, &sides)?;
    ones.fill(ctx, Num::Int(1))?;
    keep(ctx, &ones, |row, column| column <= row.saturating_add(k))?;
    ones.object(ctx)
}

fn triangle(ctx: &mut Ctx, args: Args, name: &str, test: fn(i64, i64, i64) -> bool) -> PyResult<Value> {
    let [m, k] = args.bind(name, ["m", "k"], 1)?;
    let array = super::arguments::array(ctx, m)?.copied(ctx)?;
    let k = whole(k, 0)?.clamp(-(1 << 32), 1 << 32);
    if array.ndim() != 2 {
        return Err(Fault::not_provided(format!("numpy.{name} of arrays that are not 2-d")));
    }
    keep(ctx, &array, |row, column| test(row, column, k))?;
    array.object(ctx)
}

/// Sets the elements of a contiguous matrix to zero where the test fails.
fn keep(ctx: &mut Ctx, array: &Array, test: impl Fn(i64, i64) -> bool) -> PyResult<()> {
    ctx.burn(array.size() as u64 / 4 + 1)?;
    let mut data = array.buffer.data.borrow_mut();
    for row in 0..array.shape[0] {
        for column in 0..array.shape[1] {
            if !test(row as i64, column as i64) {
                data.set(row * array.shape[1] + column, Num::Int(0));
            }
        }
    }
    Ok(())
}
