//! Text from a growing sequence of tokens.

use super::Tokenizer;

/// A character has at most four bytes, so at most four tokens; a longer run is no character.
const MAX_HELD: usize = 8;

/// Gives the text each new token completes. A character spread over several tokens is held back until it
/// is whole.
#[derive(Debug, Clone)]
pub struct StreamDecoder<'a> {
    tokenizer: &'a Tokenizer,
    /// Tokens from the last place where the text was whole, preceded by the token before it: what a
    /// token decodes to can depend on its left neighbour.
    window: Vec<u32>,
    /// Tokens of the window whose text is given out.
    given: usize,
}

impl<'a> StreamDecoder<'a> {
    pub(super) fn new(tokenizer: &'a Tokenizer) -> Self {
        StreamDecoder { tokenizer, window: Vec::new(), given: 0 }
    }

    /// Takes a token and gives the text it completes, which may be empty.
    pub fn push(&mut self, id: u32) -> String {
        self.window.push(id);
        let known = self.tokenizer.decode(&self.window[..self.given]);
        let text = self.tokenizer.decode(&self.window);
        let held = self.window.len() - self.given;
        if held < MAX_HELD && (text.ends_with(char::REPLACEMENT_CHARACTER) || text.len() < known.len()) {
            return String::new();
        }
        self.window.drain(..self.given);
        self.given = self.window.len();
        text.get(known.len()..).unwrap_or_default().to_owned()
    }

    /// Text still held back: a character that never became whole, as replacement characters.
    pub fn finish(&mut self) -> String {
        let known = self.tokenizer.decode(&self.window[..self.given]);
        let text = self.tokenizer.decode(&self.window);
        self.window.clear();
        self.given = 0;
        text.get(known.len()..).unwrap_or_default().to_owned()
    }
}
