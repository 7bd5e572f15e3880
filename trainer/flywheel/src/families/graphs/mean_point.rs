//! The coordinates of a midpoint, or of the end that belongs to it.

use vthinker_core::think::Task;

use super::axes::Axes;
use super::wording::pair;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, minus, norm, point_mark, segment_mark, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "midpoint_coordinates",
    task: Task::Reasoning,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Midpoint by means"],
    tools: &["segment", "midpoint"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a whole midpoint on paper; level 2: halves among other points; level 3: the other end of a segment.
    let level = i32::from(scene.level);
    let share = scene.pick(&[0.0, 0.3, 0.5]);
    let cells = scene.int(8, 11);
    let axes = Axes::lay(scene, cells, share, share)?;
    axes.draw(scene, level < 3);
    let mut throw = || [scene.int(axes.x[0], axes.x[1]), scene.int(axes.y[0], axes.y[1])].map(f64::from);
    let spots = [throw(), throw(), throw()];
    let [p, q, _] = spots;
    // From p through q as far again at level 3, the middle of p and q else.
    let wanted = at(p, q, if level == 3 { 2.0 } else { 0.5 });
    let even = wanted.iter().all(|v| v.fract() == 0.0);
    if norm(minus(p, q)) < 2.5
        || level == 1 && !even
        || level == 2 && even
        || !axes.shows(wanted[0], wanted[1], 0.0)
    {
        return None;
    }
    let shown = if level == 1 { 2 } else { 3 };
    let places: Vec<_> = spots[..shown].iter().map(|s| axes.place(s[0], s[1])).collect();
    let goal = axes.place(wanted[0], wanted[1]);
    let gap = f64::from(scene.letter_size()) * 2.2;
    let crowded = (0..shown).any(|i| (0..i).any(|j| distance(places[i], places[j]) < gap));
    if crowded || places.iter().any(|place| distance(*place, goal) < gap / 2.0) {
        return None;
    }
    let hue = scene.hues(1)[0];
    for place in &places {
        scene.dot(*place, hue, 4);
    }
    let names = name_places(scene, &places, "PQRSTUVW")?;
    let (first, second) = (&names[0], &names[1]);
    let question = match (level, scene.chance(0.5)) {
        (3, true) => format!(
            "{second} is the midpoint of a segment that begins at {first}. Where does it end? Answer (x, y)."
        ),
        (3, false) => format!("Which point (x, y) makes {second} its midpoint with {first}?"),
        (_, true) => format!("What are the coordinates of the midpoint of {first} and {second}?"),
        (_, false) => format!("Which point (x, y) lies halfway between {first} and {second}?"),
    };
    let end = if level == 3 { wanted } else { q };
    let answer = pair(wanted);
    let (before, after) = if level == 3 {
        (
            format!("I draw the segment from {first} through {second} as far again and mark its end."),
            format!("From {} one step leads to {}, the same step again to {answer}.", pair(p), pair(q)),
        )
    } else {
        (
            format!("I draw the segment from {first} to {second} and mark its middle."),
            format!(
                "The ends are {} and {}, and the means of their coordinates are {answer}.",
                pair(p),
                pair(q)
            ),
        )
    };
    let marks = vec![
        segment_mark(axes.at(p[0], p[1]), axes.at(end[0], end[1])),
        point_mark(axes.at(wanted[0], wanted[1])),
    ];
    let [x, y] = wanted;
    Draft::reasoning(question, marks, before, after, &answer)
        .map(|d| d.wrong([[y, x], [x + 1.0, y], [x, y - 1.0], minus(q, p), [x + 0.5, y + 0.5]].map(pair)))
}

/// By means on the screen.
fn solve(seen: &Seen) -> Option<Solved> {
    let axes = Axes::read(seen)?;
    let letters = seen.letters();
    let known = |i: usize| seen.named(letters.get(i)?);
    // In the first wording of level 3 and in the second the midpoint comes first.
    let outer = seen.question.contains("begins") || seen.question.contains("makes");
    let (p, q) = if outer { (known(1)?, known(0)?) } else { (known(0)?, known(1)?) };
    let wanted = if outer {
        [2.0 * q[0] - p[0], 2.0 * q[1] - p[1]]
    } else {
        [(p[0] + q[0]) / 2.0, (p[1] + q[1]) / 2.0]
    };
    let value = axes.value(wanted).map(|v| (2.0 * v).round() / 2.0);
    let end = if outer { wanted } else { q };
    let (x, y) = whole(wanted);
    let marks = vec![segment_mark(p, end), point_mark([f64::from(x), f64::from(y)])];
    Solved::reasoning(pair(value), marks)
}
