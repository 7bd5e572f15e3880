//! The flywheel's promises: checked problems, the same bytes for the same seed, files that read back.

use std::collections::{BTreeMap, HashSet};

use clap::Parser;
use trainer::command::synth;
use trainer::flywheel::families::mini::FAMILIES;
use trainer::flywheel::{Problem, Segment, problem, problem_of, read_dir, texts};
use vthinker_core::judge::{answers_equal, format_score};
use vthinker_core::think::Task;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    args: synth::Args,
}

fn synth(out: &std::path::Path, flags: &str) {
    let out = out.to_string_lossy();
    let cli = Cli::parse_from(["synth", "--out", &out].into_iter().chain(flags.split_whitespace()));
    synth::run(cli.args).unwrap();
}

/// All files of a folder with their bytes.
fn files(folder: &std::path::Path) -> BTreeMap<String, Vec<u8>> {
    let lists = ["interaction.jsonl", "perception.jsonl"].map(|name| folder.join(name));
    let images = std::fs::read_dir(folder.join("images")).unwrap().map(|entry| entry.unwrap().path());
    let relative = |path: &std::path::Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    lists.into_iter().chain(images).map(|path| (relative(&path), std::fs::read(&path).unwrap())).collect()
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
    synth(one.path(), "--count 60 --seed 7");
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
    synth(held_out.path(), &format!("--count 20 --seed 9 --exclude {}", train.path().display()));
    let train: HashSet<u64> = read_dir(train.path()).unwrap().iter().map(Problem::content_hash).collect();
    let held_out = read_dir(held_out.path()).unwrap();
    assert_eq!(held_out.len(), 20);
    assert!(held_out.iter().all(|p| !train.contains(&p.content_hash())));
}

#[test]
fn problems_read_back_as_they_were_written() {
    let folder = tempfile::tempdir().unwrap();
    synth(folder.path(), "--count 12 --seed 11 --families dot,frame,count");
    for read in read_dir(folder.path()).unwrap() {
        let index = read.id.rsplit('-').next().unwrap().parse().unwrap();
        let families: Vec<_> =
            FAMILIES.iter().filter(|f| ["dot", "frame", "count"].contains(&f.name)).collect();
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

#[test]
fn a_folder_without_problems_is_an_error_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let error = read_dir(folder.path()).unwrap_err().to_string();
    assert!(error.contains("interaction.jsonl"), "{error}");
}

#[test]
fn the_corpus_holds_question_and_code() {
    let text = texts(1, 1).next().unwrap();
    assert!(text.contains("```python\n") && text.contains(&problem(1, 0).question), "{text}");
}
