//! Model folders in the Hugging Face layout.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use burn::tensor::Device;
use vthinker_core::checkpoint::{Checkpoint, Loaded, WeightType, to_safetensors};
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::Preparation;

use crate::training::adapter::{self, AdapterConfig};

const CONFIG: &str = "config.json";

/// Files of a model folder that the loader looks at.
fn wanted(name: &str) -> bool {
    name.ends_with(".json") || name.ends_with(".safetensors") || name.ends_with(".jinja")
}

/// Reads a model folder, or one of adapters in PEFT's layout: the model that they belong to, with them merged.
///
/// # Errors
/// If the folder or a file in it is missing or malformed.
pub fn read(folder: &Path, device: &Device) -> Result<Loaded> {
    if folder.join(adapter::CONFIG).is_file() && !folder.join(CONFIG).is_file() {
        return read_adapted(folder, device);
    }
    let mut files = BTreeMap::new();
    let entries = fs::read_dir(folder).with_context(|| format!("model folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("model folder {}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if wanted(&name) {
            let bytes =
                fs::read(entry.path()).with_context(|| format!("reading {}", entry.path().display()))?;
            files.insert(name, bytes);
        }
    }
    Checkpoint::from_files(&files, device).with_context(|| format!("model folder {}", folder.display()))
}

fn read_adapted(folder: &Path, device: &Device) -> Result<Loaded> {
    let config = AdapterConfig::read(folder)?;
    let name = &config.base_model_name_or_path;
    let places = [PathBuf::from(name), folder.join(name)];
    let base = places.iter().find(|place| place.join(CONFIG).is_file()).with_context(|| {
        format!(
            "{}: base_model_name_or_path is `{name}`, where no model folder is; write the folder of the model that \
             the adapters belong to",
            folder.join(adapter::CONFIG).display()
        )
    })?;
    let loaded = read(base, device)?;
    Ok(Loaded { model: adapter::merge(folder, &config, loaded.model)?, ..loaded })
}

/// Writes a model folder with f16 weights.
///
/// # Errors
/// If the disk refuses.
pub fn write(folder: &Path, model: &Qwen25Vl, config: &Config, preparation: &Preparation) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    let files = [
        (CONFIG, config.to_json().into_bytes()),
        ("preprocessor_config.json", preparation.processor.config().to_json().into_bytes()),
        ("tokenizer.json", preparation.tokenizer.to_json()?.into_bytes()),
        ("tokenizer_config.json", tokenizer_config(preparation)?.into_bytes()),
        ("generation_config.json", generation_config(config)?.into_bytes()),
        ("chat_template.jinja", preparation.template.source().into_bytes()),
        ("model.safetensors", to_safetensors(model, WeightType::F16)?),
    ];
    for (name, bytes) in files {
        let path = folder.join(name);
        let part = folder.join(format!("{name}.part"));
        fs::write(&part, bytes).with_context(|| format!("writing {}", part.display()))?;
        fs::rename(&part, &path).with_context(|| format!("moving {}", path.display()))?;
    }
    Ok(())
}

/// What transformers needs to open the tokenizer.
fn tokenizer_config(preparation: &Preparation) -> Result<String> {
    let config = serde_json::json!({
        "tokenizer_class": "PreTrainedTokenizerFast",
        "eos_token": "<|im_end|>",
        "pad_token": "<|endoftext|>",
        "chat_template": preparation.template.source(),
    });
    Ok(serde_json::to_string_pretty(&config)?)
}

fn generation_config(config: &Config) -> Result<String> {
    let config = serde_json::json!({ "do_sample": false, "eos_token_id": [config.eos_token_id] });
    Ok(serde_json::to_string_pretty(&config)?)
}
