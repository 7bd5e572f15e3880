//! The checksum of PNG and of gzip, CRC-32.
//!
//! The crate of this name on crates.io carries 16 KB of tables, which no compression makes smaller, into every page. These
//! are half as many, and computed on the first use. `png` and `flate2` find this crate in place of that one.

use std::sync::LazyLock;

/// x^32 + x^26 + ... + 1, lowest power in the highest bit (ISO 3309).
const POLYNOMIAL: u32 = 0xedb8_8320;

/// `TABLES[k][byte]` is the state after the byte and k zero bytes.
static TABLES: LazyLock<[[u32; 256]; 8]> = LazyLock::new(|| {
    let mut tables = [[0; 256]; 8];
    for byte in 0..256 {
        let mut state = byte as u32;
        for table in &mut tables {
            for _ in 0..8 {
                state = (state >> 1) ^ if state & 1 == 1 { POLYNOMIAL } else { 0 };
            }
            table[byte] = state;
        }
    }
    tables
});

/// The checksum of bytes.
pub fn hash(bytes: &[u8]) -> u32 {
    let mut hasher = Hasher::new();
    hasher.update(bytes);
    hasher.finalize()
}

/// A checksum under way.
#[derive(Clone, Debug, Default)]
pub struct Hasher {
    checksum: u32,
    length: u64,
}

impl Hasher {
    /// Of nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on from a checksum.
    pub fn new_with_initial(checksum: u32) -> Self {
        Self::new_with_initial_len(checksum, 0)
    }

    /// Goes on from the checksum of `length` bytes.
    pub fn new_with_initial_len(checksum: u32, length: u64) -> Self {
        Self { checksum, length }
    }

    /// Takes more bytes in.
    pub fn update(&mut self, bytes: &[u8]) {
        let tables = &*TABLES;
        let mut state = !self.checksum;
        let (eights, rest) = bytes.as_chunks::<8>();
        for [a, b, c, d, e, f, g, h] in eights {
            let [p, q, r, s] = state.to_le_bytes();
            let near = [p ^ a, q ^ b, r ^ c, s ^ d, *e, *f, *g, *h];
            state = (0..8).fold(0, |state, k| state ^ tables[7 - k][usize::from(near[k])]);
        }
        for byte in rest {
            state = (state >> 8) ^ tables[0][usize::from(state as u8 ^ byte)];
        }
        self.checksum = !state;
        self.length += bytes.len() as u64;
    }

    /// The bytes taken in so far.
    pub fn total_len(&self) -> u64 {
        self.length
    }

    /// The checksum.
    pub fn finalize(self) -> u32 {
        self.checksum
    }

    /// Forgets all.
    pub fn reset(&mut self) {
        *self = Self::new();
    }

    /// Takes in what `next` has taken in, as if it had followed.
    pub fn combine(&mut self, next: &Self) {
        self.checksum = product(self.checksum, zeros(next.length)) ^ next.checksum;
        self.length += next.length;
    }
}

impl std::hash::Hasher for Hasher {
    fn write(&mut self, bytes: &[u8]) {
        self.update(bytes);
    }

    fn finish(&self) -> u64 {
        u64::from(self.checksum)
    }
}

/// The power of x that stands for so many zero bytes.
fn zeros(mut bytes: u64) -> u32 {
    // x^0 and x^8.
    let (mut power, mut square) = (1 << 31, 1 << 23);
    while bytes != 0 {
        if bytes & 1 == 1 {
            power = product(power, square);
        }
        square = product(square, square);
        bytes >>= 1;
    }
    power
}

/// The product of two polynomials modulo [`POLYNOMIAL`].
fn product(a: u32, mut b: u32) -> u32 {
    let mut sum = 0;
    for power in (0..32).rev() {
        sum ^= if a >> power & 1 == 1 { b } else { 0 };
        b = (b >> 1) ^ if b & 1 == 1 { POLYNOMIAL } else { 0 };
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksums_are_those_of_the_standard() {
        // The check value of CRC-32/ISO-HDLC, and an empty PNG chunk of type IEND.
        assert_eq!(hash(b"123456789"), 0xcbf4_3926);
        assert_eq!(hash(b"IEND"), 0xae42_6082);
        assert_eq!(hash(b""), 0);
        assert_eq!(hash(&[0; 32]), 0x190a_55ad);
    }

    #[test]
    fn parts_give_the_checksum_of_the_whole() {
        let bytes: Vec<u8> = (0..100_u8).map(|n| n.wrapping_mul(37)).collect();
        for at in 0..=bytes.len() {
            let (front, back) = bytes.split_at(at);
            let mut hasher = Hasher::new();
            hasher.update(front);
            let mut next = Hasher::new();
            next.update(back);
            let mut combined = hasher.clone();
            combined.combine(&next);
            hasher.update(back);
            assert_eq!(hasher.finalize(), hash(&bytes));
            assert_eq!((combined.total_len(), combined.finalize()), (100, hash(&bytes)));
        }
    }
}
