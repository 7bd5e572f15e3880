//! Data flywheel, supervised training, GRPO and evaluation.

pub mod backend;
pub mod cancel;
pub mod command;
pub mod evaluation;
pub mod flywheel;
pub mod hub_folder;
pub mod rl;
pub mod training;
