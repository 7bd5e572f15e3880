//! Frozen parameters stay, adapters learn, and merging them changes nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;

use burn::module::Module;
use burn::tensor::Device;
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, problem_of};
use trainer::hub_folder;
use trainer::rl::objective::{Group, Grpo, Mean, loss, scores};
use trainer::training::batch::LearningBatch;
use trainer::training::gradient::accumulate;
use trainer::training::learner::Learner;
use trainer::training::optimizer::{Kind, optimizer};
use trainer::training::sample::Sample;
use trainer::training::tune::{LoraSettings, Precision, Tuning, trained_parameters, tuned};
use vthinker_core::checkpoint::{Loaded, parameters};
use vthinker_core::model::Qwen25Vl;
use vthinker_core::think::{Feedback, Preparation};

fn mini(device: &Device) -> Loaded {
    hub_folder::read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini"), device)
        .unwrap()
}

fn batch(loaded: &Loaded) -> LearningBatch {
    let families = select(Canvas::Mini, &[], &["dot".into(), "higher".into()]).unwrap();
    let with = Preparation::from(loaded);
    let samples: Vec<Sample> = (0..3)
        .map(|i| Sample::encode(&problem_of(&families, 5, i).unwrap(), &with, Feedback::Images).unwrap())
        .collect();
    LearningBatch::new(&samples.iter().collect::<Vec<_>>(), &loaded.config).unwrap()
}

/// One optimizer step; gives the loss before it and the model after it.
fn step(model: Qwen25Vl, batch: &LearningBatch, loaded: &Loaded, device: &Device) -> (f32, Qwen25Vl) {
    let learner = Learner::new(model, &loaded.config, device);
    let tokens = batch.targets.len();
    let (grads, loss, _) = accumulate(&learner, std::slice::from_ref(batch), 1, device, |learner, batch| {
        learner.loss(batch, tokens, 0.0, device)
    })
    .unwrap();
    (loss, optimizer(Kind::AdamW, 0.0).step(1e-4, learner, grads).model)
}

fn values(model: &Qwen25Vl) -> BTreeMap<String, Vec<f32>> {
    let named = |(name, data): (String, burn::tensor::TensorData)| (name, data.try_to_vec::<f32>().unwrap());
    parameters(model).unwrap().into_iter().map(named).collect()
}

fn hidden(model: &Qwen25Vl, batch: &LearningBatch) -> Vec<f32> {
    model.forward_batch(&batch.input).into_data().convert::<f32>().try_to_vec().unwrap()
}

fn greatest_difference(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

#[test]
fn what_is_frozen_stays_and_the_rest_moves() {
    let device = Device::flex().autodiff();
    let loaded = mini(&device);
    let batch = batch(&loaded);
    let tuning = Tuning { freeze: vec!["visual.".into()], ..Tuning::default() };
    let (_, after) = step(tuned(loaded.model.clone(), &tuning).unwrap(), &batch, &loaded, &device);
    let (before, after) = (values(&loaded.model.valid()), values(&after.valid()));
    for (name, value) in &before {
        let same = value == &after[name];
        assert_eq!(same, name.contains("visual."), "{name} {}", if same { "stayed" } else { "moved" });
    }
}

#[test]
fn adapters_begin_as_nothing_learn_alone_and_merge_into_the_weights() {
    let device = Device::flex().autodiff();
    let loaded = mini(&device);
    let batch = batch(&loaded);
    let lora = LoraSettings { rank: 4, alpha: 8.0, ..LoraSettings::default() };
    let tuning = Tuning { lora: Some(lora), ..Tuning::default() };
    let model = tuned(loaded.model.clone(), &tuning).unwrap();
    assert!(trained_parameters(&model) < 50_000, "{}", trained_parameters(&model));
    let start = hidden(&loaded.model.valid(), &batch);
    assert!(greatest_difference(&start, &hidden(&model.valid(), &batch)) < 1e-5);

    let (first, model) = step(model, &batch, &loaded, &device);
    let (second, model) = step(model, &batch, &loaded, &device);
    assert!(second < first, "{first} then {second}");
    let adapted = hidden(&model.valid(), &batch);
    assert!(greatest_difference(&start, &adapted) > 1e-4);
    let merged = model.valid().materialize();
    assert!(greatest_difference(&adapted, &hidden(&merged, &batch)) < 1e-4);
    let (before, after) = (values(&loaded.model.valid()), values(&merged));
    for (name, value) in &before {
        let adapted = name.ends_with("_proj.weight") && !name.contains("visual.");
        assert_eq!(value != &after[name], adapted, "{name}");
    }
}

#[test]
fn bfloat16_learns_from_masters_in_f32() {
    let device = Device::flex().autodiff();
    let loaded = mini(&device);
    let batch = batch(&loaded);
    let (exact, _) = step(loaded.model.clone(), &batch, &loaded, &device);
    let tuning = Tuning { precision: Precision::Bf16, ..Tuning::default() };
    let model = tuned(loaded.model.clone(), &tuning).unwrap();
    let (first, model) = step(model, &batch, &loaded, &device);
    assert!((first - exact).abs() < 0.05 * exact.max(0.2), "bfloat16 {first}, f32 {exact}");
    let (second, _) = step(model, &batch, &loaded, &device);
    assert!(second < first, "{first} then {second}");
}

#[test]
fn grpo_learns_in_bfloat16_with_and_without_adapters() {
    let device = Device::flex().autodiff();
    let plain = device.clone().inner();
    let loaded = mini(&device);
    let batch = batch(&loaded);
    let grpo = Grpo { clip_low: 0.2, clip_high: 0.2, beta: 0.01, temperature: 1.0, mean: Mean::Rollouts };
    let reference = loaded.model.valid();
    let rows = batch.samples.iter().max().unwrap() + 1;
    let advantages: Vec<f32> = (0..rows).map(|row| if row % 2 == 0 { 1.0 } else { -1.0 }).collect();
    for lora in [None, Some(LoraSettings::default())] {
        let tuning = Tuning { precision: Precision::Bf16, lora, ..Tuning::default() };
        let model = tuned(loaded.model.clone(), &tuning).unwrap();
        let size = (rows, batch.samples.len());
        let mut group = Group::new(batch.clone(), advantages.clone(), size, &reference, &grpo, &plain);
        group.old = Some(scores(&model.valid(), &batch, &grpo, &plain));
        let (grads, _, first) = accumulate(&model, &[group.clone()], 1, &device, |model, group| {
            loss(model, group, &grpo, &device)
        })
        .unwrap();
        let model = optimizer(Kind::AdamW, 0.0).step(1e-4, model, grads);
        let second = loss(&model, &group, &grpo, &device).1.into_scalar::<f32>();
        assert!(second < first, "{tuning:?}: {first} then {second}");
    }
}

#[test]
fn a_name_that_is_no_parameters_is_told() {
    let loaded = mini(&Device::flex());
    let tuning = Tuning { freeze: vec!["vision_tower.".into()], ..Tuning::default() };
    let error = tuned(loaded.model, &tuning).unwrap_err().to_string();
    assert!(error.contains("vision_tower.") && error.contains("visual"), "{error}");
}
