//! Coloured circles and squares that families place and name.

use crate::Element;
use crate::figure::Place;
use crate::geometry::{at, minus, norm};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// A shape on the figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) centre: Place,
    /// Radius of a circle, half the side of a square.
    pub(super) half: i32,
    pub(super) hue: Hue,
    pub(super) square: bool,
}

impl Shape {
    /// `blue square`
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.hue, if self.square { "square" } else { "circle" })
    }
}

/// Draws one, two or three shapes by the scene's level. Names are unique; at level 3 colours may repeat with
/// another shape.
pub(super) fn shapes(scene: &mut Scene) -> Option<Vec<Shape>> {
    let n = usize::from(scene.level);
    let places = scene.scatter(n, 24, 48)?;
    let mut hues = scene.hues(n);
    let mut squares: Vec<bool> = (0..n).map(|_| scene.chance(0.5)).collect();
    if n == 3 && scene.chance(0.6) {
        hues[1] = hues[0];
        squares[1] = !squares[0];
    }
    let filled = scene.chance(0.7);
    let mut shapes = Vec::with_capacity(n);
    for i in 0..n {
        let shape = Shape { centre: places[i], half: scene.int(9, 18), hue: hues[i], square: squares[i] };
        let ((x, y), half, color) = (shape.centre, shape.half, scene.shade(shape.hue));
        if shape.square {
            scene.figure.rectangle((x - half, y - half), (x + half, y + half), color, filled, &shape.name());
            // Its symbol says where it is, a diagonal also how large.
            let (x1, y1, x2, y2) = (x - half, y - half, x + half, y + half);
            scene.figure.note(Element::Line { x1, y1, x2, y2, meaning: diagonal(&shape.name()) });
        } else {
            scene.figure.circle(shape.centre, half, color, filled, &shape.name());
        }
        shapes.push(shape);
    }
    Some(shapes)
}

fn diagonal(name: &str) -> String {
    format!("diagonal of the {name}")
}

/// Centre and half width of the shape that the question names.
pub(super) fn asked(seen: &Seen) -> Option<(Point, f64)> {
    let hue = *seen.hues().first()?;
    if seen.words().any(|word| word == "circle") {
        return seen.circles(&format!("{hue} circle")).first().copied();
    }
    let [a, b] = *seen.lines(&diagonal(&format!("{hue} square"))).first()?;
    Some((at(a, b, 0.5), norm(minus(b, a)) / 8.0_f64.sqrt()))
}
