//! What can be wrong with a picture, a tokenizer or a template.

/// Input that cannot be used, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InputError {
    /// No bytes at all.
    #[error("the image is empty (0 bytes): choose a PNG, JPEG, WebP, GIF or BMP file")]
    EmptyImage,
    /// Bytes of no known image format.
    #[error("not an image this program reads: expected PNG, JPEG, WebP, GIF or BMP")]
    UnknownFormat,
    /// The format is known but the content is broken.
    #[error("the image cannot be decoded: {0}")]
    BrokenImage(String),
    /// More pixels than are worth decoding.
    #[error(
        "the image has {width} x {height} pixels, more than the {max_megapixels} megapixels allowed: shrink it first"
    )]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The limit.
        max_megapixels: u64,
    },
    /// One side is far longer than the other.
    #[error(
        "the image is {width} x {height} pixels: one side may be at most {max} times the other, crop it first"
    )]
    AspectRatio {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// The limit.
        max: u32,
    },
    /// A preprocessor configuration that cannot work.
    #[error("preprocessor_config.json: `{field}`: expected {expected}, found {found}")]
    ProcessorConfig {
        /// The field.
        field: String,
        /// What would be right.
        expected: String,
        /// What is there.
        found: String,
    },
    /// The tokenizer file cannot be read.
    #[error("tokenizer.json cannot be read: {0}")]
    Tokenizer(String),
    /// The tokenizer lacks a token the model's conversations need.
    #[error("tokenizer.json lacks the special token `{0}`: is this a Qwen2.5-VL tokenizer?")]
    MissingToken(String),
    /// Text that the tokenizer refuses.
    #[error("the text cannot be tokenized: {0}")]
    Encode(String),
    /// The chat template does not parse.
    #[error("the chat template cannot be read: {0}")]
    Template(String),
    /// The chat template fails on this conversation.
    #[error("the chat template fails on this conversation: {0}")]
    Render(String),
    /// Image placeholders and pictures do not match in number.
    #[error("the prompt has {placeholders} image placeholder(s) but {images} picture(s) were given")]
    ImageCount {
        /// Placeholders in the prompt.
        placeholders: usize,
        /// Pictures given.
        images: usize,
    },
}
