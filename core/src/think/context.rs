//! The one place where a conversation becomes tokens and patches: the loop, supervised training and RL all use it,
//! so that none of them sees other tokens than the others.

use image::RgbImage;

use super::{Content, PolicyError};
use crate::checkpoint::Loaded;
use crate::input::{ChatTemplate, ImageProcessor, Message, Patches, Tokenizer};

/// All that turns words and pictures into what a model reads; needs no weights.
#[derive(Debug, Clone)]
pub struct Preparation {
    /// Words to tokens.
    pub tokenizer: Tokenizer,
    /// Pictures to patches.
    pub processor: ImageProcessor,
    /// Messages to a prompt.
    pub template: ChatTemplate,
}

impl From<&Loaded> for Preparation {
    fn from(loaded: &Loaded) -> Self {
        Self {
            tokenizer: loaded.tokenizer.clone(),
            processor: ImageProcessor::new(loaded.processor.clone()),
            template: loaded.template.clone(),
        }
    }
}

/// A stretch of context.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Token ids.
    Tokens(Vec<u32>),
    /// A picture; stands for `<|vision_start|>`, its image pads and `<|vision_end|>`.
    Image(Patches),
}

/// What an image part of a rendered template looks like.
const IMAGE_MARK: &str = "<|vision_start|><|image_pad|><|vision_end|>";

/// The prompt of a conversation.
///
/// # Errors
/// If the template cannot be rendered, an image has an impossible shape, or the numbers of images differ.
pub fn encode_prompt(
    with: &Preparation,
    messages: &[Message],
    images: &[RgbImage],
) -> Result<Vec<Piece>, PolicyError> {
    let text = with.template.render(messages, true).map_err(|e| PolicyError(e.to_string()))?;
    let texts: Vec<&str> = text.split(IMAGE_MARK).collect();
    if texts.len() != images.len() + 1 {
        return Err(PolicyError(format!(
            "chat template: {} image places for {} images",
            texts.len() - 1,
            images.len()
        )));
    }
    let mut content = vec![];
    for (i, text) in texts.into_iter().enumerate() {
        content.push(Content::Text(text.to_owned()));
        content.extend(images.get(i).cloned().map(Content::Image));
    }
    encode_content(with, &content)
}

/// Text and images in order.
///
/// # Errors
/// If a text cannot be tokenised or an image has an impossible shape.
pub fn encode_content(with: &Preparation, content: &[Content]) -> Result<Vec<Piece>, PolicyError> {
    content
        .iter()
        .map(|part| match part {
            Content::Text(text) => {
                with.tokenizer.encode(text).map(Piece::Tokens).map_err(|e| PolicyError(e.to_string()))
            }
            Content::Image(image) => {
                with.processor.patches(image).map(Piece::Image).map_err(|e| PolicyError(e.to_string()))
            }
        })
        .collect()
}

impl Piece {
    /// The ids of this piece, an image written out as its pads between vision start and end.
    pub fn ids(&self, with: &Preparation) -> Vec<u32> {
        match self {
            Piece::Tokens(ids) => ids.clone(),
            Piece::Image(patches) => {
                let Tokenizer { vision_start, vision_end, image_pad, .. } = with.tokenizer;
                let merge = with.processor.config().merge_size;
                let pads = std::iter::repeat_n(image_pad, patches.grid.merged_tokens(merge));
                std::iter::once(vision_start).chain(pads).chain([vision_end]).collect()
            }
        }
    }
}
