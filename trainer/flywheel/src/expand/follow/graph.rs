//! The value of a graph at a place.

use super::Follower;
use super::scale::Scale;
use crate::draft::Draft;
use crate::figure::Place;
use crate::geometry::{segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(super) const FOLLOWER: Follower = Follower {
    name: "graph_at_a_place",
    domain: "Mathematics",
    knowledge: &["Value at a place", "Projection to the axes"],
    tools: &["projection_to_axes"],
    range: (1, 12),
    draft,
    solve,
};

fn draft(scene: &mut Scene, given: i64, symbol: &str) -> Option<Draft> {
    let given = i32::try_from(given).ok()?;
    let last = (given + scene.int(1, 3)).max(5);
    let most = scene.int(5, 7 + i32::from(scene.level));
    let size = scene.letter_size();
    let origin = (size * 2, scene.height() - size * 2);
    let (across, up) = ((scene.width() - origin.0 - size) / last, (origin.1 - size) / most);
    if across < size || up < size {
        return None;
    }
    let at = |x: i32, y: i32| -> Place { (origin.0 + x * across, origin.1 - y * up) };
    let mut heights = vec![scene.int(1, most)];
    for _ in 0..last {
        // Steeper at higher levels.
        let reach = 1 + i32::from(scene.level);
        let next = (heights[heights.len() - 1] + scene.int(-reach, reach)).clamp(1, most);
        heights.push(next);
    }
    let (ink, width, hue) = (scene.figure.ink, scene.int(1, 2), scene.hues(1)[0]);
    scene.figure.line(origin, at(last, 0), width, ink, "x axis");
    scene.figure.line(origin, at(0, most), width, ink, "y axis");
    for x in 0..=last {
        let (px, py) = at(x, 0);
        scene.figure.line((px, py), (px, py + 4), 1, ink, "tick");
        scene.figure.text((px, py + 4 + size * 3 / 4), &x.to_string(), size, "x label");
    }
    for y in 1..=most {
        let (px, py) = at(0, y);
        scene.figure.line((px - 4, py), (px, py), 1, ink, "tick");
        scene.figure.text((px - 4 - size * 3 / 4, py), &y.to_string(), size, "y label");
    }
    let places: Vec<Place> = (0..).zip(&heights).map(|(x, y)| at(x, *y)).collect();
    let color = scene.shade(hue);
    scene.figure.polyline(&places, 2, color, "graph");
    let answer = *heights.get(usize::try_from(given).ok()?)?;
    let (foot, top, side) = (at(given, 0), at(given, answer), at(0, answer));
    let beside = heights.get(given as usize + 1).copied().unwrap_or(answer + 2);
    Some(
        Draft::reasoning(
            format!("Which value does the graph have at the place {symbol} of the level axis?"),
            vec![segment(foot, top), segment(top, side)],
            format!("From {given} I go straight up to the graph and from there level to the upright axis."),
            format!("The level line meets the upright axis at {answer}."),
            answer,
        )?
        .wrong([heights[given as usize - 1], beside, answer + 1, answer - 1]),
    )
}

/// By the graph's segment over the place.
fn solve(seen: &Seen, given: i64) -> Option<Solved> {
    let (across, up) = (Scale::of(seen, "x label", 0)?, Scale::of(seen, "y label", 1)?);
    let [origin, _] = *seen.lines("x axis").first()?;
    let x = across.pixel(given as f64);
    let [a, b] = seen.lines("graph").into_iter().find(|[a, b]| (a[0]..=b[0]).contains(&x))?;
    let y = if a[0] == b[0] { a[1] } else { a[1] + (x - a[0]) / (b[0] - a[0]) * (b[1] - a[1]) };
    let marks = vec![segment_mark([x, origin[1]], [x, y]), segment_mark([x, y], [origin[0], y])];
    Solved::reasoning(up.value(y).round() as i64, marks)
}
