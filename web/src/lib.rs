//! What the page and the worker say to each other, and the canvas that replays strokes.
//!
//! The page depends on this library without the feature `engine`, so no model code reaches its wasm;
//! the worker (`src/worker`) is built with it.

mod example;
mod protocol;
mod shown_event;
mod strokes;
mod verdict;

pub use example::Example;
pub use protocol::{EngineChoice, FromWorker, ToWorker, from_js, to_js};
pub use shown_event::{ShownEnd, ShownError, ShownEvent, ShownRepair};
pub use strokes::StrokePlayer;
pub use verdict::{AnswerVerdict, DrawingVerdict, Verdict};
