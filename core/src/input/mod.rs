//! From pictures and words to what the model eats: resizing, patches, tokenizer, chat template.

use crate::model::Grid;

/// One picture as the vision tower takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Patches {
    /// Normalised values, patch after patch: `[patches, channels * frames * side * side]`.
    pub pixels: Vec<f32>,
    /// How the patches lie.
    pub grid: Grid,
}
