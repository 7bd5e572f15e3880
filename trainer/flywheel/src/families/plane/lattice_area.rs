//! The area of a polygon on squared paper, by the box around it.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::squares::Squares;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::whole;
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lattice_area",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Area by filling a box", "Counting unit squares"],
    tools: &["box_outline", "area_squares"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a triangle; level 2: a quadrilateral; level 3: a pentagon.
    let level = i32::from(scene.level);
    let n = (2 + level) as usize;
    let cells = scene.int(7, 9 + level);
    let paper = Squares::lay(scene, cells, 0.0)?;
    paper.draw(scene);
    let mut spots: Vec<[i32; 2]> = (0..n).map(|_| paper.throw(scene)).collect();
    let sum = spots.iter().fold([0, 0], |s, p| [s[0] + p[0], s[1] + p[1]]);
    let k = n as i32;
    let turn = |p: &[i32; 2]| f64::from(k * p[1] - sum[1]).atan2(f64::from(k * p[0] - sum[0]));
    spots.sort_by(|p, q| turn(p).total_cmp(&turn(q)));
    // Every corner turns the same way and clearly.
    let bend = |i: usize| {
        let (p, q, r) = (spots[i], spots[(i + 1) % n], spots[(i + 2) % n]);
        (q[0] - p[0]) * (r[1] - q[1]) - (q[1] - p[1]) * (r[0] - q[0])
    };
    let oblique = (0..n).filter(|i| {
        let (p, q) = (spots[*i], spots[(i + 1) % n]);
        p[0] != q[0] && p[1] != q[1]
    });
    let oblique = oblique.count();
    if (0..n).any(|i| bend(i) < 2) || oblique < n.min(2 + level as usize) {
        return None;
    }
    let twice: i32 = (0..n)
        .map(|i| {
            let (p, q) = (spots[i], spots[(i + 1) % n]);
            p[0] * q[1] - p[1] * q[0]
        })
        .sum();
    let area = f64::from(twice) / 2.0;
    let [left, top] = [0, 1].map(|i| spots.iter().map(|p| p[i]).min().unwrap_or(0));
    let [right, bottom] = [0, 1].map(|i| spots.iter().map(|p| p[i]).max().unwrap_or(0));
    let frame = (right - left) * (bottom - top);
    if !(6.0..=60.0).contains(&area) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let (color, width) = (scene.shade(hue), scene.int(2, 3));
    for (i, spot) in spots.iter().enumerate() {
        let (from, to) = (paper.at(*spot), paper.at(spots[(i + 1) % n]));
        scene.figure.line(whole(from), whole(to), width, color, "side");
    }
    let question = match scene.int(0, 2) {
        0 => "What is the area of the polygon in squares of the paper?",
        1 => "How many squares of the paper is the polygon large?",
        _ => "Each square of the paper has the area 1. How large is the polygon?",
    };
    let outside = f64::from(frame) - area;
    Draft::reasoning(
        question,
        vec![boxed(&paper, [left, top], [right, bottom])],
        "I draw the upright box around the polygon, because the pieces outside are easy to measure.",
        format!(
            "The box has {frame} squares and the pieces outside the polygon {outside}, so {area} are left."
        ),
        area,
    )
    .map(|d| d.wrong([area + 1.0, area - 1.0, area + 0.5, outside, area - 0.5, f64::from(frame)]))
}

fn boxed(paper: &Squares, from: [i32; 2], to: [i32; 2]) -> Mark {
    let [[x0, y0], [x1, y1]] = [from, to].map(|p| paper.at(p).map(|v| v as f32));
    Mark::Box { x0, y0, x1, y1 }
}

/// By Pick: inner corners of the squares plus half of those on the outline, less one.
fn solve(seen: &Seen) -> Option<Solved> {
    let paper = Squares::read(seen)?;
    let corners: Vec<[i32; 2]> = seen.lines("side").iter().map(|side| paper.corner_of(side[0])).collect();
    let n = corners.len();
    let (mut inner, mut border) = (0, 0);
    for x in 0..=paper.columns {
        for y in 0..=paper.rows {
            let turns: Vec<i32> = (0..n)
                .map(|i| {
                    let (p, q) = (corners[i], corners[(i + 1) % n]);
                    (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0])
                })
                .collect();
            let within = turns.iter().all(|t| *t >= 0) || turns.iter().all(|t| *t <= 0);
            match (within, turns.contains(&0)) {
                (true, true) => border += 1,
                (true, false) => inner += 1,
                _ => {}
            }
        }
    }
    let area = f64::from(inner) + f64::from(border) / 2.0 - 1.0;
    let [low, high] = [i32::min, i32::max]
        .map(|pick| [0, 1].map(|i| corners.iter().map(|p| p[i]).reduce(pick).unwrap_or(0)));
    Solved::reasoning(area, vec![boxed(&paper, low, high)])
}
