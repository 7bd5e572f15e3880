//! Adapters as PEFT keeps them: `adapter_config.json` and `adapter_model.safetensors`.
//!
//! Names are those of Qwen2.5-VL in transformers since 4.52, where tower and decoder lie in `model`: a file of ours loads
//! with `PeftModel.from_pretrained` over the base model's folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail, ensure};
use burn::module::{Module, ModuleMapper, ModuleVisitor, Param, Reparameterization};
use burn::tensor::{DType, Tensor, TensorData};
use safetensors::tensor::{Dtype, SafeTensors, TensorView};
use serde::Deserialize;
use serde_json::json;
use vthinker_core::model::{Config, Effective, Qwen25Vl};

use super::tune::LoraSettings;

/// Name of the settings' file, by which a folder of adapters is known.
pub const CONFIG: &str = "adapter_config.json";
const WEIGHTS: &str = "adapter_model.safetensors";

/// Writes the adapters of a model that was tuned with them; `base` is the folder of the model below.
///
/// # Errors
/// If the disk refuses, or the model has no adapters.
pub fn write(folder: &Path, model: &Qwen25Vl, lora: &LoraSettings, base: &Path) -> Result<()> {
    let mut found = Adapters::default();
    model.visit(&mut found);
    ensure!(!found.all.is_empty(), "the model has no adapters");
    let mut tensors = vec![];
    for (path, factors) in &found.all {
        let factors = names(path).into_iter().zip(factors);
        for ((name, factor), tail) in factors.zip(tails(path, lora.rank, model.config())) {
            let data = factor.clone().transpose().into_data().convert::<f32>();
            let values = data.as_slice::<f32>().map_err(|e| anyhow!("{name}: {e:?}"))?;
            let bytes: Vec<u8> = values.iter().flat_map(|v| v.to_le_bytes()).collect();
            let shape = tail.map_or(data.shape().to_vec(), |tail| [&data.shape()[..1], &tail].concat());
            tensors.push((name, shape, bytes));
        }
    }
    let views = tensors
        .iter()
        .map(|(name, shape, bytes)| Ok((name, TensorView::new(Dtype::F32, shape.clone(), bytes)?)))
        .collect::<Result<Vec<_>>>()?;
    let metadata = [("format".to_owned(), "pt".to_owned())].into();
    let modules: Vec<String> = found.all.iter().map(|(path, _)| module(path)).collect();
    let config = json!({
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": fs::canonicalize(base).unwrap_or(base.to_owned()).to_string_lossy(),
        "r": lora.rank,
        "lora_alpha": lora.alpha,
        "lora_dropout": 0.0,
        "target_modules": modules,
        "bias": "none",
        "fan_in_fan_out": false,
        "init_lora_weights": true,
        "inference_mode": true,
        "use_dora": false,
        "use_rslora": false,
        "rank_pattern": {},
        "alpha_pattern": {},
        "modules_to_save": null,
    });
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let files = [
        (CONFIG, serde_json::to_vec_pretty(&config)?),
        (WEIGHTS, safetensors::serialize(views, Some(metadata)).context(WEIGHTS)?),
    ];
    for (name, bytes) in files {
        let (path, part) = (folder.join(name), folder.join(format!("{name}.part")));
        fs::write(&part, bytes).with_context(|| format!("writing {}", part.display()))?;
        fs::rename(&part, &path).with_context(|| format!("moving {}", path.display()))?;
    }
    Ok(())
}

/// What of `adapter_config.json` changes what the adapters mean.
#[derive(Debug, Deserialize)]
pub struct AdapterConfig {
    /// Folder of the model below.
    pub base_model_name_or_path: String,
    r: usize,
    lora_alpha: f64,
    #[serde(default)]
    use_dora: bool,
    #[serde(default)]
    use_rslora: bool,
    #[serde(default)]
    rank_pattern: BTreeMap<String, f64>,
    #[serde(default)]
    alpha_pattern: BTreeMap<String, f64>,
    bias: Option<String>,
}

impl AdapterConfig {
    /// Reads a folder's settings.
    ///
    /// # Errors
    /// If the file is missing or no settings of LoRA, or asks for a variant of it that is not known here.
    pub fn read(folder: &Path) -> Result<Self> {
        let path = folder.join(CONFIG);
        let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let config: Self = serde_json::from_slice(&bytes)
            .with_context(|| format!("{}: no settings of a LoRA adapter", path.display()))?;
        let plain = !config.use_dora && !config.use_rslora && config.r > 0;
        let even = config.rank_pattern.is_empty() && config.alpha_pattern.is_empty();
        let unbiased = config.bias.as_deref().is_none_or(|bias| bias == "none");
        ensure!(
            plain && even && unbiased,
            "{}: only plain LoRA of one rank is known here, without DoRA, rsLoRA, biases or patterns",
            path.display()
        );
        Ok(config)
    }
}

/// Adds the adapters of a folder to a model's weights.
///
/// # Errors
/// If the file is missing or damaged, or an adapter fits no weight of the model.
pub fn merge(folder: &Path, config: &AdapterConfig, model: Qwen25Vl) -> Result<Qwen25Vl> {
    let path = folder.join(WEIGHTS);
    let bytes = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
    let file = SafeTensors::deserialize(&bytes).with_context(|| format!("{}: damaged", path.display()))?;
    let mut merge = Merge {
        scale: config.lora_alpha / config.r as f64,
        rank: config.r,
        file,
        stack: vec![],
        used: 0,
        error: None,
    };
    let model = model.map(&mut merge);
    if let Some(error) = merge.error {
        return Err(error.context(path.display().to_string()));
    }
    let (used, all) = (merge.used, merge.file.len());
    ensure!(
        used == all,
        "{}: {} of its {all} tensors belong to no weight of the model",
        path.display(),
        all - used
    );
    Ok(model)
}

/// Names of the factors of the parameter at `path`.
fn names(path: &str) -> [String; 2] {
    let factors = if path == "model.embed_tokens.weight" {
        ["lora_embedding_A", "lora_embedding_B"]
    } else {
        ["lora_A.weight", "lora_B.weight"]
    };
    factors.map(|factor| format!("base_model.model.{}.{factor}", module(path)))
}

/// What follows the first dimension of the factors, where they are no matrices there.
fn tails(path: &str, rank: usize, config: &Config) -> [Option<Vec<usize>>; 2] {
    let vision = &config.vision;
    // The patch embedding, a product here, is a convolution there.
    if path != "visual.patch_embed.proj.weight" {
        return [None, None];
    }
    let side = vision.patch_size;
    [vec![vision.in_channels, vision.temporal_patch_size, side, side], vec![rank, 1, 1, 1]].map(Some)
}

/// The name of a parameter's module in transformers.
fn module(path: &str) -> String {
    let path = path.strip_suffix(".weight").unwrap_or(path);
    match path.strip_prefix("model.") {
        Some(rest) => format!("model.language_model.{rest}"),
        // The activation between them counts as a layer there.
        None if path.starts_with("visual.") => {
            format!("model.{}", path.replace("merger.mlp.1", "merger.mlp.2"))
        }
        None => path.to_owned(),
    }
}

/// All adapters of a model: the path of the weight, and its factors.
#[derive(Default)]
struct Adapters {
    stack: Vec<String>,
    all: Vec<(String, Vec<Tensor<2>>)>,
}

impl ModuleVisitor for Adapters {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.stack.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.stack.pop();
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        // A visitor meets the factors below the weight, A before B.
        let below = self.stack.iter().position(|name| name == Effective::NAME);
        let Some(weight) = below.filter(|_| D == 2).map(|at| self.stack[..at].join(".")) else { return };
        let (factor, [rows, columns]) = (param.val(), [param.shape()[0], param.shape()[1]]);
        let factor = factor.reshape([rows, columns]);
        match self.all.last_mut() {
            Some((path, factors)) if *path == weight => factors.push(factor),
            _ => self.all.push((weight, vec![factor])),
        }
    }
}

/// Adds what a file has to the weights.
struct Merge<'a> {
    scale: f64,
    rank: usize,
    file: SafeTensors<'a>,
    stack: Vec<String>,
    used: usize,
    error: Option<anyhow::Error>,
}

impl Merge<'_> {
    /// A factor, `[columns, rows]` in the file, as `[rows, columns]`.
    fn factor(&self, name: &str, [rows, columns]: [usize; 2]) -> Result<Vec<f32>> {
        let tensor = self.file.tensor(name).with_context(|| format!("`{name}` is missing"))?;
        let values: Vec<f32> = match tensor.dtype() {
            Dtype::F32 => {
                tensor.data().chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
            }
            Dtype::F16 => tensor
                .data()
                .chunks_exact(2)
                .map(|b| half::f16::from_le_bytes([b[0], b[1]]).to_f32())
                .collect(),
            Dtype::BF16 => tensor
                .data()
                .chunks_exact(2)
                .map(|b| half::bf16::from_le_bytes([b[0], b[1]]).to_f32())
                .collect(),
            other => bail!("`{name}` is of type {other:?}: expected F32, F16 or BF16"),
        };
        ensure!(
            values.len() == rows * columns && tensor.shape().first() == Some(&columns),
            "`{name}` has the shape {:?}, the model and the rank call for {columns} x {rows}",
            tensor.shape()
        );
        Ok((0..rows * columns).map(|i| values[i % columns * rows + i / columns]).collect())
    }

    fn delta(&self, path: &str, [input, output]: [usize; 2]) -> Result<Option<(Vec<f32>, Vec<f32>)>> {
        let [a, b] = names(path);
        if self.file.tensor(&a).is_err() {
            return Ok(None);
        }
        Ok(Some((self.factor(&a, [input, self.rank])?, self.factor(&b, [self.rank, output])?)))
    }
}

impl ModuleMapper for Merge<'_> {
    fn enter_module(&mut self, name: &str, _container_type: &str) {
        self.stack.push(name.to_owned());
    }

    fn exit_module(&mut self, _name: &str, _container_type: &str) {
        self.stack.pop();
    }

    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let dims = param.lazy_shape();
        let &[input, output] = dims.as_slice() else { return param };
        match self.delta(&self.stack.join("."), [input, output]) {
            Ok(None) => param,
            Ok(Some((a, b))) => {
                self.used += 2;
                let (rank, scale) = (self.rank, self.scale);
                let grad = param.is_require_grad();
                let merged = param.map(|weight| {
                    let (dtype, device) = (weight.dtype(), weight.device());
                    let factor = |values, shape: [usize; 2]| {
                        Tensor::<2>::from_data(TensorData::new(values, shape), (&device, DType::F32))
                    };
                    let delta = factor(a, [input, rank]).matmul(factor(b, [rank, output])).mul_scalar(scale);
                    (weight.clone().cast(DType::F32) + delta.reshape(weight.shape())).cast(dtype).detach()
                });
                merged.set_require_grad(grad)
            }
            Err(error) => {
                self.error.get_or_insert(error);
                param
            }
        }
    }
}
