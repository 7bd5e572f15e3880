//! What a model is told, in the form of the chat endpoints.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

/// Characters of one token, on the average: the rule of thumb behind every estimate.
const CHARACTERS: u64 = 4;
/// Pixels of one image token: vision models of the usual kind take patches of 28 x 28.
const PIXELS: u64 = 784;

/// A piece of a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// Words.
    Text(String),
    /// A picture as PNG with its width and height.
    Image(Vec<u8>, (u32, u32)),
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Speaker {
    /// The rules.
    System,
    /// The one who asks.
    User,
    /// The model.
    Assistant,
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Who speaks.
    pub speaker: Speaker,
    /// What is said.
    pub parts: Vec<Part>,
}

impl Message {
    /// Words alone.
    pub fn text(speaker: Speaker, text: impl Into<String>) -> Self {
        Self { speaker, parts: vec![Part::Text(text.into())] }
    }

    fn json(&self) -> Value {
        let role = match self.speaker {
            Speaker::System => "system",
            Speaker::User => "user",
            Speaker::Assistant => "assistant",
        };
        let content = match &self.parts[..] {
            [Part::Text(text)] => json!(text),
            parts => Value::Array(parts.iter().map(Part::json).collect()),
        };
        json!({"role": role, "content": content})
    }
}

impl Part {
    fn json(&self) -> Value {
        match self {
            Part::Text(text) => json!({"type": "text", "text": text}),
            Part::Image(png, _) => {
                let url = format!("data:image/png;base64,{}", STANDARD.encode(png));
                json!({"type": "image_url", "image_url": {"url": url}})
            }
        }
    }

    fn tokens(&self) -> u64 {
        match self {
            Part::Text(text) => (text.chars().count() as u64).div_ceil(CHARACTERS),
            Part::Image(_, (width, height)) => (u64::from(*width) * u64::from(*height)).div_ceil(PIXELS),
        }
    }
}

/// The JSON that an answer must be.
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    /// Its name for the endpoint.
    pub name: &'static str,
    /// The JSON schema.
    pub schema: Value,
}

/// A question to a model.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// What is said, rules first.
    pub messages: Vec<Message>,
    /// What must come back.
    pub schema: Schema,
}

impl Prompt {
    /// Rules and what is asked. The schema is told in words, too, for endpoints that do not enforce it.
    pub fn new(rules: &str, parts: Vec<Part>, schema: Schema) -> Self {
        let rules = format!(
            "{rules}\n\nAnswer with one JSON object and nothing else. It must match this JSON schema:\n{}",
            schema.schema
        );
        let messages = vec![Message::text(Speaker::System, rules), Message { speaker: Speaker::User, parts }];
        Self { messages, schema }
    }
}

pub(super) fn messages_json(messages: &[Message]) -> Value {
    Value::Array(messages.iter().map(Message::json).collect())
}

/// About how many tokens messages are: a fourth of the characters, and pictures by their area.
pub fn tokens(messages: &[Message]) -> u64 {
    messages.iter().map(|message| 4 + message.parts.iter().map(Part::tokens).sum::<u64>()).sum()
}
