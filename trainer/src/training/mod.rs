//! Supervised training: from problems to weights.

pub mod batch;
pub mod checkpoint;
pub mod gradient;
pub mod learner;
pub mod log;
pub mod loss;
pub mod mini;
pub mod optimizer;
pub mod pointing;
pub mod sample;
pub mod schedule;
pub mod sft;
pub mod source;
pub mod tokenizer;
