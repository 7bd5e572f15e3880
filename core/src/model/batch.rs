//! Sequences with pictures, padded into one batch for training.

use burn::tensor::TensorData;

use super::{Config, Grid, PositionError, positions};
use crate::input::Patches;

/// One training sequence: token ids and the pictures their image tokens stand for, in order.
#[derive(Debug, Clone)]
pub struct Sequence<'a> {
    /// Token ids, image tokens already expanded.
    pub ids: &'a [u32],
    /// Pictures in reading order. A picture that several sequences share by reference is encoded once.
    pub images: Vec<&'a Patches>,
}

/// Right-padded sequences. Padding needs no mask: a causal model never looks to the right.
#[derive(Debug, Clone)]
pub struct Batch {
    ids: Vec<u32>,
    rows: usize,
    length: usize,
    positions: Vec<Vec<[u32; 3]>>,
    pixels: Vec<f32>,
    patch_values: usize,
    grids: Vec<Grid>,
    /// For every token, the merged image token that replaces its embedding.
    image_rows: Vec<Option<usize>>,
}

/// Why sequences cannot be batched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// No sequences, or only empty ones.
    #[error("the batch is empty: give at least one sequence with one token")]
    Empty,
    /// Image tokens and pictures disagree.
    #[error("sequence {row}: {source}")]
    Positions {
        /// Index of the sequence.
        row: usize,
        /// What disagrees.
        source: PositionError,
    },
    /// A token outside the vocabulary.
    #[error("sequence {row}: token id {id} is not below the vocabulary size {vocab}")]
    Vocabulary {
        /// Index of the sequence.
        row: usize,
        /// The id.
        id: u32,
        /// Size of the vocabulary.
        vocab: usize,
    },
    /// A picture whose patches do not form whole tokens.
    #[error("sequence {row}: a picture of {grid} patches cannot be cut into squares of {merge} x {merge}")]
    Grid {
        /// Index of the sequence.
        row: usize,
        /// The picture's grid.
        grid: Grid,
        /// Side of the squares.
        merge: usize,
    },
    /// A picture whose pixels do not fit its grid or the model's patches.
    #[error("sequence {row}: a picture has {found} values, its grid needs {expected}")]
    Pixels {
        /// Index of the sequence.
        row: usize,
        /// Values the grid calls for.
        expected: usize,
        /// Values there.
        found: usize,
    },
}

impl Batch {
    /// Pads `sequences` to the longest with `pad`, which may be any token of the vocabulary.
    pub fn new(sequences: &[Sequence], pad: u32, config: &Config) -> Result<Batch, BatchError> {
        let length = sequences.iter().map(|s| s.ids.len()).max().unwrap_or(0);
        if length == 0 {
            return Err(BatchError::Empty);
        }
        let merge = config.vision.spatial_merge_size;
        let mut batch = Batch {
            ids: Vec::with_capacity(sequences.len() * length),
            rows: sequences.len(),
            length,
            positions: Vec::with_capacity(sequences.len()),
            pixels: Vec::new(),
            patch_values: config.vision.patch_values(),
            grids: Vec::new(),
            image_rows: Vec::with_capacity(sequences.len() * length),
        };
        // Pictures already taken, and the first merged token of each.
        let mut taken: Vec<(&Patches, usize)> = Vec::new();
        let mut merged = 0;
        for (row, sequence) in sequences.iter().enumerate() {
            if let Some(id) =
                sequence.ids.iter().chain([&pad]).find(|id| **id as usize >= config.text.vocab_size)
            {
                return Err(BatchError::Vocabulary { row, id: *id, vocab: config.text.vocab_size });
            }
            if let Some(image) = sequence.images.iter().find(|image| !image.grid.divides_into(merge)) {
                return Err(BatchError::Grid { row, grid: image.grid, merge });
            }
            let grids: Vec<Grid> = sequence.images.iter().map(|image| image.grid).collect();
            let mut places = positions(sequence.ids, &grids, config)
                .map_err(|source| BatchError::Positions { row, source })?;
            places.resize(length, [0; 3]);
            batch.positions.push(places);

            let mut image_rows = Vec::new();
            for image in &sequence.images {
                let start = match taken.iter().find(|(known, _)| std::ptr::eq(*known, *image)) {
                    Some((_, start)) => *start,
                    None => {
                        let expected = image.grid.patches() * batch.patch_values;
                        if image.pixels.len() != expected {
                            return Err(BatchError::Pixels { row, expected, found: image.pixels.len() });
                        }
                        batch.pixels.extend_from_slice(&image.pixels);
                        batch.grids.push(image.grid);
                        taken.push((*image, merged));
                        merged += image.grid.merged_tokens(merge);
                        merged - image.grid.merged_tokens(merge)
                    }
                };
                image_rows.extend(start..start + image.grid.merged_tokens(merge));
            }
            let mut image_rows = image_rows.into_iter();
            batch.image_rows.extend(
                sequence
                    .ids
                    .iter()
                    .map(|id| if *id == config.image_token_id { image_rows.next() } else { None }),
            );
            batch.ids.extend_from_slice(sequence.ids);
            batch.ids.resize((row + 1) * length, pad);
            batch.image_rows.resize((row + 1) * length, None);
        }
        Ok(batch)
    }

    /// Sequences.
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
