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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Patches;
    use crate::model::{Batch, Grid};

    fn config() -> Config {
        Config::from_json(include_str!("../../../www/public/models/mini/config.json")).unwrap()
    }

    /// A picture of one merged token.
    fn picture(config: &Config, shade: f32) -> Patches {
        let grid = Grid::image(2, 2);
        Patches { grid, pixels: vec![shade; grid.patches() * config.vision.patch_values()] }
    }

    #[test]
    fn sequences_share_tokens_and_pictures_up_to_the_first_that_differs() {
        let config = config();
        let image = config.image_token_id;
        let (white, black) = (picture(&config, 1.0), picture(&config, 0.0));
        // An equal picture that is not the same object.
        let also_white = white.clone();
        let a = Sequence { ids: &[9, image, 10, 11, image, 12], images: vec![&white, &white] };
        let others = [
            (Sequence { ids: a.ids, images: vec![&also_white, &white] }, (6, 2)),
            (Sequence { ids: a.ids, images: vec![&white, &black] }, (4, 1)),
            (Sequence { ids: a.ids, images: vec![&black, &white] }, (1, 0)),
            (Sequence { ids: &[9, image, 10, 13], images: vec![&white] }, (3, 1)),
            (Sequence { ids: &[9, image, 10], images: vec![&white] }, (3, 1)),
            (Sequence { ids: &[10, 9], images: vec![] }, (0, 0)),
        ];
        for (other, (tokens, pictures)) in others {
            let shared = Shared { tokens, pictures };
            assert_eq!(Shared::of(&[a.clone(), other.clone()], &config), shared);
            assert_eq!(Shared::of(&[other, a.clone()], &config), shared);
        }
        assert_eq!(Shared::of(&[a], &config), Shared::default());
    }

    #[test]
    fn each_sequence_keeps_its_tokens_positions_and_sight() {
        let config = config();
        let image = config.image_token_id;
        let picture = picture(&config, 0.5);
        let sequences = [
            Sequence { ids: &[9, image, 10, 11, 12], images: vec![&picture] },
            Sequence { ids: &[9, image, 13], images: vec![&picture] },
            Sequence { ids: &[9, image], images: vec![&picture] },
            Sequence { ids: &[9, image, 10, 10, image, 14], images: vec![&picture, &picture] },
        ];
        let alone = Batch::new(&sequences, 0, &config).unwrap();
        let batch = Batch::branching(&[&sequences[..2], &sequences[2..]], 0, &config).unwrap();
        assert_eq!((batch.rows(), batch.length()), (2, 6));
        let mask = batch.mask(DType::F32, &Device::flex()).unwrap().into_data();
        let mask = mask.as_slice::<f32>().unwrap();
        for (index, sequence) in sequences.iter().enumerate() {
            let places: Vec<usize> = (0..sequence.ids.len()).map(|at| batch.place(index, at)).collect();
            for (at, place) in places.iter().enumerate() {
                let (row, column) = (place / 6, place % 6);
                assert_eq!(batch.ids()[*place], sequence.ids[at]);
                assert_eq!(batch.positions()[row][column], alone.positions()[index][at]);
                let seen: Vec<usize> =
                    (0..6).filter(|key| mask[place * 6 + key] == 0.0).map(|key| row * 6 + key).collect();
                assert_eq!(seen, places[..=at], "token {at} of sequence {index}");
            }
        }
    }
}
