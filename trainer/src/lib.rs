//! Data flywheel, supervised training, GRPO and evaluation.

pub mod command;
pub mod flywheel;
