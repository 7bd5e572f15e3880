//! Line styles, markers and format strings such as `'r--o'`.

use super::color::{Color, named};
use super::geometry::Point;
use super::path::{Path, Step};
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::{Cap, Join};

/// How a line is broken.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum LineStyle {
    /// No line.
    None,
    Solid,
    /// Lengths in widths of the line, and where in them it begins.
    Dashes(Vec<f64>, f64),
}

impl LineStyle {
    /// The style of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "-" | "solid" => Self::Solid,
            "--" | "dashed" => Self::Dashes(vec![3.7, 1.6], 0.0),
            "-." | "dashdot" => Self::Dashes(vec![6.4, 1.6, 1.0, 1.6], 0.0),
            ":" | "dotted" => Self::Dashes(vec![1.0, 1.65], 0.0),
            "" | " " | "none" | "None" => Self::None,
            _ => return None,
        })
    }

    /// The style of an argument: a name, or `(offset, (on, off, ...))`.
    pub fn of(ctx: &mut Ctx, value: &Value) -> PyResult<Self> {
        match value {
            Value::Str(name) => Self::named(name).ok_or_else(|| {
                let shown: String = name.chars().take(40).collect();
                Fault::value_error(format!(
                    "'{shown}' is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None', ' ', \
                     '', 'solid', 'dashed', 'dashdot', 'dotted'"
                ))
            }),
            Value::None => Ok(Self::Solid),
            Value::Tuple(_) | Value::List(_) => {
                let parts = value.as_sequence().unwrap_or_default();
                let [offset, pattern] = &parts[..] else {
                    return Err(Fault::value_error("Unrecognized linestyle: a pair (offset, dashes) is expected"));
                };
                if pattern.is_none() {
                    return Ok(Self::Solid);
                }
                let offset = real(ctx, offset)?;
                let items = ctx.collect(pattern)?;
                let mut lengths = Vec::new();
                for item in items.iter().take(64) {
                    let length = real(ctx, item)?;
                    if !(length >= 0.0 && length.is_finite()) {
                        return Err(Fault::value_error("All values in the dash list must be non-negative"));
                    }
                    lengths.push(length);
                }
                if lengths.is_empty() {
                    return Ok(Self::Solid);
                }
                if lengths.iter().sum::<f64>() <= 0.0 {
                    return Err(Fault::value_error("At least one value in the dash list must be positive"));
                }
                Ok(Self::Dashes(lengths, if offset.is_finite() { offset } else { 0.0 }))
            }
            other => Err(Fault::value_error(format!("Unrecognized linestyle: '{}'", other.type_name()))),
        }
    }

    /// Its short name, for scripts that ask.
    pub fn name(&self) -> &'static str {
        match self {
            Self::None => "None",
            Self::Solid => "-",
            Self::Dashes(lengths, _) if lengths[..] == [6.4, 1.6, 1.0, 1.6] => "-.",
            Self::Dashes(lengths, _) if lengths[..] == [1.0, 1.65] => ":",
            Self::Dashes(..) => "--",
        }
    }
}

pub(crate) fn cap(name: &str) -> PyResult<Cap> {
    Ok(match name {
        "butt" => Cap::Butt,
        "projecting" => Cap::Projecting,
        "round" => Cap::Round,
        other => {
            return Err(Fault::value_error(format!(
                "'{other}' is not a valid CapStyle; supported values are 'butt', 'projecting', 'round'"
            )));
        }
    })
}

pub(crate) fn join(name: &str) -> PyResult<Join> {
    Ok(match name {
        "miter" => Join::Miter,
        "round" => Join::Round,
        "bevel" => Join::Bevel,
        other => {
            return Err(Fault::value_error(format!(
                "'{other}' is not a valid JoinStyle; supported values are 'miter', 'round', 'bevel'"
            )));
        }
    })
}

/// A symbol at a point, one unit large.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Marker {
    pub name: String,
    pub path: Path,
    /// Whether its inside is painted.
    pub filled: bool,
    /// From which size in pixels on its corners stand on pixels.
    pub snap: f64,
    pub join: Join,
    pub cap: Cap,
}

/// Markers made of strokes alone.
const STROKES: [&str; 13] =
    ["+", "x", "1", "2", "3", "4", "|", "_", "tick_left", "tick_right", "tick_up", "tick_down", ","];

fn corners(count: usize, inner: Option<f64>, turn: f64) -> Path {
    let total = if inner.is_some() { count * 2 } else { count };
    let point = |index: usize| -> Point {
        let angle = (turn + 90.0 + 360.0 * index as f64 / total as f64).to_radians();
        let radius = match inner {
            Some(inner) if index % 2 == 1 => inner,
            _ => 1.0,
        };
        [radius * 0.5 * libm::cos(angle), radius * 0.5 * libm::sin(angle)]
    };
    Path::polygon((0..total).map(point))
}

fn strokes(lines: &[[Point; 2]]) -> Path {
    Path { steps: lines.iter().flat_map(|[a, b]| [Step::Move(*a), Step::Line(*b)]).collect() }
}

impl Marker {
    /// The marker of a name; `None` for the names of no marker.
    pub fn named(name: &str) -> PyResult<Option<Self>> {
        let triangle = |turn: f64| {
            let affine = super::geometry::Affine::rotation(turn);
            let points: [Point; 3] = [[0.0, 0.5], [-0.5, -0.5], [0.5, -0.5]];
            Path::polygon(points.map(|point| affine.apply(point)))
        };
        let tri = |turn: f64| {
            let affine = super::geometry::Affine::rotation(turn);
            let ends: [Point; 3] = [[0.0, -0.5], [0.4, 0.25], [-0.4, 0.25]];
            strokes(&ends.map(|end| [[0.0; 2], affine.apply(end)]))
        };
        let caret = |turn: f64, base: bool| {
            let affine = super::geometry::Affine::rotation(turn);
            let points: [Point; 3] = if base {
                [[-0.5, 0.0], [0.0, 0.75], [0.5, 0.0]]
            } else {
                [[-0.5, 0.75], [0.0, 0.0], [0.5, 0.75]]
            };
            Path::polygon(points.map(|[x, y]| affine.apply([x, if base { y } else { -y }])))
        };
        let diamond = |width: f64| {
            let r = std::f64::consts::FRAC_1_SQRT_2;
            Path::polygon([[0.0, -r], [r * width, 0.0], [0.0, r], [-r * width, 0.0]])
        };
        let (path, snap) = match name {
            "" | " " | "None" | "none" => return Ok(None),
            "o" => (Path::circle([0.0; 2], 0.5), f64::INFINITY),
            "." => (Path::circle([0.0; 2], 0.25), f64::INFINITY),
            "," => (Path::rectangle(super::geometry::Rect::sized(-0.5, -0.5, 1.0, 1.0)), f64::NEG_INFINITY),
            "s" => (Path::rectangle(super::geometry::Rect::sized(-0.5, -0.5, 1.0, 1.0)), 2.0),
            "D" => (diamond(1.0), 5.0),
            "d" => (diamond(0.6), 5.0),
            "^" => (triangle(0.0), 5.0),
            "<" => (triangle(90.0), 5.0),
            "v" => (triangle(180.0), 5.0),
            ">" => (triangle(270.0), 5.0),
            "p" => (corners(5, None, 0.0), 5.0),
            "h" => (corners(6, None, 0.0), 5.0),
            "H" => (corners(6, None, 30.0), 5.0),
            "8" => (corners(8, None, 22.5), 5.0),
            "*" => (corners(5, Some(0.381_966), 0.0), 5.0),
            "+" => (strokes(&[[[-0.5, 0.0], [0.5, 0.0]], [[0.0, -0.5], [0.0, 0.5]]]), 1.0),
            "x" => (strokes(&[[[-0.5, -0.5], [0.5, 0.5]], [[-0.5, 0.5], [0.5, -0.5]]]), 3.0),
            "P" => {
                let a = 1.0 / 6.0;
                let points = [
                    [-a, -0.5],
                    [a, -0.5],
                    [a, -a],
                    [0.5, -a],
                    [0.5, a],
                    [a, a],
                    [a, 0.5],
                    [-a, 0.5],
                    [-a, a],
                    [-0.5, a],
                    [-0.5, -a],
                    [-a, -a],
                ];
                (Path::polygon(points), 5.0)
            }
            "X" => {
                let points = [
                    [-0.25, -0.5],
                    [0.0, -0.25],
                    [0.25, -0.5],
                    [0.5, -0.25],
                    [0.25, 0.0],
                    [0.5, 0.25],
                    [0.25, 0.5],
                    [0.0, 0.25],
                    [-0.25, 0.5],
                    [-0.5, 0.25],
                    [-0.25, 0.0],
                    [-0.5, -0.25],
                ];
                (Path::polygon(points), 5.0)
            }
            "|" => (strokes(&[[[0.0, -0.5], [0.0, 0.5]]]), 1.0),
            "_" => (strokes(&[[[-0.5, 0.0], [0.5, 0.0]]]), 1.0),
            "1" => (tri(0.0), 5.0),
            "2" => (tri(180.0), 5.0),
            "3" => (tri(270.0), 5.0),
            "4" => (tri(90.0), 5.0),
            "tick_left" => (strokes(&[[[0.0; 2], [-1.0, 0.0]]]), 1.0),
            "tick_right" => (strokes(&[[[0.0; 2], [1.0, 0.0]]]), 1.0),
            "tick_up" => (strokes(&[[[0.0; 2], [0.0, 1.0]]]), 1.0),
            "tick_down" => (strokes(&[[[0.0; 2], [0.0, -1.0]]]), 1.0),
            "caret_down" => (caret(0.0, true).map(|[x, y]| [x, y]), 3.0),
            "caret_up" => (caret(180.0, true), 3.0),
            other => {
                let shown: String = other.chars().take(40).collect();
                if shown.starts_with('$') {
                    return Err(Fault::not_provided(format!("the marker '{shown}' made of text")));
                }
                return Err(Fault::value_error(format!("Unrecognized marker style '{shown}'")));
            }
        };
        let join = if matches!(
            name,
            "*" | "p" | "h" | "H" | "8" | "P" | "X" | "D" | "d" | "^" | "<" | "v" | ">" | "s"
        ) {
            if name == "*" { Join::Bevel } else { Join::Miter }
        } else {
            Join::Round
        };
        let filled = !STROKES.contains(&name) || name == ",";
        Ok(Some(Self { name: name.to_owned(), path, filled, snap, join, cap: Cap::Butt }))
    }

    /// The marker of an argument.
    pub fn of(ctx: &mut Ctx, value: &Value) -> PyResult<Option<Self>> {
        match value {
            Value::None => Ok(None),
            Value::Str(name) => Self::named(name),
            Value::Int(number @ 0..=11) => {
                let names = ["tick_left", "tick_right", "tick_up", "tick_down"];
                let carets = ["caret_down", "caret_up"];
                match *number {
                    0..=3 => Self::named(names[*number as usize]),
                    5 | 9 => Self::named(carets[1]),
                    6 | 10 => Self::named(carets[0]),
                    _ => Err(Fault::not_provided(format!("the marker {number}"))),
                }
            }
            Value::Tuple(_) => {
                let parts = ctx.collect(value)?;
                let (sides, style, turn) = match &parts[..] {
                    [sides, style] => (sides, style, 0.0),
                    [sides, style, angle] => (sides, style, real(ctx, angle)?),
                    _ => return Err(Fault::value_error("Unrecognized marker style")),
                };
                let sides = crate::builtins::integer(sides)?.clamp(2, 1000) as usize;
                let inner = match style.as_i64() {
                    Some(0) => None,
                    Some(1) => Some(0.5),
                    _ => return Err(Fault::not_provided("markers of asterisks")),
                };
                let path = corners(sides, inner, turn);
                let name = "polygon".to_owned();
                let join = if inner.is_some() { Join::Bevel } else { Join::Miter };
                Ok(Some(Self { name, path, filled: true, snap: 5.0, join, cap: Cap::Butt }))
            }
            other => match super::objects::path_of(other) {
                Some(path) => {
                    // A path of its own is made to fit.
                    let most = path.points().flatten().fold(0.0_f64, |most, value| most.max(value.abs()));
                    let scale = if most > 0.0 { 0.5 / most } else { 1.0 };
                    let path = path.map(|[x, y]| [x * scale, y * scale]);
                    let name = "path".to_owned();
                    Ok(Some(Self { name, path, filled: true, snap: 0.0, join: Join::Round, cap: Cap::Butt }))
                }
                None => Err(Fault::value_error(format!("Unrecognized marker style '{}'", other.type_name()))),
            },
        }
    }
}

/// What a format string such as `'ro--'` asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Format {
    pub line: Option<LineStyle>,
    pub marker: Option<String>,
    pub color: Option<Color>,
}

impl Format {
    /// Reads a format string; `None` if it is none.
    pub fn parse(text: &str, cycle: &[Color]) -> Option<Self> {
        let mut format = Self::default();
        // A text that is a colour as a whole is no grey, as '1' is a marker.
        if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && !text.is_empty()
            && let Some(color) = named(text, cycle)
            && !matches!(text, "none" | "None")
        {
            format.color = Some(color);
            return Some(format);
        }
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let style = ["--", "-.", "-", ":"].into_iter().find(|style| rest.starts_with(style));
            if let Some(style) = style {
                if format.line.is_some() {
                    return None;
                }
                format.line = LineStyle::named(style);
                rest = &rest[style.len()..];
                continue;
            }
            if first == 'C' {
                let digits = rest[1..].chars().take_while(char::is_ascii_digit).count().min(8);
                if digits == 0 || format.color.is_some() {
                    return None;
                }
                format.color = named(&rest[..=digits], cycle);
                rest = &rest[digits + 1..];
                continue;
            }
            let one = &rest[..first.len_utf8()];
            if "bgrcmykw".contains(first) {
                if format.color.is_some() {
                    return None;
                }
                format.color = named(one, cycle);
            } else if ".,o^v<>1234s8pP*hH+xXDd|_".contains(first) {
                if format.marker.is_some() {
                    return None;
                }
                format.marker = Some(one.to_owned());
            } else if first != ' ' {
                return None;
            }
            rest = &rest[first.len_utf8()..];
        }
        Some(format)
    }
}
