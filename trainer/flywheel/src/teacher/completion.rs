//! What an answer holds: the envelope of the endpoint, and in it the JSON that was asked for.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::Value;

use super::cache::Stored;
use super::endpoint::Endpoint;
use super::rejection::{Reason, Rejection};

#[derive(Deserialize)]
struct Envelope {
    choices: Vec<Choice>,
    usage: Option<Usage>,
}

#[derive(Deserialize)]
struct Choice {
    message: Said,
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Said {
    content: Option<String>,
}

#[derive(Deserialize)]
struct Usage {
    #[serde(default)]
    prompt_tokens: u64,
    #[serde(default)]
    completion_tokens: u64,
}

/// Reads the envelope; where it does not say how many tokens there were, `input` and the length of the answer do.
pub(super) fn open(body: &str, endpoint: &Endpoint, input: u64) -> Result<Stored> {
    let envelope: Envelope = serde_json::from_str(body).context("no chat completion")?;
    let choice = envelope.choices.into_iter().next().context("a chat completion without choices")?;
    let content = choice.message.content;
    let output = content.as_ref().map_or(0, |text| (text.chars().count() as u64).div_ceil(4));
    let (input_tokens, output_tokens) =
        envelope.usage.map_or((input, output), |usage| (usage.prompt_tokens, usage.completion_tokens));
    Ok(Stored {
        content,
        finish: choice.finish_reason.unwrap_or_default(),
        input_tokens,
        output_tokens,
        cost: endpoint.cost(input_tokens, output_tokens),
    })
}

/// The JSON object in an answer: the whole of it, in a fence, or between the first and the last brace.
pub(super) fn object(stored: &Stored) -> Result<Value, Rejection> {
    if stored.finish == "length" {
        let detail = format!("it was cut off after {} tokens: write less", stored.output_tokens);
        return Err(Rejection::new(Reason::Truncated, detail));
    }
    let declined =
        || Rejection::new(Reason::Declined, format!("no content, finished by {:?}", stored.finish));
    if stored.finish == "content_filter" {
        return Err(declined());
    }
    let content = stored.content.as_deref().filter(|text| !text.trim().is_empty()).ok_or_else(declined)?;
    // Models that think aloud may leave their thoughts before the answer.
    let text = content.rsplit_once("</think>").map_or(content, |(_, rest)| rest).trim();
    let inner = |start: &str, end: &str| {
        let from = text.find(start)? + start.len();
        let to = from + text.get(from..)?.rfind(end)?;
        text.get(from..to)
    };
    let braces = text.find('{').zip(text.rfind('}')).and_then(|(from, to)| text.get(from..=to));
    // The whole comes first: the tag may also stand in a text of the JSON.
    let candidates =
        [Some(content.trim()), Some(text), inner("```json\n", "\n```"), inner("```\n", "\n```"), braces];
    let mut fault = None;
    for candidate in candidates.into_iter().flatten() {
        match serde_json::from_str::<Value>(candidate) {
            Ok(value) if value.is_object() => return Ok(value),
            Ok(_) => {}
            Err(error) => fault = fault.or(Some(error.to_string())),
        }
    }
    let fault = fault.unwrap_or_else(|| "it is JSON, but no object".to_owned());
    Err(Rejection::new(Reason::Malformed, format!("expected one JSON object: {fault}")))
}
