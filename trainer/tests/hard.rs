//! `trainer hard` keeps what the drawing decides.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use burn::tensor::Device;
use trainer::conversations::Pace;
use trainer::evaluation::contest::Rules;
use trainer::flywheel::families::select;
use trainer::flywheel::{Canvas, Problem, Segment, problem_of, read_dir};
use trainer::hard::{Cell, edited, judge};
use trainer::hub_folder;
use vthinker_core::think::{Feedback, Preparation, Task};

const COUNT: usize = 24;
/// One that the mini was not trained on: it solves some of its problems, some of them only on the edited picture.
const FAMILY: &str = "nearer";

fn mini() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../www/public/models/mini")
}

fn problems() -> Vec<Problem> {
    let families = select(Canvas::Mini, &[Task::Reasoning], &[FAMILY.to_owned()]).unwrap();
    (0..COUNT as u64).map(|i| problem_of(&families, 9, i).unwrap()).collect()
}

fn hard(out: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trainer"));
    let count = COUNT.to_string();
    command.args(["hard", "--count", &count, "--seed", "9", "--families", FAMILY, "--model"]).arg(mini());
    command.arg("--out").arg(out).args(more).env("RUST_BACKTRACE", "0").output().unwrap()
}

fn told(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// The numbers of the printed table: wrong on the original, then right; edited wrong, then right.
fn numbers(table: &str) -> Vec<usize> {
    table.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn kept_problems_are_wrong_without_the_drawing_and_right_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("hard");
    let table = told(&hard(&out, &[]));

    let loaded = hub_folder::read(&mini(), &Device::flex()).unwrap();
    let rules = Rules { max_new_tokens: 256, feedback: Feedback::Images, pace: Pace::Apart(2) };
    let with = Preparation::from(&loaded);
    let cells = judge(&loaded.model, &with, &problems(), rules, |_, _| Ok(())).unwrap();
    let count =
        |original, edited| cells.iter().filter(|cell| **cell == Some(Cell { original, edited })).count();
    let expected = [count(false, false), count(false, true), count(true, false), count(true, true)].to_vec();
    assert_eq!(numbers(&table), expected, "{table}");
    assert_eq!(expected.iter().sum::<usize>(), COUNT);

    let hard_ones: Vec<String> = problems()
        .iter()
        .zip(&cells)
        .filter(|(_, cell)| cell.is_some_and(Cell::is_hard))
        .map(|(p, _)| p.id.clone())
        .collect();
    assert!(!hard_ones.is_empty(), "the seed gives no hard problem: {table}");
    let kept: Vec<String> = read_dir(&out).unwrap().into_iter().map(|p| p.id).collect();
    assert_eq!(kept, hard_ones);

    let run = folder.path().join("run");
    let mut rl = Command::new(env!("CARGO_BIN_EXE_trainer"));
    rl.args(["rl", "--steps", "1", "--prompts", "1", "--group", "2", "--max-new-tokens", "40", "--model"]);
    let ended = rl.arg(mini()).arg("--data").arg(&out).arg("--out").arg(&run).output().unwrap();
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn a_stopped_run_goes_on_and_another_one_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path();
    let table = told(&hard(out, &[]));
    let ledger = out.join("judged.log");
    let whole = fs::read_to_string(&ledger).unwrap();
    assert_eq!(whole.lines().count(), COUNT + 1);

    // Killed in the middle of the ninth line, whose first judgement we know better.
    let mut lines: Vec<String> = whole.lines().take(10).map(String::from).collect();
    let mut judged: serde_json::Value = serde_json::from_str(&lines[1]).unwrap();
    let hard_before = judged["cell"] == serde_json::json!({"original": false, "edited": true});
    judged["cell"] = serde_json::json!({"original": hard_before, "edited": !hard_before});
    let id = judged["id"].as_str().unwrap().to_owned();
    lines[1] = judged.to_string();
    lines[9].truncate(8);
    fs::write(&ledger, lines.join("\n")).unwrap();
    let again = told(&hard(out, &[]));
    let (before, after) = (numbers(&table), numbers(&again));
    assert_eq!(after.iter().sum::<usize>(), COUNT);
    let step = if hard_before { before[1] - 1 } else { before[1] + 1 };
    assert_eq!(after[1], step, "{table}{again}");
    assert_eq!(fs::read_to_string(&ledger).unwrap().lines().count(), COUNT + 1);
    let kept = read_dir(out).map(|kept| kept.iter().any(|p| p.id == id)).unwrap_or(false);
    assert_eq!(kept, !hard_before);

    let refused = hard(out, &["--max-new-tokens", "10"]);
    assert_eq!(refused.status.code(), Some(1));
    let error = String::from_utf8(refused.stderr).unwrap();
    assert!(error.contains("judged.log is of another run"), "{error}");
}

#[test]
fn the_edited_picture_is_what_the_problem_s_code_draws() {
    for problem in problems() {
        let edited = edited(&problem).unwrap().unwrap();
        assert!(edited.image().unwrap() == problem.edited_image().unwrap(), "{}", problem.id);
        assert!(edited.image().unwrap() != problem.image().unwrap(), "{}", problem.id);
        assert_eq!((edited.prompt(), &edited.answer), (problem.prompt(), &problem.answer));
    }
    let mut broken = problems().remove(0);
    broken.trajectory = vec![Segment::Code("raise ValueError('no')".into())];
    assert!(edited(&broken).unwrap().is_none());
    broken.trajectory = vec![Segment::Text("I see it.".into())];
    assert!(edited(&broken).unwrap().is_none());
}
