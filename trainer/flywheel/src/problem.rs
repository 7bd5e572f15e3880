//! A problem with everything that its creator knows about it.

use anyhow::{Context, Result};
use image::RgbImage;
use serde::{Deserialize, Serialize};
use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::Element;

/// One problem: question and picture, the trajectory that solves it, and what a judge compares with.
#[derive(Debug, Clone)]
pub struct Problem {
    /// `family-seed-index`, unique within a seed.
    pub id: String,
    /// What is asked of the model.
    pub task: Task,
    /// Name of the family that made it.
    pub family: String,
    /// A domain of the knowledge tree, or a topic of the mini's curriculum.
    pub domain: String,
    /// Difficulty within the family: 1 (a single object), 2, 3.
    pub level: u8,
    /// The question, without its choices.
    pub question: String,
    /// Answers to choose from, lettered from A; none if the answer is to be filled in.
    pub choices: Vec<String>,
    /// The picture as PNG, its sides multiples of 20 pixels.
    pub image: Vec<u8>,
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
    /// Python that draws the picture.
    pub original_img_code: String,
    /// What the picture shows, with its exact places.
    pub elements: Vec<Element>,
    /// What the model should write.
    pub trajectory: Vec<Segment>,
    /// The answer of a reasoning problem; drawing tasks have none.
    pub answer: Option<String>,
    /// What the drawing must show.
    pub marks: Vec<Mark>,
    /// What the question calls the marks, in their order; none if it gives them no names.
    pub mark_names: Vec<String>,
    /// The picture after the last code block, as PNG.
    pub edited_image: Vec<u8>,
    /// Principles of the knowledge tree that the solution needs.
    pub knowledge: Vec<String>,
    /// Visual tools that the solution uses.
    pub tools: Vec<String>,
}

/// A piece of what the model writes; the sandbox speaks after each `Code`.
///
/// Texts are exact, with their `<think>` and `<answer>` tags and the line break before a code block, so that
/// joining the pieces gives the model's turn. `Code` is bare Python: whoever renders it adds the `<code>` tags and
/// the fence. Drawing tasks are `[Code]`, reasoning is `[Text, Code, Text]`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Segment {
    /// Text of the model.
    Text(String),
    /// Python of the model.
    Code(String),
}

/// The letter of a choice: A for the first.
pub fn letter(place: usize) -> char {
    char::from(b'A' + (place % 26) as u8)
}

impl Problem {
    /// The question with its choices, as the model reads it.
    pub fn prompt(&self) -> String {
        let mut text = self.question.clone();
        for (place, choice) in self.choices.iter().enumerate() {
            text.push_str(&format!("\n{}. {choice}", letter(place)));
        }
        text
    }

    /// The picture's pixels.
    pub fn image(&self) -> Result<RgbImage> {
        pixels(&self.image).with_context(|| format!("picture of problem {}", self.id))
    }

    /// The edited picture's pixels.
    pub fn edited_image(&self) -> Result<RgbImage> {
        pixels(&self.edited_image).with_context(|| format!("edited picture of problem {}", self.id))
    }

    /// The first code block.
    pub fn tool_code(&self) -> &str {
        self.trajectory
            .iter()
            .find_map(|segment| match segment {
                Segment::Code(source) => Some(source.as_str()),
                _ => None,
            })
            .unwrap_or_default()
    }

    /// The whole trajectory as one text, code in its tags and the sandbox's image as `<image>`.
    pub fn cot_with_code(&self) -> String {
        let mut text = String::new();
        for segment in &self.trajectory {
            match segment {
                Segment::Text(piece) => text.push_str(piece),
                Segment::Code(source) => text.push_str(&format!(
                    "<code>\n```python\n{source}\n```\n</code>\n<sandbox_output>\n<image>\n</sandbox_output>\n"
                )),
            }
        }
        text.trim_end().to_owned()
    }

    /// A hash of question and picture: problems with equal hashes are the same to a model. FNV-1a, so it is the
    /// same on every machine and in every version.
    pub fn content_hash(&self) -> u64 {
        self.prompt()
            .bytes()
            .chain([0])
            .chain(self.image.iter().copied())
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    }
}

fn pixels(png: &[u8]) -> Result<RgbImage> {
    let image = image::load_from_memory_with_format(png, image::ImageFormat::Png)?;
    Ok(image.into_rgb8())
}
