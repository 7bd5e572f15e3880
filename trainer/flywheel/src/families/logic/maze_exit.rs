//! Which exit of a maze can be reached from its start.

use vthinker_core::think::Task;

use super::board::board;
use super::maze::{Maze, Walls, path_mark, way_mark};
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "maze_exit",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Dead-end filling", "Backward search"],
    tools: &["maze_route"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let n = 4 + i32::from(scene.level) * 3 / 2;
    let (columns, rows) = (n + scene.int(0, 1), n + scene.int(0, 1));
    let board = board(scene, (columns, rows), size * 2, size * 3 / 2 + 2)?;
    let exits = if scene.level == 1 { 3 } else { 4 };
    let mut doors: Vec<(Place, Place)> = Vec::new();
    for _ in 0..60 {
        let (column, row) = (scene.int(0, columns - 1), scene.int(0, rows - 1));
        let door = scene.pick(&[
            ((0, row), (-1, row)),
            ((columns - 1, row), (columns, row)),
            ((column, 0), (column, -1)),
            ((column, rows - 1), (column, rows)),
        ]);
        let apart =
            |other: &(Place, Place)| (other.0.0 - door.0.0).abs() + (other.0.1 - door.0.1).abs() >= n / 2;
        if doors.len() < exits && doors.iter().all(apart) {
            doors.push(door);
        }
    }
    if doors.len() < exits {
        return None;
    }
    let roots: Vec<Place> = doors.iter().map(|door| door.0).collect();
    let maze = Maze::grown(scene, board, &roots);
    let start = (scene.int(0, columns - 1), scene.int(0, rows - 1));
    let way = maze.way_to_root(start);
    if (way.len() as i32) < n {
        return None;
    }
    let letters = ["A", "B", "C", "D"];
    let answer = letters[roots.iter().position(|root| Some(root) == way.last())?];
    let width = scene.int(2, 3);
    maze.draw(scene, &doors, width);
    for ((field, out), letter) in doors.iter().zip(letters) {
        let (a, b) = (board.centre(*field), board.centre(*out));
        // The letter stands just outside the gap.
        let reach = |a: i32, b: i32| a + (b - a).signum() * (board.cell / 2 + size);
        scene.figure.text((reach(a.0, b.0), reach(a.1, b.1)), letter, size, "name of an exit");
    }
    let hue = scene.hues(1)[0];
    scene.dot(board.centre(start), hue, board.cell / 5 + 1);
    let question = scene.pick(&[
        "Which exit can be reached from the {} dot?",
        "Someone stands on the {} dot of this maze. Through which exit can they leave it?",
        "To which of the lettered gaps does the maze lead from the {} dot?",
    ]);
    Draft::reasoning(
        question.replace("{}", hue.name()),
        vec![way_mark(&board, &way)?],
        "I fill in the dead ends and draw the one way that is left from the dot.",
        format!("The way ends at the gap {answer}; the other exits lie behind walls."),
        answer,
    )
    .map(|draft| draft.wrong(letters.into_iter().take(exits.max(4))))
}

/// By waves from the dot through the walls as they are drawn.
fn solve(seen: &Seen) -> Option<Solved> {
    let walls = Walls::of(seen)?;
    let start = *seen.points(&format!("{} dot", seen.hues().first()?)).first()?;
    let mut way = walls.search(start, |p| walls.outside(p))?;
    let out = way.pop()?;
    let gap = |at: &[f64; 2]| (at[0] - f64::from(out.0)).hypot(at[1] - f64::from(out.1));
    let exits = seen.texts("name of an exit");
    let nearest = exits.iter().min_by(|a, b| gap(&a.1).total_cmp(&gap(&b.1)))?;
    Solved::reasoning(nearest.0, vec![path_mark(&way)?])
}
