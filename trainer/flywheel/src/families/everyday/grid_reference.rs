//! Mark the place with a grid reference on a map.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "grid_reference",
    task: Task::Perception,
    domain: "Geography",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Eastings first", "Tenths of a square"],
    tools: &["point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let least = if scene.level == 3 { 44 } else { 32 };
    let (w, h) = (scene.width() - 3 * size, scene.height() - 3 * size);
    let cell = scene.int(least, least + 30) / 10 * 10;
    let (columns, rows) = ((w / cell).min(7), (h / cell).min(7));
    if columns < 3 || rows < 3 {
        return None;
    }
    let left = 2 * size + (w - columns * cell) / 2;
    let bottom = size + (h + rows * cell) / 2;
    let (east, north) = (scene.int(10, 90), scene.int(10, 90));
    let place = |tenths_east: i32, tenths_north: i32| -> Place {
        (left + tenths_east * cell / 10, bottom - tenths_north * cell / 10)
    };
    let ground = scene.figure.style().background;
    let color = ground.map(|c| c - 75);
    for i in 0..=columns {
        let (a, b) = (place(10 * i, 0), place(10 * i, 10 * rows));
        scene.figure.line(a, b, 1, color, "upright grid line");
        scene.figure.text((a.0, a.1 + size), &(east + i).to_string(), size - 2, "easting");
    }
    for i in 0..=rows {
        let (a, b) = (place(0, 10 * i), place(10 * columns, 10 * i));
        scene.figure.line(a, b, 1, color, "level grid line");
        scene.figure.text((a.0 - size * 9 / 10, a.1), &(north + i).to_string(), size - 2, "northing");
    }
    // A river and some woods make it a map.
    let mut river: Vec<Place> = Vec::new();
    let mut y = scene.int(2, 10 * rows - 2);
    for i in 0..=2 * columns {
        y = (y + scene.int(-3, 3)).clamp(1, 10 * rows - 1);
        river.push(place(5 * i, y));
    }
    scene.figure.polyline(&river, 2, [110, 160, 230], "river");
    for _ in 0..scene.int(1, 4) {
        let at = place(scene.int(4, 10 * columns - 4), scene.int(4, 10 * rows - 4));
        let hue = scene.pick(&[crate::Hue::Green, crate::Hue::Orange]);
        let shade = scene.shade(hue);
        scene.figure.ellipse(at, (cell / 5, cell / 7), shade, None, "wood");
    }
    let (x, y) = match scene.level {
        1 => (10 * scene.int(0, columns), 10 * scene.int(0, rows)),
        2 => (5 * scene.int(1, 2 * columns - 1), 5 * scene.int(1, 2 * rows - 1)),
        _ => (scene.int(1, 10 * columns - 1), scene.int(1, 10 * rows - 1)),
    };
    if scene.level == 2 && x % 10 == 0 && y % 10 == 0 || scene.level == 3 && (x % 5 == 0 || y % 5 == 0) {
        return None;
    }
    let number = |start: i32, tenths: i32| match tenths % 10 {
        0 => (start + tenths / 10).to_string(),
        rest => format!("{}.{rest}", start + tenths / 10),
    };
    let question = scene.pick(&[
        "Mark the place with easting {e} and northing {n} on the map.",
        "A treasure lies at easting {e}, northing {n}. Mark the spot.",
        "Where on the map is the place at easting {e} and northing {n}? Mark it.",
    ]);
    Draft::drawing(
        question.replace("{e}", &number(east, x)).replace("{n}", &number(north, y)),
        vec![point(place(x, y))],
    )
}

/// By proportion between the first and the last label of each direction.
fn solve(seen: &Seen) -> Option<Solved> {
    let numbers = seen.numbers();
    let [east, north] = numbers[..] else { return None };
    let along = |meaning: &str, k: usize, value: f64| {
        let labels = seen.texts(meaning);
        let (a, b) = (*labels.first()?, *labels.last()?);
        let (p, q) = (a.0.parse::<f64>().ok()?, b.0.parse::<f64>().ok()?);
        Some(a.1[k] + (value - p) / (q - p) * (b.1[k] - a.1[k]))
    };
    Solved::drawing(vec![point_mark([along("easting", 0, east)?, along("northing", 1, north)?])])
}
