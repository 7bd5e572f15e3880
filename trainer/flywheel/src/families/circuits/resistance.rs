//! The resistance of a network between two terminals.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::write;
use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "network_resistance",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Series current", "Parallel voltage"],
    tools: &["box_outline", "text_label"],
    draft,
    solve,
};

/// Two resistances and what they come to side by side.
const PAIRS: [(i32, i32, i32); 14] = [
    (2, 2, 1),
    (4, 4, 2),
    (6, 3, 2),
    (3, 6, 2),
    (6, 6, 3),
    (12, 4, 3),
    (12, 6, 4),
    (8, 8, 4),
    (10, 10, 5),
    (20, 5, 4),
    (12, 12, 6),
    (30, 6, 5),
    (15, 10, 6),
    (24, 8, 6),
];
/// Pixels by which a box stands off the wires that it encloses.
const OFF: (i32, i32) = (8, 26);

fn resistor(scene: &mut Scene, middle: Place, value: i32) -> Option<()> {
    let size = scene.letter_size();
    let (half, tall) = (size * 3 / 2, size * 3 / 4);
    let (ink, paper) = (scene.figure.ink, scene.figure.style().background);
    let (from, to) = ((middle.0 - half, middle.1 - tall), (middle.0 + half, middle.1 + tall));
    scene.figure.backdrop_polygon(&[from, (to.0, from.1), to, (from.0, to.1)], paper);
    scene.figure.frame(from, to, ink, Some(2), "resistor");
    for x in [from.0, to.0] {
        let meaning = "end of a resistor".to_owned();
        scene.figure.note(Element::Point { x, y: middle.1, label: String::new(), meaning });
    }
    write(scene, middle, &value.to_string(), "resistance in ohms")
}

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a pair and one in series; level 2: two in series beside the pair; level 3: a branch has two in series.
    let size = scene.letter_size();
    let (a, b, pair) = scene.pick(&PAIRS);
    let split = scene.level == 3;
    let first = if split { scene.int(1, a - 1) } else { a };
    let singles = if scene.level == 2 { 2 } else { 1 };
    let place = scene.int(0, singles);
    let unit = size * 3 + (scene.width() / 12).min(40);
    let group = if split { 2 } else { 1 };
    let total = unit * (singles + group);
    let (start, y) = ((scene.width() - total) / 2, scene.height() / 2);
    let gap = scene.int(size * 2, (scene.height() / 4).min(size * 4));
    if start < size * 2 {
        return None;
    }
    let end = start + total;
    let (ink, hue) = (scene.figure.ink, scene.hues(1)[0]);
    let color = scene.shade(hue);
    let wire = |scene: &mut Scene, from, to| scene.figure.line(from, to, 2, ink, "wire");
    let mut x = start;
    let (mut sum, mut known, mut frame) = (pair, Vec::new(), None);
    for i in 0..=singles {
        if i == place {
            let long = unit * group;
            let (left, right) = (x + 6, x + long - 6);
            wire(scene, (x, y), (left, y));
            wire(scene, (right, y), (x + long, y));
            for row in [y - gap, y + gap] {
                wire(scene, (left, y), (left, row));
                wire(scene, (right, y), (right, row));
            }
            let top = if split { vec![first, a - first] } else { vec![a] };
            for (row, values) in [(y - gap, top), (y + gap, vec![b])] {
                let mut from = (left, row);
                for (k, value) in values.iter().enumerate() {
                    let middle = left + (right - left) * (2 * k as i32 + 1) / (2 * values.len() as i32);
                    let half = size * 3 / 2;
                    wire(scene, from, (middle - half, row));
                    resistor(scene, (middle, row), *value)?;
                    from = (middle + half, row);
                }
                wire(scene, from, (right, row));
            }
            for at in [(left, y), (right, y)] {
                scene.figure.dot(at, 3, ink, "joint");
            }
            frame = Some([left - OFF.0, y - gap - OFF.1, right + OFF.0, y + gap + OFF.1]);
            x += long;
        } else {
            let (value, half) = (scene.int(1, 12), size * 3 / 2);
            let middle = x + unit / 2;
            wire(scene, (x, y), (middle - half, y));
            resistor(scene, (middle, y), value)?;
            wire(scene, (middle + half, y), (x + unit, y));
            sum += value;
            known.push(value);
            x += unit;
        }
    }
    for (at, name, side) in [(start, "P", -1), (end, "Q", 1)] {
        scene.figure.dot((at, y), 5, color, "terminal");
        scene.figure.name((at, y), (at + side * size, y), name, size);
    }
    let [left, top, right, bottom] = frame?;
    if top < 4 + size || bottom > scene.height() - 5 || left < 2 || right > scene.width() - 3 {
        return None;
    }
    let mark = Mark::Box { x0: left as f32, y0: top as f32, x1: right as f32, y1: bottom as f32 };
    let upper = if split {
        format!("the upper branch adds up to {first} + {} = {a}, and {a} beside {b}", a - first)
    } else {
        format!("{a} beside {b}")
    };
    let all: i32 = known.iter().sum::<i32>() + a + b;
    let series: Vec<String> = [pair].iter().chain(&known).map(i32::to_string).collect();
    Some(
        Draft::reasoning(
            "The numbers are resistances in ohms. What is the resistance of the whole network between P and Q?",
            vec![mark],
            "Parts that lie side by side between the same two joints can be replaced by one, so I frame that group.",
            format!("In the frame {upper} come to {pair} ohms. In series that gives {} = {sum} ohms.", series.join(" + ")),
            format!("{sum} ohms"),
        )?
        .wrong([all, sum + 1, sum + pair, known[0] + a, (sum - 1).max(1)].map(|n| format!("{n} ohms")))
        .label(((left + right) / 2, top - size * 2 / 3), format!("{pair} ohms")),
    )
}

/// By Kirchhoff's equations: one ampere from P to Q, and the voltage that it needs.
fn solve(seen: &Seen) -> Option<Solved> {
    let near = |a: Point, b: Point| (a[0] - b[0]).abs() < 2.0 && (a[1] - b[1]).abs() < 2.0;
    // Places that wires join are one node.
    let mut places: Vec<(Point, usize)> = Vec::new();
    let node = |p: Point, places: &mut Vec<(Point, usize)>| match places.iter().find(|(q, _)| near(*q, p)) {
        Some((_, n)) => *n,
        None => {
            let n = places.len();
            places.push((p, n));
            n
        }
    };
    let (from, to) = (seen.named("P")?, seen.named("Q")?);
    for p in [from, to] {
        node(p, &mut places);
    }
    let ends: Vec<Point> = seen.points("end of a resistor");
    for p in &ends {
        node(*p, &mut places);
    }
    let wires = seen.lines("wire");
    for [a, b] in &wires {
        let (n, m) = (node(*a, &mut places), node(*b, &mut places));
        for (_, k) in &mut places {
            if *k == m {
                *k = n;
            }
        }
    }
    let of = |p: Point| places.iter().find(|(q, _)| near(*q, p)).map(|(_, n)| *n);
    let size = places.len();
    let mut matrix = vec![vec![0.0; size + 1]; size];
    for (pair, (text, _)) in ends.chunks(2).zip(seen.texts("resistance in ohms")) {
        let (n, m) = (of(pair[0])?, of(*pair.get(1)?)?);
        let conductance = 1.0 / text.parse::<f64>().ok()?;
        matrix[n][n] += conductance;
        matrix[m][m] += conductance;
        matrix[n][m] -= conductance;
        matrix[m][n] -= conductance;
    }
    let (p, q) = (of(from)?, of(to)?);
    matrix[p][size] = 1.0;
    matrix[q] = vec![0.0; size + 1];
    matrix[q][q] = 1.0;
    for (i, row) in matrix.iter_mut().enumerate() {
        if row.iter().all(|v| *v == 0.0) {
            row[i] = 1.0;
        }
    }
    for i in 0..size {
        let pivot = (i..size).max_by(|a, b| matrix[*a][i].abs().total_cmp(&matrix[*b][i].abs()))?;
        matrix.swap(i, pivot);
        let row = matrix[i].clone();
        for (_, other) in matrix.iter_mut().enumerate().filter(|(k, _)| *k != i) {
            let share = other[i] / row[i];
            other.iter_mut().zip(&row).for_each(|(v, r)| *v -= share * r);
        }
    }
    let ohms = matrix[p][size] / matrix[p][p];
    let upright: Vec<_> = wires.iter().filter(|[a, b]| a[0] == b[0] && a[1] != b[1]).flatten().collect();
    let low = |i: usize| upright.iter().map(|p| p[i]).min_by(f64::total_cmp);
    let high = |i: usize| upright.iter().map(|p| p[i]).max_by(f64::total_cmp);
    let (dx, dy) = (f64::from(OFF.0), f64::from(OFF.1));
    let mark = Mark::Box {
        x0: (low(0)? - dx) as f32,
        y0: (low(1)? - dy) as f32,
        x1: (high(0)? + dx) as f32,
        y1: (high(1)? + dy) as f32,
    };
    Solved::reasoning(format!("{} ohms", ohms.round()), vec![mark])
}
