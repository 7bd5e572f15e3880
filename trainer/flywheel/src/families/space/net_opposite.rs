//! Which face of a cube lies opposite another, from its net.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::graphs::axes::plain;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "net_opposite",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Opposite faces in a net", "Cube net"],
    tools: &["box_outline", "grid_path"],
    draft,
    solve,
};

type Cell = [i32; 2];
const STEPS: [Cell; 4] = [[1, 0], [0, 1], [-1, 0], [0, -1]];

/// A cube rolled over a net: the names of its faces at the bottom, in front, and at the right; the opposite face of
/// `n` is `5 - n`.
#[derive(Clone, Copy)]
struct Roll {
    down: i32,
    front: i32,
    right: i32,
}

impl Roll {
    fn step(self, [dx, dy]: Cell) -> Self {
        let Self { down, front, right } = self;
        match (dx, dy) {
            (1, _) => Self { down: right, right: 5 - down, front },
            (-1, _) => Self { down: 5 - right, right: down, front },
            (_, 1) => Self { down: front, front: 5 - down, right },
            _ => Self { down: 5 - front, front: down, right },
        }
    }
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: an opposite two steps away in a row; level 2: any; level 3: not in one row.
    let level = scene.level;
    let mut cells: Vec<Cell> = vec![[0, 0]];
    for _ in 0..60 {
        let (from, step) = (scene.pick(&cells), scene.pick(&STEPS));
        let next = [from[0] + step[0], from[1] + step[1]];
        if !cells.contains(&next) {
            cells.push(next);
        }
        if cells.len() == 6 {
            break;
        }
    }
    let faces = rolled(&cells)?;
    let start = scene.int(0, 5) as usize;
    let other = (0..6).find(|i| faces[*i] == 5 - faces[start])?;
    let [a, b] = [cells[start], cells[other]];
    let in_row = (a[0] == b[0] && (a[1] - b[1]).abs() == 2) || (a[1] == b[1] && (a[0] - b[0]).abs() == 2);
    if level == 1 && !in_row || level == 3 && in_row || !plain(scene) {
        return None;
    }
    let [low, high] =
        [i32::min, i32::max].map(|pick| [0, 1].map(|i| cells.iter().map(|c| c[i]).reduce(pick).unwrap_or(0)));
    let span = [high[0] - low[0] + 1, high[1] - low[1] + 1];
    let cell = ((scene.width() - 30) / span[0]).min((scene.height() - 30) / span[1]).min(scene.side() / 4);
    let corner = [(scene.width() - cell * span[0]) / 2, (scene.height() - cell * span[1]) / 2];
    let place = |c: Cell| [0, 1].map(|i| corner[i] + (c[i] - low[i]) * cell);
    let hue = scene.hues(1)[0];
    let (tint, ink, width) = (scene.shade(hue), scene.figure.ink, scene.int(2, 3));
    let pale = tint.map(|c| 255 - (255 - c) / 5);
    let mut signs: Vec<&str> = if scene.chance(0.5) {
        vec!["1", "2", "3", "4", "5", "6"]
    } else {
        vec!["P", "Q", "R", "S", "T", "U"]
    };
    scene.shuffle(&mut signs);
    let size = scene.letter_size() * 5 / 4;
    for (c, sign) in cells.iter().zip(&signs) {
        let [x, y] = place(*c);
        scene.figure.rectangle((x, y), (x + cell, y + cell), pale, true, "face of the net");
        scene.figure.frame((x, y), (x + cell, y + cell), ink, Some(width), "outline of a face");
        scene.figure.text((x + cell / 2, y + cell / 2), sign, size, "name of a face");
    }
    let (asked, answer) = (signs[start], signs[other]);
    let question = match scene.int(0, 2) {
        0 => format!("The net is folded to a cube. Which face lies opposite the face {asked}?"),
        1 => format!("A cube has this net. It lies on its face {asked}: which face is on top?"),
        _ => format!("Which face never meets the face {asked} when the net is folded to a cube?"),
    };
    let inset = cell / 6;
    let marks =
        [start, other].map(|i| boxed(place(cells[i]).map(f64::from), f64::from(cell), f64::from(inset)));
    let after = if in_row {
        format!("They are two steps apart in a straight row, so folding brings {answer} opposite {asked}.")
    } else {
        format!(
            "Folding step by step along the net from {asked}, the last turn brings {answer} to the far side, opposite {asked}."
        )
    };
    let wrong: Vec<&str> = signs.iter().copied().filter(|s| *s != answer && *s != asked).collect();
    Draft::reasoning(
        question,
        marks.to_vec(),
        format!("I frame the face {asked} and follow the net to the face that ends two turns away from it."),
        after,
        answer,
    )
    .map(|d| d.wrong(wrong))
}

/// The faces that a cube shows to the cells when it rolls over them; `None` if two show the same.
fn rolled(cells: &[Cell]) -> Option<Vec<i32>> {
    let mut rolls: Vec<Option<Roll>> = vec![None; cells.len()];
    *rolls.first_mut()? = Some(Roll { down: 0, front: 1, right: 2 });
    for _ in 0..cells.len() {
        for i in 0..cells.len() {
            let Some(roll) = rolls[i] else { continue };
            for step in STEPS {
                let next = [cells[i][0] + step[0], cells[i][1] + step[1]];
                if let Some(j) = cells.iter().position(|c| *c == next)
                    && rolls[j].is_none()
                {
                    rolls[j] = Some(roll.step(step));
                }
            }
        }
    }
    let faces: Option<Vec<i32>> = rolls.iter().map(|roll| Some((*roll)?.down)).collect();
    let faces = faces?;
    let all = faces.len() == 6 && (0..6).all(|face| faces.contains(&face));
    all.then_some(faces)
}

fn boxed([x, y]: [f64; 2], cell: f64, inset: f64) -> Mark {
    let [x0, y0, x1, y1] = [x + inset, y + inset, x + cell - inset, y + cell - inset].map(|v| v as f32);
    Mark::Box { x0, y0, x1, y1 }
}

/// By outward normals: stepping over an edge turns the direction of the step into the next normal.
fn solve(seen: &Seen) -> Option<Solved> {
    let names = seen.texts("name of a face");
    let asked = seen.words().find_map(|word| names.iter().position(|(name, _)| *name == word))?;
    let gap = names
        .iter()
        .flat_map(|(_, p)| names.iter().map(move |(_, q)| (p[0] - q[0]).abs() + (p[1] - q[1]).abs()));
    let cell = gap.filter(|d| *d > 1.0).fold(f64::INFINITY, f64::min);
    let negative = |v: [i32; 3]| v.map(|c| -c);
    // Outward normal, and the directions that lie to the right and down in the net.
    let mut frames = vec![None; names.len()];
    frames[asked] = Some(([0, 0, 1], [1, 0, 0], [0, 1, 0]));
    for _ in 0..names.len() {
        for i in 0..names.len() {
            let Some((normal, right, down)) = frames[i] else { continue };
            for j in 0..names.len() {
                let step = [0, 1].map(|k| ((names[j].1[k] - names[i].1[k]) / cell).round() as i32);
                if frames[j].is_none() {
                    frames[j] = match step {
                        [1, 0] => Some((right, negative(normal), down)),
                        [-1, 0] => Some((negative(right), normal, down)),
                        [0, 1] => Some((down, right, negative(normal))),
                        [0, -1] => Some((negative(down), right, normal)),
                        _ => None,
                    };
                }
            }
        }
    }
    let other = frames.iter().position(|frame| frame.is_some_and(|(normal, _, _)| normal == [0, 0, -1]))?;
    // Texts lie in the middle of the cells, rounded down.
    let whole = cell as i32;
    let marks = [asked, other].map(|i| {
        let corner = names[i].1.map(|v| v - f64::from(whole / 2));
        boxed(corner, cell, f64::from(whole / 6))
    });
    Solved::reasoning(names[other].0, marks.to_vec())
}
