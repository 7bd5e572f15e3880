//! `np.linalg`.

use super::arguments::{array, axes, flag, given};
use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::matrix;
use super::reduce::fold;
use super::scalar::{self, Num};
use crate::builtins::{integer, real};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// Functions of `np.linalg`.
pub(super) static LINALG: &[NativeFn] = &[
    NativeFn { name: "norm", call: norm },
    NativeFn { name: "det", call: det },
    NativeFn { name: "inv", call: inv },
    NativeFn { name: "solve", call: solve },
    NativeFn { name: "lstsq", call: lstsq },
    NativeFn { name: "eigh", call: |ctx, args| eigen(ctx, args, "eigh") },
    NativeFn { name: "eigvalsh", call: |ctx, args| eigen(ctx, args, "eigvalsh") },
    NativeFn { name: "matrix_power", call: matrix_power },
    NativeFn { name: "matrix_rank", call: matrix_rank },
];

fn norm(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [x, ord, axis, keep] = args.bind("norm", ["x", "ord", "axis", "keepdims"], 1)?;
    let x = array(ctx, x)?;
    let keep = flag(ctx, keep, false)?;
    let axes = axes(ctx, axis, x.ndim())?;
    let dtype = x.dtype.as_float();
    let plane = axes.as_ref().map_or(x.ndim(), Vec::len) > 1;
    let order = match given(ord) {
        None => 2.0,
        Some(Value::Str(name)) if &**name == "fro" => 2.0,
        Some(Value::Str(_)) => return Err(Fault::not_provided("numpy.linalg.norm(ord='nuc')")),
        Some(_) if plane => return Err(Fault::not_provided("numpy.linalg.norm(ord=...) of matrices")),
        Some(order) => real(ctx, &order)?,
    };
    let result = fold(ctx, &x, axes.as_deref(), keep, dtype, |row: &mut [f64], _| {
        let sizes = row.iter().map(|value| value.abs());
        Ok(match order {
            2.0 => libm::sqrt(row.iter().map(|value| value * value).sum::<f64>()),
            1.0 => sizes.sum(),
            f64::INFINITY => sizes.fold(0.0, f64::max),
            f64::NEG_INFINITY => sizes.fold(f64::INFINITY, f64::min),
            0.0 => row.iter().filter(|value| **value != 0.0).count() as f64,
            order => libm::pow(sizes.map(|size| libm::pow(size, order)).sum(), 1.0 / order),
        })
    })?;
    result.value(ctx)
}

/// A square matrix argument.
fn square(ctx: &mut Ctx, value: &Value) -> PyResult<(Array, usize)> {
    let a = super::operand::array(ctx, value)?;
    if a.ndim() < 2 {
        return Err(Fault::new(
            ExcKind::LinAlgError,
            format!("{}-dimensional array given. Array must be at least two-dimensional", a.ndim()),
        ));
    }
    if a.ndim() > 2 {
        return Err(Fault::not_provided("numpy.linalg for stacks of matrices"));
    }
    if a.shape[0] != a.shape[1] {
        return Err(Fault::new(ExcKind::LinAlgError, "Last 2 dimensions of the array must be square"));
    }
    let side = a.shape[0];
    ctx.burn((side as u64).saturating_pow(3) / 4 + 1)?;
    Ok((a, side))
}

fn det(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("det")?;
    let (a, side) = square(ctx, &a)?;
    let mut lane: Lane<f64> = a.lane(ctx)?;
    let det = matrix::determinant(&mut lane, side);
    scalar::value(ctx, a.dtype.as_float(), Num::Float(det))
}

fn singular() -> Fault {
    Fault::new(ExcKind::LinAlgError, "Singular matrix")
}

fn inv(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("inv")?;
    let (a, side) = square(ctx, &a)?;
    let mut lane: Lane<f64> = a.lane(ctx)?;
    let mut out: Lane<f64> = Lane::zeros(ctx, side * side)?;
    (0..side).for_each(|index| out[index * side + index] = 1.0);
    if !matrix::solve(&mut lane, side, &mut out, side) {
        return Err(singular());
    }
    Array::from_lane(ctx, a.dtype.as_float(), &[side, side], &out)?.object(ctx)
}

fn solve(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b] = args.exactly("solve")?;
    let (a, side) = square(ctx, &a)?;
    let b = super::operand::array(ctx, &b)?;
    if !matches!(b.ndim(), 1 | 2) || b.shape[0] != side {
        return Err(Fault::value_error(format!(
            "solve: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
             (m,m),(m,n)->(m,n) (size {} is different from {side})",
            b.shape.first().copied().unwrap_or(0)
        )));
    }
    let columns = b.shape.get(1).copied().unwrap_or(1);
    ctx.burn((side as u64).saturating_mul(side as u64).saturating_mul(columns as u64) / 4)?;
    let mut lane: Lane<f64> = a.lane(ctx)?;
    let mut out: Lane<f64> = b.lane(ctx)?;
    if !matrix::solve(&mut lane, side, &mut out, columns) {
        return Err(singular());
    }
    Array::from_lane(ctx, a.dtype.promote(b.dtype).as_float(), &b.shape, &out)?.object(ctx)
}

/// `lstsq(a, b)`: solution, residuals, rank, singular values.
fn lstsq(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, _] = args.bind("lstsq", ["a", "b", "rcond"], 2)?;
    let (a, b) = (array(ctx, a)?, array(ctx, b)?);
    let ([rows, columns], true) = (&a.shape[..], b.ndim() == 1) else {
        return Err(Fault::not_provided("numpy.linalg.lstsq but for a matrix and a vector"));
    };
    let (rows, columns) = (*rows, *columns);
    if b.shape[0] != rows {
        return Err(Fault::new(ExcKind::LinAlgError, "Incompatible dimensions"));
    }
    if rows < columns {
        return Err(Fault::not_provided("numpy.linalg.lstsq with fewer equations than unknowns"));
    }
    let work = (rows as u64).saturating_mul(columns as u64).saturating_mul(columns as u64);
    ctx.burn(work.saturating_mul(4) + 1)?;
    let (x, y): (Lane<f64>, Lane<f64>) = (a.lane(ctx)?, b.lane(ctx)?);
    let mut gram: Lane<f64> = Lane::zeros(ctx, columns * columns)?;
    for i in 0..columns {
        for j in 0..columns {
            gram[i * columns + j] = (0..rows).map(|r| x[r * columns + i] * x[r * columns + j]).sum();
        }
    }
    let mut vectors: Lane<f64> = Lane::zeros(ctx, columns * columns)?;
    let squares = matrix::symmetric(&mut gram, columns, &mut vectors);
    let mut singular: Vec<f64> = squares.iter().map(|square| libm::sqrt(square.max(0.0))).collect();
    singular.sort_unstable_by(|a, b| b.order(a));
    let (mut work, mut right) = (x, y);
    let (solution, left_over) = matrix::least_squares(&mut work, rows, columns, &mut right)
        .ok_or_else(|| Fault::not_provided("numpy.linalg.lstsq of a matrix without full rank"))?;
    let residuals: Vec<f64> = if rows > columns { vec![left_over] } else { Vec::new() };
    let parts = [
        Array::from_lane(ctx, DType::Float64, &[columns], &solution)?.object(ctx)?,
        Array::from_lane(ctx, DType::Float64, &[residuals.len()], &residuals)?.object(ctx)?,
        scalar::value(ctx, DType::Int32, Num::Int(columns as i64))?,
        Array::from_lane(ctx, DType::Float64, &[columns], &singular)?.object(ctx)?,
    ];
    ctx.tuple(parts.to_vec())
}

/// Eigenvalues, ascending, and eigenvectors of a symmetric matrix.
fn eigen(ctx: &mut Ctx, args: Args, name: &str) -> PyResult<Value> {
    let [a, _] = args.bind(name, ["a", "UPLO"], 1)?;
    let (a, side) = square(ctx, &a.unwrap_or(Value::None))?;
    ctx.burn((side as u64).saturating_pow(3).saturating_mul(30))?;
    let mut lane: Lane<f64> = a.lane(ctx)?;
    for row in 0..side {
        for column in row + 1..side {
            // Only the lower triangle is read.
            lane[row * side + column] = lane[column * side + row];
        }
    }
    let mut vectors: Lane<f64> = Lane::zeros(ctx, side * side)?;
    let values = matrix::symmetric(&mut lane, side, &mut vectors);
    let mut order: Vec<usize> = (0..side).collect();
    crate::sorting::sort_by(&mut order, |x, y| values[*x].order(&values[*y]));
    let sorted: Vec<f64> = order.iter().map(|index| values[*index]).collect();
    let dtype = a.dtype.as_float();
    let sorted = Array::from_lane(ctx, dtype, &[side], &sorted)?.object(ctx)?;
    if name == "eigvalsh" {
        return Ok(sorted);
    }
    let mut columns: Lane<f64> = Lane::zeros(ctx, side * side)?;
    for row in 0..side {
        for (column, from) in order.iter().enumerate() {
            columns[row * side + column] = vectors[row * side + from];
        }
    }
    let columns = Array::from_lane(ctx, dtype, &[side, side], &columns)?.object(ctx)?;
    ctx.tuple(vec![sorted, columns])
}

fn matrix_power(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, n] = args.exactly("matrix_power")?;
    let (a, side) = square(ctx, &a)?;
    let mut power = integer(&n)?;
    if power < 0 {
        return Err(Fault::not_provided("numpy.linalg.matrix_power with a negative exponent (use inv)"));
    }
    let mut result = Array::zeros(ctx, a.dtype, &[side, side])?;
    super::create::diagonal_of(&result, 0).fill(ctx, Num::Int(1))?;
    let mut base = a.clone();
    let multiply = |ctx: &mut Ctx, x: &Array, y: &Array| {
        if a.dtype.is_float() {
            super::product::product::<f64>(ctx, x, y, a.dtype, |sum, x, y| sum + x * y)
        } else {
            super::product::product::<i64>(ctx, x, y, a.dtype, |sum, x, y| {
                sum.wrapping_add(x.wrapping_mul(y))
            })
        }
    };
    while power > 0 {
        if power & 1 == 1 {
            result = multiply(ctx, &result, &base)?;
        }
        power >>= 1;
        if power > 0 {
            base = multiply(ctx, &base, &base)?;
        }
    }
    result.object(ctx)
}

fn matrix_rank(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a] = args.exactly("matrix_rank")?;
    let a = super::operand::array(ctx, &a)?;
    let [rows, columns] = a.shape[..] else {
        return Err(Fault::not_provided("numpy.linalg.matrix_rank but for matrices"));
    };
    ctx.burn((rows as u64).saturating_mul(columns as u64).saturating_mul(columns as u64) / 4 + 1)?;
    let mut lane: Lane<f64> = a.lane(ctx)?;
    scalar::value(ctx, DType::Int64, Num::Int(matrix::rank(&mut lane, rows, columns) as i64))
}
