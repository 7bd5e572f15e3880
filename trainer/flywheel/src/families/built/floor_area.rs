//! The floor area of an L-shaped room.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::families::physics::writing::{width, write};
use crate::figure::Place;
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "room_area",
    task: Task::Reasoning,
    domain: "Architecture",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Area of a room"],
    tools: &["segment", "length_label"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: all six lengths are given; level 2: four of them; level 3: four, of which two must be subtracted.
    let (w, h) = (scene.int(5, 12), scene.int(4, 10));
    let (a, b) = (scene.int(2, w - 2), scene.int(1, h - 2));
    let size = scene.letter_size();
    let room = width("12 m", size) + 8;
    let unit = ((scene.width() - 2 * room) / w).min((scene.height() - 4 * size) / h);
    if unit < 10 || unit * a.min(w - a) < width("12 m", size) || unit * b.min(h - b) < size * 3 / 2 {
        return None;
    }
    let (left, top) = ((scene.width() - unit * w) / 2, (scene.height() - unit * h) / 2);
    // The notch of a by b metres is cut out of the upper right corner, then the plan is mirrored.
    let (flip_x, flip_y) = (scene.chance(0.5), scene.chance(0.5));
    let at = |x: i32, y: i32| -> Place {
        let (x, y) = (if flip_x { w - x } else { x }, if flip_y { h - y } else { y });
        (left + x * unit, top + y * unit)
    };
    let corners = [at(0, 0), at(w - a, 0), at(w - a, b), at(w, b), at(w, h), at(0, h)];
    let (ink, hue) = (scene.figure.ink, scene.hues(1)[0]);
    let floor = scene.shade(hue).map(|c| c / 5 + 200);
    scene.figure.polygon(&corners, floor, "floor");
    let pen = scene.int(3, 6);
    for i in 0..6 {
        scene.figure.line(corners[i], corners[(i + 1) % 6], pen, ink, "wall");
    }
    // Lengths stand outside, at the middles of the walls.
    let shown: &[usize] = match scene.level {
        1 => &[0, 1, 2, 3, 4, 5],
        2 => &[1, 2, 4, 5],
        _ => &[0, 3, 4, 5],
    };
    let lengths = [w - a, b, a, h - b, w, h];
    for i in shown {
        let (p, q) = (corners[*i], corners[(*i + 1) % 6]);
        let text = format!("{} m", lengths[*i]);
        let level = p.1 == q.1;
        let middle = ((p.0 + q.0) / 2, (p.1 + q.1) / 2);
        let out = if level { size * 9 / 10 + 2 } else { width(&text, size) / 2 + 8 };
        // Walls of the notch face its middle, the others look away from the plan's.
        let sign = match i {
            0 => -1,
            1 => 1,
            2 => -1,
            3 => 1,
            4 => 1,
            _ => -1,
        };
        let flip = if level { flip_y } else { flip_x };
        let by = if flip { -sign * out } else { sign * out };
        let place = if level { (middle.0, middle.1 + by) } else { (middle.0 + by, middle.1) };
        write(scene, place, &text, "length of a wall")?;
    }
    let cut = segment(at(w - a, b), at(0, b));
    let (upper, lower) = ((w - a) * b, w * (h - b));
    let answer = upper + lower;
    Some(
        Draft::reasoning(
            "The plan shows a room with right angles. What is its floor area in square metres?",
            vec![cut],
            "I carry the inner level wall on to the opposite side, which divides the room into two rectangles.",
            format!(
                "One measures {} m by {b} m, the other {w} m by {} m. Together that is {upper} + {lower} = {answer} square metres.",
                w - a,
                h - b
            ),
            answer,
        )?
        .wrong([w * h, upper + w * h, lower, (w - a) * h, 2 * (w + h), answer + a]),
    )
}

/// By the walls' corners in pixels, and the scale that a written length gives.
fn solve(seen: &Seen) -> Option<Solved> {
    let walls = seen.lines("wall");
    let twice: f64 = walls.iter().map(|[p, q]| p[0] * q[1] - q[0] * p[1]).sum();
    let length = |[p, q]: &[Point; 2]| (p[0] - q[0]).abs() + (p[1] - q[1]).abs();
    // The longest wall carries the largest number.
    let long = seen
        .texts("length of a wall")
        .iter()
        .filter_map(|(text, _)| text.strip_suffix(" m")?.parse::<f64>().ok())
        .fold(0.0, f64::max);
    let unit = walls.iter().map(length).fold(0.0, f64::max) / long;
    let corners: Vec<Point> = walls.iter().map(|[p, _]| *p).collect();
    // The inner corner is the one that lies on no edge of the whole.
    let inside = |p: &&Point| {
        (0..2).all(|k| {
            let low = corners.iter().map(|c| c[k]).fold(f64::MAX, f64::min);
            let high = corners.iter().map(|c| c[k]).fold(f64::MIN, f64::max);
            p[k] > low + 1.0 && p[k] < high - 1.0
        })
    };
    let inner = *corners.iter().find(inside)?;
    let [p, q] = *walls.iter().find(|[p, q]| p[1] == q[1] && (*p == inner || *q == inner))?;
    let other = if p == inner { q } else { p };
    let far =
        corners.iter().map(|c| c[0]).max_by(|a, b| (a - other[0]).abs().total_cmp(&(b - other[0]).abs()))?;
    let area = (twice / 2.0).abs() / (unit * unit);
    Solved::reasoning(area.round(), vec![segment_mark(inner, [far, inner[1]])])
}
