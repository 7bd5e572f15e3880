//! The least total along a way through a network with numbers on its edges.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::network::{Network, joined, pixels, places};
use crate::draft::{Canvas, Draft, Family};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lightest_route",
    task: Task::Reasoning,
    domain: "Computer Science",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Shortest weighted path"],
    tools: &["linked_nodes", "arrowed_path"],
    draft,
    solve,
};

/// All ways without a repeated node from one node to another, with their totals.
fn ways(network: &Network, weights: &[i32], from: usize, to: usize) -> Vec<(i32, Vec<usize>)> {
    let mut done = Vec::new();
    let mut open = vec![(0, vec![from])];
    while let Some((total, way)) = open.pop() {
        let Some(last) = way.last().copied() else { continue };
        if last == to {
            done.push((total, way));
            continue;
        }
        for ((a, b), weight) in network.edges.iter().zip(weights) {
            let next = if *a == last {
                *b
            } else if *b == last {
                *a
            } else {
                continue;
            };
            if !way.contains(&next) {
                let mut longer = way.clone();
                longer.push(next);
                open.push((total + weight, longer));
            }
        }
    }
    done.sort();
    done
}

/// A network with the least way between two of its nodes.
pub(super) struct Route {
    network: Network,
    best: Vec<usize>,
    total: i32,
    /// Totals of the other ways, the least first.
    others: Vec<i32>,
}

impl Route {
    /// The names of the nodes on the way.
    pub(super) fn names(&self) -> Vec<&str> {
        self.best.iter().map(|node| self.network.names[*node].as_str()).collect()
    }

    pub(super) fn mark(&self) -> Mark {
        let points = self.best.iter().map(|node| self.network.nodes[*node]);
        Mark::Polyline { points: points.map(|(x, y)| [x as f32, y as f32]).collect() }
    }
}

/// Draws a network with numbers on its edges.
pub(super) fn route(scene: &mut Scene) -> Option<Route> {
    let shape = match scene.level {
        1 => (2, 2),
        2 => scene.pick(&[(3, 2), (2, 3)]),
        _ => scene.pick(&[(3, 3), (4, 2), (2, 4)]),
    };
    let size = scene.letter_size();
    let network = places(scene, shape)?;
    let weights: Vec<i32> = network.edges.iter().map(|_| scene.int(1, 9)).collect();
    let n = network.nodes.len() as i32;
    let [from, to] = [(); 2].map(|()| scene.int(0, n - 1) as usize);
    if from == to {
        return None;
    }
    let ways = ways(&network, &weights, from, to);
    let [(total, best), (second, _), ..] = &ways[..] else { return None };
    if total == second || best.len() < 3 {
        return None;
    }
    network.draw(scene);
    for ((a, b), weight) in network.edges.iter().zip(&weights) {
        let (p, q) = (network.nodes[*a], network.nodes[*b]);
        let length = distance(p, q);
        // Beside the middle of the edge, on its upper side.
        let (mut nx, mut ny) = (f64::from(q.1 - p.1) / length, f64::from(p.0 - q.0) / length);
        if ny > 0.0 || (ny == 0.0 && nx < 0.0) {
            (nx, ny) = (-nx, -ny);
        }
        let off = f64::from(size) * 0.75;
        let at =
            (((p.0 + q.0) / 2) + (nx * off).round() as i32, ((p.1 + q.1) / 2) + (ny * off).round() as i32);
        let (first, last) = (&network.names[*a], &network.names[*b]);
        let (first, last) = if first < last { (first, last) } else { (last, first) };
        let meaning = format!("weight of the edge of {first} and {last}");
        scene.figure.text(at, &weight.to_string(), size - 1, &meaning);
    }
    let (total, best, others) = (*total, best.clone(), ways.iter().skip(1).map(|way| way.0).collect());
    Some(Route { network, best, total, others })
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let route = route(scene)?;
    let (names, total) = (route.names(), route.total);
    let (start, end) = (*names.first()?, *names.last()?);
    let line = names.join("-");
    let question = scene.pick(&[
        "The numbers are minutes of travel. How many minutes does the quickest way from {a} to {b} take?",
        "The numbers are tolls in coins. What is the least sum of tolls on a way from {a} to {b}?",
        "The numbers are lengths in kilometres. How many kilometres long is the shortest way from {a} to {b}?",
    ]);
    let mut wrong: Vec<i32> = route.others.iter().copied().take(4).collect();
    wrong.extend([total + 1, total - 1, total + 2]);
    Draft::reasoning(
        question.replace("{a}", start).replace("{b}", end),
        vec![route.mark()],
        format!("From {start} outward I keep the least total to each node, and draw the way that gives {end} its least."),
        format!("The way {line} adds up to {total}, and every other way to more."),
        total,
    )
    .map(|draft| draft.wrong(wrong))
}

/// By relaxing all edges until nothing improves: the least total and its way.
pub(super) fn least(seen: &Seen) -> Option<(i32, Mark)> {
    let ends: Vec<&str> = seen.letters().into_iter().filter(|letter| seen.named(letter).is_some()).collect();
    let [from, to] = ends[..] else { return None };
    let names: Vec<&str> = seen.all_named().into_iter().map(|(name, _)| name).collect();
    let mut edges = Vec::new();
    for (a, b) in joined(seen) {
        let texts = seen.texts(&format!("weight of the edge of {a} and {b}"));
        edges.push((a, b, texts.first()?.0.parse::<i32>().ok()?));
    }
    let place = |name: &str| names.iter().position(|other| *other == name);
    let mut least = vec![(i32::MAX / 2, None::<usize>); names.len()];
    least[place(from)?].0 = 0;
    for _ in 0..names.len() {
        for (a, b, weight) in &edges {
            let (a, b) = (place(a)?, place(b)?);
            for (p, q) in [(a, b), (b, a)] {
                if least[p].0 + weight < least[q].0 {
                    least[q] = (least[p].0 + weight, Some(p));
                }
            }
        }
    }
    let mut at = place(to)?;
    let total = least[at].0;
    let mut points = vec![pixels(seen.named(to)?)];
    while let Some(before) = least[at].1 {
        points.push(pixels(seen.named(names[before])?));
        at = before;
    }
    Some((total, Mark::Polyline { points }))
}

fn solve(seen: &Seen) -> Option<Solved> {
    let (total, mark) = least(seen)?;
    Solved::reasoning(total, vec![mark])
}
