//! How many dots lie inside a jagged polygon, by rays.

use vthinker_core::think::Task;

use super::side_label::polar;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{at, minus, norm, segment_mark, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "inside_count",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["In or out by crossings"],
    tools: &["crossings_of_ray"],
    draft,
    solve,
};

/// Pixels that the end of a ray keeps from the border of the picture.
const BORDER: i32 = 4;

fn draft(scene: &mut Scene) -> Option<Draft> {
    // More corners, more twist and more dots with the level.
    let level = i32::from(scene.level);
    let spikes = scene.int(3 + level, 5 + level);
    let twist = f64::from(scene.int(0, 25 * level));
    let corners = star(scene, spikes, twist)?;
    let n = (2 + level) as usize;
    let hues = scene.hues(2);
    let (color, width) = (scene.shade(hues[0]), scene.int(2, 3));
    let mut dots: Vec<(i32, i32)> = Vec::new();
    let margin = scene.side() / 6;
    for _ in 0..60 * n {
        let dot = scene.place(margin);
        let clear = edges(&corners).all(|[p, q]| to_segment(point(dot), [point(p), point(q)]) > 9.0);
        // The ray meets no corner and no other dot.
        let free = corners.iter().all(|c| (c.1 - dot.1).abs() > 2)
            && dots.iter().all(|d| (d.1 - dot.1).abs() > 7 && distance(*d, dot) > 20.0);
        if clear && free {
            dots.push(dot);
        }
        if dots.len() == n {
            break;
        }
    }
    if dots.len() < n {
        return None;
    }
    for [p, q] in edges(&corners) {
        scene.figure.line(p, q, width, color, "side");
    }
    for dot in &dots {
        scene.dot(*dot, hues[1], 4);
    }
    let end = scene.width() - 1 - BORDER;
    let crossings = dots.iter().map(|dot| edges(&corners).filter(|[p, q]| crosses(*dot, *p, *q)).count());
    let crossings: Vec<usize> = crossings.collect();
    let inside = crossings.iter().filter(|n| *n % 2 == 1).count();
    let question = match scene.int(0, 2) {
        0 => format!("How many of the {} dots lie inside the {} polygon?", hues[1], hues[0]),
        1 => format!("Count the {} dots within the {} outline.", hues[1], hues[0]),
        _ => format!("The {} line is a closed fence. How many {} dots does it enclose?", hues[0], hues[1]),
    };
    let marks = dots.iter().map(|d| segment_mark(point(*d), point((end, d.1)))).collect();
    let mut order: Vec<_> = dots.iter().zip(&crossings).collect();
    order.sort_by_key(|(dot, _)| dot.1);
    let counts: Vec<String> = order.iter().map(|(_, n)| n.to_string()).collect();
    Draft::reasoning(
        question,
        marks,
        "I draw a level ray from each dot to the right border and count how often it crosses the outline.",
        format!(
            "From top to bottom the rays cross {} times. An odd number means inside: {inside} of the {n} dots.",
            counts.join(", ")
        ),
        inside,
    )
    .map(|d| d.wrong((0..=n + 1).filter(|k| *k != inside)))
}

/// Corners near and far from the middle in turn, the far ones turned on; `None` if sides would cross.
fn star(scene: &mut Scene, spikes: i32, twist: f64) -> Option<Vec<(i32, i32)>> {
    let centre = [f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0];
    let reach = centre.map(|half| half - 10.0);
    let start = f64::from(scene.int(0, 359));
    let corners: Vec<(i32, i32)> = (0..2 * spikes)
        .map(|i| {
            let far = i % 2 == 0;
            let r = f64::from(if far { scene.int(78, 100) } else { scene.int(22, 48) }) / 100.0;
            let wobble = f64::from(scene.int(-40 / spikes, 40 / spikes));
            let turn =
                start + 180.0 * f64::from(i) / f64::from(spikes) + wobble + if far { twist } else { 0.0 };
            let [x, y] = polar([0.0; 2], r, turn);
            whole([centre[0] + x * reach[0], centre[1] + y * reach[1]])
        })
        .collect();
    let sides: Vec<_> = edges(&corners).collect();
    let n = sides.len();
    for i in 0..n {
        for j in i + 1..n {
            let neighbours = j == i + 1 || (i == 0 && j == n - 1);
            if neighbours {
                continue;
            }
            let [a, b] = sides[i].map(point);
            let [c, d] = sides[j].map(point);
            let near =
                [to_segment(a, [c, d]), to_segment(b, [c, d]), to_segment(c, [a, b]), to_segment(d, [a, b])];
            if meet([a, b], [c, d]) || near.iter().any(|d| *d < 12.0) {
                return None;
            }
        }
    }
    Some(corners)
}

fn edges(corners: &[(i32, i32)]) -> impl Iterator<Item = [(i32, i32); 2]> + '_ {
    (0..corners.len()).map(|i| [corners[i], corners[(i + 1) % corners.len()]])
}

/// Whether the ray to the right from a dot crosses a side.
fn crosses(dot: (i32, i32), p: (i32, i32), q: (i32, i32)) -> bool {
    if (p.1 > dot.1) == (q.1 > dot.1) {
        return false;
    }
    let t = f64::from(dot.1 - p.1) / f64::from(q.1 - p.1);
    f64::from(p.0) + t * f64::from(q.0 - p.0) > f64::from(dot.0)
}

fn meet([a, b]: [Point; 2], [c, d]: [Point; 2]) -> bool {
    let side =
        |p: Point, q: Point, r: Point| (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

fn to_segment(p: Point, [a, b]: [Point; 2]) -> f64 {
    let way = minus(b, a);
    let t = ((p[0] - a[0]) * way[0] + (p[1] - a[1]) * way[1]) / (way[0] * way[0] + way[1] * way[1]).max(1e-9);
    norm(minus(p, at(a, b, t.clamp(0.0, 1.0))))
}

/// By the full turn that the outline makes around a dot inside it.
fn solve(seen: &Seen) -> Option<Solved> {
    let sides = seen.lines("side");
    let hues = seen.hues();
    let hue = hues.iter().find(|hue| !seen.points(&format!("{hue} dot")).is_empty())?;
    let dots = seen.points(&format!("{hue} dot"));
    let around = |dot: Point| {
        let turns = sides.iter().map(|[p, q]| {
            let [from, to] = [p, q].map(|c| (c[1] - dot[1]).atan2(c[0] - dot[0]));
            (to - from + std::f64::consts::PI).rem_euclid(2.0 * std::f64::consts::PI) - std::f64::consts::PI
        });
        turns.sum::<f64>().abs() > 1.0
    };
    let inside = dots.iter().filter(|dot| around(**dot)).count();
    let end = f64::from(seen.width) - 1.0 - f64::from(BORDER);
    Solved::reasoning(inside, dots.iter().map(|dot| segment_mark(*dot, [end, dot[1]])).collect())
}
