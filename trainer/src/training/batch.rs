//! Samples side by side.

use burn::tensor::{Device, Int, Tensor, TensorData};
use vthinker_core::model::{Batch, Config, Sequence};

use super::contents::Contents;
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
    /// Where the image tokens lie.
    pub image_places: Vec<ImagePlace>,
    /// What the pointing loss asks.
    pub pointing: Vec<PointingPlace>,
}

/// A place that predicts a coordinate's token, and the image token it should point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointingPlace {
    /// Index in the flattened `[batch * length]`.
    pub at: i64,
    /// Row of the batch.
    pub row: i64,
    /// Index of the image token in its row.
    pub image_token: i64,
}

/// An image token and its place in its picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImagePlace {
    /// Index in the flattened `[batch * length]`.
    pub at: i64,
    /// Row of the merged grid.
    pub row: usize,
    /// Column of the merged grid.
    pub column: usize,
    /// What it shows, if that is known.
    pub contents: Option<Contents>,
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
        let mut batch = Self {
            input,
            places: vec![],
            targets: vec![],
            rows: vec![],
            image_places: vec![],
            pointing: vec![],
        };
        let merge = config.vision.spatial_merge_size;
        for (row, sample) in samples.iter().enumerate() {
            let pads = (0..sample.ids.len()).filter(|at| sample.ids[*at] == config.image_token_id);
            let places = sample.images.iter().flat_map(|image| {
                let columns = image.grid.w / merge;
                (0..image.grid.merged_tokens(merge)).map(move |i| (i / columns, i % columns))
            });
            let contents = sample.contents.iter().copied().map(Some).chain(std::iter::repeat(None));
            for ((at, (r, column)), contents) in pads.zip(places).zip(contents) {
                let at = (row * length + at) as i64;
                batch.image_places.push(ImagePlace { at, row: r, column, contents });
            }
            batch.pointing.extend(sample.pointing.iter().map(|p| PointingPlace {
                at: (row * length + p.at - 1) as i64,
                row: row as i64,
                image_token: p.image_token as i64,
            }));
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
