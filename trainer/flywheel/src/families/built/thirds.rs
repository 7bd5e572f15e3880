//! Which thing of a picture follows the rule of thirds?

use vthinker_core::think::Task;

use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::segment;
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "rule_of_thirds",
    task: Task::Reasoning,
    domain: "Art",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Rule of thirds", "Visual balance"],
    tools: &["grid_overlay", "segment"],
    draft,
    solve,
};

const THINGS: [&str; 6] = ["house", "tree", "sun", "boat", "kite", "balloon"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // The higher the level, the more things and the smaller their distance from the crossings.
    let n = usize::from(scene.level) + 2;
    let margin = scene.side() / 16;
    let (left, top) = (margin + scene.int(0, margin), margin + scene.int(0, margin));
    let wide = (scene.width() - left - margin - scene.int(0, margin)) / 3 * 3;
    let tall = (scene.height() - top - margin - scene.int(0, margin)) / 3 * 3;
    let r = scene.side() / 18;
    let crossings: Vec<Place> =
        [(1, 1), (2, 1), (1, 2), (2, 2)].map(|(i, k)| (left + i * wide / 3, top + k * tall / 3)).to_vec();
    let near = f64::from(wide.min(tall)) * if scene.level == 3 { 0.12 } else { 0.15 };
    let mut places = vec![scene.pick(&crossings)];
    for _ in 0..60 {
        if places.len() == n {
            break;
        }
        let spot = (scene.int(left + r + 4, left + wide - r - 4), scene.int(top + r + 4, top + tall - r - 4));
        let apart = places.iter().all(|p| distance(*p, spot) > f64::from(3 * r));
        if apart && crossings.iter().all(|c| distance(*c, spot) > near) {
            places.push(spot);
        }
    }
    if places.len() < n {
        return None;
    }
    let mut things = THINGS.to_vec();
    scene.shuffle(&mut things);
    let ink = scene.figure.ink;
    let sky = scene.pick(&[[214, 232, 248], [250, 236, 214], [226, 240, 226]]);
    scene.figure.frame((left, top), (left + wide, top + tall), sky, None, "picture");
    let colors = scene.hues(5);
    for (i, place) in places.iter().enumerate() {
        let color = scene.shade(colors[i % 5]);
        thing(scene, things[i], *place, r, color);
        let meaning = format!("middle of the {}", things[i]);
        scene.figure.note(Element::Point { x: place.0, y: place.1, label: String::new(), meaning });
    }
    for (a, b) in [
        ((left, top), (left + wide, top)),
        ((left, top + tall), (left + wide, top + tall)),
        ((left, top), (left, top + tall)),
        ((left + wide, top), (left + wide, top + tall)),
    ] {
        scene.figure.line(a, b, 3, ink, "edge of the picture");
    }
    let answer = format!("the {}", things[0]);
    let marks = (1..3)
        .flat_map(|i| {
            let (x, y) = (left + i * wide / 3, top + i * tall / 3);
            [segment((x, top), (x, top + tall)), segment((left, y), (left + wide, y))]
        })
        .collect();
    let mut shown = things[..n].to_vec();
    shown.sort_unstable();
    Some(
        Draft::reasoning(
            format!(
                "The frame holds a picture of {}. Which of them is placed by the rule of thirds?",
                shown.iter().map(|t| format!("a {t}")).collect::<Vec<_>>().join(", ")
            ),
            marks,
            "The rule asks for a place where the lines cross that divide the picture into thirds, so I draw these four lines.",
            format!("Only {answer} sits on a crossing; the others lie beside them."),
            &answer,
        )?
        .wrong(things[1..n].iter().map(|t| format!("the {t}"))),
    )
}

/// A little picture about a place.
fn thing(scene: &mut Scene, name: &str, (x, y): Place, r: i32, color: [u8; 3]) {
    let ink = scene.figure.ink;
    let figure = &mut scene.figure;
    match name {
        "house" => {
            figure.frame((x - r * 3 / 4, y - r / 4), (x + r * 3 / 4, y + r), color, None, "walls of a house");
            figure.polygon(&[(x - r, y - r / 4), (x, y - r), (x + r, y - r / 4)], ink, "roof of a house");
        }
        "tree" => {
            figure.line((x, y), (x, y + r), (r / 4).max(2), ink, "trunk of a tree");
            figure.ring((x, y - r / 4), r * 3 / 4, color, None, "crown of a tree");
        }
        "sun" => {
            figure.ring((x, y), r / 2, color, None, "disc of a sun");
            for k in 0..8 {
                let (sin, cos) = (f64::from(k) * std::f64::consts::FRAC_PI_4).sin_cos();
                let at = |far: f64| (x + (far * cos).round() as i32, y + (far * sin).round() as i32);
                figure.line(at(f64::from(r) * 0.65), at(f64::from(r)), 2, color, "ray of a sun");
            }
        }
        "boat" => {
            let deck = y + r / 3;
            figure.polygon(
                &[(x - r, deck), (x + r, deck), (x + r / 2, y + r), (x - r / 2, y + r)],
                ink,
                "hull of a boat",
            );
            figure.polygon(&[(x, y - r), (x, deck - 2), (x + r * 3 / 4, deck - 2)], color, "sail of a boat");
        }
        "kite" => {
            figure.polygon(
                &[(x, y - r), (x + r * 3 / 4, y), (x, y + r), (x - r * 3 / 4, y)],
                color,
                "sail of a kite",
            );
            figure.line((x, y - r), (x, y + r), 1, ink, "spar of a kite");
            figure.line((x - r * 3 / 4, y), (x + r * 3 / 4, y), 1, ink, "spar of a kite");
        }
        _ => {
            figure.ring((x, y - r / 4), r * 3 / 4, color, None, "envelope of a balloon");
            figure.frame((x - r / 4, y + r * 2 / 3), (x + r / 4, y + r), ink, None, "basket of a balloon");
            figure.line((x - r / 2, y + r / 4), (x - r / 4, y + r * 2 / 3), 1, ink, "rope of a balloon");
            figure.line((x + r / 2, y + r / 4), (x + r / 4, y + r * 2 / 3), 1, ink, "rope of a balloon");
        }
    }
}

/// By each thing's distance from a third, measured in shares of the frame.
fn solve(seen: &Seen) -> Option<Solved> {
    let edges = seen.lines("edge of the picture");
    let all: Vec<[f64; 2]> = edges.iter().flatten().copied().collect();
    let low = |k: usize| all.iter().map(|p| p[k]).fold(f64::MAX, f64::min);
    let high = |k: usize| all.iter().map(|p| p[k]).fold(f64::MIN, f64::max);
    let off = |at: [f64; 2]| {
        (0..2)
            .map(|k| {
                let share = (at[k] - low(k)) / (high(k) - low(k)) * 3.0;
                (share - share.round().clamp(1.0, 2.0)).abs()
            })
            .fold(0.0, f64::max)
    };
    let things = seen.beginning("middle of the ");
    let (meaning, _) = things.into_iter().min_by(|a, b| off(a.1).total_cmp(&off(b.1)))?;
    let answer = meaning.strip_prefix("middle of ")?;
    let third = |k: usize, i: f64| low(k) + (high(k) - low(k)) * i / 3.0;
    let marks = [1.0, 2.0]
        .into_iter()
        .flat_map(|i| {
            let (x, y) = (third(0, i), third(1, i));
            [
                crate::geometry::segment_mark([x, low(1)], [x, high(1)]),
                crate::geometry::segment_mark([low(0), y], [high(0), y]),
            ]
        })
        .collect();
    Solved::reasoning(answer, marks)
}
