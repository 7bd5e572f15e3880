//! Shapes that fit contours, and moments.

use super::arguments::Call;
use super::arrays::{self, DType};
use super::contours::{hull_of, points};
use super::fault::assertion;
use super::filters::pay;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::Dict;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::imgproc::moments::{self, Spatial, central};
use crate::imgproc::rectangle::{Turned, smallest};
use crate::imgproc::{fit, polygon};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "minAreaRect", call: min_area_rect },
    NativeFn { name: "boxPoints", call: box_points },
    NativeFn { name: "minEnclosingCircle", call: min_enclosing_circle },
    NativeFn { name: "fitLine", call: fit_line },
    NativeFn { name: "fitEllipse", call: fit_ellipse },
    NativeFn { name: "moments", call: moments_of },
    NativeFn { name: "HuMoments", call: hu_moments },
    NativeFn { name: "matchShapes", call: match_shapes },
];

fn floats(ctx: &Ctx, numbers: &[f32]) -> PyResult<Value> {
    ctx.tuple(numbers.iter().map(|value| Value::Float(f64::from(*value))).collect())
}

/// A turned rectangle as OpenCV's tuple of tuples.
fn turned_value(ctx: &Ctx, turned: Turned) -> PyResult<Value> {
    let (center, size) = (floats(ctx, &turned.center)?, floats(ctx, &turned.size)?);
    ctx.tuple(vec![center, size, Value::Float(f64::from(turned.angle))])
}

fn min_area_rect(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("minAreaRect", args, ["points"], 1)?;
    let own = points(ctx, &call, 0)?;
    let hull = hull_of(ctx, &own.points, false)?;
    let hull: Vec<[f32; 2]> = hull.iter().map(|at| own.points[*at].map(|value| value as f32)).collect();
    turned_value(ctx, smallest(&hull).normalised())
}

fn box_points(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("boxPoints", args, ["box", "points"], 1)?;
    let parts = call.need(0)?.as_sequence().unwrap_or_default();
    let mut pairs = Vec::new();
    for part in parts.iter().take(2) {
        pairs.push(super::arguments::numbers(ctx, part)?.unwrap_or_default());
    }
    let angle = parts.get(2).and_then(super::arguments::number);
    let (Some([x, y]), Some([width, height]), Some(angle)) =
        (pairs.first().map(Vec::as_slice), pairs.get(1).map(Vec::as_slice), angle)
    else {
        return Err(call.wrong(0, "is expected to be a RotatedRect: ((x, y), (width, height), angle)"));
    };
    let turned =
        Turned { center: [*x as f32, *y as f32], size: [*width as f32, *height as f32], angle: angle as f32 };
    let data: Vec<f32> = turned.corners().into_iter().flatten().collect();
    arrays::shaped(ctx, data, vec![4, 2])?.object(ctx)
}

fn min_enclosing_circle(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("minEnclosingCircle", args, ["points"], 1)?;
    let own = points(ctx, &call, 0)?;
    // The circle of the hull is the circle of the points, and hulls are small.
    let hull = hull_of(ctx, &own.points, false)?;
    let hull: Vec<polygon::Point> = hull.iter().map(|at| own.points[*at]).collect();
    ctx.burn((hull.len() as u64).saturating_pow(2))?;
    let (center, radius) = fit::smallest_circle(&hull);
    let center = floats(ctx, &center.map(|value| value as f32))?;
    ctx.tuple(vec![center, Value::Float(f64::from(radius as f32))])
}

fn fit_line(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("fitLine", args, ["points", "distType", "param", "reps", "aeps", "line"], 5)?;
    let array = call.matrix(ctx, 0)?;
    if array.shape.last() == Some(&3) {
        return Err(Fault::not_provided("cv2.fitLine of points in space"));
    }
    let own = points(ctx, &call, 0)?;
    call.assert(own.points.len() >= 2, "npoints2 >= 0 || npoints3 >= 0")?;
    ctx.burn(own.points.len() as u64 * 32)?;
    let given = call.real(2, 0.0)?;
    let or = |default: f64| if given > 0.0 { given } else { default };
    let [welsch, fair, huber] = [2.9846, 1.3998, 1.345].map(or);
    let weigh: Option<Box<dyn Fn(f64) -> f64>> = match call.int(1, 2)? {
        1 => Some(Box::new(|d| 1.0 / d.max(1e-6))),
        2 => None,
        4 => Some(Box::new(|d| 1.0 / libm::sqrt(1.0 + d * d / 2.0))),
        5 => Some(Box::new(move |d| 1.0 / (1.0 + d / fair))),
        6 => Some(Box::new(move |d| libm::exp(-d * d / (welsch * welsch)))),
        7 => Some(Box::new(move |d| if d < huber { 1.0 } else { huber / d })),
        _ => return Err(super::fault::bad_argument(call.function, "User-defined distance is not allowed")),
    };
    let line = fit::line(&own.points, weigh.as_deref());
    arrays::shaped(ctx, line.map(|value| value as f32).to_vec(), vec![4, 1])?.object(ctx)
}

fn fit_ellipse(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("fitEllipse", args, ["points"], 1)?;
    let own = points(ctx, &call, 0)?;
    if own.points.len() < 5 {
        let message = "There should be at least 5 points to fit the ellipse";
        return Err(super::fault::raise(-201, "Incorrect size of input array", call.function, message));
    }
    ctx.burn(own.points.len() as u64 * 16)?;
    turned_value(ctx, fit::ellipse(&own.points).unwrap_or_default())
}

/// The spatial moments of a contour or a picture.
fn spatial<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize, binary: bool) -> PyResult<Spatial> {
    let array = call.matrix(ctx, at)?;
    let is_points = matches!(array.dtype, DType::Int32 | DType::Float32)
        && matches!(array.shape[..], [_, 1, 2] | [_, 2] | [1, _, 2]);
    if is_points {
        let own = points(ctx, call, at)?;
        return Ok(moments::of_polygon(&own.points));
    }
    let [_, cols, channels] = arrays::sides(&array, call.function)?;
    if channels != 1 {
        return Err(assertion(call.function, "cn == 1"));
    }
    if array.size() == 0 {
        return Ok([0.0; 10]);
    }
    pay(ctx, &array, 8)?;
    let mut lane = array.lane::<f64>(ctx)?;
    if binary {
        lane.iter_mut().for_each(|value| *value = if *value != 0.0 { 1.0 } else { 0.0 });
    }
    Ok(moments::of_picture(lane.chunks_exact(cols)))
}

const SPATIAL: [&str; 10] = ["m00", "m10", "m01", "m20", "m11", "m02", "m30", "m21", "m12", "m03"];
const MU: [&str; 7] = ["mu20", "mu11", "mu02", "mu30", "mu21", "mu12", "mu03"];
const NU: [&str; 7] = ["nu20", "nu11", "nu02", "nu30", "nu21", "nu12", "nu03"];

fn moments_of(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("moments", args, ["array", "binaryImage"], 1)?;
    let binary = call.flag(ctx, 1, false)?;
    let own = spatial(ctx, &call, 0, binary)?;
    let (mu, nu) = central(&own);
    let dict = ctx.dict(Dict::default())?;
    if let Value::Dict(dict) = &dict {
        let names = SPATIAL.iter().chain(&MU).chain(&NU);
        for (name, number) in names.zip(own.iter().chain(&mu).chain(&nu)) {
            let name = ctx.str(*name)?;
            ctx.dict_insert(dict, &name, Value::Float(*number))?;
        }
    }
    Ok(dict)
}

fn hu_moments(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("HuMoments", args, ["m", "hu"], 1)?;
    let Value::Dict(dict) = call.need(0)? else { return Err(call.wrong(0, "is expected to be a dict")) };
    let mut nu = [0.0; 7];
    for (name, value) in NU.iter().zip(&mut nu) {
        let key = ctx.str(*name)?;
        let key = ctx.key(&key)?;
        let found = dict.0.borrow().get(&key).and_then(super::arguments::number);
        *value = found.ok_or_else(|| call.wrong(0, "must have the moments of cv2.moments"))?;
    }
    arrays::shaped(ctx, moments::hu(nu).to_vec(), vec![7, 1])?.object(ctx)
}

fn match_shapes(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("matchShapes", args, ["contour1", "contour2", "method", "parameter"], 4)?;
    let method = call.int(2, 1)?;
    if !(1..=3).contains(&method) {
        return Err(super::fault::bad_argument(call.function, "Unknown comparison method"));
    }
    let mut invariants = [[0.0; 7]; 2];
    for (at, own) in invariants.iter_mut().enumerate() {
        *own = moments::hu(central(&spatial(ctx, &call, at, false)?).1);
    }
    let [a, b] = invariants;
    Ok(Value::Float(moments::unlike(a, b, method)))
}
