//! What every family promises: problems of every level that pass the check.

use std::collections::BTreeMap;

use vthinker_core::think::Task;
use vthinker_flywheel::families::{all, mini};
use vthinker_flywheel::{Family, check, problem_of};

/// Problems of each family.
const EACH: u64 = 40;

fn full() -> impl Iterator<Item = &'static Family> {
    // One family alone while it is being written: `FAMILY=name cargo test -p vthinker-flywheel --test families`.
    let wanted = std::env::var("FAMILY").ok();
    all().skip(mini::FAMILIES.len()).filter(move |f| wanted.as_ref().is_none_or(|name| f.name == name))
}

#[test]
fn every_problem_is_solved_again_from_its_figure() {
    let mut wrong = Vec::new();
    for family in full() {
        let mut levels = [0; 3];
        let mut answers: BTreeMap<String, u64> = BTreeMap::new();
        for index in 0..EACH {
            let problem = match problem_of(&[family], 3, index) {
                Ok(problem) => problem,
                Err(error) => {
                    wrong.push(format!("{error:#}"));
                    continue;
                }
            };
            levels[problem.level as usize - 1] += 1;
            if let Err(error) = check::solution(&problem) {
                wrong.push(format!("{}: {error:#}\n    {}", problem.id, problem.question));
            }
            assert_eq!(problem.answer.is_some(), problem.task == Task::Reasoning, "{}", problem.id);
            *answers.entry(problem.answer.unwrap_or_default()).or_default() += 1;
        }
        if levels.contains(&0) {
            wrong.push(format!("{}: levels {levels:?}", family.name));
        }
        let most = answers.values().max().copied().unwrap_or_default();
        if family.task == Task::Reasoning && most > EACH * 7 / 10 {
            wrong.push(format!("{}: one answer solves {most} of {EACH}: {answers:?}", family.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_are_unique() {
    let mut names: Vec<&str> = all().map(|family| family.name).collect();
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}

#[test]
fn knowledge_and_tools_are_those_of_the_data() {
    let (knowledge, tools) = (include_str!("../data/knowledge.md"), include_str!("../data/tools.toml"));
    for family in all() {
        let domain = format!("- {}", family.domain);
        assert!(knowledge.lines().any(|line| line == domain), "{}: no domain {domain:?}", family.name);
        for name in family.knowledge {
            let known = knowledge.lines().any(|line| line.trim_start().starts_with(&format!("- {name}: ")));
            assert!(known, "{}: no principle is called {name:?}", family.name);
        }
        for name in family.tools {
            let known = tools.lines().any(|line| line == format!("name = \"{name}\""));
            assert!(known, "{}: no tool is called {name:?}", family.name);
        }
    }
}

#[test]
fn a_figure_with_something_missing_is_no_panic() {
    for family in full() {
        for index in 0..2 {
            let problem = problem_of(&[family], 4, index).unwrap();
            for kept in 0..problem.elements.len() {
                let mut torn = problem.clone();
                torn.elements.truncate(kept);
                // It may be solved all the same, or not: the answer is not asked for.
                let _ = check::solution(&torn);
            }
        }
    }
}
