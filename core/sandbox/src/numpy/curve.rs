//! Interpolation, polynomials, convolution and correlation.

use super::arguments::{array, flag, given, number, whole};
use super::array::{Array, Lane};
use super::dtype::DType;
use super::matrix;
use super::operand::Operand;
use super::scalar::{self, Num};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// Highest degree of a fitted polynomial.
const MAX_DEGREE: i64 = 30;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "interp", call: interp },
    NativeFn { name: "polyfit", call: polyfit },
    NativeFn { name: "polyval", call: polyval },
    NativeFn { name: "convolve", call: convolve },
    NativeFn { name: "trapezoid", call: trapezoid },
    NativeFn { name: "cov", call: |ctx, args| covariance(ctx, args, "cov") },
    NativeFn { name: "corrcoef", call: |ctx, args| covariance(ctx, args, "corrcoef") },
];

fn interp(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, xp, fp, left, right] = args.bind("interp", ["x", "xp", "fp", "left", "right"], 3)?;
    let x = Operand::need(ctx, &x.unwrap_or(Value::None), "interp")?;
    let (xp, fp): (Lane<f64>, Lane<f64>) = (array(ctx, xp)?.lane(ctx)?, array(ctx, fp)?.lane(ctx)?);
    if xp.is_empty() {
        return Err(Fault::value_error("array of sample points is empty"));
    }
    if xp.len() != fp.len() {
        return Err(Fault::value_error("fp and xp are not of the same length."));
    }
    let last = xp.len() - 1;
    let (low, high) = (number(ctx, left, fp[0])?, number(ctx, right, fp[last])?);
    let result = super::unary::map(ctx, &x, DType::Float64, |x: f64| {
        if x.is_nan() {
            return x;
        }
        if x > xp[last] {
            return high;
        }
        if x < xp[0] {
            return low;
        }
        let at = xp.partition_point(|known| *known <= x).saturating_sub(1);
        if at == last || xp[at] == x {
            return fp[at];
        }
        let slope = (fp[at + 1] - fp[at]) / (xp[at + 1] - xp[at]);
        slope * (x - xp[at]) + fp[at]
    })?;
    super::binary::finish(ctx, result)
}

fn polyfit(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, y, degree, _, full, weights, cov] =
        args.bind("polyfit", ["x", "y", "deg", "rcond", "full", "w", "cov"], 3)?;
    if flag(ctx, full, false)? || flag(ctx, cov, false)? {
        return Err(Fault::not_provided("numpy.polyfit(full=True) and (cov=True)"));
    }
    let (x, y) = (array(ctx, x)?, array(ctx, y)?);
    let degree = whole(degree, 0)?;
    if degree < 0 {
        return Err(Fault::value_error("expected deg >= 0"));
    }
    if degree > MAX_DEGREE {
        return Err(Fault::not_provided(format!("numpy.polyfit of a degree above {MAX_DEGREE}")));
    }
    if x.ndim() != 1 {
        return Err(Fault::type_error("expected 1D vector for x"));
    }
    if x.size() == 0 {
        return Err(Fault::type_error("expected non-empty vector for x"));
    }
    if y.ndim() != 1 {
        return Err(Fault::not_provided("numpy.polyfit of several rows at once"));
    }
    if x.size() != y.size() {
        return Err(Fault::type_error("expected x and y to have same length"));
    }
    let (rows, columns) = (x.size(), degree as usize + 1);
    if rows < columns {
        return Err(Fault::not_provided("numpy.polyfit with fewer points than coefficients"));
    }
    let weights: Option<Lane<f64>> = match given(weights) {
        Some(weights) => Some(super::operand::array(ctx, &weights)?.lane(ctx)?),
        None => None,
    };
    if weights.as_ref().is_some_and(|w| w.len() != rows) {
        return Err(Fault::type_error("expected w and y to have the same length"));
    }
    ctx.burn((rows * columns * columns) as u64 + 1)?;
    let (x, mut y): (Lane<f64>, Lane<f64>) = (x.lane(ctx)?, y.lane(ctx)?);
    let mut matrix: Lane<f64> = Lane::zeros(ctx, rows * columns)?;
    for (row, (x, y)) in x.iter().zip(y.iter_mut()).enumerate() {
        let weight = weights.as_ref().map_or(1.0, |w| w[row]);
        *y *= weight;
        let mut power = weight;
        for column in (0..columns).rev() {
            matrix[row * columns + column] = power;
            power *= x;
        }
    }
    // Columns of one length make the fit insensitive to the scale of x.
    let scales: Vec<f64> = (0..columns)
        .map(|column| libm::sqrt((0..rows).map(|row| matrix::square(matrix[row * columns + column])).sum()))
        .map(|scale: f64| if scale > 0.0 { scale } else { 1.0 })
        .collect();
    for row in matrix.chunks_exact_mut(columns) {
        row.iter_mut().zip(&scales).for_each(|(value, scale)| *value /= scale);
    }
    let (mut solution, _) = matrix::least_squares(&mut matrix, rows, columns, &mut y)
        .ok_or_else(|| Fault::not_provided("numpy.polyfit of points that do not determine the polynomial"))?;
    solution.iter_mut().zip(&scales).for_each(|(value, scale)| *value /= scale);
    Array::from_lane(ctx, DType::Float64, &[columns], &solution)?.object(ctx)
}

fn polyval(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [p, x] = args.bind("polyval", ["p", "x"], 2)?;
    let p = array(ctx, p)?;
    let x = Operand::need(ctx, &x.unwrap_or(Value::None), "polyval")?;
    let dtype = p.dtype.promote(x.dtype());
    let coefficients: Lane<f64> = p.lane(ctx)?;
    ctx.burn((coefficients.len() as u64).saturating_mul(x.shape().iter().product::<usize>() as u64) / 4)?;
    let result = super::unary::map(ctx, &x, dtype, |x: f64| {
        coefficients.iter().fold(0.0, |value, coefficient| value * x + coefficient)
    })?;
    super::binary::finish(ctx, result)
}

fn convolve(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, v, mode] = args.bind("convolve", ["a", "v", "mode"], 2)?;
    let (a, v) = (array(ctx, a)?, array(ctx, v)?);
    if a.size() == 0 || v.size() == 0 {
        return Err(Fault::value_error("a cannot be empty"));
    }
    let dtype = a.dtype.promote(v.dtype);
    let (long, short) = if a.size() >= v.size() { (a, v) } else { (v, a) };
    let (x, k): (Lane<f64>, Lane<f64>) = (long.lane(ctx)?, short.lane(ctx)?);
    ctx.burn((x.len() as u64).saturating_mul(k.len() as u64) / 4 + 1)?;
    let mut full: Lane<f64> = Lane::zeros(ctx, x.len() + k.len() - 1)?;
    for (i, value) in x.iter().enumerate() {
        for (j, weight) in k.iter().enumerate() {
            full[i + j] += value * weight;
        }
    }
    let (start, length) = match mode.as_ref().and_then(Value::as_str).unwrap_or("full") {
        "full" => (0, full.len()),
        "same" => ((k.len() - 1) / 2, x.len()),
        "valid" => (k.len() - 1, x.len() - k.len() + 1),
        _ => return Err(Fault::value_error("mode must be one of 'valid', 'same', or 'full'")),
    };
    Array::from_lane(ctx, dtype, &[length], &full[start..start + length])?.object(ctx)
}

fn trapezoid(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [y, x, dx] = args.bind("trapezoid", ["y", "x", "dx"], 1)?;
    let y: Lane<f64> = array(ctx, y)?.lane(ctx)?;
    let dx = number(ctx, dx, 1.0)?;
    let x: Option<Lane<f64>> = match given(x) {
        Some(x) => Some(super::operand::array(ctx, &x)?.lane(ctx)?),
        None => None,
    };
    if x.as_ref().is_some_and(|x| x.len() != y.len()) {
        return Err(Fault::value_error("operands could not be broadcast together"));
    }
    let steps = (1..y.len()).map(|at| {
        let width = x.as_ref().map_or(dx, |x| x[at] - x[at - 1]);
        width * (y[at] + y[at - 1]) / 2.0
    });
    scalar::value(ctx, DType::Float64, Num::Float(steps.sum()))
}

/// `cov` and `corrcoef`: rows are variables.
fn covariance(ctx: &mut Ctx, mut args: Args, name: &str) -> PyResult<Value> {
    let by_row = flag(ctx, args.take_keyword("rowvar"), true)?;
    let ddof = args.take_keyword("ddof");
    let ddof = number(ctx, ddof, 1.0)?;
    let [m, y] = args.bind(name, ["m", "y"], 1)?;
    let mut m = array(ctx, m)?;
    if m.ndim() > 2 {
        return Err(Fault::value_error("m has more than 2 dimensions"));
    }
    let raise = |mut array: Array| {
        while array.ndim() < 2 {
            array.shape.insert(0, 1);
            array.strides.insert(0, 0);
        }
        array
    };
    if m.ndim() == 2 && !by_row {
        m = super::shape::reversed(&m);
    }
    let mut m = raise(m);
    if let Some(y) = given(y) {
        let y = raise(super::operand::array(ctx, &y)?);
        m = super::join::joined(ctx, &[m, y], 0)?;
    }
    let (rows, count) = (m.shape[0], m.shape[1]);
    let mut lane: Lane<f64> = m.lane(ctx)?;
    ctx.burn((rows as u64).saturating_mul(rows as u64).saturating_mul(count as u64) / 4 + 1)?;
    for row in lane.chunks_exact_mut(count.max(1)) {
        let mean = row.iter().sum::<f64>() / count as f64;
        row.iter_mut().for_each(|value| *value -= mean);
    }
    let mut out: Lane<f64> = Lane::zeros(ctx, rows * rows)?;
    for i in 0..rows {
        for j in 0..rows {
            let pairs = (0..count).map(|at| lane[i * count + at] * lane[j * count + at]);
            out[i * rows + j] = pairs.sum::<f64>() / (count as f64 - ddof);
        }
    }
    if name == "corrcoef" {
        let sizes: Vec<f64> = (0..rows).map(|at| libm::sqrt(out[at * rows + at])).collect();
        for (row, size) in out.chunks_exact_mut(rows.max(1)).zip(&sizes) {
            for (value, other) in row.iter_mut().zip(&sizes) {
                *value = (*value / size / other).clamp(-1.0, 1.0);
            }
        }
    }
    let shape: &[usize] = if rows == 1 { &[] } else { &[rows, rows] };
    Array::from_lane(ctx, DType::Float64, shape, &out)?.value(ctx)
}
