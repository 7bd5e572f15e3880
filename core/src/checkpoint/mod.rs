//! Checkpoints: a hub folder's files in, a running model out, and back.

mod error;
mod hub_key;
mod load;
mod save;
mod shards;
mod tensor_layout;

pub use error::CheckpointError;
pub use load::{Checkpoint, Loaded, Precision, load_weights};
pub use save::{WeightType, parameters, to_safetensors};
