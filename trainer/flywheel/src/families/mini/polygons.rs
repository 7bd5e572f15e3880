//! Triangles and other polygons with lettered or coloured corners.

use super::dots::dot;
use crate::figure::Place;
use crate::geometry::{angle, minus, norm};
use crate::palette::Hue;
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen};

/// How the corners of a polygon are named in a question.
#[derive(Debug, Clone)]
pub(super) enum Names {
    Letters(Vec<&'static str>),
    Colors(Vec<Hue>),
}

impl Names {
    /// `vertex B`, `the red vertex`
    pub(super) fn of(&self, corner: usize) -> String {
        match self {
            Names::Letters(letters) => format!("vertex {}", letters[corner]),
            Names::Colors(hues) => format!("the {} vertex", hues[corner]),
        }
    }
}

/// A triangle with room for labels, no side short and no angle small.
pub(super) fn triangle(scene: &mut Scene) -> Option<[Place; 3]> {
    let corners = [scene.place(20), scene.place(20), scene.place(20)];
    let [a, b, c] = corners;
    let long = [(a, b), (b, c), (c, a)].iter().all(|(p, q)| distance(*p, *q) >= 45.0);
    let open =
        angle([a, b], [a, c]) >= 25.0 && angle([b, a], [b, c]) >= 25.0 && angle([c, a], [c, b]) >= 25.0;
    (long && open).then_some(corners)
}

/// A polygon of corners around the middle of the figure, in order.
pub(super) fn ring(scene: &mut Scene, n: usize) -> Option<Vec<Place>> {
    let (cx, cy) = (f64::from(scene.width()) / 2.0, f64::from(scene.height()) / 2.0);
    let turn = f64::from(scene.int(0, 359));
    let corners: Vec<Place> = (0..n)
        .map(|i| {
            let t = (turn + 360.0 * i as f64 / n as f64 + f64::from(scene.int(-14, 14))).to_radians();
            let reach = f64::from(scene.int(80, 100)) / 100.0;
            ((cx + (cx - 20.0) * reach * t.cos()) as i32, (cy + (cy - 20.0) * reach * t.sin()) as i32)
        })
        .collect();
    let wide = (0..n).all(|i| (0..i).all(|j| distance(corners[i], corners[j]) >= 28.0));
    wide.then_some(corners)
}

/// Writes a letter outside every corner, in random order.
pub(super) fn letter(scene: &mut Scene, corners: &[Place]) -> Names {
    let mut letters = ["A", "B", "C", "D", "E"][..corners.len().min(5)].to_vec();
    scene.shuffle(&mut letters);
    let n = corners.len() as f64;
    let middle = (
        corners.iter().map(|c| f64::from(c.0)).sum::<f64>() / n,
        corners.iter().map(|c| f64::from(c.1)).sum::<f64>() / n,
    );
    let size = scene.int(13, 16);
    for ((x, y), letter) in corners.iter().zip(&letters) {
        let (dx, dy) = (f64::from(*x) - middle.0, f64::from(*y) - middle.1);
        let length = dx.hypot(dy).max(1.0);
        let place = (
            (f64::from(*x) + 11.0 * dx / length).round() as i32,
            (f64::from(*y) + 11.0 * dy / length).round() as i32,
        );
        scene.figure.text(place, letter, size, "vertex label");
    }
    Names::Letters(letters)
}

/// Puts a coloured dot on every corner.
pub(super) fn color(scene: &mut Scene, corners: &[Place]) -> Names {
    let hues = scene.hues(corners.len());
    let r = scene.int(4, 6);
    for (corner, hue) in corners.iter().zip(&hues) {
        scene.dot(*corner, *hue, r);
    }
    Names::Colors(hues)
}

/// The corner that the question names by a letter beside it or by the colour of its dot.
pub(super) fn asked_corner(seen: &Seen) -> Option<Point> {
    let place = match seen.letters().first() {
        Some(letter) => seen.labelled(letter)?,
        None => dot(seen, *seen.hues().first()?)?,
    };
    let off = |corner: &Point| norm(minus(*corner, place));
    corners(seen).into_iter().min_by(|a, b| off(a).total_cmp(&off(b)))
}

/// The corners apart from one.
pub(super) fn other_corners(seen: &Seen, corner: Point) -> Vec<Point> {
    corners(seen).into_iter().filter(|other| *other != corner).collect()
}

fn corners(seen: &Seen) -> Vec<Point> {
    seen.lines("side").into_iter().map(|[from, _]| from).collect()
}
