//! `hash`: that of CPython for numbers and what is made of them. Text has one of its own, as CPython's
//! differs from run to run.

use std::hash::BuildHasher;

use super::Complex;
use crate::eval::class::FixedHasher;
use crate::eval::cpython_hash::{self, float_hash};
use crate::eval::dict::Key;
use crate::eval::value::Value;

/// The hash of a value that can be a key.
pub(super) fn of(key: &Key) -> i64 {
    let value = match crate::eval::instance::plain(key.value()) {
        Value::Host(host) => match host.downcast::<Complex>() {
            Some(z) => {
                let imaginary = float_hash(z.im).wrapping_mul(1_000_003);
                return float_hash(z.re).wrapping_add(imaginary);
            }
            None => host.key().unwrap_or(Value::Bool(true)),
        },
        value => value.clone(),
    };
    match (cpython_hash::hash(&value), &value) {
        (Some(hash), _) => hash,
        // Addresses would make runs differ.
        (None, Value::Str(_) | Value::Tuple(_)) => (FixedHasher::default().hash_one(key) >> 2) as i64,
        _ => 1,
    }
}
