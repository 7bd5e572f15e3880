//! Samples side by side.

use burn::tensor::{Device, Int, Tensor, TensorData};
use vthinker_core::model::{Batch, Config, Sequence};

use super::contents::Contents;
use super::sample::Sample;

/// Right-padded rows of samples and where in them to learn.
#[derive(Debug, Clone)]
pub struct LearningBatch {
    /// What the model reads.
    pub input: Batch,
    /// Places, in the flattened `[rows * length]`, whose next token is learned, sample after sample. Samples that share a
    /// beginning may share some.
    pub places: Vec<i64>,
    /// The tokens to be predicted there.
    pub targets: Vec<i64>,
    /// The sample of each place.
    pub samples: Vec<usize>,
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
    /// Collates samples, a row each.
    ///
    /// # Errors
    /// If a sample's image tokens do not match its pictures.
    pub fn new(samples: &[&Sample], config: &Config) -> anyhow::Result<Self> {
        let sequences: Vec<Sequence> = samples.iter().map(|sample| sample.sequence()).collect();
        let mut batch = Self::of(Batch::new(&sequences, config.eos_token_id, config)?, samples);
        let length = batch.input.length();
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
        }
        Ok(batch)
    }

    /// Collates rows of samples that begin alike ([`Batch::branching`]). What probes learn from is not in it.
    ///
    /// # Errors
    /// If a sample's image tokens do not match its pictures.
    pub fn branching(rows: &[Vec<&Sample>], config: &Config) -> anyhow::Result<Self> {
        let sequences: Vec<Vec<Sequence>> =
            rows.iter().map(|row| row.iter().map(|sample| sample.sequence()).collect()).collect();
        let sequences: Vec<&[Sequence]> = sequences.iter().map(Vec::as_slice).collect();
        let input = Batch::branching(&sequences, config.eos_token_id, config)?;
        Ok(Self::of(input, &rows.concat()))
    }

    fn of(input: Batch, samples: &[&Sample]) -> Self {
        let (mut places, mut targets, mut samples_of_places) = (vec![], vec![], vec![]);
        for (index, sample) in samples.iter().enumerate() {
            for at in (1..sample.ids.len()).filter(|at| sample.trained[*at]) {
                places.push(input.place(index, at - 1) as i64);
                targets.push(i64::from(sample.ids[at]));
                samples_of_places.push(index);
            }
        }
        Self { input, places, targets, samples: samples_of_places, image_places: vec![], pointing: vec![] }
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
