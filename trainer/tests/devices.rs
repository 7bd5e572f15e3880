//! Several devices give what one gives. Here they are copies of the model on the one device that a CPU is.

mod broken_run;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use broken_run::{assert_same, checkpoint_step, goes_on_exactly, kill_at, log};
use burn::tensor::{Device, Tensor};
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, problem_of};
use trainer::hub_folder;
use trainer::training::batch::LearningBatch;
use trainer::training::learner::Learner;
use trainer::training::optimizer::{Kind, optimizer};
use trainer::training::replicas::Replicas;
use trainer::training::sample::Sample;
use trainer::training::tune::{LoraSettings, Precision, Tuning, tuned};
use vthinker_core::checkpoint::{Loaded, parameters};
use vthinker_core::think::{Feedback, Preparation};

fn mini() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini")
}

/// Micro-batches of unequal lengths, one more than two devices share evenly.
fn micro(loaded: &Loaded) -> Vec<LearningBatch> {
    let families = select(Canvas::Mini, &[], &["dot".into(), "higher".into()]).unwrap();
    let with = Preparation::from(loaded);
    let sample = |i| Sample::encode(&problem_of(&families, 5, i).unwrap(), &with, Feedback::Images).unwrap();
    let mut samples: Vec<Sample> = (0..5).map(sample).collect();
    samples.sort_by_key(|sample| sample.ids.len());
    [&samples[..1], &samples[1..3], &samples[3..]]
        .map(|some| LearningBatch::new(&some.iter().collect::<Vec<_>>(), &loaded.config).unwrap())
        .into()
}

/// The losses of some steps with copies on so many devices, and the weights after them.
fn steps(
    tuning: &Tuning,
    kind: Kind,
    probe: f32,
    devices: usize,
    workers: usize,
) -> (Vec<f32>, BTreeMap<String, Vec<f32>>) {
    let device = Device::flex().autodiff();
    let loaded = hub_folder::read(&mini(), &device).unwrap();
    let batches = micro(&loaded);
    // Adapters and the probe begin at random, the same for all.
    device.seed(3);
    let model = tuned(loaded.model.clone(), tuning).unwrap();
    let mut learner = Learner::new(model, &loaded.config, &device);
    let mut optimizer = optimizer(kind, 0.05);
    let mut replicas = Replicas::new(&learner, &device, &vec![device.clone(); devices - 1], workers);
    let tokens: usize = batches.iter().map(|batch| batch.targets.len()).sum();
    let mut losses = vec![];
    for _ in 0..3 {
        let (grads, loss, objective) = replicas
            .accumulate(&learner, &batches, |learner, batch, device| {
                learner.loss(batch, tokens, probe, device)
            })
            .unwrap();
        losses.extend([loss, objective]);
        learner = optimizer.step(1e-3, learner, grads);
        replicas.follow(&learner);
    }
    let weights = parameters(&burn::module::Module::materialize(learner.model)).unwrap();
    let weights = weights.into_iter().map(|(name, data)| (name, data.convert::<f32>().try_to_vec().unwrap()));
    (losses, weights.collect())
}

fn furthest<'a>(a: impl IntoIterator<Item = &'a f32>, b: impl IntoIterator<Item = &'a f32>) -> f32 {
    a.into_iter().zip(b).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

/// The step's mean is over all of its tokens, so shares of unequal size must weigh what they have: at the same weights
/// only the order of additions differs, which three steps at a high rate amplify a little.
#[test]
fn two_copies_take_the_steps_of_one() {
    let all = Tuning::default();
    let (one, two) = (steps(&all, Kind::AdamW, 0.5, 1, 1), steps(&all, Kind::AdamW, 0.5, 2, 1));
    assert!(one.0[0] != one.0[2] && one.0[2] != one.0[4], "{:?}", one.0);
    let losses = furthest(&one.0, &two.0);
    let weights = furthest(one.1.values().flatten(), two.1.values().flatten());
    println!("losses differ by {losses:e}, weights by {weights:e}: {:?}", one.0);
    assert!(losses < 1e-4, "{:?} {:?}", one.0, two.0);
    assert!(weights < 1e-4, "{weights}");
    // As many threads on one device add in the same order.
    assert!(steps(&all, Kind::AdamW, 0.5, 1, 2) == two);
    // More devices than micro-batches.
    assert!(steps(&all, Kind::AdamW, 0.5, 3, 1) == steps(&all, Kind::AdamW, 0.5, 4, 2));
}

/// What is frozen is sent once, and adapters with every step.
#[test]
fn adapters_over_a_half_precision_base_follow() {
    let tuning = Tuning {
        freeze: vec!["visual.".into()],
        lora: Some(LoraSettings { rank: 4, alpha: 8.0, ..LoraSettings::default() }),
        precision: Precision::Bf16,
        ..Tuning::default()
    };
    let two = steps(&tuning, Kind::Muon, 0.0, 2, 1);
    assert!(two.0[0] != two.0[4], "{:?}", two.0);
    assert!(steps(&tuning, Kind::Muon, 0.0, 1, 2) == two);
}

#[test]
fn a_copy_that_fails_fails_the_step() {
    let device = Device::flex().autodiff();
    let loaded = hub_folder::read(&mini(), &device).unwrap();
    let batches = micro(&loaded);
    let learner = Learner::new(loaded.model.clone(), &loaded.config, &device);
    let replicas = Replicas::new(&learner, &device, std::slice::from_ref(&device), 1);
    let fault = |all: bool, bad: &(dyn Fn(Tensor<1>) -> Tensor<1> + Sync)| {
        let step = replicas.accumulate(&learner, &batches, |learner, batch, device| {
            let (told, loss) = learner.loss(batch, 100, 0.0, device);
            // Only the second micro-batch, which is the second device's.
            let loss = if all || batch.targets == batches[1].targets { bad(loss) } else { loss };
            (told, loss)
        });
        step.map(|_| ()).unwrap_err().to_string()
    };
    assert_eq!(
        fault(false, &|loss| loss * f32::NAN),
        "the loss is NaN: stopping before the weights are spoiled"
    );
    for all in [false, true] {
        assert_eq!(fault(all, &|_| panic!("a fault of the test's own")), "a gradient worker panicked");
    }
}

fn trainer(stage: &str, out: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command.arg(stage).args(more).arg("--out").arg(out).stderr(Stdio::null());
    command
}

fn sft(out: &Path) -> Command {
    let length = ["--steps", "4", "--save-every", "1", "--batch", "3", "--micro", "1", "--decay", "1"];
    let held_out = ["--validate-every", "2", "--validation-problems", "4", "--families", "dot,higher"];
    let mut command = trainer("sft", out, &length);
    command.args(held_out);
    command
}

#[test]
fn a_supervised_run_on_two_devices_is_one_and_goes_on() {
    let files = ["model/model.safetensors", "best/model.safetensors"];
    let two = |out: &Path| {
        let mut command = sft(out);
        command.args(["--devices", "2", "--workers", "1"]);
        command
    };
    goes_on_exactly(two, &files);
    // A run may go on with other devices.
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("other"));
    assert!(sft(&one).args(["--workers", "2"]).status().unwrap().success());
    kill_at(two(&other), &other, 2);
    assert_eq!(state(&other)["settings"]["devices"], 2);
    let more = ["--resume", "--devices", "1", "--workers", "2"];
    assert!(sft(&other).args(more).status().unwrap().success());
    assert_same(&other, &one, &files);
}

#[test]
fn grpo_on_two_devices_is_one_and_goes_on() {
    let recipe = tempfile::NamedTempFile::with_suffix(".toml").unwrap();
    fs::write(recipe.path(), "devices = [0, 0]\nworkers = 1\n").unwrap();
    let model = mini();
    let more = |out: &Path| {
        let mut command =
            trainer("rl", out, &["--steps", "3", "--prompts", "2", "--group", "3", "--micro", "1"]);
        command
            .args(["--families", "frame,count", "--code-temperature", "1", "--max-new-tokens", "100"])
            .args(["--iterations", "2", "--save-every", "1", "--attempts", "2", "--model"])
            .arg(&model);
        command
    };
    let two = |out: &Path| {
        let mut command = more(out);
        command.arg("--recipe").arg(recipe.path());
        command
    };
    let files = ["model/model.safetensors", "rollouts.jsonl"];
    goes_on_exactly(two, &files);
    let folder = tempfile::tempdir().unwrap();
    let (one, both) = (folder.path().join("one"), folder.path().join("both"));
    assert!(more(&one).args(["--workers", "2"]).status().unwrap().success());
    assert!(two(&both).status().unwrap().success());
    assert!(log(&one).iter().any(|line| line["zero_advantage_groups"] != 1.0), "no step teaches");
    assert_same(&both, &one, &files);
    assert_eq!(
        (checkpoint_step(&both), &state(&both)["settings"]["devices"]),
        (3, &serde_json::json!([0, 0]))
    );
}

fn state(out: &Path) -> serde_json::Value {
    serde_json::from_slice(&fs::read(out.join("checkpoint/state.json")).unwrap()).unwrap()
}

#[test]
fn devices_that_are_not_there_are_named_before_anything_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("run");
    for (given, told) in [("0,1", "devices 1: the CPU is one device"), ("0", "at least one"), ("x", "`x`")] {
        let output = sft(&out).args(["--devices", given]).stderr(Stdio::piped()).output().unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && error.contains(told), "{given}: {error}");
    }
    assert!(!out.exists());
}
