//! A killed run that is resumed gives what an unbroken run gives.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn sft(out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["sft", "--steps", "6", "--batch", "2", "--micro", "1", "--save-every", "1", "--decay", "2"])
        .args(["--families", "dot,higher", "--out"])
        .arg(out)
        .stderr(Stdio::null());
    command
}

fn losses(out: &Path) -> Vec<String> {
    let log = fs::read_to_string(out.join("log.jsonl")).expect("the run wrote its log");
    log.lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).expect("a log line is JSON");
            format!("{} {}", line["step"], line["loss"])
        })
        .collect()
}

#[test]
fn a_killed_run_goes_on_exactly() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    assert!(sft(&whole).status().unwrap().success());

    let mut child = sft(&broken).spawn().unwrap();
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

    assert!(sft(&broken).arg("--resume").status().unwrap().success());
    assert_eq!(losses(&broken), losses(&whole));
    let weights = |out: &Path| fs::read(out.join("model/model.safetensors")).unwrap();
    assert!(weights(&broken) == weights(&whole), "the weights differ");
}

#[test]
fn a_run_is_not_overwritten_by_accident() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("checkpoint")).unwrap();
    fs::write(folder.path().join("checkpoint/state.json"), "{}").unwrap();
    let output = sft(folder.path()).stderr(Stdio::piped()).output().unwrap();
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("--resume"));
}
