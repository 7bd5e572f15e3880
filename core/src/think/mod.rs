//! The thinking loop: prompt, code, sandbox, the new image, the answer.
//!
//! One conversation is one growing assistant turn. The model writes until a stop string; a finished code
//! block runs in the [`Sandbox`](vthinker_sandbox::Sandbox), whose Python state lives as long as the
//! conversation; what it gave comes back between `<sandbox_output>` tags, images as vision tokens; the model
//! goes on from there until it answers.

mod code_block;
mod context;
mod conversation;
mod event;
mod execute;
mod local;
mod png_base64;
mod policy;
mod prompt;
mod request;
mod task;

pub use code_block::{CodeBlock, last_code_block, pasted_source, source_of};
pub use context::{Piece, Preparation, encode_content, encode_prompt};
pub use conversation::{Outcome, STOP_STRINGS, think};
pub use event::{EndReason, Event, ImageRef};
pub use execute::execute;
pub use local::{LocalPolicy, Sampling};
pub use policy::{Content, Listener, Policy, PolicyError, Stop, Token};
pub use prompt::{feedback, neutral, prompt, system_prompt};
pub use request::{Feedback, Request, RequestError};
pub use task::Task;

/// The path by which the model knows its input picture.
pub const IMAGE_PATH: &str = "input.png";
