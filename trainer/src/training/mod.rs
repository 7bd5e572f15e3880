//! Supervised training: from problems to weights.

pub mod adapter;
pub mod anneal;
pub mod batch;
pub mod best;
pub mod checkpoint;
pub mod contents;
pub mod export;
pub mod gradient;
pub mod learner;
pub mod loader;
pub mod loss;
pub mod mini;
pub mod optimizer;
pub mod plan;
pub mod pointing;
pub mod replicas;
pub mod sample;
pub mod schedule;
pub mod settings;
pub mod sft;
pub mod source;
pub mod tokenizer;
pub mod tune;
pub mod watch;
