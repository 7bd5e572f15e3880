//! Text to token ids and back.

use super::{InputError, StreamDecoder};

/// Special tokens every conversation needs; a tokenizer without one of them is refused.
pub const SPECIAL_TOKENS: [&str; 5] =
    ["<|im_start|>", "<|im_end|>", "<|vision_start|>", "<|vision_end|>", "<|image_pad|>"];

/// A `tokenizer.json` whose special tokens are known to be there.
#[derive(Debug, Clone)]
pub struct Tokenizer {
    inner: tokenizers::Tokenizer,
    /// `<|im_start|>`: opens a turn.
    pub im_start: u32,
    /// `<|im_end|>`: closes a turn.
    pub im_end: u32,
    /// `<|vision_start|>`: opens an image.
    pub vision_start: u32,
    /// `<|vision_end|>`: closes an image.
    pub vision_end: u32,
    /// `<|image_pad|>`: stands for one merged image token.
    pub image_pad: u32,
}

impl Tokenizer {
    /// Reads a `tokenizer.json`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, InputError> {
        let inner =
            tokenizers::Tokenizer::from_bytes(bytes).map_err(|e| InputError::Tokenizer(e.to_string()))?;
        let special = |token: &str| {
            let id = inner.token_to_id(token).ok_or_else(|| InputError::MissingToken(token.into()))?;
            // A token that plain text splits would be spelled out letter by letter.
            match inner.encode_fast(token, false) {
                Ok(encoding) if encoding.get_ids() == [id] => Ok(id),
                _ => Err(InputError::MissingToken(token.into())),
            }
        };
        let [im_start, im_end, vision_start, vision_end, image_pad] = {
            let mut ids = [0; 5];
            for (id, token) in ids.iter_mut().zip(SPECIAL_TOKENS) {
                *id = special(token)?;
            }
            ids
        };
        Ok(Tokenizer { inner, im_start, im_end, vision_start, vision_end, image_pad })
    }

    /// The `tokenizer.json` this tokenizer came from, without its white space.
    pub fn to_json(&self) -> Result<String, InputError> {
        self.inner.to_string(false).map_err(|e| InputError::Tokenizer(e.to_string()))
    }

    /// Token ids of `text`; special tokens written in it become special tokens, none are added. Text
    /// of strangers goes through [`neutral`](crate::think::neutral) first.
    pub fn encode(&self, text: &str) -> Result<Vec<u32>, InputError> {
        let encoding = self.inner.encode_fast(text, false).map_err(|e| InputError::Encode(e.to_string()))?;
        Ok(encoding.get_ids().to_vec())
    }

    /// Text of `ids`, special tokens included; ids outside the vocabulary give nothing.
    pub fn decode(&self, ids: &[u32]) -> String {
        // Decoding fails only for decoders that refuse a token sequence; byte-level ones never do.
        self.inner.decode(ids, false).unwrap_or_default()
    }

    /// Decodes a stream of tokens piece by piece.
    pub fn stream(&self) -> StreamDecoder<'_> {
        StreamDecoder::new(self)
    }

    /// The id of a token by its exact text.
    pub fn token_id(&self, token: &str) -> Option<u32> {
        self.inner.token_to_id(token)
    }

    /// Tokens, added ones included.
    pub fn vocab_size(&self) -> usize {
        self.inner.get_vocab_size(true)
    }
}
