//! Mark where the pole star stands, by the pointer stars.

use vthinker_core::think::Task;

use crate::draft::{Canvas, Draft, Family};
use crate::figure::Place;
use crate::geometry::{minus, plus, point_mark, times, unit, whole};
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen, Solved, point};

pub(in crate::families) const FAMILY: Family = Family {
    name: "pole_star",
    task: Task::Perception,
    domain: "Astronomy",
    weight: 2,
    canvas: Canvas::Full,
    knowledge: &["Pointer stars", "Height of the pole"],
    tools: &["extended_line", "point_mark"],
    draft,
    solve,
};

/// The seven stars in units of the pointers' distance: the pointers first, then the bowl and the handle.
const PLOUGH: [Point; 7] =
    [[0.0, 0.0], [0.0, -1.0], [1.55, 0.15], [1.75, -0.65], [2.75, -0.85], [3.6, -1.0], [4.6, -0.6]];

fn draft(scene: &mut Scene) -> Option<Draft> {
    // Level 1: the pointers are lettered and joined; level 2: lettered among other stars; level 3: only described.
    let gap = f64::from(scene.side()) / 9.5 * f64::from(scene.int(80, 100)) / 100.0;
    let (sin, cos) = f64::from(scene.int(0, 359)).to_radians().sin_cos();
    let turned = |[x, y]: Point| {
        let (x, y) = (x * gap, y * gap);
        [x * cos - y * sin, x * sin + y * cos]
    };
    let first = scene.place(scene.side() / 12);
    let stars: Vec<Place> = PLOUGH.iter().map(|p| whole(plus(point(first), turned(*p)))).collect();
    let (p, q) = (point(stars[0]), point(stars[1]));
    let pole = plus(q, times(minus(q, p), 5.0));
    let margin = 14;
    let (w, h) = (scene.width(), scene.height());
    let inside = |at: Place| at.0 >= margin && at.1 >= margin && at.0 < w - margin && at.1 < h - margin;
    if !stars.iter().all(|s| inside(*s)) || !inside(whole(pole)) {
        return None;
    }
    let night = scene.pick(&[[18, 24, 52], [24, 22, 40], [14, 30, 44]]);
    scene.figure.backdrop_polygon(&[(0, 0), (w, 0), (w, h), (0, h)], night);
    let bright = [250, 246, 226];
    let n = if scene.level == 1 { 0 } else { scene.int(5, 18) };
    for _ in 0..n {
        let at = scene.place(8);
        if stars.iter().all(|s| distance(*s, at) > 14.0) && distance(at, whole(pole)) > 10.0 {
            let r = scene.int(1, 2);
            scene.figure.dot(at, r, [200, 204, 220], "faint star");
        }
    }
    if scene.level == 1 {
        for pair in [(0, 1), (0, 2), (2, 3), (3, 1), (3, 4), (4, 5), (5, 6)] {
            scene.figure.line(stars[pair.0], stars[pair.1], 1, [120, 130, 170], "line of the figure");
        }
    }
    for star in &stars {
        let r = scene.int(3, 4);
        scene.figure.dot(*star, r, bright, "bright star");
    }
    let question = if scene.level == 3 {
        "The seven bright stars are the Plough. Its pointers are the two stars that close its bowl on the side away from the \
         handle; from the one at the bottom of the bowl over the one at its rim, the pole star lies five times their distance \
         beyond. Mark the place of the pole star."
    } else {
        let size = scene.letter_size();
        for (i, letter) in [(0, "P"), (1, "Q")] {
            // The bowl lies on the other side.
            let away = unit(minus(point(stars[0]), point(stars[2])));
            let at = whole(plus(point(stars[i]), times(away, f64::from(size))));
            if !inside(at) {
                return None;
            }
            scene.figure.text_in(at, letter, size, bright, "letter of a star");
            let (x, y) = stars[i];
            let meaning = "named star".to_owned();
            scene.figure.note(crate::Element::Point { x, y, label: letter.to_owned(), meaning });
        }
        "From the star P over the star Q, the pole star lies beyond Q at five times the distance of the two. Mark the place of \
         the pole star."
    };
    Draft::drawing(question, vec![point_mark(pole)])
}

/// By six times the pointers' way from P; unlettered pointers are found as the pair farthest from the handle's end.
fn solve(seen: &Seen) -> Option<Solved> {
    let (p, q) = match (seen.named("P"), seen.named("Q")) {
        (Some(p), Some(q)) => (p, q),
        _ => pointers(&seen.points("bright star"))?,
    };
    Solved::drawing(vec![point_mark(plus(p, times(minus(q, p), 6.0)))])
}

/// The two stars farthest from the end of the handle, the one at the rim of the bowl last.
fn pointers(stars: &[Point]) -> Option<(Point, Point)> {
    let far = |a: &Point, b: &Point| minus(*a, *b).map(|v| v * v).iter().sum::<f64>();
    // The end of the handle is the star with the largest distance from all others together.
    let sum = |a: &Point| stars.iter().map(|b| far(a, b).sqrt()).sum::<f64>();
    let end = *stars.iter().max_by(|a, b| sum(a).total_cmp(&sum(b)))?;
    let mut order = stars.to_vec();
    order.sort_by(|a, b| far(b, &end).total_cmp(&far(a, &end)));
    let (a, b) = (*order.first()?, *order.get(1)?);
    // The star at the rim is nearer to the handle's second star, the bottom one to the bowl's floor.
    let handle = *order.get(5)?;
    let level = |s: &Point| far(s, &handle);
    Some(if level(&a) < level(&b) { (b, a) } else { (a, b) })
}
