//! What happens while the model thinks, as it happens.

use serde::{Deserialize, Serialize};
use vthinker_sandbox::{DrawOp, PyError, Repair};

use super::Task;

/// One thing that happened. The page draws from these, the trace stores them, and replaying a trace
/// gives the same events again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// A conversation began.
    Start {
        /// The task, which sets prompt and iteration limit.
        task: Task,
        /// The question as asked.
        question: String,
        /// The image that model and sandbox see.
        image: ImageRef,
    },
    /// The model wrote one token.
    Token {
        /// Vocabulary id.
        id: u32,
        /// Text this token completes; empty while a character is still incomplete.
        text: String,
    },
    /// A code block is complete and about to run.
    Code {
        /// Index of the code block in this conversation, from 0.
        step: usize,
        /// Python source without its fence.
        source: String,
    },
    /// The script drew something. Sent in order before `Output`.
    Draw {
        /// Index of the code block.
        step: usize,
        /// The operation.
        op: DrawOp,
    },
    /// The script made an image, which the model now sees.
    Image {
        /// Index of the code block.
        step: usize,
        /// The image.
        image: ImageRef,
    },
    /// The script ended.
    Output {
        /// Index of the code block.
        step: usize,
        /// Text printed.
        stdout: String,
        /// The error, if it failed.
        error: Option<PyError>,
        /// Repairs made before running.
        repairs: Vec<Repair>,
    },
    /// The model answered.
    Answer {
        /// Text inside the answer tags.
        text: String,
    },
    /// The conversation is over.
    End {
        /// Why.
        reason: EndReason,
    },
}

/// Why a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", content = "detail", rename_all = "snake_case")]
pub enum EndReason {
    /// The model gave an answer.
    Answered,
    /// The task's iteration limit is reached (for drawing tasks the normal end).
    Iterations,
    /// The model ended its turn without an answer.
    Silent,
    /// The token limit or the context is used up.
    Length,
    /// The tail repeats itself.
    Repetition,
    /// Stopped from outside.
    Stopped,
    /// Something failed; the text says what.
    Failed(String),
}

/// An image in an event: its size and its PNG bytes (base64 in JSON), so that a trace is self-contained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImageRef {
    /// The path the model knows it by.
    pub path: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The canvas that [`DrawOp::canvas`] of this conversation refers to; 0 for the input image.
    pub canvas: u32,
    /// PNG bytes.
    #[serde(with = "super::png_base64")]
    pub png: Vec<u8>,
}
