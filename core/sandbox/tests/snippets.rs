//! The differential suite: `snippets/TOPIC.py` holds small programs, `snippets/TOPIC.json` what CPython
//! printed for each and the error that ended it (`snippets/make_snippets.py` makes it), and
//! `snippets/DIFFERENCES.md` every one that differs here, with the reason.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;
use vthinker_sandbox::{Limits, Sandbox};

/// The share of identical snippets, in percent, that must not be lost again.
const LEAST_PERCENT: usize = 97;

#[derive(Deserialize)]
struct Topic {
    python: String,
    results: BTreeMap<String, Outcome>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Outcome {
    out: String,
    error: Option<String>,
    line: Option<u32>,
}

fn directory() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snippets")
}

/// What the sandbox makes of a snippet. An exception without a message has nothing after its colon.
fn outcome(source: &str) -> Outcome {
    let execution = Sandbox::new(Limits { output: 1 << 20, ..Limits::default() }).run(source);
    Outcome {
        out: execution.stdout,
        line: execution.error.as_ref().map(|error| error.line),
        error: execution.error.map(|error| format!("{}: {}", error.kind, error.message)),
    }
}

/// The snippets of a topic: name and source, whose lines count from the one after the name.
fn snippets(text: &str) -> Vec<(&str, &str)> {
    let parts = text.split("#%% ").skip(1);
    parts.map(|part| part.split_once('\n').expect("a snippet has a name and a source")).collect()
}

/// Listed differences.
fn listed() -> BTreeSet<String> {
    let text = fs::read_to_string(directory().join("DIFFERENCES.md")).expect("the list can be read");
    let mut all = BTreeSet::new();
    for line in text.lines() {
        let Some((name, reason)) = line.strip_prefix("- ").and_then(|line| line.split_once(" - ")) else {
            continue;
        };
        assert!(!reason.trim().is_empty(), "{name} has no reason");
        assert!(all.insert(name.to_owned()), "{name} is listed twice");
    }
    all
}

/// The first lines that differ.
fn show(name: &str, wanted: &Outcome, got: &Outcome) -> String {
    let mut text = format!("{name}\n");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (w, g) = (lines(&wanted.out), lines(&got.out));
    let different = (0..w.len().max(g.len())).filter(|i| w.get(*i) != g.get(*i));
    for index in different.take(3) {
        text += &format!("  CPython {:?}\n  here    {:?}\n", w.get(index), g.get(index));
    }
    if (&wanted.error, wanted.line) != (&got.error, got.line) {
        text += &format!("  CPython {:?} {:?}\n", wanted.error, wanted.line);
        text += &format!("  here    {:?} {:?}\n", got.error, got.line);
    }
    text
}

#[test]
fn snippets_do_what_cpython_does() {
    let listed = listed();
    let mut differing = BTreeSet::new();
    let mut known = BTreeSet::new();
    let mut details = String::new();
    let mut table = String::new();
    for entry in fs::read_dir(directory()).expect("the directory is there") {
        let path = entry.expect("the directory can be read").path();
        if path.extension().is_none_or(|e| e != "json") {
            continue;
        }
        let topic = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let results = fs::read_to_string(&path).expect("the results can be read");
        let made: Topic = serde_json::from_str(&results).expect("the results are of this form");
        assert!(made.python.starts_with("3.12."), "{topic} was made with CPython {}", made.python);
        let text = fs::read_to_string(path.with_extension("py")).expect("the topic has its snippets");
        let snippets = snippets(&text);
        assert_eq!(snippets.len(), made.results.len(), "{topic}: make the results again");
        let before = differing.len();
        for (name, source) in &snippets {
            let wanted = made.results.get(*name).unwrap_or_else(|| panic!("{topic}/{name} has no result"));
            let got = outcome(source);
            let name = format!("{topic}/{name}");
            if *wanted != got {
                if !listed.contains(&name) {
                    details += &show(&name, wanted, &got);
                }
                differing.insert(name.clone());
            }
            known.insert(name);
        }
        let same = snippets.len() - (differing.len() - before);
        table += &format!("{topic:20} {same:4} of {:4}\n", snippets.len());
    }
    let same = known.len() - differing.len();
    println!("{table}{:20} {same:4} of {:4}", "all", known.len());
    let unlisted: Vec<_> = differing.difference(&listed).collect();
    assert!(unlisted.is_empty(), "{} differ and are not listed:\n{details}", unlisted.len());
    let ended: Vec<_> = listed.difference(&differing).collect();
    assert!(ended.is_empty(), "listed, but they no longer differ, or are no snippets: {ended:?}");
    assert!(known.len() >= 500, "only {} snippets", known.len());
    assert!(same * 100 >= known.len() * LEAST_PERCENT, "only {same} of {} are identical", known.len());
}
