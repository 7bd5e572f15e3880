//! vLLM's `POST /inference/v1/generate` with pictures as `content_parts`, and the loading of weights through its
//! development endpoints.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde::Deserialize;
use serde_json::{Value, json};

use super::request::{Ask, Finish, Stamp, Written};

pub(super) const GENERATE: &str = "/inference/v1/generate";
/// Tells the version.
pub(super) const INFO: &str = "/version";
/// Loads weights, forgets what was computed with the old ones, sets the stamp: the last is missing in older servers.
pub(super) const LOAD: [&str; 3] =
    ["/collective_rpc", "/reset_prefix_cache?reset_running_requests=true", "/update_weight_version"];

/// Whether an answer to [`INFO`] is vLLM's.
pub(super) fn is_info(body: &Value) -> bool {
    body.get("version").is_some_and(Value::is_string)
}

/// The request.
pub(super) fn body(ask: &Ask) -> Value {
    let mut body = json!({
        "token_ids": ask.ids,
        "sampling_params": ask.sampling(json!({
            "max_tokens": ask.max_new_tokens,
            "include_stop_str_in_output": true,
            "detokenize": true,
            "logprobs": 0,
            "seed": ask.small_seed(),
        })),
        "return_token_ids": true,
        "stream": false,
    });
    if !ask.images.is_empty() {
        let part = |url: &str| json!({ "type": "image_url", "url": url });
        body["content_parts"] = ask.images.iter().map(|image| part(image)).collect();
    }
    body
}

#[derive(Deserialize)]
struct Answer {
    choices: Vec<Choice>,
    prompt_token_ids: Option<Vec<i64>>,
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Usage {
    prompt_tokens: usize,
}

#[derive(Deserialize)]
struct Choice {
    token_ids: Vec<u32>,
    finish_reason: Option<String>,
    logprobs: Option<Logprobs>,
    weight_versions: Option<Vec<Value>>,
}

#[derive(Deserialize)]
struct Logprobs {
    content: Option<Vec<Logprob>>,
}

#[derive(Deserialize)]
struct Logprob {
    logprob: f32,
}

/// Reads the answer.
pub(super) fn read(body: Value) -> Result<Written> {
    let answer: Answer =
        serde_json::from_value(body).context("no answer of vLLM's /inference/v1/generate")?;
    let choice = answer.choices.into_iter().next().context("an answer without choices")?;
    let logs = choice.logprobs.and_then(|l| l.content).context("an answer without log-probabilities")?;
    if logs.len() != choice.token_ids.len() {
        bail!("{} log-probabilities for {} tokens", logs.len(), choice.token_ids.len());
    }
    let counted = answer.prompt_token_ids.as_ref().map(Vec::len);
    let prompt_tokens = counted
        .or(answer.usage.map(|usage| usage.prompt_tokens))
        .context("an answer that does not count the prompt's tokens")?;
    let finish = match choice.finish_reason.as_deref() {
        Some("length") => Finish::Length,
        Some("abort") => Finish::Aborted,
        Some("stop") | None => Finish::Stop,
        Some(other) => bail!("finish_reason `{other}`"),
    };
    let spans = choice.weight_versions.unwrap_or_default();
    let version = spans
        .iter()
        .map(|span| Stamp::read(span["version"].as_str().or(span["weight_version"].as_str())))
        .fold(Stamp::Unstamped, Stamp::older);
    let tokens = choice.token_ids.into_iter().zip(logs.into_iter().map(|l| l.logprob)).collect();
    Ok(Written { tokens, finish, prompt_tokens, prompt_ids: answer.prompt_token_ids, version })
}

/// The bodies of the orders in [`LOAD`].
pub(super) fn load(folder: &Path, version: u64) -> [Value; 3] {
    [
        json!({ "method": "reload_weights", "kwargs": { "weights_path": folder.to_string_lossy() } }),
        json!({}),
        json!({ "new_version": version.to_string() }),
    ]
}
