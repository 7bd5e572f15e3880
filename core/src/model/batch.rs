//! Sequences with pictures, padded into one batch for training.

use burn::tensor::{DType, Device, Tensor, TensorData};

use super::attention::causal_mask;
use super::branches::{Place, Shared, branching_mask};
use super::{BatchError, Config, Grid, positions};
use crate::input::Patches;

/// One training sequence: token ids and the pictures their image tokens stand for, in order.
#[derive(Debug, Clone)]
pub struct Sequence<'a> {
    /// Token ids, image tokens already expanded.
    pub ids: &'a [u32],
    /// Pictures in reading order. A picture that several sequences share by reference is encoded once.
    pub images: Vec<&'a Patches>,
}

/// Right-padded rows of sequences. Padding needs no mask: a causal model never looks to the right.
///
/// A row is one sequence, or several that begin alike, as the rollouts of a problem do: their common beginning stands there
/// once, behind it what each goes on with. Each branch sees the beginning and itself, at the positions that it has
/// alone, so its hidden states are those that it has alone.
#[derive(Debug, Clone)]
pub struct Batch {
    ids: Vec<u32>,
    rows: usize,
    length: usize,
    positions: Vec<Vec<[u32; 3]>>,
    /// Where every sequence's tokens are, in the order given.
    places: Vec<Place>,
    /// Whether a row has several sequences.
    branching: bool,
    pixels: Vec<f32>,
    patch_values: usize,
    grids: Vec<Grid>,
    /// For every token, the merged image token that replaces its embedding.
    image_rows: Vec<Option<usize>>,
}

impl Batch {
    /// Pads `sequences`, a row each, to the longest with `pad`, which may be any token of the vocabulary.
    pub fn new(sequences: &[Sequence], pad: u32, config: &Config) -> Result<Batch, BatchError> {
        Self::branching(&sequences.chunks(1).collect::<Vec<_>>(), pad, config)
    }

    /// Pads rows of sequences that begin alike to the longest row with `pad`. What they have in common is found here; if it is
    /// nothing, they only lie in one row.
    pub fn branching(rows: &[&[Sequence]], pad: u32, config: &Config) -> Result<Batch, BatchError> {
        for (row, sequence) in rows.iter().copied().flatten().enumerate() {
            check(row, sequence, pad, config)?;
        }
        let shared: Vec<Shared> = rows.iter().map(|row| Shared::of(row, config)).collect();
        let length = rows.iter().zip(&shared).map(|(row, shared)| shared.row_length(row)).max();
        let length = length.filter(|length| *length > 0).ok_or(BatchError::Empty)?;
        let mut batch = Batch {
            ids: Vec::with_capacity(rows.len() * length),
            rows: rows.len(),
            length,
            positions: Vec::with_capacity(rows.len()),
            places: Vec::new(),
            branching: rows.iter().any(|row| row.len() > 1),
            pixels: Vec::new(),
            patch_values: config.vision.patch_values(),
            grids: Vec::new(),
            image_rows: Vec::with_capacity(rows.len() * length),
        };
        let mut pictures = Pictures { taken: Vec::new(), tokens: 0, merge: config.vision.spatial_merge_size };
        for (row, (sequences, shared)) in rows.iter().zip(shared).enumerate() {
            let mut row_positions = Vec::with_capacity(length);
            for (index, sequence) in sequences.iter().enumerate() {
                // The first one brings what they share.
                let Shared { tokens, pictures: skipped } =
                    if index == 0 { Shared::default() } else { shared };
                let grids: Vec<Grid> = sequence.images.iter().map(|image| image.grid).collect();
                let sequence_positions = positions(sequence.ids, &grids, config)
                    .map_err(|source| BatchError::Positions { row: batch.places.len(), source })?;
                batch.places.push(Place {
                    row,
                    shared: shared.tokens,
                    start: if index == 0 { shared.tokens } else { row_positions.len() },
                    own: sequence.ids.len() - shared.tokens,
                });
                row_positions.extend_from_slice(&sequence_positions[tokens..]);
                let mut images = sequence.images[skipped..].iter().flat_map(|image| pictures.take(image));
                let ids = &sequence.ids[tokens..];
                batch.image_rows.extend(
                    ids.iter().map(|id| if *id == config.image_token_id { images.next() } else { None }),
                );
                batch.ids.extend_from_slice(ids);
            }
            row_positions.resize(length, [0; 3]);
            batch.positions.push(row_positions);
            batch.ids.resize((row + 1) * length, pad);
            batch.image_rows.resize((row + 1) * length, None);
        }
        for picture in pictures.taken.iter().map(|(picture, _)| picture) {
            batch.pixels.extend_from_slice(&picture.pixels);
            batch.grids.push(picture.grid);
        }
        Ok(batch)
    }

    /// Index in the flattened `[rows * length]` of token `at` of a sequence, counted in the order given.
    ///
    /// # Panics
    /// If there is no such token.
    pub fn place(&self, sequence: usize, at: usize) -> usize {
        let place = self.places[sequence];
        assert!(at < place.shared + place.own, "sequence {sequence} has no token {at}");
        place.row * self.length + if at < place.shared { at } else { place.start + at - place.shared }
    }

    /// Which tokens each one sees.
    pub(super) fn mask(&self, dtype: DType, device: &Device) -> Option<Tensor<4>> {
        if self.branching {
            Some(branching_mask(&self.places, [self.rows, self.length], dtype, device))
        } else {
            causal_mask(self.length, 0, &[], dtype, device)
        }
    }

    /// Rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Tokens in each, padding included.
    pub fn length(&self) -> usize {
        self.length
    }

    /// Token ids, row after row.
    pub fn ids(&self) -> &[u32] {
        &self.ids
    }

    /// Positions of each row's tokens.
    pub fn positions(&self) -> &[Vec<[u32; 3]>] {
        &self.positions
    }

    /// The distinct pictures' grids.
    pub fn grids(&self) -> &[Grid] {
        &self.grids
    }

    pub(super) fn ids_data(&self) -> TensorData {
        let ids: Vec<i32> = self.ids.iter().map(|id| *id as i32).collect();
        TensorData::new(ids, [self.rows, self.length])
    }

    pub(super) fn pixels_data(&self) -> TensorData {
        TensorData::new(self.pixels.clone(), [self.pixels.len() / self.patch_values, self.patch_values])
    }

    /// Rows of `[token embeddings; image tokens]` that make up the embeddings.
    pub(super) fn embedding_rows(&self) -> impl Iterator<Item = usize> {
        let tokens = self.ids.len();
        self.image_rows.iter().enumerate().map(move |(at, image)| image.map_or(at, |row| tokens + row))
    }
}

/// The distinct pictures of a batch.
struct Pictures<'a> {
    /// Each with its first merged token.
    taken: Vec<(&'a Patches, usize)>,
    /// Merged tokens of all.
    tokens: usize,
    merge: usize,
}

impl<'a> Pictures<'a> {
    /// The merged tokens of a picture, which is taken up unless it has been.
    fn take(&mut self, image: &'a Patches) -> std::ops::Range<usize> {
        let count = image.grid.merged_tokens(self.merge);
        let known = self.taken.iter().find(|(known, _)| std::ptr::eq(*known, image));
        let start = known.map_or(self.tokens, |(_, start)| *start);
        if known.is_none() {
            self.taken.push((image, start));
            self.tokens += count;
        }
        start..start + count
    }
}

fn check(row: usize, sequence: &Sequence, pad: u32, config: &Config) -> Result<(), BatchError> {
    let (vocab, merge) = (config.text.vocab_size, config.vision.spatial_merge_size);
    if let Some(id) = sequence.ids.iter().chain([&pad]).find(|id| **id as usize >= vocab) {
        return Err(BatchError::Vocabulary { row, id: *id, vocab });
    }
    for image in &sequence.images {
        if !image.grid.divides_into(merge) {
            return Err(BatchError::Grid { row, grid: image.grid, merge });
        }
        let (expected, found) = (image.grid.patches() * config.vision.patch_values(), image.pixels.len());
        if found != expected {
            return Err(BatchError::Pixels { row, expected, found });
        }
    }
    Ok(())
}
