//! The GRPO loss of one fixed batch and its gradients, beside plain PyTorch's (`grpo/make_grpo.py`).

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Device, Gradients, Tensor};
use serde::Deserialize;
use trainer::hub_folder;
use trainer::rl::objective::{Group, Grpo, Mean, loss, scores};
use trainer::training::batch::LearningBatch;
use trainer::training::sample::Sample;
use vthinker_core::checkpoint::parameters;
use vthinker_core::input::{ImageProcessor, decode_image};

#[derive(Deserialize)]
struct Golden {
    clip_low: f32,
    clip_high: f32,
    beta: f32,
    temperature: f32,
    loss: f32,
    rows: Vec<Row>,
    gradients: BTreeMap<String, Gradient>,
}

#[derive(Deserialize)]
struct Row {
    case: String,
    learned: Vec<usize>,
    advantage: f32,
    current: Vec<f32>,
    old: Vec<f32>,
    reference: Vec<f32>,
}

#[derive(Deserialize)]
struct Gradient {
    norm: f32,
    places: Vec<usize>,
    values: Vec<f32>,
}

#[derive(Deserialize)]
struct Parity {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    images: Vec<String>,
    ids: Vec<u32>,
}

fn folder(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn loss_and_gradients_are_pytorchs() {
    let golden = fs::read_to_string(folder("tests/grpo/grpo.json")).unwrap();
    let golden: Golden = serde_json::from_str(&golden).unwrap();
    let parity = folder("../tests/parity/goldens");
    let cases: Parity =
        serde_json::from_str(&fs::read_to_string(parity.join("goldens.json")).unwrap()).unwrap();
    let (plain, tracked) = (Device::flex(), Device::flex().autodiff());
    let loaded = hub_folder::read(&parity.join("model"), &tracked).unwrap();
    let processor = ImageProcessor::new(loaded.processor.clone());

    let samples: Vec<Sample> = golden
        .rows
        .iter()
        .map(|row| {
            let case = cases.cases.iter().find(|case| case.name == row.case).unwrap();
            let images = case.images.iter().map(|name| {
                let bytes = fs::read(parity.join(format!("{name}.png"))).unwrap();
                processor.patches(&decode_image(&bytes).unwrap()).unwrap()
            });
            Sample {
                ids: case.ids.clone(),
                trained: (0..case.ids.len()).map(|at| row.learned.contains(&at)).collect(),
                images: images.collect(),
                ..Sample::default()
            }
        })
        .collect();
    let all = |of: fn(&Row) -> &Vec<f32>| golden.rows.iter().flat_map(of).copied().collect::<Vec<f32>>();
    let grpo = Grpo {
        clip_low: golden.clip_low,
        clip_high: golden.clip_high,
        beta: golden.beta,
        temperature: golden.temperature,
        mean: Mean::Rollouts,
    };
    let samples: Vec<&Sample> = samples.iter().collect();
    let row_each = LearningBatch::new(&samples, &loaded.config).unwrap();
    let tokens: usize = samples.iter().map(|sample| sample.ids.len()).sum();
    let one_row = LearningBatch::branching(&[samples], &loaded.config).unwrap();
    assert!(one_row.input.rows() == 1 && one_row.input.length() < tokens, "they begin alike");
    for batch in [row_each, one_row] {
        let current = scores(&loaded.model.valid(), &batch, &grpo, &plain);
        for (ours, theirs) in current.iter().zip(all(|row| &row.current)) {
            assert!((ours - theirs).abs() < 1e-4, "log-probability {ours}, PyTorch {theirs}");
        }

        let advantages = golden.rows.iter().map(|row| row.advantage).collect();
        let size = (golden.rows.len(), batch.targets.len());
        let mut group = Group::new(batch, advantages, size, &loaded.model.valid(), &grpo, &plain);
        group.old = Some(all(|row| &row.old));
        group.reference = all(|row| &row.reference);
        let (_, value) = loss(&loaded.model, &group, &grpo, &tracked);
        let grads = value.backward();
        let value = value.into_scalar::<f32>();
        assert!((value - golden.loss).abs() < 1e-4, "loss {value}, PyTorch {}", golden.loss);

        // A model of the gradients has the hub's names and orders of values.
        let gradients = loaded.model.clone().map(&mut ToGradients(&grads)).valid();
        let gradients: BTreeMap<String, _> = parameters(&gradients).unwrap().into_iter().collect();
        for (name, expected) in &golden.gradients {
            let data = gradients.get(name).unwrap_or_else(|| panic!("no parameter {name}"));
            let values = data.as_slice::<f32>().unwrap();
            let norm = values.iter().map(|v| v * v).sum::<f32>().sqrt();
            let close = |a: f32, b: f32| (a - b).abs() < 1e-4 * b.abs().max(1.0);
            assert!(close(norm, expected.norm), "{name}: norm {norm}, PyTorch {}", expected.norm);
            for (at, theirs) in expected.places.iter().zip(&expected.values) {
                assert!(close(values[*at], *theirs), "{name}[{at}]: {}, PyTorch {theirs}", values[*at]);
            }
        }
        assert!(golden.gradients.len() > 30);
    }
}

/// Every parameter replaced by its gradient.
struct ToGradients<'a>(&'a Gradients);

impl ModuleMapper for ToGradients<'_> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let grad = param.val().grad(self.0);
        param.map(|value| match grad {
            Some(grad) => Tensor::from_inner(grad),
            None => value.zeros_like(),
        })
    }
}
