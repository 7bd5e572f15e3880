//! Sequences that begin alike, in one row.

use burn::tensor::{DType, Device, Tensor, TensorData};

use super::attention::MASKED;
use super::{Config, Sequence};

/// Where a sequence's tokens are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub row: usize,
    /// Tokens at the row's beginning that all of its sequences share.
    pub shared: usize,
    /// Where in the row the sequence's own tokens begin.
    pub start: usize,
    /// How many those are.
    pub own: usize,
}

/// What sequences begin with, all of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shared {
    pub tokens: usize,
    /// Pictures in them, whole.
    pub pictures: usize,
}

impl Shared {
    /// The longest beginning in which tokens and pictures are the same; nothing for a sequence alone.
    pub fn of(sequences: &[Sequence], config: &Config) -> Self {
        let Some((first, others)) = sequences.split_first() else { return Self::default() };
        others.iter().map(|other| Self::of_two(first, other, config)).min().unwrap_or_default()
    }

    fn of_two(a: &Sequence, b: &Sequence, config: &Config) -> Self {
        let mut shared = Self::default();
        let mut pictures = a.images.iter().zip(&b.images);
        while let (Some(id), Some(other)) = (a.ids.get(shared.tokens), b.ids.get(shared.tokens))
            && id == other
        {
            if *id != config.image_token_id {
                shared.tokens += 1;
                continue;
            }
            let Some((picture, _)) = pictures.next().filter(|(a, b)| a == b) else { break };
            let end = shared.tokens + picture.grid.merged_tokens(config.vision.spatial_merge_size);
            if a.ids.get(shared.tokens..end).is_none_or(|ids| b.ids.get(shared.tokens..end) != Some(ids)) {
                break;
            }
            shared = Self { tokens: end.max(shared.tokens + 1), pictures: shared.pictures + 1 };
        }
        shared
    }

    /// Tokens of a row of these sequences.
    pub fn row_length(&self, sequences: &[Sequence]) -> usize {
        self.tokens + sequences.iter().map(|sequence| sequence.ids.len() - self.tokens).sum::<usize>()
    }
}

/// `[rows, 1, length, length]`: each token sees what is before it of its sequence.
pub(super) fn branching_mask(
    places: &[Place],
    [rows, length]: [usize; 2],
    dtype: DType,
    device: &Device,
) -> Tensor<4> {
    let mut mask = vec![MASKED; rows * length * length];
    // Beginnings and padding: all before.
    for (at, seen) in mask.chunks_exact_mut(length).enumerate() {
        seen[..at % length + 1].fill(0.0);
    }
    for place in places {
        let first = place.row * length + place.start;
        for seen in mask[first * length..].chunks_exact_mut(length).take(place.own) {
            seen[place.shared..place.start].fill(MASKED);
        }
    }
    Tensor::from_data(TensorData::new(mask, [rows, 1, length, length]), (device, dtype))
}
