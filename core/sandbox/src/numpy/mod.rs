//! numpy for scripts: arrays of numbers with views, broadcasting and numpy 2's types and printing.
//!
//! An [`array::Array`] is a window (shape, strides, offset) on a shared buffer of one element type, so that
//! slices write through. Arithmetic runs in blocks of `i64` or `f64`, whatever is stored, and rounds or
//! wraps when it stores. Every buffer is charged to memory before it is made and every loop to fuel.
//! Arrays of texts, objects and complex numbers are not provided, nor `float16`.

mod apply;
mod arguments;
mod array;
mod average;
mod binary;
mod binary_kernel;
mod create;
mod curve;
mod data;
mod dtype;
mod errstate;
mod exchange;
mod fill;
mod flip;
mod from_value;
mod frombuffer;
mod generator;
mod histogram;
mod image;
mod index;
mod index_key;
mod join;
mod lazy;
mod linalg;
mod matrix;
mod methods;
mod ndarray;
mod operand;
mod order;
mod pad;
mod pcg;
pub(crate) mod picture;
mod picture_link;
mod print;
mod print_number;
mod product;
mod random;
mod range;
mod reduce;
mod repeat;
mod rng;
mod sample;
mod scalar;
mod search;
mod shape;
mod types;
mod ufuncs;
mod unary;
mod walk;

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(crate) use array::{Array, Buffer};
pub(crate) use data::Data;
pub(crate) use dtype::DType;
pub(crate) use exchange::{array_from, dimensions, floats, is_whole};
pub(crate) use image::{canvas_of, from_array};
pub(crate) use lazy::{method_of as lazy_method, name_of as lazy_name};
pub(crate) use ndarray::NdArray;
pub(crate) use picture_link::{adopt, assign, inherit, linked, order_of, shown};
pub(crate) use print::PrintOptions;
pub(crate) use scalar::Num;

/// The functions of the module by chapter.
static FUNCTIONS: &[&[NativeFn]] = &[
    create::ALL,
    range::ALL,
    shape::ALL,
    flip::ALL,
    join::ALL,
    repeat::ALL,
    pad::ALL,
    ufuncs::ALL,
    reduce::ALL,
    average::ALL,
    order::ALL,
    search::ALL,
    histogram::ALL,
    curve::ALL,
    product::ALL,
    apply::ALL,
    OTHER,
];

static OTHER: &[NativeFn] = &[
    NativeFn { name: "frombuffer", call: frombuffer::frombuffer },
    NativeFn { name: "issubdtype", call: types::issubdtype },
    NativeFn { name: "iinfo", call: types::iinfo },
    NativeFn { name: "finfo", call: types::finfo },
    NativeFn { name: "set_printoptions", call: print::set_options },
    NativeFn { name: "seterr", call: |ctx, _| ctx.dict(Default::default()) },
    NativeFn {
        name: "isscalar",
        call: |_, args| {
            let [value] = args.exactly("isscalar")?;
            let plain = matches!(
                value,
                Value::Bool(_) | Value::Int(_) | Value::Big(_) | Value::Float(_) | Value::Str(_)
            );
            Ok(Value::Bool(plain || value.host::<scalar::Scalar>().is_some()))
        },
    },
    NativeFn { name: "array2string", call: print::array2string },
    NativeFn { name: "shares_memory", call: lazy::shares_memory },
    NativeFn { name: "may_share_memory", call: lazy::shares_memory },
    NativeFn {
        name: "array_repr",
        call: |ctx, args| {
            let [a] = args.exactly("array_repr")?;
            let a = operand::array(ctx, &a)?;
            let text = print::repr(ctx, &a)?;
            ctx.str(text)
        },
    },
];

/// The function of this name.
fn function(name: &str) -> Option<&'static NativeFn> {
    FUNCTIONS.iter().flat_map(|chapter| chapter.iter()).find(|function| function.name == name)
}

/// The module `name` (`numpy`, `numpy.linalg`, ...), if this is where it lives; built once per sandbox.
pub(crate) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    match name {
        "numpy" => {}
        "numpy.lib" => return lazy::lib(ctx).map(Some),
        _ => return Ok(None),
    }
    let all = FUNCTIONS.iter().flat_map(|chapter| chapter.iter());
    let mut contents: Vec<(&'static str, Value)> = all.map(|f| (f.name, Value::Native(f))).collect();
    contents.extend(types::names());
    contents.push(("errstate", Value::Native(&errstate::ERRSTATE)));
    let float = Value::Float;
    contents.extend([
        ("pi", float(std::f64::consts::PI)),
        ("e", float(std::f64::consts::E)),
        ("euler_gamma", float(0.577_215_664_901_532_9)),
        ("inf", float(f64::INFINITY)),
        ("nan", float(f64::NAN)),
        ("newaxis", Value::None),
        ("True_", scalar::value(ctx, dtype::DType::Bool, scalar::Num::Int(1))?),
        ("False_", scalar::value(ctx, dtype::DType::Bool, scalar::Num::Int(0))?),
        ("mgrid", Value::from_host(range::Grid { open: false })),
        ("ogrid", Value::from_host(range::Grid { open: true })),
        ("r_", Value::from_host(pad::RowJoiner { columns: false })),
        ("c_", Value::from_host(pad::RowJoiner { columns: true })),
        ("__version__", ctx.str("2.4.0")?),
    ]);
    let errors = [
        ("AxisError", Value::ExcType(ExcKind::AxisError)),
        ("LinAlgError", Value::ExcType(ExcKind::LinAlgError)),
    ];
    let linalg = linalg::LINALG.iter().map(|f| (f.name, Value::Native(f)));
    let linalg: Vec<_> = linalg.chain([errors[1].clone()]).collect();
    contents.push(("linalg", ctx.new_module("numpy.linalg", linalg)?));
    contents.push(("exceptions", ctx.new_module("numpy.exceptions", [errors[0].clone()])?));
    contents.push(("random", random::module(ctx)?));
    ctx.new_module("numpy", contents).map(Some)
}
