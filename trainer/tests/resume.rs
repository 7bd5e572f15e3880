//! A killed run that is resumed gives what an unbroken run gives.

mod broken_run;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use broken_run::{assert_same, checkpoint_step, goes_on_exactly, kill_at, log};

const FILES: [&str; 2] = ["model/model.safetensors", "best/model.safetensors"];

fn sft(out: &Path) -> Command {
    sft_of(out, ["--steps", "6", "--save-every", "1"])
}

fn sft_of(out: &Path, length: [&str; 4]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    command
        .args(["sft", "--batch", "2", "--micro", "1", "--decay", "1"])
        .args(length)
        .args(["--validate-every", "2", "--validation-problems", "4", "--families", "dot,higher", "--out"])
        .arg(out)
        .stderr(Stdio::null());
    command
}

#[test]
fn a_killed_run_goes_on_exactly() {
    goes_on_exactly(sft, &FILES);
}

#[test]
fn annealing_goes_on_exactly_and_can_be_added_to_a_run_that_is_over() {
    let folder = tempfile::tempdir().unwrap();
    let recipe = folder.path().join("annealed.toml");
    fs::write(&recipe, "[anneal]\nsteps = 3\nlr = 1e-4\nfamilies = ['higher']\n").unwrap();
    let out = |name: &str| folder.path().join(name);
    let plain = |name: &str| sft_of(&out(name), ["--steps", "2", "--save-every", "1"]);
    let annealed = |name: &str| {
        let mut command = plain(name);
        command.arg("--recipe").arg(&recipe);
        command
    };
    assert!(annealed("whole").status().unwrap().success());
    let rates: Vec<f64> = log(&out("whole")).iter().map(|line| line["lr"].as_f64().unwrap()).collect();
    assert!(rates.len() == 5 && rates[2] == 1e-4 && rates[2] > rates[3] && rates[3] > rates[4], "{rates:?}");

    kill_at(annealed("broken"), &out("broken"), 3);
    assert!(annealed("broken").arg("--resume").status().unwrap().success());
    assert_same(&out("broken"), &out("whole"), &FILES);

    assert!(plain("later").status().unwrap().success());
    assert_eq!(checkpoint_step(&out("later")), 2);
    assert!(annealed("later").arg("--resume").status().unwrap().success());
    let loss = |name: &str| log(&out(name)).iter().map(|line| line["loss"].clone()).collect::<Vec<_>>();
    assert_eq!(loss("later"), loss("whole"));
}

/// A process that may write files of three megabytes fails as on a full disk: the model folder fits, the checkpoint
/// does not.
#[cfg(unix)]
#[test]
fn a_full_disk_leaves_the_last_checkpoint_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (whole, full) = (folder.path().join("whole"), folder.path().join("full"));
    let run = |out: &Path, steps| sft_of(out, ["--steps", steps, "--save-every", "2"]);
    assert!(run(&whole, "4").status().unwrap().success());
    assert!(run(&full, "2").status().unwrap().success());
    let command = run(&full, "4");
    let mut limited = Command::new("sh");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 6000; exec \"$@\"", "sh"]);
    limited.arg(command.get_program()).args(command.get_args()).arg("--resume");
    let output = limited.output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{error}");
    assert!(error.contains("checkpoint of step 2 is whole") && error.contains("weights.bpk"), "{error}");
    assert!(!full.join("checkpoint.new").exists(), "half a checkpoint is left");
    assert_eq!(checkpoint_step(&full), 2);
    assert!(run(&full, "4").arg("--resume").status().unwrap().success());
    assert_same(&full, &whole, &FILES);
}

/// Only what the second command names is changed, and what the steps so far were made of is not.
#[test]
fn a_resumed_run_keeps_what_it_is_not_told_anew() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    assert!(sft_of(out, ["--steps", "2", "--lr", "7e-4"]).status().unwrap().success());
    let resume = Command::new(env!("CARGO_BIN_EXE_trainer"))
        .args(["sft", "--resume", "--steps", "3", "--out"])
        .arg(out)
        .output()
        .unwrap();
    assert!(resume.status.success(), "{}", String::from_utf8_lossy(&resume.stderr));
    let state: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("checkpoint/state.json")).unwrap()).unwrap();
    let settings = &state["settings"];
    assert_eq!((state["step"].as_u64(), settings["lr"].as_f64()), (Some(3), Some(7e-4)));
    assert_eq!((settings["decay"].as_u64(), settings["validate_every"].as_u64()), (Some(1), Some(2)));
    assert_eq!(settings["batch"], 2);
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
    let lines = fs::read_to_string(&log).unwrap().lines().count();
    assert_eq!(checkpoint_step(folder.path()), lines as u64);
    assert!(folder.path().join("model/model.safetensors").is_file());
}
