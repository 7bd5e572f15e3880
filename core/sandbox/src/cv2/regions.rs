//! `connectedComponents`, `distanceTransform`, `floodFill`.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::contours::mask_source;
use super::elementwise::fit;
use super::fault::{assertion, bad_argument};
use super::filters::{pay, source};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::components::{self, Flood};
use crate::imgproc::distance::{self, Steps};
use crate::imgproc::{Mat, round};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "connectedComponents", call: connected_components },
    NativeFn { name: "connectedComponentsWithStats", call: with_stats },
    NativeFn { name: "distanceTransform", call: distance_transform },
    NativeFn { name: "floodFill", call: flood_fill },
];

fn labelled(ctx: &mut Ctx, src: &Array, eight: i64, function: &str) -> PyResult<(usize, Mat<i32>)> {
    if !matches!(eight, 4 | 8) {
        return Err(assertion(function, "connectivity == 8 || connectivity == 4"));
    }
    pay(ctx, src, 24)?;
    let _held = ctx.charge(src.size().saturating_mul(16))?;
    let mat = arrays::load::<u8>(ctx, src, function)?;
    Ok(components::label(&mat, eight == 8))
}

fn connected_components(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("connectedComponents", args, ["image", "labels", "connectivity", "ltype"], 1)?;
    let src = mask_source(ctx, &call, 0)?;
    let (count, labels) = labelled(ctx, &src, call.int(2, 8)?, call.function)?;
    let labels = arrays::store(ctx, labels)?.object(ctx)?;
    ctx.tuple(vec![Value::Int(count as i64), labels])
}

fn with_stats(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "labels", "stats", "centroids", "connectivity", "ltype"];
    let call = Call::new("connectedComponentsWithStats", args, names, 1)?;
    let src = mask_source(ctx, &call, 0)?;
    let eight = if call.has(4) {
        call.int(4, 8)?
    } else {
        // `connectedComponentsWithStats(image, 8)` means the connectivity.
        match call.get(1) {
            Some(Value::Int(connectivity)) => *connectivity,
            _ => 8,
        }
    };
    let (count, labels) = labelled(ctx, &src, eight, call.function)?;
    ctx.burn(count as u64)?;
    let _held = ctx.charge(count.saturating_mul(128))?;
    let (boxes, centers) = components::measure(&labels, count);
    let labels = arrays::store(ctx, labels)?.object(ctx)?;
    let boxes: Vec<i32> = boxes.into_iter().flatten().collect();
    let boxes = arrays::shaped(ctx, boxes, vec![count, 5])?.object(ctx)?;
    let centers: Vec<f64> = centers.into_iter().flatten().collect();
    let centers = arrays::shaped(ctx, centers, vec![count, 2])?.object(ctx)?;
    ctx.tuple(vec![Value::Int(count as i64), labels, boxes, centers])
}

fn distance_transform(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "distanceType", "maskSize", "dst", "dstType"];
    let call = Call::new("distanceTransform", args, names, 3)?;
    let src = mask_source(ctx, &call, 0)?;
    let (kind, mask) = (call.int(1, 2)?, call.int(2, 3)?);
    call.assert(
        matches!(mask, 0 | 3 | 5),
        "maskSize == DIST_MASK_3 || maskSize == DIST_MASK_5 || maskSize == DIST_MASK_PRECISE",
    )?;
    call.assert((1..=3).contains(&kind), "distType == DIST_C || distType == DIST_L1 || distType == DIST_L2")?;
    pay(ctx, &src, 48)?;
    let _held = ctx.charge(src.size().saturating_mul(32) + 1024)?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let fixed = |value: f64| round(value * 65536.0) as i64;
    let steps = |straight: f64, diagonal: f64, knight: Option<f64>| Steps {
        straight: fixed(straight),
        diagonal: fixed(diagonal),
        knight: knight.map(fixed),
    };
    let made = match (kind, mask) {
        (1, _) => distance::chamfer(&mat, &steps(1.0, 2.0, None)),
        (3, _) => distance::chamfer(&mat, &steps(1.0, 1.0, None)),
        (_, 0) => distance::euclidean(&mat),
        (_, 3) => distance::chamfer(&mat, &steps(0.955, 1.3693, None)),
        _ => distance::chamfer(&mat, &steps(1.0, 1.4, Some(2.1969))),
    };
    let result = arrays::store(ctx, made)?;
    arrays::deliver(ctx, result, call.get(3))
}

fn flood_fill(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "mask", "seedPoint", "newVal", "loDiff", "upDiff", "flags"];
    let call = Call::new("floodFill", args, names, 3)?;
    let src = source(ctx, &call, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    let known =
        matches!(channels, 1 | 3) && matches!(src.dtype, DType::UInt8 | DType::Int32 | DType::Float32);
    call.assert(known, "type == CV_8UC1 || type == CV_8UC3 || type == CV_32SC1 || type == CV_32FC1")?;
    let Some([x, y]) = call.pair(ctx, 2)? else {
        return Err(call.wrong(2, "must be a sequence of 2 numbers"));
    };
    let inside = (0..cols as i64).contains(&x) && (0..rows as i64).contains(&y);
    if !inside {
        return Err(super::fault::raise(
            -211,
            "One of the arguments' values is out of range",
            call.function,
            "Seed point is outside of image",
        ));
    }
    let color = call.scalar(ctx, 3)?.unwrap_or_default();
    let (below, above) = (call.scalar(ctx, 4)?.unwrap_or_default(), call.scalar(ctx, 5)?.unwrap_or_default());
    call.assert(below.iter().chain(&above).all(|d| *d >= 0.0), "Values must be non-negative")?;
    let flags = call.int(6, 4)?;
    let eight = match flags & 255 {
        0 | 4 => false,
        8 => true,
        _ => {
            return Err(super::fault::raise(
                -206,
                "Bad flag (parameter or structure field)",
                call.function,
                "Connectivity must be 4, 0(=4) or 8",
            ));
        }
    };
    let mark = if flags >> 8 & 255 == 0 { 1 } else { (flags >> 8 & 255) as u8 };
    let mask = match call.get(1) {
        Some(_) => {
            let mask = call.array(1)?;
            let fits = mask.shape == [rows + 2, cols + 2] && mask.dtype == DType::UInt8;
            call.assert(
                fits,
                "mask.rows == size.height+2 && mask.cols == size.width+2 && mask.type() == CV_8U",
            )?;
            mask
        }
        None => Array::zeros(ctx, DType::UInt8, &[rows + 2, cols + 2])?,
    };
    pay(ctx, &src, 40)?;
    let _held = ctx.charge(src.size().saturating_mul(32) + mask.size() * 4)?;
    let mat = arrays::load::<f64>(ctx, &src, call.function)?;
    let mut marks = arrays::load::<u8>(ctx, &mask, call.function)?.mat.data.clone();
    let width = cols + 2;
    // OpenCV closes the margin for good.
    marks[..width].fill(1);
    marks[(rows + 1) * width..].fill(1);
    marks.chunks_exact_mut(width).for_each(|row| {
        row[0] = 1;
        row[width - 1] = 1;
    });
    let before = marks.clone();
    let how = Flood { below: &below, above: &above, fixed: flags & (1 << 16) != 0, eight };
    let (count, bounds) = components::flood(&mat, &mut marks, [x as usize, y as usize], mark, &how);
    if flags & (1 << 17) == 0 {
        let color = color.map(|value| fit(src.dtype, value));
        let mut filled = mat.data.clone();
        for (at, pixel) in filled.chunks_exact_mut(channels).enumerate() {
            let place = (at / cols + 1) * width + at % cols + 1;
            if before[place] == 0 && marks[place] != 0 {
                pixel.copy_from_slice(&color[..channels]);
            }
        }
        src.write(&mut src.walk(), &filled);
    }
    let numbers: Vec<i64> = marks.iter().map(|mark| i64::from(*mark)).collect();
    mask.write(&mut mask.walk(), &numbers);
    let [left, top, right, bottom] = bounds.map(|value| value as i64);
    let area = if count == 0 { [0; 4] } else { [left, top, right - left + 1, bottom - top + 1] };
    let area = ctx.tuple(area.map(Value::Int).to_vec())?;
    let image = call.need(0)?.clone();
    let mask = match call.get(1) {
        Some(given) => given.clone(),
        None => mask.object(ctx)?,
    };
    ctx.tuple(vec![Value::Int(count as i64), image, mask, area])
}

/// A kind that is not one of OpenCV's.
pub(super) fn unknown(function: &str) -> crate::eval::fault::Fault {
    bad_argument(function, "Unknown method")
}
