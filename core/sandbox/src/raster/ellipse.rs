//! Ellipses and the parts of ellipses that angles cut out.
//!
//! All geometry is in half pixels around the centre, where both border pixels of an axis and its middle
//! have whole coordinates.

use super::pen::{Pen, edge};

/// Ellipses wider than this are followed row by row with floating point: the integer walk would take as
/// many steps as the border is long.
const WALKED: i64 = 1 << 14;

/// A part of an ellipse.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sector {
    /// A ring segment of some width.
    Arc(f32),
    /// Filled between arc and chord.
    Chord,
    /// The arc and the chord as lines.
    ChordOutline(f32),
    /// Filled between arc and centre.
    Pie,
    /// The arc and two radii as lines.
    PieOutline(f32),
}

/// `x * a + y * b + c >= 0`.
#[derive(Debug, Clone, Copy)]
struct HalfPlane {
    a: f64,
    b: f64,
    c: f64,
}

/// What remains of an ellipse: the union of intersections of half planes; all of it if missing.
type Region = Option<Vec<Vec<HalfPlane>>>;

/// A whole ellipse: a ring of `width`, or a disc.
pub(super) fn ellipse(pen: &mut Pen<'_>, bbox: [i64; 4], width: Option<f32>) {
    if width.is_none() && bbox[0] == bbox[2] && bbox[1] == bbox[3] {
        // A disc of one pixel has no area for Pillow; its outline is drawn.
        return;
    }
    ring(pen, bbox, width, &None);
}

/// A part of an ellipse, from angle `start` clockwise to `end`.
pub(super) fn sector(pen: &mut Pen<'_>, bbox: [i64; 4], form: Sector, start: f32, end: f32) {
    let Some((start, end)) = normalize(start, end) else { return };
    let whole = end - start >= 360.0;
    if whole {
        let width = match form {
            Sector::Arc(width) | Sector::ChordOutline(width) | Sector::PieOutline(width) => Some(width),
            Sector::Chord | Sector::Pie => None,
        };
        return ellipse(pen, bbox, width);
    }
    if let Sector::ChordOutline(width) | Sector::PieOutline(width) = form
        && width < 1.0
    {
        return;
    }
    let (a, b) = ((bbox[2] - bbox[0]) as f64, (bbox[3] - bbox[1]) as f64);
    let (from, to) = (f64::from(start).to_radians(), f64::from(end).to_radians());
    let wide = end - start > 180.0;
    match form {
        Sector::Arc(width) => ring(pen, bbox, Some(width), &between_normals(a, b, start, end)),
        Sector::Pie => ring(pen, bbox, None, &between_radii(a, b, from, to, wide)),
        Sector::Chord => {
            ring(pen, bbox, None, &Some(vec![vec![chord_side(a, b, from, to)]]));
        }
        Sector::ChordOutline(width) => {
            let chord = chord_side(a, b, from, to);
            let thickness = 2.0 * f64::from(width) * chord.a.hypot(chord.b);
            let back = HalfPlane { a: -chord.a, b: -chord.b, c: thickness - chord.c };
            ring(pen, bbox, None, &Some(vec![vec![chord, back]]));
            ring(pen, bbox, Some(width), &Some(vec![vec![chord]]));
        }
        Sector::PieOutline(width) => {
            ring(pen, bbox, Some(width), &between_normals(a, b, start, end));
            ring(pen, bbox, None, &spoke(a, b, from, width));
            ring(pen, bbox, None, &spoke(a, b, to, width));
            // A dot closes the joint of the two radii.
            let width = edge(width) as f32;
            let middle = |low: i64, high: i64| (((low + high) as f32 - width) / 2.0).round() as i64;
            let (x, y) = (middle(bbox[0], bbox[2]), middle(bbox[1], bbox[3]));
            let reach = width as i64 - 1;
            ellipse(pen, [x, y, x + reach, y + reach], None);
        }
    }
}

/// Angles with `start` in 0..360 and `end` at most a turn later; `None` for an empty sector.
fn normalize(start: f32, end: f32) -> Option<(f32, f32)> {
    if !start.is_finite() || !end.is_finite() {
        return None;
    }
    if end - start >= 360.0 {
        return Some((0.0, 360.0));
    }
    let first = start.rem_euclid(360.0);
    let sweep = (end - start).rem_euclid(360.0);
    (sweep != 0.0).then_some((first, first + sweep))
}

/// Between the lines that stand upright on the border at two angles, so that ends of thick arcs are square.
///
/// Such a line crosses the ellipse twice, so each holds only in the half, on its own side of the long axis,
/// that its angle belongs to.
fn between_normals(a: f64, b: f64, start: f32, end: f32) -> Region {
    let upright = |angle: f32, sign: f64| {
        let angle = f64::from(angle).to_radians();
        HalfPlane {
            a: -sign * a * angle.sin(),
            b: sign * b * angle.cos(),
            c: sign * (a * a - b * b) * (2.0 * angle).sin() / 2.0,
        }
    };
    // Angles at which the halves begin, and on which side of the axis they are.
    let first = if a < b { -90.0 } else { 0.0 };
    let halves = (0..6_u8).map(|index| {
        let sign = if index % 2 == 0 { 1.0 } else { -1.0 };
        let side =
            if a < b { HalfPlane { a: sign, b: 0.0, c: 0.0 } } else { HalfPlane { a: 0.0, b: sign, c: 0.0 } };
        (first + 180.0 * f32::from(index), side)
    });
    let mut parts = Vec::new();
    for (begin, side) in halves {
        if end <= begin || start >= begin + 180.0 {
            continue;
        }
        let mut sides = vec![side];
        if start > begin {
            sides.push(upright(start, 1.0));
        }
        if end < begin + 180.0 {
            sides.push(upright(end, -1.0));
        }
        parts.push(sides);
    }
    Some(parts)
}

fn between_radii(a: f64, b: f64, from: f64, to: f64, wide: bool) -> Region {
    let radius =
        |angle: f64, sign: f64| HalfPlane { a: -sign * b * angle.sin(), b: sign * a * angle.cos(), c: 0.0 };
    join(vec![radius(from, 1.0), radius(to, -1.0)], wide)
}

fn join(sides: Vec<HalfPlane>, wide: bool) -> Region {
    Some(if wide { sides.into_iter().map(|side| vec![side]).collect() } else { vec![sides] })
}

/// The side of the chord on which the arc lies.
fn chord_side(a: f64, b: f64, from: f64, to: f64) -> HalfPlane {
    let (x0, y0) = (a * from.cos(), b * from.sin());
    let (x1, y1) = (a * to.cos(), b * to.sin());
    let (nx, ny) = (y1 - y0, x0 - x1);
    HalfPlane { a: nx, b: ny, c: -(nx * x0 + ny * y0) }
}

/// A strip from the centre outwards.
fn spoke(a: f64, b: f64, angle: f64, width: f32) -> Region {
    let (x, y) = (a * angle.cos(), b * angle.sin());
    let reach = f64::from(width) * x.hypot(y);
    Some(vec![vec![
        HalfPlane { a: -y, b: x, c: reach },
        HalfPlane { a: y, b: -x, c: reach },
        HalfPlane { a: x, b: y, c: 0.0 },
    ]])
}

/// The parts of `x0..=x1` in row `y` that a region keeps.
fn clip(region: &Region, x0: i64, x1: i64, y: i64) -> Vec<(i64, i64)> {
    let Some(parts) = region else { return vec![(x0, x1)] };
    parts
        .iter()
        .filter_map(|sides| sides.iter().try_fold((x0, x1), |(x0, x1), side| side.clip(x0, x1, y)))
        .collect()
}

impl HalfPlane {
    fn clip(&self, x0: i64, x1: i64, y: i64) -> Option<(i64, i64)> {
        const EPSILON: f64 = 1e-9;
        let rest = self.b * y as f64 + self.c;
        if self.a.abs() < EPSILON {
            return (rest >= -EPSILON && x0 <= x1).then_some((x0, x1));
        }
        let crossing = -rest / self.a;
        let outside = |x: i64| self.a * x as f64 + rest < -EPSILON;
        let left = if outside(x0) { crossing.max(x0 as f64).round() as i64 } else { x0 };
        let right = if outside(x1) { crossing.min(x1 as f64).round() as i64 } else { x1 };
        (left <= right).then_some((left, right))
    }
}

/// Draws the rows of a ring (or a disc) that remain in `region`.
fn ring(pen: &mut Pen<'_>, [x0, y0, x1, y1]: [i64; 4], width: Option<f32>, region: &Region) {
    let (a, b) = (x1 - x0, y1 - y0);
    if a < 0 || b < 0 || width.is_some_and(|width| width < 1.0) {
        return;
    }
    let outer = Border::new(a, b);
    let inner =
        width.map(|width| 2 * (width.min(1e6) as i64 - 1)).map(|inset| Border::new(a - inset, b - inset));
    let height = pen.size()[1];
    let (top, bottom) = (y0.max(0), y1.min(height - 1));
    for row in top..=bottom {
        let y = 2 * (row - y0) - b;
        let Some((_, far)) = outer.row(y.abs()) else { continue };
        let near = inner.as_ref().and_then(|inner| inner.row(y.abs())).map_or(a % 2, |(near, _)| near);
        // Pillow clips the left and the right half one by one, which decides pixels at the middle.
        let bands = [(-far, -near), (if near == 0 { 2 } else { near }, far)];
        let mut spans: Vec<(i64, i64)> =
            bands.into_iter().flat_map(|(left, right)| clip(region, left, right, y)).collect();
        spans.sort_unstable();
        let mut done = i64::MIN;
        for (left, right) in spans {
            let (left, right) = ((left + a).div_euclid(2), (right + a).div_euclid(2));
            if right > done {
                pen.span(x0 + left.max(done.saturating_add(1)), x0 + right, row);
                done = right;
            }
        }
    }
}

/// The border pixels of an ellipse with axes `a` and `b`: for each row the nearest and the farthest from
/// the vertical axis.
struct Border {
    a: i64,
    b: i64,
    /// Rows from the middle up; empty if the ellipse is too large to walk.
    rows: Vec<(i64, i64)>,
}

impl Border {
    fn new(a: i64, b: i64) -> Self {
        let mut border = Self { a, b, rows: Vec::new() };
        if (0..=WALKED).contains(&a) && (0..=WALKED).contains(&b) {
            border.walk();
        }
        border
    }

    /// From the side of the ellipse to its top, each step to the neighbour that is nearest to the curve.
    fn walk(&mut self) {
        let (a2, b2) = (self.a * self.a, self.b * self.b);
        let off = |x: i64, y: i64| (a2 * y * y + b2 * x * x - a2 * b2).abs();
        let (mut x, mut y) = (self.a, self.b % 2);
        self.rows.push((x, x));
        while x != self.a % 2 || y != self.b {
            let (mut best, mut next) = (off(x, y + 2), (x, y + 2));
            if x > 1 {
                for candidate in [(x - 2, y + 2), (x - 2, y)] {
                    let distance = off(candidate.0, candidate.1);
                    if distance < best {
                        (best, next) = (distance, candidate);
                    }
                }
            }
            if next.1 > y {
                self.rows.push((next.0, next.0));
            } else if let Some(row) = self.rows.last_mut() {
                row.0 = next.0;
            }
            (x, y) = next;
            if y > self.b {
                break;
            }
        }
    }

    /// The border in the row at distance `y` from the middle, if the ellipse reaches it.
    fn row(&self, y: i64) -> Option<(i64, i64)> {
        if self.a < 0 || self.b < 0 || y > self.b {
            return None;
        }
        if self.a <= WALKED && self.b <= WALKED {
            return self.rows.get((y / 2) as usize).copied();
        }
        let share = (y as f64 / self.b.max(1) as f64).powi(2);
        let x = (self.a as f64 * (1.0 - share).max(0.0).sqrt()) as i64;
        let x = x - (x + self.a) % 2;
        Some((x.max(0), x.max(0)))
    }
}
