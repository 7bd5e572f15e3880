//! GRPO with multi-turn rollouts through the real sandbox.

pub mod advantage;
pub mod objective;
pub mod plan;
pub mod problems;
pub mod remote;
pub mod reward;
pub mod reward_server;
pub mod rollout;
pub mod rows;
pub mod sampled;
mod sampling;
pub mod settings;
pub mod train;
pub mod workers;
