//! Draw the circle that touches the three sides of a triangle.

use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::triangle::triangle;
use crate::draft::{Canvas, Draft, Family};
use crate::families::lettering::name_places;
use crate::geometry::{at, crossing_of_lines, foot_of, minus, norm, plus, unit, whole};
use crate::scene::Scene;
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "touching_circle",
    task: Task::Instruction,
    domain: "Mathematics",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Incentre", "Equal distance from two sides"],
    tools: &["incircle", "angle_bisector"],
    draft,
    solve,
};

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: nearly equal sides; level 2: any triangle; level 3: one of two triangles on a common side.
    let corners = triangle(scene)?;
    let [a, b, c] = corners.map(point);
    let sides = [norm(minus(b, c)), norm(minus(c, a)), norm(minus(a, b))];
    let longest = sides.iter().copied().fold(0.0, f64::max);
    let shortest = sides.iter().copied().fold(f64::INFINITY, f64::min);
    if scene.level == 1 && longest > 1.35 * shortest {
        return None;
    }
    let around = sides.iter().sum::<f64>();
    let [x, y] = [0, 1].map(|i| (a[i] * sides[0] + b[i] * sides[1] + c[i] * sides[2]) / around);
    let area = ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])).abs() / 2.0;
    let r = 2.0 * area / around;
    if r < 22.0 {
        return None;
    }
    let width = scene.int(1, 3);
    scene.figure.sides(&corners, width);
    let mut shown = corners.to_vec();
    if scene.level == 3 {
        // Another triangle beyond the side bc.
        let (share, beyond) = (f64::from(scene.int(30, 70)) / 100.0, f64::from(scene.int(50, 90)) / 100.0);
        let spot = at(b, c, share);
        let apex = plus(spot, [(spot[0] - a[0]) * beyond, (spot[1] - a[1]) * beyond]);
        if !super::side_label::inside(scene, apex, 2.0 * f64::from(scene.letter_size())) {
            return None;
        }
        let ink = scene.figure.ink;
        scene.figure.line(corners[1], whole(apex), width, ink, "side");
        scene.figure.line(corners[2], whole(apex), width, ink, "side");
        shown.push(whole(apex));
    }
    let names = name_places(scene, &shown, "ABCDEFGHKLMPQRST")?;
    let [p, q, s] = [&names[0], &names[1], &names[2]];
    let question = match scene.int(0, 1) {
        0 => {
            format!("Draw the circle that touches all three sides of the triangle {p}, {q}, {s} from inside.")
        }
        _ => format!("Draw the inscribed circle of the triangle with the corners {p}, {q} and {s}."),
    };
    Draft::drawing(question, vec![Mark::Circle { x: x as f32, y: y as f32, r: r as f32 }])
}

/// By crossing two angle bisectors; the radius is the distance from a side.
fn solve(seen: &Seen) -> Option<Solved> {
    let corners: Option<Vec<Point>> = seen.letters().iter().map(|letter| seen.named(letter)).collect();
    let [a, b, c] = corners?[..] else { return None };
    let bisector = |p: Point, q: Point, r: Point| [p, plus(p, plus(unit(minus(q, p)), unit(minus(r, p))))];
    let centre = crossing_of_lines(bisector(a, b, c), bisector(b, c, a))?;
    let r = norm(minus(centre, foot_of(centre, [a, b])));
    Solved::drawing(vec![Mark::Circle { x: centre[0] as f32, y: centre[1] as f32, r: r as f32 }])
}
