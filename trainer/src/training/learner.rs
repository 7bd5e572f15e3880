//! What supervised training moves: the model and probes that are thrown away afterwards.

use burn::module::Module;
use burn::nn::{Linear, LinearConfig};
use burn::tensor::activation::log_softmax;
use burn::tensor::{Device, Int, Tensor, TensorData};
use vthinker_core::model::{Config, Qwen25Vl};

use super::batch::LearningBatch;
use super::loss::log_probabilities;

/// Rows and columns that the probe tells apart.
const PLACES: usize = 16;

/// Width of the space in which places are compared.
const POINTING: usize = 64;

/// The model with its probes.
///
/// The architecture has only relative positions. Reading a place off the picture needs two things at once, finding
/// the feature and knowing where it is, and from scratch neither helps without the other. The probe asks every image
/// token, halfway through the decoder, for its row and column: that half is then learned within a few hundred steps.
/// The other half has a probe too: halfway through the decoder, a place about to write a coordinate must tell the image
/// token that holds the point from the others.
#[derive(Module, Debug)]
pub struct Learner {
    /// The model.
    pub model: Qwen25Vl,
    probe: Linear,
    pointer: Linear,
    pointed: Linear,
}

impl Learner {
    /// Adds a fresh probe.
    pub fn new(model: Qwen25Vl, config: &Config, device: &Device) -> Self {
        let probe = LinearConfig::new(config.text.hidden_size, 2 * PLACES).init(device);
        let side = || LinearConfig::new(config.text.hidden_size, POINTING).with_bias(false).init(device);
        Self { model, probe, pointer: side(), pointed: side() }
    }

    /// Cross entropy over the batch's learned tokens divided by `tokens`, so that micro-batches of one step add up,
    /// and the same plus `weight` times the probe's mean cross entropy times the batch's share of the tokens.
    pub fn loss(
        &self,
        batch: &LearningBatch,
        tokens: usize,
        weight: f32,
        device: &Device,
    ) -> (Tensor<1>, Tensor<1>) {
        let layers = self.model.config().text.num_hidden_layers;
        let (middle, hidden) = self.model.forward_batch_probed(&batch.input, layers / 2);
        let text =
            log_probabilities(&self.model, hidden, batch, 1.0, device).sum().neg().div_scalar(tokens as f32);
        if weight == 0.0 || batch.image_places.is_empty() {
            return (text.clone(), text);
        }
        let share = batch.targets.len() as f32 / tokens as f32;
        let middle = middle.clone() / (middle.square().mean_dim(2) + 1e-6).sqrt();
        let mut total = text.clone() + self.place_loss(middle.clone(), batch, device) * (weight * share);
        if !batch.pointing.is_empty() {
            total = total + self.pointing_loss(middle, batch, device) * (weight * share);
        }
        (text, total)
    }

    fn place_loss(&self, middle: Tensor<3>, batch: &LearningBatch, device: &Device) -> Tensor<1> {
        let [rows, length, width] = middle.dims();
        let n = batch.image_places.len();
        let index = |values: Vec<i64>| Tensor::<1, Int>::from_data(TensorData::new(values, [n]), device);
        let at = batch.image_places.iter().map(|place| place.at).collect();
        let x = middle.reshape([rows * length, width]).select(0, index(at));
        let logits = self.probe.forward(x);
        let part = |start: usize, of: Vec<i64>| {
            let scores = log_softmax(logits.clone().narrow(1, start, PLACES), 1);
            scores.gather(1, index(of).unsqueeze_dim::<2>(1)).mean().neg()
        };
        let clip = |v: usize| v.min(PLACES - 1) as i64;
        part(0, batch.image_places.iter().map(|p| clip(p.row)).collect())
            + part(PLACES, batch.image_places.iter().map(|p| clip(p.column)).collect())
    }

    fn pointing_loss(&self, middle: Tensor<3>, batch: &LearningBatch, device: &Device) -> Tensor<1> {
        let [rows, length, width] = middle.dims();
        let n = batch.pointing.len();
        let index = |values: Vec<i64>| Tensor::<1, Int>::from_data(TensorData::new(values, [n]), device);
        let at = index(batch.pointing.iter().map(|p| p.at).collect());
        let row = index(batch.pointing.iter().map(|p| p.row).collect());
        let target = index(batch.pointing.iter().map(|p| p.image_token).collect());
        let query = self.pointer.forward(middle.clone().reshape([rows * length, width]).select(0, at));
        let keys = self.pointed.forward(middle).select(0, row);
        let scores = (keys * query.unsqueeze_dim::<3>(1)).sum_dim(2).squeeze_dim::<2>(2);
        let mut hidden = vec![-1e4f32; rows * length];
        batch.image_places.iter().for_each(|place| hidden[place.at as usize] = 0.0);
        let hidden: Vec<f32> = batch
            .pointing
            .iter()
            .flat_map(|p| hidden[p.row as usize * length..(p.row as usize + 1) * length].iter().copied())
            .collect();
        let scores = scores + Tensor::<2>::from_data(TensorData::new(hidden, [n, length]), device);
        log_softmax(scores, 1).gather(1, target.unsqueeze_dim::<2>(1)).mean().neg()
    }
}
