//! What supervised training moves: the model and probes that are thrown away afterwards.

use burn::module::Module;
use burn::nn::{Linear, LinearConfig};
use burn::tensor::activation::{log_softmax, softplus};
use burn::tensor::{Device, Int, Tensor, TensorData};
use vthinker_core::model::{Config, Qwen25Vl};

use super::batch::LearningBatch;
use super::contents::KINDS;
use super::loss::log_probabilities;

/// Rows and columns that the probe tells apart.
const PLACES: usize = 16;

/// The model with its probes.
///
/// The architecture has only relative positions. Reading a place off the picture needs two things at once, finding
/// the feature and knowing where it is, and from scratch neither helps without the other. The probe asks every image
/// token, halfway through the decoder, for its row and column: that half is then learned within a few hundred steps.
/// The other half is taught too: in the layer after that, the first head of each group must look, from a place about to
/// write a coordinate, at the image token that holds the point. A loss on the text alone has no slope there: as long as
/// nothing is looked at, knowing places does not help, and as long as places are not known, looking does not.
///
/// Names have the same trouble: "the red dot" is found by colour only once image tokens say their colour and words ask
/// for it, and minis that learned from the text alone placed their marks well and chose the thing by chance, 280,000
/// problems long (RESULTS.md). So the probe asks every image token for the named colours and the letters in it, too.
#[derive(Module, Debug)]
pub struct Learner {
    /// The model.
    pub model: Qwen25Vl,
    probe: Linear,
}

impl Learner {
    /// Adds a fresh probe.
    pub fn new(model: Qwen25Vl, config: &Config, device: &Device) -> Self {
        let probe = LinearConfig::new(config.text.hidden_size, 2 * PLACES + KINDS).init(device);
        Self { model, probe }
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
        let mut total = text.clone() + self.probe_loss(middle.clone(), batch, device) * (weight * share);
        if !batch.pointing.is_empty() {
            let scores = self.model.attention_scores(layers / 2, middle, &batch.input);
            total = total + pointing_loss(scores, batch, device) * (weight * share);
        }
        (text, total)
    }

    fn probe_loss(&self, middle: Tensor<3>, batch: &LearningBatch, device: &Device) -> Tensor<1> {
        let [rows, length, width] = middle.dims();
        let n = batch.image_places.len();
        let index = |values: Vec<i64>| Tensor::<1, Int>::from_data(TensorData::new(values, [n]), device);
        let at = batch.image_places.iter().map(|place| place.at).collect();
        let x = middle.reshape([rows * length, width]).select(0, index(at));
        let x = x.clone() / (x.square().mean_dim(1) + 1e-6).sqrt();
        let logits = self.probe.forward(x);
        let part = |start: usize, of: Vec<i64>| {
            let scores = log_softmax(logits.clone().narrow(1, start, PLACES), 1);
            scores.gather(1, index(of).unsqueeze_dim::<2>(1)).mean().neg()
        };
        let clip = |v: usize| v.min(PLACES - 1) as i64;
        let places = part(0, batch.image_places.iter().map(|p| clip(p.row)).collect())
            + part(PLACES, batch.image_places.iter().map(|p| clip(p.column)).collect());
        places + content_loss(logits.narrow(1, 2 * PLACES, KINDS), batch, device)
    }
}

/// Binary cross entropy of logits `[image tokens, KINDS]`: the sum over kinds, the mean over tokens whose contents are
/// known.
fn content_loss(logits: Tensor<2>, batch: &LearningBatch, device: &Device) -> Tensor<1> {
    let n = batch.image_places.len();
    let (mut shown, mut known) = (vec![0f32; n * KINDS], vec![0f32; n]);
    for (i, contents) in batch.image_places.iter().map(|p| p.contents).enumerate() {
        let Some(contents) = contents else { continue };
        known[i] = 1.0;
        for (kind, value) in shown[i * KINDS..][..KINDS].iter_mut().enumerate() {
            *value = (contents >> kind & 1) as f32;
        }
    }
    let count = known.iter().sum::<f32>().max(1.0);
    let shown = Tensor::<2>::from_data(TensorData::new(shown, [n, KINDS]), device);
    let known = Tensor::<2>::from_data(TensorData::new(known, [n, 1]), device);
    ((softplus(logits.clone(), 1.0) - logits * shown) * known).sum().div_scalar(count)
}

/// Mean cross entropy of attention `[rows, heads, length, length]` (scores) to the image tokens it should look at.
fn pointing_loss(scores: Tensor<4>, batch: &LearningBatch, device: &Device) -> Tensor<1> {
    let [rows, heads, length, _] = scores.dims();
    let n = batch.pointing.len();
    let index = |values: Vec<i64>| Tensor::<1, Int>::from_data(TensorData::new(values, [n]), device);
    // [rows, heads, queries, keys] -> [rows * queries, heads * keys]
    let scores = scores.swap_dims(1, 2).reshape([rows * length, heads * length]);
    let scores = scores.select(0, index(batch.pointing.iter().map(|p| p.at).collect()));
    let mut future = vec![0f32; n * length];
    for (row, place) in future.chunks_exact_mut(length).zip(&batch.pointing) {
        row[(place.at as usize % length) + 1..].fill(-1e4);
    }
    let future = Tensor::<3>::from_data(TensorData::new(future, [n, 1, length]), device);
    let scores = scores.reshape([n, heads, length]) + future;
    let target = index(batch.pointing.iter().map(|p| p.image_token).collect());
    let target = target.reshape([n, 1, 1]).repeat_dim(1, heads);
    log_softmax(scores, 2).gather(2, target).mean().neg()
}
