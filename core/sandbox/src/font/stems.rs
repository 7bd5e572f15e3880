//! Where the horizontal parts of a glyph stand on the pixel grid.
//!
//! FreeType runs the font's own hints, which move only heights: feet and tops of letters, and both edges of
//! every horizontal stem, land on whole pixels. Here the edges are found in the outline and moved alike.

use ab_glyph_rasterizer::Point;

use super::curve::Curve;

/// Heights that letters have in common, in font units of DejaVu: the flat one and the one of round letters.
const ZONES: [[f32; 2]; 5] =
    [[0.0, -29.0], [1120.0, 1147.0], [1493.0, 1520.0], [1556.0, 1556.0], [-426.0, -426.0]];

/// Heights of capitals and of ascenders.
const CAPITAL: f32 = 1493.0;
const ASCENDER: f32 = 1556.0;

/// Stems thicker than this are no stems.
const THICK: f32 = 330.0;

/// Horizontal stems of the plain face are hinted as if they all had the width of one.
const STEMS: std::ops::RangeInclusive<f32> = 130.0..=200.0;
const STEM: f32 = 172.0;

/// A horizontal edge of ink.
#[derive(Debug, Clone, Copy)]
struct Edge {
    height: f32,
    /// Whether ink is below it.
    top: bool,
    /// How wide the edge is.
    length: f32,
}

/// A map of heights from font units to pixels, as knots between which it is straight.
pub(super) struct Heights {
    knots: Vec<[f32; 2]>,
    scale: f32,
}

impl Heights {
    /// Finds the map for an outline.
    pub fn new(curves: &[Curve], scale: f32) -> Self {
        let edges = edges(curves);
        let mut knots: Vec<[f32; 2]> = Vec::new();
        let mut used = vec![false; edges.len()];
        for low in 0..edges.len() {
            if edges[low].top || used[low] {
                continue;
            }
            // The nearest edge above that closes the stem.
            let high = (0..edges.len())
                .filter(|i| edges[*i].top && !used[*i] && edges[*i].height > edges[low].height)
                .min_by(|a, b| edges[*a].height.total_cmp(&edges[*b].height));
            let Some(high) = high.filter(|i| edges[*i].height - edges[low].height < THICK) else { continue };
            used[low] = true;
            used[high] = true;
            let (bottom, top) = (edges[low].height, edges[high].height);
            let width = top - bottom;
            let width = if STEMS.contains(&width) { STEM } else { width };
            let thick = (width * scale).round().max(1.0);
            let (from, to) = match (zone(bottom, scale), zone(top, scale)) {
                (Some(foot), Some(head)) if head > foot => (foot, head),
                (Some(foot), _) => (foot, foot + thick),
                (None, Some(head)) => (head - thick, head),
                (None, None) => {
                    let foot = ((top + bottom) * 0.5 * scale - thick * 0.5).round();
                    (foot, foot + thick)
                }
            };
            knots.push([bottom, from]);
            knots.push([top, to]);
        }
        for (edge, _) in edges.iter().zip(&used).filter(|(_, used)| !**used) {
            if let Some(place) = zone(edge.height, scale) {
                knots.push([edge.height, place]);
            }
        }
        crate::sorting::sort_by(&mut knots, |a, b| a[0].total_cmp(&b[0]));
        // Knots out of order would turn the letter inside out.
        let mut kept: Vec<[f32; 2]> = Vec::new();
        for knot in knots {
            match kept.last() {
                Some(last) if knot[0] - last[0] < 1.0 || knot[1] < last[1] => {}
                _ => kept.push(knot),
            }
        }
        Self { knots: kept, scale }
    }

    /// The height in pixels.
    pub fn map(&self, height: f32) -> f32 {
        let (Some(first), Some(last)) = (self.knots.first(), self.knots.last()) else {
            return height * self.scale;
        };
        if height <= first[0] {
            return first[1] + (height - first[0]) * self.scale;
        }
        if height >= last[0] {
            return last[1] + (height - last[0]) * self.scale;
        }
        for pair in self.knots.windows(2) {
            let [[x0, y0], [x1, y1]] = [pair[0], pair[1]];
            if height <= x1 {
                return y0 + (y1 - y0) * (height - x0) / (x1 - x0);
            }
        }
        height * self.scale
    }
}

/// The whole pixel of a height that letters share.
fn zone(height: f32, scale: f32) -> Option<f32> {
    let near = |[flat, round]: &&[f32; 2]| {
        let (low, high) = (flat.min(*round) - 12.0, flat.max(*round) + 12.0);
        (low..=high).contains(&height)
    };
    ZONES.iter().find(near).map(|[flat, _]| {
        let place = (flat * scale).round();
        // Letters with ascenders are higher than capitals, at every size.
        if *flat == ASCENDER && place == (CAPITAL * scale).round() { place + 1.0 } else { place }
    })
}

/// Horizontal edges: level lines, and the turning points of curves.
fn edges(curves: &[Curve]) -> Vec<Edge> {
    let mut found: Vec<Edge> = Vec::new();
    let mut add = |a: Point, b: Point| {
        let (run, rise) = ((b.x - a.x).abs(), (b.y - a.y).abs());
        if run < 40.0 || rise > run * 0.08 {
            return;
        }
        let (height, top) = (a.y, b.x > a.x);
        match found.iter_mut().find(|e| e.top == top && (e.height - height).abs() < 14.0) {
            Some(edge) => edge.length += run,
            None => found.push(Edge { height, top, length: run }),
        }
    };
    for curve in curves {
        match *curve {
            Curve::Line(a, b) => add(a, b),
            Curve::Quad(a, b, c) => {
                add(a, b);
                add(c, Point { x: 2.0 * c.x - b.x, y: 2.0 * c.y - b.y });
            }
        }
    }
    found.retain(|edge| edge.length >= 80.0);
    crate::sorting::sort_by(&mut found, |a, b| a.height.total_cmp(&b.height));
    found
}
