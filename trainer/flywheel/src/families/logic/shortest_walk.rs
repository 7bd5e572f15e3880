//! The fewest steps from one field of a maze with loops to another.

use std::collections::{BTreeMap, VecDeque};

use vthinker_core::think::Task;

use super::board::board;
use super::maze::{Maze, SIDES, Walls, path_mark, way_mark};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "shortest_walk",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Fewest steps by waves", "Breadth-first layers"],
    tools: &["grid_path"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let n = 3 + i32::from(scene.level);
    let (columns, rows) = (n + scene.int(0, 1), n + scene.int(0, 1));
    let board = board(scene, (columns, rows), 10, 24)?;
    let mut maze = Maze::grown(scene, board, &[(0, 0)]);
    maze.open(scene, n as usize);
    let [from, to] = [(); 2].map(|()| (scene.int(0, columns - 1), scene.int(0, rows - 1)));
    // Steps and number of shortest ways to each field, layer by layer.
    let mut reached: BTreeMap<Place, (i32, u32)> = BTreeMap::from([(from, (0, 1))]);
    let mut before: BTreeMap<Place, Place> = BTreeMap::new();
    let mut queue = VecDeque::from([from]);
    while let Some(field) = queue.pop_front() {
        let (steps, ways) = reached[&field];
        for (dx, dy) in SIDES {
            let next = (field.0 + dx, field.1 + dy);
            if !board.holds(next) || !maze.is_open(field, next) {
                continue;
            }
            match reached.get_mut(&next) {
                None => {
                    reached.insert(next, (steps + 1, ways));
                    before.insert(next, field);
                    queue.push_back(next);
                }
                Some((known, total)) if *known == steps + 1 => *total += ways,
                Some(_) => {}
            }
        }
    }
    let (steps, ways) = *reached.get(&to)?;
    if ways != 1 || steps < n || steps > 3 * n {
        return None;
    }
    let mut way = vec![to];
    while let Some(last) = way.last().and_then(|last| before.get(last)) {
        way.push(*last);
    }
    let width = scene.int(2, 3);
    let ground = scene.figure.style().background.map(|c| c - 22);
    for field in board.fields() {
        for (dx, dy) in [(1, 0), (0, 1)] {
            let next = (field.0 + dx, field.1 + dy);
            if board.holds(next) && maze.is_open(field, next) {
                let (a, b) = (board.corner(next), board.corner((field.0 + 1, field.1 + 1)));
                scene.figure.backdrop_line(a, b, ground);
            }
        }
    }
    maze.draw(scene, &[], width);
    let hues = scene.hues(2);
    for (field, hue) in [from, to].into_iter().zip(&hues) {
        scene.dot(board.centre(field), *hue, board.cell / 5 + 1);
    }
    let (first, second) = (hues[0], hues[1]);
    Draft::reasoning(
        format!(
            "One step leads from a square to one beside it, not through a thick wall. How many steps does the \
             shortest way from the {first} dot to the {second} dot have?"
        ),
        vec![way_mark(&board, &way)?],
        format!("I number the squares outward from the {first} dot and draw the shortest way to the {second} dot."),
        format!("The way passes from square to square {steps} times."),
        steps,
    )
    .map(|draft| draft.wrong([steps + 1, steps + 2, steps - 1, steps - 2]))
}

/// By waves from the other end, in pixels.
fn solve(seen: &Seen) -> Option<Solved> {
    let walls = Walls::of(seen)?;
    let hues = seen.hues();
    let dot = |i: usize| seen.points(&format!("{} dot", hues.get(i)?)).first().copied();
    let (from, to) = (dot(0)?, dot(1)?);
    let near = walls.cell / 3.0;
    let way = walls.search(to, |p| (p[0] - from[0]).abs() < near && (p[1] - from[1]).abs() < near)?;
    Solved::reasoning(way.len() - 1, vec![path_mark(&way)?])
}
