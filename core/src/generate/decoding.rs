//! Who decodes a conversation.

use super::{GenerateError, Session};
use crate::input::Patches;

/// A conversation that grows token by token, whoever computes its logits: a [`Session`] does by
/// itself, others let many be computed in one pass.
#[allow(async_fn_in_trait)] // single-threaded by design: the browser's futures are not `Send`
pub trait Decoding {
    /// Begins anew with an empty conversation.
    fn restart(&mut self);

    /// All tokens pushed, images as their placeholders.
    fn ids(&self) -> &[u32];

    /// Tokens that still fit.
    fn room(&self) -> usize;

    /// Adds text tokens.
    ///
    /// # Errors
    /// If one is outside the vocabulary, or they do not fit the context.
    fn push_tokens(&mut self, ids: &[u32]) -> Result<(), GenerateError>;

    /// Adds an image with the tokens that open and close it.
    ///
    /// # Errors
    /// If its patches do not form whole tokens, or they do not fit the context.
    fn push_image(&mut self, patches: Patches) -> Result<(), GenerateError>;

    /// Logits of the next token.
    ///
    /// # Errors
    /// If the conversation is empty or the device fails.
    async fn next_logits(&mut self) -> Result<Vec<f32>, GenerateError>;
}

impl Decoding for Session<'_> {
    fn restart(&mut self) {
        self.restart();
    }

    fn ids(&self) -> &[u32] {
        self.ids()
    }

    fn room(&self) -> usize {
        self.room()
    }

    fn push_tokens(&mut self, ids: &[u32]) -> Result<(), GenerateError> {
        self.push_tokens(ids)
    }

    fn push_image(&mut self, patches: Patches) -> Result<(), GenerateError> {
        self.push_image(patches)
    }

    async fn next_logits(&mut self) -> Result<Vec<f32>, GenerateError> {
        self.next_logits().await
    }
}
