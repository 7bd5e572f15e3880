//! One file a subcommand: flags, then calls into the library.

pub mod bench;
pub mod data;
pub mod eval;
pub mod hard;
pub mod infer;
pub mod report;
pub mod rl;
pub mod sandbox;
pub mod supervised;
pub mod synth;
mod training_flags;
