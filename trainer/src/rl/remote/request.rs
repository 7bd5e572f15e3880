//! One stretch of writing, whatever the server's dialect.

use std::sync::Arc;

use serde_json::{Value, json};
use vthinker_core::generate::Sampler;

/// What is asked of a server.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask<'a> {
    /// The context with one placeholder token for each picture, which the server expands by itself.
    pub ids: &'a [u32],
    /// The pictures in order, as `data:` addresses of PNG.
    pub images: &'a [Arc<str>],
    /// How to sample.
    pub sampler: &'a Sampler,
    /// Strings that end it, kept in the text.
    pub stops: &'a [&'a str],
    /// Token that ends the turn.
    pub end: u32,
    /// Tokens at most.
    pub max_new_tokens: usize,
    /// Seed, for servers that sample deterministically.
    pub seed: u64,
}

impl Ask<'_> {
    /// What SGLang and vLLM call alike in their sampling parameters; `more` are the others.
    pub(super) fn sampling(&self, more: Value) -> Value {
        let sampler = self.sampler;
        let mut parameters = json!({
            "temperature": if sampler.greedy { 0.0 } else { sampler.temperature },
            "top_p": sampler.top_p,
            "top_k": if sampler.top_k == 0 { -1 } else { sampler.top_k as i64 },
            "repetition_penalty": sampler.repetition_penalty,
            "stop": self.stops,
            "stop_token_ids": [self.end],
            "skip_special_tokens": false,
        });
        if let (Value::Object(all), Value::Object(more)) = (&mut parameters, more) {
            all.extend(more);
        }
        parameters
    }

    /// The seed within the 31 bits that both take.
    pub(super) fn small_seed(&self) -> u64 {
        self.seed & 0x7fff_ffff
    }
}

/// What a server wrote.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Written {
    /// Tokens with their log-probabilities.
    pub tokens: Vec<(u32, f32)>,
    /// Why it stopped.
    pub finish: Finish,
    /// Tokens of the prompt as the server counts them, pictures expanded.
    pub prompt_tokens: usize,
    /// Those tokens, if the server tells them. What it puts in place of image tokens is its own affair.
    pub prompt_ids: Option<Vec<i64>>,
    /// The oldest weights that wrote any of it.
    pub version: Stamp,
}

/// Why a server stopped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Finish {
    /// A stop string or a token that ends the turn.
    Stop,
    /// The limit of tokens.
    Length,
    /// The server gave it up, for example to load weights; it is to be asked again.
    Aborted,
}

/// What a server says about its weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stamp {
    /// Nothing.
    Unstamped,
    /// Weights that were pushed after this many updates.
    Step(u64),
    /// Weights that this run did not push.
    Foreign,
}

impl Stamp {
    /// Reads a stamp: ours are numbers, anything else (SGLang and vLLM begin with `default`) is foreign.
    pub(super) fn read(text: Option<&str>) -> Self {
        match text {
            None => Self::Unstamped,
            Some(text) => text.parse().map_or(Self::Foreign, Self::Step),
        }
    }

    /// The older of both; what is foreign is older than any.
    pub(super) fn older(self, other: Self) -> Self {
        match (self, other) {
            (Self::Step(a), Self::Step(b)) => Self::Step(a.min(b)),
            (Self::Foreign, _) | (_, Self::Foreign) => Self::Foreign,
            (Self::Unstamped, stamp) | (stamp, Self::Unstamped) => stamp,
        }
    }
}
