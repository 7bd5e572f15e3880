//! `int.to_bytes` and `int.from_bytes`.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use super::{Bytes, counted, integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Whether the most significant byte comes first.
fn big_endian(order: Option<Value>, function: &str) -> PyResult<bool> {
    match order.as_ref().map(|order| text(order, function)).transpose()? {
        None | Some("big") => Ok(true),
        Some("little") => Ok(false),
        Some(_) => Err(Fault::value_error("byteorder must be either 'little' or 'big'")),
    }
}

pub(super) fn to_bytes(ctx: &mut Ctx, number: &Value, args: Args) -> PyResult<Value> {
    let [length, order, signed] = args.bind("to_bytes", ["length", "byteorder", "signed"], 0)?;
    let length = length.map_or(Ok(1), |length| integer(&length))?;
    if length < 0 {
        return Err(Fault::value_error("length argument must be non-negative"));
    }
    let length = counted(length);
    let big = big_endian(order, "to_bytes")?;
    let signed = signed.map_or(Ok(false), |signed| ctx.truthy(&signed))?;
    let Some(number) = ctx.big(number) else { return Err(Fault::type_error("an integer is required")) };
    if number.is_negative() && !signed {
        return Err(Fault::new(ExcKind::OverflowError, "can't convert negative int to unsigned"));
    }
    drop(ctx.charge(length)?);
    ctx.burn(length as u64 / 16 + number.bits() / 64)?;
    let mut bytes = if signed { number.to_signed_bytes_le() } else { number.to_bytes_le().1 };
    let zero = number.sign() == Sign::NoSign;
    if zero {
        bytes.clear();
    }
    if bytes.len() > length {
        return Err(Fault::new(ExcKind::OverflowError, "int too big to convert"));
    }
    bytes.resize(length, if number.is_negative() { 0xff } else { 0 });
    if big {
        bytes.reverse();
    }
    ctx.bytes(bytes)
}

pub(super) fn from_bytes(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [source, order, signed] = args.bind("from_bytes", ["bytes", "byteorder", "signed"], 1)?;
    let source = source.unwrap_or(Value::None);
    let mut bytes = match Bytes::of(&source) {
        Some(bytes) => {
            ctx.check_bits(bytes.len() as u64 * 8)?;
            bytes.to_vec()
        }
        None => {
            if matches!(source, Value::Int(_) | Value::Float(_) | Value::Str(_)) {
                let name = source.type_name();
                return Err(Fault::type_error(format!("cannot convert '{name}' object to bytes")));
            }
            let items = ctx.collect(&source)?;
            ctx.check_bits(items.len() as u64 * 8)?;
            items.iter().map(|item| super::bytes::byte(item, "bytes")).collect::<PyResult<_>>()?
        }
    };
    ctx.burn(bytes.len() as u64 / 8)?;
    if big_endian(order, "from_bytes")? {
        bytes.reverse();
    }
    let signed = signed.map_or(Ok(false), |signed| ctx.truthy(&signed))?;
    ctx.integer(match signed {
        true => BigInt::from_signed_bytes_le(&bytes),
        false => BigInt::from_bytes_le(Sign::Plus, &bytes),
    })
}
