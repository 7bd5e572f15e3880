//! `PIL.ImageFilter`.

use super::arguments::{finite, given, integer, real};
use super::image::{PyImage, derive};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;
use crate::raster::{Filter, KERNELS, MAX_WINDOW, Transform};

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
    let reach = match filter {
        Filter::Rank(size, _) | Filter::Mode(size) => 16 + u64::from(size),
        _ => 2,
    };
    ctx.burn(image.area().saturating_mul(reach))?;
    let _between = ctx.charge(image.area() as usize * 8)?;
    derive(ctx, image, &Transform::Filter(filter), image.size(), None, &[])
}

fn radius(args: Args, function: &str, default: f64) -> PyResult<f32> {
    let [radius] = args.bind(function, ["radius"], 0)?;
    checked_radius(given(radius).as_ref().map_or(Ok(default), real)?)
}

fn checked_radius(radius: f64) -> PyResult<f32> {
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

/// The side of a window and, for ranks, what the rank is.
fn window(args: Args, function: &str, default: i64) -> PyResult<u32> {
    let [size] = args.bind(function, ["size"], 0)?;
    side(given(size).as_ref().map_or(Ok(default), integer)?)
}

fn side(size: i64) -> PyResult<u32> {
    if size % 2 == 0 {
        return Err(Fault::value_error("bad filter size"));
    }
    match u32::try_from(size) {
        Ok(size) if size <= MAX_WINDOW => Ok(size),
        _ => Err(Fault::value_error(format!("bad filter size: at most {MAX_WINDOW}"))),
    }
}

fn made(filter: Filter) -> PyResult<Value> {
    Ok(Value::from_host(PyFilter(filter)))
}

static MEDIAN: NativeFn = NativeFn {
    name: "MedianFilter",
    call: |_ctx, args| {
        let size = window(args, "MedianFilter", 3)?;
        made(Filter::Rank(size, size * size / 2))
    },
};

static MIN: NativeFn =
    NativeFn { name: "MinFilter", call: |_ctx, args| made(Filter::Rank(window(args, "MinFilter", 3)?, 0)) };

static MAX: NativeFn = NativeFn {
    name: "MaxFilter",
    call: |_ctx, args| {
        let size = window(args, "MaxFilter", 3)?;
        made(Filter::Rank(size, size * size - 1))
    },
};

static MODE: NativeFn = NativeFn {
    name: "ModeFilter",
    call: |_ctx, args| {
        let [size] = args.bind("ModeFilter", ["size"], 0)?;
        let size = given(size).as_ref().map_or(Ok(3), integer)?;
        made(Filter::Mode(side(size | 1)?))
    },
};

static RANK: NativeFn = NativeFn {
    name: "RankFilter",
    call: |_ctx, args| {
        let [size, rank] = args.bind("RankFilter", ["size", "rank"], 2)?;
        let size = side(integer(&size.unwrap_or(Value::None))?)?;
        let rank = integer(&rank.unwrap_or(Value::None))?;
        match u32::try_from(rank) {
            Ok(rank) if rank < size * size => made(Filter::Rank(size, rank)),
            _ => Err(Fault::value_error("bad rank value")),
        }
    },
};

static UNSHARP: NativeFn = NativeFn {
    name: "UnsharpMask",
    call: |_ctx, args| {
        let [radius, percent, threshold] = args.bind("UnsharpMask", ["radius", "percent", "threshold"], 0)?;
        let radius = checked_radius(given(radius).as_ref().map_or(Ok(2.0), real)?)?;
        let bounded = |value: Option<Value>, default| -> PyResult<i32> {
            Ok(given(value).as_ref().map_or(Ok(default), integer)?.clamp(-(1 << 24), 1 << 24) as i32)
        };
        made(Filter::Unsharp(radius, bounded(percent, 150)?, bounded(threshold, 3)?))
    },
};

/// `ImageFilter.Kernel(size, kernel, scale=None, offset=0)`.
static KERNEL: NativeFn = NativeFn {
    name: "Kernel",
    call: |ctx, args| {
        let [size, kernel, scale, offset] = args.bind("Kernel", ["size", "kernel", "scale", "offset"], 2)?;
        let size = super::arguments::size(ctx, &size.unwrap_or(Value::None))?;
        let items = super::arguments::sequence(ctx, &kernel.unwrap_or(Value::None))?;
        let (side, count) = match size {
            [3, 3] => (3, 9),
            [5, 5] => (5, 25),
            _ => return Err(Fault::value_error("bad kernel size")),
        };
        if items.len() != count {
            return Err(Fault::value_error("not enough coefficients in kernel"));
        }
        let mut weights = [0.0; 25];
        for (weight, item) in weights.iter_mut().zip(&items) {
            *weight = finite(item)?;
        }
        let scale = match given(scale) {
            Some(scale) => finite(&scale)?,
            None => weights.iter().sum(),
        };
        // A kernel without weight divides by one, as Pillow's does not fail either.
        let scale = if scale == 0.0 { 1.0 } else { scale };
        let offset = given(offset).as_ref().map_or(Ok(0.0), finite)?;
        made(Filter::Convolution { side, weights, scale, offset })
    },
};

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let kernels = KERNELS
        .iter()
        .enumerate()
        .map(|(index, kernel)| (kernel.0, Value::from_host(PyFilter(Filter::Kernel(index)))));
    let functions = [&GAUSSIAN, &BOX, &MEDIAN, &MIN, &MAX, &MODE, &RANK, &UNSHARP, &KERNEL]
        .map(|function| (function.name, Value::Native(function)));
    ctx.new_module("PIL.ImageFilter", kernels.chain(functions).collect::<Vec<_>>())
}
