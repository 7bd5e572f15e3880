//! The tensors of all weight files of a checkpoint.

use std::collections::BTreeMap;

use safetensors::{Dtype, SafeTensors, tensor::TensorView};

use super::{CheckpointError, hub_key};

/// Tensors by flat key, borrowed from the files.
pub(super) struct Shards<'a> {
    tensors: BTreeMap<String, TensorView<'a>>,
}

impl<'a> Shards<'a> {
    /// Reads the headers of (file name, bytes).
    pub fn open(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<Self, CheckpointError> {
        let mut tensors = BTreeMap::new();
        for (file, bytes) in files {
            let shard = SafeTensors::deserialize(bytes).map_err(|error| CheckpointError::Damaged {
                file: file.to_owned(),
                problem: error.to_string(),
            })?;
            tensors.extend(shard.tensors().into_iter().map(|(key, view)| (hub_key::normalized(&key), view)));
        }
        Ok(Shards { tensors })
    }

    /// A tensor of known shape, as its type and bytes.
    pub fn get(&self, key: &str, shape: &[usize]) -> Result<(Dtype, &'a [u8]), CheckpointError> {
        let Some(view) = self.tensors.get(key) else {
            let hint = match key {
                "lm_head.weight" => " (does config.json lack `tie_word_embeddings: true`?)",
                _ => " (is a shard missing?)",
            };
            return Err(CheckpointError::MissingTensor { name: key.into(), hint: hint.into() });
        };
        if view.shape() != shape {
            return Err(CheckpointError::Shape {
                name: key.into(),
                expected: shape.to_vec(),
                found: view.shape().to_vec(),
            });
        }
        match view.dtype() {
            dtype @ (Dtype::F32 | Dtype::F16 | Dtype::BF16) => Ok((dtype, view.data())),
            other => Err(CheckpointError::DType { name: key.into(), found: format!("{other:?}") }),
        }
    }
}
