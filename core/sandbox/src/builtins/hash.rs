//! `hash`: that of CPython for numbers and what is made of them. Text has one of its own, as CPython's
//! differs from run to run.

use std::hash::BuildHasher;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::Complex;
use crate::eval::class::FixedHasher;
use crate::eval::dict::Key;
use crate::eval::value::Value;

/// Hashes of numbers are remainders of this prime.
const MODULUS: i64 = (1 << 61) - 1;
/// CPython's hash of `None`.
const NONE: i64 = 0xfca8_6420;

/// The hash of a value that can be a key.
pub(super) fn of(key: &Key) -> i64 {
    let value = match key.value() {
        Value::Host(host) => match host.downcast::<Complex>() {
            Some(z) => {
                let imaginary = float_hash(z.im).wrapping_mul(1_000_003);
                return float_hash(z.re).wrapping_add(imaginary);
            }
            None => host.key(),
        },
        _ => None,
    };
    match value.as_ref().unwrap_or(key.value()) {
        Value::None => NONE,
        Value::Int(i) => integer_hash(&BigInt::from(*i)),
        Value::Bool(b) => i64::from(*b),
        Value::Big(big) => integer_hash(&big.number),
        Value::Float(f) => float_hash(*f),
        Value::Tuple(items) => {
            // A key is nested only so deep.
            let hashes: Vec<i64> =
                items.0.iter().map(|item| Key::new(item).map_or(0, |key| of(&key))).collect();
            tuple_hash(&hashes)
        }
        // Addresses would make runs differ.
        Value::Str(_) => (FixedHasher::default().hash_one(key) >> 2) as i64,
        _ => 1,
    }
}

fn integer_hash(number: &BigInt) -> i64 {
    match (number % BigInt::from(MODULUS)).to_i64() {
        Some(-1) => -2,
        hash => hash.unwrap_or(0),
    }
}

/// The hash of a float, which is that of an equal integer, too.
pub(crate) fn float_hash(f: f64) -> i64 {
    if f.is_infinite() {
        return if f > 0.0 { 314_159 } else { -314_159 };
    }
    if f.is_nan() {
        return 0;
    }
    let (mut part, mut exponent) = libm::frexp(f.abs());
    let mut hash: i64 = 0;
    while part != 0.0 {
        hash = ((hash << 28) & MODULUS) | (hash >> (61 - 28));
        part *= 268_435_456.0;
        exponent -= 28;
        let digit = part as i64;
        part -= digit as f64;
        hash += digit;
        if hash >= MODULUS {
            hash -= MODULUS;
        }
    }
    let turn = exponent.rem_euclid(61);
    hash = ((hash << turn) & MODULUS) | (hash >> (61 - turn));
    let hash = if f < 0.0 { -hash } else { hash };
    if hash == -1 { -2 } else { hash }
}

/// The mixing of xxHash, which CPython uses for tuples.
fn tuple_hash(items: &[i64]) -> i64 {
    const FIRST: u64 = 11_400_714_785_074_694_791;
    const SECOND: u64 = 14_029_467_366_897_019_727;
    const FIFTH: u64 = 2_870_177_450_012_600_261;
    let mut sum = FIFTH;
    for item in items {
        sum = sum.wrapping_add((*item as u64).wrapping_mul(SECOND)).rotate_left(31).wrapping_mul(FIRST);
    }
    sum = sum.wrapping_add(items.len() as u64 ^ (FIFTH ^ 3_527_539));
    if sum == u64::MAX { 1_546_275_796 } else { sum as i64 }
}
