//! Where the recorded operations are, against where the real library put its marks and texts.

use serde_json::Value;
use vthinker_sandbox::{CanvasId, DrawKind, DrawOp, PathCommand};

/// How far a mark may be off, in pixels.
const MARK: f64 = 1.5;
/// How far a side of a text's box may be off.
const TEXT: f64 = 2.0;

/// How many of some things are where they should be, and the first few that are not.
#[derive(Debug, Default)]
pub struct Count {
    pub right: usize,
    pub all: usize,
    pub wrong: Vec<String>,
}

impl Count {
    fn note(&mut self, right: bool, what: impl FnOnce() -> String) {
        self.all += 1;
        if right {
            self.right += 1;
        } else if self.wrong.len() < 6 {
            self.wrong.push(what());
        }
    }

    /// Whether everything is where it should be.
    pub fn is_right(&self) -> bool {
        self.right == self.all
    }

    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.all += other.all;
        self.wrong.extend(other.wrong);
        self.wrong.truncate(6);
    }
}

/// The geometry of one operation: its polylines, and the box around all.
#[derive(Default)]
struct Shape {
    lines: Vec<Vec<[f64; 2]>>,
    bounds: Option<[f64; 4]>,
}

impl Shape {
    fn of(op: &DrawOp) -> Self {
        let mut shape = Self::default();
        match &op.kind {
            DrawKind::Path { commands, at, .. } => shape.path(commands, at),
            DrawKind::Bitmap { at, size, .. } => {
                let [x0, y0] = at.map(f64::from);
                let [x1, y1] = [x0 + f64::from(size[0]), y0 + f64::from(size[1])];
                shape.lines.push(vec![[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]]);
            }
            _ => {
                if let Ok(value) = serde_json::to_value(op) {
                    shape.collect(&value);
                }
            }
        }
        for point in shape.lines.iter().flatten() {
            let [x, y] = *point;
            let [x0, y0, x1, y1] = shape.bounds.unwrap_or([x, y, x, y]);
            shape.bounds = Some([x0.min(x), y0.min(y), x1.max(x), y1.max(y)]);
        }
        shape
    }

    /// The parts of a path, at each of its places.
    fn path(&mut self, commands: &[PathCommand], at: &[[f32; 2]]) {
        let mut parts: Vec<Vec<[f64; 2]>> = Vec::new();
        for command in commands {
            let end = match command {
                PathCommand::Move(to) => {
                    parts.push(vec![to.map(f64::from)]);
                    continue;
                }
                PathCommand::Line(to) | PathCommand::Quad(_, to) | PathCommand::Cubic(_, _, to) => {
                    to.map(f64::from)
                }
                PathCommand::Close => match parts.last().and_then(|part| part.first()) {
                    Some(start) => *start,
                    None => continue,
                },
            };
            match (command, parts.last_mut()) {
                // The middle of a curve keeps lines along it near.
                (PathCommand::Quad(a, _), Some(part)) => {
                    if let Some(start) = part.last().copied() {
                        let a = a.map(f64::from);
                        part.push([0, 1].map(|i| (start[i] + 2.0 * a[i] + end[i]) / 4.0));
                    }
                    part.push(end);
                }
                (PathCommand::Cubic(a, b, _), Some(part)) => {
                    if let Some(start) = part.last().copied() {
                        let (a, b) = (a.map(f64::from), b.map(f64::from));
                        part.push([0, 1].map(|i| (start[i] + 3.0 * a[i] + 3.0 * b[i] + end[i]) / 8.0));
                    }
                    part.push(end);
                }
                (_, Some(part)) => part.push(end),
                (_, None) => parts.push(vec![end]),
            }
        }
        if at.is_empty() {
            self.lines = parts;
            return;
        }
        // A symbol is a mark at its place.
        for place in at {
            let [x, y] = place.map(f64::from);
            self.lines.push(vec![[x, y]]);
            let moved = |part: &Vec<[f64; 2]>| part.iter().map(|[u, v]| [u + x, v + y]).collect();
            self.lines.extend(parts.iter().map(moved));
        }
    }

    /// Whatever the kind of operation: numbers in arrays are coordinates, unless they are a colour.
    fn collect(&mut self, value: &Value) {
        let Value::Object(fields) = value else { return };
        for (name, field) in fields {
            if ["color", "fill", "outline", "style", "stroke", "edge", "face", "size", "dash", "dashes"]
                .contains(&name.as_str())
            {
                continue;
            }
            if name == "bbox"
                && let Some([x0, y0, x1, y1]) = numbers(field).as_deref()
            {
                let corners = vec![[*x0, *y0], [*x1, *y0], [*x1, *y1], [*x0, *y1], [*x0, *y0]];
                self.lines.push(corners);
                self.lines.push(vec![[(x0 + x1) / 2.0, (y0 + y1) / 2.0]]);
            } else {
                self.polylines(field);
            }
        }
    }

    fn polylines(&mut self, value: &Value) {
        match value {
            Value::Array(items) => {
                let points: Option<Vec<Vec<f64>>> = items.iter().map(numbers).collect();
                match points {
                    Some(points) if points.iter().all(|point| point.len() >= 2) && !points.is_empty() => {
                        // A curve's points: its controls, then its end.
                        let ends =
                            points.iter().map(|point| [point[point.len() - 2], point[point.len() - 1]]);
                        self.lines.push(ends.collect());
                    }
                    _ => items.iter().for_each(|item| self.polylines(item)),
                }
            }
            Value::Object(_) => self.collect(value),
            _ => {}
        }
    }
}

fn numbers(value: &Value) -> Option<Vec<f64>> {
    value.as_array()?.iter().map(Value::as_f64).collect()
}

fn distance(point: [f64; 2], line: &[[f64; 2]]) -> f64 {
    let to = |[x, y]: [f64; 2]| (point[0] - x).hypot(point[1] - y);
    let first = line.first().map_or(f64::INFINITY, |end| to(*end));
    let segments = line.windows(2).map(|pair| {
        let ([x0, y0], [x1, y1]) = (pair[0], pair[1]);
        let (dx, dy) = (x1 - x0, y1 - y0);
        let along = ((point[0] - x0) * dx + (point[1] - y0) * dy) / (dx * dx + dy * dy).max(1e-12);
        let along = along.clamp(0.0, 1.0);
        to([x0 + along * dx, y0 + along * dy])
    });
    segments.fold(first, f64::min)
}

/// Pixels' centres have whole coordinates in some operations and halves in others.
fn near(off: f64) -> bool {
    off <= MARK
}

/// Compares the marks of one picture with what was recorded on its canvas.
pub fn marks(ops: &[DrawOp], canvas: CanvasId, wanted: &Value) -> Count {
    let is_mark = |op: &&DrawOp| {
        op.canvas == canvas && !matches!(op.kind, DrawKind::Text { .. } | DrawKind::Label { .. })
    };
    let shapes: Vec<Shape> = ops.iter().filter(is_mark).map(Shape::of).collect();
    let mut count = Count::default();
    for mark in wanted.as_array().into_iter().flatten() {
        let points = |name: &str| -> Vec<[f64; 2]> {
            let pairs = mark[name].as_array().into_iter().flatten().filter_map(numbers);
            pairs.filter_map(|pair| Some([*pair.first()?, *pair.get(1)?])).collect()
        };
        for point in points("line") {
            let close = |shape: &Shape| shape.lines.iter().any(|line| near(distance(point, line)));
            count.note(shapes.iter().any(close), || format!("no line at {point:?}"));
        }
        for [x, y] in points("points") {
            let at = |[u, v]: [f64; 2]| near((x - u).hypot(y - v));
            let close = |shape: &Shape| {
                let centre = shape.bounds.map(|[x0, y0, x1, y1]| [(x0 + x1) / 2.0, (y0 + y1) / 2.0]);
                centre.is_some_and(at) || shape.lines.iter().flatten().any(|point| at(*point))
            };
            count.note(shapes.iter().any(close), || format!("no mark at {x}, {y}"));
        }
        if let Some(sides) = numbers(&mark["box"]) {
            let close = |shape: &Shape| {
                shape.bounds.is_some_and(|own| own.iter().zip(&sides).all(|(a, b)| near((a - b).abs())))
            };
            count.note(shapes.iter().any(close), || format!("no shape in the box {sides:?}"));
        }
    }
    count
}

/// Compares the boxes of texts; `canvas` is that of the picture, or `None` for texts on any canvas.
pub fn texts(ops: &[DrawOp], canvas: Option<CanvasId>, wanted: &Value) -> Count {
    let mut own: Vec<(String, [f32; 4])> = Vec::new();
    let mut last = None;
    for op in ops.iter().filter(|op| canvas.is_none_or(|canvas| canvas == op.canvas)) {
        match &op.kind {
            DrawKind::Text { text, bbox, .. } => own.push((text.trim().to_owned(), *bbox)),
            // The lines of one text have the box of the whole in common.
            DrawKind::Label { text, bbox, .. } => match own.last_mut() {
                Some((all, same)) if last == Some(*bbox) && *same == *bbox => {
                    all.push('\n');
                    all.push_str(text.trim());
                }
                _ => own.push((text.trim().to_owned(), *bbox)),
            },
            _ => {}
        }
        last = if let DrawKind::Label { bbox, .. } = &op.kind { Some(*bbox) } else { None };
    }
    let mut count = Count::default();
    for entry in wanted.as_array().into_iter().flatten() {
        let Some(text) = entry[0].as_str() else { continue };
        let sides: Vec<f64> = (1..5).filter_map(|index| entry[index].as_f64()).collect();
        let off = |bbox: [f32; 4]| {
            bbox.iter().zip(&sides).map(|(a, b)| (f64::from(*a) - b).abs()).fold(0.0, f64::max)
        };
        let same = own.iter().filter(|(own, _)| own == text.trim());
        let best = same.map(|(_, bbox)| (off(*bbox), *bbox)).min_by(|a, b| a.0.total_cmp(&b.0));
        count.note(best.is_some_and(|(off, _)| off <= TEXT), || match best {
            Some((_, bbox)) => format!("text {text:?} in {bbox:?}, not {sides:?}"),
            None => format!("text {text:?} is not recorded"),
        });
    }
    count
}
