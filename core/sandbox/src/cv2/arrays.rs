//! Between numpy's arrays and pictures.

use super::fault::assertion;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::value::Value;
use crate::imgproc::Mat;
use crate::numpy::{Buffer, Data, NdArray};

pub(super) use crate::numpy::{Array, DType};

/// A picture and what its memory costs.
pub(super) struct Paid<T> {
    pub mat: Mat<T>,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

impl<T> std::ops::Deref for Paid<T> {
    type Target = Mat<T>;

    fn deref(&self) -> &Mat<T> {
        &self.mat
    }
}

/// Element types that pictures have here, and where numpy keeps them.
pub(super) trait Element: Copy + Default + 'static {
    const DTYPE: DType;
    /// The elements, if they are of this type.
    fn items(data: &Data) -> Option<&[Self]>;
    /// The elements as numpy keeps them.
    fn data(items: Vec<Self>) -> Data;
    /// From a float that a lane holds.
    fn of(value: f64) -> Self;
}

macro_rules! elements {
    ($($type:ty, $variant:ident;)*) => {$(
        impl Element for $type {
            const DTYPE: DType = DType::$variant;
            fn items(data: &Data) -> Option<&[Self]> {
                match data {
                    Data::$variant(items) => Some(items),
                    _ => None,
                }
            }
            fn data(items: Vec<Self>) -> Data {
                Data::$variant(items)
            }
            fn of(value: f64) -> Self {
                value as $type
            }
        }
    )*};
}

elements! {
    u8, UInt8;
    i32, Int32;
    f32, Float32;
    f64, Float64;
}

/// The array that a value is.
pub(super) fn given(value: &Value) -> Option<Array> {
    value.host::<NdArray>().map(|array| array.array.clone())
}

/// Rows, columns and channels of an array as OpenCV counts them.
pub(super) fn sides(array: &Array, function: &str) -> PyResult<[usize; 3]> {
    let sides = match array.shape[..] {
        [] => [1, 1, 1],
        [rows] => [rows, 1, 1],
        [rows, cols] => [rows, cols, 1],
        [rows, cols, channels] if channels <= 512 => [rows, cols, channels],
        _ => return Err(assertion(function, "the array has at most 2 dimensions and 512 channels")),
    };
    if matches!(array.dtype, DType::Int64 | DType::UInt64 | DType::UInt32 | DType::Bool) {
        let message = format!(
            "Expected Ptr<cv::UMat> for argument: the data type {} is not supported",
            array.dtype.name()
        );
        return Err(super::fault::unparsable(function, &message));
    }
    Ok(sides)
}

/// A copy of an array's elements as a picture of `T`s; of other types they are converted.
pub(super) fn load<T: Element>(ctx: &mut Ctx, array: &Array, function: &str) -> PyResult<Paid<T>> {
    let [rows, cols, channels] = sides(array, function)?;
    let count = array.size();
    let charge = ctx.charge(count.saturating_mul(size_of::<T>()))?;
    ctx.burn(count as u64 / 64 + 1)?;
    if array.is_contiguous()
        && let Some(items) = T::items(&array.buffer.data.borrow())
    {
        let data = items.get(array.offset..array.offset + count).unwrap_or_default().to_vec();
        return Ok(Paid { mat: Mat { rows, cols, channels, data }, charge });
    }
    let lane = array.lane::<f64>(ctx)?;
    let data = lane.iter().map(|value| T::of(*value)).collect();
    Ok(Paid { mat: Mat { rows, cols, channels, data }, charge })
}

/// A picture as an array: without a third side if it has one channel.
pub(super) fn store<T: Element>(ctx: &mut Ctx, mat: Mat<T>) -> PyResult<Array> {
    let shape = match mat.channels {
        1 => vec![mat.rows, mat.cols],
        channels => vec![mat.rows, mat.cols, channels],
    };
    shaped(ctx, mat.data, shape)
}

/// Elements in order as an array of the given shape, which has as many places.
pub(super) fn shaped<T: Element>(ctx: &mut Ctx, data: Vec<T>, shape: Vec<usize>) -> PyResult<Array> {
    let charge = ctx.charge(data.len().saturating_mul(size_of::<T>()).saturating_add(256))?;
    ctx.burn(data.len() as u64 / 64 + 1)?;
    let mut strides = vec![0; shape.len()];
    let mut step = 1;
    for (stride, side) in strides.iter_mut().zip(&shape).rev() {
        *stride = step as isize;
        step *= (*side).max(1);
    }
    if shape.iter().product::<usize>() != data.len() {
        return Err(Fault::value_error("the elements do not fill the array"));
    }
    Ok(Array { buffer: Buffer::new(T::data(data), charge), offset: 0, shape, strides, dtype: T::DTYPE })
}

/// Gives a result: in `dst` if that has its shape and type, else as a new array.
pub(super) fn deliver(ctx: &mut Ctx, result: Array, dst: Option<&Value>) -> PyResult<Value> {
    if let Some(dst) = dst
        && let Some(target) = given(dst)
        && target.dtype == result.dtype
        && target.shape == result.shape
    {
        target.copy_from(ctx, &result)?;
        return Ok(dst.clone());
    }
    result.object(ctx)
}
