//! The flywheel's promises: checked problems, the same bytes for the same seed, files that read back.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::process::{Command, Output};

use trainer::flywheel::families::mini::FAMILIES;
use trainer::flywheel::{Problem, Segment, problem, problem_of, read_dir, texts};
use vthinker_core::judge::{answers_equal, format_score};
use vthinker_core::think::Task;

fn run(out: &Path, flags: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trainer"))
        .args(["synth", "--out"])
        .arg(out)
        .args(flags.split_whitespace())
        .output()
        .unwrap()
}

fn synth(out: &Path, flags: &str) {
    let output = run(out, flags);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// All files of a folder with their bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn every_family_makes_checked_problems_of_every_level() {
    for family in &FAMILIES {
        let made: Vec<Problem> = (0..400).map(|i| problem_of(&[family], 3, i).unwrap()).collect();
        for level in 1..=3 {
            assert!(made.iter().any(|p| p.level == level), "{} level {level}", family.name);
        }
        for p in &made {
            assert!(p.width % 20 == 0 && p.height % 20 == 0, "{}", p.id);
            assert!(p.question.split_whitespace().count() <= 20, "{}", p.question);
            assert_eq!(p.answer.is_some(), p.task == Task::Reasoning, "{}", p.id);
            assert_ne!(p.image, p.edited_image, "{}", p.id);
        }
    }
}

#[test]
fn reasoning_is_well_formed_and_ends_with_its_answer() {
    for index in 0..300 {
        let p = problem(4, index);
        if p.task != Task::Reasoning {
            assert!(matches!(p.trajectory[..], [Segment::Code(_)]), "{}", p.id);
            continue;
        }
        let text = p.cot_with_code();
        assert_eq!(format_score(&text), 1.0, "{text}");
        let (_, end) = text.split_once("<answer>").unwrap();
        assert!(answers_equal(p.answer.as_ref().unwrap(), end.strip_suffix("</answer>").unwrap()), "{text}");
    }
}

#[test]
fn no_constant_answer_solves_many() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for index in 0..1500 {
        if let Some(answer) = problem(5, index).answer {
            *counts.entry(answer).or_default() += 1;
        }
    }
    let total: usize = counts.values().sum();
    let most = counts.values().max().unwrap();
    assert!(most * 100 <= total * 25, "{counts:?}");
}

#[test]
fn the_same_seed_makes_the_same_bytes_whatever_the_threads() {
    let (one, two, other) =
        (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    synth(one.path(), "--count 60 --seed 7 --jobs 1");
    synth(two.path(), "--count 60 --seed 7 --jobs 3");
    synth(other.path(), "--count 60 --seed 8");
    assert!(files(one.path()) == files(two.path()), "threads changed the output");
    let hashes = |dir: &tempfile::TempDir| -> HashSet<u64> {
        read_dir(dir.path()).unwrap().iter().map(Problem::content_hash).collect()
    };
    assert!(hashes(&one).is_disjoint(&hashes(&other)), "two seeds share a problem");
}

#[test]
fn excluded_problems_are_left_out() {
    let (train, held_out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    synth(train.path(), "--count 20 --seed 9");
    synth(held_out.path(), &format!("--count 20 --seed 9 --spare 2 --exclude {}", train.path().display()));
    let train: HashSet<u64> = read_dir(train.path()).unwrap().iter().map(Problem::content_hash).collect();
    let held_out = read_dir(held_out.path()).unwrap();
    assert_eq!(held_out.len(), 20);
    assert!(held_out.iter().all(|p| !train.contains(&p.content_hash())));
}

#[test]
fn problems_read_back_as_they_were_written_in_every_form() {
    let chosen = ["dot", "frame", "count"];
    let families: Vec<_> = FAMILIES.iter().filter(|f| chosen.contains(&f.name)).collect();
    for format in ["jsonl", "jsonl-bytes", "parquet"] {
        let folder = tempfile::tempdir().unwrap();
        synth(folder.path(), &format!("--count 12 --seed 11 --families dot,frame,count --format {format}"));
        let problems = read_dir(folder.path()).unwrap();
        assert_eq!(problems.len(), 12);
        for read in problems {
            let index = read.id.rsplit('-').next().unwrap().parse().unwrap();
            let made = problem_of(&families, 11, index).unwrap();
            assert_eq!(read.id, made.id);
            assert_eq!(read.question, made.question);
            assert_eq!(read.trajectory, made.trajectory);
            assert_eq!(read.marks, made.marks);
            assert_eq!(read.answer, made.answer);
            assert_eq!(read.image, made.image);
            assert_eq!(read.original_img_code, made.original_img_code);
        }
    }
}

#[test]
fn a_data_set_with_tests_is_read_for_training_only() {
    let folder = tempfile::tempdir().unwrap();
    synth(folder.path(), "--count 20 --seed 3 --test-seed 4 --test-count 10");
    let read = read_dir(folder.path()).unwrap();
    assert_eq!(read.len(), 20);
    assert!(read.iter().all(|problem| problem.id.split('-').rev().nth(1) == Some("3")));
}

#[test]
fn another_data_set_in_the_place_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    synth(folder.path(), "--count 5 --seed 3");
    let error = run(folder.path(), "--count 5 --seed 4");
    let said = String::from_utf8_lossy(&error.stderr);
    let place = folder.path().to_string_lossy();
    assert!(!error.status.success() && said.contains(&*place) && said.contains("another data set"), "{said}");
}

#[test]
fn a_folder_without_problems_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_dir(folder.path()).unwrap_err().to_string();
    assert!(error.contains(&*folder.path().to_string_lossy()) && error.contains(".jsonl"), "{error}");
}

#[test]
fn the_corpus_holds_question_and_code() {
    let text = texts(1, 1).next().unwrap();
    assert!(text.contains("```python\n") && text.contains(&problem(1, 0).question), "{text}");
}
