//! What a recorder leaves on disk: after a run, after a kill, after going on.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use vthinker_runs::{Keep, Recorder, RolloutRecord};

fn record(step: usize, group: usize, rollout: usize) -> RolloutRecord {
    RolloutRecord {
        step,
        group,
        rollout,
        problem: format!("p{step}-{group}"),
        task: "perception".into(),
        family: "triangle".into(),
        question: "Mark point A.".into(),
        expected_answer: None,
        expected_marks: vec![json!({"shape": "point", "x": 3.0, "y": 4.5})],
        correct: rollout == 0,
        rewards: BTreeMap::from([("accuracy".into(), 1.0), ("format".into(), 0.5)]),
        reward: 1.25,
        advantage: -0.5,
        tokens: 7,
        stop: "answered".into(),
        trace: vec![json!({"event": "answer", "text": "x".repeat(500)})],
    }
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn steps(path: &Path) -> Vec<u64> {
    lines(path).iter().map(|line| line["step"].as_u64().unwrap()).collect()
}

fn log(recorder: &mut Recorder, steps: std::ops::Range<usize>) {
    for step in steps {
        recorder.line(&json!({"step": step, "loss": 0.5})).unwrap();
    }
}

#[test]
fn going_on_keeps_the_steps_before_and_no_others() {
    let dir = tempfile::tempdir().unwrap();
    let (out, log_file) = (dir.path().join("deep/run"), dir.path().join("deep/run/log.jsonl"));
    let mut recorder = Recorder::open(&out, 0).unwrap();
    log(&mut recorder, 0..5);
    (0..5).for_each(|step| recorder.rollout(&record(step, 0, 0)).unwrap());
    drop(recorder);
    let mut recorder = Recorder::open(&out, 3).unwrap();
    assert_eq!(steps(&log_file), [0, 1, 2]);
    assert_eq!(steps(&out.join("rollouts.jsonl")), [0, 1, 2]);
    log(&mut recorder, 3..6);
    assert_eq!(steps(&log_file), [0, 1, 2, 3, 4, 5]);
    Recorder::open(&out, 0).unwrap();
    assert_eq!(fs::read_to_string(&log_file).unwrap(), "", "a run from the start keeps nothing");
}

#[test]
fn a_kill_at_any_byte_leaves_a_log_that_goes_on() {
    let whole: String =
        (0..4).map(|step| format!("{}\n", json!({"step": step, "loss": 1.5}))).collect::<Vec<_>>().concat();
    for cut in 0..=whole.len() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("log.jsonl");
        fs::write(&path, &whole[..cut]).unwrap();
        let before = whole[..cut].matches('}').count();
        let mut recorder = Recorder::open(dir.path(), 4).unwrap();
        log(&mut recorder, before..5);
        assert_eq!(steps(&path), [0, 1, 2, 3, 4], "cut after {cut} bytes");
    }
}

#[test]
fn a_line_that_is_none_is_named() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("log.jsonl"), "{\"step\":0}\nnot json\n{\"step\":2}\n").unwrap();
    let error = Recorder::open(dir.path(), 3).unwrap_err().to_string();
    assert!(error.contains("log.jsonl line 2") && error.contains("`step`"), "{error}");
}

#[test]
fn a_line_without_a_step_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let mut recorder = Recorder::open(dir.path(), 0).unwrap();
    for bad in [json!({"loss": 1}), json!({"step": -1}), json!({"step": 0.5}), json!([1]), json!(null)] {
        let error = recorder.line(&bad).unwrap_err().to_string();
        assert!(error.contains("`step`"), "{error}");
    }
    assert_eq!(fs::read_to_string(dir.path().join("log.jsonl")).unwrap(), "");
}

#[test]
fn short_numbers_stay_short() {
    #[derive(serde::Serialize)]
    struct Line {
        step: usize,
        loss: f32,
    }
    let dir = tempfile::tempdir().unwrap();
    Recorder::open(dir.path(), 0).unwrap().line(&Line { step: 0, loss: 0.1 }).unwrap();
    assert_eq!(fs::read_to_string(dir.path().join("log.jsonl")).unwrap(), "{\"step\":0,\"loss\":0.1}\n");
}

#[test]
fn records_come_back_as_they_were() {
    let dir = tempfile::tempdir().unwrap();
    let mut recorder = Recorder::open(dir.path(), 0).unwrap();
    let (plain, nan) = (record(0, 0, 0), RolloutRecord { reward: f64::NAN, ..record(0, 0, 1) });
    recorder.rollout(&plain).unwrap();
    recorder.rollout(&nan).unwrap();
    let text = fs::read_to_string(dir.path().join("rollouts.jsonl")).unwrap();
    let read: Vec<RolloutRecord> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(read[0], plain);
    assert!(read[1].reward.is_nan());
}

#[test]
fn the_file_of_rollouts_stays_within_its_size_and_covers_the_run() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("rollouts.jsonl");
    let keep = Keep { every: 2, groups: 1, bytes: 20_000 };
    let mut recorder = Recorder::open(dir.path(), 0).unwrap().keeping(keep);
    for step in 0..100 {
        for group in 0..2 {
            (0..2).for_each(|rollout| recorder.rollout(&record(step, group, rollout)).unwrap());
        }
        assert!(fs::metadata(&path).unwrap().len() <= keep.bytes);
    }
    let kept = steps(&path);
    let stride = kept[2];
    assert!(stride > 2 && kept.len() > 8, "{kept:?}");
    let expected: Vec<u64> = (0..100).step_by(stride as usize).flat_map(|step| [step, step]).collect();
    assert_eq!(kept, expected, "whole groups, evenly from the whole run");
    assert!(lines(&path).iter().all(|line| line["group"] == 0));
    drop(recorder);
    // A resumed run goes on with the same steps.
    let recorder = Recorder::open(dir.path(), 64).unwrap().keeping(keep);
    assert!(recorder.wants_rollouts(4 * stride as usize, 0));
    assert!(!recorder.wants_rollouts(4 * stride as usize + 2, 0));
    assert!(!recorder.wants_rollouts(4 * stride as usize, 1));
}

#[test]
fn one_step_too_large_for_the_file_stops_no_run() {
    let dir = tempfile::tempdir().unwrap();
    let keep = Keep { every: 1, groups: 9, bytes: 2_000 };
    let mut recorder = Recorder::open(dir.path(), 0).unwrap().keeping(keep);
    (0..9).for_each(|rollout| recorder.rollout(&record(3, 0, rollout)).unwrap());
    assert!(fs::metadata(dir.path().join("rollouts.jsonl")).unwrap().len() <= keep.bytes);
}
