//! By what a problem is known again: hashes of its content, its question and its picture.

use anyhow::{Result, ensure};
use image::RgbImage;

use super::output::{SEED, fnv};
use crate::Problem;

/// Cells on a side of the picture, less one: differences are taken between neighbours.
const CELLS: usize = 16;
/// Grey levels by which a cell must be brighter than its neighbour. Noise is averaged away below this, a line of one
/// pixel is not.
const STEP: f32 = 2.0;

/// The hashes of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// Of question, choices and the picture's bytes: [`Problem::content_hash`].
    pub content: u64,
    /// Of the question's words, without choices, case and punctuation.
    pub question: u64,
    /// Of what the picture looks like.
    pub picture: PictureHash,
}

/// A difference hash of 16 x 16 cells in both directions: similar pictures differ in few bits, whatever their size,
/// noise and compression.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct PictureHash(pub [u64; 8]);

impl Key {
    /// The key of a problem.
    ///
    /// # Errors
    /// If the picture cannot be decoded.
    pub fn of(problem: &Problem) -> Result<Self> {
        Ok(Self::with_pixels(problem, &problem.image()?))
    }

    /// The key of a problem whose picture is at hand, for those who would decode it.
    pub fn with_pixels(problem: &Problem, image: &RgbImage) -> Self {
        Self {
            content: problem.content_hash(),
            question: words(&problem.question),
            picture: PictureHash::of(image),
        }
    }
}

/// A hash of the words of a text in lower case.
fn words(text: &str) -> u64 {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .fold(SEED, |hash, word| fnv(fnv(hash, word.to_lowercase().as_bytes()), b" "))
}

impl PictureHash {
    /// The hash of a picture.
    pub fn of(image: &RgbImage) -> Self {
        let cells = cells(image);
        let mut bits = [0u64; 8];
        let mut set = |bit: usize| bits[bit / 64] |= 1 << (bit % 64);
        for y in 0..CELLS {
            for x in 0..CELLS {
                if cells[y][x + 1] - cells[y][x] > STEP {
                    set(y * CELLS + x);
                }
                if cells[y + 1][x] - cells[y][x] > STEP {
                    set(CELLS * CELLS + y * CELLS + x);
                }
            }
        }
        Self(bits)
    }

    /// The number of bits in which two hashes differ, of 512.
    pub fn distance(&self, other: &Self) -> u32 {
        self.0.iter().zip(other.0).map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    /// Whether two pictures count as the same: they differ in at most `threshold` bits, and in at most a quarter of the
    /// bits that either has, because a picture of one dot has few.
    pub fn near(&self, other: &Self, threshold: u32) -> bool {
        self.distance(other) <= threshold.min((self.ones() + other.ones()) / 8)
    }

    /// The number of bits that are set.
    pub(super) fn ones(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    pub(super) fn to_text(self) -> String {
        self.0.iter().map(|word| format!("{word:016x}")).collect()
    }

    pub(super) fn from_text(text: &str) -> Result<Self> {
        ensure!(text.len() == 128 && text.is_ascii(), "a picture's hash has 128 digits, not `{text}`");
        let mut words = [0; 8];
        for (place, word) in words.iter_mut().enumerate() {
            *word = u64::from_str_radix(&text[16 * place..16 * (place + 1)], 16)?;
        }
        Ok(Self(words))
    }
}

/// Mean grey levels of the cells.
fn cells(image: &RgbImage) -> [[f32; CELLS + 1]; CELLS + 1] {
    let (width, height) = (image.width() as usize, image.height() as usize);
    let mut sums = [[0u64; CELLS + 1]; CELLS + 1];
    let mut counts = [[0u64; CELLS + 1]; CELLS + 1];
    for (y, row) in image.as_raw().chunks_exact((3 * width).max(1)).enumerate() {
        let down = y * (CELLS + 1) / height;
        for across in 0..=CELLS {
            // The first pixel whose column falls into the cell.
            let edge = |cell: usize| (cell * width).div_ceil(CELLS + 1);
            let part = &row[3 * edge(across)..3 * edge(across + 1)];
            let grey = |p: &[u8]| 77 * u64::from(p[0]) + 150 * u64::from(p[1]) + 29 * u64::from(p[2]);
            sums[down][across] += part.chunks_exact(3).map(grey).sum::<u64>();
            counts[down][across] += part.len() as u64 / 3;
        }
    }
    let mut cells = [[0.0; CELLS + 1]; CELLS + 1];
    for (row, (sums, counts)) in cells.iter_mut().zip(sums.iter().zip(&counts)) {
        for (cell, (sum, count)) in row.iter_mut().zip(sums.iter().zip(counts)) {
            *cell = *sum as f32 / 256.0 / (*count).max(1) as f32;
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::imageops::{FilterType, resize};
    use image::{Rgb, RgbImage};

    fn dot(x: i32, y: i32, noise: u32) -> RgbImage {
        RgbImage::from_fn(300, 240, |px, py| {
            let (dx, dy) = (px as i32 - x, py as i32 - y);
            let speck = (px.wrapping_mul(7919) ^ py.wrapping_mul(104_729)) % (noise + 1);
            if dx * dx + dy * dy < 200 { Rgb([200, 20, 20]) } else { Rgb([240 - speck as u8; 3]) }
        })
    }

    #[test]
    fn noise_and_size_change_little_and_another_place_much() {
        let hash = PictureHash::of(&dot(80, 90, 0));
        let noisy = PictureHash::of(&dot(80, 90, 9));
        let small = PictureHash::of(&resize(&dot(80, 90, 0), 200, 160, FilterType::Triangle));
        let moved = PictureHash::of(&dot(140, 90, 0));
        assert!(hash.distance(&noisy) <= 2, "{}", hash.distance(&noisy));
        assert!(hash.distance(&small) <= 4, "{}", hash.distance(&small));
        assert!(hash.distance(&moved) >= 10, "{}", hash.distance(&moved));
        assert_eq!(PictureHash::from_text(&hash.to_text()).unwrap(), hash);
        PictureHash::of(&RgbImage::new(3, 5));
    }

    #[test]
    fn questions_are_compared_by_their_words() {
        assert_eq!(words("Mark  the dot."), words("mark the dot"));
        assert_ne!(words("Mark the dots"), words("Mark the dot"));
    }
}
