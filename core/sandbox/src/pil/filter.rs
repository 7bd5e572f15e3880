//! `PIL.ImageFilter`.

use super::arguments::{given, real};
use super::image::{PyImage, derive};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;
use crate::raster::{Filter, KERNELS, Transform};

/// A filter object.
struct PyFilter(Filter);

impl Host for PyFilter {
    fn type_name(&self) -> &'static str {
        "Filter"
    }

    fn call(&self, _ctx: &mut Ctx, this: &Value, _args: Args) -> PyResult<Value> {
        // `ImageFilter.BLUR()` and `ImageFilter.BLUR` are both filters in Pillow.
        Ok(this.clone())
    }
}

/// `image.filter(filter)`.
pub(super) fn apply(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [filter] = args.bind("Image.filter", ["filter"], 1)?;
    let filter = match filter.as_ref() {
        Some(Value::Native(function)) => {
            let made = ctx.call_with(&Value::Native(function), Vec::new())?;
            made.host::<PyFilter>().map(|filter| filter.0)
        }
        Some(value) => value.host::<PyFilter>().map(|filter| filter.0),
        None => None,
    };
    let Some(filter) = filter else {
        return Err(Fault::type_error("filter argument should be ImageFilter.Filter instance or class"));
    };
    ctx.burn(image.area() * 2)?;
    let _between = ctx.charge(image.area() as usize * 8)?;
    derive(ctx, image, &Transform::Filter(filter), image.size(), None, &[])
}

fn radius(args: Args, function: &str, default: f64) -> PyResult<f32> {
    let [radius] = args.bind(function, ["radius"], 0)?;
    let radius = given(radius).as_ref().map_or(Ok(default), real)?;
    if radius.is_finite() && (0.0..=10_000.0).contains(&radius) {
        Ok(radius as f32)
    } else {
        Err(Fault::value_error("radius must be >= 0"))
    }
}

static GAUSSIAN: NativeFn = NativeFn {
    name: "GaussianBlur",
    call: |_ctx, args| {
        Ok(Value::from_host(PyFilter(Filter::GaussianBlur(radius(args, "GaussianBlur", 2.0)?))))
    },
};

static BOX: NativeFn = NativeFn {
    name: "BoxBlur",
    call: |_ctx, args| Ok(Value::from_host(PyFilter(Filter::BoxBlur(radius(args, "BoxBlur", 0.0)?)))),
};

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let kernels = KERNELS
        .iter()
        .enumerate()
        .map(|(index, kernel)| (kernel.0, Value::from_host(PyFilter(Filter::Kernel(index)))));
    let functions = [("GaussianBlur", Value::Native(&GAUSSIAN)), ("BoxBlur", Value::Native(&BOX))];
    ctx.new_module("PIL.ImageFilter", kernels.chain(functions).collect::<Vec<_>>())
}
