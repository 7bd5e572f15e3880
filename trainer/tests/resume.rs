//! A killed run that is resumed gives what an unbroken run gives.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

fn sft(out: &Path) -> Command {
    sft_of(out, ["--steps", "6", "--save-every", "1"])
}

fn sft_of(out: &Path, length: [&str; 4]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["sft", "--batch", "2", "--micro", "1", "--decay", "2"])
        .args(length)
        .args(["--validate-every", "2", "--validation-problems", "4", "--families", "dot,higher", "--out"])
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
    for model in ["model", "best"] {
        let weights = |out: &Path| fs::read(out.join(model).join("model.safetensors")).unwrap();
        assert!(weights(&broken) == weights(&whole), "the weights of `{model}` differ");
    }
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

#[cfg(unix)]
#[test]
fn a_signal_that_comes_twice_at_once_stops_after_the_step_and_saves() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = sft_of(folder.path(), ["--steps", "10000", "--save-every", "10000"]).spawn().unwrap();
    let log = folder.path().join("log.jsonl");
    while fs::read_to_string(&log).unwrap_or_default().lines().count() < 2 {
        assert!(child.try_wait().unwrap().is_none(), "the run ended by itself");
        std::thread::sleep(Duration::from_millis(5));
    }
    for _ in 0..2 {
        let kill = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert!(kill.success());
    }
    assert!(child.wait().unwrap().success());
    let state = fs::read_to_string(folder.path().join("checkpoint/state.json")).unwrap();
    let state: serde_json::Value = serde_json::from_str(&state).unwrap();
    let lines = fs::read_to_string(&log).unwrap().lines().count();
    assert_eq!(state["step"], lines);
    assert!(folder.path().join("model/model.safetensors").is_file());
}
