//! From files to a running model.

use std::{borrow::Cow, collections::BTreeMap};

use burn::{
    module::{Module, ModuleMapper, Param},
    tensor::{Device, Tensor, TensorData},
};
use half::{bf16, f16};
use safetensors::Dtype;

use super::{
    CheckpointError, hub_key,
    shards::Shards,
    tensor_layout::{self, Layout},
};
use crate::{
    generate::GenerationConfig,
    input::{ChatTemplate, ProcessorConfig, Tokenizer},
    model::{Config, Qwen25Vl},
};

/// The float type of the loaded weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// All f32.
    #[default]
    F32,
    /// As stored.
    Stored,
}

/// Reads checkpoints.
#[derive(Debug, Clone, Copy)]
pub struct Checkpoint;

/// Everything a checkpoint holds.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Sizes and special tokens.
    pub config: Config,
    /// The model.
    pub model: Qwen25Vl,
    /// The tokenizer.
    pub tokenizer: Tokenizer,
    /// How pictures are resized and cut.
    pub processor: ProcessorConfig,
    /// Suggested sampling and end tokens.
    pub generation: GenerationConfig,
    /// The conversation's form.
    pub template: ChatTemplate,
}

impl Checkpoint {
    /// Loads the files of a hub folder, by name, with f32 weights: `config.json`, `tokenizer.json`, one or
    /// more `*.safetensors`, and if there `preprocessor_config.json`, `generation_config.json` and
    /// `chat_template.jinja`, `chat_template.json` or `tokenizer_config.json`.
    pub fn from_files(files: &BTreeMap<String, Vec<u8>>, device: &Device) -> Result<Loaded, CheckpointError> {
        Self::from_files_as(files, Precision::F32, device)
    }

    /// [`Checkpoint::from_files`] with a choice of the weights' type.
    pub fn from_files_as(
        files: &BTreeMap<String, Vec<u8>>,
        precision: Precision,
        device: &Device,
    ) -> Result<Loaded, CheckpointError> {
        let config = Config::from_json(required_text(files, "config.json")?)?;
        let tokenizer = files.get("tokenizer.json");
        let tokenizer = tokenizer.ok_or_else(|| CheckpointError::MissingFile("tokenizer.json".into()))?;
        let tokenizer = Tokenizer::from_bytes(tokenizer)?;
        check_tokens(&config, &tokenizer)?;
        let processor = match text(files, "preprocessor_config.json")? {
            Some(json) => ProcessorConfig::from_json(json)?,
            None => ProcessorConfig {
                patch_size: config.vision.patch_size,
                temporal_patch_size: config.vision.temporal_patch_size,
                merge_size: config.vision.spatial_merge_size,
                ..Default::default()
            },
        };
        processor.check_model(&config.vision)?;
        let mut generation = match text(files, "generation_config.json")? {
            Some(json) => GenerationConfig::from_json(json).map_err(|problem| CheckpointError::Json {
                file: "generation_config.json".into(),
                problem: problem.to_string(),
            })?,
            None => GenerationConfig::default(),
        };
        for end in [config.eos_token_id, tokenizer.im_end] {
            if !generation.eos_token_ids.contains(&end) {
                generation.eos_token_ids.push(end);
            }
        }
        let template = template(files)?;
        let weights: Vec<_> = files
            .iter()
            .filter(|(name, _)| name.ends_with(".safetensors"))
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect();
        if weights.is_empty() {
            return Err(CheckpointError::MissingFile("*.safetensors file".into()));
        }
        let model = load_weights(Qwen25Vl::new(&config, device), &weights, precision)?;
        Ok(Loaded { config, model, tokenizer, processor, generation, template })
    }
}

/// Replaces all weights of `model` by those of (file name, bytes), keeping device and gradient settings.
pub fn load_weights(
    model: Qwen25Vl,
    files: &[(&str, &[u8])],
    precision: Precision,
) -> Result<Qwen25Vl, CheckpointError> {
    let shards = Shards::open(files.iter().copied())?;
    let config = model.config().clone();
    let mut loader = Loader { shards, config, precision, path: Vec::new(), error: None };
    let model = model.map(&mut loader);
    match loader.error {
        Some(error) => Err(error),
        None => Ok(model),
    }
}

struct Loader<'a> {
    shards: Shards<'a>,
    config: Config,
    precision: Precision,
    path: Vec<String>,
    /// The first thing that went wrong; the rest is then left alone.
    error: Option<CheckpointError>,
}

impl Loader<'_> {
    fn read(&self, shape: &[usize]) -> Result<TensorData, CheckpointError> {
        let key = hub_key::of_path(&self.path);
        let (layout, file_shape) = tensor_layout::of_parameter(&key, shape, &self.config);
        let (dtype, bytes) = self.shards.get(&key, &file_shape)?;
        let bytes = match layout {
            Layout::Plain => Cow::Borrowed(bytes),
            Layout::Transposed => {
                Cow::Owned(tensor_layout::transpose(bytes, shape[1], shape[0], dtype.bitsize() / 8))
            }
        };
        Ok(tensor_data(&bytes, dtype, shape, self.precision))
    }
}

impl ModuleMapper for Loader<'_> {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.path.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.path.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        if self.error.is_some() {
            return param;
        }
        match self.read(&param.lazy_shape()) {
            Ok(data) => {
                let (id, device, dtype) = (param.id, param.lazy_device(), data.dtype());
                param.transform_for_load(Tensor::from_data(data, (&device, dtype)), id)
            }
            Err(error) => {
                self.error = Some(error);
                param
            }
        }
    }
}

fn tensor_data(bytes: &[u8], dtype: Dtype, shape: &[usize], precision: Precision) -> TensorData {
    let pairs = || bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]]));
    let single = || bytes.chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let shape = shape.to_vec();
    match (dtype, precision) {
        (Dtype::F16, Precision::Stored) => TensorData::new(pairs().map(f16::from_bits).collect(), shape),
        (Dtype::BF16, Precision::Stored) => TensorData::new(pairs().map(bf16::from_bits).collect(), shape),
        (Dtype::F16, Precision::F32) => {
            TensorData::new(pairs().map(|bits| f16::from_bits(bits).to_f32()).collect(), shape)
        }
        (Dtype::BF16, Precision::F32) => {
            TensorData::new(pairs().map(|bits| bf16::from_bits(bits).to_f32()).collect(), shape)
        }
        _ => TensorData::new(single().collect(), shape),
    }
}

fn check_tokens(config: &Config, tokenizer: &Tokenizer) -> Result<(), CheckpointError> {
    for (field, config, tokenizer) in [
        ("image_token_id", config.image_token_id, tokenizer.image_pad),
        ("vision_start_token_id", config.vision_start_token_id, tokenizer.vision_start),
        ("vision_end_token_id", config.vision_end_token_id, tokenizer.vision_end),
    ] {
        if config != tokenizer {
            return Err(CheckpointError::TokenMismatch { field: field.into(), config, tokenizer });
        }
    }
    match (tokenizer.vocab_size(), config.text.vocab_size) {
        (tokenizer, model) if tokenizer > model => Err(CheckpointError::Vocabulary { tokenizer, model }),
        _ => Ok(()),
    }
}

fn template(files: &BTreeMap<String, Vec<u8>>) -> Result<ChatTemplate, CheckpointError> {
    if let Some(source) = text(files, "chat_template.jinja")? {
        return Ok(ChatTemplate::new(source)?);
    }
    for file in ["chat_template.json", "tokenizer_config.json"] {
        let Some(json) = text(files, file)? else { continue };
        let value: serde_json::Value = serde_json::from_str(json)
            .map_err(|error| CheckpointError::Json { file: file.into(), problem: error.to_string() })?;
        if let Some(source) = value.get("chat_template").and_then(|template| template.as_str()) {
            return Ok(ChatTemplate::new(source)?);
        }
    }
    Ok(ChatTemplate::qwen())
}

fn text<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Result<Option<&'a str>, CheckpointError> {
    let bytes = files.get(name);
    bytes.map(|b| std::str::from_utf8(b).map_err(|_| CheckpointError::NotText(name.into()))).transpose()
}

fn required_text<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'a str, CheckpointError> {
    text(files, name)?.ok_or_else(|| CheckpointError::MissingFile(name.into()))
}
