//! How many carbon atoms does a skeletal formula show?

use vthinker_core::think::Task;

use super::skeleton::{Plan, network, skeleton};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "carbon_count",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Corners are carbons"],
    tools: &["count_marks", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: an open chain; level 2: branches or a ring; level 3: more of both, and a group without carbon.
    let ring = scene.level > 1 && scene.chance(0.6);
    let group = (scene.level == 3).then(|| scene.pick(&["OH", "NH2", "Cl", "Br", "SH"]));
    let more = match scene.level {
        1 => scene.int(0, 1),
        2 => scene.int(1, 3),
        _ => scene.int(2, 4),
    };
    let plan = Plan { chain: scene.int(3, 7), bent: scene.level > 1, more, ring, group };
    let molecule = skeleton(scene, &plan, |_, _, _| true)?;
    let n = molecule.carbons.len();
    let question = scene.pick(&[
        "How many carbon atoms does the skeletal formula show?",
        "The picture is the skeletal formula of a molecule. How many carbon atoms has it?",
    ]);
    let not = group.map(|text| format!(" The end with {text} is no carbon atom.")).unwrap_or_default();
    Some(
        Draft::reasoning(
            question,
            molecule.carbons.iter().map(|p| point(*p)).collect(),
            "Every corner and every bare end of the lines is a carbon atom, so I mark them all and count.",
            format!("There are {n} marks.{not} So the molecule has {n} carbon atoms."),
            n,
        )?
        .wrong([n - 1, n + 1, molecule.bonds.len(), n - 2, n + 2]),
    )
}

/// By joining the ends of the bonds.
fn solve(seen: &Seen) -> Option<Solved> {
    let net = network(seen);
    Solved::reasoning(net.atoms.len(), net.atoms.into_iter().map(point_mark).collect())
}
