//! Mark the mirror image of a point.

use vthinker_core::think::Task;

use super::side_label::inside;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{crossing_of_lines, foot_of, minus, norm, plus, point_mark, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "mirror_image",
    task: Task::Perception,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Mirror line bisects"],
    tools: &["reflected_point", "perpendicular_foot"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: an upright or level mirror; level 2: an oblique one; level 3: two mirrors, one after the other.
    let level = scene.level;
    let (w, h) = (scene.width(), scene.height());
    let n = if level == 3 { 2 } else { 1 };
    let hues = scene.hues(n + 1);
    let mut mirrors: Vec<[Point; 2]> = Vec::new();
    for hue in &hues[..n] {
        let [from, to] = if level == 1 {
            if scene.chance(0.5) {
                let x = scene.int(w / 3, 2 * w / 3);
                [(x, 8), (x, h - 9)]
            } else {
                let y = scene.int(h / 3, 2 * h / 3);
                [(8, y), (w - 9, y)]
            }
        } else if scene.chance(0.5) {
            [(scene.int(8, w - 9), 8), (scene.int(8, w - 9), h - 9)]
        } else {
            [(8, scene.int(8, h - 9)), (w - 9, scene.int(8, h - 9))]
        };
        let [dx, dy] = minus(point(to), point(from));
        if level > 1 && dx.abs().min(dy.abs()) < 0.2 * norm([dx, dy]) {
            return None;
        }
        let color = scene.shade(*hue);
        let width = scene.int(2, 3);
        scene.figure.line(from, to, width, color, &format!("{hue} line"));
        mirrors.push([point(from), point(to)]);
    }
    let margin = 2 * scene.letter_size();
    let dots = scene.scatter(3, margin, scene.side() / 6)?;
    let start = point(dots[0]);
    let far = |p: Point, mirror: [Point; 2]| norm(minus(p, foot_of(p, mirror))) > 18.0;
    if dots.iter().any(|p| mirrors.iter().any(|mirror| !far(point(*p), *mirror))) {
        return None;
    }
    let mut image = start;
    for mirror in &mirrors {
        let foot = foot_of(image, *mirror);
        image = plus(foot, minus(foot, image));
        if !inside(scene, image, 10.0) {
            return None;
        }
    }
    if dots.iter().any(|p| norm(minus(point(*p), image)) < 16.0) {
        return None;
    }
    let ink = scene.figure.ink;
    for place in &dots {
        scene.figure.dot(*place, 4, ink, "dot");
    }
    let names = name_places(scene, &dots, "PQRSTUVW")?;
    let name = &names[0];
    let question = match (&hues[..n], scene.chance(0.5)) {
        ([first, second], _) => {
            format!(
                "{name} is reflected in the {first} line, and its image in the {second} line. Mark the last image."
            )
        }
        ([hue], true) => format!("Mark the mirror image of {name} in the {hue} line."),
        ([hue], false) => {
            format!("The {hue} line is a mirror. Mark the point where {name} appears behind it.")
        }
        _ => return None,
    };
    Draft::drawing(question, vec![point_mark(image)])
}

/// By the crossing of two circles around points of the mirror: the image keeps its distances from them.
fn solve(seen: &Seen) -> Option<Solved> {
    let mut p = seen.named(seen.letters().first()?)?;
    for hue in seen.hues() {
        let [a, b] = *seen.lines(&format!("{hue} line")).first()?;
        // The common chord of the circles passes through p across the mirror and is halved by it.
        let way = minus(b, a);
        let across = [p, plus(p, [-way[1], way[0]])];
        let middle = crossing_of_lines(across, [a, b])?;
        let image = [2.0 * middle[0] - p[0], 2.0 * middle[1] - p[1]];
        if (norm(minus(image, a)) - norm(minus(p, a))).abs() > 0.01 {
            return None;
        }
        p = image;
    }
    let (x, y) = whole(p);
    Solved::drawing(vec![point_mark([f64::from(x), f64::from(y)])])
}
