//! The page of `trainer report`: what is in it, and what must not be.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use vthinker_runs::RunsError;
use vthinker_runs::report::Report;

fn runs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/e2e/runs")
}

fn page(folders: &[PathBuf]) -> Result<String, RunsError> {
    Report { title: "Two <runs>".into(), runs: folders.to_vec(), prompts: 4 }.html()
}

/// The JSON that the page's scripts read.
fn data(html: &str) -> Value {
    serde_json::from_str(&data_text(html)).unwrap()
}

fn data_text(html: &str) -> String {
    let (_, rest) = html.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    rest.split_once("</script>").unwrap().0.to_owned()
}

#[test]
fn two_runs_stand_side_by_side() {
    let html = page(&[runs().join("first"), runs().join("second")]).unwrap();
    let data = data(&html);
    assert_eq!(data["runs"], json!(["first", "second"]));
    let names: Vec<&str> =
        data["curves"].as_array().unwrap().iter().map(|c| c["name"].as_str().unwrap()).collect();
    let expected = [
        "loss",
        "reward/accuracy",
        "reward/format",
        "tool_rate",
        "zero_advantage_groups",
        "lr",
        "rollout_seconds",
    ];
    assert_eq!(names, expected);
    let lines = data["curves"][0]["lines"].as_array().unwrap();
    assert_eq!(lines.iter().map(|l| l["steps"].as_array().unwrap().len()).collect::<Vec<_>>(), [40, 30]);
    for part in ["85.0 % [64.0, 94.8] of 20", "grpo.clip", "first: constant guess", "Two &lt;runs&gt;"] {
        assert!(html.contains(part), "{part}");
    }
    assert_eq!(html.matches("<tr class=\"differs\">").count(), 1, "only the seeds differ");
}

#[test]
fn rollouts_are_few_and_slim() {
    let html = page(&[runs().join("first")]).unwrap();
    let data = data(&html);
    let rollouts = data["rollouts"].as_array().unwrap();
    assert_eq!(rollouts.len(), 4 * 4, "four prompts of four");
    assert_eq!(rollouts[0]["step"], 0);
    assert_eq!(rollouts[15]["step"], 16);
    let events = |kind: &str| {
        let all = rollouts.iter().flat_map(|r| r["trace"].as_array().unwrap());
        all.filter(|e| e["event"] == kind).count()
    };
    assert_eq!((events("start"), events("draw")), (4, 0), "the question's picture once a group");
    assert!(events("image") > 4 && events("token") < 40);
}

#[test]
fn hostile_text_is_only_text() {
    let html = page(&[runs().join("first")]).unwrap();
    assert!(data(&html)["rollouts"].to_string().contains("</script><img src=x"), "it is there to be shown");
    assert!(!html.contains("<img"), "but is no markup");
    let scripts = html.matches("<script").count();
    let rest = html.replace(&data_text(&html), "");
    assert_eq!((scripts, html.matches("</script").count()), (3, 3));
    assert!(
        !rest.contains(" src=") && !rest.contains("<link rel=\"stylesheet"),
        "nothing is loaded from elsewhere"
    );
}

#[test]
fn hostile_names_are_only_text() {
    let dir = tempfile::tempdir().unwrap();
    let run = dir.path().join("<b>run<");
    fs::create_dir(&run).unwrap();
    let bad = "<script>alert(1)</script>";
    fs::write(run.join("log.jsonl"), format!("{}\n", json!({"step": 0, bad: 1.0}))).unwrap();
    fs::write(run.join("settings.json"), json!({bad: bad}).to_string()).unwrap();
    fs::write(run.join("eval.json"), json!([{"name": bad, bad: {bad: 0.5}}]).to_string()).unwrap();
    let html = page(&[run]).unwrap();
    assert!(!html.contains("<script>alert") && !html.contains("<b>run"));
    assert_eq!(html.matches("<script").count(), 3);
}

#[test]
fn a_run_that_is_being_written_can_be_shown() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("log.jsonl"), "{\"step\":0,\"loss\":1}\n{\"step\":1,\"lo").unwrap();
    let rollouts = fs::read_to_string(runs().join("first/rollouts.jsonl")).unwrap();
    fs::write(dir.path().join("rollouts.jsonl"), &rollouts[..rollouts.len() - 50]).unwrap();
    let html = page(&[dir.path().to_owned()]).unwrap();
    assert_eq!(data(&html)["curves"][0]["lines"][0]["values"], json!([1.0]));
}

#[test]
fn what_is_damaged_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let error = |what: &str| {
        let error = page(&[dir.path().to_owned()]).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    };
    error("log.jsonl or rollouts.jsonl");
    fs::write(dir.path().join("log.jsonl"), "{\"step\":0}\n{\"loss\":1}\n").unwrap();
    error("log.jsonl line 2: expected an object with a whole number `step`");
    fs::write(dir.path().join("log.jsonl"), "{\"step\":0}\n").unwrap();
    fs::write(dir.path().join("rollouts.jsonl"), "{\"step\":0,\"group\":0}\n").unwrap();
    error("rollouts.jsonl line 1: missing field `rollout`");
    fs::remove_file(dir.path().join("rollouts.jsonl")).unwrap();
    fs::write(dir.path().join("eval.json"), "[").unwrap();
    error("eval.json: expected JSON");
}
