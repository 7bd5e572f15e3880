//! Qwen2.5-VL in burn.
//!
//! Parameter paths are the hub's safetensors keys, so a checkpoint maps onto the module without a
//! table of names. Nothing here reads values back from the device, and index tensors are built on
//! the host: the same forward pass runs on the CPU, CUDA and WebGPU, with or without autodiff.

mod attention;
mod batch;
mod batch_error;
mod branches;
mod cache;
mod cache_rows;
mod config;
mod config_json;
mod decoder;
mod effective;
mod feed_forward;
mod grid;
mod norm;
mod positions;
mod qwen;
mod rotary;
mod vision;
mod windows;

pub use batch::{Batch, Sequence};
pub use batch_error::BatchError;
pub use cache::KvCache;
pub use config::{Config, ConfigError, TextConfig, VisionConfig};
pub use decoder::{Decoder, DecoderLayer, SelfAttention};
pub use effective::Effective;
pub use feed_forward::FeedForward;
pub use grid::Grid;
pub use norm::RmsNorm;
pub use positions::{PositionError, Positions, positions};
pub use qwen::Qwen25Vl;
pub use vision::{PatchEmbed, PatchMerger, VisionAttention, VisionBlock, VisionTower};

use burn::{
    module::Param,
    nn::{Initializer, Linear},
    tensor::{Device, Tensor},
};

/// Standard deviation of the random weights, as in the reference's `initializer_range`.
const INIT_STD: f64 = 0.02;

/// A linear layer with normal weights and, if asked for, a zero bias.
fn new_linear(input: usize, output: usize, bias: bool, device: &Device) -> Linear {
    Linear {
        weight: new_weight([input, output], device),
        bias: bias.then(|| Initializer::Zeros.init([output], device)),
    }
}

fn new_weight(shape: [usize; 2], device: &Device) -> Param<Tensor<2>> {
    Initializer::Normal { mean: 0.0, std: INIT_STD }.init(shape, device)
}
