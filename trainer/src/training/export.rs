//! What a run gives away: model folder and adapters.

use std::path::Path;

use anyhow::Result;
use burn::module::Module;
use vthinker_core::model::{Config, Qwen25Vl};
use vthinker_core::think::Preparation;

use super::adapter;
use super::tune::Tuning;
use crate::hub_folder;

/// The folder of adapters in a run's folder.
const ADAPTER: &str = "adapter";

/// Writes the model folder `out/NAME`, as any tool of the ecosystem reads it; adapters are merged.
///
/// # Errors
/// If the disk refuses.
pub fn export(out: &Path, name: &str, model: &Qwen25Vl, config: &Config, with: &Preparation) -> Result<()> {
    hub_folder::write(&out.join(name), &model.valid().materialize(), config, with)
}

/// Writes the adapters, if that is what is trained, into `out/adapter`; `base` is the folder that the run began with.
///
/// # Errors
/// If the disk refuses.
pub fn export_adapters(out: &Path, model: &Qwen25Vl, tuning: &Tuning, base: Option<&Path>) -> Result<()> {
    match (&tuning.lora, base) {
        (Some(lora), Some(base)) => adapter::write(&out.join(ADAPTER), &model.valid(), lora, base),
        // Over a model from scratch, adapters alone would be of no use.
        _ => Ok(()),
    }
}
