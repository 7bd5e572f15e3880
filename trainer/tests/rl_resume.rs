//! A killed GRPO run that is resumed gives what an unbroken run gives.

mod broken_run;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use broken_run::goes_on_exactly;

fn rl(out: &Path) -> Command {
    let model = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini");
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["rl", "--steps", "4", "--prompts", "2", "--group", "3", "--micro", "2", "--save-every", "1"])
        .args(["--families", "frame,count", "--code-temperature", "1", "--max-new-tokens", "120"])
        .args(["--attempts", "2", "--validate-every", "2", "--validation-problems", "6", "--model"])
        .arg(model)
        .arg("--out")
        .arg(out)
        .stderr(Stdio::null());
    command
}

const FILES: [&str; 3] = ["model/model.safetensors", "best/model.safetensors", "rollouts.jsonl"];

#[test]
fn a_killed_run_goes_on_exactly() {
    goes_on_exactly(rl, &FILES);
}

/// In one forward pass, with adapters, which are written out too.
#[test]
fn a_killed_run_that_decodes_together_goes_on_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let recipe = folder.path().join("adapters.toml");
    fs::write(&recipe, "rollout_batch = 4\n[tuning]\nlora = { rank = 4, alpha = 8.0 }\n").unwrap();
    let run = |out: &Path| {
        let mut command = rl(out);
        command.arg("--recipe").arg(&recipe);
        command
    };
    let adapter = "adapter/adapter_model.safetensors";
    goes_on_exactly(run, &[FILES.as_slice(), &[adapter]].concat());
}
