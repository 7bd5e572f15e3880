//! Weights that are computed from what is stored: low-rank adapters, master weights.

use burn::module::{LoraAdapter, Module, Reparameterization};
use burn::nn::Linear;
use burn::tensor::{DType, Tensor, module::linear};

/// How a stored parameter becomes the value that the model computes with. Training attaches it (`trainer`'s `training/tune.rs`); a
/// loaded checkpoint has none.
#[derive(Module, Debug)]
pub struct Effective {
    /// What is added to the stored value.
    pub adapter: Option<LoraAdapter>,
    /// Whether the value is bfloat16, whatever is stored.
    #[module(skip)]
    pub half: bool,
}

impl Reparameterization for Effective {
    const NAME: &'static str = "effective";

    fn apply<const D: usize>(&self, base: Tensor<D>) -> Tensor<D> {
        let cast = |x: Tensor<D>| if self.half { x.cast(DType::BF16) } else { x };
        match &self.adapter {
            Some(adapter) => {
                let delta = adapter.delta().reshape(base.shape());
                cast(base) + cast(delta)
            }
            None => cast(base),
        }
    }
}

/// A linear layer's output.
///
/// An adapter is a branch beside the weight, `x W + scale (x A) B`, so that neither the sum nor a gradient has the size of the
/// weight.
pub(super) fn project<const D: usize>(layer: &Linear, x: Tensor<D>) -> Tensor<D> {
    let effective = layer.weight.reparameterization::<Effective>();
    let Some(adapter) = effective.and_then(|effective| effective.adapter.as_ref()) else {
        return layer.forward(x);
    };
    let dtype = x.dtype();
    let narrow = linear(x.clone(), adapter.a.val().cast(dtype), None).mul_scalar(adapter.scale);
    let delta = linear(narrow, adapter.b.val().cast(dtype), None);
    linear(x, layer.weight.base().cast(dtype), layer.bias.as_ref().map(|bias| bias.val())) + delta
}
