//! What is asked of the model.

use image::RgbImage;
use vthinker_sandbox::Limits;

use super::Task;

/// One question about one picture.
#[derive(Debug, Clone)]
pub struct Request {
    /// The task, which sets prompt and iteration limit.
    pub task: Task,
    /// The question in plain words.
    pub question: String,
    /// The picture in any size; the policy resizes it once to the grid it sees, and the sandbox gets
    /// that same picture, so pixel coordinates in code are the model's own.
    pub image: RgbImage,
    /// Limits of each code block.
    pub limits: Limits,
    /// Tokens the model may write in all.
    pub max_new_tokens: usize,
    /// What it reads of its code's result.
    pub feedback: Feedback,
}

/// What the model reads of its code's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feedback {
    /// The images it saved, what it printed, and its error.
    #[default]
    Images,
    /// Only what it printed and its error: shows what seeing the drawing is worth.
    Text,
}

impl Request {
    /// A request with default limits: 1,024 new tokens.
    ///
    /// # Errors
    /// If the question is empty.
    pub fn new(task: Task, question: &str, image: RgbImage) -> Result<Self, RequestError> {
        let question = question.trim();
        if question.is_empty() {
            return Err(RequestError::EmptyQuestion);
        }
        Ok(Self {
            task,
            question: question.to_owned(),
            image,
            limits: Limits::default(),
            max_new_tokens: 1024,
            feedback: Feedback::default(),
        })
    }
}

/// Why a request cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// Nothing was asked.
    #[error("the question is empty: write what the model should do with the picture")]
    EmptyQuestion,
}
