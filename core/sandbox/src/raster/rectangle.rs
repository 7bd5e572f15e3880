//! Rectangles with sharp and with rounded corners.

use super::ellipse::{self, Sector};
use super::pen::{Pen, edge};
use super::{Canvas, paint};
use crate::Rgba;

pub(super) fn rectangle(
    canvas: &mut Canvas,
    bbox: [f32; 4],
    fill: Option<Rgba>,
    outline: Option<Rgba>,
    width: f32,
    radius: f32,
    corners: [bool; 4],
) {
    if radius > 0.0 && corners != [false; 4] {
        return rounded(canvas, bbox, fill, outline, width, radius, corners);
    }
    let bbox = bbox.map(edge);
    paint(canvas, fill, outline, |pen, solid| {
        if solid {
            block(pen, bbox);
        } else {
            frame(pen, bbox, edge(width));
        }
    });
}

/// Both corners belong to the block.
fn block(pen: &mut Pen<'_>, [x0, y0, x1, y1]: [i64; 4]) {
    let height = pen.size()[1];
    for y in y0.max(0)..=y1.min(height - 1) {
        pen.span(x0, x1, y);
    }
}

fn frame(pen: &mut Pen<'_>, [x0, y0, x1, y1]: [i64; 4], width: i64) {
    if width <= 0 {
        return;
    }
    let height = pen.size()[1];
    let bars = [(y0, y0 + width - 1), ((y1 - width + 1).max(y0 + width), y1), (y1 - width + 1, y0 - 1)];
    for (from, to) in bars {
        for y in from.max(0)..=to.min(height - 1) {
            pen.span(x0, x1, y);
        }
    }
    // The sides run between the horizontal bars; Pillow lets them run backwards where the bars overlap.
    let (from, to) = (y0 + width, y1 - width + 1);
    let rows = if from <= to { from..to } else { to + 1..from + 1 };
    for y in rows.start.max(0)..rows.end.min(height) {
        pen.span(x0, x0 + width - 1, y);
        pen.span(x1 - width + 1, x1, y);
    }
}

/// Four quarter discs and the blocks between them; where the radius joins corners, they become halves.
fn rounded(
    canvas: &mut Canvas,
    bbox: [f32; 4],
    fill: Option<Rgba>,
    outline: Option<Rgba>,
    width: f32,
    radius: f32,
    round: [bool; 4],
) {
    let all = round == [true; 4];
    let mut d = (radius * 2.0).min(bbox[2] - bbox[0]).min(bbox[3] - bbox[1]);
    let [left, top, right, bottom] = bbox.map(f32::round_ties_even);
    let joined_x = all && d >= right - left - 1.0;
    if joined_x {
        d = right - left;
    }
    let joined_y = all && d >= bottom - top - 1.0;
    if joined_y {
        d = bottom - top;
    }
    if joined_x && joined_y {
        let bbox = bbox.map(edge);
        return paint(canvas, fill, outline, |pen, solid| {
            ellipse::ellipse(pen, bbox, (!solid).then_some(width));
        });
    }
    if d == 0.0 {
        return rectangle(canvas, bbox, fill, outline, width, 0.0, round);
    }
    let corner = |x: f32, y: f32| [x, y, x + d, y + d].map(edge);
    let corners: Vec<([i64; 4], f32, f32)> = if joined_x {
        vec![(corner(left, top), 180.0, 360.0), (corner(left, bottom - d), 0.0, 180.0)]
    } else if joined_y {
        vec![(corner(left, top), 90.0, 270.0), (corner(right - d, top), 270.0, 90.0)]
    } else {
        let parts = [
            (corner(left, top), 180.0, 270.0),
            (corner(right - d, top), 270.0, 360.0),
            (corner(right - d, bottom - d), 0.0, 90.0),
            (corner(left, bottom - d), 90.0, 180.0),
        ];
        parts.into_iter().zip(round).filter(|(_, round)| *round).map(|(part, _)| part).collect()
    };
    let [x0, y0, x1, y1] = [left, top, right, bottom].map(edge);
    let r = edge((d / 2.0).floor());
    paint(canvas, fill, outline, |pen, solid| {
        for &(corner, start, end) in &corners {
            let form = if solid { Sector::Pie } else { Sector::Arc(width) };
            ellipse::sector(pen, corner, form, start, end);
        }
        let w = edge(width);
        // How far a side keeps away from a corner.
        let gap = |index: usize| if round[index] { r + 1 } else { 0 };
        if solid {
            if joined_x {
                block(pen, [x0, y0 + r + 1, x1, y1 - r - 1]);
            } else {
                block(pen, [x0 + r + 1, y0, x1 - r - 1, y1]);
            }
            if !joined_x && !joined_y {
                block(pen, [x0, y0 + gap(0), x0 + r, y1 - gap(3)]);
                block(pen, [x1 - r, y0 + gap(1), x1, y1 - gap(2)]);
            }
        } else if w > 0 {
            if !joined_x {
                block(pen, [x0 + gap(0), y0, x1 - gap(1), y0 + w - 1]);
                block(pen, [x0 + gap(3), y1 - w + 1, x1 - gap(2), y1]);
            }
            if !joined_y {
                block(pen, [x0, y0 + gap(0), x0 + w - 1, y1 - gap(3)]);
                block(pen, [x1 - w + 1, y0 + gap(1), x1, y1 - gap(2)]);
            }
        }
    });
}
