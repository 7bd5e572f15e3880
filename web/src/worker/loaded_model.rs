//! A model folder made ready to think.

use burn::module::Module;
use vthinker_core::{
    checkpoint::{Checkpoint, Loaded},
    think::Preparation,
};
use vthinker_web::{EngineChoice, FromWorker};

use crate::{
    device::{self, Processor},
    download::fetch_folder,
    outbox::{now, post},
};

/// A model and what it runs on.
pub struct LoadedModel {
    /// The checkpoint.
    pub loaded: Loaded,
    /// Tokenizer, picture processor and template.
    pub preparation: Preparation,
    /// The model's name, which is its folder's.
    pub name: String,
    /// What runs it: `cpu` or `webgpu`.
    pub engine: &'static str,
}

impl LoadedModel {
    /// Fetches and builds the model, and tells the page.
    pub async fn load(base_url: &str, choice: EngineChoice) -> Result<Self, String> {
        let start = now();
        let Processor { device, engine, name: adapter } = device::choose(choice).await?;
        let files = fetch_folder(base_url).await?;
        let loaded = Checkpoint::from_files(&files, &device)
            .map_err(|e| format!("The model at {base_url} cannot be used: {e}."))?;
        drop(files);
        let name = base_url.trim_end_matches('/').rsplit('/').next().unwrap_or(base_url).to_owned();
        post(&FromWorker::Ready {
            engine,
            adapter,
            model: name.clone(),
            parameters: loaded.model.num_params() as f64,
            load_ms: now() - start,
        });
        let preparation = Preparation::from(&loaded);
        let engine = if engine == EngineChoice::WebGpu { "webgpu" } else { "cpu" };
        Ok(Self { loaded, preparation, name, engine })
    }
}
