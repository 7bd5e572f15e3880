//! Corners, templates, integral pictures, pyramids, clusters.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::allowed;
use super::fault::assertion;
use super::filters::{border, pay, source, store_as};
use super::regions::unknown;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::clusters::{self, Start};
use crate::imgproc::corners::{self, Measure};
use crate::imgproc::{Border, Mat, pyramid, template};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "cornerHarris", call: corner_harris },
    NativeFn { name: "cornerMinEigenVal", call: corner_min_eigen },
    NativeFn { name: "goodFeaturesToTrack", call: good_features },
    NativeFn { name: "matchTemplate", call: match_template },
    NativeFn { name: "integral", call: integral },
    NativeFn { name: "integral2", call: integral_2 },
    NativeFn { name: "pyrDown", call: |ctx, args| pyramid_step(ctx, args, "pyrDown") },
    NativeFn { name: "pyrUp", call: |ctx, args| pyramid_step(ctx, args, "pyrUp") },
    NativeFn { name: "kmeans", call: kmeans },
];

/// How much of a corner each pixel is.
fn response<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    [block, aperture]: [i64; 2],
    measure: Measure,
    border: Border,
) -> PyResult<Mat<f32>> {
    let src = source(ctx, call, 0)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    let known = matches!(src.dtype, DType::UInt8 | DType::Float32) && channels == 1;
    call.assert(known, "src.type() == CV_8UC1 || src.type() == CV_32FC1")?;
    call.assert((1..=1024).contains(&block), "blockSize > 0")?;
    call.assert(aperture % 2 == 1 && (1..=31).contains(&aperture), "ksize % 2 == 1 && ksize <= 31")?;
    pay(ctx, &src, 64 + 4 * aperture as usize)?;
    let _held = ctx.charge(src.size().saturating_mul(100) + block as usize * 64)?;
    let mat = arrays::load::<f32>(ctx, &src, call.function)?;
    let mut range = libm::ldexp(1.0, aperture as i32 - 1) * block as f64;
    if src.dtype == DType::UInt8 {
        range *= 255.0;
    }
    Ok(corners::response(&mat, block as usize, aperture as usize, 1.0 / range, measure, border))
}

fn corner_harris(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("cornerHarris", args, ["src", "blockSize", "ksize", "k", "dst", "borderType"], 4)?;
    let border = border(&call, 5)?;
    let sizes = [call.int(1, 2)?, call.int(2, 3)?];
    let made = response(ctx, &call, sizes, Measure::Harris(call.real(3, 0.04)? as f32), border)?;
    let result = arrays::store(ctx, made)?;
    arrays::deliver(ctx, result, call.get(4))
}

fn corner_min_eigen(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("cornerMinEigenVal", args, ["src", "blockSize", "dst", "ksize", "borderType"], 2)?;
    let border = border(&call, 4)?;
    let sizes = [call.int(1, 2)?, call.int(3, 3)?];
    let made = response(ctx, &call, sizes, Measure::Least, border)?;
    let result = arrays::store(ctx, made)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn good_features(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = [
        "image",
        "maxCorners",
        "qualityLevel",
        "minDistance",
        "corners",
        "mask",
        "blockSize",
        "useHarrisDetector",
        "k",
    ];
    let call = Call::new("goodFeaturesToTrack", args, names, 4)?;
    let (quality, apart) = (call.real(2, 0.01)?, call.real(3, 1.0)?);
    let most = call.int(1, 0)?;
    call.assert(
        quality > 0.0 && (0.0..1e6).contains(&apart),
        "qualityLevel > 0 && minDistance >= 0 && maxCorners >= 0",
    )?;
    let measure =
        if call.flag(ctx, 7, false)? { Measure::Harris(call.real(8, 0.04)? as f32) } else { Measure::Least };
    let image = call.matrix(ctx, 0)?;
    let mask = if call.has(5) { Some(call.matrix(ctx, 5)?) } else { None };
    let set = mask.map(|mask| allowed(ctx, &mask, &image.shape, call.function)).transpose()?;
    let made = response(ctx, &call, [call.int(6, 3)?, 3], measure, Border::Reflect101)?;
    pay(ctx, &image, 32)?;
    let _held = ctx.charge(image.size().saturating_mul(48))?;
    let most = usize::try_from(most).ok().filter(|most| *most > 0).unwrap_or(usize::MAX);
    let found = corners::strongest(&made, set.as_deref(), most, quality, apart);
    if found.is_empty() {
        return Ok(Value::None);
    }
    let count = found.len();
    arrays::shaped(ctx, found.into_iter().flatten().collect::<Vec<f32>>(), vec![count, 1, 2])?.object(ctx)
}

fn match_template(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("matchTemplate", args, ["image", "templ", "method", "result", "mask"], 3)?;
    if call.has(4) {
        return Err(Fault::not_provided("cv2.matchTemplate with a mask"));
    }
    let (src, small) = (source(ctx, &call, 0)?, source(ctx, &call, 1)?);
    let method = call.int(2, 5)?;
    if !(0..=5).contains(&method) {
        return Err(unknown(call.function));
    }
    let (a, b) = (arrays::sides(&src, call.function)?, arrays::sides(&small, call.function)?);
    let known = src.dtype == small.dtype
        && matches!(src.dtype, DType::UInt8 | DType::Float32)
        && a[2] == b[2]
        && a[2] <= 4;
    call.assert(known, "(depth == CV_8U || depth == CV_32F) && type == _templ.type() && _img.dims() <= 2")?;
    call.assert(
        a[0] >= b[0] && a[1] >= b[1],
        "_img.size().height <= _templ.size().height && _img.size().width <= _templ.size().width",
    )?;
    let places = (a[0] - b[0] + 1) as u64 * (a[1] - b[1] + 1) as u64;
    ctx.burn(places.saturating_mul(small.size() as u64) / 16 + places)?;
    let _held = ctx.charge(places as usize * 4)?;
    let (image, small) =
        (arrays::load::<f32>(ctx, &src, call.function)?, arrays::load::<f32>(ctx, &small, call.function)?);
    let result = arrays::store(ctx, template::fit(&image, &small, method))?;
    arrays::deliver(ctx, result, call.get(3))
}

/// The sums of values or squares as an array.
fn summed(ctx: &mut Ctx, src: &Array, squares: bool, function: &str) -> PyResult<Array> {
    pay(ctx, src, 16)?;
    let _held = ctx.charge((src.size() + src.shape.iter().sum::<usize>() * 4).saturating_mul(8))?;
    let mat = arrays::load::<f64>(ctx, src, function)?;
    let made = template::integral(&mat, squares);
    let bytes = src.dtype == DType::UInt8 && !squares;
    store_as(ctx, &made, if bytes { DType::Int32 } else { DType::Float64 })
}

fn integral(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("integral", args, ["src", "sum", "sdepth"], 1)?;
    let src = source(ctx, &call, 0)?;
    let made = summed(ctx, &src, false, call.function)?;
    match super::elementwise::depth(call.function, call.int(2, -1)?)? {
        Some(dtype) => made.cast(ctx, dtype)?.object(ctx),
        None => made.object(ctx),
    }
}

fn integral_2(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("integral2", args, ["src", "sum", "sqsum", "sdepth", "sqdepth"], 1)?;
    let src = source(ctx, &call, 0)?;
    let sums = summed(ctx, &src, false, call.function)?.object(ctx)?;
    let squares = summed(ctx, &src, true, call.function)?.object(ctx)?;
    ctx.tuple(vec![sums, squares])
}

fn pyramid_step(ctx: &mut Ctx, args: Args, function: &'static str) -> PyResult<Value> {
    let call = Call::new(function, args, ["src", "dst", "dstsize", "borderType"], 1)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, _] = arrays::sides(&src, function)?;
    let smaller = function == "pyrDown";
    if let Some([width, height]) = call.pair(ctx, 2)? {
        let usual = if smaller { [cols.div_ceil(2), rows.div_ceil(2)] } else { [cols * 2, rows * 2] };
        if [width, height] != [0, 0] && [width, height] != usual.map(|side| side as i64) {
            return Err(Fault::not_provided(format!("cv2.{function} with another dstsize than usual")));
        }
    }
    let border = border(&call, 3)?;
    if !smaller && border != Border::Reflect101 {
        return Err(assertion(function, "borderType == BORDER_DEFAULT"));
    }
    pay(ctx, &src, if smaller { 16 } else { 48 })?;
    let _held = ctx.charge(src.size().saturating_mul(if smaller { 24 } else { 72 }))?;
    let result = if smaller && src.dtype == DType::UInt8 {
        let mat = arrays::load::<u8>(ctx, &src, function)?;
        arrays::store(ctx, pyramid::down_bytes(&mat, border))?
    } else {
        let mat = arrays::load::<f64>(ctx, &src, function)?;
        if smaller {
            store_as(ctx, &pyramid::down(&mat, border), src.dtype)?
        } else {
            let whole = src.dtype == DType::UInt8;
            let made = pyramid::up(&mat)
                .map(|sum| if whole { libm::floor((sum + 32.0) / 64.0) } else { sum / 64.0 });
            store_as(ctx, &made, src.dtype)?
        }
    };
    arrays::deliver(ctx, result, call.get(1))
}

fn kmeans(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["data", "K", "bestLabels", "criteria", "attempts", "flags", "centers"];
    let call = Call::new("kmeans", args, names, 6)?;
    let data = source(ctx, &call, 0)?;
    call.assert(data.dtype == DType::Float32, "type == CV_32F")?;
    let (count, attempts, flags) = (call.int(1, 1)?, call.int(4, 1)?, call.int(5, 0)?);
    let rows = data.shape.first().copied().unwrap_or(0);
    let size = data.size() / rows.max(1);
    call.assert(count > 0 && rows >= count as usize, "N >= K")?;
    call.assert(attempts > 0 && attempts <= 1000, "attempts > 0")?;
    let start = match flags & 3 {
        0 => Start::Random,
        2 => Start::Spread,
        _ => return Err(Fault::not_provided("cv2.kmeans with KMEANS_USE_INITIAL_LABELS")),
    };
    let parts = call.numbers(ctx, 3)?.unwrap_or_default();
    let [kind, most, epsilon] = parts[..] else {
        return Err(call.wrong(3, "must be (type, max_iter, epsilon)"));
    };
    let kind = kind as i64;
    let iterations = if kind & 1 != 0 { most.clamp(2.0, 100.0) as usize } else { 100 };
    let epsilon = if kind & 2 != 0 { epsilon.max(0.0) } else { f64::from(f32::EPSILON) };
    let round = (data.size() as u64).saturating_mul(count as u64) / 8 + 1;
    ctx.burn(round.saturating_mul((iterations as u64).saturating_mul(attempts as u64).min(1 << 20)))?;
    let _held =
        ctx.charge(rows.saturating_mul(48) + (count as usize).saturating_mul(size).saturating_mul(24))?;
    let mat = arrays::load::<f32>(ctx, &data, call.function)?;
    let found =
        clusters::find(&mat.data, size, count as usize, [attempts as usize, iterations], epsilon, start);
    let labels = arrays::shaped(ctx, found.labels, vec![rows, 1])?.object(ctx)?;
    let centers = arrays::shaped(ctx, found.centers, vec![count as usize, size])?.object(ctx)?;
    ctx.tuple(vec![Value::Float(found.spread), labels, centers])
}
