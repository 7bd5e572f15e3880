//! Samples side by side.

use burn::tensor::{Device, Int, Tensor, TensorData};
use vthinker_core::model::{Batch, Config, Sequence};

use super::sample::Sample;

/// Right-padded samples and where in them to learn.
#[derive(Debug, Clone)]
pub struct LearningBatch {
    /// What the model reads.
    pub input: Batch,
    /// Places, in the flattened `[batch * length]`, whose next token is learned.
    pub places: Vec<i64>,
    /// The tokens to be predicted there.
    pub targets: Vec<i64>,
    /// The row of each place.
    pub rows: Vec<usize>,
}

impl LearningBatch {
    /// Collates samples.
    ///
    /// # Errors
    /// If a sample's image tokens do not match its pictures.
    pub fn new(samples: &[&Sample], config: &Config) -> anyhow::Result<Self> {
        let sequences: Vec<Sequence> =
            samples.iter().map(|s| Sequence { ids: &s.ids, images: s.images.iter().collect() }).collect();
        let input = Batch::new(&sequences, config.eos_token_id, config)?;
        let length = samples.iter().map(|s| s.ids.len()).max().unwrap_or(0);
        let mut batch = Self { input, places: vec![], targets: vec![], rows: vec![] };
        for (row, sample) in samples.iter().enumerate() {
            for at in 1..sample.ids.len() {
                if sample.trained[at] {
                    batch.places.push((row * length + at - 1) as i64);
                    batch.targets.push(i64::from(sample.ids[at]));
                    batch.rows.push(row);
                }
            }
        }
        Ok(batch)
    }

    /// `places` as a tensor.
    pub fn places(&self, device: &Device) -> Tensor<1, Int> {
        Tensor::from_data(TensorData::new(self.places.clone(), [self.places.len()]), device)
    }

    /// `targets` as a tensor.
    pub fn targets(&self, device: &Device) -> Tensor<1, Int> {
        Tensor::from_data(TensorData::new(self.targets.clone(), [self.targets.len()]), device)
    }
}
