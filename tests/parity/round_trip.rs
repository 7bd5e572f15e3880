//! Checkpoints written and read again.

use burn::tensor::Device;
use vthinker_core::{
    checkpoint::{Checkpoint, Precision, WeightType, load_weights, parameters, to_safetensors},
    model::{Config, Qwen25Vl},
};

use super::goldens::{load, model_files};

#[test]
fn an_f32_file_is_written_as_it_was_read() {
    let device = Device::flex();
    let loaded = load(&device);
    let bytes = to_safetensors(&loaded.model, WeightType::F32).expect("writes");
    let original = model_files();
    let ours = safetensors::SafeTensors::deserialize(&bytes).expect("parses");
    let theirs = safetensors::SafeTensors::deserialize(&original["model.safetensors"]).expect("parses");
    assert_eq!(ours.len(), theirs.len());
    for (name, tensor) in theirs.tensors() {
        let ours = ours.tensor(&name).expect("the same keys");
        assert_eq!((ours.shape(), ours.data()), (tensor.shape(), tensor.data()), "{name}");
    }
}

#[test]
fn half_precision_files_load_in_both_precisions() {
    let device = Device::flex();
    let loaded = load(&device);
    let exact = parameters(&loaded.model).expect("parameters");
    for (weight_type, tolerance) in [(WeightType::F16, 1e-3), (WeightType::BF16, 8e-3)] {
        let bytes = to_safetensors(&loaded.model, weight_type).expect("writes");
        for precision in [Precision::F32, Precision::Stored] {
            let fresh = Qwen25Vl::new(&loaded.config, &device);
            let again = load_weights(fresh, &[("half.safetensors", &bytes)], precision).expect("loads");
            let stored = precision == Precision::Stored;
            assert_eq!(again.dtype() != burn::tensor::DType::F32, stored, "{weight_type:?}");
            for ((name, a), (_, b)) in exact.iter().zip(parameters(&again).expect("parameters")) {
                let (a, b) = (a.as_slice::<f32>().expect("f32"), b.as_slice::<f32>().expect("f32"));
                assert!(
                    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * a.abs().max(0.01)),
                    "{name}"
                );
            }
        }
    }
}

#[test]
fn a_tied_model_has_no_head_of_its_own() {
    let device = Device::flex();
    let mut config = load(&device).config;
    config.text.tie_word_embeddings = true;
    let model = Qwen25Vl::new(&config, &device);
    let names: Vec<String> =
        parameters(&model).expect("parameters").into_iter().map(|(name, _)| name).collect();
    assert!(names.contains(&"model.embed_tokens.weight".to_owned()));
    assert!(!names.contains(&"lm_head.weight".to_owned()));
}

#[test]
fn shards_and_nested_keys_load() {
    let device = Device::flex();
    let mut files = model_files();
    let whole = files.remove("model.safetensors").expect("weights");
    let tensors = safetensors::SafeTensors::deserialize(&whole).expect("parses").tensors();
    let nested = |name: &str| match name.split_once('.') {
        Some(("visual", rest)) => format!("model.visual.{rest}"),
        Some(("model", rest)) => format!("model.language_model.{rest}"),
        _ => name.to_owned(),
    };
    let (first, second): (Vec<_>, Vec<_>) = tensors
        .into_iter()
        .map(|(name, view)| (nested(&name), view))
        .partition(|(name, _)| name.len() % 2 == 0);
    for (file, tensors) in
        [("model-00001-of-00002.safetensors", first), ("model-00002-of-00002.safetensors", second)]
    {
        files.insert(file.into(), safetensors::serialize(tensors, None).expect("writes"));
    }
    let sharded = Checkpoint::from_files(&files, &device).expect("loads");
    let (a, b) = (parameters(&sharded.model), parameters(&load(&device).model));
    assert!(a.expect("parameters") == b.expect("parameters"));
}

#[test]
fn the_configuration_survives_both_forms() {
    let config = load(&Device::flex()).config;
    assert_eq!(Config::from_json(&config.to_json()).expect("flat"), config);
    let mut value: serde_json::Value = serde_json::from_str(&config.to_json()).expect("json");
    let root = value.as_object_mut().expect("object");
    let vision = root.remove("vision_config").expect("vision");
    let mut text = std::mem::take(root);
    let mut nested = serde_json::Map::new();
    for key in ["image_token_id", "video_token_id", "vision_start_token_id", "vision_end_token_id"] {
        nested.insert(key.into(), text.remove(key).expect("token"));
    }
    let theta = text.remove("rope_theta").expect("theta");
    let section = text.remove("rope_scaling").expect("scaling")["mrope_section"].clone();
    text.insert("rope_parameters".into(), serde_json::json!({"rope_theta": theta, "mrope_section": section}));
    nested.insert("text_config".into(), text.into());
    nested.insert("vision_config".into(), vision);
    assert_eq!(Config::from_json(&serde_json::Value::from(nested).to_string()).expect("nested"), config);
}
