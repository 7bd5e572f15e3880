//! `generation_config.json`.

use serde::{Deserialize, Serialize};

/// A checkpoint's suggested sampling, and the tokens that end its turns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GenerationConfig {
    /// Whether to sample at all; otherwise the likeliest token is taken.
    pub do_sample: bool,
    /// Divides the logits.
    pub temperature: f32,
    /// Samples from the likeliest tokens that together have this probability.
    pub top_p: f32,
    /// Samples from this many likeliest tokens; 0 means all.
    pub top_k: usize,
    /// Makes tokens that occurred less likely; 1 leaves them alone.
    pub repetition_penalty: f32,
    /// Tokens that end the turn.
    #[serde(rename = "eos_token_id", with = "one_or_many")]
    pub eos_token_ids: Vec<u32>,
}

impl Default for GenerationConfig {
    fn default() -> Self {
        GenerationConfig {
            do_sample: false,
            temperature: 1.0,
            top_p: 1.0,
            top_k: 0,
            repetition_penalty: 1.0,
            eos_token_ids: Vec::new(),
        }
    }
}

impl GenerationConfig {
    /// Reads the hub's file; fields not listed here are left aside.
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

/// The hub writes a single end token as a number, several as a list.
mod one_or_many {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[serde(untagged)]
    enum OneOrMany {
        One(u32),
        Many(Vec<u32>),
        None,
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Vec<u32>, D::Error> {
        OneOrMany::deserialize(d).map(|value| match value {
            OneOrMany::One(id) => vec![id],
            OneOrMany::Many(ids) => ids,
            OneOrMany::None => Vec::new(),
        })
    }

    pub(super) fn serialize<S: Serializer>(ids: &[u32], s: S) -> Result<S::Ok, S::Error> {
        ids.serialize(s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_or_several_end_tokens_are_read() {
        let one = GenerationConfig::from_json(r#"{"eos_token_id": 5, "top_k": 1, "bos_token_id": 7}"#)
            .expect("one");
        assert_eq!((one.eos_token_ids, one.top_k, one.temperature), (vec![5], 1, 1.0));
        let many = GenerationConfig::from_json(r#"{"eos_token_id": [5, 3]}"#).expect("many");
        assert_eq!(many.eos_token_ids, [5, 3]);
        let json = serde_json::to_string(&many).expect("writes");
        assert_eq!(GenerationConfig::from_json(&json).expect("reads"), many);
    }
}
