//! The gated feed-forward layer, the same in decoder and vision tower but for the bias.

use burn::{
    module::Module,
    nn::Linear,
    tensor::{Device, Tensor, activation::silu},
};

use super::{effective::project, new_linear};

/// `down(silu(gate(x)) * up(x))`.
#[derive(Module, Debug)]
pub struct FeedForward {
    /// Opens or closes each inner unit.
    pub gate_proj: Linear,
    /// Into the inner width.
    pub up_proj: Linear,
    /// Back to the residual stream.
    pub down_proj: Linear,
}

impl FeedForward {
    /// Random weights.
    pub fn new(width: usize, inner: usize, bias: bool, device: &Device) -> Self {
        FeedForward {
            gate_proj: new_linear(width, inner, bias, device),
            up_proj: new_linear(width, inner, bias, device),
            down_proj: new_linear(inner, width, bias, device),
        }
    }

    /// Applies the layer to the last axis.
    pub fn forward<const D: usize>(&self, x: Tensor<D>) -> Tensor<D> {
        let gate = silu(project(&self.gate_proj, x.clone()));
        project(&self.down_proj, gate * project(&self.up_proj, x))
    }
}
