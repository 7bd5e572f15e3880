//! `cargo xtask test`: every check of the repository, in one run.

use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use anyhow::Result;

use crate::browser;
use crate::command::{cargo, run_reading, version};
use crate::everywhere;
use crate::python;
use crate::site;

/// One step: its name and what it does. The counts are those of the test runners it ran.
struct Step {
    name: &'static str,
    work: fn(&mut Counts) -> Result<bool>,
    /// Runs only when it is named: it needs more than everybody should have to fetch.
    on_request: bool,
}

const fn step(name: &'static str, work: fn(&mut Counts) -> Result<bool>) -> Step {
    Step { name, work, on_request: false }
}

/// In order of cost, and what others need before them.
const STEPS: [Step; 11] = [
    step("format", |counts| check(cargo().args(["fmt", "--all", "--check"]), counts)),
    step("lint", |counts| {
        check(cargo().args(["clippy", "--locked", "--all-targets"]).args(DENY_WARNINGS), counts)
    }),
    step("unit-tests", unit_tests),
    step("python-datasets", python_datasets),
    Step { name: "python-transformers", work: python_transformers, on_request: true },
    step("gpu-backends", gpu_backends),
    step("doc-tests", |counts| {
        check(cargo().args(["test", "--locked", "--doc", "--color", "never"]), counts)
    }),
    step("site", |_| site::build().map(|()| true)),
    step("wasm-lint", |counts| {
        let browser = ["-p", "vthinker-web", "-p", "vthinker-www", "--features", "vthinker-web/engine"];
        let target = ["--target", "wasm32-unknown-unknown"];
        check(cargo().args(["clippy", "--locked"]).args(browser).args(target).args(DENY_WARNINGS), counts)
    }),
    step("everywhere", |counts| check(&mut everywhere::test()?, counts)),
    step("browser-tests", browser_tests),
];

const DENY_WARNINGS: [&str; 3] = ["--", "-D", "warnings"];

/// Runs the steps (all but those on request, or those whose name contains one of `only`) and prints what came of them.
pub fn run(only: &[String]) -> Result<ExitCode> {
    let named = |step: &Step| only.iter().any(|word| step.name.contains(word.as_str()));
    let chosen = |step: &&Step| if only.is_empty() { !step.on_request } else { named(step) };
    let mut report = Vec::new();
    let (mut total, mut skipped) = (Counts::default(), 0);
    for step in STEPS.iter().filter(chosen) {
        eprintln!("\n== {} ==", step.name);
        let start = Instant::now();
        let mut counts = Counts::default();
        let outcome = (step.work)(&mut counts);
        if let Err(error) = &outcome {
            eprintln!("error: {error:#}");
        }
        // A step that failed outside a test counts as one failure.
        if !outcome.unwrap_or(false) && counts.failed == 0 {
            counts.failed = 1;
        }
        total.passed += counts.passed;
        total.failed += counts.failed;
        skipped += usize::from(counts.skipped.is_some());
        report.push((step.name, start.elapsed(), counts));
        eprintln!("== {} took {}", step.name, minutes(start.elapsed()));
    }
    println!("\n{:<16} {:>8} {:>7} {:>7}", "step", "time", "passed", "failed");
    for (name, time, counts) in report {
        let time = minutes(time);
        match counts.skipped {
            Some(why) => println!("{name:<16} {time:>8} skipped: {why}"),
            None => println!("{name:<16} {time:>8} {:>7} {:>7}", counts.passed, counts.failed),
        }
    }
    let steps = if skipped > 0 { format!(", {skipped} skipped") } else { String::new() };
    println!("{} passed, {} failed{steps}", total.passed, total.failed);
    Ok(if total.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn check(command: &mut Command, counts: &mut Counts) -> Result<bool> {
    run_reading(command, |line| counts.read(line))
}

fn unit_tests(counts: &mut Counts) -> Result<bool> {
    let mut tests = cargo();
    // nextest runs test binaries side by side; without it cargo's own runner gives the same verdicts.
    match version("cargo-nextest") {
        Some(_) => tests.args(["nextest", "run", "--no-fail-fast"]),
        None => tests.args(["test", "--all-targets", "--no-fail-fast"]),
    };
    check(tests.args(["--locked", "--color", "never"]), counts)
}

/// Lets the Python package `datasets` load what the flywheel writes; skipped where it cannot be had.
fn python_datasets(counts: &mut Counts) -> Result<bool> {
    let test = ("datasets", "the_python_package_loads_every_form");
    with_python(python::datasets_python(), "DATASETS_PYTHON", test, counts)
}

/// Lets transformers and PEFT read what the trainer writes. On request: PyTorch alone is several gigabytes.
fn python_transformers(counts: &mut Counts) -> Result<bool> {
    let test = ("hub_export", "transformers_and_peft_read_what_is_written_and_give_the_same_logits");
    with_python(python::python(), "TRANSFORMERS_PYTHON", test, counts)
}

/// Runs an ignored test, of a file of tests, that finds its Python in a variable.
fn with_python(
    python: Result<Command>,
    variable: &str,
    (file, test): (&str, &str),
    counts: &mut Counts,
) -> Result<bool> {
    let python = match python {
        Ok(python) => python,
        Err(error) => {
            counts.skipped = Some(format!("{error:#}"));
            return Ok(true);
        }
    };
    let mut tests = cargo();
    match version("cargo-nextest") {
        Some(_) => tests.args(["nextest", "run", "--locked", "--run-ignored", "only", test]),
        None => tests.args(["test", "--locked", "--test", file, test, "--", "--ignored"]),
    };
    check(tests.env(variable, python.get_program()), counts)
}

/// Type-checks the GPU backends, and the object stores with them.
fn gpu_backends(counts: &mut Counts) -> Result<bool> {
    let features = ["-p", "trainer", "--features", "wgpu,cuda,cloud"];
    check(cargo().args(["check", "--locked"]).args(features), counts)
}

fn browser_tests(counts: &mut Counts) -> Result<bool> {
    let mut node = browser::node()?;
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).current_dir(browser::e2e());
    node.env("EVERYWHERE", everywhere::program()?);
    check(&mut node, counts)
}

fn minutes(time: Duration) -> String {
    format!("{}m{:02}s", time.as_secs() / 60, time.as_secs() % 60)
}

/// Tests passed and failed, read from the summaries of nextest, cargo's test runner and node's.
#[derive(Default, Debug, PartialEq)]
struct Counts {
    passed: usize,
    failed: usize,
    /// Why nothing was run, where it is not this repository's fault.
    skipped: Option<String>,
}

impl Counts {
    fn read(&mut self, line: &str) {
        // Indented, a test result is what nextest shows of a failed test, which its summary counts.
        let cargo = line.starts_with("test result:");
        let line = line.trim();
        if cargo || line.starts_with("Summary [") {
            let words: Vec<&str> = line.split([' ', ',', ';']).filter(|word| !word.is_empty()).collect();
            for pair in words.windows(2) {
                match (pair[0].parse::<usize>(), pair[1]) {
                    (Ok(n), "passed") => self.passed += n,
                    (Ok(n), "failed" | "timed" | "exec") => self.failed += n,
                    _ => {}
                }
            }
        } else if let Some(line) = line.strip_prefix("ℹ ") {
            match line.split_once(' ').map(|(what, n)| (what, n.parse::<usize>())) {
                Some(("pass", Ok(n))) => self.passed += n,
                Some(("fail" | "cancelled", Ok(n))) => self.failed += n,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Counts;

    fn counts(lines: &[&str]) -> (usize, usize) {
        let mut counts = Counts::default();
        lines.iter().for_each(|line| counts.read(line));
        (counts.passed, counts.failed)
    }

    #[test]
    fn summaries_of_each_runner_are_read() {
        let nextest =
            "     Summary [   3.1s] 9 tests run: 6 passed (1 slow), 2 failed, 1 timed out, 0 skipped";
        assert_eq!(counts(&[nextest]), (6, 3));
        let cargo = "test result: FAILED. 4 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out";
        assert_eq!(counts(&[cargo, cargo]), (8, 2));
        assert_eq!(counts(&["ℹ tests 7", "ℹ pass 5", "ℹ fail 1", "ℹ cancelled 1"]), (5, 2));
    }

    #[test]
    fn what_a_test_prints_is_not_a_summary() {
        assert_eq!(counts(&["3 passed, 4 failed", "the 5 passed by"]), (0, 0));
        assert_eq!(
            counts(&["    test result: FAILED. 0 passed; 1 failed; 0 ignored; 31 filtered out"]),
            (0, 0)
        );
    }
}
