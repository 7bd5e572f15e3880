//! Log-probabilities of learned tokens, and the supervised loss.

use burn::tensor::activation::log_softmax;
use burn::tensor::{Device, Tensor};
use vthinker_core::model::Qwen25Vl;

use super::batch::LearningBatch;

/// Log-probability of each learned token, `[places]`, with the logits divided by `temperature`.
///
/// The head runs only on the places that learn: most of a sequence is prompt and image.
pub fn log_probabilities(
    model: &Qwen25Vl,
    batch: &LearningBatch,
    temperature: f32,
    device: &Device,
) -> Tensor<1> {
    let hidden = model.forward_batch(&batch.input);
    let [rows, length, width] = hidden.dims();
    let hidden = hidden.reshape([rows * length, width]).select(0, batch.places(device));
    let logits = model.logits(hidden.unsqueeze::<3>()).squeeze_dim::<2>(0).div_scalar(temperature);
    let targets = batch.targets(device).unsqueeze_dim::<2>(1);
    log_softmax(logits, 1).gather(1, targets).squeeze_dim::<1>(1)
}

/// Sum of the cross entropy over learned tokens, divided by `tokens`: micro-batches of one step share the
/// step's token count, so that their gradients add up to that of the whole.
pub fn cross_entropy(model: &Qwen25Vl, batch: &LearningBatch, tokens: usize, device: &Device) -> Tensor<1> {
    log_probabilities(model, batch, 1.0, device).sum().neg().div_scalar(tokens as f32)
}
