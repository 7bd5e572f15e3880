//! Polygons, filled row by row.

use super::Canvas;
use super::line::{thin, wide};
use super::pen::{Pen, edge};
use crate::{Mode, Rgba};

/// One side of a polygon.
pub(super) struct Edge {
    from: [i64; 2],
    x_min: i64,
    x_max: i64,
    y_min: i64,
    y_max: i64,
    /// Change of x from row to row; single precision, as Pillow keeps it.
    slope: f32,
}

impl Edge {
    pub fn new(from: [i64; 2], to: [i64; 2]) -> Self {
        let (dx, dy) = (to[0] - from[0], to[1] - from[1]);
        Self {
            from,
            x_min: from[0].min(to[0]),
            x_max: from[0].max(to[0]),
            y_min: from[1].min(to[1]),
            y_max: from[1].max(to[1]),
            slope: if dy == 0 { 0.0 } else { dx as f32 / dy as f32 },
        }
    }

    fn is_flat(&self) -> bool {
        self.y_min == self.y_max
    }

    /// Where the side crosses a row.
    fn at(&self, y: i64) -> f32 {
        (y - self.from[1]) as f32 * self.slope + self.from[0] as f32
    }
}

pub(super) fn polygon(
    canvas: &mut Canvas,
    points: &[[i64; 2]],
    fill: Option<Rgba>,
    outline: Option<Rgba>,
    width: f32,
) {
    if points.is_empty() {
        return;
    }
    let edges = closed_edges(points);
    if let Some(color) = fill {
        fill_edges(&mut Pen::new(canvas, color), &edges);
    }
    let Some(color) = outline.filter(|color| Some(*color) != fill) else { return };
    let width = edge(width) as f32;
    if width == 1.0 {
        let mut pen = Pen::new(canvas, color);
        for (from, to) in sides(points) {
            thin(&mut pen, from, to);
        }
    } else if width > 1.0 {
        // The outline grows inwards only: lines of twice the width, seen through the filled polygon.
        let mut stencil = Canvas::new(canvas.size(), Mode::Bilevel, [0, 0, 0, 255]);
        fill_edges(&mut Pen::new(&mut stencil, [255; 4]), &edges);
        let mask = stencil.pixels.pixels().map(|pixel| pixel.0[0] != 0).collect();
        let mut pen = Pen::new(canvas, color).within(mask);
        for (from, to) in sides(points) {
            wide(&mut pen, from, to, f64::from(width * 2.0 - 1.0));
        }
    }
}

fn sides(points: &[[i64; 2]]) -> impl Iterator<Item = ([i64; 2], [i64; 2])> + '_ {
    (0..points.len()).map(|i| (points[i], points[(i + 1) % points.len()]))
}

fn closed_edges(points: &[[i64; 2]]) -> Vec<Edge> {
    let mut edges: Vec<Edge> = points.windows(2).map(|pair| Edge::new(pair[0], pair[1])).collect();
    if let (Some(&first), Some(&last)) = (points.first(), points.last())
        && first != last
    {
        edges.push(Edge::new(last, first));
    }
    edges
}

/// Fills what the edges enclose, by the even-odd rule, borders included.
pub(super) fn fill_edges(pen: &mut Pen<'_>, edges: &[Edge]) {
    let height = pen.size()[1];
    let (Some(top), Some(bottom)) =
        (edges.iter().map(|edge| edge.y_min).min(), edges.iter().map(|edge| edge.y_max).max())
    else {
        return;
    };
    let sloped: Vec<&Edge> = edges.iter().filter(|edge| !edge.is_flat()).collect();
    let mut crossings = Vec::new();
    let mut spans: Vec<(i64, i64)> = Vec::new();
    for y in top.max(0)..=bottom.min(height - 1) {
        crossings.clear();
        spans.clear();
        spans.extend(
            edges
                .iter()
                .filter(|edge| edge.is_flat() && edge.y_min == y)
                .map(|edge| (edge.x_min, edge.x_max)),
        );
        cross(&sloped, y, bottom, &mut crossings);
        crossings.sort_by(f32::total_cmp);
        for pair in crossings.chunks_exact(2) {
            let (start, end) = (half_up(pair[0]), half_down(pair[1]));
            if start <= end {
                spans.push((start, end));
            }
        }
        fill_union(pen, &mut spans, y);
    }
}

/// Collects where a row crosses the edges. A row that ends an edge counts it twice, unless it is the last
/// row: then the two edges of a vertex pair up.
fn cross(edges: &[&Edge], y: i64, bottom: i64, crossings: &mut Vec<f32>) {
    for (index, edge) in edges.iter().enumerate() {
        if y < edge.y_min || y > edge.y_max {
            continue;
        }
        let x = edge.at(y);
        crossings.push(x);
        if y == edge.y_max && y < bottom {
            crossings.push(x);
        } else if edge.slope != 0.0 && crossings.len().is_multiple_of(2) && x == x.round() {
            let partner =
                edges[..index].iter().position(|other| edge.slope * other.slope > 0.0 && other.at(y) == x);
            // Pillow takes the number of the edge for the number of the crossing, and so do we.
            if let Some(partner) = partner
                && let Some(reach) = bridge(edge, edges[partner], y, bottom)
                && let Some(crossing) = crossings.get_mut(partner)
            {
                *crossing = reach;
            }
        }
    }
}

/// Where two flat edges leave a corner to the same side, the corner's row is drawn out to where the next
/// row begins; a thin wedge would fall apart otherwise.
fn bridge(edge: &Edge, other: &Edge, y: i64, bottom: i64) -> Option<f32> {
    let beside = if y == bottom { y - 1 } else { y + 1 };
    let (corner, a, b) = (edge.at(y), edge.at(beside), other.at(beside));
    let reach = if a > corner { half_up(a.min(b)) as f32 - 1.0 } else { half_down(a.max(b)) as f32 + 1.0 };
    ((reach > corner) == (a > corner) && reach != corner).then_some(reach)
}

/// Fills the spans of a row so that a blended pixel is touched once.
fn fill_union(pen: &mut Pen<'_>, spans: &mut [(i64, i64)], y: i64) {
    spans.sort_unstable();
    let mut done = i64::MIN;
    for &(start, end) in spans.iter() {
        if end > done {
            pen.span(start.max(done.saturating_add(1)), end, y);
            done = end;
        }
    }
}

fn half_up(value: f32) -> i64 {
    value.round() as i64
}

fn half_down(value: f32) -> i64 {
    ((value.abs() - 0.5).ceil().copysign(value)) as i64
}
