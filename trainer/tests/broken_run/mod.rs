//! Runs that are killed, and what they and unbroken ones leave behind.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// The step of a run's checkpoint, 0 if there is none.
pub fn checkpoint_step(out: &Path) -> u64 {
    let text = fs::read_to_string(out.join("checkpoint/state.json")).unwrap_or_default();
    serde_json::from_str::<serde_json::Value>(&text).ok().and_then(|s| s["step"].as_u64()).unwrap_or(0)
}

/// Kills the run, which writes into `out`, as soon as its checkpoint is of this step.
pub fn kill_at(mut run: Command, out: &Path, step: u64) {
    let mut child = run.spawn().unwrap();
    while checkpoint_step(out) < step && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(checkpoint_step(out) >= step, "the run ended before it could be killed");
}

/// The log without the times.
pub fn log(out: &Path) -> Vec<serde_json::Value> {
    let log = fs::read_to_string(out.join("log.jsonl")).expect("the run wrote its log");
    log.lines()
        .map(|line| {
            let mut line: serde_json::Value = serde_json::from_str(line).expect("a log line is JSON");
            let fields = line.as_object_mut().expect("an object");
            fields.retain(|name, _| !name.ends_with("seconds") && name != "waited");
            line
        })
        .collect()
}

/// Runs `whole` to its end, kills `broken` at step 2, resumes it, and compares their logs and these files.
pub fn goes_on_exactly(run: impl Fn(&Path) -> Command, files: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    let (whole, broken) = (folder.path().join("whole"), folder.path().join("broken"));
    assert!(run(&whole).status().unwrap().success());
    kill_at(run(&broken), &broken, 2);
    assert!(run(&broken).arg("--resume").status().unwrap().success());
    assert_same(&broken, &whole, files);
}

/// Compares the logs and these files of two runs.
pub fn assert_same(broken: &Path, whole: &Path, files: &[&str]) {
    assert_eq!(log(broken), log(whole));
    for file in files {
        let read = |out: &Path| fs::read(out.join(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
        assert!(read(broken) == read(whole), "{file} differs");
    }
}
