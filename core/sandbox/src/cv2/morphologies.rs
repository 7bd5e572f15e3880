//! `erode`, `dilate`, `morphologyEx`, `getStructuringElement`.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::elementwise::{Side, zip};
use super::fault::{assertion, bad_argument};
use super::filters::{anchor_in, border, pay, source};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::morphology::{Element, extreme, shape};
use crate::imgproc::{Border, Mat};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "erode", call: |ctx, args| simple(ctx, args, "erode", false) },
    NativeFn { name: "dilate", call: |ctx, args| simple(ctx, args, "dilate", true) },
    NativeFn { name: "morphologyEx", call: morphology_ex },
    NativeFn { name: "getStructuringElement", call: get_structuring_element },
];

/// How an operation is to be done.
struct Plan {
    element: Element,
    iterations: usize,
    border: Border,
    /// What lies outside; `None` never wins.
    fill: Option<f64>,
}

/// Reads kernel, anchor, iterations and border.
fn plan<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
    [kernel, anchor, iterations, edge, fill]: [usize; 5],
) -> PyResult<Plan> {
    let (size, set) = match call.get(kernel).and_then(arrays::given) {
        Some(array) if array.size() > 0 => {
            let [rows, cols, channels] = arrays::sides(&array, call.function)?;
            call.assert(channels == 1, "_kernel.channels() == 1")?;
            let lane = array.lane::<f64>(ctx)?;
            ([cols, rows], lane.iter().map(|value| *value != 0.0).collect())
        }
        Some(_) => ([3, 3], vec![true; 9]),
        None if call.has(kernel) => return Err(call.wrong(kernel, "is not a numpy array, neither a scalar")),
        None => ([3, 3], vec![true; 9]),
    };
    let element = Element { size, anchor: anchor_in(ctx, call, anchor, size)?, set };
    call.assert(element.set.iter().any(|set| *set), "countNonZero(_kernel) > 0")?;
    let iterations = crate::builtins::size(call.int(iterations, 1)?);
    let border = if call.has(edge) { border(call, edge)? } else { Border::Constant };
    // The default value is a mark for "never wins".
    let given = call.numbers(ctx, fill)?.and_then(|found| found.first().copied());
    Ok(Plan { element, iterations, border, fill: given.filter(|value| value.abs() < 1e300) })
}

/// One erosion or dilation.
fn run(ctx: &mut Ctx, src: &Array, plan: &Plan, dilate: bool, function: &str) -> PyResult<Array> {
    let mut current = src.clone();
    let mut element =
        Element { size: plan.element.size, anchor: plan.element.anchor, set: plan.element.set.clone() };
    let mut times = plan.iterations;
    let mut enlarged = None;
    if times > 1 && element.is_full() {
        // Several times a rectangle is once a larger one.
        let more = times - 1;
        let cut = |side: usize| side.saturating_add((side - 1).saturating_mul(more)).min(1 << 24);
        let size = element.size.map(cut);
        call_size(size, function)?;
        let anchor = [0, 1].map(|axis| element.anchor[axis].saturating_mul(times).min(size[axis] - 1));
        let held = size[0].saturating_mul(size[1]);
        enlarged = Some(ctx.charge(held)?);
        element = Element { size, anchor, set: vec![true; held] };
        times = 1;
    }
    for _ in 0..times {
        pay(ctx, &current, element.cost() + 2)?;
        ctx.burn((element.size[0] + element.size[1]) as u64 + element.set.len() as u64 / 16)?;
        let [rows, cols, channels] = arrays::sides(&current, function)?;
        let width = cols.saturating_add(element.size[0]).saturating_mul(channels);
        let item = if src.dtype == DType::UInt8 { 1 } else { 8 };
        let _held = ctx.charge(
            width.saturating_mul(rows + 1).saturating_mul(item)
                + current.size() * item
                + (element.set.len() + element.size[0] + element.size[1] + rows + cols) * 32,
        )?;
        current = if src.dtype == DType::UInt8 {
            let mat = arrays::load::<u8>(ctx, &current, function)?;
            let worst = if dilate { 0 } else { 255 };
            let fill = plan.fill.map_or(worst, crate::imgproc::saturate);
            let made = extreme(&mat, &element, dilate, plan.border, fill);
            arrays::store(ctx, made)?
        } else {
            let mat = arrays::load::<f64>(ctx, &current, function)?;
            let worst = if dilate { f64::NEG_INFINITY } else { f64::INFINITY };
            let made = extreme(&mat, &element, dilate, plan.border, plan.fill.unwrap_or(worst));
            super::filters::store_as(ctx, &made, src.dtype)?
        };
    }
    drop(enlarged);
    if times == 0 { current.copied(ctx) } else { Ok(current) }
}

fn call_size(size: [usize; 2], function: &str) -> PyResult<()> {
    if size.iter().any(|side| *side > 1 << 15) {
        return Err(assertion(function, "ksize.width <= 32768 && ksize.height <= 32768"));
    }
    Ok(())
}

fn checked<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<Array> {
    let src = source(ctx, call, at)?;
    if matches!(src.dtype, DType::Int8 | DType::Int32) {
        return Err(super::fault::raise(
            -213,
            "The function/feature is not implemented",
            call.function,
            "Unsupported data type",
        ));
    }
    Ok(src)
}

fn simple(ctx: &mut Ctx, args: Args, function: &'static str, dilate: bool) -> PyResult<Value> {
    let names = ["src", "kernel", "dst", "anchor", "iterations", "borderType", "borderValue"];
    // The kernel must be given, though it may be None.
    let call = Call::new(function, args, names, 2)?;
    let src = checked(ctx, &call, 0)?;
    let plan = plan(ctx, &call, [1, 3, 4, 5, 6])?;
    let result = run(ctx, &src, &plan, dilate, function)?;
    arrays::deliver(ctx, result, call.get(2))
}

fn difference(ctx: &mut Ctx, a: Array, b: Array) -> PyResult<Value> {
    zip(ctx, "morphologyEx", [Side::Array(a), Side::Array(b)], None, None, None, &|a, b| a - b)
}

fn morphology_ex(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["src", "op", "kernel", "dst", "anchor", "iterations", "borderType", "borderValue"];
    let call = Call::new("morphologyEx", args, names, 3)?;
    let src = checked(ctx, &call, 0)?;
    let plan = plan(ctx, &call, [2, 4, 5, 6, 7])?;
    let function = call.function;
    let steps: &[bool] = match call.int(1, 0)? {
        0 => &[false],
        1 => &[true],
        2 | 5 => &[false, true],
        3 | 6 => &[true, false],
        4 => &[],
        7 => return hit_miss(ctx, &call, &src, &plan),
        _ => return Err(bad_argument(function, "unknown morphological operation")),
    };
    let mut made = src.clone();
    for dilate in steps {
        made = run(ctx, &made, &plan, *dilate, function)?;
    }
    let value = match call.int(1, 0)? {
        4 => {
            let grown = run(ctx, &src, &plan, true, function)?;
            let shrunk = run(ctx, &src, &plan, false, function)?;
            difference(ctx, grown, shrunk)?
        }
        5 => difference(ctx, src, made)?,
        6 => difference(ctx, made, src)?,
        _ => return arrays::deliver(ctx, made, call.get(3)),
    };
    match arrays::given(&value) {
        Some(result) => arrays::deliver(ctx, result, call.get(3)),
        None => Ok(value),
    }
}

/// Pixels whose neighbours are set where the kernel is 1 and not where it is -1.
fn hit_miss<const N: usize>(ctx: &mut Ctx, call: &Call<N>, src: &Array, plan: &Plan) -> PyResult<Value> {
    call.assert(src.dtype == DType::UInt8 && src.ndim() == 2, "src.type() == CV_8UC1")?;
    let kernel = call.matrix(ctx, 2)?;
    let weights = arrays::load::<i32>(ctx, &kernel, call.function)?;
    let mat = arrays::load::<u8>(ctx, src, call.function)?;
    pay(ctx, src, weights.data.len() + 4)?;
    let _held = ctx.charge(src.size())?;
    let mut out: Mat<u8> = mat.like();
    for y in 0..mat.rows {
        for x in 0..mat.cols {
            let fits = weights.data.iter().enumerate().all(|(at, weight)| {
                let dy = (at / weights.cols) as i64 - plan.element.anchor[1] as i64;
                let dx = (at % weights.cols) as i64 - plan.element.anchor[0] as i64;
                let (Some(row), Some(col)) =
                    (plan.border.place(y as i64 + dy, mat.rows), plan.border.place(x as i64 + dx, mat.cols))
                else {
                    return true;
                };
                let set = mat.at(row, col, 0) != 0;
                *weight == 0 || set == (*weight > 0)
            });
            out.data[y * mat.cols + x] = if fits { 255 } else { 0 };
        }
    }
    let result = arrays::store(ctx, out)?;
    arrays::deliver(ctx, result, call.get(3))
}

fn get_structuring_element(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getStructuringElement", args, ["shape", "ksize", "anchor"], 2)?;
    let kind = call.int(0, 0)?;
    call.assert(
        (0..=3).contains(&kind),
        "shape == MORPH_RECT || shape == MORPH_CROSS || shape == MORPH_ELLIPSE || shape == MORPH_DIAMOND",
    )?;
    let [width, height] = call.pair(ctx, 1)?.unwrap_or([3, 3]);
    call.assert(
        (1..=32768).contains(&width) && (1..=32768).contains(&height),
        "ksize.width > 0 && ksize.height > 0",
    )?;
    let size = [width as usize, height as usize];
    let anchor = anchor_in(ctx, &call, 2, size)?;
    ctx.burn((width * height) as u64 / 16 + 1)?;
    let _held = ctx.charge((width * height) as usize * 2)?;
    let data = shape(kind, size, anchor).into_iter().map(u8::from).collect();
    arrays::store(ctx, Mat::new(size[1], size[0], 1, data))?.object(ctx)
}
