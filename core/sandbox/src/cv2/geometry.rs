//! `resize` and warps.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::{assertion, bad_argument};
use super::filters::source;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::resize::{self, Interpolation, Size};
use crate::imgproc::warp::{Lookup, affine, perspective, step, warp};
use crate::imgproc::{Border, Mat, matrix, saturate};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "resize", call: resize_picture },
    NativeFn { name: "warpAffine", call: |ctx, args| warped(ctx, args, "warpAffine") },
    NativeFn { name: "warpPerspective", call: |ctx, args| warped(ctx, args, "warpPerspective") },
    NativeFn { name: "remap", call: remap },
    NativeFn { name: "getRectSubPix", call: get_rect_sub_pix },
];

/// Most pixels of a side.
const MOST: f64 = 2_147_483_647.0;

fn resize_picture(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("resize", args, ["src", "dsize", "dst", "fx", "fy", "interpolation"], 2)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    let Some(kind) = Interpolation::of(call.int(5, 1)?) else {
        return Err(bad_argument(call.function, "Unknown interpolation method"));
    };
    let [width, height] = call.pair(ctx, 1)?.unwrap_or([0, 0]);
    let (fx, fy) = (call.real(3, 0.0)?, call.real(4, 0.0)?);
    let to = if width == 0 && height == 0 {
        call.assert(fx > 0.0 && fy > 0.0, "inv_scale_x > 0")?;
        let sides = [cols as f64 * fx, rows as f64 * fy].map(crate::imgproc::round);
        call.assert(sides.iter().all(|side| (1.0..MOST).contains(side)), "!dsize.empty()")?;
        Size { rows: sides[1] as usize, cols: sides[0] as usize, scale: [1.0 / fx, 1.0 / fy] }
    } else {
        call.assert(width > 0 && height > 0, "inv_scale_x > 0")?;
        let scale = [width as f64 / cols as f64, height as f64 / rows as f64].map(|inverse| 1.0 / inverse);
        Size { rows: height as usize, cols: width as usize, scale }
    };
    let size = Charged::new(ctx, to.rows, to.cols, channels, 16)?;
    ctx.burn((size.elements as u64 + src.size() as u64) / 2)?;
    let _work = (size, ctx.charge((src.size() + rows * 8).saturating_mul(4) + rows.max(cols) * 32)?);
    let _middle = ctx.charge(rows.saturating_mul(to.cols).saturating_mul(channels).saturating_mul(4))?;
    let whole = to.scale.map(crate::imgproc::round);
    let fast = to.scale.iter().zip(whole).all(|(scale, whole)| (scale - whole).abs() < f64::EPSILON);
    let shrinks = to.scale.iter().all(|scale| *scale >= 1.0);
    // Halving bilinearly is averaging.
    let kind = match kind {
        Interpolation::Linear if fast && whole == [2.0, 2.0] => Interpolation::Area,
        kind => kind,
    };
    let result = match (kind, src.dtype) {
        (Interpolation::Nearest | Interpolation::NearestExact, dtype) => {
            let exact = kind == Interpolation::NearestExact;
            if dtype == DType::UInt8 {
                let mat = arrays::load::<u8>(ctx, &src, call.function)?;
                arrays::store(ctx, resize::nearest(&mat, to, exact))?
            } else {
                let mat = arrays::load::<f64>(ctx, &src, call.function)?;
                super::filters::store_as(ctx, &resize::nearest(&mat, to, exact), dtype)?
            }
        }
        (Interpolation::Area, DType::UInt8) if shrinks && fast => {
            let mat = arrays::load::<u8>(ctx, &src, call.function)?;
            arrays::store(ctx, resize::area_whole(&mat, to, whole.map(|factor| factor as usize)))?
        }
        (Interpolation::Area, _) if shrinks => {
            let mat = arrays::load::<f32>(ctx, &src, call.function)?;
            finish(ctx, resize::area(&mat, to), src.dtype)?
        }
        (kind, DType::UInt8) => {
            let mat = arrays::load::<u8>(ctx, &src, call.function)?;
            arrays::store(ctx, resize::bytes(&mat, to, kind))?
        }
        (kind, dtype) => {
            let mat = arrays::load::<f32>(ctx, &src, call.function)?;
            finish(ctx, resize::floats(&mat, to, kind), dtype)?
        }
    };
    arrays::deliver(ctx, result, call.get(2))
}

/// The size of a result that memory is asked for.
struct Charged {
    elements: usize,
    #[allow(dead_code)] // held for its drop
    charge: crate::eval::heap::Charge,
}

impl Charged {
    /// Pays for `bytes` for each element.
    fn new(ctx: &mut Ctx, rows: usize, cols: usize, channels: usize, bytes: usize) -> PyResult<Self> {
        let elements = rows.saturating_mul(cols).saturating_mul(channels);
        Ok(Self { elements, charge: ctx.charge(elements.saturating_mul(bytes))? })
    }
}

fn finish(ctx: &mut Ctx, made: Mat<f32>, dtype: DType) -> PyResult<Array> {
    match dtype {
        DType::UInt8 => arrays::store(ctx, made.map(|value| saturate(value.into()))),
        DType::Float32 => arrays::store(ctx, made),
        dtype => super::filters::store_as(ctx, &made.map(f64::from), dtype),
    }
}

/// The lookup that flags and border arguments ask for.
fn lookup<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    [flags, mode, value]: [usize; 3],
) -> PyResult<Lookup> {
    let Some(kind) = Interpolation::of(call.int(flags, 1)?) else {
        return Err(bad_argument(call.function, "Unknown interpolation method"));
    };
    let Some(border) = Border::of(call.int(mode, 0)?) else {
        return Err(bad_argument(call.function, "Unknown/unsupported border type"));
    };
    let kind = if kind == Interpolation::Area { Interpolation::Linear } else { kind };
    let fill = call.scalar(ctx, value)?.unwrap_or_default().map(|value| value as f32);
    Ok(Lookup { kind, border, fill })
}

/// Warps into a picture of the given size.
#[allow(clippy::too_many_arguments)] // what both kinds of warps share
fn make(
    ctx: &mut Ctx,
    function: &str,
    src: &Array,
    [rows, cols]: [usize; 2],
    lookup: &Lookup,
    dst: Option<&Value>,
    place: &dyn Fn(usize, usize) -> [f64; 2],
) -> PyResult<Value> {
    let [_, _, channels] = arrays::sides(src, function)?;
    if channels > 4 {
        return Err(assertion(function, "_src.channels() <= 4"));
    }
    let size = Charged::new(ctx, rows, cols, channels, 12)?;
    let taps = match lookup.kind {
        Interpolation::Cubic => 32,
        Interpolation::Lanczos4 => 96,
        _ => 12,
    };
    ctx.burn((size.elements as u64).saturating_mul(taps) / 16 + src.size() as u64 / 16 + 1)?;
    let mat = arrays::load::<f32>(ctx, src, function)?;
    let mut out: Mat<f32> = Mat::zeros(rows, cols, channels);
    if lookup.border == Border::Transparent
        && let Some(target) = dst.and_then(arrays::given)
        && arrays::sides(&target, function)? == [rows, cols, channels]
    {
        out = arrays::load::<f32>(ctx, &target, function)?.mat.clone();
    }
    warp(&mat, &mut out, lookup, place);
    let result = if src.dtype == DType::UInt8 && lookup.kind != Interpolation::Nearest {
        // Fixed point rounds halves up.
        arrays::store(ctx, out.map(|value| (value + 0.5).floor().clamp(0.0, 255.0) as u8))?
    } else {
        finish(ctx, out, src.dtype)?
    };
    drop(size);
    arrays::deliver(ctx, result, dst)
}

/// The size argument as rows and columns; the source's own if it is not given.
fn target_size<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    at: usize,
    src: &Array,
) -> PyResult<[usize; 2]> {
    let [rows, cols, _] = arrays::sides(src, call.function)?;
    match call.pair(ctx, at)? {
        None | Some([0, 0]) => Ok([rows, cols]),
        Some([width, height]) => {
            call.assert(width > 0 && height > 0, "dsize.area() > 0")?;
            call.assert(width < 32768 && height < 32768, "dst.cols < SHRT_MAX && dst.rows < SHRT_MAX")?;
            Ok([height as usize, width as usize])
        }
    }
}

fn warped(ctx: &mut Ctx, args: Args, function: &'static str) -> PyResult<Value> {
    let names = ["src", "M", "dsize", "dst", "flags", "borderMode", "borderValue", "hint"];
    let call = Call::new(function, args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    let m = call.matrix(ctx, 1)?;
    call.assert(m.dtype.is_float(), "(M0.type() == CV_32F || M0.type() == CV_64F)")?;
    let size = target_size(ctx, &call, 2, &src)?;
    let lookup = lookup(ctx, &call, [4, 5, 6])?;
    let back = call.int(4, 1)? & 16 != 0;
    let numbers = m.lane::<f64>(ctx)?.to_vec();
    let nearest = matches!(lookup.kind, Interpolation::Nearest | Interpolation::NearestExact);
    if function == "warpAffine" {
        let numbers: [f64; 6] = match (<[f64; 6]>::try_from(numbers), &m.shape[..]) {
            (Ok(numbers), [2, 3]) => numbers,
            _ => return Err(assertion(function, "M0.rows == 2 && M0.cols == 3")),
        };
        let numbers = if back { numbers } else { matrix::invert_affine(numbers) };
        return make(ctx, function, &src, size, &lookup, call.get(3), &affine(numbers, nearest));
    }
    let numbers: [f64; 9] = match (<[f64; 9]>::try_from(numbers), &m.shape[..]) {
        (Ok(numbers), [3, 3]) => numbers,
        _ => return Err(assertion(function, "M0.rows == 3 && M0.cols == 3")),
    };
    let numbers = if back { numbers } else { matrix::invert(numbers) };
    make(ctx, function, &src, size, &lookup, call.get(3), &perspective(numbers, nearest))
}

fn remap(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "map1", "map2", "interpolation", "dst", "borderMode", "borderValue"];
    let call = Call::new("remap", args, names, 4)?;
    let src = source(ctx, &call, 0)?;
    let first = source(ctx, &call, 1)?;
    let lookup = lookup(ctx, &call, [3, 5, 6])?;
    let [rows, cols, channels] = arrays::sides(&first, call.function)?;
    if !first.dtype.is_float() {
        return Err(Fault::not_provided("cv2.remap with maps of integers"));
    }
    let maps = arrays::load::<f32>(ctx, &first, call.function)?;
    let second = match channels {
        2 => None,
        1 => {
            let second = source(ctx, &call, 2)?;
            let sides = arrays::sides(&second, call.function)?;
            call.assert(sides == [rows, cols, 1], "map1.size() == map2.size()")?;
            Some(arrays::load::<f32>(ctx, &second, call.function)?)
        }
        _ => return Err(assertion(call.function, "map1.type() == CV_32FC2 || map1.type() == CV_32FC1")),
    };
    let nearest = matches!(lookup.kind, Interpolation::Nearest | Interpolation::NearestExact);
    let place = |x: usize, y: usize| {
        let place = match &second {
            Some(second) => [maps.at(y, x, 0), second.at(y, x, 0)],
            None => [maps.at(y, x, 0), maps.at(y, x, 1)],
        };
        place.map(|place| step(place.into(), nearest))
    };
    make(ctx, call.function, &src, [rows, cols], &lookup, call.get(4), &place)
}

fn get_rect_sub_pix(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "patchSize", "center", "patch", "patchType"];
    let call = Call::new("getRectSubPix", args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols] = target_size(ctx, &call, 1, &src)?;
    let [x, y] = call.point(ctx, 2)?.unwrap_or_default();
    let (left, top) = (x - (cols as f64 - 1.0) * 0.5, y - (rows as f64 - 1.0) * 0.5);
    let lookup = Lookup { kind: Interpolation::Linear, border: Border::Replicate, fill: [0.0; 4] };
    let place = |x: usize, y: usize| [left + x as f64, top + y as f64];
    make(ctx, call.function, &src, [rows, cols], &lookup, call.get(3), &place)
}
