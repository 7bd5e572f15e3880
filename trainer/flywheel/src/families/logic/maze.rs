//! Mazes on square fields: walls wherever no way was opened.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use vthinker_core::judge::Mark;

use super::board::Board;
use crate::figure::Place;
use crate::geometry::segment;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// The four neighbours of a field.
pub(super) const SIDES: [Place; 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// A board with ways between neighbouring fields.
#[derive(Debug, Clone)]
pub(super) struct Maze {
    pub(super) board: Board,
    /// Pairs of neighbouring fields without a wall between them, the lesser first.
    ways: BTreeSet<(Place, Place)>,
    /// From each field but the roots the next one towards its root.
    parents: BTreeMap<Place, Place>,
}

fn ordered(a: Place, b: Place) -> (Place, Place) {
    if a < b { (a, b) } else { (b, a) }
}

impl Maze {
    /// A maze of one tree for every root, grown at random until all fields belong to one.
    pub(super) fn grown(scene: &mut Scene, board: Board, roots: &[Place]) -> Self {
        let mut maze = Self { board, ways: BTreeSet::new(), parents: BTreeMap::new() };
        let mut fronts: Vec<Vec<Place>> = roots.iter().map(|root| vec![*root]).collect();
        let mut taken: BTreeSet<Place> = roots.iter().copied().collect();
        while fronts.iter().any(|front| !front.is_empty()) {
            let tree = scene.int(0, fronts.len() as i32 - 1) as usize;
            // Mostly on from the newest field, which makes long winding ways.
            let newest = scene.chance(0.75);
            let last = fronts[tree].len() as i32 - 1;
            if last < 0 {
                continue;
            }
            let at = if newest { last } else { scene.int(0, last) } as usize;
            let field = fronts[tree][at];
            let mut free: Vec<Place> = SIDES
                .iter()
                .map(|(dx, dy)| (field.0 + dx, field.1 + dy))
                .filter(|next| board.holds(*next) && !taken.contains(next))
                .collect();
            scene.shuffle(&mut free);
            match free.first() {
                Some(next) => {
                    taken.insert(*next);
                    maze.ways.insert(ordered(field, *next));
                    maze.parents.insert(*next, field);
                    fronts[tree].push(*next);
                }
                None => {
                    fronts[tree].remove(at);
                }
            }
        }
        maze
    }

    /// Opens some walls at random, which makes loops.
    pub(super) fn open(&mut self, scene: &mut Scene, n: usize) {
        let fields = self.board.fields();
        for _ in 0..n {
            let field = fields[scene.int(0, fields.len() as i32 - 1) as usize];
            let (dx, dy) = scene.pick(&SIDES);
            let next = (field.0 + dx, field.1 + dy);
            if self.board.holds(next) {
                self.ways.insert(ordered(field, next));
            }
        }
    }

    /// The way from a field back to the root of its tree.
    pub(super) fn way_to_root(&self, from: Place) -> Vec<Place> {
        let mut way = vec![from];
        while let Some(next) = way.last().and_then(|last| self.parents.get(last)) {
            way.push(*next);
        }
        way
    }

    pub(super) fn is_open(&self, a: Place, b: Place) -> bool {
        self.ways.contains(&ordered(a, b))
    }

    /// Draws the walls, leaving gaps in the outer wall beside some fields.
    pub(super) fn draw(&self, scene: &mut Scene, gaps: &[(Place, Place)], width: i32) {
        let ink = scene.figure.ink;
        for field in self.board.fields() {
            for (dx, dy) in SIDES {
                let next = (field.0 + dx, field.1 + dy);
                let outer = !self.board.holds(next);
                // Inner walls once, from their left or upper side.
                if (outer && !gaps.contains(&(field, next)))
                    || (!outer && next > field && !self.is_open(field, next))
                {
                    let corner = |right: bool, low: bool| {
                        self.board.corner((field.0 + i32::from(right), field.1 + i32::from(low)))
                    };
                    let (a, b) = match (dx, dy) {
                        (1, _) => (corner(true, false), corner(true, true)),
                        (-1, _) => (corner(false, false), corner(false, true)),
                        (_, 1) => (corner(false, true), corner(true, true)),
                        _ => (corner(false, false), corner(true, false)),
                    };
                    scene.figure.line(a, b, width, ink, "wall");
                }
            }
        }
    }
}

/// A way as a mark: its ends and the fields where it turns.
pub(super) fn way_mark(board: &Board, way: &[Place]) -> Option<Mark> {
    let places: Vec<Place> = way.iter().map(|field| board.centre(*field)).collect();
    path_mark(&places)
}

/// A path through places as a mark without those that lie straight between their neighbours.
pub(super) fn path_mark(places: &[Place]) -> Option<Mark> {
    let mut kept: Vec<Place> = Vec::new();
    for (i, place) in places.iter().enumerate() {
        let straight = i > 0
            && places.get(i + 1).is_some_and(|next| {
                let before = places[i - 1];
                let (a, b) = ((place.0 - before.0, place.1 - before.1), (next.0 - place.0, next.1 - place.1));
                a.0 * b.1 == a.1 * b.0
            });
        if !straight {
            kept.push(*place);
        }
    }
    match kept[..] {
        [] | [_] => None,
        [a, b] => Some(segment(a, b)),
        _ => Some(Mark::Polyline { points: kept.iter().map(|(x, y)| [*x as f32, *y as f32]).collect() }),
    }
}

/// A maze found again from its walls: fields are stepped through in pixels.
pub(super) struct Walls {
    walls: Vec<[Point; 2]>,
    /// Pixels of a field's side.
    pub(super) cell: f64,
    low: Point,
    high: Point,
}

impl Walls {
    pub(super) fn of(seen: &Seen) -> Option<Self> {
        let walls = seen.lines("wall");
        let [a, b] = *walls.first()?;
        let cell = (a[0] - b[0]).abs() + (a[1] - b[1]).abs();
        let fold = |pick: fn(f64, f64) -> f64, k: usize, from: f64| {
            walls.iter().flatten().map(|p| p[k]).fold(from, pick)
        };
        let low = [fold(f64::min, 0, f64::INFINITY), fold(f64::min, 1, f64::INFINITY)];
        let high = [fold(f64::max, 0, 0.0), fold(f64::max, 1, 0.0)];
        Some(Self { walls, cell, low, high })
    }

    fn inside(&self, p: Point) -> bool {
        (0..2).all(|k| p[k] > self.low[k] && p[k] < self.high[k])
    }

    /// Whether a wall has its middle between two neighbouring middles of fields.
    fn blocked(&self, p: Point, q: Point) -> bool {
        let between = [(p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0];
        self.walls.iter().any(|[a, b]| {
            ((a[0] + b[0]) / 2.0 - between[0]).abs() + ((a[1] + b[1]) / 2.0 - between[1]).abs()
                < self.cell / 3.0
        })
    }

    /// The fewest-step way from a middle of a field to the first field for which `done` holds; fields outside are
    /// passed to `done` too but lead nowhere.
    pub(super) fn search(&self, from: Point, done: impl Fn(Point) -> bool) -> Option<Vec<Place>> {
        let key = |p: Point| (p[0].round() as i32, p[1].round() as i32);
        let mut before: BTreeMap<Place, Option<Place>> = BTreeMap::from([(key(from), None)]);
        let mut queue = VecDeque::from([key(from)]);
        while let Some(at) = queue.pop_front() {
            let here = [f64::from(at.0), f64::from(at.1)];
            if done(here) {
                let mut way = vec![at];
                while let Some(Some(last)) = way.last().map(|last| before.get(last).copied().flatten()) {
                    way.push(last);
                }
                way.reverse();
                return Some(way);
            }
            if !self.inside(here) {
                continue;
            }
            for (dx, dy) in SIDES {
                let next = [here[0] + f64::from(dx) * self.cell, here[1] + f64::from(dy) * self.cell];
                if !self.blocked(here, next) && !before.contains_key(&key(next)) {
                    before.insert(key(next), Some(at));
                    queue.push_back(key(next));
                }
            }
        }
        None
    }

    /// Whether a place lies outside the outer wall.
    pub(super) fn outside(&self, p: Point) -> bool {
        !self.inside(p)
    }
}
