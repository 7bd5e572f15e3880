//! Draw the line from a place of a map in a direction of the compass as far as the frame.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, dot, minus, plus, segment_mark, unit};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "compass_ray",
    task: Task::Instruction,
    domain: "Geography",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Eight compass points", "North arrow"],
    tools: &["ray", "compass_rose"],
    draft,
    solve,
};

/// Directions clockwise from north in steps of 45 degrees.
const DIRECTIONS: [&str; 8] =
    ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"];

fn draft(scene: &mut Scene) -> Option<Draft> {
    let size = scene.letter_size();
    let (w, h) = (scene.width(), scene.height());
    let frame = size / 2;
    let (right, bottom) = (w - 1 - frame, h - 1 - frame);
    let tilt = if scene.level == 3 { scene.int(15, 75) * scene.pick(&[-1, 1]) } else { 0 };
    let step = if scene.level == 1 { 2 * scene.int(0, 3) } else { scene.int(0, 7) };
    let long = size * 3;
    // The arrow's middle in a corner of the map.
    let reach = long / 2 + size * 2;
    let corner = (scene.pick(&[frame + reach, right - reach]), scene.pick(&[frame + reach, bottom - reach]));
    let a = f64::from(tilt).to_radians();
    let along = |d: i32| {
        let d = f64::from(d);
        (corner.0 + (d * a.sin()).round() as i32, corner.1 - (d * a.cos()).round() as i32)
    };
    let (tail, head) = (along(-long / 2), along(long / 2));
    let n = i32::from(scene.level) + 1;
    let places = scene.scatter(n as usize, 2 * size, 3 * size)?;
    if places.iter().any(|p| distance(*p, corner) < f64::from(reach)) {
        return None;
    }
    let (ink, ground) = (scene.figure.ink, scene.figure.style().background);
    scene.figure.frame((frame, frame), (right, bottom), ground.map(|c| c - 80), Some(2), "frame of the map");
    for (from, to) in [
        ((frame, frame), (right, frame)),
        ((right, frame), (right, bottom)),
        ((right, bottom), (frame, bottom)),
        ((frame, bottom), (frame, frame)),
    ] {
        let meaning = "side of the frame".to_owned();
        scene.figure.note(crate::Element::Line { x1: from.0, y1: from.1, x2: to.0, y2: to.1, meaning });
    }
    scene.figure.arrow(tail, head, 2, ink, "north arrow");
    scene.figure.text(along(long / 2 + size), "N", size, "north");
    let hues = scene.hues(n as usize);
    for (place, hue) in places.iter().zip(&hues) {
        scene.dot(*place, *hue, size / 3);
    }
    let turn = f64::from(tilt + 45 * step).to_radians();
    let (start, way) = (point(places[0]), [turn.sin(), -turn.cos()]);
    // The nearest of the distances at which the ray meets the frame's sides.
    let near = |value: f64, way: f64, low: i32, high: i32| match way {
        way if way > 1e-9 => (f64::from(high) - value) / way,
        way if way < -1e-9 => (f64::from(low) - value) / way,
        _ => f64::INFINITY,
    };
    let t = near(start[0], way[0], frame, right).min(near(start[1], way[1], frame, bottom));
    if t < f64::from(3 * size) {
        return None;
    }
    let direction = DIRECTIONS[step as usize];
    let question = scene.pick(&[
        "Draw the straight way from the {h} dot to the {d} as far as the frame of the map.",
        "A ship leaves the {h} dot heading {d}. Draw its course as far as the frame of the map.",
        "From the {h} dot draw a line due {d} that ends at the frame.",
    ]);
    Draft::drawing(
        question.replace("{h}", hues[0].name()).replace("{d}", direction),
        vec![segment_mark(start, [start[0] + t * way[0], start[1] + t * way[1]])],
    )
}

/// With north and east as vectors, and the crossings with the sides of the frame.
fn solve(seen: &Seen) -> Option<Solved> {
    let [tail, head] = *seen.lines("north arrow").first()?;
    let north = unit(minus(head, tail));
    let east = [-north[1], north[0]];
    let mut way: Point = [0.0, 0.0];
    for word in seen.words() {
        way = match word {
            "north" => plus(way, north),
            "south" => minus(way, north),
            "east" => plus(way, east),
            "west" => minus(way, east),
            _ => way,
        };
    }
    let start = *seen.points(&format!("{} dot", seen.hues().first()?)).first()?;
    let ends = seen.lines("side of the frame").into_iter().filter_map(|side| {
        let at = crossing_of_lines([start, plus(start, way)], side)?;
        (dot(minus(at, start), way) > 0.0).then_some(at)
    });
    let gap = |p: &Point| dot(minus(*p, start), minus(*p, start));
    let end = ends.min_by(|p, q| gap(p).total_cmp(&gap(q)))?;
    Solved::drawing(vec![segment_mark(start, end)])
}
