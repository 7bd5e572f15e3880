//! Derivatives and edges: `Sobel`, `Scharr`, `Laplacian`, `Canny`.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::{assertion, bad_argument};
use super::filters::{border, pay, result_depth, source, store_as};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::derivative::{scharr, sobel};
use crate::imgproc::filter::{correlate, separable};
use crate::imgproc::{Border, Mat, canny};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "Sobel", call: sobel_filter },
    NativeFn { name: "Scharr", call: scharr_filter },
    NativeFn { name: "spatialGradient", call: spatial_gradient },
    NativeFn { name: "Laplacian", call: laplacian },
    NativeFn { name: "Canny", call: canny_edges },
];

/// One derivative, in exact numbers.
fn derived(
    ctx: &mut Ctx,
    src: &Array,
    function: &str,
    [across, down]: [&[i32]; 2],
    border: Border,
) -> PyResult<Mat<f64>> {
    pay(ctx, src, across.len() + down.len() + 2)?;
    let _held = ctx.charge(src.size().saturating_mul(24))?;
    let anchors = [across.len() / 2, down.len() / 2];
    let growth = |kernel: &[i32]| kernel.iter().map(|weight| f64::from(weight.abs())).sum::<f64>();
    let fits = growth(across) * growth(down) * 255.0 < f64::from(i32::MAX);
    if src.dtype == DType::UInt8 && fits {
        let mat = arrays::load::<u8>(ctx, src, function)?.map(i32::from);
        return Ok(separable(&mat, across, down, anchors, border).map(f64::from));
    }
    let mat = arrays::load::<f64>(ctx, src, function)?;
    let wide = |kernel: &[i32]| kernel.iter().map(|weight| f64::from(*weight)).collect::<Vec<f64>>();
    Ok(separable(&mat, &wide(across), &wide(down), anchors, border))
}

/// Applies scale and delta, and stores.
fn scaled(ctx: &mut Ctx, mut mat: Mat<f64>, scale: f64, delta: f64, dtype: DType) -> PyResult<Array> {
    if scale != 1.0 || delta != 0.0 {
        mat.data.iter_mut().for_each(|value| *value = *value * scale + delta);
    }
    store_as(ctx, &mat, dtype)
}

fn sobel_filter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ddepth", "dx", "dy", "dst", "ksize", "scale", "delta", "borderType"];
    let call = Call::new("Sobel", args, names, 4)?;
    let src = source(ctx, &call, 0)?;
    let dtype = result_depth(call.function, call.int(1, -1)?, src.dtype)?;
    let (dx, dy, size) = (call.int(2, 0)?, call.int(3, 0)?, call.int(5, 3)?);
    let border = border(&call, 8)?;
    call.assert(dx >= 0 && dy >= 0 && dx + dy > 0, "dx >= 0 && dy >= 0 && dx+dy > 0")?;
    let (across, down) = if size == -1 {
        call.assert(dx + dy == 1, "dx >= 0 && dy >= 0 && dx+dy == 1")?;
        (scharr(dx as usize), scharr(dy as usize))
    } else {
        if size % 2 == 0 || !(1..=31).contains(&size) {
            return Err(bad_argument(call.function, "The kernel size must be odd and not larger than 31"));
        }
        let taps = |order: i64| if size == 1 && order > 0 { 3 } else { size };
        call.assert(taps(dx) > dx && taps(dy) > dy, "ksize > order")?;
        (sobel(dx as usize, size as usize), sobel(dy as usize, size as usize))
    };
    let made = derived(ctx, &src, call.function, [&across, &down], border)?;
    let result = scaled(ctx, made, call.real(6, 1.0)?, call.real(7, 0.0)?, dtype)?;
    arrays::deliver(ctx, result, call.get(4))
}

fn scharr_filter(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ddepth", "dx", "dy", "dst", "scale", "delta", "borderType"];
    let call = Call::new("Scharr", args, names, 4)?;
    let src = source(ctx, &call, 0)?;
    let dtype = result_depth(call.function, call.int(1, -1)?, src.dtype)?;
    let (dx, dy) = (call.int(2, 0)?, call.int(3, 0)?);
    call.assert(dx >= 0 && dy >= 0 && dx + dy == 1, "dx >= 0 && dy >= 0 && dx+dy == 1")?;
    let border = border(&call, 7)?;
    let (across, down) = (scharr(dx as usize), scharr(dy as usize));
    let made = derived(ctx, &src, call.function, [&across, &down], border)?;
    let result = scaled(ctx, made, call.real(5, 1.0)?, call.real(6, 0.0)?, dtype)?;
    arrays::deliver(ctx, result, call.get(4))
}

fn spatial_gradient(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("spatialGradient", args, ["src", "dx", "dy", "ksize", "borderType"], 1)?;
    let src = source(ctx, &call, 0)?;
    let border = border(&call, 4)?;
    let mut parts = Vec::new();
    for (dx, dy) in [(1, 0), (0, 1)] {
        let made = derived(ctx, &src, call.function, [&sobel(dx, 3), &sobel(dy, 3)], border)?;
        parts.push(store_as(ctx, &made, DType::Int16)?.object(ctx)?);
    }
    ctx.tuple(parts)
}

fn laplacian(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "ddepth", "dst", "ksize", "scale", "delta", "borderType"];
    let call = Call::new("Laplacian", args, names, 2)?;
    let src = source(ctx, &call, 0)?;
    let dtype = result_depth(call.function, call.int(1, -1)?, src.dtype)?;
    let size = call.int(3, 1)?;
    if size % 2 == 0 || !(1..=31).contains(&size) {
        return Err(assertion(call.function, "ksize % 2 == 1 && ksize <= 31"));
    }
    let border = border(&call, 6)?;
    let (scale, delta) = (call.real(4, 1.0)?, call.real(5, 0.0)?);
    let made = if size <= 3 {
        let weights: [f32; 9] = if size == 1 {
            [0.0, 1.0, 0.0, 1.0, -4.0, 1.0, 0.0, 1.0, 0.0]
        } else {
            [2.0, 0.0, 2.0, 0.0, -8.0, 0.0, 2.0, 0.0, 2.0]
        };
        pay(ctx, &src, 12)?;
        let _held = ctx.charge(src.size().saturating_mul(20))?;
        let mat = arrays::load::<f32>(ctx, &src, call.function)?;
        correlate(&mat, &Mat::new(3, 3, 1, weights.to_vec()), [1, 1], 0.0, border).map(f64::from)
    } else {
        let (second, smooth) = (sobel(2, size as usize), sobel(0, size as usize));
        let mut across = derived(ctx, &src, call.function, [&second, &smooth], border)?;
        let _held = ctx.charge(src.size().saturating_mul(8))?;
        let down = derived(ctx, &src, call.function, [&smooth, &second], border)?;
        across.data.iter_mut().zip(&down.data).for_each(|(sum, value)| *sum += value);
        across
    };
    let result = scaled(ctx, made, scale, delta, dtype)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn canny_edges(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    // Two overloads: of a picture, or of its derivatives.
    let of_gradients = args.positional.get(1).is_some_and(|value| arrays::given(value).is_some())
        || args.keyword.iter().any(|(name, _)| &***name == "dx");
    if of_gradients {
        let names = ["dx", "dy", "threshold1", "threshold2", "edges", "L2gradient"];
        let call = Call::new("Canny", args, names, 4)?;
        let (dx, dy) = (source(ctx, &call, 0)?, source(ctx, &call, 1)?);
        call.assert(
            dx.dtype == DType::Int16 && dy.dtype == DType::Int16,
            "_dx.type() == CV_16SC1 || CV_16SC3",
        )?;
        call.assert(dx.shape == dy.shape, "_dx.sameSize(_dy)")?;
        pay(ctx, &dx, 64)?;
        let _held = ctx.charge(dx.size().saturating_mul(32))?;
        let both = [
            arrays::load::<i32>(ctx, &dx, call.function)?.mat,
            arrays::load::<i32>(ctx, &dy, call.function)?.mat,
        ];
        let [low, high] = thresholds(&call, [2, 3])?;
        let made = canny::edges(&both, low, high, call.flag(ctx, 5, false)?);
        let result = arrays::store(ctx, made)?;
        return arrays::deliver(ctx, result, call.get(4));
    }
    let names = ["image", "threshold1", "threshold2", "edges", "apertureSize", "L2gradient"];
    let call = Call::new("Canny", args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    call.assert(src.dtype == DType::UInt8, "_src.depth() == CV_8U")?;
    let aperture = call.int(4, 3)?;
    if !matches!(aperture, 3 | 5 | 7) {
        return Err(super::fault::raise(
            -206,
            "Bad flag (parameter or structure field)",
            call.function,
            "Aperture size should be odd between 3 and 7",
        ));
    }
    let [low, high] = thresholds(&call, [1, 2])?;
    pay(ctx, &src, 64 + 4 * aperture as usize)?;
    let _held = ctx.charge(src.size().saturating_mul(40))?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let scale = if aperture == 7 { 1.0 / 16.0 } else { 1.0 };
    let both = canny::gradients(&mat, aperture as usize);
    let made = canny::edges(&both, low * scale, high * scale, call.flag(ctx, 5, false)?);
    let result = arrays::store(ctx, made)?;
    arrays::deliver(ctx, result, call.get(3))
}

/// The thresholds in order.
fn thresholds<const N: usize>(call: &Call<N>, at: [usize; 2]) -> PyResult<[f64; 2]> {
    let (a, b) = (call.real(at[0], 0.0)?, call.real(at[1], 0.0)?);
    Ok(if a > b { [b, a] } else { [a, b] })
}
