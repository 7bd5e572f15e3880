//! The golden files.

use std::{collections::BTreeMap, fs, path::PathBuf};

use burn::tensor::Device;
use image::RgbImage;
use safetensors::SafeTensors;
use serde::Deserialize;
use vthinker_core::{
    checkpoint::{Checkpoint, Loaded},
    input::{ImageProcessor, Patches, decode_image},
    model::Grid,
};

/// One golden conversation.
#[derive(Deserialize)]
pub struct Case {
    pub name: String,
    pub images: Vec<String>,
    pub messages: serde_json::Value,
    pub prompt: String,
    pub rendered: Vec<u32>,
    pub ids: Vec<u32>,
    pub positions: Vec<[u32; 3]>,
    pub delta: i64,
    pub logit_rows: Vec<usize>,
    pub greedy: Vec<u32>,
    pub least_margin: f32,
}

#[derive(Deserialize)]
pub struct Example {
    pub ids: Vec<u32>,
    pub grid: [usize; 3],
    pub positions: Vec<[u32; 3]>,
    pub delta: i64,
}

#[derive(Deserialize)]
pub struct TokenizedText {
    pub text: String,
    pub ids: Vec<u32>,
}

#[derive(Deserialize)]
pub struct Goldens {
    pub grids: BTreeMap<String, [usize; 3]>,
    pub cases: Vec<Case>,
    pub example: Example,
    pub tokenizer: Vec<TokenizedText>,
    #[serde(skip)]
    tensors: Vec<u8>,
}

impl Goldens {
    pub fn read() -> Goldens {
        let json = fs::read_to_string(folder().join("goldens.json")).expect("goldens.json");
        let mut goldens: Goldens = serde_json::from_str(&json).expect("goldens.json parses");
        goldens.tensors = fs::read(folder().join("goldens.safetensors")).expect("goldens.safetensors");
        goldens
    }

    pub fn bytes(&self, key: &str) -> Vec<u8> {
        let tensors = SafeTensors::deserialize(&self.tensors).expect("goldens.safetensors parses");
        tensors.tensor(key).expect("golden tensor").data().to_vec()
    }

    pub fn floats(&self, key: &str) -> Vec<f32> {
        self.bytes(key).chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]])).collect()
    }

    pub fn grid(&self, picture: &str) -> Grid {
        let [t, h, w] = self.grids[picture];
        Grid { t, h, w }
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("parity/goldens")
}

/// The tiny checkpoint's files.
pub fn model_files() -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder().join("model"))
        .expect("model folder")
        .map(|entry| {
            let path = entry.expect("entry").path();
            let name = path.file_name().expect("name").to_string_lossy().into_owned();
            (name, fs::read(&path).expect("model file"))
        })
        .collect()
}

pub fn load(device: &Device) -> Loaded {
    Checkpoint::from_files(&model_files(), device).expect("the tiny checkpoint loads")
}

pub fn picture(name: &str) -> RgbImage {
    let bytes = fs::read(folder().join(format!("{name}.png"))).expect("picture");
    decode_image(&bytes).expect("picture decodes")
}

pub fn patches(loaded: &Loaded, name: &str) -> Patches {
    ImageProcessor::new(loaded.processor.clone()).patches(&picture(name)).expect("patches")
}

/// The greatest difference of two equally long lists.
pub fn greatest_difference(a: &[f32], b: &[f32]) -> f32 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}
