//! What the expander promises: problems of several rounds that are solved again part by part.

use vthinker_flywheel::expand::{self, Kind};
use vthinker_flywheel::families::all;
use vthinker_flywheel::{Family, Problem, Segment, Writer, check, read_dir};

/// Problems of each kind and depth.
const EACH: u64 = 8;

fn some(kind: Kind, depth: u8, index: u64) -> Problem {
    let families: Vec<&Family> = all().collect();
    expand::problem(&families, 4, index, kind, depth).unwrap()
}

fn each() -> impl Iterator<Item = Problem> {
    [Kind::Parallel, Kind::Sequential]
        .into_iter()
        .flat_map(|kind| [2, 3].map(|depth| (kind, depth)))
        .flat_map(|(kind, depth)| (0..EACH).map(move |index| some(kind, depth, index)))
}

#[test]
fn every_part_is_solved_again_in_its_own_round() {
    let mut wrong = Vec::new();
    for mut problem in each() {
        let expansion = problem.expansion.clone().expect("what it was made from");
        let depth = usize::from(expansion.depth);
        assert_eq!(expansion.families.len(), depth, "{}", problem.id);
        assert_eq!(problem.trajectory.len(), 2 * depth + 1, "{}", problem.id);
        for (i, segment) in problem.trajectory.iter().enumerate() {
            assert_eq!(matches!(segment, Segment::Code(_)), i % 2 == 1, "{}", problem.id);
        }
        if let Err(error) = check::solution(&problem) {
            wrong.push(format!("{} {:?}: {error}\n    {}", problem.id, expansion.families, problem.question));
            continue;
        }
        problem.answer = Some("no answer".into());
        assert!(check::solution(&problem).is_err(), "{} with a wrong answer", problem.id);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_checker_lets_them_pass() {
    let mut rejected = Vec::new();
    let mut looked_at = 0;
    for problem in each() {
        looked_at += 1;
        let verdict = check::problem(&problem);
        if !verdict.passes() {
            rejected.push(format!("{} {:?}: {:?}", problem.id, problem.expansion, verdict.reasons));
        }
    }
    assert!(rejected.len() * 20 <= looked_at, "of {looked_at} rejected:\n{}", rejected.join("\n"));
}

#[test]
fn the_same_arguments_make_the_same_problem_and_files_keep_it() {
    let folder = tempfile::tempdir().unwrap();
    let problem = some(Kind::Sequential, 2, 3);
    assert_eq!(problem.content_hash(), some(Kind::Sequential, 2, 3).content_hash());
    let mut writer = Writer::create(folder.path()).unwrap();
    writer.write(&problem).unwrap();
    writer.finish().unwrap();
    let read = read_dir(folder.path()).unwrap();
    assert_eq!(read[0].expansion, problem.expansion);
    assert_eq!(read[0].trajectory, problem.trajectory);
}

#[test]
fn what_cannot_be_expanded_is_refused() {
    let families: Vec<&Family> = all().collect();
    for depth in [0, 1, 4] {
        let error = expand::problem(&families, 1, 0, Kind::Parallel, depth).unwrap_err();
        assert!(error.to_string().contains("expected 2 or 3"), "{error}");
    }
    let drawing: Vec<&Family> = all().filter(|family| family.name == "perception_surface").collect();
    assert!(expand::problem(&drawing, 1, 0, Kind::Parallel, 2).is_err());
}
