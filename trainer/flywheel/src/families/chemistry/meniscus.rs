//! Read a measuring cylinder at the lowest point of its meniscus.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "meniscus",
    task: Task::Reasoning,
    domain: "Chemistry",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Meniscus reading"],
    tools: &["level_line"],
    draft,
    solve,
};

struct Cylinder {
    left: i32,
    half: i32,
    bottom: i32,
    tick: i32,
    step: i32,
    every: i32,
    ticks: i32,
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one millilitre a tick; level 2: two or five; level 3: a stone raises the level, two readings.
    let size = scene.letter_size();
    let step = if scene.level == 1 { 1 } else { scene.pick(&[1, 2, 2, 5]) };
    let every = if step == 1 { 10 } else { 5 };
    let (top, bottom) = (size * 2, scene.height() - size * 2);
    let ticks = scene.pick(&[20, 25, 30, 40]);
    let tick = (bottom - top - 8) / ticks;
    if tick < 6 {
        return None;
    }
    let n = if scene.level == 3 { 2 } else { 1 };
    let half = scene.int(scene.width() / 16, scene.width() / 10);
    let label = width(&(ticks * step).to_string(), size) + 18;
    let part = scene.width() / n;
    if part < 2 * half + label + 20 {
        return None;
    }
    let low = scene.int(4, ticks - 8);
    let levels = [low, low + scene.int(2, ticks - low - 2)];
    let colors = scene.hues(2);
    let (liquid, stone) = (scene.shade(colors[0]).map(|c| c / 3 + 160), scene.shade(colors[1]));
    let mut marks = Vec::new();
    for (i, level) in levels.iter().take(n as usize).enumerate() {
        let middle = part * i as i32 + (part - label) / 2;
        let cylinder = Cylinder { left: middle - half, half, bottom, tick, step, every, ticks };
        let y = bottom - level * tick;
        vessel(scene, &cylinder, y, liquid)?;
        if i == 1 {
            let r = half * 2 / 3;
            scene.figure.circle((middle - half / 5, bottom - r - 2), r, stone, true, "stone");
        }
        marks.push(segment((middle, y), (middle + half, y)));
    }
    let (first, second) = (levels[0] * step, levels[1] * step);
    if n == 2 {
        let answer = second - first;
        return Some(
            Draft::reasoning(
                "The same water is shown before and after a stone was put into the measuring cylinder, which is marked in \
                 millilitres. What is the volume of the stone?",
                marks,
                "I carry the lowest point of each meniscus straight across to the scale.",
                format!("The readings are {first} mL and {second} mL, so the stone has {second} - {first} = {answer} mL."),
                format!("{answer} mL"),
            )?
            .wrong([answer + step, answer - step, second, first, answer + 2 * step].map(|n| format!("{n} mL"))),
        );
    }
    Some(
        Draft::reasoning(
            "How many millilitres of liquid are in the measuring cylinder, which is marked in millilitres?",
            marks,
            "The reading is taken at the lowest point of the curved surface, so I carry it straight across to the scale.",
            format!("A tick stands for {step} mL, and the line meets the scale at {first} mL."),
            format!("{first} mL"),
        )?
        .wrong([first + step, first + 2 * step, first - step, first / step, first + 5 * step].map(|n| format!("{n} mL"))),
    )
}

fn vessel(scene: &mut Scene, c: &Cylinder, y: i32, liquid: [u8; 3]) -> Option<()> {
    let ink = scene.figure.ink;
    let (left, right, top) = (c.left, c.left + 2 * c.half, c.bottom - c.ticks * c.tick - 8);
    // The surface hangs down in the middle by a sag of half a tick or more.
    let sag = f64::from(c.half) / 3.5;
    let surface: Vec<(i32, i32)> = (0..=20)
        .map(|i| f64::from(i) / 10.0 - 1.0)
        .map(|u| {
            let rise = sag * u.abs().powf(2.6);
            (left + c.half + (u * f64::from(c.half)).round() as i32, y - rise.round() as i32)
        })
        .collect();
    let mut corners = surface.clone();
    corners.extend([(right, c.bottom), (left, c.bottom)]);
    scene.figure.polygon(&corners, liquid, "liquid");
    let edge = liquid.map(|v| v - v / 3);
    scene.figure.polyline(&surface, 2, edge, "meniscus");
    scene.figure.line((left, top), (left, c.bottom), 2, ink, "wall");
    scene.figure.line((right, top), (right, c.bottom), 2, ink, "wall");
    scene.figure.line((left - c.half / 3, c.bottom), (right + c.half / 3, c.bottom), 4, ink, "foot");
    let size = scene.letter_size();
    for i in 1..=c.ticks {
        let at = (right, c.bottom - i * c.tick);
        let value = i * c.step;
        let long = if value % (c.every * c.step) == 0 {
            12
        } else if i % 5 == 0 {
            9
        } else {
            6
        };
        scene.figure.line(at, (at.0 + long, at.1), 1, ink, "tick of the scale");
        if i % c.every == 0 {
            let text = value.to_string();
            write(scene, (at.0 + 15 + width(&text, size) / 2, at.1), &text, "number on the scale")?;
        }
    }
    Some(())
}

/// By the numbers above and below the deepest place of the surface.
fn solve(seen: &Seen) -> Option<Solved> {
    let walls = seen.lines("wall");
    let feet = seen.lines("foot");
    let numbers = seen.texts("number on the scale");
    let (mut marks, mut readings) = (Vec::new(), Vec::new());
    for (pair, foot) in walls.chunks(2).zip(&feet) {
        let (left, right) = (pair[0][0][0], pair.get(1)?[0][0]);
        let y = seen
            .lines("meniscus")
            .into_iter()
            .flatten()
            .filter(|p| (left - 1.0..=right + 1.0).contains(&p[0]))
            .map(|p| p[1])
            .max_by(f64::total_cmp)?;
        let (text, at) = numbers.iter().find(|(_, at)| at[0] > right)?;
        let unit = (foot[0][1] - at[1]) / text.parse::<f64>().ok()?;
        readings.push(((foot[0][1] - y) / unit).round());
        marks.push(segment_mark([(left + right) / 2.0, y], [right, y]));
    }
    let answer = match readings[..] {
        [only] => only,
        [before, after] => after - before,
        _ => return None,
    };
    Solved::reasoning(format!("{answer} mL"), marks)
}
