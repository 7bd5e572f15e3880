//! Count the diagonals of a polygon.

use vthinker_core::think::Task;

use super::side_label::polar;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{segment, segment_mark, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "diagonal_count",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Number of diagonals"],
    tools: &["diagonal", "count_marks"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: those from one corner; level 2: all; level 3: those that are missing among the drawn ones.
    let level = scene.level;
    let most = [10, 8, 7][usize::from(level) - 1];
    let n = scene.int(5, most) as usize;
    let centre = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
    let size = f64::from(scene.letter_size());
    let reach = centre.map(|half| half - 2.2 * size);
    let start = f64::from(scene.int(0, 359));
    let wobble = (100 / n as i32).min(14);
    let corners: Vec<(i32, i32)> = (0..n)
        .map(|i| {
            let turn = start + 360.0 * i as f64 / n as f64 + f64::from(scene.int(-wobble, wobble));
            let [x, y] = polar([0.0; 2], 1.0, turn);
            whole([centre[0] + x * reach[0], centre[1] + y * reach[1]])
        })
        .collect();
    let least = f64::from(scene.side()) * 0.11;
    if (0..n).any(|i| (0..i).any(|j| distance(corners[i], corners[j]) < least)) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let (color, width) = (scene.shade(hue), scene.int(1, 3));
    scene.figure.sides(&corners, width);
    let mut all: Vec<(usize, usize)> = (0..n)
        .flat_map(|i| (i + 2..n).map(move |j| (i, j)))
        .filter(|(i, j)| (*i, *j) != (0, n - 1))
        .collect();
    let mut missing = Vec::new();
    if level == 3 {
        scene.shuffle(&mut all);
        let drawn = all.len() - scene.int(1, (all.len() as i32 - 1).min(6)) as usize;
        missing = all.split_off(drawn);
        for (i, j) in &all {
            scene.figure.line(corners[*i], corners[*j], 1, color, "diagonal");
        }
    }
    let names = name_places(scene, &corners, "ABCDEFGHKLMPQRSTUVW")?;
    let fan: Vec<_> = (2..n - 1).map(|i| segment(corners[0], corners[i])).collect();
    let k = n - 3;
    let name = &names[0];
    match level {
        1 => Draft::reasoning(
            format!("How many diagonals of the polygon begin at {name}?"),
            fan,
            format!("I draw every diagonal from {name} to a corner that is not its neighbour."),
            format!("There are {k} of them: all {n} corners but {name} itself and its two neighbours."),
            k,
        )
        .map(|d| d.wrong([k + 1, k - 1, n, n - 1])),
        2 => Draft::reasoning(
            "How many diagonals does the polygon have in all?",
            all.iter().map(|(i, j)| segment(corners[*i], corners[*j])).collect(),
            "I go around the corners and draw every segment that joins two of them and is no side.",
            format!(
                "There are {k} at each of the {n} corners, and each has two ends: {n} * {k} / 2 = {}.",
                n * k / 2
            ),
            n * k / 2,
        )
        .map(|d| d.wrong([n * k, n * (n - 1) / 2, k, n * k / 2 + 1, n * k / 2 - 1])),
        _ => {
            let m = missing.len();
            let marks = missing.iter().map(|(i, j)| segment(corners[*i], corners[*j])).collect();
            Draft::reasoning(
                "Some diagonals of the polygon are drawn. How many are missing?",
                marks,
                "I go around the corners and draw every diagonal that is not there yet.",
                format!("I had to draw {m}, so {m} are missing."),
                m,
            )
            .map(|d| d.wrong([m + 1, m.saturating_sub(1), m + 2, m + 3]))
        }
    }
}

/// By going through all pairs of corners that no side joins.
fn solve(seen: &Seen) -> Option<Solved> {
    let corners: Vec<Point> = seen.all_named().into_iter().map(|(_, at)| at).collect();
    let drawn = [seen.lines("side"), seen.lines("diagonal")].concat();
    let joined = |p: Point, q: Point| drawn.iter().any(|[a, b]| *a == p && *b == q || *a == q && *b == p);
    let mut free = Vec::new();
    for (i, p) in corners.iter().enumerate() {
        free.extend(corners[..i].iter().filter(|q| !joined(*p, **q)).map(|q| (*p, *q)));
    }
    let Some(start) = seen.letters().first().and_then(|letter| seen.named(letter)) else {
        let marks = free.iter().map(|(p, q)| segment_mark(*p, *q)).collect();
        return Solved::reasoning(free.len(), marks);
    };
    let fan: Vec<_> = free.iter().filter(|(p, q)| *p == start || *q == start).collect();
    Solved::reasoning(fan.len(), fan.iter().map(|(p, q)| segment_mark(*p, *q)).collect())
}
