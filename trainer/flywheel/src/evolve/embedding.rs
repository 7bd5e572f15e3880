//! Texts as vectors, so that what means the same lies close together.

use anyhow::Result;

use crate::teacher::Embedder;

/// Cosine distance up to which an embedding model's clusters mean the same.
const MODEL_THRESHOLD: f32 = 0.15;

/// Makes vectors of texts.
pub trait Embedding: Sync {
    /// What records say of it.
    fn name(&self) -> String;

    /// The average cosine distance up to which clusters of its vectors mean the same.
    fn threshold(&self) -> f32;

    /// One vector of the same length for every text; their lengths as vectors do not matter.
    ///
    /// # Errors
    /// If it cannot.
    fn embed(&self, texts: &[String]) -> Result<Vec<Vec<f32>>>;
}

impl Embedding for Embedder {
    fn name(&self) -> String {
        self.model().to_owned()
    }

    fn threshold(&self) -> f32 {
        MODEL_THRESHOLD
    }

    fn embed(&self, texts: &[String]) -> Result<Vec<Vec<f32>>> {
        Embedder::embed(self, texts)
    }
}

/// One less the cosine of two vectors of length one.
pub fn cosine_distance(a: &[f32], b: &[f32]) -> f32 {
    let dot: f32 = a.iter().zip(b).map(|(x, y)| x * y).sum();
    (1.0 - dot).max(0.0)
}

/// Vectors made one long; a vector of zeros stays.
pub(super) fn normalised(mut vectors: Vec<Vec<f32>>) -> Vec<Vec<f32>> {
    for vector in &mut vectors {
        let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
        if length > 0.0 {
            vector.iter_mut().for_each(|x| *x /= length);
        }
    }
    vectors
}
