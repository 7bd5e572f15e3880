//! From logits to text: sampling, stop strings, the decoding session.

mod config;
mod repetition;
mod sampler;
mod session;
mod stop;

pub use config::GenerationConfig;
pub use repetition::RepetitionGuard;
pub use sampler::{Sampled, Sampler};
pub use session::{GenerateError, Session};
pub use stop::{StopHit, StopMatcher};
