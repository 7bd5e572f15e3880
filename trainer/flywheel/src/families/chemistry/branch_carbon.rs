//! Mark the carbon atoms where a skeleton branches.

use vthinker_core::think::Task;

use super::skeleton::{Plan, network, skeleton};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "branch_carbon",
    task: Task::Perception,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Corners are carbons", "Hidden hydrogens"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more branches and ends.
    let more = i32::from(scene.level) + scene.int(0, 1);
    let ring = scene.level == 3 && scene.chance(0.5);
    let plan = Plan { chain: scene.int(4, 7), bent: scene.level > 1, more, ring, group: None };
    // (words, bonds to other carbon atoms)
    let (asked, wanted) = scene.pick(&[
        ("Mark every carbon atom that is bound to three other carbon atoms.", 3),
        ("Mark every carbon atom of the skeleton at which it branches.", 3),
        ("Mark the carbon atoms of all CH3 groups in the skeletal formula.", 1),
        ("Mark every carbon atom that is bound to only one other carbon atom.", 1),
    ]);
    let bound = |bonds: &[(usize, usize)], i: usize| bonds.iter().filter(|(a, b)| *a == i || *b == i).count();
    let count =
        |atoms: usize, bonds: &[(usize, usize)]| (0..atoms).filter(|i| bound(bonds, *i) == wanted).count();
    let molecule = skeleton(scene, &plan, |atoms, bonds, _| (1..=5).contains(&count(atoms, bonds)))?;
    let marks = (0..molecule.carbons.len())
        .filter(|i| bound(&molecule.bonds, *i) == wanted)
        .map(|i| point(molecule.carbons[i]))
        .collect();
    Draft::drawing(asked, marks)
}

/// By counting the neighbours of each joint of the figure's lines.
fn solve(seen: &Seen) -> Option<Solved> {
    let net = network(seen);
    let wanted = if seen.question.contains("three") || seen.question.contains("branches") { 3 } else { 1 };
    let of = |i: &usize| net.neighbours[*i].len() == wanted;
    Solved::drawing((0..net.atoms.len()).filter(of).map(|i| point_mark(net.atoms[i])).collect())
}
