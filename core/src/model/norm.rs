//! RMSNorm.

use burn::{
    module::{Module, Param},
    nn::Initializer,
    tensor::{DType, Device, Tensor},
};

/// Scales each vector to unit root mean square, then by a learned weight.
#[derive(Module, Debug)]
pub struct RmsNorm {
    /// Learned scale, `[width]`.
    pub weight: Param<Tensor<1>>,
    #[module(skip)]
    epsilon: f64,
}

impl RmsNorm {
    /// Weight 1.
    pub fn new(width: usize, epsilon: f64, device: &Device) -> Self {
        RmsNorm { weight: Initializer::Ones.init([width], device), epsilon }
    }

    /// Normalises the last axis. The statistics are taken in f32 whatever the type of `x`.
    pub fn forward<const D: usize>(&self, x: Tensor<D>) -> Tensor<D> {
        let dtype = x.dtype();
        let x = if dtype == DType::F32 { x } else { x.cast(DType::F32) };
        let scale = (x.clone() * x.clone()).mean_dim(D - 1).add_scalar(self.epsilon).sqrt().recip();
        let x = x * scale;
        let x = if dtype == DType::F32 { x } else { x.cast(dtype) };
        x * self.weight.val().unsqueeze()
    }
}
