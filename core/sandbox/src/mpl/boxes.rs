//! Boxes around texts and in legends: `boxstyle`.

use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use super::text::BoxStyle;
use crate::eval::fault::{Fault, PyResult};

impl BoxStyle {
    /// Reads `'round,pad=0.3'`.
    pub fn parse(text: &str) -> PyResult<Self> {
        let mut parts = text.split(',');
        let name = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let known = [
            "square",
            "round",
            "round4",
            "circle",
            "ellipse",
            "larrow",
            "rarrow",
            "darrow",
            "sawtooth",
            "roundtooth",
        ];
        if !known.contains(&&*name) {
            let shown: String = name.chars().take(40).collect();
            return Err(Fault::value_error(format!("Unknown style: {shown}")));
        }
        let mut style = Self { name, pad: 0.3, radius: None };
        for part in parts {
            let (key, value) = part.split_once('=').unwrap_or((part, ""));
            let number = value.trim().parse::<f64>().ok().filter(|number| number.is_finite());
            let Some(number) = number else {
                return Err(Fault::value_error(format!("Incorrect style argument: {text}")));
            };
            match key.trim() {
                "pad" => style.pad = number,
                "rounding_size" | "tooth_size" => style.radius = Some(number),
                _ => return Err(Fault::value_error(format!("Incorrect style argument: {text}"))),
            }
        }
        Ok(style)
    }
}

/// The outline of a box around `rect` for letters of `size` pixels.
pub(crate) fn outline(style: &BoxStyle, rect: Rect, size: f64) -> Path {
    let pad = style.pad * size;
    let grown = rect.grown(pad);
    match &*style.name {
        "round" => Path::rounded(grown, style.radius.map_or(pad, |radius| radius * size)),
        "round4" => {
            let bend = style.radius.map_or(pad / 2.0, |radius| radius * size);
            let width = Rect::sized(
                rect.x0 - pad + bend,
                rect.y0 - pad + bend,
                rect.width() + 2.0 * pad - 2.0 * bend,
                rect.height() + 2.0 * pad - 2.0 * bend,
            );
            let Rect { x0, y0, x1, y1 } = width;
            let b = bend;
            let steps = vec![
                Step::Move([x0, y0]),
                Step::Cubic([x0 + b, y0 - b], [x1 - b, y0 - b], [x1, y0]),
                Step::Cubic([x1 + b, y0 + b], [x1 + b, y1 - b], [x1, y1]),
                Step::Cubic([x1 - b, y1 + b], [x0 + b, y1 + b], [x0, y1]),
                Step::Cubic([x0 - b, y1 - b], [x0 - b, y0 + b], [x0, y0]),
                Step::Close,
            ];
            Path { steps }
        }
        "circle" => Path::circle(rect.center(), grown.width().max(grown.height()) / 2.0),
        "ellipse" => {
            let (a, b) =
                (grown.width() / std::f64::consts::SQRT_2, grown.height() / std::f64::consts::SQRT_2);
            let [x, y] = rect.center();
            Path::circle([0.0; 2], 1.0).map(|[u, v]| [x + u * a, y + v * b])
        }
        "rarrow" => arrow(grown, pad, false),
        "larrow" => {
            let [x, _] = grown.center();
            arrow(grown, pad, false).map(|[u, v]| [2.0 * x - u, v])
        }
        "darrow" => arrow(grown, pad, true),
        "sawtooth" | "roundtooth" => teeth(rect, style, pad, size),
        _ => Path::rectangle(grown),
    }
}

/// An arrow to the right around a box, or to both sides.
fn arrow(rect: Rect, pad: f64, both: bool) -> Path {
    let Rect { x0, y0, x1, y1 } = rect;
    let dx = (y1 - y0) / 2.0;
    let dxx = dx / 2.0;
    let middle = y0 + dx;
    let head = dx + pad / 1.4;
    let right: [Point; 3] =
        [[x1 + dxx - dx, y0 - dxx], [x1 + head - dx + dxx, middle], [x1 + dxx - dx, y1 + dxx]];
    let mut points =
        vec![[x0, y0], [right[0][0], y0], right[0], right[1], right[2], [right[2][0], y1], [x0, y1]];
    if both {
        let flip = |[x, y]: Point| [x0 + x1 - x, y];
        points.remove(0);
        points.pop();
        points.extend([
            flip([right[2][0], y1]),
            flip(right[2]),
            flip(right[1]),
            flip(right[0]),
            flip([right[0][0], y0]),
        ]);
    }
    Path::polygon(points)
}

/// A box with a toothed edge.
fn teeth(rect: Rect, style: &BoxStyle, pad: f64, size: f64) -> Path {
    let tooth = style.radius.map_or(pad * 0.5, |radius| radius * size).max(0.5);
    let half = tooth / 2.0;
    let rect = Rect::sized(
        rect.x0 - pad + half,
        rect.y0 - pad + half,
        rect.width() + 2.0 * pad - tooth,
        rect.height() + 2.0 * pad - tooth,
    );
    let count = |length: f64| ((length - tooth) / (tooth * 2.0)).round().clamp(1.0, 2000.0) as usize * 2;
    let (across, down) = (count(rect.width()), count(rect.height()));
    let mut points: Vec<Point> = Vec::new();
    let mut side = |from: Point, to: Point, out: Point, count: usize| {
        for index in 0..count {
            let t = (index as f64 + 0.5) / count as f64;
            let bump = if index % 2 == 0 { half } else { -half };
            points.push([
                from[0] + (to[0] - from[0]) * t + out[0] * bump,
                from[1] + (to[1] - from[1]) * t + out[1] * bump,
            ]);
        }
    };
    let [a, b, c, d] = rect.corners();
    side(a, b, [0.0, -1.0], across);
    side(b, c, [1.0, 0.0], down);
    side(c, d, [0.0, 1.0], across);
    side(d, a, [-1.0, 0.0], down);
    if style.name == "sawtooth" {
        return Path::polygon(points);
    }
    let mut steps = Vec::new();
    let middle = |a: Point, b: Point| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
    for (index, point) in points.iter().enumerate() {
        let next = points[(index + 1) % points.len()];
        if index == 0 {
            steps.push(Step::Move(middle(points[points.len() - 1], *point)));
        }
        steps.push(Step::Quad(*point, middle(*point, next)));
    }
    steps.push(Step::Close);
    Path { steps }
}
