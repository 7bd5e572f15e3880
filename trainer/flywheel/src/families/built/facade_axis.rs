//! Draw the axis of symmetry of a facade, or of the part that has one.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{line, line_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "facade_axis",
    task: Task::Instruction,
    domain: "Architecture",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Facade symmetry", "Window axes"],
    tools: &["axis_of_symmetry"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a house alone; level 2: a smaller one beside it, told by its colour; level 3: three houses.
    let n = i32::from(scene.level);
    let (w, h) = (scene.width(), scene.height());
    let ground = h - h / 10;
    let part = (w - 12) / n;
    let ink = scene.figure.ink;
    let hues = scene.hues(n as usize);
    let chosen = scene.int(0, n - 1);
    let pen = scene.int(1, 2);
    let mut marks = Vec::new();
    for (i, hue) in hues.iter().enumerate() {
        // Half the width, so that the axis lies on a pixel.
        let half = scene.int(part * 30 / 100, part * 46 / 100);
        let middle = 6 + part * i as i32 + part / 2 + scene.int(-(part / 2 - half), part / 2 - half);
        let tall = scene.int(h * 35 / 100, h * 55 / 100);
        let roof = scene.int(h / 12, h / 5);
        let (top, ridge) = (ground - tall, ground - tall - roof);
        let color = scene.shade(*hue).map(|c| c / 2 + 120);
        let dark = scene.shade(*hue);
        scene.figure.frame(
            (middle - half, top),
            (middle + half, ground),
            color,
            None,
            &format!("wall of the {hue} house"),
        );
        scene.figure.polygon(
            &[(middle - half - 4, top), (middle, ridge), (middle + half + 4, top)],
            dark,
            "roof",
        );
        let axes = scene.int(1, 2 + n.min(2)).min(half / 14);
        let floors = (tall / (h / 7).max(24)).max(2);
        let (pane, step) = (scene.int(5, 7).min(half / (axes + 1) / 2), half / (axes + 1));
        for floor in 0..floors {
            let y = top + tall * (2 * floor + 1) / (2 * floors);
            let up = (tall / floors / 3).max(4);
            for k in 1..=axes {
                for side in [-1, 1] {
                    let x = middle + side * k * step;
                    scene.figure.frame(
                        (x - pane, y - up),
                        (x + pane, y + up),
                        [240, 244, 250],
                        None,
                        "window",
                    );
                    scene.figure.frame(
                        (x - pane, y - up),
                        (x + pane, y + up),
                        ink,
                        Some(pen),
                        "window frame",
                    );
                }
            }
        }
        let door = (tall / floors * 4 / 5, (step / 2).clamp(4, 12));
        scene.figure.frame((middle - door.1, ground - door.0), (middle + door.1, ground), dark, None, "door");
        if i as i32 == chosen {
            marks.push(line((middle, ridge), (middle, ground)));
        }
    }
    scene.figure.line((2, ground), (w - 3, ground), 3, ink, "ground");
    let hue = hues[chosen as usize];
    let question = match (n, scene.int(0, 1)) {
        (1, 0) => "Draw the axis of symmetry of the facade from the ridge to the ground.".to_owned(),
        (1, _) => "Draw the upright line about which the facade of the house mirrors itself.".to_owned(),
        _ => format!("Draw the axis of symmetry of the {hue} house from its ridge to the ground."),
    };
    Draft::drawing(question, marks)
}

/// By the mean of the corners of wall and roof.
fn solve(seen: &Seen) -> Option<Solved> {
    let walls = seen.beginning("wall of the ");
    let at = match seen.hues().first() {
        Some(hue) => *seen.symbols(&format!("wall of the {hue} house")).first()?,
        None => walls.first()?.1,
    };
    let ground = seen.lines("ground").first()?[0][1];
    let roof = seen.symbols("roof").into_iter().find(|p| (p[0] - at[0]).abs() < 3.0)?;
    // The wall's middle and the ground give its top, the roof's mean lies a third above that.
    let top = 2.0 * at[1] - ground;
    let ridge = top - 3.0 * (top - roof[1]);
    Solved::drawing(vec![line_mark([at[0], ridge], [at[0], ground])])
}
