//! By how much two shaded fractions differ: both bars cut into the same number of parts.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "fraction_difference",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Common partition", "Equal parts"],
    tools: &["equal_parts", "segment"],
    draft,
    solve,
};

/// Numbers of parts of the two bars by level; their least common multiple is at most 12.
const PARTS: [&[(i32, i32)]; 3] = [
    &[(2, 4), (3, 6), (2, 6), (4, 8), (2, 8)],
    &[(2, 3), (2, 5), (4, 6), (5, 10)],
    &[(3, 4), (4, 6), (2, 5), (4, 3)],
];

fn lcm(a: i32, b: i32) -> i32 {
    (1..=b).map(|k| a * k).find(|multiple| multiple % b == 0).unwrap_or(a * b)
}

/// A fraction in lowest terms.
fn lowest(above: i32, below: i32) -> String {
    let divisor = (1..=below).rev().find(|d| above % d == 0 && below % d == 0).unwrap_or(1);
    format!("{}/{}", above / divisor, below / divisor)
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    let (mut m, mut n) = scene.pick(PARTS[usize::from(scene.level) - 1]);
    if scene.chance(0.5) {
        (m, n) = (n, m);
    }
    let common = lcm(m, n);
    let (a, b) = (scene.int(1, m), scene.int(1, n));
    let difference = a * common / m - b * common / n;
    if difference <= 0 || a == m && b == n {
        return None;
    }
    let long = scene.width() * scene.int(70, 88) / 100 / common * common;
    let high = scene.int(scene.side() / 9, scene.side() / 5);
    let (left, top) =
        (scene.int(10, scene.width() - 11 - long), scene.int(10, scene.height() - 12 - 2 * high));
    let (ink, width) = (scene.figure.ink, scene.int(1, 2));
    let hues = scene.hues(2);
    for (row, (name, parts, shaded)) in [("upper", m, a), ("lower", n, b)].into_iter().enumerate() {
        let (y0, y1) = (top + row as i32 * high, top + (row as i32 + 1) * high);
        let color = scene.shade(hues[row]);
        for part in 0..parts {
            let (x0, x1) = (left + part * long / parts, left + (part + 1) * long / parts);
            if part < shaded {
                scene.figure.rectangle(
                    (x0, y0),
                    (x1, y1),
                    color,
                    true,
                    &format!("shaded part of the {name} bar"),
                );
            } else {
                let at = crate::Element::Symbol {
                    position: [(x0 + x1) / 2, (y0 + y1) / 2],
                    kind: "rectangle".to_owned(),
                    meaning: format!("empty part of the {name} bar"),
                };
                scene.figure.note(at);
            }
        }
        for part in 0..=parts {
            let x = left + part * long / parts;
            scene.figure.line((x, y0), (x, y1), width, ink, &format!("cut of the {name} bar"));
        }
        for y in [y0, y1] {
            scene.figure.line((left, y), (left + long, y), width, ink, &format!("side of the {name} bar"));
        }
    }
    let marks = (1..common)
        .map(|i| left + i * long / common)
        .map(|x| segment((x, top), (x, top + 2 * high)))
        .collect();
    let answer = lowest(difference, common);
    let (p, q) = (a * common / m, b * common / n);
    let reduced = format!("{difference}/{common}");
    let end = if reduced == answer { String::new() } else { format!(", that is {answer}") };
    Draft::reasoning(
        "Both bars are equally long. By what fraction of a bar is more shaded in the upper bar than in the lower \
         one? Give the fraction in lowest terms.",
        marks,
        format!("I cut both bars into {common} equal parts with lines that pass through both."),
        format!("Now {p} parts of the upper bar are shaded and {q} of the lower, so the difference is {reduced}{end}."),
        &answer,
    )
    .map(|draft| {
        let near = [1, -1, 2].map(|d| difference + d).into_iter().filter(|d| *d > 0);
        let mut wrong: Vec<String> = near.map(|d| lowest(d, common)).collect();
        wrong.push(lowest(a, m));
        wrong.push(lowest((a - b).abs().max(1), (m - n).abs() + 2));
        draft.wrong(wrong)
    })
}

/// From the counts of shaded and of all parts.
fn solve(seen: &Seen) -> Option<Solved> {
    let count = |what: &str| seen.symbols(what).len() as i32;
    let [(a, m), (b, n)] = ["upper", "lower"].map(|name| {
        let shaded = count(&format!("shaded part of the {name} bar"));
        (shaded, shaded + count(&format!("empty part of the {name} bar")))
    });
    let ([first, last], below) = (
        {
            let cuts = seen.lines("cut of the upper bar");
            [*cuts.first()?, *cuts.last()?]
        },
        seen.lines("cut of the lower bar").first()?[1][1],
    );
    let common = lcm(m, n);
    let marks = (1..common)
        .map(|i| first[0][0] + (last[0][0] - first[0][0]) * f64::from(i) / f64::from(common))
        .map(|x| segment_mark([x, first[0][1]], [x, below]))
        .collect();
    Solved::reasoning(lowest(a * n - b * m, m * n), marks)
}
