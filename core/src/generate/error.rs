//! What can go wrong in decoding.

use crate::model::Grid;

/// Why decoding cannot go on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum GenerateError {
    /// The conversation is longer than the context.
    #[error(
        "the conversation needs {needed} tokens, the context holds {limit}: shorten it or use smaller images"
    )]
    ContextLength {
        /// Tokens with what was to be added.
        needed: usize,
        /// Tokens that fit.
        limit: usize,
    },
    /// There is nothing to continue.
    #[error("the conversation is empty: push tokens or an image first")]
    Empty,
    /// A token outside the vocabulary.
    #[error("token id {id} is not below the vocabulary size {vocab}")]
    Vocabulary {
        /// The id.
        id: u32,
        /// Size of the vocabulary.
        vocab: usize,
    },
    /// A picture whose patches do not form whole tokens.
    #[error("an image of {grid} patches cannot be cut into squares of {merge} x {merge}")]
    Grid {
        /// The image's grid.
        grid: Grid,
        /// Side of the squares.
        merge: usize,
    },
    /// A picture whose values do not fit its grid.
    #[error("the image has {found} values, its grid needs {expected}")]
    Pixels {
        /// Values the grid calls for.
        expected: usize,
        /// Values there.
        found: usize,
    },
    /// Logits were asked for again.
    #[error("nothing was added to the conversation since its last logits: push tokens or an image first")]
    Unchanged,
    /// What was computed for a conversation lies in a batch, or lay there.
    #[error("the conversation is, or was, a row of a batch, which alone can go on with it")]
    OtherBatch,
    /// Image placeholders and pictures do not match in number.
    #[error("the prompt has {placeholders} image placeholder(s) but {images} picture(s) were given")]
    ImageCount {
        /// Placeholders in the prompt.
        placeholders: usize,
        /// Pictures given.
        images: usize,
    },
    /// The device failed.
    #[error("the device failed to give the logits: {0}")]
    Device(String),
}
