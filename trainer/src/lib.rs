//! Data flywheel, supervised training, GRPO and evaluation.

pub mod backend;
pub mod cancel;
pub mod command;
pub mod conversations;
pub mod devices;
pub mod evaluation;
pub use vthinker_flywheel as flywheel;
pub mod hard;
pub mod hub_folder;
pub mod recipe;
pub mod rl;
pub mod training;
