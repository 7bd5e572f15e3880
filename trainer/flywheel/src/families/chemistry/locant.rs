//! Which number does the carbon atom with a group get?

use vthinker_core::think::Task;

use super::skeleton::{Plan, longest, network, skeleton};
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{minus, norm, point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lowest_locant",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Lowest locants", "Functional group marking"],
    tools: &["count_marks"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a straight chain; level 2: it turns; level 3: it has branches.
    let more = if scene.level == 3 { scene.int(1, 2) } else { 0 };
    let group = scene.pick(&["OH", "NH2", "Cl", "Br", "F"]);
    let chain = scene.int(4, 9);
    let plan = Plan { chain, bent: scene.level > 1, more, ring: false, group: Some(group) };
    let fine = |atoms: usize, bonds: &[(usize, usize)], bearer: Option<usize>| {
        let place =
            longest(atoms, bonds).and_then(|c| Some((c.iter().position(|i| Some(*i) == bearer)?, c.len())));
        place.is_some_and(|(i, n)| 2 * i + 1 != n)
    };
    let molecule = skeleton(scene, &plan, fine)?;
    let mut chain = longest(molecule.carbons.len(), &molecule.bonds)?;
    let bearer = molecule.bearer?;
    let place = chain.iter().position(|i| *i == bearer)?;
    let (front, back) = (place + 1, chain.len() - place);
    if back < front {
        chain.reverse();
    }
    let n = front.min(back);
    let marks = chain[..n].iter().map(|i| point(molecule.carbons[*i])).collect();
    let size = scene.letter_size();
    let mut draft = Draft::reasoning(
        format!(
            "The carbon atoms of the longest chain are numbered from the end that gives the one with {group} the \
             lower number. Which number is that?"
        ),
        marks,
        format!("I number the chain from the end nearer to {group} until I reach it."),
        format!("The count from there is {n}, from the other end it would be {}. So the number is {n}.", front.max(back)),
        n,
    )?
    .wrong([front.max(back), n + 1, n + 2, n.saturating_sub(1).max(1), chain.len()]);
    // The numbers stand outside the zigzag, away from the neighbours.
    for (k, i) in chain[..n].iter().enumerate() {
        let here = molecule.carbons[*i];
        let mut pull = (0, 0);
        for (a, b) in molecule.bonds.iter().filter(|(a, b)| a == i || b == i) {
            let other = molecule.carbons[if a == i { *b } else { *a }];
            pull = (pull.0 + other.0 - here.0, pull.1 + other.1 - here.1);
        }
        let long = f64::from(pull.0).hypot(f64::from(pull.1)).max(1.0);
        let out = |v: i32| (-f64::from(v) / long * f64::from(size) * 0.95).round() as i32;
        draft = draft.label((here.0 + out(pull.0), here.1 + out(pull.1)), k + 1);
    }
    Some(draft)
}

/// By two searches in layers for the chain.
fn solve(seen: &Seen) -> Option<Solved> {
    let net = network(seen);
    let [foot, _] = *seen.lines("bond to the group").first()?;
    let mut chain = net.chain()?;
    let place = |chain: &[usize]| chain.iter().position(|i| norm(minus(net.atoms[*i], foot)) < 2.0);
    if place(&chain)? * 2 >= chain.len() {
        chain.reverse();
    }
    let n = place(&chain)? + 1;
    Solved::reasoning(n, chain[..n].iter().map(|i| point_mark(net.atoms[*i])).collect())
}
