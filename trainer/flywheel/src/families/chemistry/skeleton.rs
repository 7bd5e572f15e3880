//! Skeletal formulas: zigzags of carbon atoms on a honeycomb.

use crate::families::physics::writing::fits;
use crate::figure::Place;
use crate::geometry::{at, minus, norm, whole};
use crate::palette::for_letters;
use crate::scene::Scene;
use crate::seen::{Point, Seen, point};

/// What a skeleton consists of.
pub(super) struct Plan {
    /// Carbon atoms of the first chain.
    pub chain: i32,
    /// Whether that chain turns.
    pub bent: bool,
    /// Carbon atoms added on random places.
    pub more: i32,
    /// Whether it begins with a ring of six.
    pub ring: bool,
    /// A group bound to a random carbon atom of the chain but its ends.
    pub group: Option<&'static str>,
}

/// A skeleton that is drawn: its carbon atoms and which of them are bound.
pub(super) struct Skeleton {
    pub carbons: Vec<Place>,
    pub bonds: Vec<(usize, usize)>,
    /// The carbon atom that bears the group.
    pub bearer: Option<usize>,
    /// Where the group is written.
    pub group: Option<Place>,
}

/// Attempts to find a fitting atom or molecule.
const TRIES: usize = 30;

/// A vertex of the honeycomb and whether one of its bonds points up.
type Vertex = (Point, bool);

/// The neighbour on one of the three ways; way 1 makes a straight zigzag.
fn next(([x, y], up): Vertex, way: usize) -> Vertex {
    let degrees: f64 = if up { [90.0, 330.0, 210.0][way] } else { [270.0, 30.0, 150.0][way] };
    let (sin, cos) = degrees.to_radians().sin_cos();
    ([x + cos, y + sin], !up)
}

/// Whether nothing but the atom at `parent` would touch a new one.
fn free(atoms: &[Vertex], parent: usize, new: Vertex) -> bool {
    atoms.iter().enumerate().all(|(i, a)| i == parent || norm(minus(a.0, new.0)) > 1.2)
}

/// A molecule before it has a place in the picture.
struct Grown {
    atoms: Vec<Vertex>,
    bonds: Vec<(usize, usize)>,
    bearer: Option<usize>,
}

/// Draws a random skeleton that is accepted by its number of atoms, its bonds and the bearer of its group; `None` if
/// none is found or it has no room.
pub(super) fn skeleton(
    scene: &mut Scene,
    plan: &Plan,
    accept: impl Fn(usize, &[(usize, usize)], Option<usize>) -> bool,
) -> Option<Skeleton> {
    let carbons = |grown: &Grown| grown.atoms.len() - usize::from(grown.bearer.is_some());
    let grown = (0..TRIES)
        .filter_map(|_| grow(scene, plan))
        .find(|grown| accept(carbons(grown), &grown.bonds, grown.bearer))?;
    let places = fit(scene, &grown.atoms.iter().map(|a| a.0).collect::<Vec<_>>())?;
    let (ink, pen) = (scene.figure.ink, scene.int(2, 3));
    for (a, b) in &grown.bonds {
        scene.figure.line(places[*a], places[*b], pen, ink, "bond");
    }
    if let (Some(text), Some(parent)) = (plan.group, grown.bearer) {
        let (from, to) = (places[parent], *places.last()?);
        scene.figure.line(from, whole(at(point(from), point(to), 0.6)), pen, ink, "bond to the group");
        let (hue, size) = (scene.hues(1)[0], scene.letter_size());
        let color = scene.shade(hue);
        fits(scene, to, text, size).then_some(())?;
        scene.figure.text_in(to, text, size, for_letters(color), "group");
    }
    let group = grown.bearer.and_then(|_| places.last().copied());
    let carbons = places[..carbons(&grown)].to_vec();
    Some(Skeleton { carbons, bonds: grown.bonds, bearer: grown.bearer, group })
}

fn grow(scene: &mut Scene, plan: &Plan) -> Option<Grown> {
    let mut atoms: Vec<Vertex> = vec![([0.0, 0.0], true)];
    let mut bonds: Vec<(usize, usize)> = Vec::new();
    if plan.ring {
        // Six steps of 60 degrees.
        for (i, way) in [2, 0, 1, 1, 0].into_iter().enumerate() {
            atoms.push(next(atoms[i], way));
            bonds.push((i, i + 1));
        }
        bonds.push((5, 0));
    }
    let first = atoms.len();
    let mut tip = 0;
    for _ in 1..plan.chain {
        let way = if plan.bent && scene.chance(0.3) { scene.pick(&[0, 2]) } else { 1 };
        let new = [way, 1, 0, 2]
            .map(|way| next(atoms[tip], way))
            .into_iter()
            .find(|new| free(&atoms, tip, *new))?;
        atoms.push(new);
        bonds.push((tip, atoms.len() - 1));
        tip = atoms.len() - 1;
    }
    // A place beside a random atom.
    let beside = |scene: &mut Scene, atoms: &[Vertex], low: usize, high: usize| {
        (0..TRIES).find_map(|_| {
            let parent = scene.int(low as i32, high as i32) as usize;
            let new = next(atoms[parent], scene.int(0, 2) as usize);
            free(atoms, parent, new).then_some((parent, new))
        })
    };
    for _ in 0..plan.more {
        let (parent, new) = beside(scene, &atoms, 0, atoms.len() - 1)?;
        atoms.push(new);
        bonds.push((parent, atoms.len() - 1));
    }
    let mut bearer = None;
    if plan.group.is_some() {
        let (parent, new) = beside(scene, &atoms, first, first + (plan.chain - 3).max(0) as usize)?;
        atoms.push(new);
        bearer = Some(parent);
    }
    Some(Grown { atoms, bonds, bearer })
}

/// Turns and scales the atoms into the picture.
fn fit(scene: &mut Scene, atoms: &[Point]) -> Option<Vec<Place>> {
    let turn = f64::from(scene.pick(&[0, 0, 180, 90, 270, 30])).to_radians();
    let flip = scene.pick(&[-1.0, 1.0]);
    let (sin, cos) = turn.sin_cos();
    let turned: Vec<Point> =
        atoms.iter().map(|[x, y]| [flip * (x * cos - y * sin), x * sin + y * cos]).collect();
    let bound = |i: usize| {
        let (low, high) =
            turned.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), p| (l.min(p[i]), h.max(p[i])));
        (low, high - low)
    };
    let ((left, wide), (low, tall)) = (bound(0), bound(1));
    let margin = f64::from(scene.letter_size()) * 1.8;
    let (w, h) = (f64::from(scene.width()) - 2.0 * margin, f64::from(scene.height()) - 2.0 * margin);
    let bond = (w / wide.max(0.1)).min(h / tall.max(0.1)).min(f64::from(scene.side()) / 5.0).floor();
    if bond < 22.0 {
        return None;
    }
    let (x, y) = (margin + (w - bond * wide) / 2.0, margin + (h - bond * tall) / 2.0);
    Some(turned.iter().map(|p| whole([x + bond * (p[0] - left), y + bond * (p[1] - low)])).collect())
}

/// A tree's path between the two atoms that are farthest apart, if only one pair is.
pub(super) fn longest(carbons: usize, bonds: &[(usize, usize)]) -> Option<Vec<usize>> {
    let paths: Vec<Vec<usize>> = (0..carbons)
        .flat_map(|a| (0..a).map(move |b| (a, b)))
        .filter_map(|(a, b)| path(bonds, a, b))
        .collect();
    let most = paths.iter().map(Vec::len).max()?;
    let mut best = paths.into_iter().filter(|p| p.len() == most);
    let only = best.next()?;
    best.next().is_none().then_some(only)
}

fn path(bonds: &[(usize, usize)], from: usize, to: usize) -> Option<Vec<usize>> {
    let mut ways = vec![vec![from]];
    while let Some(way) = ways.pop() {
        let end = *way.last()?;
        if end == to {
            return Some(way);
        }
        for (a, b) in bonds {
            let other = if *a == end {
                *b
            } else if *b == end {
                *a
            } else {
                continue;
            };
            if !way.contains(&other) {
                ways.push(way.iter().copied().chain([other]).collect());
            }
        }
    }
    None
}

/// Atoms and their neighbours as the bonds of a figure show them.
pub(super) struct Network {
    pub atoms: Vec<Point>,
    pub neighbours: Vec<Vec<usize>>,
}

/// Joins the ends of bonds that lie at one place.
pub(super) fn network(seen: &Seen) -> Network {
    let mut net = Network { atoms: vec![], neighbours: vec![] };
    for ends in seen.lines("bond") {
        let [a, b] = ends.map(|p| {
            net.atoms.iter().position(|q| norm(minus(*q, p)) < 2.0).unwrap_or_else(|| {
                net.atoms.push(p);
                net.neighbours.push(vec![]);
                net.atoms.len() - 1
            })
        });
        net.neighbours[a].push(b);
        net.neighbours[b].push(a);
    }
    net
}

impl Network {
    /// The farthest atom from one and the way back, by layers.
    fn far(&self, from: usize) -> Vec<usize> {
        let mut before = vec![usize::MAX; self.atoms.len()];
        let mut queue = vec![from];
        before[from] = from;
        let mut i = 0;
        while i < queue.len() {
            for next in &self.neighbours[queue[i]] {
                if before[*next] == usize::MAX {
                    before[*next] = queue[i];
                    queue.push(*next);
                }
            }
            i += 1;
        }
        let mut at = queue[queue.len() - 1];
        let mut way = vec![at];
        while at != from {
            at = before[at];
            way.push(at);
        }
        way
    }

    /// The longest chain: from anywhere to the farthest atom, and from there to the farthest.
    pub(super) fn chain(&self) -> Option<Vec<usize>> {
        if self.atoms.is_empty() {
            return None;
        }
        let end = *self.far(0).first()?;
        Some(self.far(end))
    }
}
