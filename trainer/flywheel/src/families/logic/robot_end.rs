//! On which square a robot stops after a list of commands.

use vthinker_core::think::Task;

use super::board::{Ruled, board, rule};
use super::maze::path_mark;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "robot_end",
    task: Task::Reasoning,
    domain: "Computer Science",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Turtle path", "Turns and facing"],
    tools: &["arrowed_path", "grid_path"],
    draft,
    solve,
};

const COLUMNS: [&str; 8] = ["A", "B", "C", "D", "E", "F", "G", "H"];

/// A robot on a board, with the commands that it obeys.
pub(super) struct Walk {
    /// The commands as a question lists them.
    pub(super) commands: String,
    /// The middles of the fields where it starts, turns and stops.
    pub(super) places: Vec<Place>,
    start: Place,
    end: Place,
    /// Fields at which a hasty reader would stop.
    near: Vec<Place>,
}

/// Draws a board with a robot.
pub(super) fn walk(scene: &mut Scene) -> Option<Walk> {
    let size = scene.letter_size();
    let n = 4 + i32::from(scene.level);
    let (columns, rows) = (n + scene.int(0, 1), n + scene.int(0, 1));
    let board = board(scene, (columns, rows), size * 3 / 2, 22)?;
    let start = (scene.int(0, columns - 1), scene.int(0, rows - 1));
    let facing = scene.pick(&super::maze::SIDES);
    let (mut at, mut way) = (start, facing);
    let mut places = vec![board.centre(start)];
    let mut commands: Vec<String> = Vec::new();
    let legs = usize::from(scene.level) + 2;
    for leg in 0..legs {
        if leg > 0 {
            let left = scene.chance(0.5);
            way = if left { (way.1, -way.0) } else { (-way.1, way.0) };
            commands.push(if left { "turn left" } else { "turn right" }.to_owned());
        }
        let steps = scene.int(1, 4);
        at = (at.0 + way.0 * steps, at.1 + way.1 * steps);
        if !board.holds(at) || at == start {
            return None;
        }
        commands.push(format!("forward {steps}"));
        places.push(board.centre(at));
    }
    let width = scene.int(1, 2);
    rule(scene, &board, width);
    for (column, name) in (0..columns).zip(COLUMNS) {
        let (x, y) = board.centre((column, 0));
        scene.figure.text((x, y - board.cell / 2 - size * 3 / 4), name, size - 1, "column name");
    }
    for row in 0..rows {
        let (x, y) = board.centre((0, row));
        let number = (row + 1).to_string();
        scene.figure.text((x - board.cell / 2 - size * 3 / 4, y), &number, size - 1, "row name");
    }
    let hue = scene.hues(1)[0];
    let (color, middle, reach) = (scene.shade(hue), board.centre(start), board.cell * 2 / 5);
    scene.figure.dot(middle, board.cell / 5, color, "robot");
    let nose = (middle.0 + facing.0 * reach, middle.1 + facing.1 * reach);
    scene.figure.arrow(middle, nose, 2, color, "facing of the robot");
    let mut near: Vec<_> = super::maze::SIDES
        .iter()
        .map(|(dx, dy)| (at.0 + dx, at.1 + dy))
        .filter(|f| board.holds(*f))
        .collect();
    near.push((2 * start.0 - at.0, at.1));
    near.retain(|field| board.holds(*field));
    Some(Walk { commands: commands.join(", "), places, start, end: at, near })
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let Walk { commands, places, start, end, near } = walk(scene)?;
    let name = |(column, row): Place| format!("{}{}", COLUMNS[column as usize % 8], row + 1);
    let answer = name(end);
    Draft::reasoning(
        format!(
            "The arrow shows which way the robot faces. It obeys these commands: {commands}. On which square does it stop?"
        ),
        vec![path_mark(&places)?],
        "I draw the robot's path square by square, turning as it turns.",
        format!("The path starts at {} and ends on {answer}.", name(start)),
        &answer,
    )
    .map(|draft| draft.wrong(near.into_iter().map(name)))
}

/// In pixels, with the direction as a vector that is turned.
pub(super) fn followed(seen: &Seen) -> Option<Vec<Place>> {
    let cell = Ruled::of(seen)?.cell;
    let [tail, nose] = *seen.lines("facing of the robot").first()?;
    let length = (nose[0] - tail[0]).abs() + (nose[1] - tail[1]).abs();
    let mut way = [(nose[0] - tail[0]) / length, (nose[1] - tail[1]) / length];
    let mut at = *seen.points("robot").first()?;
    let mut places = vec![whole(at)];
    for command in seen.question.split(": ").nth(1)?.split('.').next()?.split(", ") {
        match command {
            "turn left" => way = [way[1], -way[0]],
            "turn right" => way = [-way[1], way[0]],
            forward => {
                let steps: f64 = forward.strip_prefix("forward ")?.parse().ok()?;
                at = [at[0] + way[0] * steps * cell, at[1] + way[1] * steps * cell];
                places.push(whole(at));
            }
        }
    }
    Some(places)
}

/// The square is found from the names beside the last place.
fn solve(seen: &Seen) -> Option<Solved> {
    let places = followed(seen)?;
    let at = point(*places.last()?);
    let nearest = |meaning: &str, k: usize| {
        let names = seen.texts(meaning);
        names
            .into_iter()
            .min_by(|a, b| (a.1[k] - at[k]).abs().total_cmp(&(b.1[k] - at[k]).abs()))
            .map(|name| name.0)
    };
    let answer = format!("{}{}", nearest("column name", 0)?, nearest("row name", 1)?);
    Solved::reasoning(answer, vec![path_mark(&places)?])
}
