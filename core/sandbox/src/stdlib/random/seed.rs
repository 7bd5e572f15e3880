//! What a generator starts from, and its state.

use num_bigint::{BigInt, BigUint};
use num_traits::Signed;

use super::twister::Twister;
use super::{Generator, RandomState};
use crate::builtins::Bytes;
use crate::eval::args::Args;
use crate::eval::cpython_hash::float_hash;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::stdlib::digest::sha512;

/// The version that CPython writes into a state.
const VERSION: i64 = 3;

pub(super) fn seed(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [seed, _version] = args.bind("seed", ["a", "version"], 0)?;
    let seed = seed.unwrap_or(Value::None);
    let text = match &seed {
        Value::Str(text) => Some(text.as_bytes().to_vec()),
        other => Bytes::of(other).map(|bytes| bytes.to_vec()),
    };
    let key = match (text, &seed) {
        // Text stands for the number of its bytes and their SHA-512.
        (Some(mut text), _) => {
            ctx.burn(text.len() as u64 + 256)?;
            drop(ctx.charge(2 * text.len() + 256)?);
            text.extend(sha512(&text));
            BigUint::from_bytes_be(&text).to_u32_digits()
        }
        (None, Value::Int(_) | Value::Big(_) | Value::Bool(_)) => {
            ctx.big(&seed).map(|n| n.abs().to_u32_digits().1).unwrap_or_default()
        }
        // There is no source of chance here.
        (None, Value::None) => vec![0],
        (None, Value::Float(f)) => BigInt::from(float_hash(*f) as u64).to_u32_digits().1,
        _ => {
            return Err(Fault::type_error(
                "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.",
            ));
        }
    };
    *state.0.borrow_mut() = Generator { twister: Twister::new(&key), spare: None };
    Ok(Value::None)
}

pub(super) fn state_of(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [] = args.exactly("getstate")?;
    let generator = state.0.borrow();
    let (words, index) = generator.twister.parts();
    ctx.burn(words.len() as u64)?;
    let words = words.iter().map(|word| i64::from(*word)).chain([index as i64]);
    let words = ctx.tuple(words.map(Value::Int).collect())?;
    let spare = generator.spare.map_or(Value::None, Value::Float);
    ctx.tuple(vec![Value::Int(VERSION), words, spare])
}

pub(super) fn restore(ctx: &mut Ctx, state: &RandomState, args: Args) -> PyResult<Value> {
    let [kept] = args.exactly("setstate")?;
    let wrong = || Fault::value_error("state vector is the wrong size");
    let parts = ctx.collect(&kept)?;
    let [Value::Int(VERSION), words, spare] = &parts[..] else { return Err(wrong()) };
    let numbers = ctx.collect(words)?;
    let numbers: Option<Vec<u32>> =
        numbers.iter().map(|n| n.as_i64().and_then(|n| u32::try_from(n).ok())).collect();
    let twister = numbers.as_deref().and_then(|numbers| {
        let (index, words) = numbers.split_last()?;
        Twister::from_parts(words, *index as usize)
    });
    let twister = twister.ok_or_else(wrong)?;
    *state.0.borrow_mut() = Generator { twister, spare: spare.as_f64() };
    Ok(Value::None)
}
