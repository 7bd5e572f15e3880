//! The original image.

use image::RgbImage;
use vthinker_sandbox::{DrawKind, DrawOp, Limits, Sandbox};

use super::picture::{contrast, difference, ground, pixel};
use super::reason::Reason;
use super::verdict::Verdict;
use crate::pixels::rgb;
use crate::{Element, Problem};

/// Grey levels from which on a pixel counts as drawn: more than noise and compression change.
const DRAWN: u8 = 24;
/// Pixels that differ from the ground in the barest figure.
const LEAST_DRAWN: usize = 30;
/// Pixels that a label's box may reach beyond the border: boxes are a little larger than ink.
const BEYOND: f32 = 1.0;
/// Share of the smaller label's box that may lie on another.
const OVERLAP: f32 = 0.2;
/// Least font size in pixels; OpenCV's sizes are heights of capitals, which are smaller than fonts are.
const SMALLEST: f32 = 9.0;
const SMALLEST_CAPITAL: f32 = 6.0;
/// Lines shorter than this many pixels are not looked for.
const SHORT: i32 = 8;
/// Places at which a line or a circle is looked for, and at how many of them it must be: dashes have gaps, and other
/// things lie on lines.
const LOOKS: u32 = 60;
const LEAST_SEEN: usize = 21;
/// Golden ratio, less one. Its multiples by the squares fall everywhere and at no even distance, so that no grid,
/// dashes or clock face has its crossings or gaps at most of the places.
const SPREAD: f64 = 0.618_033_988_749_895;
/// Least contrast of letters with what is under them.
const CONTRAST: f64 = 2.0;

pub(super) fn check(problem: &Problem, verdict: &mut Verdict) {
    let picture = match problem.image() {
        Ok(picture) => picture,
        Err(error) => return verdict.object(Reason::OtherFigure, format!("{error:#}")),
    };
    let drawn = Sandbox::new(Limits::default()).run(&problem.original_img_code);
    if let Some(error) = drawn.error {
        return verdict.object(Reason::FigureFails, error.to_string());
    }
    match &drawn.images[..] {
        [one] if rgb(&one.image) == picture => {}
        [_] => verdict.object(Reason::OtherFigure, "the pixels differ"),
        images => verdict.object(Reason::OtherFigure, format!("{} images instead of one", images.len())),
    }
    let ground = ground(&picture);
    let inked = picture.pixels().filter(|p| difference(**p, ground) >= DRAWN).count();
    if inked < LEAST_DRAWN {
        verdict.object(Reason::Blank, format!("{inked} pixels differ from the ground"));
    }
    labels(&drawn.ops, &picture, verdict);
    for element in &problem.elements {
        if !shown(element, &picture, &drawn.ops) {
            verdict.object(Reason::NotShown, format!("{element:?}"));
        }
    }
}

/// A text on the figure.
struct Label<'a> {
    text: &'a str,
    bbox: [f32; 4],
    size: f32,
    smallest: f32,
    color: [u8; 3],
}

fn texts(ops: &[DrawOp]) -> impl Iterator<Item = Label<'_>> {
    ops.iter().filter_map(|op| match &op.kind {
        DrawKind::Text { bbox, text, size, color: [r, g, b, _], .. }
        | DrawKind::Label { bbox, text, size, color: [r, g, b, _], .. } => {
            let smallest = if op.opencv.is_some() { SMALLEST_CAPITAL } else { SMALLEST };
            Some(Label { text, bbox: *bbox, size: *size, smallest, color: [*r, *g, *b] })
        }
        _ => None,
    })
}

fn labels(ops: &[DrawOp], picture: &RgbImage, verdict: &mut Verdict) {
    let labels: Vec<Label> = texts(ops).collect();
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    for (i, label) in labels.iter().enumerate() {
        let [x0, y0, x1, y1] = label.bbox;
        if x0 < -BEYOND || y0 < -BEYOND || x1 > width + BEYOND || y1 > height + BEYOND {
            verdict.object(Reason::Clipped, format!("{:?} at {:?}", label.text, label.bbox));
        }
        if label.size < label.smallest {
            verdict.object(Reason::TooSmall, format!("{:?} has {:.1} pixels", label.text, label.size));
        }
        // Letters cover less than half of their box.
        let samples = (0..5).flat_map(|i| (0..5).map(move |j| (i as f32 / 4.0, j as f32 / 4.0)));
        let faint = samples
            .filter_map(|(s, t)| pixel(picture, f64::from(x0 + s * (x1 - x0)), f64::from(y0 + t * (y1 - y0))))
            .filter(|under| contrast(label.color, under.0) < CONTRAST)
            .count();
        if faint > 20 {
            verdict.object(Reason::Faint, format!("{:?}", label.text));
        }
        for other in &labels[..i] {
            if overlap(label.bbox, other.bbox) > OVERLAP {
                verdict.object(Reason::Overlap, format!("{:?} and {:?}", label.text, other.text));
            }
        }
    }
}

/// The common share of two boxes, of the smaller one.
fn overlap(a: [f32; 4], b: [f32; 4]) -> f32 {
    let area = |[x0, y0, x1, y1]: [f32; 4]| (x1 - x0).max(0.0) * (y1 - y0).max(0.0);
    let common = [a[0].max(b[0]), a[1].max(b[1]), a[2].min(b[2]), a[3].min(b[3])];
    if common[2] <= common[0] || common[3] <= common[1] {
        return 0.0;
    }
    area(common) / area(a).min(area(b)).max(1.0)
}

/// Whether the picture shows an element where it says.
fn shown(element: &Element, picture: &RgbImage, ops: &[DrawOp]) -> bool {
    match element {
        Element::Text { content, position: [x, y], .. } => texts(ops).any(|label| {
            let [x0, y0, x1, y1] = label.bbox;
            let (cx, cy) = ((x0 + x1) / 2.0, (y0 + y1) / 2.0);
            let reach = 3.0 + (y1 - y0) * 0.4;
            label.text == content && (cx - *x as f32).abs() <= reach && (cy - *y as f32).abs() <= reach
        }),
        // A named point is the meeting of other strokes; its name is a text of its own.
        Element::Point { label, .. } if !label.is_empty() => true,
        _ if element.is_implied() => true,
        Element::Point { x, y, .. } => contrasts(picture, f64::from(*x), f64::from(*y), 6.0),
        // Along the border, or just beyond it, as the last line of a grid may be.
        Element::Line { x1, y1, x2, y2, .. }
            if (x1 == x2 && !(1..picture.width() as i32 - 1).contains(x1))
                || (y1 == y2 && !(1..picture.height() as i32 - 1).contains(y1)) =>
        {
            true
        }
        // Too short to be told from what is beside it.
        Element::Line { x1, y1, x2, y2, .. } if (x2 - x1).abs() + (y2 - y1).abs() < SHORT => true,
        Element::Line { x1, y1, x2, y2, .. } => {
            let length = f64::from(x2 - x1).hypot(f64::from(y2 - y1));
            let across = if length > 0.0 {
                (f64::from(y1 - y2) / length, f64::from(x2 - x1) / length)
            } else {
                (0.0, 1.0)
            };
            let hits = looks()
                .filter(|share| {
                    let t = 0.05 + 0.9 * share;
                    let (x, y) =
                        (f64::from(*x1) + t * f64::from(x2 - x1), f64::from(*y1) + t * f64::from(y2 - y1));
                    (-1..=1).any(|side| {
                        let side = f64::from(side);
                        edge(picture, x + side * across.0, y + side * across.1, across)
                    })
                })
                .count();
            hits >= LEAST_SEEN
        }
        Element::Circle { cx, cy, r, .. } => {
            let hits = looks()
                .filter(|share| {
                    let (sin, cos) = (share * std::f64::consts::TAU).sin_cos();
                    let (x, y) = (f64::from(*cx) + f64::from(*r) * cos, f64::from(*cy) + f64::from(*r) * sin);
                    (-1..=1).any(|side| {
                        edge(picture, x + f64::from(side) * cos, y + f64::from(side) * sin, (cos, sin))
                    })
                })
                .count();
            hits >= LEAST_SEEN
        }
        Element::Angle { .. } | Element::FunctionCurve { .. } | Element::Symbol { .. } => true,
    }
}

/// Shares of the way along a line or around a circle.
fn looks() -> impl Iterator<Item = f64> {
    (1..=LOOKS).map(|i| (f64::from(i * i) * SPREAD).fract())
}

/// Whether a pixel differs from some pixel a few pixels away in a ring around it.
fn contrasts(picture: &RgbImage, x: f64, y: f64, reach: f64) -> bool {
    let Some(middle) = pixel(picture, x, y) else { return false };
    [1.0, 2.0, 4.0, 6.0].map(|times| times * reach).iter().any(|reach| {
        (0..8).any(|i| {
            let (sin, cos) = (f64::from(i) * 45f64.to_radians()).sin_cos();
            pixel(picture, x + reach * cos, y + reach * sin)
                .is_some_and(|around| difference(middle, around) >= DRAWN)
        })
    })
}

/// Whether a stroke or the border of an area lies at a place: the pixels on either side across it differ.
fn edge(picture: &RgbImage, x: f64, y: f64, across: (f64, f64)) -> bool {
    let Some(middle) = pixel(picture, x, y) else { return false };
    [-20.0, -12.0, -6.0, -4.0, -2.5, 2.5, 4.0, 6.0, 12.0, 20.0].iter().any(|far| {
        pixel(picture, x + far * across.0, y + far * across.1)
            .is_some_and(|beside| difference(middle, beside) >= DRAWN / 2)
    })
}
