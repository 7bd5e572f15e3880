//! Between which nodes a network can be drawn in one stroke: the nodes with an odd number of edges.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::network::{joined, places};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "one_stroke",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Drawing in one stroke", "Degree sum"],
    tools: &["circle_around"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let shape = match scene.level {
        1 => (2, 2),
        2 => scene.pick(&[(2, 3), (3, 2)]),
        _ => scene.pick(&[(3, 3), (4, 2), (2, 4)]),
    };
    let mut network = places(scene, shape)?;
    if scene.level == 1 {
        // A square alone is too little: both of its diagonals may occur.
        network.edges.retain(|edge| *edge != (0, 3) && *edge != (1, 2));
        network.edges.push(scene.pick(&[(0, 3), (1, 2)]));
    }
    let spare = scene.int(0, i32::from(scene.level));
    for _ in 0..spare {
        let at = scene.int(0, network.edges.len() as i32 - 1) as usize;
        network.edges.swap_remove(at);
    }
    let odd: Vec<usize> =
        (0..network.nodes.len()).filter(|node| network.neighbours(*node).count() % 2 == 1).collect();
    let [first, second] = odd[..] else { return None };
    if !network.is_connected() {
        return None;
    }
    network.draw(scene);
    let around = f32::from(network.radius as i16 + 5);
    let ring = |node: usize| {
        let (x, y) = network.nodes[node];
        Mark::Circle { x: x as f32, y: y as f32, r: around }
    };
    let pair = |a: usize, b: usize| {
        let mut names = [network.names[a].as_str(), network.names[b].as_str()];
        names.sort_unstable();
        format!("{} and {}", names[0], names[1])
    };
    let answer = pair(first, second);
    let mut wrong = Vec::new();
    for a in 0..network.nodes.len() {
        for b in a + 1..network.nodes.len() {
            wrong.push(pair(a, b));
        }
    }
    let question = scene.pick(&[
        "This network is to be drawn in one stroke, each edge once. At which two nodes must the pen start and stop? \
         Name them in alphabetical order.",
        "A sweeper wants to walk along every edge of this network exactly once. Which two nodes are the ends of such \
         a walk, in alphabetical order?",
    ]);
    let [p, q] = [first, second].map(|node| network.neighbours(node).count());
    Draft::reasoning(
        question,
        vec![ring(first), ring(second)],
        "I count the edges at every node and ring the nodes with an odd number of them.",
        format!(
            "Only {} with {p} and {} with {q} edges are odd, so the stroke runs from one of them to the other.",
            network.names[first], network.names[second]
        ),
        &answer,
    )
    .map(|draft| draft.wrong(wrong))
}

/// By crossing off: a name stays if it was met an odd number of times among the ends of all edges.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut odd: Vec<&str> = Vec::new();
    for end in joined(seen).into_iter().flat_map(|(a, b)| [a, b]) {
        match odd.iter().position(|name| *name == end) {
            Some(place) => {
                odd.remove(place);
            }
            None => odd.push(end),
        }
    }
    odd.sort_unstable();
    let [a, b] = odd[..] else { return None };
    let r = seen.circles("node").first()?.1 as f32 + 5.0;
    let ring = |name| {
        let [x, y] = seen.named(name)?.map(|v| v as f32);
        Some(Mark::Circle { x, y, r })
    };
    Solved::reasoning(format!("{a} and {b}"), vec![ring(a)?, ring(b)?])
}
