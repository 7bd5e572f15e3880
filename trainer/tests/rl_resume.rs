//! A killed GRPO run that is resumed gives what an unbroken run gives.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

fn rl(out: &Path) -> Command {
    let model = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini");
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["rl", "--steps", "4", "--prompts", "2", "--group", "3", "--micro", "2", "--save-every", "1"])
        .args(["--families", "dot,higher", "--code-temperature", "1", "--max-new-tokens", "120"])
        .args(["--attempts", "2", "--validate-every", "2", "--validation-problems", "6", "--model"])
        .arg(model)
        .arg("--out")
        .arg(out)
        .stderr(Stdio::null());
    command
}

/// The log without the times.
fn log(out: &Path) -> Vec<serde_json::Value> {
    let log = fs::read_to_string(out.join("log.jsonl")).expect("the run wrote its log");
    log.lines()
        .map(|line| {
            let mut line: serde_json::Value = serde_json::from_str(line).expect("a log line is JSON");
            let fields = line.as_object_mut().expect("an object");
            fields.retain(|name, _| !name.ends_with("seconds"));
            line
        })
        .collect()
}

#[test]
fn a_killed_run_goes_on_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    assert!(rl(&whole).status().unwrap().success());

    let mut child = rl(&broken).spawn().unwrap();
    let state = broken.join("checkpoint/state.json");
    let step = || -> u64 {
        let text = fs::read_to_string(&state).unwrap_or_default();
        serde_json::from_str::<serde_json::Value>(&text).ok().and_then(|s| s["step"].as_u64()).unwrap_or(0)
    };
    while step() < 2 && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(step() >= 2, "the run ended before it could be killed");

    assert!(rl(&broken).arg("--resume").status().unwrap().success());
    assert_eq!(log(&broken), log(&whole));
    let same = |file: &str| {
        let read = |out: &Path| fs::read(out.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
        assert!(read(&broken) == read(&whole), "{file} differs");
    };
    same("model/model.safetensors");
    same("best/model.safetensors");
    same("rollouts.jsonl");
}
