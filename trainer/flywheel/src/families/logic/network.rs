//! Networks of lettered nodes on a loosened grid, so that edges keep clear of other nodes.

use crate::figure::Place;
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen};

/// A network drawn on the figure; edges are pairs of node numbers, the lesser first.
#[derive(Debug, Clone)]
pub(super) struct Network {
    pub(super) nodes: Vec<Place>,
    pub(super) names: Vec<String>,
    pub(super) edges: Vec<(usize, usize)>,
    /// Radius of a node's ring.
    pub(super) radius: i32,
}

/// Places for nodes on a loosened grid and the pairs that an edge may join: neighbours along rows and columns, and
/// one diagonal of some fields.
pub(super) fn places(scene: &mut Scene, (columns, rows): Place) -> Option<Network> {
    let size = scene.letter_size();
    let radius = size * 4 / 5;
    let margin = radius + 6;
    let (w, h) = (scene.width() - 2 * margin, scene.height() - 2 * margin);
    let (dx, dy) = (w / columns, h / rows);
    if dx.min(dy) < radius * 4 {
        return None;
    }
    let loose = |scene: &mut Scene, d: i32| scene.int(-d / 6, d / 6);
    let mut nodes = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            let x = margin + dx * column + dx / 2 + loose(scene, dx);
            let y = margin + dy * row + dy / 2 + loose(scene, dy);
            nodes.push((x, y));
        }
    }
    let index = |column: i32, row: i32| (row * columns + column) as usize;
    let mut edges = Vec::new();
    for row in 0..rows {
        for column in 0..columns {
            if column + 1 < columns {
                edges.push((index(column, row), index(column + 1, row)));
            }
            if row + 1 < rows {
                edges.push((index(column, row), index(column, row + 1)));
            }
            if column + 1 < columns && row + 1 < rows && scene.chance(0.5) {
                edges.push(if scene.chance(0.5) {
                    (index(column, row), index(column + 1, row + 1))
                } else {
                    (index(column + 1, row), index(column, row + 1))
                });
            }
        }
    }
    let mut names: Vec<String> = "ABCDEFGHKLMNPQRSTUVW".chars().map(String::from).collect();
    names.truncate(nodes.len());
    scene.shuffle(&mut names);
    Some(Network { nodes, names, edges, radius })
}

impl Network {
    /// Whether all nodes hang together.
    pub(super) fn is_connected(&self) -> bool {
        let mut reached = vec![false; self.nodes.len()];
        let mut stack = vec![0];
        while let Some(node) = stack.pop() {
            if !std::mem::replace(&mut reached[node], true) {
                stack.extend(self.neighbours(node));
            }
        }
        reached.into_iter().all(|node| node)
    }

    pub(super) fn neighbours(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.edges.iter().filter_map(move |(a, b)| match node {
            _ if node == *a => Some(*b),
            _ if node == *b => Some(*a),
            _ => None,
        })
    }

    /// Draws edges from rim to rim and the nodes with their names inside.
    pub(super) fn draw(&self, scene: &mut Scene) {
        let (ink, width, size) = (scene.figure.ink, scene.int(1, 3), scene.letter_size());
        let hue = scene.hues(1)[0];
        let color = scene.shade(hue);
        for (a, b) in &self.edges {
            let (p, q) = (self.nodes[*a], self.nodes[*b]);
            let length = distance(p, q);
            let rim = |from: Place, to: Place| {
                let go =
                    |a: i32, b: i32| a + (f64::from(b - a) * f64::from(self.radius) / length).round() as i32;
                (go(from.0, to.0), go(from.1, to.1))
            };
            let (mut ends, mut names) = ([rim(p, q), rim(q, p)], [&self.names[*a], &self.names[*b]]);
            if names[1] < names[0] {
                ends.reverse();
                names.reverse();
            }
            scene.figure.line(
                ends[0],
                ends[1],
                width,
                ink,
                &format!("edge of {} and {}", names[0], names[1]),
            );
        }
        for (node, name) in self.nodes.iter().zip(&self.names) {
            scene.figure.ring(*node, self.radius, color, Some(2), "node");
            scene.figure.name(*node, *node, name, size);
        }
    }
}

/// The pairs of names that edges join, as a reader finds them.
pub(super) fn joined<'a>(seen: &Seen<'a>) -> Vec<(&'a str, &'a str)> {
    seen.beginning("edge of ")
        .into_iter()
        .filter_map(|(meaning, _)| meaning.strip_prefix("edge of ")?.split_once(" and "))
        .collect()
}

/// A place as pixels of a mark.
pub(super) fn pixels([x, y]: Point) -> [f32; 2] {
    [x as f32, y as f32]
}
