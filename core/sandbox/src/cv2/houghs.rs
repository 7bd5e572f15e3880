//! `HoughLines`, `HoughLinesP`, `HoughCircles`.

use super::arguments::Call;
use super::arrays::{self, Array};
use super::contours::mask_source;
use super::fault::{assertion, raise};
use super::filters::pay;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::circles::{self, Wanted};
use crate::imgproc::hough::{self, Segments};
use crate::imgproc::{canny, round};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "HoughLines", call: hough_lines },
    NativeFn { name: "HoughLinesP", call: hough_lines_p },
    NativeFn { name: "HoughCircles", call: hough_circles },
];

/// Source, steps of distance and angle, and threshold; the table of votes is paid for.
fn begin<const N: usize>(
    ctx: &mut Ctx,
    call: &Call<N>,
) -> PyResult<(arrays::Paid<u8>, [f64; 2], i64, crate::eval::heap::Charge)> {
    let src: Array = mask_source(ctx, call, 0)?;
    let steps = [call.real(1, 1.0)?, call.real(2, 1.0)?];
    let sensible = steps.iter().all(|step| *step > 1e-4 && step.is_finite());
    call.assert(sensible, "rho > 0 && theta > 0")?;
    let threshold = call.int(3, 1)?;
    let [rows, cols, _] = arrays::sides(&src, call.function)?;
    let cells = ((rows + cols) as f64 * 2.0 / steps[0] + 3.0) * (std::f64::consts::PI / steps[1] + 3.0);
    if cells > 5e7 {
        return Err(Fault::memory(ctx.limits.memory));
    }
    ctx.burn(cells as u64 / 4)?;
    let held = ctx.charge(cells as usize * 16 + src.size() * 16)?;
    pay(ctx, &src, 4)?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    Ok((mat, steps, threshold, held))
}

fn hough_lines(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = [
        "image",
        "rho",
        "theta",
        "threshold",
        "lines",
        "srn",
        "stn",
        "min_theta",
        "max_theta",
        "use_edgeval",
    ];
    let call = Call::new("HoughLines", args, names, 4)?;
    let (mat, steps, threshold, _held) = begin(ctx, &call)?;
    if call.real(5, 0.0)? != 0.0 || call.real(6, 0.0)? != 0.0 {
        return Err(Fault::not_provided("cv2.HoughLines(srn=..., stn=...)"));
    }
    let range = [call.real(7, 0.0)?, call.real(8, std::f64::consts::PI)?];
    let full = 0.0 <= range[0] && range[0] < range[1] && range[1] <= std::f64::consts::PI;
    if !full {
        return Err(assertion(
            call.function,
            "max_theta >= min_theta && min_theta >= 0 && max_theta <= CV_PI",
        ));
    }
    let points = mat.data.iter().filter(|value| **value != 0).count();
    let angles = hough::angles(range[0], range[1], steps[1]);
    ctx.burn((points as u64).saturating_mul(angles as u64) / 8)?;
    let found = hough::lines(&mat, steps, threshold, range);
    if found.is_empty() {
        return Ok(Value::None);
    }
    let count = found.len();
    let data: Vec<f32> = found.into_iter().flat_map(|[rho, theta, _]| [rho, theta]).collect();
    arrays::shaped(ctx, data, vec![count, 1, 2])?.object(ctx)
}

fn hough_lines_p(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "rho", "theta", "threshold", "lines", "minLineLength", "maxLineGap"];
    let call = Call::new("HoughLinesP", args, names, 4)?;
    let (mat, steps, threshold, _held) = begin(ctx, &call)?;
    let whole = |value: f64| round(value).clamp(-2e9, 2e9) as i64;
    let how =
        Segments { steps, threshold, length: whole(call.real(5, 0.0)?), gap: whole(call.real(6, 0.0)?) };
    // A walk along a line crosses the picture once for every segment.
    let across = (mat.rows + mat.cols) as u64 / 4;
    let found = hough::segments(&mat, &how, |steps| ctx.burn(steps + across))?;
    if found.is_empty() {
        return Ok(Value::None);
    }
    let count = found.len();
    arrays::shaped(ctx, found.into_iter().flatten().collect::<Vec<i32>>(), vec![count, 1, 4])?.object(ctx)
}

fn hough_circles(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "method", "dp", "minDist", "circles", "param1", "param2", "minRadius", "maxRadius"];
    let call = Call::new("HoughCircles", args, names, 4)?;
    let src = mask_source(ctx, &call, 0)?;
    match call.int(1, 3)? {
        3 => {}
        4 => return Err(Fault::not_provided("cv2.HoughCircles with HOUGH_GRADIENT_ALT")),
        _ => {
            let message = "Unrecognized method id. Actually supported methods are HOUGH_GRADIENT and HOUGH_GRADIENT_ALT";
            return Err(raise(-5, "Bad argument", call.function, message));
        }
    }
    let (dp, apart) = (call.real(2, 1.0)?, call.real(3, 1.0)?);
    let (high, votes) = (call.real(5, 100.0)?, call.real(6, 100.0)?);
    let positive = dp > 0.0
        && apart > 0.0
        && high > 0.0
        && votes > 0.0
        && [dp, apart, high, votes].iter().all(|v| *v < 1e6);
    call.assert(positive, "dp > 0 && minDist > 0 && param1 > 0 && param2 > 0")?;
    let [rows, cols, _] = arrays::sides(&src, call.function)?;
    let least = call.int(7, 0)?.max(0);
    let most = match call.int(8, 0)? {
        given if given < 0 => return Err(Fault::not_provided("cv2.HoughCircles with a negative maxRadius")),
        0 => rows.max(cols) as i64,
        given if given <= least => least.saturating_add(2),
        given => given,
    };
    call.assert(least < 1 << 20 && most < 1 << 20, "minRadius and maxRadius are sensible")?;
    pay(ctx, &src, 100)?;
    let bins = ((most - least).max(1) as usize).saturating_mul(64);
    let _held = ctx.charge(src.size().saturating_mul(80).saturating_add(bins) + 4096)?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let both = canny::gradients(&mat, 3);
    let high = round(high);
    let edges = canny::edges(&both, libm::floor(high / 2.0).max(1.0), high, false);
    let wanted = Wanted {
        cell: (dp as f32).max(1.0),
        apart: apart as f32,
        votes: round(votes) as i32,
        radius: [least as i32, most as i32],
    };
    let found = circles::find(&edges, &both, &wanted, |steps| ctx.burn(steps))?;
    if found.is_empty() {
        return Ok(Value::None);
    }
    let count = found.len();
    arrays::shaped(ctx, found.into_iter().flatten().collect::<Vec<f32>>(), vec![1, count, 3])?.object(ctx)
}
