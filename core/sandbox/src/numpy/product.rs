//! Products of vectors and matrices: `@`, `dot`, `outer`, `cross`.

use super::array::{Array, Lane};
use super::data::LaneNum;
use super::dtype::DType;
use super::operand::Operand;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "dot", call: dot },
    NativeFn {
        name: "matmul",
        call: |ctx, args| {
            let [a, b] = args.exactly("matmul")?;
            let (a, b) = (Operand::need(ctx, &a, "matmul")?, Operand::need(ctx, &b, "matmul")?);
            matmul(ctx, a, b)
        },
    },
    NativeFn {
        name: "vdot",
        call: |ctx, args| {
            let [a, b] = args.exactly("vdot")?;
            let (a, b) = (super::operand::array(ctx, &a)?, super::operand::array(ctx, &b)?);
            let (a, b) = (super::shape::flat(ctx, &a)?, super::shape::flat(ctx, &b)?);
            matmul(ctx, Operand::from_array(a), Operand::from_array(b))
        },
    },
    NativeFn { name: "outer", call: outer },
    NativeFn { name: "cross", call: cross },
];

fn mismatch(function: &str, a: &Array, b: &Array) -> Fault {
    let (m, n) = (a.shape[a.ndim() - 1], b.shape[b.ndim().saturating_sub(2)]);
    Fault::value_error(format!(
        "{function}: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature \
         (n?,k),(k,m?)->(n?,m?) (size {n} is different from {m})"
    ))
}

/// `a @ b` for vectors, matrices and stacks of them.
pub(super) fn matmul(ctx: &mut Ctx, a: Operand, b: Operand) -> PyResult<Value> {
    let dtype = a.common(&b);
    let (a, b) = match (a, b) {
        (Operand::Array(a), Operand::Array(b)) => (a, b),
        _ => {
            return Err(Fault::value_error(
                "matmul: Input operand 0 does not have enough dimensions (has 0, gufunc core with signature \
                 (n?,k),(k,m?)->(n?,m?) requires 1)",
            ));
        }
    };
    let result = if dtype.is_float() {
        product::<f64>(ctx, &a, &b, dtype, |sum, x, y| sum + x * y)?
    } else {
        product::<i64>(ctx, &a, &b, dtype, |sum, x, y| sum.wrapping_add(x.wrapping_mul(y)))?
    };
    result.value(ctx)
}

/// The product of stacks of matrices; `add(sum, x, y)` is one step of it.
pub(super) fn product<T: LaneNum>(
    ctx: &mut Ctx,
    a: &Array,
    b: &Array,
    dtype: DType,
    add: fn(T, T, T) -> T,
) -> PyResult<Array> {
    // Vectors become a row and a column, whose axes go again.
    let (mut left, mut right) = (a.clone(), b.clone());
    if a.ndim() == 1 {
        left.shape.insert(0, 1);
        left.strides.insert(0, 0);
    }
    if b.ndim() == 1 {
        right.shape.push(1);
        right.strides.push(0);
    }
    let (l, r) = (left.ndim(), right.ndim());
    let (rows, inner, columns) = (left.shape[l - 2], left.shape[l - 1], right.shape[r - 1]);
    if inner != right.shape[r - 2] {
        return Err(mismatch("matmul", a, b));
    }
    let stack = super::array::broadcast_shape(ctx, &[&left.shape[..l - 2], &right.shape[..r - 2]])?;
    let with = |sides: [usize; 2]| stack.iter().copied().chain(sides).collect::<Vec<usize>>();
    let left = left.broadcast(&with([rows, inner])).unwrap_or(left);
    let right = right.broadcast(&with([inner, columns])).unwrap_or(right);
    let sides = with([rows, columns]);
    let size = super::array::count(ctx, &sides)?;
    ctx.burn((size as u64).saturating_mul(inner as u64) / 4 + 1)?;
    let (x, y): (Lane<T>, Lane<T>) = (left.lane(ctx)?, right.lane(ctx)?);
    let mut out: Lane<T> = Lane::zeros(ctx, size)?;
    let stacks: usize = stack.iter().product();
    for at in 0..stacks {
        for row in 0..rows {
            let target = &mut out[(at * rows + row) * columns..][..columns];
            for step in 0..inner {
                let factor = x[(at * rows + row) * inner + step];
                let from = &y[(at * inner + step) * columns..][..columns];
                for (sum, value) in target.iter_mut().zip(from) {
                    *sum = add(*sum, factor, *value);
                }
            }
        }
    }
    let mut result = Array::from_lane(ctx, dtype, &sides, &out)?;
    for (vector, from_end) in [(b.ndim() == 1, 1), (a.ndim() == 1, if b.ndim() == 1 { 1 } else { 2 })] {
        if vector {
            let axis = result.ndim() - from_end;
            result.shape.remove(axis);
            result.strides.remove(axis);
        }
    }
    Ok(result)
}

fn dot(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b, _] = args.bind("dot", ["a", "b", "out"], 2)?;
    let a = Operand::need(ctx, &a.unwrap_or(Value::None), "dot")?;
    let b = Operand::need(ctx, &b.unwrap_or(Value::None), "dot")?;
    match (&a, &b) {
        (Operand::Array(x), Operand::Array(y)) => {
            let (m, n) = (x.shape[x.ndim() - 1], y.shape[y.ndim().saturating_sub(2)]);
            if m != n {
                let (s, t) = (super::array::shape_text(&x.shape), super::array::shape_text(&y.shape));
                let place = y.ndim().saturating_sub(2);
                return Err(Fault::value_error(format!(
                    "shapes {s} and {t} not aligned: {m} (dim {}) != {n} (dim {place})",
                    x.ndim() - 1
                )));
            }
            if x.ndim() > 2 && y.ndim() > 1 || y.ndim() > 2 {
                return Err(Fault::not_provided("numpy.dot of arrays of more than two dimensions (use @)"));
            }
            matmul(ctx, a, b)
        }
        _ => super::binary::apply(ctx, super::binary::Op2::Mul, a, b),
    }
}

fn outer(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b] = args.exactly("outer")?;
    let (a, b) = (super::operand::array(ctx, &a)?, super::operand::array(ctx, &b)?);
    let (a, b) = (super::shape::flat(ctx, &a)?, super::shape::flat(ctx, &b)?);
    let column = a.view(a.offset, vec![a.shape[0], 1], vec![a.strides[0], 0]);
    let (a, b) = (Operand::from_array(column), Operand::from_array(b));
    super::binary::apply(ctx, super::binary::Op2::Mul, a, b)
}

/// The cross product of vectors of two or three coordinates, along the last axis.
fn cross(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [a, b] = args.exactly("cross")?;
    let (a, b) = (super::operand::array(ctx, &a)?, super::operand::array(ctx, &b)?);
    let (Some(n), Some(m)) = (a.shape.last().copied(), b.shape.last().copied()) else {
        return Err(Fault::value_error("At least one array has zero dimension"));
    };
    if !matches!((n, m), (2 | 3, 2 | 3)) {
        return Err(Fault::value_error(
            "incompatible dimensions for cross product\n(dimension must be 2 or 3)",
        ));
    }
    let stack = super::array::broadcast_shape(ctx, &[&a.shape[..a.ndim() - 1], &b.shape[..b.ndim() - 1]])?;
    let with = |side: usize| stack.iter().copied().chain([side]).collect::<Vec<usize>>();
    let dtype = a.dtype.promote(b.dtype);
    let (a, b) = (a.broadcast(&with(n)).unwrap_or(a), b.broadcast(&with(m)).unwrap_or(b));
    let (x, y): (Lane<f64>, Lane<f64>) = (a.lane(ctx)?, b.lane(ctx)?);
    let planar = n == 2 && m == 2;
    let width = if planar { 1 } else { 3 };
    let count = x.len() / n;
    let mut out: Lane<f64> = Lane::zeros(ctx, count * width)?;
    for at in 0..count {
        let get = |lane: &Lane<f64>, size: usize, axis: usize| {
            if axis < size { lane[at * size + axis] } else { 0.0 }
        };
        let term = |i: usize, j: usize| get(&x, n, i) * get(&y, m, j) - get(&x, n, j) * get(&y, m, i);
        if planar {
            out[at] = term(0, 1);
        } else {
            out[at * 3..at * 3 + 3].copy_from_slice(&[term(1, 2), term(2, 0), term(0, 1)]);
        }
    }
    let sides = if planar { stack.clone() } else { with(3) };
    Array::from_lane(ctx, dtype, &sides, &out)?.value(ctx)
}
