//! A diagonal of a quadrilateral from the parallelogram of the midpoints of its sides.

use vthinker_core::think::Task;

use super::side_label::side_label;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{angle, at, minus, norm, segment_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "midpoint_frame",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Midline theorem", "Midpoint parallelogram"],
    tools: &["diagonal"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: one label; level 2: two labels, one of which counts; level 3: both diagonals together.
    let level = scene.level;
    let margin = 2 * scene.letter_size();
    let (w, h) = (scene.width(), scene.height());
    let mut near = |x: i32, y: i32| {
        let reach = w.min(h) / 6;
        let clamp = |v: i32, most: i32| v.clamp(margin, most - 1 - margin);
        (clamp(x + scene.int(-reach, reach), w), clamp(y + scene.int(-reach, reach), h))
    };
    let corners =
        [near(w / 8, h / 4), near(5 * w / 8, h / 8), near(7 * w / 8, 3 * h / 4), near(w / 3, 7 * h / 8)];
    let [a, b, c, d] = corners;
    let convex = [(d, a, b), (a, b, c), (b, c, d), (c, d, a)].iter().all(|(p, q, r)| {
        let turn = (q.0 - p.0) * (r.1 - q.1) - (q.1 - p.1) * (r.0 - q.0);
        turn > 0 && angle([*q, *p], [*q, *r]) > 25.0
    });
    let lengths = [norm(minus(point(c), point(a))), norm(minus(point(d), point(b)))];
    // Labels to scale: the second is rounded and must still fit.
    let first = scene.int(4, 15);
    let ratio = lengths[1] / lengths[0] * f64::from(first);
    let second = ratio.round() as i32;
    if !convex || (ratio - f64::from(second)).abs() > 0.04 * ratio || first == second {
        return None;
    }
    let middles = [(a, b), (b, c), (c, d), (d, a)].map(|(p, q)| at(point(p), point(q), 0.5));
    let hue = scene.hues(1)[0];
    let (color, width) = (scene.shade(hue), scene.int(1, 3));
    scene.figure.sides(&corners, width);
    let places = middles.map(whole);
    for i in 0..4 {
        scene.figure.line(places[i], places[(i + 1) % 4], 2, color, "segment between midpoints");
    }
    for place in places {
        scene.figure.dot(place, 4, color, "midpoint of a side");
    }
    let names = name_places(scene, &corners, "ABCDEFGHKLMPQRST")?;
    let unit = scene.pick(&["cm", "m", "mm"]);
    // The first side of the inner frame is parallel to the diagonal a c, the second to b d.
    let inner = [(0, 1, first, b), (1, 2, second, c)];
    for (i, j, length, away) in inner.into_iter().take(if level == 1 { 1 } else { 2 }) {
        side_label(scene, [middles[i], middles[j]], point(away), &format!("{length} {unit}"), "length")?;
    }
    let with = |v: i32| format!("{v} {unit}");
    let other_first = level == 2 && scene.chance(0.5);
    let (ends, names_of, asked) =
        if other_first { ([b, d], [1, 3], second) } else { ([a, c], [0, 2], first) };
    let [p, q] = names_of.map(|i| &names[i]);
    let hint = format!("The {hue} dots halve the sides.");
    if level == 3 {
        let sum = 2 * (first + second);
        return Draft::reasoning(
            format!(
                "{hint} How long are the ways {} to {} and {} to {} together, straight across?",
                names[0], names[2], names[1], names[3]
            ),
            vec![segment_mark(point(a), point(c)), segment_mark(point(b), point(d))],
            "I draw both diagonals: each is parallel to two sides of the inner frame, which are midlines.",
            format!(
                "A midline is half as long as its diagonal, so they measure {} and {}, together {sum}.",
                2 * first,
                2 * second
            ),
            with(sum),
        )
        .map(|d| {
            d.wrong([first + second, sum - 2, sum + 2, 2 * first + second, first + 2 * second].map(with))
        });
    }
    Draft::reasoning(
        format!("{hint} How far is it from {p} to {q}, straight across?"),
        vec![segment_mark(point(ends[0]), point(ends[1]))],
        format!("I draw the segment from {p} to {q}. It is the third side of a triangle with a midline."),
        format!(
            "The midline parallel to it measures {asked}, so the segment is twice as long: {}.",
            2 * asked
        ),
        with(2 * asked),
    )
    .map(|d| {
        d.wrong([asked, 3 * asked, first + second, 2 * (first + second - asked), 2 * asked + 1].map(with))
    })
}

/// By measuring with the scale that the labels give.
fn solve(seen: &Seen) -> Option<Solved> {
    let letters = seen.letters();
    let named: Option<Vec<Point>> = letters.iter().map(|letter| seen.named(letter)).collect();
    let named = named?;
    let frame = seen.lines("segment between midpoints");
    let mut total = 0.0;
    let mut unit = "";
    let mut marks = Vec::new();
    for pair in named.chunks(2) {
        let [p, q] = *pair else { return None };
        let way = minus(q, p);
        // The labelled side of the frame that goes the same way.
        let labelled = seen.texts("length").into_iter().find_map(|(text, place)| {
            let middle = |s: &&[Point; 2]| norm(minus(at(s[0], s[1], 0.5), place));
            let side = frame.iter().min_by(|s, t| middle(s).total_cmp(&middle(t)))?;
            let along = minus(side[1], side[0]);
            let sine = (along[0] * way[1] - along[1] * way[0]).abs() / norm(along) / norm(way);
            (sine < 0.1).then_some((text, norm(along)))
        });
        let (text, length) = labelled?;
        let (number, word) = text.split_once(' ')?;
        unit = word;
        total += (norm(way) / length).round() * number.parse::<f64>().ok()?;
        marks.push(segment_mark(p, q));
    }
    Solved::reasoning(format!("{total} {unit}"), marks)
}
