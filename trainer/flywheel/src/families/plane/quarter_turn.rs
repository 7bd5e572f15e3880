//! Draw a polygon turned by a right angle or a half turn about a point.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::side_label::inside;
use super::squares::Squares;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_place;
use crate::geometry::{angle, minus, norm, plus, times, unit, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "quarter_turn",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Centre of a rotation", "Point symmetry"],
    tools: &["rotated_copy"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: a triangle on squared paper; level 2: without paper; level 3: a quadrilateral.
    let level = scene.level;
    let n = if level == 3 { 4 } else { 3 };
    let mut corners: Vec<(i32, i32)>;
    let pivot;
    if level == 1 {
        let cells = scene.int(8, 12);
        let paper = Squares::lay(scene, cells, 0.0)?;
        paper.draw(scene);
        corners = (0..n).map(|_| paper.throw(scene)).map(|spot| whole(paper.at(spot))).collect();
        let spot = paper.throw(scene);
        pivot = whole(paper.at(spot));
    } else {
        let margin = 10 + scene.letter_size();
        corners = scene.scatter(n, margin, scene.side() / 8)?;
        pivot = scene.place(2 * margin);
    }
    let k = n as i32;
    let sum = corners.iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
    let middle = (sum.0 / k, sum.1 / k);
    let turn = |p: &(i32, i32)| f64::from(p.1 - middle.1).atan2(f64::from(p.0 - middle.0));
    corners.sort_by(|p, q| turn(p).total_cmp(&turn(q)));
    let side = f64::from(scene.side());
    for i in 0..n {
        let (p, q, r) = (corners[i], corners[(i + 1) % n], corners[(i + 2) % n]);
        let length = distance(p, q);
        if !(side * 0.12..side * 0.55).contains(&length) || angle([q, p], [q, r]) < 25.0 {
            return None;
        }
        let near = norm(minus(point(pivot), crate::geometry::foot_of(point(pivot), [point(p), point(q)])));
        if near < 8.0 || distance(pivot, p) < side * 0.1 {
            return None;
        }
    }
    let half = level > 1 && scene.chance(0.25);
    let clockwise = scene.chance(0.5);
    let image: Vec<Point> = corners
        .iter()
        .map(|p| {
            let [x, y] = minus(point(*p), point(pivot));
            let turned = match (half, clockwise) {
                (true, _) => [-x, -y],
                // The screen's y axis points down, so clockwise is from x to y.
                (false, true) => [-y, x],
                (false, false) => [y, -x],
            };
            plus(point(pivot), turned)
        })
        .collect();
    if image.iter().any(|p| !inside(scene, *p, 4.0)) {
        return None;
    }
    let hue = scene.hues(1)[0];
    let (color, ink, width) = (scene.shade(hue), scene.figure.ink, scene.int(2, 3));
    for (i, p) in corners.iter().enumerate() {
        scene.figure.line(*p, corners[(i + 1) % n], width, color, "side");
    }
    scene.figure.dot(pivot, 4, ink, "centre of the turn");
    let letter = scene.pick(&["M", "O", "P", "Q", "S", "Z"]);
    name_place(scene, pivot, letter, middle)?;
    let shape = if n == 4 { "quadrilateral" } else { "triangle" };
    let way = if clockwise { "clockwise" } else { "anticlockwise" };
    let question = match (half, scene.chance(0.5)) {
        (true, true) => format!("Draw the {shape} after a half turn about {letter}."),
        (true, false) => format!("The {shape} is turned by 180 degrees about {letter}. Draw its image."),
        (false, true) => format!("Draw the {shape} after a quarter turn {way} about {letter}."),
        (false, false) => {
            format!("The {shape} is turned by 90 degrees {way} about {letter}. Draw its image.")
        }
    };
    Draft::drawing(question, vec![outline(&image)])
}

fn outline(corners: &[Point]) -> Mark {
    let points = corners.iter().chain(corners.first()).map(|p| p.map(|v| v as f32)).collect();
    Mark::Polyline { points }
}

/// By distances from the centre and directions in degrees.
fn solve(seen: &Seen) -> Option<Solved> {
    let pivot = seen.named(seen.letters().first()?)?;
    let half = seen.words().any(|word| word == "half" || word == "180");
    let against = seen.words().any(|word| word == "anticlockwise");
    let degrees = if half {
        180.0
    } else if against {
        -90.0
    } else {
        90.0_f64
    };
    let image: Vec<Point> = seen
        .lines("side")
        .iter()
        .map(|[p, _]| {
            let way = minus(*p, pivot);
            let turned = way[1].atan2(way[0]) + degrees.to_radians();
            plus(pivot, times(unit([turned.cos(), turned.sin()]), norm(way)))
        })
        .collect();
    Solved::drawing(vec![outline(&image)])
}
