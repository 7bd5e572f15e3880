//! What strangers give the command line: each fault ends in an error that names the thing.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A random model of a few weights, from the parity tests.
fn model() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/parity/goldens/model")
}

/// Runs `trainer` and gives its error text, having checked that it failed in good order.
fn refused(args: &[&str]) -> String {
    let Output { status, stdout, stderr } = trainer(args);
    let error = String::from_utf8(stderr).unwrap();
    assert_eq!(status.code(), Some(1), "{}{error}", String::from_utf8_lossy(&stdout));
    assert!(!error.contains("panicked"), "{error}");
    error
}

fn trainer(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trainer")).args(args).env("RUST_BACKTRACE", "0").output().unwrap()
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// A picture file with these bytes.
fn picture_of(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder.path().join(name);
    fs::write(&file, bytes).unwrap();
    file
}

fn white_png(folder: &TempDir, width: u32, height: u32) -> PathBuf {
    let file = folder.path().join("white.png");
    image::RgbImage::from_pixel(width, height, image::Rgb([255; 3])).save(&file).unwrap();
    file
}

/// Asks a model folder a proper question about a proper picture.
fn refused_model(model: &Path) -> String {
    let folder = tempfile::tempdir().unwrap();
    let picture = white_png(&folder, 100, 100);
    refused(&["infer", "--model", path(model), "--image", path(&picture), "--question", "Mark A."])
}

/// Asks a small model about a picture that cannot be used.
fn refused_picture(picture: &Path) -> String {
    refused(&["infer", "--model", path(&model()), "--image", path(picture), "--question", "Mark A."])
}

/// A copy of that model in which one file is changed.
fn changed_model(file: &str, change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(model()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    let changed = copy.path().join(file);
    fs::write(&changed, change(fs::read(&changed).unwrap())).unwrap();
    copy
}

fn changed_json(file: &str, change: impl FnOnce(&mut Value)) -> TempDir {
    changed_model(file, |bytes| {
        let mut value = serde_json::from_slice(&bytes).unwrap();
        change(&mut value);
        serde_json::to_vec(&value).unwrap()
    })
}

/// Runs a script in the sandbox and gives the error.
fn refused_script(source: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let script = picture_of(&folder, "script.py", source.as_bytes());
    let picture = white_png(&folder, 100, 100);
    refused(&["sandbox", path(&script), "--image", path(&picture)])
}

#[test]
fn a_file_that_is_no_picture() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused_picture(&picture_of(&folder, "notes.png", b"These are notes, not a picture."));
    assert!(error.contains("notes.png") && error.contains("image"), "{error}");
}

#[test]
fn a_picture_of_no_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused_picture(&picture_of(&folder, "empty.png", b""));
    assert!(error.contains("empty.png"), "{error}");
    assert!(error.contains("empty") && error.contains("bytes"), "{error}");
}

#[test]
fn a_picture_that_is_not_there() {
    let error = refused_picture(Path::new("nowhere/none.png"));
    assert!(error.contains("none.png"), "{error}");
}

#[test]
fn a_picture_of_20000_by_10_pixels() {
    let folder = tempfile::tempdir().unwrap();
    let error = refused_picture(&white_png(&folder, 20_000, 10));
    assert!(error.contains("20000") && error.contains("10"), "{error}");
}

#[test]
fn an_empty_question() {
    let folder = tempfile::tempdir().unwrap();
    let picture = white_png(&folder, 100, 100);
    let error = refused(&["infer", "--model", path(&model()), "--image", path(&picture), "--question", "  "]);
    assert!(error.contains("question is empty"), "{error}");
}

#[test]
fn a_model_folder_that_is_not_there() {
    let error = refused_model(Path::new("nowhere/model"));
    assert!(error.contains("nowhere/model"), "{error}");
}

#[test]
fn a_model_folder_without_weights() {
    let folder = changed_model("config.json", |bytes| bytes);
    fs::remove_file(folder.path().join("model.safetensors")).unwrap();
    let error = refused_model(folder.path());
    assert!(error.contains("safetensors"), "{error}");
}

#[test]
fn truncated_safetensors() {
    for keep in [0, 7, 100] {
        let folder = changed_model("model.safetensors", |bytes| bytes[..keep].to_vec());
        let error = refused_model(folder.path());
        assert!(error.contains("model.safetensors"), "first {keep} bytes: {error}");
    }
    let folder = changed_model("model.safetensors", |bytes| bytes[..bytes.len() / 2].to_vec());
    let error = refused_model(folder.path());
    assert!(error.contains("model.safetensors"), "{error}");
}

#[test]
fn a_tensor_of_another_shape_is_named() {
    let folder = changed_model("model.safetensors", |bytes| {
        let length = u64::from_le_bytes(bytes[..8].try_into().unwrap()) as usize;
        let mut header: Value = serde_json::from_slice(&bytes[8..8 + length]).unwrap();
        let mut keys = header.as_object().unwrap().keys();
        let key = keys.find(|key| key.ends_with("embed_tokens.weight")).unwrap().clone();
        let shape = header[&key]["shape"].as_array_mut().unwrap();
        shape.reverse();
        let header = serde_json::to_vec(&header).unwrap();
        [&(header.len() as u64).to_le_bytes()[..], &header[..], &bytes[8 + length..]].concat()
    });
    let error = refused_model(folder.path());
    assert!(error.contains("embed_tokens.weight"), "{error}");
}

#[test]
fn a_tokenizer_without_a_special_token_names_it() {
    let folder = changed_json("tokenizer.json", |tokenizer| {
        let added = tokenizer["added_tokens"].as_array_mut().unwrap();
        added.retain(|token| token["content"] != "<|image_pad|>");
        if let Some(vocab) = tokenizer["model"]["vocab"].as_object_mut() {
            vocab.remove("<|image_pad|>");
        }
    });
    let error = refused_model(folder.path());
    assert!(error.contains("<|image_pad|>"), "{error}");
}

#[test]
fn a_configuration_of_impossible_sizes_names_the_field() {
    for (field, value) in [
        ("hidden_size", json!(0)),
        ("hidden_size", json!(-128)),
        ("hidden_size", json!(4_000_000_000_000_u64)),
        ("num_attention_heads", json!(7)),
        ("num_key_value_heads", json!(3)),
        ("num_hidden_layers", json!(1_000_000_000)),
        ("vocab_size", json!(0)),
        ("vocab_size", json!("many")),
    ] {
        let folder = changed_json("config.json", |config| {
            let text = if config["text_config"].is_object() { &mut config["text_config"] } else { config };
            text[field] = value.clone();
        });
        let error = refused_model(folder.path());
        assert!(error.contains(field), "{field} = {value}: {error}");
    }
}

#[test]
fn a_configuration_that_is_no_json() {
    let folder = changed_model("config.json", |_| b"{ hidden_size: ".to_vec());
    let error = refused_model(folder.path());
    assert!(error.contains("config.json"), "{error}");
}

#[test]
fn code_that_does_not_parse_names_the_line() {
    let error = refused_script("x = 1\nfor in x:\n    pass\n");
    assert!(error.contains("SyntaxError") && error.contains("line 2"), "{error}");
}

#[test]
fn code_that_never_ends_is_ended() {
    let error = refused_script("n = 0\nwhile True:\n    n += 1\n");
    assert!(error.contains("FuelExhausted") && error.contains("line"), "{error}");
    let error = refused_script("def f():\n    return f()\nf()\n");
    assert!(error.contains("RecursionError"), "{error}");
}

#[test]
fn code_that_takes_all_memory_is_ended() {
    let error = refused_script("x = 'a' * 10\nwhile True:\n    x = x + x\n");
    assert!(error.contains("MemoryExhausted") || error.contains("FuelExhausted"), "{error}");
}

#[test]
fn good_input_still_works() {
    let folder = tempfile::tempdir().unwrap();
    let source = "from PIL import Image, ImageDraw\n\
                  image = Image.open(image_path)\n\
                  ImageDraw.Draw(image).line([(10, 10), (90, 90)], fill='red', width=3)\n\
                  image.save('out.png')\nprint(image.size)\n";
    let script = picture_of(&folder, "script.py", source.as_bytes());
    let (picture, out, ops) =
        (white_png(&folder, 100, 100), folder.path().join("out.png"), folder.path().join("ops.json"));
    let run = trainer(&[
        "sandbox",
        path(&script),
        "--image",
        path(&picture),
        "--out",
        path(&out),
        "--ops",
        path(&ops),
    ]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    assert_eq!(String::from_utf8(run.stdout).unwrap().trim(), "(100, 100)");
    assert_eq!(image::open(&out).unwrap().to_rgb8().get_pixel(50, 50).0, [255, 0, 0]);
    let ops: Value = serde_json::from_slice(&fs::read(&ops).unwrap()).unwrap();
    assert!(ops.as_array().unwrap().iter().any(|op| op["op"] == "line" && op["line"] == 3), "{ops}");
}
