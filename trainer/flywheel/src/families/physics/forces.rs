//! Forces on squared paper that act at one point.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// Forces from a common point; places are pixels, components squares.
pub(super) struct Forces {
    pub origin: Place,
    pub tips: Vec<Place>,
    pub parts: Vec<Place>,
    pub sum: Place,
    /// The tip of the resultant.
    pub end: Place,
    cell: i32,
}

impl Forces {
    /// A place some squares from the common point, upwards positive.
    pub(super) fn at(&self, (x, y): Place) -> Place {
        (self.origin.0 + x * self.cell, self.origin.1 - y * self.cell)
    }
}

/// Level 1: two forces along the lines of the paper; level 2: two slanted ones; level 3: three.
pub(super) fn forces(scene: &mut Scene) -> Option<Forces> {
    let cell = scene.int(scene.side() / 20, scene.side() / 14).max(13);
    let (columns, rows) = (scene.width() / cell, scene.height() / cell);
    let n = if scene.level == 3 { 3 } else { 2 };
    let mut parts: Vec<Place> = Vec::new();
    for i in 0..n {
        let long = |scene: &mut Scene| scene.int(2, 7) * scene.pick(&[-1, 1]);
        let part = match (scene.level, i) {
            (1, 0) => (long(scene), 0),
            (1, _) => (0, long(scene)),
            _ => (scene.int(-6, 6), scene.int(-6, 6)),
        };
        if part.0.abs() + part.1.abs() < 2 {
            return None;
        }
        parts.push(part);
    }
    let sum = parts.iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
    // All arrows, the resultant's too, point in clearly different directions.
    let mut ways: Vec<f64> =
        parts.iter().chain([&sum]).map(|p| f64::from(p.1).atan2(f64::from(p.0)).to_degrees()).collect();
    ways.sort_by(f64::total_cmp);
    let apart = (0..ways.len()).all(|i| {
        let next = ways[(i + 1) % ways.len()];
        (next - ways[i]).rem_euclid(360.0) >= 14.0
    });
    if !apart || sum.0.abs() + sum.1.abs() < 2 {
        return None;
    }
    // The chain of arrows must stay on the paper.
    let mut corners = parts.clone();
    corners.extend([(0, 0), sum, (parts[0].0 + parts[1].0, parts[0].1 + parts[1].1)]);
    let bound = |pick: fn(&Place) -> i32| {
        let all: Vec<i32> = corners.iter().map(pick).collect();
        (all.iter().copied().min().unwrap_or(0), all.iter().copied().max().unwrap_or(0))
    };
    let ((left, right), (low, high)) = (bound(|p| p.0), bound(|p| p.1));
    let (free_x, free_y) = (columns - 3 - (right - left), rows - 3 - (high - low));
    if free_x < 0 || free_y < 0 {
        return None;
    }
    let column = 1 - left + scene.int(1, free_x.max(1));
    let row = 1 + high + scene.int(1, free_y.max(1));
    let origin = (column * cell, row * cell);
    let ground = scene.figure.style().background;
    let (right, bottom) = (scene.width(), scene.height());
    // Only one grid may show: that of the paper.
    scene.figure.backdrop_polygon(&[(0, 0), (right, 0), (right, bottom), (0, bottom)], ground);
    let grid = ground.map(|c| c - 28);
    for i in 0..=columns {
        scene.figure.line(
            (i * cell, 0),
            (i * cell, scene.height() - 1),
            1,
            grid,
            "upright line of the paper",
        );
    }
    for i in 0..=rows {
        scene.figure.line((0, i * cell), (scene.width() - 1, i * cell), 1, grid, "level line of the paper");
    }
    let mut forces = Forces { origin, tips: vec![], parts, sum, end: origin, cell };
    forces.tips = forces.parts.iter().map(|p| forces.at(*p)).collect();
    forces.end = forces.at(sum);
    let (hues, width) = (scene.hues(3), scene.int(2, 3));
    for (i, tip) in forces.tips.iter().enumerate() {
        let color = scene.shade(hues[i]);
        scene.figure.arrow(origin, *tip, width, color, "force");
    }
    let ink = scene.figure.ink;
    scene.figure.dot(origin, 4, ink, "point where the forces act");
    let (all, size) = (&forces.parts, scene.letter_size());
    let away = all.iter().fold((0, 0), |s, p| (s.0 + p.0.signum(), s.1 + p.1.signum()));
    let step = |v: i32| if v == 0 { 1 } else { -v.signum() } * (size * 4 / 5);
    let name = (origin.0 + step(away.0), origin.1 - step(away.1));
    let room = size;
    if name.0 < room || name.1 < room || name.0 > scene.width() - room || name.1 > scene.height() - room {
        return None;
    }
    scene.figure.name(origin, name, "O", size);
    Some(forces)
}

/// The common point, the tips and the side of a square as the figure shows them.
pub(super) fn read(seen: &Seen) -> Option<(Point, Vec<Point>, f64)> {
    let lines = seen.lines("upright line of the paper");
    let cell = lines.get(1)?[0][0] - lines.first()?[0][0];
    let tips = seen.lines("force").iter().map(|[_, tip]| *tip).collect();
    Some((seen.named("O")?, tips, cell))
}
