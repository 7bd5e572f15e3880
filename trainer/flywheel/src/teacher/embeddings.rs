//! Embeddings from an endpoint.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use super::cache::{Cache, Stored};
use super::client::Line;
use super::clock::Clock;
use super::endpoint::{Endpoint, Role};
use super::rejection::Refusal;

/// Texts of one request.
const BATCH: usize = 64;

/// A model behind `/embeddings`.
pub struct Embedder {
    line: Line,
    cache: Arc<Cache>,
}

#[derive(Deserialize)]
struct Envelope {
    data: Vec<Row>,
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Row {
    index: usize,
    embedding: Vec<f32>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: u64,
}

impl Embedder {
    /// Opens the endpoint.
    ///
    /// # Errors
    /// If the key is missing or the cache cannot be read.
    pub fn new(endpoint: Endpoint, cache: Arc<Cache>, clock: Arc<dyn Clock>) -> Result<Self> {
        Ok(Self { line: Line::new(endpoint, &[Role::Embedder], &cache, clock)?, cache })
    }

    /// The model's name.
    pub fn model(&self) -> &str {
        &self.line.endpoint().model
    }

    /// One vector a text, as the model gives them.
    ///
    /// # Errors
    /// If the endpoint does not answer or the answer has not one vector of the same length for each text.
    pub fn embed(&self, texts: &[String]) -> Result<Vec<Vec<f32>>> {
        let mut vectors = Vec::with_capacity(texts.len());
        for batch in texts.chunks(BATCH) {
            vectors.extend(self.batch(batch)?);
        }
        let length = vectors.first().map_or(0, Vec::len);
        ensure!(vectors.iter().all(|v| v.len() == length), "the embeddings have different lengths");
        Ok(vectors)
    }

    fn batch(&self, texts: &[String]) -> Result<Vec<Vec<f32>>> {
        let endpoint = self.line.endpoint();
        let shown = json!(texts);
        let key = Cache::key(Role::Embedder, &endpoint.model, &shown, &json!(null));
        let _hold = self.cache.hold(&key);
        let stored = match self.cache.get(Role::Embedder, &key)? {
            Some(stored) => {
                self.line.account().cached();
                stored
            }
            None => {
                let input = texts.iter().map(|text| (text.chars().count() as u64).div_ceil(4)).sum();
                let body = |_| json!({"model": endpoint.model, "input": shown});
                let read = |text: &str| open(text, endpoint, input, texts.len());
                let spend = endpoint.cost(input, 0);
                let stored = self.line.request("/embeddings", spend, &key, body, read).map_err(
                    |refusal| match refusal {
                        Refusal::Stopped(error) => error,
                        Refusal::Rejected(rejection) => rejection.into(),
                    },
                )?;
                self.cache.put(Role::Embedder, &key, &stored)?;
                stored
            }
        };
        serde_json::from_str(stored.content.as_deref().unwrap_or_default()).context("stored embeddings")
    }
}

fn open(text: &str, endpoint: &Endpoint, input: u64, count: usize) -> Result<Stored> {
    let mut envelope: Envelope = serde_json::from_str(text).context("no embeddings")?;
    envelope.data.sort_by_key(|row| row.index);
    let whole = envelope.data.iter().enumerate().all(|(place, row)| row.index == place);
    ensure!(whole && envelope.data.len() == count, "expected {count} embeddings, numbered from 0");
    let vectors: Vec<Vec<f32>> = envelope.data.into_iter().map(|row| row.embedding).collect();
    let finite = vectors.iter().all(|v| !v.is_empty() && v.iter().all(|x| x.is_finite()));
    ensure!(finite, "an embedding is empty or not finite");
    let input_tokens = envelope.usage.map_or(input, |usage| usage.prompt_tokens);
    Ok(Stored {
        content: Some(serde_json::to_string(&vectors)?),
        finish: "stop".to_owned(),
        input_tokens,
        output_tokens: 0,
        cost: endpoint.cost(input_tokens, 0),
    })
}
