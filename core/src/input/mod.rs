//! From pictures and words to what the model eats: resizing, patches, tokenizer, chat template.

mod chat_template;
mod decode;
mod error;
mod image_tokens;
mod patches;
mod processor_config;
mod resample;
mod smart_resize;
mod stream_decoder;
mod tokenizer;

pub use chat_template::{ChatTemplate, Content, Message};
pub use decode::decode_image;
pub use error::InputError;
pub use image_tokens::expand_image_tokens;
pub use patches::{ImageProcessor, Patches};
pub use processor_config::ProcessorConfig;
pub use resample::resize_bicubic;
pub use smart_resize::smart_resize;
pub use stream_decoder::StreamDecoder;
pub use tokenizer::{SPECIAL_TOKENS, Tokenizer};
