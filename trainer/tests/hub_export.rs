//! What the trainer writes is read elsewhere: adapters in PEFT's layout, model folders in transformers'.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use burn::module::Module;
use burn::tensor::{Device, s};
use serde_json::{Value, json};
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, problem_of};
use trainer::hub_folder;
use trainer::training::adapter;
use trainer::training::batch::LearningBatch;
use trainer::training::gradient::accumulate;
use trainer::training::learner::Learner;
use trainer::training::optimizer::{Kind, optimizer};
use trainer::training::sample::Sample;
use trainer::training::tune::{LoraSettings, Tuning, tuned};
use vthinker_core::checkpoint::{Loaded, parameters};
use vthinker_core::input::{Content as Part, Message};
use vthinker_core::model::{Batch, Qwen25Vl, Sequence};
use vthinker_core::think::{Feedback, Preparation, encode_prompt, prompt};

fn mini() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini")
}

/// A random model with an output head of its own.
fn tiny() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/parity/goldens/model")
}

/// A model whose adapters have learned something.
fn adapted(loaded: &Loaded, lora: &LoraSettings, device: &Device) -> Qwen25Vl {
    let families = select(Canvas::Mini, &[], &["dot".into()]).unwrap();
    let problem = problem_of(&families, 5, 0).unwrap();
    let sample = Sample::encode(&problem, &Preparation::from(loaded), Feedback::Images).unwrap();
    let batch = LearningBatch::new(&[&sample], &loaded.config).unwrap();
    let tuning = Tuning { lora: Some(lora.clone()), ..Tuning::default() };
    let model = tuned(loaded.model.clone(), &tuning).unwrap();
    let mut learner = Learner::new(model, &loaded.config, device);
    let mut optimizer = optimizer(Kind::AdamW, 0.0);
    for _ in 0..2 {
        let (grads, ..) = accumulate(&learner, std::slice::from_ref(&batch), 1, device, |learner, batch| {
            learner.loss(batch, batch.targets.len(), 0.0, device)
        })
        .unwrap();
        learner = optimizer.step(5e-3, learner, grads);
    }
    learner.model.valid()
}

fn values(model: &Qwen25Vl) -> BTreeMap<String, Vec<f32>> {
    let named = |(name, data): (String, burn::tensor::TensorData)| (name, data.try_to_vec::<f32>().unwrap());
    parameters(model).unwrap().into_iter().map(named).collect()
}

#[test]
fn adapters_written_and_read_make_the_merged_model() {
    let device = Device::flex().autodiff();
    for (base, targets) in [(mini(), vec!["model.layers."]), (tiny(), vec!["model.", "visual.", "lm_head"])] {
        let loaded = hub_folder::read(&base, &device).unwrap();
        let targets = targets.into_iter().map(String::from).collect();
        let lora = LoraSettings { rank: 4, alpha: 8.0, targets };
        let model = adapted(&loaded, &lora, &device);
        let folder = tempfile::tempdir().unwrap();
        adapter::write(folder.path(), &model, &lora, &base).unwrap();

        let read = values(&hub_folder::read(folder.path(), &Device::flex()).unwrap().model);
        let (merged, before) = (values(&model.materialize()), values(&loaded.model.valid()));
        let mut moved = 0;
        for (name, merged) in &merged {
            let off =
                |other: &[f32]| merged.iter().zip(other).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
            assert!(off(&read[name]) < 1e-6, "{name}: off by {}", off(&read[name]));
            moved += usize::from(off(&before[name]) > 1e-4);
        }
        let file = fs::read(folder.path().join("adapter_model.safetensors")).unwrap();
        let file = safetensors::SafeTensors::deserialize(&file).unwrap();
        assert_eq!(moved * 2, file.len(), "every adapter moved its weight");
    }
}

#[test]
fn adapters_of_another_model_are_refused_by_name() {
    let device = Device::flex().autodiff();
    let loaded = hub_folder::read(&mini(), &device).unwrap();
    let lora = LoraSettings { rank: 4, ..LoraSettings::default() };
    let folder = tempfile::tempdir().unwrap();
    adapter::write(folder.path(), &adapted(&loaded, &lora, &device), &lora, &mini()).unwrap();
    let config = folder.path().join(adapter::CONFIG);
    let told = |change: fn(&mut Value)| {
        let text = fs::read_to_string(&config).unwrap();
        let mut changed: Value = serde_json::from_str(&text).unwrap();
        change(&mut changed);
        fs::write(&config, changed.to_string()).unwrap();
        let error = format!("{:#}", hub_folder::read(folder.path(), &Device::flex()).unwrap_err());
        fs::write(&config, text).unwrap();
        error
    };
    let error = told(|config| config["base_model_name_or_path"] = json!("no/such/model"));
    assert!(error.contains("no/such/model") && error.contains("base_model_name_or_path"), "{error}");
    let error = told(|config| config["use_dora"] = json!(true));
    assert!(error.contains("DoRA"), "{error}");
    let error = told(|config| config["r"] = json!(5));
    assert!(error.contains("lora_A.weight") && error.contains("shape"), "{error}");
    let error = told(|config| config["base_model_name_or_path"] = json!(tiny()));
    assert!(error.contains("adapter_model.safetensors"), "{error}");
}

/// A conversation about a picture: what Python is given, and what we make of it.
struct Case {
    folder: tempfile::TempDir,
    ids: Vec<u32>,
    image: vthinker_core::input::Patches,
}

const TAIL: usize = 12;

impl Case {
    fn new(with: &Preparation) -> Self {
        let families = select(Canvas::Mini, &[], &["higher".into()]).unwrap();
        let problem = problem_of(&families, 11, 3).unwrap();
        let canvas = with.processor.canvas(&problem.image().unwrap()).unwrap();
        let messages = prompt(problem.task, &problem.prompt(), &canvas);
        let mut sample = Sample::default();
        for piece in encode_prompt(with, &messages, std::slice::from_ref(&canvas)).unwrap() {
            sample.push(piece, false, with);
        }
        let folder = tempfile::tempdir().unwrap();
        canvas.save(folder.path().join("picture.png")).unwrap();
        let part = |part: &Part| match part {
            Part::Image => json!({ "type": "image" }),
            Part::Text(text) => json!({ "type": "text", "text": text }),
        };
        let turn = |message: &Message| json!({ "role": message.role, "content": message.content.iter().map(part).collect::<Vec<_>>() });
        let case = json!({ "messages": messages.iter().map(turn).collect::<Vec<_>>(), "tail": TAIL });
        fs::write(folder.path().join("case.json"), case.to_string()).unwrap();
        Self { folder, ids: sample.ids, image: sample.images.remove(0) }
    }

    /// Our logits of the last tokens.
    fn ours(&self, model: &Qwen25Vl) -> Vec<f32> {
        let sequence = Sequence { ids: &self.ids, images: vec![&self.image] };
        let batch = Batch::new(&[sequence], 0, model.config()).unwrap();
        let hidden = model.forward_batch(&batch);
        let from = self.ids.len() - TAIL;
        model.logits(hidden.slice(s![.., from.., ..])).into_data().convert::<f32>().try_to_vec().unwrap()
    }

    /// Those of transformers, which must see the same tokens.
    fn theirs(&self, python: &str, model: &Path, adapter: Option<&Path>) -> Vec<f32> {
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/transformers/logits.py");
        let mut command = Command::new(python);
        command.arg(script).arg(model);
        command.args(["case.json", "picture.png"].map(|name| self.folder.path().join(name)));
        if let Some(adapter) = adapter {
            command.arg("--adapter").arg(adapter);
        }
        let output = command.env("HF_HUB_OFFLINE", "1").output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["ids"], json!(self.ids), "other tokens");
        serde_json::from_value::<Vec<Vec<f32>>>(answer["logits"].clone()).unwrap().concat()
    }
}

fn assert_close(ours: &[f32], theirs: &[f32], what: &str) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let off = ours.iter().zip(theirs).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    let largest = ours.iter().map(|v| v.abs()).fold(0.0, f32::max);
    println!("{what}: logits up to {largest:.2}, off by at most {off:.1e}");
    assert!(off < 1e-3, "{what}: off by {off}, the largest is {largest}");
}

/// Run by `cargo xtask test python-transformers`, which sets the variable.
#[test]
#[ignore = "needs a Python with torch, transformers and peft, in TRANSFORMERS_PYTHON"]
fn transformers_and_peft_read_what_is_written_and_give_the_same_logits() {
    let python = std::env::var("TRANSFORMERS_PYTHON").expect("TRANSFORMERS_PYTHON names a Python");
    let device = Device::flex().autodiff();
    let loaded = hub_folder::read(&mini(), &device).unwrap();
    let with = Preparation::from(&loaded);
    let case = Case::new(&with);
    let lora = LoraSettings { rank: 4, alpha: 8.0, targets: vec!["model.layers.".into(), "visual.".into()] };
    let model = adapted(&loaded, &lora, &device);
    let merged = model.clone().materialize();
    let before = case.ours(&loaded.model.valid());
    let off = before.iter().zip(case.ours(&merged)).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
    assert!(off > 0.1, "the adapters change too little to show: {off}");

    let out = tempfile::tempdir().unwrap();
    let (folder, adapters) = (out.path().join("model"), out.path().join("adapter"));
    hub_folder::write(&folder, &merged, &loaded.config, &with).unwrap();
    // What the file holds is rounded to f16.
    let written = hub_folder::read(&folder, &Device::flex()).unwrap().model;
    assert_close(&case.ours(&written), &case.theirs(&python, &folder, None), "exported folder");
    adapter::write(&adapters, &model, &lora, &mini()).unwrap();
    let theirs = case.theirs(&python, &mini(), Some(&adapters));
    assert_close(&case.ours(&merged), &theirs, "base with adapters");
}
