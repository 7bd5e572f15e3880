//! Where two lines meet that are drawn in part only.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, minus, norm, segment_mark};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lines_meet",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Crossing as common solution"],
    tools: &["line_intersection", "extended_line"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: squared paper, whole slopes; level 2: other slopes; level 3: a third line, no paper.
    let level = i32::from(scene.level);
    let share = scene.pick(&[0.0, 0.2, 0.4, 0.5]);
    let cells = scene.int(9, 12);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let spot = [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])].map(f64::from);
    if !axes.shows(spot[0], spot[1], 1.0) {
        return None;
    }
    let hues = scene.hues(3);
    let slopes: &[f64] = if level == 1 {
        &[1.0, -1.0, 2.0, -2.0, 0.0]
    } else {
        &[0.5, -0.5, 1.5, -1.5, 1.0, -1.0, 0.25, -2.0]
    };
    let (m, n) = (scene.pick(slopes), scene.pick(slopes));
    if (m.atan() - n.atan()).abs() < 0.35 {
        return None;
    }
    let ends = [piece(scene, &axes, hues[0], spot, m)?, piece(scene, &axes, hues[1], spot, n)?];
    let middle = |[a, b]: [Point; 2]| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
    if norm(minus(middle(ends[0]), middle(ends[1]))) < 2.0 {
        return None;
    }
    if level == 3 {
        let far = [spot[0] + f64::from(scene.int(-3, 3)), spot[1] + f64::from(scene.int(2, 3))];
        let slope = scene.pick(slopes);
        piece(scene, &axes, hues[2], far, slope)?;
    }
    let question = match (level, scene.chance(0.5)) {
        (3, _) => format!(
            "The coloured pieces belong to straight lines. Which pair (x, y) lies on the {} and on the {} line?",
            hues[0], hues[1]
        ),
        (_, true) => {
            "The pieces belong to two straight lines. Which pair (x, y) solves both equations?".into()
        }
        (_, false) => "Parts of two straight lines are shown. Which point (x, y) do the lines share?".into(),
    };
    let meeting = axes.at(spot[0], spot[1]);
    let marks = ends.map(|[near, _]| segment_mark(axes.at(near[0], near[1]), meeting)).to_vec();
    let answer = pair(spot);
    let [x, y] = spot;
    Draft::reasoning(
        question,
        marks,
        format!("I extend the {} and the {} piece straight on until they meet.", hues[0], hues[1]),
        format!("The extensions meet at x = {x} and y = {y}, the pair that lies on both lines."),
        &answer,
    )
    .map(|d| d.wrong([[y, x], [x + 1.0, y], [x, y + 1.0], [x - 1.0, y], [x - 1.0, y + 1.0]].map(pair)))
}

/// Draws a piece of the line through a spot, away from it; returns its nearer and its farther end.
fn piece(scene: &mut Scene, axes: &Axes, hue: Hue, spot: Point, m: f64) -> Option<[Point; 2]> {
    let [from, to] = axes.clip(m, spot[1] - m * spot[0])?;
    let far = if scene.chance(0.5) { from[0] } else { to[0] };
    let way = (far - spot[0]).signum();
    // At least 1.5 units of way along the line to the meeting point, at least 2 units of line.
    let length = (1.0 + m * m).sqrt();
    let near = spot[0] + way * (f64::from(scene.int(3, 6)) / 2.0 / length);
    if (far - near) * way * length < 2.0 {
        return None;
    }
    let ends = [near, far].map(|x| [x, m * (x - spot[0]) + spot[1]]);
    let color = scene.shade(hue);
    let width = scene.int(2, 3);
    let [a, b] = ends.map(|p| axes.place(p[0], p[1]));
    scene.figure.line(a, b, width, color, &format!("part of the {hue} line"));
    Some(ends)
}

/// By crossing the lines on the screen.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let mut hues = seen.hues();
    if hues.is_empty() {
        hues = Hue::ALL.to_vec();
    }
    let pieces: Vec<_> =
        hues.iter().filter_map(|h| seen.lines(&format!("part of the {h} line")).first().copied()).collect();
    let [first, second] = pieces[..] else { return None };
    let spot = axes.value(crossing_of_lines(first, second)?).map(f64::round);
    let meeting = axes.at(spot[0], spot[1]);
    let marks = [first, second].map(|[p, q]| {
        let near = if norm(minus(p, meeting)) < norm(minus(q, meeting)) { p } else { q };
        segment_mark(near, meeting)
    });
    Solved::reasoning(pair(spot), marks.to_vec())
}
