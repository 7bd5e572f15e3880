//! How a parameter lies in the file and in memory.
//!
//! The hub keeps linear weights as `[out, in]` and the patch embedding as a convolution; in memory both
//! are `[in, out]`, so that the forward and backward products run over contiguous rows.

use crate::model::Config;

/// What turns one into the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// The same.
    Plain,
    /// Rows and columns change places.
    Transposed,
}

/// Layout of a parameter, and the shape its file has.
pub(super) fn of_parameter(key: &str, shape: &[usize], config: &Config) -> (Layout, Vec<usize>) {
    match shape {
        [input, output] if key != "model.embed_tokens.weight" => {
            let vision = &config.vision;
            let file = if key == "visual.patch_embed.proj.weight" {
                vec![
                    *output,
                    vision.in_channels,
                    vision.temporal_patch_size,
                    vision.patch_size,
                    vision.patch_size,
                ]
            } else {
                vec![*output, *input]
            };
            (Layout::Transposed, file)
        }
        _ => (Layout::Plain, shape.to_vec()),
    }
}

/// `[rows, columns]` values of `width` bytes each to `[columns, rows]`.
pub(super) fn transpose(bytes: &[u8], rows: usize, columns: usize, width: usize) -> Vec<u8> {
    match width {
        2 => transpose_as::<2>(bytes, rows, columns),
        _ => transpose_as::<4>(bytes, rows, columns),
    }
}

/// By blocks, so that both sides stay in cache.
fn transpose_as<const WIDTH: usize>(bytes: &[u8], rows: usize, columns: usize) -> Vec<u8> {
    const BLOCK: usize = 32;
    let mut out = vec![0; bytes.len()];
    for top in (0..rows).step_by(BLOCK) {
        for left in (0..columns).step_by(BLOCK) {
            for row in top..rows.min(top + BLOCK) {
                for column in left..columns.min(left + BLOCK) {
                    let (from, to) = ((row * columns + column) * WIDTH, (column * rows + row) * WIDTH);
                    out[to..to + WIDTH].copy_from_slice(&bytes[from..from + WIDTH]);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_gives_the_same_bytes() {
        let bytes: Vec<u8> = (0..40 * 33 * 2).map(|i| (i % 251) as u8).collect();
        let there = transpose(&bytes, 40, 33, 2);
        assert_eq!(there[2..4], bytes[66..68]);
        assert_eq!(transpose(&there, 33, 40, 2), bytes);
    }
}
