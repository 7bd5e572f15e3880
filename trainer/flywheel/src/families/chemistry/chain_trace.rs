//! Draw over the longest chain of a skeleton.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::skeleton::{Plan, longest, network, skeleton};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "chain_trace",
    task: Task::Instruction,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Longest chain"],
    tools: &["bond_highlight"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more branches, and the chain need not run straight on.
    let more = i32::from(scene.level) + scene.int(0, 2);
    let plan = Plan { chain: scene.int(4, 8), bent: scene.level > 1, more, ring: false, group: None };
    let fine = |atoms: usize, bonds: &[(usize, usize)], _| {
        longest(atoms, bonds).is_some_and(|chain| chain.len() < atoms && chain.len() >= 4)
    };
    let molecule = skeleton(scene, &plan, fine)?;
    let chain = longest(molecule.carbons.len(), &molecule.bonds)?;
    let question = scene.pick(&[
        "Draw over the longest chain of carbon atoms in the skeletal formula.",
        "Trace the parent chain of this alkane, the longest one, from end to end.",
    ]);
    Draft::drawing(question, vec![path(chain.iter().map(|i| point(molecule.carbons[*i])))])
}

fn path(points: impl Iterator<Item = Point>) -> Mark {
    Mark::Polyline { points: points.map(|p| p.map(|v| v as f32)).collect() }
}

/// By two searches in layers, where the draft compares all paths.
fn solve(seen: &Seen) -> Option<Solved> {
    let net = network(seen);
    Solved::drawing(vec![path(net.chain()?.iter().map(|i| net.atoms[*i]))])
}
