//! Checkpoints that must be refused, with a message that says why.

use burn::tensor::Device;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use vthinker_core::{
    checkpoint::{Checkpoint, CheckpointError},
    model::{Config, ConfigError},
};

use super::goldens::model_files;

fn error_with(file: &str, bytes: Option<Vec<u8>>) -> CheckpointError {
    let mut files = model_files();
    match bytes {
        Some(bytes) => files.insert(file.into(), bytes),
        None => files.remove(file),
    };
    Checkpoint::from_files(&files, &Device::flex()).expect_err("refused")
}

/// The weights with one tensor given another shape or type, or left out.
fn weights_with(name: &str, change: Option<(Dtype, Vec<usize>)>) -> Vec<u8> {
    let whole = model_files().remove("model.safetensors").expect("weights");
    let zeros = vec![0; 1 << 20];
    let tensors =
        SafeTensors::deserialize(&whole).expect("parses").tensors().into_iter().filter_map(|(key, view)| {
            if key != name {
                return Some((key, view));
            }
            let (dtype, shape) = change.clone()?;
            let size = shape.iter().product::<usize>() * dtype.bitsize() / 8;
            Some((key, TensorView::new(dtype, shape, &zeros[..size]).expect("view")))
        });
    safetensors::serialize(tensors.collect::<Vec<_>>(), None).expect("writes")
}

#[test]
fn missing_files_are_named() {
    for file in ["config.json", "tokenizer.json"] {
        assert_eq!(error_with(file, None), CheckpointError::MissingFile(file.into()));
    }
    assert!(error_with("model.safetensors", None).to_string().contains("safetensors"));
}

#[test]
fn damaged_weights_are_refused() {
    let whole = model_files().remove("model.safetensors").expect("weights");
    for length in [0, 4, 100, whole.len() / 2, whole.len() - 1] {
        let error = error_with("model.safetensors", Some(whole[..length].to_vec()));
        assert!(
            matches!(&error, CheckpointError::Damaged { file, .. } if file == "model.safetensors"),
            "{error}"
        );
    }
    let mut header = whole.clone();
    header[..8].copy_from_slice(&u64::MAX.to_le_bytes());
    assert!(matches!(error_with("model.safetensors", Some(header)), CheckpointError::Damaged { .. }));
}

#[test]
fn wrong_tensors_are_named() {
    let name = "model.layers.1.self_attn.k_proj.weight";
    let error = error_with("model.safetensors", Some(weights_with(name, None)));
    assert!(matches!(&error, CheckpointError::MissingTensor { name: named, .. } if named == name), "{error}");

    let error = error_with("model.safetensors", Some(weights_with(name, Some((Dtype::F32, vec![64, 32])))));
    let expected = CheckpointError::Shape { name: name.into(), expected: vec![32, 64], found: vec![64, 32] };
    assert_eq!(error, expected);

    let patch = "visual.patch_embed.proj.weight";
    let error =
        error_with("model.safetensors", Some(weights_with(patch, Some((Dtype::F32, vec![48, 1176])))));
    assert!(
        matches!(&error, CheckpointError::Shape { expected, .. } if *expected == [48, 3, 2, 14, 14]),
        "{error}"
    );

    let error = error_with("model.safetensors", Some(weights_with(name, Some((Dtype::I8, vec![32, 64])))));
    assert_eq!(error, CheckpointError::DType { name: name.into(), found: "I8".into() });
}

fn config_error(edit: impl FnOnce(&mut serde_json::Value)) -> ConfigError {
    let json = model_files().remove("config.json").expect("config");
    let mut value: serde_json::Value = serde_json::from_slice(&json).expect("json");
    edit(&mut value);
    Config::from_json(&value.to_string()).expect_err("refused")
}

#[test]
fn impossible_sizes_name_their_field() {
    type Change = (&'static str, serde_json::Value);
    let changes: [Change; 14] = [
        ("num_attention_heads", 3.into()),
        ("num_key_value_heads", 3.into()),
        ("num_hidden_layers", 0.into()),
        ("hidden_size", 0.into()),
        ("hidden_size", u64::MAX.into()),
        ("vocab_size", 1_000_000_000_000u64.into()),
        ("intermediate_size", (-1).into()),
        ("max_position_embeddings", "many".into()),
        ("rms_norm_eps", 0.into()),
        ("hidden_act", "gelu".into()),
        ("use_sliding_window", true.into()),
        ("image_token_id", 4_000_000_000u64.into()),
        ("vision_config", "none".into()),
        ("rope_scaling", 7.into()),
    ];
    for (field, value) in changes {
        let error = config_error(|config| config[field] = value.clone());
        assert!(
            matches!(&error, ConfigError::Invalid { field: named, .. } if named == field),
            "{field}: {error}"
        );
    }
    for (field, value) in [
        ("depth", 0.into()),
        ("num_heads", 5.into()),
        ("num_heads", 24.into()),
        ("window_size", 20.into()),
        ("fullatt_block_indexes", serde_json::json!([1, 4])),
        ("out_hidden_size", 32.into()),
        ("patch_size", 100_000.into()),
    ] {
        let error = config_error(|config| config["vision_config"][field] = serde_json::Value::clone(&value));
        let path = format!("vision_config.{field}");
        assert!(matches!(&error, ConfigError::Invalid { field, .. } if *field == path), "{path}: {error}");
    }
    let error = config_error(|config| config["rope_scaling"]["mrope_section"] = serde_json::json!([2, 3, 4]));
    assert!(error.to_string().contains("mrope_section"), "{error}");
    let error = config_error(|config| {
        config.as_object_mut().expect("object").remove("hidden_size");
    });
    assert_eq!(error, ConfigError::Missing { field: "hidden_size".into() });
    assert!(matches!(Config::from_json("{"), Err(ConfigError::Json(_))));
    assert!(matches!(Config::from_json("[]"), Err(ConfigError::Invalid { .. })));
}

#[test]
fn files_that_do_not_belong_together_are_refused() {
    let files = model_files();
    let edit = |file: &str, key: &str, value: serde_json::Value| {
        let mut json: serde_json::Value = serde_json::from_slice(&files[file]).expect("json");
        json[key] = value;
        error_with(file, Some(json.to_string().into_bytes()))
    };
    let error = edit("config.json", "image_token_id", 3.into());
    assert!(
        matches!(&error, CheckpointError::TokenMismatch { field, .. } if field == "image_token_id"),
        "{error}"
    );
    let error = edit("preprocessor_config.json", "patch_size", 16.into());
    assert!(error.to_string().contains("patch_size"), "{error}");
    let error = edit("generation_config.json", "temperature", "warm".into());
    assert!(error.to_string().contains("generation_config.json"), "{error}");
    let error = edit("tokenizer_config.json", "chat_template", "{% if %}".into());
    assert!(error.to_string().contains("chat template"), "{error}");
    assert_eq!(error_with("config.json", Some(vec![0xFF])), CheckpointError::NotText("config.json".into()));
}
