//! `--dry-run` of every stage: it tells what a run would need and leaves nothing behind.

use std::path::Path;
use std::process::Command;

const MINI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../www/public/models/mini");

fn dry_run(folder: &Path, arguments: &[&str]) -> String {
    let out = folder.join("run");
    let output = Command::new(env!("CARGO_BIN_EXE_trainer"))
        .args(arguments)
        .args(["--recipe", "mini", "--model", MINI, "--workers", "1", "--dry-run", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    assert!(!out.exists(), "a dry run writes nothing");
    told
}

#[test]
fn a_supervised_stage_tells_its_largest_step() {
    let folder = tempfile::tempdir().unwrap();
    let told = dry_run(folder.path(), &["sft", "--families", "dot,count", "--batch", "2", "--micro", "1"]);
    for words in ["problems read", "of them trained", "optimizer", "largest step", "s for a step"] {
        assert!(told.contains(words), "`{words}` is missing in\n{told}");
    }
}

#[test]
fn reinforcement_samples_once_and_updates_on_rollouts_as_long_as_may_be() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["rl", "--prompts", "2", "--group", "2", "--max-new-tokens", "120"];
    let told = dry_run(folder.path(), &arguments);
    for words in ["4 rollouts of 2 problems", "of them trained", "largest step", "of updating a step"] {
        assert!(told.contains(words), "`{words}` is missing in\n{told}");
    }
    // Prompt and picture come on top of what is written.
    let largest = told.lines().find_map(|line| line.strip_prefix("largest step  ")).unwrap();
    let tokens: usize = largest.split(' ').next().unwrap().parse().unwrap();
    assert!(tokens > 120, "{told}");
}
