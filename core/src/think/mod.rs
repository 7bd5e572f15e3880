//! The thinking loop: prompt, code, sandbox, the new image, the answer.

mod event;
mod png_base64;
mod task;

pub use event::{EndReason, Event, ImageRef};
pub use task::Task;
