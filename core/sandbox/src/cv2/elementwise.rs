//! One number for every element: the frame of OpenCV's arithmetic.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::{assertion, raise};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::imgproc;

/// Elements computed at a time.
const BLOCK: usize = 1024;

/// One side of an operation.
pub(super) enum Side {
    Array(Array),
    /// A scalar, one number for each channel.
    Scalar([f64; 4]),
}

impl Side {
    /// The side that an argument is: an array, or a number or sequence of at most four of them. A plain
    /// number is for the first channel, or for all of them with `spread`.
    pub fn of<const N: usize>(ctx: &mut Ctx, call: &Call<N>, at: usize, spread: bool) -> PyResult<Self> {
        if arrays::given(call.need(at)?).is_some() {
            return call.matrix(ctx, at).map(Self::Array);
        }
        let one = spread || super::arguments::number(call.need(at)?).is_none();
        match call.numbers(ctx, at)? {
            // A sequence of one number is for every channel, a plain number only in arithmetic.
            Some(found) if found.len() == 1 && one => Ok(Self::Scalar([found[0]; 4])),
            _ => Ok(Self::Scalar(call.scalar(ctx, at)?.unwrap_or_default())),
        }
    }

    /// A small array that stands for a scalar beside a picture of this shape.
    fn beside(self, ctx: &mut Ctx, other: &[usize]) -> PyResult<Self> {
        let Self::Array(array) = self else { return Ok(self) };
        let channels = other.get(2).copied().unwrap_or(1);
        if same_shape(&array.shape, other) || array.size() > 4 || array.size() == 0 {
            return Ok(Self::Array(array));
        }
        let found = array.lane::<f64>(ctx)?;
        match found.len() {
            1 => Ok(Self::Scalar([found[0]; 4])),
            count if count == channels || count == 4 => {
                let mut scalar = [0.0; 4];
                scalar[..count].copy_from_slice(&found);
                Ok(Self::Scalar(scalar))
            }
            _ => Ok(Self::Array(array)),
        }
    }
}

/// Whether shapes are equal when a third side of 1 does not count.
pub(super) fn same_shape(a: &[usize], b: &[usize]) -> bool {
    trimmed(a) == trimmed(b)
}

/// A shape without a third side of 1.
pub(super) fn trimmed(shape: &[usize]) -> &[usize] {
    match shape {
        [rows_cols @ .., 1] if rows_cols.len() == 2 => rows_cols,
        shape => shape,
    }
}

/// Brings a number into the range of a type as OpenCV does: rounded, cut off.
pub(super) fn fit(dtype: DType, value: f64) -> f64 {
    match dtype {
        DType::Float64 => value,
        DType::Float32 => f64::from(value as f32),
        dtype => {
            let (low, high) = dtype.range();
            let rounded = imgproc::round(value);
            // NaN becomes the smallest number on the reference's machine.
            if rounded.is_nan() { low as f64 } else { rounded.clamp(low as f64, high as f64) }
        }
    }
}

/// The type that an OpenCV depth means; negative for none.
pub(super) fn depth(function: &str, code: i64) -> PyResult<Option<DType>> {
    if code < 0 {
        return Ok(None);
    }
    Ok(Some(match code & 7 {
        0 => DType::UInt8,
        1 => DType::Int8,
        2 => DType::UInt16,
        3 => DType::Int16,
        4 => DType::Int32,
        5 => DType::Float32,
        6 => DType::Float64,
        _ => return Err(assertion(function, "depth is not supported (CV_16F)")),
    }))
}

/// `f(a, b)` for every element, brought into the range of `dtype`. Where `mask` is 0 the result keeps
/// what `dst` has, or 0.
#[allow(clippy::too_many_arguments)] // what OpenCV's functions share
pub(super) fn zip(
    ctx: &mut Ctx,
    function: &'static str,
    sides: [Side; 2],
    dtype: Option<DType>,
    mask: Option<&Array>,
    dst: Option<&Value>,
    f: &dyn Fn(f64, f64) -> f64,
) -> PyResult<Value> {
    let [a, b] = sides;
    let (a, b) = match (a, b) {
        (Side::Array(a), b) => {
            let b = b.beside(ctx, &a.shape)?;
            let swap = matches!(&b, Side::Array(b) if !same_shape(&a.shape, &b.shape) && a.size() <= 4);
            match b {
                Side::Array(b) if swap => (Side::Array(a).beside(ctx, &b.shape)?, Side::Array(b)),
                b => (Side::Array(a), b),
            }
        }
        (a, b) => (a, b),
    };
    let shape = match (&a, &b) {
        (Side::Array(a), Side::Array(b)) if !same_shape(&a.shape, &b.shape) => {
            return Err(raise(
                -209,
                "Sizes of input arguments do not match",
                function,
                "The operation is neither 'array op array' (where arrays have the same size and the same number \
                 of channels), nor 'array op scalar', nor 'scalar op array'",
            ));
        }
        (Side::Array(array), _) | (_, Side::Array(array)) => trimmed(&array.shape).to_vec(),
        // Two numbers make a column of four, as in OpenCV.
        _ => vec![4, 1],
    };
    let own = match (&a, &b) {
        (Side::Array(a), Side::Array(b)) if dtype.is_none() && a.dtype != b.dtype => {
            return Err(raise(
                -5,
                "Bad argument",
                function,
                "When the input arrays in add/subtract/multiply/divide functions have different types, the \
                 output array type must be explicitly specified",
            ));
        }
        (Side::Array(array), _) | (_, Side::Array(array)) => array.dtype,
        _ => DType::Float64,
    };
    for side in [&a, &b] {
        if let Side::Array(array) = side {
            arrays::sides(array, function)?;
        }
    }
    let dtype = dtype.unwrap_or(own);
    let channels = if shape.len() == 3 { shape[2] } else { 1 };
    if channels > 4 && matches!((&a, &b), (Side::Scalar(_), _) | (_, Side::Scalar(_))) {
        return Err(assertion(function, "a scalar has at most 4 channels"));
    }
    let result = target(ctx, &shape, dtype, dst, mask.is_some())?;
    let allowed = mask.map(|mask| allowed(ctx, mask, &shape, function)).transpose()?;
    let mut readers = [a, b].map(|side| {
        let walk = match &side {
            Side::Array(array) => Some(array.walk()),
            Side::Scalar(_) => None,
        };
        (side, walk)
    });
    let (mut left, mut right, mut out) = ([0.0; BLOCK], [0.0; BLOCK], [0.0; BLOCK]);
    let (mut write, mut held) = (result.walk(), result.walk());
    let total = result.size();
    let mut done = 0;
    while done < total {
        let count = (total - done).min(BLOCK);
        ctx.burn(count as u64 / 8 + 1)?;
        for ((side, walk), block) in readers.iter_mut().zip([&mut left, &mut right]) {
            let block = &mut block[..count];
            match (side, walk) {
                (Side::Array(array), Some(walk)) => array.read(walk, block),
                (Side::Scalar(scalar), _) => {
                    for (at, value) in block.iter_mut().enumerate() {
                        *value = if shape.len() < 3 && channels == 1 && shape == [4, 1] {
                            scalar[(done + at) % 4]
                        } else {
                            scalar[(done + at) % channels.max(1) % 4]
                        };
                    }
                }
                (Side::Array(_), None) => {}
            }
        }
        let out = &mut out[..count];
        match &allowed {
            None => {
                for (value, (a, b)) in out.iter_mut().zip(left.iter().zip(&right)) {
                    *value = fit(dtype, f(*a, *b));
                }
            }
            Some(allowed) => {
                result.read(&mut held, out);
                for (at, value) in out.iter_mut().enumerate() {
                    if allowed.get((done + at) / channels.max(1)).is_some_and(|mask| *mask != 0) {
                        *value = fit(dtype, f(left[at], right[at]));
                    }
                }
            }
        }
        result.write(&mut write, out);
        done += count;
    }
    match dst {
        Some(dst)
            if arrays::given(dst).is_some_and(|own| std::rc::Rc::ptr_eq(&own.buffer, &result.buffer)) =>
        {
            Ok(dst.clone())
        }
        _ => result.object(ctx),
    }
}

/// The array that results go to: `dst` if it fits and need not be read afterwards, else zeros.
fn target(ctx: &mut Ctx, shape: &[usize], dtype: DType, dst: Option<&Value>, _: bool) -> PyResult<Array> {
    // Sources are read block by block before the same block is written, so that `dst` may be one of them
    // if it is the same view; other overlaps are as undefined as in OpenCV.
    match dst.and_then(arrays::given) {
        Some(array) if same_shape(&array.shape, shape) && array.dtype == dtype => Ok(array),
        _ => Array::zeros(ctx, dtype, shape),
    }
}

/// A mask's elements, checked against the picture that it is for.
pub(super) fn allowed(ctx: &mut Ctx, mask: &Array, shape: &[usize], function: &str) -> PyResult<Vec<u8>> {
    let fits = trimmed(&mask.shape) == &shape[..shape.len().min(2)];
    if !fits || !matches!(mask.dtype, DType::UInt8 | DType::Int8 | DType::Bool) {
        return Err(assertion(function, "(mtype == CV_8U || mtype == CV_8S) && _mask.sameSize(*psrc1)"));
    }
    let lane = mask.lane::<f64>(ctx)?;
    let _held = ctx.charge(lane.len())?;
    Ok(lane.iter().map(|value| u8::from(*value != 0.0)).collect())
}
