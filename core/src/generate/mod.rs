//! From logits to text: sampling, stop strings, the decoding session.

mod config;
mod continuous_batch;
mod decoding;
mod error;
mod repetition;
mod sampler;
mod session;
mod stop;

pub use config::GenerationConfig;
pub use continuous_batch::ContinuousBatch;
pub use decoding::Decoding;
pub use error::GenerateError;
pub use repetition::RepetitionGuard;
pub use sampler::{Sampled, Sampler};
pub use session::Session;
pub use stop::{StopHit, StopMatcher};
