//! Where does a converging lens form an image, and how tall is it?

use vthinker_core::think::Task;

use super::writing::write;
use crate::Element;
use crate::draft::{Canvas, Draft, Family};
use crate::geometry::{crossing_of_lines, segment, segment_mark};
use crate::scene::Scene;
use crate::seen::{Seen, Solved};

pub(in crate::families) const FAMILY: Family = Family {
    name: "lens_image",
    task: Task::Reasoning,
    domain: "Physics",
    weight: 3,
    canvas: Canvas::Full,
    knowledge: &["Parallel ray", "Centre ray", "Image by two rays", "Size and distance"],
    tools: &["lens_rays"],
    draft,
    solve,
};

/// Focal length, distance of the thing, distance of the image, in squares.
const CASES: [(i32, i32, i32); 8] =
    [(2, 4, 4), (2, 3, 6), (2, 6, 3), (3, 6, 6), (4, 6, 12), (4, 12, 6), (3, 4, 12), (3, 12, 4)];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the simplest ratios; level 2: all; level 3: without squares in the picture, only marks on the axis.
    let cases = if scene.level == 1 { &CASES[..4] } else { &CASES[..] };
    let (f, near, far) = scene.pick(cases);
    let tall = scene.int(1, 4);
    if tall * far % near != 0 || tall * far / near > 5 {
        return None;
    }
    let image = tall * far / near;
    let (columns, rows) = (near + far + 2, tall.max(1) + image + 3);
    let cell = ((scene.width() - 20) / columns).min((scene.height() - 20) / rows).min(48);
    if cell < 12 {
        return None;
    }
    let from_left = scene.chance(0.75);
    let turn = if from_left { 1 } else { -1 };
    let free = scene.width() - columns * cell;
    let first = free / 2 + cell;
    let lens_x = if from_left { first + near * cell } else { scene.width() - first - near * cell };
    let axis = (scene.height() - (tall + image) * cell) / 2 + tall * cell;
    let place = |x: i32, y: i32| (lens_x + turn * x * cell, axis - y * cell);
    let (ink, grid) = (scene.figure.ink, scene.figure.style().background.map(|c| c - 24));
    let (right, bottom) = (scene.width() - 1, scene.height() - 1);
    let ground = scene.figure.style().background;
    scene.figure.backdrop_polygon(&[(0, 0), (right, 0), (right, bottom), (0, bottom)], ground);
    for i in -20..=20 {
        let (x, y) = (lens_x + i * cell, axis + i * cell);
        if scene.level < 3 && (0..=right).contains(&x) {
            scene.figure.backdrop_line((x, 0), (x, bottom), grid);
        }
        if scene.level < 3 && (0..=bottom).contains(&y) {
            scene.figure.backdrop_line((0, y), (right, y), grid);
        }
        if (8..=right - 8).contains(&x) {
            let meaning = "mark of a unit".to_owned();
            scene.figure.note(Element::Symbol { position: [x, axis], kind: "tick".to_owned(), meaning });
        }
        if scene.level == 3 && (8..=right - 8).contains(&x) {
            scene.figure.backdrop_line((x, axis - 4), (x, axis + 4), ink);
        }
    }
    let hues = scene.hues(2);
    let (glass, thing) = (scene.shade(hues[0]), scene.shade(hues[1]));
    scene.figure.line((4, axis), (right - 4, axis), 1, ink, "optical axis");
    let reach = (tall.max(image) * cell + cell * 2 / 3).min(axis - 4).min(bottom - axis - 4);
    scene.figure.arrow((lens_x, axis), (lens_x, axis - reach), 2, glass, "lens");
    scene.figure.arrow((lens_x, axis), (lens_x, axis + reach), 2, glass, "lens");
    let size = scene.letter_size();
    for way in [-1, 1] {
        let at = place(way * f, 0);
        scene.figure.dot(at, 4, ink, "focus");
        write(scene, (at.0, at.1 + size), "F", "name of a focus")?;
    }
    let (tip, foot) = (place(-near, tall), place(-near, 0));
    scene.figure.arrow(foot, tip, 3, thing, "object");
    let (entry, end) = (place(0, tall), place(far, -image));
    let marks = vec![segment(tip, entry), segment(entry, end), segment(tip, end)];
    let unit = if scene.level == 3 { "units of the axis" } else { "squares" };
    let by_distance = scene.chance(0.5);
    let (question, answer) = if by_distance {
        (
            format!(
                "The converging lens has its foci at F. How many {unit} away from the lens does the image of the upright arrow form?"
            ),
            far,
        )
    } else {
        (
            format!(
                "The converging lens has its foci at F. How many {unit} tall is the image of the upright arrow?"
            ),
            image,
        )
    };
    let question = if scene.level == 3 {
        format!("{question} The marks on the axis are one unit apart; heights are measured in the same unit.")
    } else {
        question
    };
    Some(
        Draft::reasoning(
            question,
            marks,
            "Two rays from the tip are enough: the one parallel to the axis leaves through the far focus, the one through \
             the middle of the lens goes straight on.",
            format!(
                "They cross {far} {unit} behind the lens and {image} below the axis; there stands the tip of the image, \
                 upside down. So the answer is {answer}."
            ),
            answer,
        )?
        .wrong([f, near, tall, far + 1, image + 1, 2 * f, far, image]),
    )
}

/// By crossing the two rays in pixels.
fn solve(seen: &Seen) -> Option<Solved> {
    let [foot, tip] = *seen.lines("object").first()?;
    let [centre, _] = *seen.lines("lens").first()?;
    let far = |p: &&[f64; 2]| (p[0] - centre[0]) * (foot[0] - centre[0]) < 0.0;
    let foci = seen.points("focus");
    let focus = *foci.iter().find(far)?;
    let entry = [centre[0], tip[1]];
    let end = crossing_of_lines([entry, focus], [tip, centre])?;
    let marks = seen.symbols("mark of a unit");
    let unit = marks.get(1)?[0] - marks.first()?[0];
    let length = if seen.question.contains("tall") { end[1] - centre[1] } else { end[0] - centre[0] };
    Solved::reasoning(
        (length / unit).abs().round(),
        vec![segment_mark(tip, entry), segment_mark(entry, end), segment_mark(tip, end)],
    )
}
