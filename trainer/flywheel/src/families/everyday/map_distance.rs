//! The distance of two places on a map: the scale bar laid off along the straight line between them.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::figure::Place;
use crate::geometry::{minus, norm, point, point_mark, unit};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "map_distance",
    task: Task::Reasoning,
    domain: "Geography",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Scale bar", "Winding way"],
    tools: &["map_scale_bar", "point_mark"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let (w, h) = (scene.width(), scene.height());
    let bar = scene.int(scene.side() / 11, scene.side() / 7).max(24);
    let kilometres = scene.pick(&[2, 4, 5, 10, 20, 50]);
    let legs = if scene.level == 3 { 2 } else { 1 };
    // Each leg is a whole number of bars long, at level 2 a half more.
    let floor = h - size * 7 / 2;
    let margin = size * 2;
    let mut stops: Vec<Place> = vec![(scene.int(margin, w - margin), scene.int(margin, floor - margin))];
    let mut halves = Vec::new();
    for leg in 0..legs {
        let count = 2 * scene.int(2, 6) + i32::from(scene.level == 2);
        let turn = f64::from(scene.int(0, 359)).to_radians();
        let long = f64::from(bar * count) / 2.0;
        let (x, y) = stops[leg];
        let next = (x + (long * turn.cos()).round() as i32, y + (long * turn.sin()).round() as i32);
        let inside = (margin..w - margin).contains(&next.0) && (margin..floor - margin).contains(&next.1);
        if !inside || stops.iter().any(|stop| distance(*stop, next) < f64::from(2 * bar)) {
            return None;
        }
        stops.push(next);
        halves.push(count);
    }
    let hue = scene.hues(1)[0];
    let color = scene.shade(hue);
    let ground = scene.figure.style().background;
    // A frame and the scale bar below the map.
    let ink = scene.figure.ink;
    scene.figure.frame((4, 4), (w - 5, floor), ground.map(|c| c - 60), Some(1), "frame of the map");
    let (x0, y0) = (size * 3 / 2, floor + size * 9 / 4);
    scene.figure.line((x0, y0), (x0 + bar, y0), 2, ink, "scale bar");
    for x in [x0, x0 + bar] {
        scene.figure.line((x, y0 - 5), (x, y0 + 5), 2, ink, "end of the scale bar");
    }
    scene.figure.text((x0, y0 - size), "0", size - 1, "zero of the scale bar");
    scene.figure.text((x0 + bar, y0 - size), &kilometres.to_string(), size - 1, "length of the scale bar");
    scene.figure.text((x0 + bar + size * 2, y0), "km", size - 1, "unit of the scale bar");
    if legs > 1 || scene.chance(0.5) {
        scene.figure.polyline(&stops, 1, color, "road");
    }
    let names = scene.pick(&[["A", "B", "C"], ["P", "Q", "R"], ["K", "L", "M"]]);
    for (i, stop) in stops.iter().enumerate() {
        scene.figure.dot(*stop, size / 3, color, "town");
        // Names lie away from the next place.
        let other = stops[if i == 0 { 1 } else { i - 1 }];
        name_place(scene, *stop, names[i], other)?;
    }
    let mut marks = Vec::new();
    for (pair, count) in stops.windows(2).zip(&halves) {
        let way = unit(minus(crate::seen::point(pair[1]), crate::seen::point(pair[0])));
        for i in 1..=count / 2 {
            let d = f64::from(bar * i);
            let at = (pair[0].0 + (d * way[0]).round() as i32, pair[0].1 + (d * way[1]).round() as i32);
            marks.push(point(at));
        }
    }
    let total: i32 = halves.iter().sum();
    let answer = total * kilometres / 2;
    let bars = if total % 2 == 0 { (total / 2).to_string() } else { format!("{} and a half", total / 2) };
    let [a, b, c] = names;
    let question = if legs == 2 {
        format!("How many kilometres is the way from {a} by {b} to {c}?")
    } else {
        scene
            .pick(&[
                "How many kilometres are {a} and {b} apart in a straight line?",
                "How far is it from {a} straight to {b}, in kilometres?",
            ])
            .replace("{a}", a)
            .replace("{b}", b)
    };
    Draft::reasoning(
        question,
        marks,
        "I lay the length of the scale bar off along the way and put a dot at the end of each.",
        format!("The bar fits {bars} times, and {bars} times {kilometres} km is {answer} km."),
        answer,
    )
    .map(|draft| {
        let near = kilometres;
        draft.wrong([answer + near, answer - near, answer + 2 * near, total * kilometres])
    })
}

/// By the ratio of lengths in pixels, rounded to half bars.
fn solve(seen: &Seen) -> Option<Solved> {
    let [p, q] = *seen.lines("scale bar").first()?;
    let bar = norm(minus(q, p));
    let kilometres: f64 = seen.texts("length of the scale bar").first()?.0.parse().ok()?;
    let stops: Option<Vec<Point>> = seen.letters().into_iter().map(|name| seen.named(name)).collect();
    let mut halves = 0.0;
    let mut marks = Vec::new();
    for pair in stops?.windows(2) {
        let count = (2.0 * norm(minus(pair[1], pair[0])) / bar).round();
        halves += count;
        for i in 1..=(count / 2.0).floor() as i32 {
            let t = 2.0 * f64::from(i) / count;
            marks.push(point_mark(crate::geometry::at(pair[0], pair[1], t)));
        }
    }
    Solved::reasoning(halves * kilometres / 2.0, marks)
}
