//! Multimodal rotary positions: where each token stands in time, height and width.

use super::{Config, Grid};

/// Why token ids and pictures do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PositionError {
    /// There are image tokens but no picture is left for them.
    #[error("token {at} is an image token but only {images} picture(s) were given")]
    MissingImage {
        /// Index of the token.
        at: usize,
        /// Pictures given.
        images: usize,
    },
    /// A run of image tokens does not have the picture's length.
    #[error("picture {image} needs {expected} image tokens from token {at} on, found {found}")]
    WrongLength {
        /// Index of the picture.
        image: usize,
        /// Index of its first token.
        at: usize,
        /// Tokens its grid calls for.
        expected: usize,
        /// Image tokens there.
        found: usize,
    },
    /// Pictures without image tokens.
    #[error("{given} picture(s) were given but the tokens hold only {used}")]
    UnusedImages {
        /// Pictures given.
        given: usize,
        /// Pictures that have tokens.
        used: usize,
    },
}

/// Positions of a growing token sequence. In text the three axes advance together; a picture at
/// position `p` has time `p`, height `p + row`, width `p + column`, and the text after it goes on at
/// `p` plus the longer side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positions {
    tokens: Vec<[u32; 3]>,
    next: u32,
}

impl Positions {
    /// No tokens yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `count` text tokens.
    pub fn extend_text(&mut self, count: usize) {
        for _ in 0..count {
            self.tokens.push([self.next; 3]);
            self.next += 1;
        }
    }

    /// Adds the merged tokens of one picture.
    pub fn extend_image(&mut self, grid: Grid, merge: usize) {
        let (rows, columns) = (grid.h / merge, grid.w / merge);
        let p = self.next;
        for t in 0..grid.t as u32 {
            for row in 0..rows as u32 {
                self.tokens.extend((0..columns as u32).map(|column| [p + t, p + row, p + column]));
            }
        }
        self.next += rows.max(columns) as u32;
    }

    /// The position the next text token will have on all three axes.
    pub fn next(&self) -> u32 {
        self.next
    }

    /// Tokens so far.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are no tokens.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The (time, height, width) positions so far.
    pub fn as_slice(&self) -> &[[u32; 3]] {
        &self.tokens
    }

    /// The positions, given up.
    pub fn into_vec(self) -> Vec<[u32; 3]> {
        self.tokens
    }

    /// The positions of a whole sequence whose image tokens belong to `grids`, in order.
    pub fn of(ids: &[u32], grids: &[Grid], config: &Config) -> Result<Positions, PositionError> {
        let merge = config.vision.spatial_merge_size;
        let image = config.image_token_id;
        let mut positions = Positions::new();
        let mut remaining = grids.iter();
        let mut at = 0;
        while let Some(&id) = ids.get(at) {
            if id != image {
                positions.extend_text(1);
                at += 1;
                continue;
            }
            let index = grids.len() - remaining.len();
            let Some(grid) = remaining.next() else {
                return Err(PositionError::MissingImage { at, images: grids.len() });
            };
            let expected = grid.merged_tokens(merge);
            let found = ids[at..].iter().take(expected).take_while(|id| **id == image).count();
            if found < expected || expected == 0 {
                return Err(PositionError::WrongLength { image: index, at, expected, found });
            }
            positions.extend_image(*grid, merge);
            at += expected;
        }
        if remaining.len() > 0 {
            return Err(PositionError::UnusedImages {
                given: grids.len(),
                used: grids.len() - remaining.len(),
            });
        }
        Ok(positions)
    }
}

/// The (time, height, width) position of every token of a sequence.
pub fn positions(ids: &[u32], grids: &[Grid], config: &Config) -> Result<Vec<[u32; 3]>, PositionError> {
    Positions::of(ids, grids, config).map(Positions::into_vec)
}
