//! `numpy.frombuffer`: the numbers in bytes.

use super::arguments::{given, whole};
use super::array::Array;
use super::dtype::DType;
use super::ndarray::NdArray;
use crate::builtins::Bytes;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// `frombuffer(buffer, dtype=float, count=-1, offset=0)`. The array is a copy, not a window on the buffer.
pub(super) fn frombuffer(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    args.take_keyword("like");
    let [buffer, dtype, count, offset] =
        args.bind("frombuffer", ["buffer", "dtype", "count", "offset"], 1)?;
    let buffer = buffer.unwrap_or(Value::None);
    let dtype = DType::given(given(dtype).as_ref())?.unwrap_or(DType::Float64);
    let (count, offset) = (whole(count, -1)?, whole(offset, 0)?);
    let of_array = buffer.host::<NdArray>().map(|array| array.array.clone());
    let length = match &of_array {
        Some(array) => array.size().saturating_mul(array.dtype.size()),
        None => Bytes::expect(&buffer)?.len(),
    };
    let _copy = ctx.charge(length)?;
    ctx.burn(length as u64 / 16 + 1)?;
    let bytes = match of_array {
        Some(array) => array.copied(ctx)?.buffer.data.borrow().little_endian(),
        None => Bytes::expect(&buffer)?.to_vec(),
    };
    let Some(bytes) = usize::try_from(offset).ok().and_then(|offset| bytes.get(offset..)) else {
        return Err(Fault::value_error(format!(
            "offset must be non-negative and no greater than buffer length ({length})"
        )));
    };
    let count = match usize::try_from(count) {
        Ok(count) if count.saturating_mul(dtype.size()) > bytes.len() => {
            return Err(Fault::value_error("buffer is smaller than requested size"));
        }
        Ok(count) => count,
        Err(_) if bytes.len() % dtype.size() != 0 => {
            return Err(Fault::value_error("buffer size must be a multiple of element size"));
        }
        Err(_) => bytes.len() / dtype.size(),
    };
    let array = Array::zeros(ctx, dtype, &[count])?;
    array.buffer.data.borrow_mut().fill_little_endian(bytes);
    array.object(ctx)
}
