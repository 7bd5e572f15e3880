//! SHA-1 and SHA-2. The constants of SHA-2 are the digits of roots of primes.

use std::sync::OnceLock;

use num_bigint::BigUint;
use num_traits::ToPrimitive;

use super::padded;

fn primes(count: usize) -> Vec<u32> {
    (2u32..).filter(|n| (2..*n).all(|d| n % d != 0)).take(count).collect()
}

/// The first 64 binary digits behind the point of a root of `n`.
fn root_digits(n: u32, degree: u32) -> u64 {
    let root = (BigUint::from(n) << (64 * degree)).nth_root(degree);
    (root % (BigUint::from(1u32) << 64u32)).to_u64().unwrap_or(0)
}

/// What is added in the rounds: digits of cube roots. Worked out once.
fn round_constants() -> &'static [u64] {
    static DIGITS: OnceLock<Vec<u64>> = OnceLock::new();
    DIGITS.get_or_init(|| primes(80).into_iter().map(|prime| root_digits(prime, 3)).collect())
}

/// What the state is at first: digits of the square roots of the first eight primes, or of the next.
fn initial(next: bool) -> [u64; 8] {
    static DIGITS: OnceLock<Vec<u64>> = OnceLock::new();
    let digits = DIGITS.get_or_init(|| primes(16).into_iter().map(|prime| root_digits(prime, 2)).collect());
    std::array::from_fn(|i| digits[if next { 8 + i } else { i }])
}

pub(super) fn sha1(data: &[u8]) -> Vec<u8> {
    let mut state = [0x6745_2301_u32, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
    for block in padded(data, 64, true).chunks_exact(64) {
        let mut words = [0u32; 80];
        for (word, w) in words.iter_mut().zip(block.chunks_exact(4)) {
            *word = u32::from_be_bytes([w[0], w[1], w[2], w[3]]);
        }
        for i in 16..80 {
            words[i] = (words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]).rotate_left(1);
        }
        let [mut a, mut b, mut c, mut d, mut e] = state;
        for (i, word) in words.iter().enumerate() {
            let (mixed, constant) = match i / 20 {
                0 => ((b & c) | (!b & d), 0x5a82_7999),
                1 => (b ^ c ^ d, 0x6ed9_eba1),
                2 => ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc),
                _ => (b ^ c ^ d, 0xca62_c1d6_u32),
            };
            let next = a
                .rotate_left(5)
                .wrapping_add(mixed)
                .wrapping_add(e)
                .wrapping_add(constant)
                .wrapping_add(*word);
            (e, d, c, b, a) = (d, c, b.rotate_left(30), a, next);
        }
        for (sum, part) in state.iter_mut().zip([a, b, c, d, e]) {
            *sum = sum.wrapping_add(part);
        }
    }
    state.iter().flat_map(|word| word.to_be_bytes()).collect()
}

macro_rules! sha2 {
    ($function:ident, $word:ty, $block:literal, $rounds:literal, $big0:expr, $big1:expr, $small0:expr, $small1:expr) => {
        fn $function(data: &[u8], mut state: [$word; 8], constants: &[$word]) -> Vec<u8> {
            const SIZE: usize = size_of::<$word>();
            let spread = |x: $word, turns: [u32; 3]| {
                x.rotate_right(turns[0]) ^ x.rotate_right(turns[1]) ^ x.rotate_right(turns[2])
            };
            let shifted = |x: $word, turns: [u32; 3]| {
                x.rotate_right(turns[0]) ^ x.rotate_right(turns[1]) ^ (x >> turns[2])
            };
            for block in padded(data, $block, true).chunks_exact($block) {
                let mut words = [0; $rounds];
                for (word, w) in words.iter_mut().zip(block.chunks_exact(SIZE)) {
                    *word = w.iter().fold(0, |sum, byte| (sum << 8) | <$word>::from(*byte));
                }
                for i in 16..$rounds {
                    words[i] = shifted(words[i - 2], $small1)
                        .wrapping_add(words[i - 7])
                        .wrapping_add(shifted(words[i - 15], $small0))
                        .wrapping_add(words[i - 16]);
                }
                let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = state;
                for (word, constant) in words.iter().zip(constants) {
                    let first = h
                        .wrapping_add(spread(e, $big1))
                        .wrapping_add((e & f) ^ (!e & g))
                        .wrapping_add(*constant)
                        .wrapping_add(*word);
                    let second = spread(a, $big0).wrapping_add((a & b) ^ (a & c) ^ (b & c));
                    (h, g, f, e) = (g, f, e, d.wrapping_add(first));
                    (d, c, b, a) = (c, b, a, first.wrapping_add(second));
                }
                for (sum, part) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
                    *sum = sum.wrapping_add(part);
                }
            }
            state.iter().flat_map(|word| word.to_be_bytes()).collect()
        }
    };
}

sha2!(short, u32, 64, 64, [2, 13, 22], [6, 11, 25], [7, 18, 3], [17, 19, 10]);
sha2!(long, u64, 128, 80, [28, 34, 39], [14, 18, 41], [1, 8, 7], [19, 61, 6]);

fn of_words(data: &[u8], initial: [u32; 8]) -> Vec<u8> {
    let constants: Vec<u32> = round_constants()[..64].iter().map(|digits| (digits >> 32) as u32).collect();
    short(data, initial, &constants)
}

pub(super) fn sha256(data: &[u8]) -> Vec<u8> {
    of_words(data, initial(false).map(|digits| (digits >> 32) as u32))
}

pub(super) fn sha224(data: &[u8]) -> Vec<u8> {
    let mut digest = of_words(data, initial(true).map(|digits| digits as u32));
    digest.truncate(28);
    digest
}

pub(crate) fn sha512(data: &[u8]) -> Vec<u8> {
    long(data, initial(false), round_constants())
}

pub(super) fn sha384(data: &[u8]) -> Vec<u8> {
    let mut digest = long(data, initial(true), round_constants());
    digest.truncate(48);
    digest
}
