//! How long is the longest chain of a branched skeleton?

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::skeleton::{Plan, longest, network, skeleton};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "longest_chain",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Longest chain", "Corners are carbons"],
    tools: &["bond_highlight"],
    draft,
    solve,
};

const STEMS: [&str; 9] =
    ["butane", "pentane", "hexane", "heptane", "octane", "nonane", "decane", "undecane", "dodecane"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more branches, and the chain need not run straight on.
    let more = i32::from(scene.level) + scene.int(0, 2);
    let plan = Plan { chain: scene.int(4, 7), bent: scene.level > 1, more, ring: false, group: None };
    let fine = |atoms: usize, bonds: &[(usize, usize)], _| {
        longest(atoms, bonds).is_some_and(|chain| chain.len() < atoms && (4..=11).contains(&chain.len()))
    };
    let molecule = skeleton(scene, &plan, fine)?;
    let chain = longest(molecule.carbons.len(), &molecule.bonds)?;
    let n = chain.len();
    let by_name = scene.chance(0.4);
    let (question, answer) = if by_name {
        (
            "After which unbranched alkane is the molecule with this skeletal formula named?".to_owned(),
            STEMS[n - 4].to_owned(),
        )
    } else {
        ("How many carbon atoms has the longest chain of the skeletal formula?".to_owned(), n.to_string())
    };
    let wrong: Vec<String> = [n + 1, n - 1, molecule.carbons.len(), n + 2, 4]
        .into_iter()
        .filter_map(|k| {
            if by_name { STEMS.get(k.checked_sub(4)?).map(|s| (*s).to_owned()) } else { Some(k.to_string()) }
        })
        .collect();
    let end = if by_name {
        format!("so the name is built on {answer}")
    } else {
        "no other way from end to end has as many".to_owned()
    };
    Some(
        Draft::reasoning(
            question,
            vec![path(chain.iter().map(|i| point(molecule.carbons[*i])))],
            "The longest chain may turn corners, so I try the ways from one bare end to another and draw over the longest.",
            format!("It passes {n} corners and ends, and {end}."),
            answer,
        )?
        .wrong(wrong),
    )
}

fn path(points: impl Iterator<Item = Point>) -> Mark {
    Mark::Polyline { points: points.map(|p| p.map(|v| v as f32)).collect() }
}

/// By two searches in layers, where the draft compares all paths.
fn solve(seen: &Seen) -> Option<Solved> {
    let net = network(seen);
    let chain = net.chain()?;
    let answer = if seen.question.contains("alkane") {
        (*STEMS.get(chain.len().checked_sub(4)?)?).to_owned()
    } else {
        chain.len().to_string()
    };
    Solved::reasoning(answer, vec![path(chain.iter().map(|i| net.atoms[*i]))])
}
