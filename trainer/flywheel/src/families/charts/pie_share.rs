//! The share of a sector of a pie chart: equal steps of a full turn laid off along its rim.

use vthinker_core::think::Task;

use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pie_share",
    task: Task::Reasoning,
    domain: "Statistics",
    weight: 4,
    canvas: Canvas::Full,
    knowledge: &["Share as angle", "Sectors make a whole"],
    tools: &["equal_parts", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: tenths of the whole; level 2: twentieths; level 3: twentieths of a number of people.
    let parts = if scene.level == 1 { 10 } else { 20 };
    let n = scene.int(3, 5) as usize;
    let radius = scene.side() * scene.int(36, 43) / 100;
    let slack = scene.side() / 2 - radius - 6;
    let centre =
        (scene.width() / 2 + scene.int(-slack, slack), scene.height() / 2 + scene.int(-slack, slack));
    let mut cuts: Vec<i32> = (0..n).map(|_| scene.int(0, parts - 1)).collect();
    cuts.sort_unstable();
    let turn = scene.int(0, 359);
    let hues = scene.hues(n);
    let rim = |degrees: i32| -> Place {
        let a = f64::from(degrees).to_radians();
        (
            centre.0 + (f64::from(radius) * a.cos()).round() as i32,
            centre.1 + (f64::from(radius) * a.sin()).round() as i32,
        )
    };
    let step = 360 / parts;
    let edge = if scene.chance(0.5) { scene.figure.style().background } else { scene.figure.ink };
    let mut sectors = Vec::new();
    for (i, hue) in hues.iter().enumerate() {
        let from = cuts[i];
        let to = if i + 1 < n { cuts[i + 1] } else { cuts[0] + parts };
        if to - from < 2 || (scene.level == 2 && i == 0 && (to - from) % 2 == 0) {
            return None;
        }
        let (start, end) = (turn + from * step, turn + to * step);
        let mut corners = vec![centre];
        corners.extend((start..=end).step_by(3).map(rim));
        corners.push(rim(end));
        let color = scene.shade(*hue);
        scene.figure.polygon(&corners, color, &format!("{hue} sector"));
        scene.figure.note(Element::Angle {
            vertex: [centre.0, centre.1],
            dir1: f64::from(start),
            dir2: f64::from(end),
            meaning: format!("angle of the {hue} sector"),
        });
        sectors.push((*hue, to - from, start));
    }
    for (_, _, start) in &sectors {
        scene.figure.line(centre, rim(*start), 2, edge, "sector edge");
    }
    scene.figure.ring(centre, radius, scene.figure.ink, Some(1), "rim");
    let (hue, count, start) = sectors[scene.int(0, n as i32 - 1) as usize];
    let share = 100 / parts * count;
    let marks = (0..=count).map(|i| point(rim(start + i * step))).collect();
    let people = 20 * scene.int(2, 25);
    let whole = if scene.level == 3 { people } else { 100 };
    let answer = whole * share / 100;
    let topic = scene.pick(&["favourite fruit", "way to school", "favourite season", "pet"]);
    let question = if scene.level == 3 {
        format!(
            "The pie chart shows the {topic} of {people} pupils. How many of them does the {hue} sector stand for?"
        )
    } else {
        format!(
            "The pie chart shows the {topic} of some pupils. What per cent of them does the {hue} sector stand for?"
        )
    };
    let unit = 100 / parts;
    let end = match scene.level {
        3 => format!(", and {share} % of {people} is {answer}"),
        _ => String::new(),
    };
    Draft::reasoning(
        question,
        marks,
        format!(
            "Along the rim of the {hue} sector I lay off steps of {step} degrees, each a {} of the whole.",
            if parts == 10 { "tenth" } else { "twentieth" }
        ),
        format!(
            "{count} steps fill the sector, so its share is {count} times {unit} %, which is {share} %{end}."
        ),
        answer,
    )
    .map(|draft| {
        draft.wrong([1, -1, 2, 3].map(|d| whole * unit * (count + d) / 100).into_iter().filter(|w| *w > 0))
    })
}

/// From the angle of the sector.
fn solve(seen: &Seen) -> Option<Solved> {
    let hue = *seen.hues().first()?;
    let wanted = format!("angle of the {hue} sector");
    let (vertex, from, to) = seen.elements.iter().find_map(|element| match element {
        Element::Angle { vertex, dir1, dir2, meaning } if *meaning == wanted => Some((*vertex, *dir1, *dir2)),
        _ => None,
    })?;
    let radius = seen.circles("rim").first()?.1;
    // Sectors in whole steps of 36 degrees may still be asked for in twentieths, so the smaller sectors decide.
    let fine = seen.elements.iter().any(|element| match element {
        Element::Angle { dir1, dir2, .. } => (dir2 - dir1) % 36.0 != 0.0,
        _ => false,
    });
    let people = seen.numbers().first().copied();
    let step = if fine || people.is_some() { 18.0 } else { 36.0 };
    let count = ((to - from) / step).round() as i32;
    let marks = (0..=count)
        .map(|i| (from + step * f64::from(i)).to_radians())
        .map(|a| {
            let [x, y] = vertex.map(f64::from);
            point_mark([x + radius * a.cos(), y + radius * a.sin()])
        })
        .collect();
    Solved::reasoning((people.unwrap_or(100.0) * (to - from) / 360.0).round(), marks)
}
