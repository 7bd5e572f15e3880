//! Why sequences cannot be batched.

use super::{Grid, PositionError};

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
