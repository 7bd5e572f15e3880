//! How many dots of a Venn diagram belong to a combination of its sets.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{point, point_mark};
use crate::palette::for_letters;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "venn_count",
    task: Task::Reasoning,
    domain: "Logic",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Overlap as both", "Union count", "Outside as neither"],
    tools: &["count_marks", "point_mark"],
    draft,
    solve,
};

/// What is asked of two sets, and the memberships in A and B that it admits.
type Region = (&'static str, fn(bool, bool) -> bool);

const TWO: [Region; 5] = [
    ("lie in A but not in B", |a, b| a && !b),
    ("lie in B but not in A", |a, b| b && !a),
    ("lie in both A and B", |a, b| a && b),
    ("lie in A or in B or in both", |a, b| a || b),
    ("lie in exactly one of the two sets", |a, b| a != b),
];

/// What is asked of three sets.
type OfThree = fn(bool, bool, bool) -> bool;
const THREE: [(&str, OfThree); 5] = [
    ("lie in A and B but not in C", |a, b, c| a && b && !c),
    ("lie in exactly two of the three sets", |a, b, c| u8::from(a) + u8::from(b) + u8::from(c) == 2),
    ("lie in C but in neither A nor B", |a, b, c| c && !a && !b),
    ("lie in B or C but not in A", |a, b, c| (b || c) && !a),
    ("lie in exactly one of the three sets", |a, b, c| u8::from(a) + u8::from(b) + u8::from(c) == 1),
];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let three = scene.level == 3;
    let (w, h) = (scene.width(), scene.height());
    let r = if three { w.min(h) * 27 / 100 } else { (w * 27 / 100).min(h * 36 / 100) };
    let middle = (w / 2, h / 2 + size / 3);
    let off = r * 11 / 20;
    let centres: Vec<Place> = if three {
        vec![
            (middle.0 - off, middle.1 - off * 3 / 5),
            (middle.0 + off, middle.1 - off * 3 / 5),
            (middle.0, middle.1 + off * 4 / 5),
        ]
    } else {
        vec![(middle.0 - off, middle.1), (middle.0 + off, middle.1)]
    };
    let hues = scene.hues(4);
    for ((centre, hue), name) in centres.iter().zip(&hues).zip(["A", "B", "C"]) {
        let color = scene.shade(*hue);
        scene.figure.ring(*centre, r, color, Some(2), &format!("set {name}"));
        let away = match name {
            "A" => (centre.0 - r * 3 / 4 - size / 2, centre.1 - r * 3 / 4 - size / 2),
            "B" => (centre.0 + r * 3 / 4 + size / 2, centre.1 - r * 3 / 4 - size / 2),
            _ => (centre.0 + r * 3 / 4 + size / 2, centre.1 + r * 3 / 4 + size / 2),
        };
        scene.figure.text_in(away, name, size, for_letters(color), "name of a set");
    }
    let dot = (size / 4).max(3);
    let n = 6 + 4 * i32::from(scene.level) + scene.int(0, 3);
    let mut dots: Vec<(Place, Vec<bool>)> = Vec::new();
    for _ in 0..12 * n {
        let place = scene.place(dot + 4);
        let clear = centres.iter().all(|c| (distance(*c, place) - f64::from(r)).abs() > f64::from(dot + 4))
            && dots.iter().all(|(other, _)| distance(*other, place) > f64::from(4 * dot));
        // Names keep a free place around them, and few dots lie outside of all sets.
        let named = centres.iter().enumerate().any(|(i, c)| {
            let at = (
                c.0 + if i == 0 { -1 } else { 1 } * (r * 3 / 4 + size / 2),
                c.1 + if i == 2 { 1 } else { -1 } * (r * 3 / 4 + size / 2),
            );
            distance(at, place) < f64::from(size + dot)
        });
        let within: Vec<bool> = centres.iter().map(|c| distance(*c, place) < f64::from(r)).collect();
        let kept = within.contains(&true) || scene.chance(0.08);
        if clear && kept && !named && dots.len() < n as usize {
            dots.push((place, within));
        }
    }
    let color = if scene.chance(0.5) { scene.figure.ink } else { scene.shade(hues[3]) };
    for (place, _) in &dots {
        scene.figure.dot(*place, dot, color, "dot");
    }
    let (asked, chosen): (&str, Vec<Place>) = if three {
        let (asked, admits) = scene.pick(&THREE);
        (asked, dots.iter().filter(|(_, m)| admits(m[0], m[1], m[2])).map(|d| d.0).collect())
    } else {
        let (asked, admits) = scene.pick(&TWO);
        (asked, dots.iter().filter(|(_, m)| admits(m[0], m[1])).map(|d| d.0).collect())
    };
    let answer = chosen.len() as i32;
    if !(2..=14).contains(&answer) {
        return None;
    }
    let thing = scene.pick(&["How many dots {}?", "Each dot is one pupil. How many of the pupils {}?"]);
    Draft::reasoning(
        thing.replace("{}", asked),
        chosen.into_iter().map(point).collect(),
        format!("I mark every dot of those that {asked}."),
        format!("{answer} dots are marked."),
        answer,
    )
    .map(|draft| draft.wrong([answer + 1, answer - 1, answer + 2, answer + 3]))
}

/// By the words of the question, and by which circles hold a dot.
fn solve(seen: &Seen) -> Option<Solved> {
    let sets: Vec<_> = ["A", "B", "C"]
        .iter()
        .filter_map(|name| seen.circles(&format!("set {name}")).first().copied())
        .collect();
    let asks = |words: &str| seen.question.contains(words);
    let admits = |m: &[bool]| {
        let count = m.iter().filter(|inside| **inside).count();
        let named = |i: usize| m.get(i).copied().unwrap_or(false);
        let (a, b, c) = (named(0), named(1), named(2));
        match () {
            () if asks("exactly one") => count == 1,
            () if asks("exactly two") => count == 2,
            () if asks("A but not in B") => a && !b,
            () if asks("B but not in A") => b && !a,
            () if asks("A and B but not in C") => a && b && !c,
            () if asks("both A and B") => a && b,
            () if asks("neither A nor B") => c && !a && !b,
            () if asks("B or C but not in A") => (b || c) && !a,
            () => a || b,
        }
    };
    let chosen: Vec<_> = seen
        .points("dot")
        .into_iter()
        .filter(|p| {
            let m: Vec<bool> =
                sets.iter().map(|(c, r)| (p[0] - c[0]).powi(2) + (p[1] - c[1]).powi(2) < r * r).collect();
            admits(&m)
        })
        .collect();
    Solved::reasoning(chosen.len(), chosen.into_iter().map(point_mark).collect())
}
