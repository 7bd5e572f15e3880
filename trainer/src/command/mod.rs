//! The subcommands of `trainer`.

pub mod synth;
