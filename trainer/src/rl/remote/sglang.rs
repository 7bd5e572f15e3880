//! SGLang's native `POST /generate` and `POST /update_weights_from_disk`.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use super::request::{Ask, Finish, Stamp, Written};

pub(super) const GENERATE: &str = "/generate";
pub(super) const LOAD: &str = "/update_weights_from_disk";
/// Tells what the server runs; older servers know only the second.
pub(super) const INFO: [&str; 2] = ["/model_info", "/get_model_info"];

/// Whether an answer to [`INFO`] is SGLang's.
pub(super) fn is_info(body: &Value) -> bool {
    body.get("model_path").is_some()
}

/// The request. Prompt ids are asked for so that they can be compared; servers before that field leave it aside.
pub(super) fn body(ask: &Ask) -> Value {
    let mut body = json!({
        "input_ids": ask.ids,
        "sampling_params": ask.sampling(json!({
            "max_new_tokens": ask.max_new_tokens,
            "no_stop_trim": true,
            "sampling_seed": ask.small_seed(),
        })),
        "return_logprob": true,
        "return_prompt_token_ids": true,
        "stream": false,
    });
    if !ask.images.is_empty() {
        body["image_data"] = ask.images.iter().map(|image| &**image).collect();
    }
    body
}

#[derive(Deserialize)]
struct Answer {
    meta_info: Meta,
    prompt_token_ids: Option<Vec<i64>>,
}

#[derive(Deserialize)]
struct Meta {
    finish_reason: Reason,
    prompt_tokens: usize,
    /// Log-probability, token, and the token's text if asked for.
    output_token_logprobs: Vec<(Option<f32>, u32, Value)>,
    weight_version: Option<String>,
    /// Where weights changed in between, one for each stretch.
    #[serde(default)]
    weight_versions: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    version: String,
}

#[derive(Deserialize)]
struct Reason {
    #[serde(rename = "type")]
    kind: String,
    message: Option<String>,
}

/// Reads the answer.
pub(super) fn read(body: Value) -> Result<Written> {
    let Answer { meta_info: meta, prompt_token_ids } =
        serde_json::from_value(body).context("no answer of SGLang's /generate")?;
    let finish = match meta.finish_reason.kind.as_str() {
        "stop" => Finish::Stop,
        "length" => Finish::Length,
        "abort" => Finish::Aborted,
        other => bail!("finish_reason `{other}`: {}", meta.finish_reason.message.unwrap_or_default()),
    };
    let version = match meta.weight_versions.as_slice() {
        [] => Stamp::read(meta.weight_version.as_deref()),
        spans => spans.iter().map(|s| Stamp::read(Some(&s.version))).fold(Stamp::Unstamped, Stamp::older),
    };
    let tokens = meta.output_token_logprobs.into_iter();
    Ok(Written {
        tokens: tokens.map(|(log, id, _)| (id, log.unwrap_or(f32::NEG_INFINITY))).collect(),
        finish,
        prompt_tokens: meta.prompt_tokens,
        prompt_ids: prompt_token_ids,
        version,
    })
}

/// The order to load weights.
pub(super) fn load(folder: &Path, version: u64) -> Value {
    json!({ "model_path": folder.to_string_lossy(), "weight_version": version.to_string(), "flush_cache": true })
}

/// What went wrong with it, if anything.
pub(super) fn load_fault(body: &Value) -> Option<String> {
    if body["success"] == json!(true) {
        return None;
    }
    Some(body["message"].as_str().unwrap_or("it does not say that it loaded the weights").to_owned())
}
