//! Who writes: a model here, a model elsewhere, or a recorded trace.

use std::ops::ControlFlow;

use image::RgbImage;

use super::Event;
use crate::input::Message;

/// A piece of context given to the model.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Text, tokenised as one piece.
    Text(String),
    /// A picture, which becomes vision tokens.
    Image(RgbImage),
}

/// One token that the policy wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Vocabulary id.
    pub id: u32,
    /// Text this token completes; empty while a character is still incomplete.
    pub text: String,
}

/// Why the policy stopped writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// A stop string is complete; it is kept in the text.
    String,
    /// The model ended its turn.
    EndOfTurn,
    /// The token limit or the context is used up.
    Length,
    /// The tail repeats itself.
    Repetition,
    /// The listener asked to stop.
    Listener,
}

/// What a policy could not do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct PolicyError(pub String);

/// Writes the model's side of a conversation.
#[allow(async_fn_in_trait)] // single-threaded by design: the browser's futures are not `Send`
pub trait Policy {
    /// The picture resized to the grid that the policy sees; the sandbox opens this same picture.
    ///
    /// # Errors
    /// If the picture's shape is out of bounds.
    fn canvas(&self, image: &RgbImage) -> Result<RgbImage, PolicyError>;

    /// Begins a conversation. `images` are in the order of the image parts of `messages`.
    ///
    /// # Errors
    /// If the prompt cannot be rendered or does not fit the context.
    async fn begin(&mut self, messages: &[Message], images: &[RgbImage]) -> Result<(), PolicyError>;

    /// Adds to the assistant's turn what the sandbox gave.
    ///
    /// # Errors
    /// If an image cannot be processed or the context is full.
    async fn append(&mut self, content: &[Content]) -> Result<(), PolicyError>;

    /// Writes until a stop string, the end of the turn or `max_new_tokens`.
    ///
    /// # Errors
    /// If the model fails.
    async fn write<L: Listener>(
        &mut self,
        stops: &[&str],
        max_new_tokens: usize,
        listener: &mut L,
    ) -> Result<Stop, PolicyError>;
}

/// Hears what happens, as it happens, and may stop it.
#[allow(async_fn_in_trait)]
pub trait Listener {
    /// One event. `Break` stops the conversation at the next token.
    async fn hear(&mut self, event: Event) -> ControlFlow<()>;
}

/// Collects events.
impl Listener for Vec<Event> {
    async fn hear(&mut self, event: Event) -> ControlFlow<()> {
        self.push(event);
        ControlFlow::Continue(())
    }
}
