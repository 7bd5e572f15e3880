//! The hashes that CPython gives to numbers and to what consists of numbers. Those of texts are random
//! there, and not of this kind here.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::value::Value;

/// The modulus of all numeric hashes, a Mersenne prime.
const BITS: i32 = 61;
const MODULUS: u64 = (1 << BITS) - 1;

/// CPython's hash; `None` where it differs from run to run there.
pub(crate) fn hash(value: &Value) -> Option<i64> {
    Some(match value {
        Value::None => 0xfca8_6420,
        Value::Bool(b) => i64::from(*b),
        Value::Int(i) => small(*i),
        Value::Big(big) => {
            let remainder = (&big.number % BigInt::from(MODULUS)).to_i64().unwrap_or(0);
            if remainder == -1 { -2 } else { remainder }
        }
        Value::Float(f) => float_hash(*f),
        Value::Tuple(items) => {
            let mut all: u64 = 2_870_177_450_012_600_261;
            for item in &items.0 {
                let lane = hash(item)? as u64;
                all = all.wrapping_add(lane.wrapping_mul(14_029_467_366_897_019_727));
                all = all.rotate_left(31).wrapping_mul(11_400_714_785_074_694_791);
            }
            all = all.wrapping_add(items.0.len() as u64 ^ (2_870_177_450_012_600_261 ^ 3_527_539));
            if all == u64::MAX { 1_546_275_796 } else { all as i64 }
        }
        Value::Set(set) if set.frozen => {
            let shuffled = |h: u64| ((h ^ 89_869_747) ^ (h << 16)).wrapping_mul(3_644_798_167);
            let mut all: u64 = 0;
            let items = set.items.borrow();
            for key in items.iter() {
                all ^= shuffled(hash(key.value())? as u64);
            }
            all ^= (items.len() as u64 + 1).wrapping_mul(1_927_868_237);
            all ^= (all >> 11) ^ (all >> 25);
            all = all.wrapping_mul(69_069).wrapping_add(907_133_923);
            if all == u64::MAX { 590_923_713 } else { all as i64 }
        }
        _ => return None,
    })
}

fn small(number: i64) -> i64 {
    match number % MODULUS as i64 {
        -1 => -2,
        remainder => remainder,
    }
}

/// The hash of a float, which is that of an equal integer, too.
pub(crate) fn float_hash(number: f64) -> i64 {
    if number.is_nan() {
        return 0;
    }
    if number.is_infinite() {
        return if number > 0.0 { 314_159 } else { -314_159 };
    }
    let (mut mantissa, mut exponent) = libm::frexp(number.abs());
    let mut all: u64 = 0;
    while mantissa != 0.0 {
        all = ((all << 28) & MODULUS) | (all >> (BITS - 28));
        mantissa *= 268_435_456.0;
        exponent -= 28;
        let digits = libm::floor(mantissa);
        mantissa -= digits;
        all += digits as u64;
        if all >= MODULUS {
            all -= MODULUS;
        }
    }
    let turn = exponent.rem_euclid(BITS);
    all = ((all << turn) & MODULUS) | (all >> (BITS - turn));
    match (all as i64, number < 0.0) {
        (1, true) => -2,
        (all, true) => -all,
        (all, false) => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_hash_as_cpython_does() {
        assert_eq!(hash(&Value::Int(-1)), Some(-2));
        assert_eq!(hash(&Value::Int(1 << 61)), Some(1));
        assert_eq!(hash(&Value::Float(0.5)), Some(1_152_921_504_606_846_976));
        assert_eq!(hash(&Value::Float(-2.75)), Some(-1_729_382_256_910_270_466));
        assert_eq!(hash(&Value::Float(3.0)), Some(3));
        assert_eq!(hash(&Value::Float(1e300)), Some(1_224_995_262_755_759_164));
    }
}
