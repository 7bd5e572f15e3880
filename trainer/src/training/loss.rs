//! Log-probabilities of learned tokens.

use burn::tensor::activation::log_softmax;
use burn::tensor::{DType, Device, Tensor};
use vthinker_core::model::Qwen25Vl;

use super::batch::LearningBatch;

/// Log-probability of each learned token, `[places]`, with the logits divided by `temperature`, from the batch's
/// hidden states.
///
/// They are f32, whatever the model computes in: bfloat16 has eight bits, and advantages are told by the last ones.
/// The head runs only on the places that learn: most of a sequence is prompt and image.
pub fn log_probabilities(
    model: &Qwen25Vl,
    hidden: Tensor<3>,
    batch: &LearningBatch,
    temperature: f32,
    device: &Device,
) -> Tensor<1> {
    let [rows, length, width] = hidden.dims();
    let hidden = hidden.reshape([rows * length, width]).select(0, batch.places(device));
    let logits =
        model.logits(hidden.unsqueeze::<3>()).squeeze_dim::<2>(0).cast(DType::F32).div_scalar(temperature);
    let targets = batch.targets(device).unsqueeze_dim::<2>(1);
    log_softmax(logits, 1).gather(1, targets).squeeze_dim::<1>(1)
}
