//! The mini: Qwen2.5-VL's architecture in a size that trains on a laptop.

use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::Tensor;
use vthinker_core::input::ProcessorConfig;
use vthinker_core::model::{Config, Qwen25Vl};

/// Pixels of the smallest and the largest picture the mini sees: 100 x 100 and 120 x 120, the sides of the flywheel's
/// figures. Pictures of other sizes are brought there: positions it never saw in training mean nothing to it.
const PIXELS: (usize, usize) = (10_000, 14_400);

/// The configuration for a vocabulary with the given token ids.
///
/// A patch has 10 pixels, so a merged token covers 20: the tens digit of a coordinate follows from the place of its
/// token, and only the last digit from its content. The rotary base is small because a head has 16 frequencies
/// where Qwen's has 64: with Qwen's base, one column more would turn the width's frequencies by less than a
/// hundredth of a radian.
///
/// # Panics
/// Never: the configuration is checked by a test.
pub fn config(vocab_size: usize, id: impl Fn(&str) -> u32) -> Config {
    let json = serde_json::json!({
        "architectures": ["Qwen2_5_VLForConditionalGeneration"],
        "model_type": "qwen2_5_vl",
        "vocab_size": vocab_size,
        "hidden_size": 128,
        "num_hidden_layers": 4,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "intermediate_size": 256,
        "hidden_act": "silu",
        "max_position_embeddings": 2048,
        "rms_norm_eps": 1e-6,
        "rope_theta": 25.0,
        "rope_scaling": { "type": "mrope", "mrope_section": [2, 7, 7] },
        "tie_word_embeddings": true,
        "bos_token_id": id("<|endoftext|>"),
        "eos_token_id": id("<|im_end|>"),
        "image_token_id": id("<|image_pad|>"),
        "vision_start_token_id": id("<|vision_start|>"),
        "vision_end_token_id": id("<|vision_end|>"),
        "vision_config": {
            "depth": 4,
            "hidden_size": 96,
            "num_heads": 4,
            "intermediate_size": 192,
            "out_hidden_size": 128,
            "patch_size": 10,
            "spatial_merge_size": 2,
            "temporal_patch_size": 2,
            "window_size": 80,
            "fullatt_block_indexes": [1, 3],
            "hidden_act": "silu",
            "in_channels": 3
        }
    });
    Config::from_json(&json.to_string()).expect("the mini's configuration is valid")
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

/// Deviation of a mini's random matrices over that of the architecture's default: 0.09 is about one over the square
/// root of its width, where the default's 0.02 suits a width of thousands.
const SPREAD: f32 = 4.5;

/// Random weights scaled to the mini's width.
pub fn initialise(model: Qwen25Vl) -> Qwen25Vl {
    struct Spread;
    impl ModuleMapper for Spread {
        fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
            if D < 2 {
                return param;
            }
            param.map(|weight| weight.mul_scalar(SPREAD).detach().require_grad())
        }
    }
    model.map(&mut Spread)
}
