//! The mini: Qwen2.5-VL's architecture in a size that trains on a laptop.

use anyhow::{Context, Result, ensure};
use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::Tensor;
use serde::{Deserialize, Serialize};
use vthinker_core::input::ProcessorConfig;
use vthinker_core::model::{Config, Qwen25Vl};

/// Pixels of the smallest and the largest picture the mini sees: 100 x 100 and 120 x 120, the sides of the flywheel's
/// figures. Pictures of other sizes are brought there: positions it never saw in training mean nothing to it.
const PIXELS: (usize, usize) = (10_000, 14_400);

/// Width of a head of the decoder: its 16 frequencies are shared out by `mrope_section`.
const HEAD: usize = 32;
/// Width of a head of the vision tower.
const VISION_HEAD: usize = 24;

/// The sizes of a mini from scratch; heads have 32 values in the decoder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shape {
    /// Width of the decoder, a multiple of 64.
    pub hidden_size: usize,
    /// Layers of the decoder.
    pub layers: usize,
    /// Width of the vision tower, a multiple of 24.
    pub vision_hidden_size: usize,
    /// Layers of the vision tower.
    pub vision_layers: usize,
    /// Tokens in its vocabulary at most.
    pub vocab_size: usize,
}

impl Default for Shape {
    /// 1.3 million parameters.
    fn default() -> Self {
        Self { hidden_size: 128, layers: 4, vision_hidden_size: 96, vision_layers: 4, vocab_size: 768 }
    }
}

/// The configuration for a vocabulary with the given token ids.
///
/// A patch has 10 pixels, so a merged token covers 20: the tens digit of a coordinate follows from the place of its
/// token, and only the last digit from its content.
///
/// A head has 16 frequencies where Qwen's has 64, and the width always gets the lowest. With Qwen's base one column more
/// would turn them by less than a hundredth of a radian. Of the width's eleven here the first five tell columns apart,
/// and the last six turn by less than 0.025 radians a token, which leaves them to content. (A base of 25 with sections of
/// 2, 7 and 7 has none of those and learned about as well, RESULTS.md.)
///
/// # Errors
/// If the shape's widths cannot be cut into heads.
pub fn config(shape: &Shape, vocab_size: usize, id: impl Fn(&str) -> u32) -> Result<Config> {
    let heads = shape.hidden_size / HEAD;
    ensure!(
        shape.hidden_size >= 2 * HEAD && shape.hidden_size.is_multiple_of(2 * HEAD),
        "mini.hidden_size {}: must be a multiple of 64",
        shape.hidden_size
    );
    let vision_heads = shape.vision_hidden_size / VISION_HEAD;
    ensure!(
        vision_heads >= 1 && shape.vision_hidden_size.is_multiple_of(VISION_HEAD),
        "mini.vision_hidden_size {}: must be a multiple of 24",
        shape.vision_hidden_size
    );
    ensure!(shape.layers >= 2 && shape.vision_layers >= 2, "mini.layers and mini.vision_layers: at least 2");
    let json = serde_json::json!({
        "architectures": ["Qwen2_5_VLForConditionalGeneration"],
        "model_type": "qwen2_5_vl",
        "vocab_size": vocab_size,
        "hidden_size": shape.hidden_size,
        "num_hidden_layers": shape.layers,
        "num_attention_heads": heads,
        "num_key_value_heads": heads / 2,
        "intermediate_size": 2 * shape.hidden_size,
        "hidden_act": "silu",
        "max_position_embeddings": 2048,
        "rms_norm_eps": 1e-6,
        "rope_theta": 400.0,
        "rope_scaling": { "type": "mrope", "mrope_section": [1, 4, 11] },
        "tie_word_embeddings": true,
        "bos_token_id": id("<|endoftext|>"),
        "eos_token_id": id("<|im_end|>"),
        "image_token_id": id("<|image_pad|>"),
        "vision_start_token_id": id("<|vision_start|>"),
        "vision_end_token_id": id("<|vision_end|>"),
        "vision_config": {
            "depth": shape.vision_layers,
            "hidden_size": shape.vision_hidden_size,
            "num_heads": vision_heads,
            "intermediate_size": 2 * shape.vision_hidden_size,
            "out_hidden_size": shape.hidden_size,
            "patch_size": 10,
            "spatial_merge_size": 2,
            "temporal_patch_size": 2,
            "window_size": 80,
            "fullatt_block_indexes": full_attention(shape.vision_layers),
            "hidden_act": "silu",
            "in_channels": 3
        }
    });
    Config::from_json(&json.to_string()).context("the mini's configuration")
}

/// Every second block of the tower sees the whole picture, the last among them.
fn full_attention(layers: usize) -> Vec<usize> {
    (0..layers).filter(|i| (layers - 1 - i).is_multiple_of(2)).collect()
}

/// How the mini prepares pictures.
pub fn processor() -> ProcessorConfig {
    let json = serde_json::json!({
        "image_processor_type": "Qwen2VLImageProcessor",
        "patch_size": 10,
        "merge_size": 2,
        "temporal_patch_size": 2,
        "min_pixels": PIXELS.0,
        "max_pixels": PIXELS.1,
        "image_mean": [0.5, 0.5, 0.5],
        "image_std": [0.25, 0.25, 0.25]
    });
    ProcessorConfig::from_json(&json.to_string()).expect("the mini's preprocessor configuration is valid")
}

/// Deviation of the architecture's random matrices.
const DEFAULT_DEVIATION: f32 = 0.02;

/// Random weights scaled to the mini's width: a deviation of about one over its square root, where the default's 0.02
/// suits a width of thousands.
pub fn initialise(model: Qwen25Vl) -> Qwen25Vl {
    struct Spread(f32);
    impl ModuleMapper for Spread {
        fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
            if D < 2 {
                return param;
            }
            let spread = self.0;
            param.map(|weight| weight.mul_scalar(spread).detach().require_grad())
        }
    }
    let width = model.config().text.hidden_size as f32;
    model.map(&mut Spread(1.02 / width.sqrt() / DEFAULT_DEVIATION))
}
