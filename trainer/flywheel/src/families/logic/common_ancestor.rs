//! The lowest node of a tree above two others.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::maze::path_mark;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "common_ancestor",
    task: Task::Reasoning,
    domain: "Computer Science",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Lowest common ancestor"],
    tools: &["linked_nodes", "segment"],
    draft,
    solve,
};

const LETTERS: &str = "ABCDEFGHKLMNPQRSTUVWXYZ";

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let layers = if scene.level == 1 { 3 } else { 4 };
    let radius = size * 3 / 4;
    let deep = (scene.height() - 2 * radius - 10) / (layers - 1);
    if deep < 3 * radius {
        return None;
    }
    // Parents by node; nodes come layer by layer, and the children of a parent side by side.
    let mut parents: Vec<usize> = vec![0];
    let mut layer_of = vec![0];
    let mut layer: Vec<usize> = vec![0];
    for depth in 1..layers {
        let mut next = Vec::new();
        for node in &layer {
            let most = if scene.level == 3 { 3 } else { 2 };
            let least = i32::from(depth == 1) + i32::from(scene.chance(0.8));
            for _ in 0..scene.int(least, most) {
                parents.push(*node);
                layer_of.push(depth);
                next.push(parents.len() - 1);
            }
        }
        if next.len() < 2 || (scene.width() - 20) / (next.len() as i32) < radius * 5 / 2 {
            return None;
        }
        layer = next;
    }
    let n = parents.len();
    if n > LETTERS.len() {
        return None;
    }
    let places = layout(scene, &parents, &layer_of, layers as usize, deep, radius);
    let [a, b] = [(); 2].map(|()| scene.int(1, n as i32 - 1) as usize);
    let way = |mut node: usize| {
        let mut way = vec![node];
        while node != 0 {
            node = parents[node];
            way.push(node);
        }
        way
    };
    let (first, second) = (way(a), way(b));
    let common = *first.iter().find(|node| second.contains(node))?;
    // The root is the answer of lazy guesses, so it is wanted seldom.
    if common == a || common == b || (common == 0 && scene.level > 1 && scene.chance(0.7)) {
        return None;
    }
    let mut letters: Vec<String> = LETTERS.chars().map(String::from).collect();
    scene.shuffle(&mut letters);
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    for (node, parent) in parents.iter().enumerate().skip(1) {
        let (p, q) = (places[*parent], places[node]);
        let meaning = format!("branch from {} to {}", letters[*parent], letters[node]);
        let length = crate::scene::distance(p, q);
        let rim = |from: Place, to: Place| {
            let go = |a: i32, b: i32| a + (f64::from(b - a) * f64::from(radius) / length).round() as i32;
            (go(from.0, to.0), go(from.1, to.1))
        };
        scene.figure.line(rim(p, q), rim(q, p), width, ink, &meaning);
    }
    for (place, letter) in places.iter().zip(&letters) {
        scene.figure.ring(*place, radius, color, Some(2), "node");
        scene.figure.name(*place, *place, letter, size);
    }
    let climb = |way: &[usize]| -> Vec<usize> {
        way.iter().take_while(|node| **node != common).copied().chain([common]).collect()
    };
    let mark = |way: &[usize]| path_mark(&climb(way).iter().map(|node| places[*node]).collect::<Vec<_>>());
    let marks = vec![mark(&first)?, mark(&second)?];
    let name = |node: usize| letters[node].as_str();
    let route = |way: &[usize]| climb(way).iter().map(|node| name(*node)).collect::<Vec<_>>().join("-");
    let answer = name(common).to_owned();
    let question = scene.pick(&[
        "Which node is the lowest one from which both {a} and {b} descend?",
        "The tree shows who reports to whom, the chief on top. Who is the lowest common superior of {a} and {b}?",
        "What is the lowest common ancestor of {a} and {b} in this tree?",
    ]);
    let wrong: Vec<&str> = (0..n).filter(|node| *node != a && *node != b).map(name).collect();
    Draft::reasoning(
        question.replace("{a}", name(a)).replace("{b}", name(b)),
        marks,
        format!(
            "From {} and from {} I follow the branches upwards until the two ways meet.",
            name(a),
            name(b)
        ),
        format!("The ways {} and {} meet first in {answer}.", route(&first), route(&second)),
        &answer,
    )
    .map(|draft| draft.wrong(wrong))
}

/// Layers at equal heights; the nodes of a layer share its width evenly.
fn layout(
    scene: &Scene,
    parents: &[usize],
    layer_of: &[i32],
    layers: usize,
    deep: i32,
    radius: i32,
) -> Vec<Place> {
    let mut counts = vec![0; layers];
    for layer in layer_of {
        counts[*layer as usize] += 1;
    }
    let mut next = vec![0; layers];
    (0..parents.len())
        .map(|node| {
            let layer = layer_of[node] as usize;
            let slot = (scene.width() - 20) / counts[layer].max(1);
            let x = 10 + (scene.width() - 20 - slot * counts[layer]) / 2 + slot * next[layer] + slot / 2;
            next[layer] += 1;
            (x, 5 + radius + layer as i32 * deep)
        })
        .collect()
}

/// By stripping: whichever of the two nodes lies lower in the picture is replaced by the node above it.
fn solve(seen: &Seen) -> Option<Solved> {
    let branches: Vec<(&str, &str)> = seen
        .beginning("branch from ")
        .into_iter()
        .filter_map(|(meaning, _)| meaning.strip_prefix("branch from ")?.split_once(" to "))
        .collect();
    let ends: Vec<&str> = seen.letters().into_iter().filter(|l| seen.named(l).is_some()).collect();
    let [first, second] = ends[..] else { return None };
    let mut ways = [vec![first], vec![second]];
    for _ in 0..2 * branches.len() {
        let [a, b] = [*ways[0].last()?, *ways[1].last()?];
        if a == b {
            break;
        }
        let lower = usize::from(seen.named(b)?[1] > seen.named(a)?[1]);
        let node = [a, b][lower];
        ways[lower].push(branches.iter().find(|(_, below)| *below == node)?.0);
    }
    let common = *ways[0].last()?;
    let mark = |way: &[&str]| -> Option<Mark> {
        let places: Option<Vec<Place>> = way.iter().map(|name| seen.named(name).map(whole)).collect();
        path_mark(&places?)
    };
    Solved::reasoning(common, vec![mark(&ways[0])?, mark(&ways[1])?])
}
