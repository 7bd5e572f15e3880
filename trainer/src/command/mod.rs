//! One file a subcommand: flags, then calls into the library.

pub mod data;
pub mod eval;
pub mod infer;
pub mod rl;
pub mod sandbox;
pub mod sft;
pub mod synth;
