//! Sizes and special tokens of a checkpoint.

/// Everything the model needs to know about its own shape.
///
/// In JSON this is the hub's `config.json`: see [`Config::from_json`].
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "serde_json::Value", into = "serde_json::Value")]
pub struct Config {
    /// The language model.
    pub text: TextConfig,
    /// The vision tower.
    pub vision: VisionConfig,
    /// Stands for one merged image token.
    pub image_token_id: u32,
    /// Stands for one merged video token; kept for the file, pictures never use it.
    pub video_token_id: u32,
    /// Opens an image.
    pub vision_start_token_id: u32,
    /// Closes an image.
    pub vision_end_token_id: u32,
    /// Beginning of text, which the Qwen tokenizers also use for padding.
    pub bos_token_id: u32,
    /// End of a turn.
    pub eos_token_id: u32,
}

/// The language model's sizes, under the hub's names.
#[derive(Debug, Clone, PartialEq)]
pub struct TextConfig {
    /// Rows of the embedding table.
    pub vocab_size: usize,
    /// Width of the residual stream.
    pub hidden_size: usize,
    /// Width of the feed-forward layer.
    pub intermediate_size: usize,
    /// Decoder layers.
    pub num_hidden_layers: usize,
    /// Query heads.
    pub num_attention_heads: usize,
    /// Key and value heads, shared by groups of query heads.
    pub num_key_value_heads: usize,
    /// Longest context.
    pub max_position_embeddings: usize,
    /// RMSNorm's epsilon.
    pub rms_norm_eps: f64,
    /// Base of the rotary frequencies.
    pub rope_theta: f64,
    /// Rotary frequencies given to time, height and width.
    pub mrope_section: [usize; 3],
    /// Whether the output head is the embedding table.
    pub tie_word_embeddings: bool,
}

impl TextConfig {
    /// Width of one attention head.
    pub fn head_dim(&self) -> usize {
        self.hidden_size / self.num_attention_heads
    }
}

/// The vision tower's sizes, under the hub's names.
#[derive(Debug, Clone, PartialEq)]
pub struct VisionConfig {
    /// Blocks.
    pub depth: usize,
    /// Width of the residual stream.
    pub hidden_size: usize,
    /// Width of the feed-forward layer.
    pub intermediate_size: usize,
    /// Attention heads.
    pub num_heads: usize,
    /// Colour channels.
    pub in_channels: usize,
    /// Side of a patch in pixels.
    pub patch_size: usize,
    /// Side, in patches, of the square merged into one token.
    pub spatial_merge_size: usize,
    /// Frames in a patch; a still picture is repeated.
    pub temporal_patch_size: usize,
    /// Side of an attention window in pixels.
    pub window_size: usize,
    /// Width of the merged tokens: the language model's.
    pub out_hidden_size: usize,
    /// Blocks that attend over the whole picture.
    pub fullatt_block_indexes: Vec<usize>,
}

impl VisionConfig {
    /// Width of one attention head.
    pub fn head_dim(&self) -> usize {
        self.hidden_size / self.num_heads
    }

    /// Values in one flattened patch: channels x frames x side x side.
    pub fn patch_values(&self) -> usize {
        self.in_channels * self.temporal_patch_size * self.patch_size * self.patch_size
    }

    /// Side of an attention window in merged tokens.
    pub fn window_tokens(&self) -> usize {
        self.window_size / self.spatial_merge_size / self.patch_size
    }
}

/// What is wrong with a `config.json`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// The text is not JSON.
    #[error("config.json is not valid JSON: {0}")]
    Json(String),
    /// A required field is absent.
    #[error("config.json lacks `{field}`: is this a Qwen2.5-VL checkpoint?")]
    Missing {
        /// Dotted path of the field.
        field: String,
    },
    /// A field holds something unusable.
    #[error("config.json: `{field}`: expected {expected}, found {found}")]
    Invalid {
        /// Dotted path of the field.
        field: String,
        /// What would be right.
        expected: String,
        /// What the file says.
        found: String,
    },
}

impl ConfigError {
    pub(super) fn invalid(field: &str, expected: impl Into<String>, found: impl std::fmt::Display) -> Self {
        ConfigError::Invalid { field: field.into(), expected: expected.into(), found: found.to_string() }
    }
}

/// Caps on sizes: far above any published checkpoint, low enough that products of sizes cannot
/// overflow and that a forged file is refused before memory is asked for.
const MAX_WIDTH: usize = 1 << 17;
const MAX_LAYERS: usize = 1 << 10;
const MAX_VOCAB: usize = 1 << 22;
const MAX_CONTEXT: usize = 1 << 24;

impl Config {
    /// Whether a token stands for itself in any text: it is none of those that make a picture.
    pub fn is_word(&self, id: u32) -> bool {
        ![self.image_token_id, self.vision_start_token_id, self.vision_end_token_id].contains(&id)
    }

    /// All such tokens.
    pub fn words(&self) -> impl Iterator<Item = u32> + Clone + '_ {
        (0..self.text.vocab_size as u32).filter(|id| self.is_word(*id))
    }

    /// Checks that the sizes are possible and fit together.
    pub fn validate(&self) -> Result<(), ConfigError> {
        let (t, v) = (&self.text, &self.vision);
        for (field, value, max) in [
            ("vocab_size", t.vocab_size, MAX_VOCAB),
            ("hidden_size", t.hidden_size, MAX_WIDTH),
            ("intermediate_size", t.intermediate_size, MAX_WIDTH),
            ("num_hidden_layers", t.num_hidden_layers, MAX_LAYERS),
            ("num_attention_heads", t.num_attention_heads, MAX_WIDTH),
            ("num_key_value_heads", t.num_key_value_heads, MAX_WIDTH),
            ("max_position_embeddings", t.max_position_embeddings, MAX_CONTEXT),
            ("vision_config.depth", v.depth, MAX_LAYERS),
            ("vision_config.hidden_size", v.hidden_size, MAX_WIDTH),
            ("vision_config.intermediate_size", v.intermediate_size, MAX_WIDTH),
            ("vision_config.num_heads", v.num_heads, MAX_WIDTH),
            ("vision_config.in_channels", v.in_channels, 16),
            ("vision_config.patch_size", v.patch_size, 256),
            ("vision_config.spatial_merge_size", v.spatial_merge_size, 16),
            ("vision_config.temporal_patch_size", v.temporal_patch_size, 16),
            ("vision_config.window_size", v.window_size, MAX_WIDTH),
            ("vision_config.out_hidden_size", v.out_hidden_size, MAX_WIDTH),
        ] {
            if value == 0 || value > max {
                return Err(ConfigError::invalid(field, format!("a number from 1 to {max}"), value));
            }
        }
        divides("num_attention_heads", t.num_attention_heads, "hidden_size", t.hidden_size)?;
        divides("num_key_value_heads", t.num_key_value_heads, "num_attention_heads", t.num_attention_heads)?;
        divides("vision_config.num_heads", v.num_heads, "vision_config.hidden_size", v.hidden_size)?;
        if !t.head_dim().is_multiple_of(2) {
            let expected = format!("hidden_size {} to give an even head width", t.hidden_size);
            return Err(ConfigError::invalid("num_attention_heads", expected, t.num_attention_heads));
        }
        if !v.head_dim().is_multiple_of(4) {
            let expected = format!("hidden_size {} to give a head width divisible by 4", v.hidden_size);
            return Err(ConfigError::invalid("vision_config.num_heads", expected, v.num_heads));
        }
        let half = t.head_dim() / 2;
        if t.mrope_section.iter().try_fold(0usize, |sum, n| sum.checked_add(*n)) != Some(half) {
            let expected = format!("three numbers that add up to half the head width, {half}");
            let found = format!("{:?}", t.mrope_section);
            return Err(ConfigError::invalid("rope_scaling.mrope_section", expected, found));
        }
        if v.out_hidden_size != t.hidden_size {
            let expected = format!("the language model's hidden_size, {}", t.hidden_size);
            return Err(ConfigError::invalid("vision_config.out_hidden_size", expected, v.out_hidden_size));
        }
        let merged = v.patch_size * v.spatial_merge_size;
        if v.window_size < merged {
            let expected = format!("at least one merged patch, {merged} pixels");
            return Err(ConfigError::invalid("vision_config.window_size", expected, v.window_size));
        }
        if let Some(i) = v.fullatt_block_indexes.iter().find(|i| **i >= v.depth) {
            let expected = format!("block indexes below the depth, {}", v.depth);
            return Err(ConfigError::invalid("vision_config.fullatt_block_indexes", expected, i));
        }
        for (field, value) in [("rms_norm_eps", t.rms_norm_eps), ("rope_theta", t.rope_theta)] {
            if !(value.is_finite() && value > 0.0) {
                return Err(ConfigError::invalid(field, "a positive number", value));
            }
        }
        if self.image_token_id as usize >= t.vocab_size {
            let expected = format!("a token below vocab_size, {}", t.vocab_size);
            return Err(ConfigError::invalid("image_token_id", expected, self.image_token_id));
        }
        Ok(())
    }
}

fn divides(field: &str, divisor: usize, whole_field: &str, whole: usize) -> Result<(), ConfigError> {
    if whole.is_multiple_of(divisor) {
        return Ok(());
    }
    Err(ConfigError::invalid(field, format!("a divisor of {whole_field}, {whole}"), divisor))
}
