//! `findContours` and what is measured on contours.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::{assertion, bad_argument};
use super::filters::{pay, source};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::contours::{Retrieval, find};
use crate::imgproc::hull::{convex_hull, defects};
use crate::imgproc::polygon::{self, Point};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "findContours", call: find_contours },
    NativeFn { name: "contourArea", call: contour_area },
    NativeFn { name: "arcLength", call: arc_length },
    NativeFn { name: "approxPolyDP", call: approx_poly },
    NativeFn { name: "boundingRect", call: bounding_rect },
    NativeFn { name: "convexHull", call: hull },
    NativeFn { name: "convexityDefects", call: convexity_defects },
    NativeFn { name: "isContourConvex", call: is_contour_convex },
    NativeFn { name: "pointPolygonTest", call: point_polygon_test },
];

/// A set of points.
pub(super) struct Points {
    pub points: Vec<Point>,
    /// Whether they are floats.
    pub float: bool,
    #[allow(dead_code)] // held for its drop
    charge: crate::eval::heap::Charge,
}

/// The points of an argument: an array of int32 or float32 with two columns or channels.
pub(super) fn points<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<Points> {
    let array = call.matrix(ctx, at)?;
    let condition = "npoints >= 0 && (depth == CV_32F || depth == CV_32S)";
    let shaped = match array.shape[..] {
        [_, 2] | [_, 1, 2] | [1, _, 2] => true,
        _ => array.size() == 0,
    };
    call.assert(shaped && matches!(array.dtype, DType::Int32 | DType::Float32), condition)?;
    ctx.burn(array.size() as u64 / 2 + 1)?;
    let charge = ctx.charge(array.size() * 8)?;
    let lane = array.lane::<f64>(ctx)?;
    if lane.iter().any(|value| !value.is_finite()) {
        return Err(assertion(call.function, "points are finite"));
    }
    let points = lane.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect();
    Ok(Points { points, float: array.dtype == DType::Float32, charge })
}

/// Points as an array of shape (count, 1, 2).
pub(super) fn points_value(ctx: &mut Ctx, points: &[Point], float: bool) -> PyResult<Value> {
    let shape = vec![points.len(), 1, 2];
    let flat = points.iter().flatten();
    if float {
        let data: Vec<f32> = flat.map(|value| *value as f32).collect();
        arrays::shaped(ctx, data, shape)?.object(ctx)
    } else {
        let data: Vec<i32> = flat.map(|value| *value as i32).collect();
        arrays::shaped(ctx, data, shape)?.object(ctx)
    }
}

fn find_contours(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names = ["image", "mode", "method", "contours", "hierarchy", "offset"];
    let call = Call::new("findContours", args, names, 3)?;
    let src = call.matrix(ctx, 0)?;
    let [rows, cols, channels] = arrays::sides(&src, call.function)?;
    if channels != 1 || !matches!(src.dtype, DType::UInt8 | DType::Int8) {
        let message = "[Start]FindContours supports only CV_8UC1 images when mode != CV_RETR_FLOODFILL otherwise supports \
                       CV_32SC1 images only";
        return Err(super::fault::raise(
            -210,
            "Unsupported format or combination of formats",
            call.function,
            message,
        ));
    }
    let mode = match call.int(1, 0)? {
        0 => Retrieval::External,
        1 => Retrieval::List,
        2 => Retrieval::TwoLevels,
        3 => Retrieval::Tree,
        4 => return Err(Fault::not_provided("cv2.findContours with RETR_FLOODFILL")),
        _ => return Err(bad_argument(call.function, "Unknown retrieval mode")),
    };
    let all = match call.int(2, 2)? {
        1 => true,
        2 => false,
        3 | 4 => return Err(Fault::not_provided("cv2.findContours with CHAIN_APPROX_TC89_L1 or _KCOS")),
        _ => return Err(bad_argument(call.function, "Unknown approximation method")),
    };
    let [dx, dy] = call.pair(ctx, 5)?.unwrap_or([0, 0]);
    pay(ctx, &src, 24)?;
    // Each pixel is on a border at most four times.
    let _held = ctx.charge((rows + 2).saturating_mul(cols + 2).saturating_mul(24))?;
    let mat = arrays::load::<u8>(ctx, &src, call.function)?;
    let made = find(&mat, mode, all);
    let mut contours = Vec::with_capacity(made.contours.len());
    for contour in &made.contours {
        ctx.burn(contour.len() as u64 / 4 + 8)?;
        let data: Vec<i32> = contour
            .iter()
            .flat_map(|[x, y]| [x.wrapping_add(dx as i32), y.wrapping_add(dy as i32)])
            .collect();
        contours.push(arrays::shaped(ctx, data, vec![contour.len(), 1, 2])?.object(ctx)?);
    }
    let hierarchy = if made.hierarchy.is_empty() {
        Value::None
    } else {
        let count = made.hierarchy.len();
        let data: Vec<i32> = made.hierarchy.into_iter().flatten().collect();
        arrays::shaped(ctx, data, vec![1, count, 4])?.object(ctx)?
    };
    let contours = ctx.tuple(contours)?;
    ctx.tuple(vec![contours, hierarchy])
}

fn contour_area(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("contourArea", args, ["contour", "oriented"], 1)?;
    let contour = points(ctx, &call, 0)?;
    let area = polygon::area(&contour.points);
    let oriented = call.flag(ctx, 1, false)?;
    Ok(Value::Float(if oriented { area } else { area.abs() }))
}

fn arc_length(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("arcLength", args, ["curve", "closed"], 2)?;
    let curve = points(ctx, &call, 0)?;
    let closed = call.flag(ctx, 1, false)?;
    Ok(Value::Float(polygon::length(&curve.points, closed)))
}

fn approx_poly(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("approxPolyDP", args, ["curve", "epsilon", "closed", "approxCurve"], 3)?;
    let curve = points(ctx, &call, 0)?;
    let epsilon = call.real(1, 0.0)?;
    call.assert((0.0..1e30).contains(&epsilon), "epsilon >= 0.0 && epsilon < 1e30")?;
    let closed = call.flag(ctx, 2, true)?;
    ctx.burn((curve.points.len() as u64).saturating_mul(8))?;
    let _held = ctx.charge(curve.points.len() * 48)?;
    let made = polygon::approximate(&curve.points, epsilon, closed, |steps| ctx.burn(steps))?;
    points_value(ctx, &made, curve.float)
}

fn bounding_rect(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("boundingRect", args, ["array"], 1)?;
    let array = call.matrix(ctx, 0)?;
    let found = if matches!(array.dtype, DType::UInt8 | DType::Int8) {
        pay(ctx, &array, 2)?;
        let mat = arrays::load::<u8>(ctx, &array, call.function)?;
        call.assert(mat.channels == 1, "array.type() == CV_8UC1")?;
        let set = mat.data.iter().enumerate().filter(|(_, value)| **value != 0);
        bounds(set.map(|(at, _)| [(at % mat.cols) as f64, (at / mat.cols) as f64]))
    } else {
        bounds(points(ctx, &call, 0)?.points.into_iter())
    };
    let [x, y, width, height] = found.map_or([0; 4], |[left, top, right, bottom]| {
        let [left, top, right, bottom] = [left, top, right, bottom].map(|value| libm::floor(value) as i64);
        [left, top, right - left + 1, bottom - top + 1]
    });
    ctx.tuple([x, y, width, height].map(Value::Int).to_vec())
}

/// Left, top, right and bottom of points.
fn bounds(points: impl Iterator<Item = Point>) -> Option<[f64; 4]> {
    points.fold(None, |found: Option<[f64; 4]>, [x, y]| {
        let [left, top, right, bottom] = found.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
    })
}

fn hull(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("convexHull", args, ["points", "hull", "clockwise", "returnPoints"], 1)?;
    let own = points(ctx, &call, 0)?;
    let clockwise = call.flag(ctx, 2, false)?;
    let as_points = call.flag(ctx, 3, true)?;
    let places = hull_of(ctx, &own.points, clockwise)?;
    if places.is_empty() {
        return Ok(Value::None);
    }
    if as_points {
        let made: Vec<Point> = places.iter().map(|at| own.points[*at]).collect();
        return points_value(ctx, &made, own.float);
    }
    let data: Vec<i32> = places.iter().map(|at| *at as i32).collect();
    let count = data.len();
    arrays::shaped(ctx, data, vec![count, 1])?.object(ctx)
}

/// The hull of points, paid for.
pub(super) fn hull_of(ctx: &mut Ctx, points: &[Point], clockwise: bool) -> PyResult<Vec<usize>> {
    ctx.burn(points.len() as u64 * 4)?;
    let _held = ctx.charge(points.len() * 48)?;
    Ok(convex_hull(points, clockwise))
}

fn convexity_defects(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("convexityDefects", args, ["contour", "convexhull", "convexityDefects"], 2)?;
    let own = points(ctx, &call, 0)?;
    let hull = call.matrix(ctx, 1)?;
    call.assert(hull.dtype == DType::Int32, "hull.checkVector(1, CV_32S) > 2")?;
    let places = hull.lane::<i64>(ctx)?;
    let inside = |at: &i64| usize::try_from(*at).ok().filter(|at| *at < own.points.len());
    let places: Option<Vec<usize>> = places.iter().map(inside).collect();
    let Some(places) = places else { return Err(assertion(call.function, "0 <= hcurr && hcurr < npoints")) };
    if places.len() < 3 {
        return Ok(Value::None);
    }
    ctx.burn((own.points.len() as u64).saturating_mul(places.len() as u64) / 16 + 1)?;
    let found = defects(&own.points, &places);
    if found.is_empty() {
        return Ok(Value::None);
    }
    let count = found.len();
    arrays::shaped(ctx, found.into_iter().flatten().collect::<Vec<i32>>(), vec![count, 1, 4])?.object(ctx)
}

fn is_contour_convex(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("isContourConvex", args, ["contour"], 1)?;
    let own = points(ctx, &call, 0)?;
    Ok(Value::Bool(polygon::is_convex(&own.points)))
}

fn point_polygon_test(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("pointPolygonTest", args, ["contour", "pt", "measureDist"], 3)?;
    let own = points(ctx, &call, 0)?;
    let Some(point) = call.point(ctx, 1)? else {
        return Err(call.wrong(1, "must be a sequence of 2 numbers"));
    };
    let measure = call.flag(ctx, 2, false)?;
    let point = point.map(|value| f64::from(value as f32));
    Ok(Value::Float(polygon::point_test(&own.points, point, measure)))
}

/// The array's single channel of bytes, for functions of masks.
pub(super) fn mask_source<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize) -> PyResult<Array> {
    let src = source(ctx, call, at)?;
    let [_, _, channels] = arrays::sides(&src, call.function)?;
    call.assert(channels == 1 && src.dtype == DType::UInt8, "src.type() == CV_8UC1")?;
    Ok(src)
}
