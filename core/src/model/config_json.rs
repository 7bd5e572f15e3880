//! The hub's `config.json`, read in both of its forms and written in the flat one.

use serde_json::{Map, Value, json};

use super::config::{Config, ConfigError, TextConfig, VisionConfig};

impl Config {
    /// Reads the flat form published checkpoints use, or the nested one of transformers 5
    /// (`text_config`, `rope_parameters`), and checks it.
    pub fn from_json(text: &str) -> Result<Config, ConfigError> {
        let value: Value = serde_json::from_str(text).map_err(|e| ConfigError::Json(e.to_string()))?;
        Config::try_from(value)
    }

    /// The flat hub form.
    pub fn to_json(&self) -> String {
        format!("{:#}", Value::from(self.clone()))
    }
}

impl TryFrom<Value> for Config {
    type Error = ConfigError;

    fn try_from(value: Value) -> Result<Self, ConfigError> {
        let root = Fields::of("", &value)?;
        let nested = root.child("text_config")?;
        let text = read_text(nested.as_ref().unwrap_or(&root), &root)?;
        let vision = match root.child("vision_config")? {
            Some(fields) => read_vision(&fields, text.hidden_size)?,
            None => return Err(ConfigError::Missing { field: "vision_config".into() }),
        };
        let token = |name: &str, default: u32| {
            root.token(name).and_then(|id| match (id, &nested) {
                (Some(id), _) => Ok(id),
                (None, Some(nested)) => Ok(nested.token(name)?.unwrap_or(default)),
                (None, None) => Ok(default),
            })
        };
        let config = Config {
            image_token_id: token("image_token_id", 151655)?,
            video_token_id: token("video_token_id", 151656)?,
            vision_start_token_id: token("vision_start_token_id", 151652)?,
            vision_end_token_id: token("vision_end_token_id", 151653)?,
            bos_token_id: token("bos_token_id", 151643)?,
            eos_token_id: token("eos_token_id", 151645)?,
            text,
            vision,
        };
        config.validate()?;
        Ok(config)
    }
}

fn read_text(f: &Fields, root: &Fields) -> Result<TextConfig, ConfigError> {
    if f.get("use_sliding_window") == Some(&Value::Bool(true)) {
        return Err(ConfigError::invalid(
            &f.path("use_sliding_window"),
            "false: sliding windows are not supported",
            true,
        ));
    }
    require_silu(f)?;
    let hidden_size = f.required("hidden_size")?;
    let num_attention_heads = f.required("num_attention_heads")?;
    let rope = match f.child("rope_parameters")? {
        Some(rope) => Some(rope),
        None => f.child("rope_scaling")?,
    };
    let rope_theta = match rope.as_ref().map(|r| r.number("rope_theta")).transpose()?.flatten() {
        Some(theta) => theta,
        None => f.number("rope_theta")?.unwrap_or(1e6),
    };
    let mrope_section = rope.as_ref().map(|r| r.sizes("mrope_section")).transpose()?.flatten();
    let mrope_section = match mrope_section {
        None => [16, 24, 24],
        Some(s) => <[usize; 3]>::try_from(s).map_err(|s| {
            ConfigError::invalid("rope_scaling.mrope_section", "three numbers", format!("{s:?}"))
        })?,
    };
    let tied = |f: &Fields| f.get("tie_word_embeddings") == Some(&Value::Bool(true));
    Ok(TextConfig {
        vocab_size: f.required("vocab_size")?,
        hidden_size,
        intermediate_size: f.required("intermediate_size")?,
        num_hidden_layers: f.required("num_hidden_layers")?,
        num_attention_heads,
        num_key_value_heads: f.size("num_key_value_heads")?.unwrap_or(num_attention_heads),
        max_position_embeddings: f.size("max_position_embeddings")?.unwrap_or(32768),
        rms_norm_eps: f.number("rms_norm_eps")?.unwrap_or(1e-6),
        rope_theta,
        mrope_section,
        tie_word_embeddings: tied(f) || tied(root),
    })
}

fn read_vision(f: &Fields, text_hidden: usize) -> Result<VisionConfig, ConfigError> {
    require_silu(f)?;
    let size = |name: &str, default: usize| Ok::<_, ConfigError>(f.size(name)?.unwrap_or(default));
    Ok(VisionConfig {
        depth: size("depth", 32)?,
        hidden_size: size("hidden_size", 1280)?,
        intermediate_size: size("intermediate_size", 3420)?,
        num_heads: size("num_heads", 16)?,
        in_channels: match f.size("in_channels")? {
            Some(n) => n,
            None => size("in_chans", 3)?,
        },
        patch_size: size("patch_size", 14)?,
        spatial_merge_size: size("spatial_merge_size", 2)?,
        temporal_patch_size: size("temporal_patch_size", 2)?,
        window_size: size("window_size", 112)?,
        out_hidden_size: size("out_hidden_size", text_hidden)?,
        fullatt_block_indexes: f.sizes("fullatt_block_indexes")?.unwrap_or_else(|| vec![7, 15, 23, 31]),
    })
}

fn require_silu(f: &Fields) -> Result<(), ConfigError> {
    match f.get("hidden_act") {
        None => Ok(()),
        Some(Value::String(act)) if act == "silu" => Ok(()),
        Some(other) => Err(ConfigError::invalid(&f.path("hidden_act"), "\"silu\"", other)),
    }
}

impl From<Config> for Value {
    fn from(config: Config) -> Value {
        let Config { text: t, vision: v, .. } = &config;
        json!({
            "architectures": ["Qwen2_5_VLForConditionalGeneration"],
            "model_type": "qwen2_5_vl",
            "bos_token_id": config.bos_token_id,
            "eos_token_id": config.eos_token_id,
            "image_token_id": config.image_token_id,
            "video_token_id": config.video_token_id,
            "vision_start_token_id": config.vision_start_token_id,
            "vision_end_token_id": config.vision_end_token_id,
            "vocab_size": t.vocab_size,
            "hidden_size": t.hidden_size,
            "intermediate_size": t.intermediate_size,
            "num_hidden_layers": t.num_hidden_layers,
            "num_attention_heads": t.num_attention_heads,
            "num_key_value_heads": t.num_key_value_heads,
            "hidden_act": "silu",
            "max_position_embeddings": t.max_position_embeddings,
            "rms_norm_eps": t.rms_norm_eps,
            "rope_theta": t.rope_theta,
            "rope_scaling": {"type": "mrope", "mrope_section": t.mrope_section},
            "use_sliding_window": false,
            "tie_word_embeddings": t.tie_word_embeddings,
            "vision_config": {
                "model_type": "qwen2_5_vl",
                "depth": v.depth,
                "hidden_size": v.hidden_size,
                "hidden_act": "silu",
                "intermediate_size": v.intermediate_size,
                "num_heads": v.num_heads,
                "in_channels": v.in_channels,
                "patch_size": v.patch_size,
                "spatial_merge_size": v.spatial_merge_size,
                "temporal_patch_size": v.temporal_patch_size,
                "window_size": v.window_size,
                "out_hidden_size": v.out_hidden_size,
                "fullatt_block_indexes": v.fullatt_block_indexes,
            },
        })
    }
}

/// A JSON object that knows where it lies, so that errors name the field. Nulls count as absent.
struct Fields<'a> {
    prefix: String,
    map: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    fn of(prefix: &str, value: &'a Value) -> Result<Self, ConfigError> {
        match value {
            Value::Object(map) => Ok(Fields { prefix: prefix.into(), map }),
            other => Err(ConfigError::invalid(
                if prefix.is_empty() { "(root)" } else { prefix },
                "an object",
                brief(other),
            )),
        }
    }

    fn path(&self, name: &str) -> String {
        if self.prefix.is_empty() { name.into() } else { format!("{}.{name}", self.prefix) }
    }

    fn get(&self, name: &str) -> Option<&'a Value> {
        self.map.get(name).filter(|v| !v.is_null())
    }

    fn child(&self, name: &str) -> Result<Option<Fields<'a>>, ConfigError> {
        self.get(name).map(|v| Fields::of(&self.path(name), v)).transpose()
    }

    fn size(&self, name: &str) -> Result<Option<usize>, ConfigError> {
        self.get(name).map(|v| as_size(v, || self.path(name))).transpose()
    }

    fn required(&self, name: &str) -> Result<usize, ConfigError> {
        self.size(name)?.ok_or_else(|| ConfigError::Missing { field: self.path(name) })
    }

    fn sizes(&self, name: &str) -> Result<Option<Vec<usize>>, ConfigError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let list = value
            .as_array()
            .ok_or_else(|| ConfigError::invalid(&self.path(name), "a list of whole numbers", brief(value)))?;
        list.iter().map(|v| as_size(v, || self.path(name))).collect::<Result<_, _>>().map(Some)
    }

    fn number(&self, name: &str) -> Result<Option<f64>, ConfigError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        match value.as_f64() {
            Some(n) => Ok(Some(n)),
            None => Err(ConfigError::invalid(&self.path(name), "a number", brief(value))),
        }
    }

    /// A token id; of a list (several end tokens) the first.
    fn token(&self, name: &str) -> Result<Option<u32>, ConfigError> {
        let Some(value) = self.get(name) else { return Ok(None) };
        let one = value.as_array().and_then(|list| list.first()).unwrap_or(value);
        match one.as_u64().and_then(|n| u32::try_from(n).ok()) {
            Some(id) => Ok(Some(id)),
            None => Err(ConfigError::invalid(&self.path(name), "a token id", brief(value))),
        }
    }
}

fn as_size(value: &Value, path: impl Fn() -> String) -> Result<usize, ConfigError> {
    value
        .as_u64()
        .and_then(|n| usize::try_from(n).ok())
        .ok_or_else(|| ConfigError::invalid(&path(), "a whole number, not negative", brief(value)))
}

/// A value short enough for an error message.
fn brief(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 40 { text } else { text.chars().take(40).chain(['…']).collect() }
}
