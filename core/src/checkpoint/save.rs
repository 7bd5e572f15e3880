//! From a model to a weight file.

use burn::{
    module::{Module, ModuleVisitor, Param},
    tensor::{DType, Tensor, TensorData},
};
use half::{bf16, f16};
use safetensors::{Dtype, tensor::TensorView};

use super::{
    CheckpointError, hub_key,
    tensor_layout::{self, Layout},
};
use crate::model::{Config, Qwen25Vl};

/// The float type written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeightType {
    /// 32 bits.
    F32,
    /// 16 bits, half precision.
    F16,
    /// 16 bits, f32's range.
    BF16,
}

/// All parameters under the hub's names, shapes and order of values, in f32. Reads the device, so on
/// WebGPU this cannot be used.
pub fn parameters(model: &Qwen25Vl) -> Result<Vec<(String, TensorData)>, CheckpointError> {
    let mut reader =
        Reader { config: model.config().clone(), path: Vec::new(), parameters: Vec::new(), error: None };
    model.visit(&mut reader);
    match reader.error {
        Some(error) => Err(error),
        None => Ok(reader.parameters),
    }
}

/// A safetensors file with the hub's keys and shapes.
pub fn to_safetensors(model: &Qwen25Vl, weight_type: WeightType) -> Result<Vec<u8>, CheckpointError> {
    let (dtype, encode): (_, fn(&f32) -> Vec<u8>) = match weight_type {
        WeightType::F32 => (Dtype::F32, |v| v.to_le_bytes().to_vec()),
        WeightType::F16 => (Dtype::F16, |v| f16::from_f32(*v).to_le_bytes().to_vec()),
        WeightType::BF16 => (Dtype::BF16, |v| bf16::from_f32(*v).to_le_bytes().to_vec()),
    };
    let mut encoded = Vec::new();
    for (name, data) in parameters(model)? {
        let values = data.as_slice::<f32>().map_err(|e| CheckpointError::Write(format!("{e:?}")))?;
        encoded.push((name, data.shape().to_vec(), values.iter().flat_map(encode).collect::<Vec<u8>>()));
    }
    let views: Result<Vec<_>, _> = encoded
        .iter()
        .map(|(name, shape, bytes)| {
            TensorView::new(dtype, shape.clone(), bytes).map(|view| (name.as_str(), view))
        })
        .collect();
    // The hub's loaders ask for this entry.
    let metadata = [("format".to_owned(), "pt".to_owned())].into_iter().collect();
    views
        .and_then(|views| safetensors::serialize(views, Some(metadata)))
        .map_err(|error| CheckpointError::Write(error.to_string()))
}

struct Reader {
    config: Config,
    path: Vec<String>,
    parameters: Vec<(String, TensorData)>,
    error: Option<CheckpointError>,
}

impl ModuleVisitor for Reader {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.path.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        let key = hub_key::of_path(&self.path);
        let shape = param.lazy_shape();
        let (layout, file_shape) = tensor_layout::of_parameter(&key, &shape, &self.config);
        match param.val().cast(DType::F32).try_into_data() {
            Ok(data) => {
                let data = match layout {
                    Layout::Plain => data,
                    Layout::Transposed => {
                        let bytes = tensor_layout::transpose(data.as_bytes(), shape[0], shape[1], 4);
                        TensorData::from_bytes_vec(bytes, file_shape, DType::F32)
                    }
                };
                self.parameters.push((key, data));
            }
            Err(error) => self.error = Some(CheckpointError::Write(format!("{key}: {error:?}"))),
        }
    }
}
