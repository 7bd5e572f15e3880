//! What a training run leaves on disk, and how people see it.
//!
//! A [`Recorder`] writes into a run's folder: `log.jsonl` and a TensorBoard event file with the figures of every
//! step, and `rollouts.jsonl` with sampled conversations. `docs/runs.md` describes every file and field.

mod error;
mod events;
mod lines;
mod log;
mod recorder;
pub mod report;
mod rollout;
mod rollouts;

pub use error::RunsError;
pub use events::EventFile;
pub use log::Log;
pub use recorder::Recorder;
pub use rollout::{RolloutRecord, trace_of};
pub use rollouts::{Keep, Rollouts};
