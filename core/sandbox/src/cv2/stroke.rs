//! Shapes on arrays: drawn in place, and recorded on the canvas that the array is.

use super::arguments::Call;
use super::arrays::{self, Array, DType};
use super::fault::unparsable;
use super::shape_arguments::Style;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::numpy::picture::Order;
use crate::numpy::{Data, Num, linked};
use crate::raster::opencv::{self, Rows, Surface};
use crate::{CvPen, DrawKind, Rgba};

/// An array that can be drawn on: rows of whole pixels.
pub(super) struct Target {
    array: Array,
    /// Width and height.
    pub size: [usize; 2],
    channels: usize,
    pitch: usize,
}

impl Target {
    /// The first argument; `None` for `None`, on which nothing is drawn.
    pub fn of<const N: usize>(call: &Call<N>) -> PyResult<Option<Self>> {
        let Some(value) = call.get(0) else { return Ok(None) };
        let name = call.name(0);
        let wrong = |what: &str| unparsable(call.function, what);
        let array = arrays::given(value)
            .ok_or_else(|| wrong(&format!("{name} is not a numpy array, neither a scalar")))?;
        if array.dtype == DType::Bool {
            return Err(wrong(&format!("{name} data type = bool is not supported")));
        }
        let layout = || wrong(&format!("Layout of the output array {name} is incompatible with cv::Mat"));
        let (size, channels, strides) = match (&array.shape[..], &array.strides[..]) {
            (&[rows], &[down]) => ([1, rows], 1, [down, 1, 1]),
            (&[rows, cols], &[down, across]) => ([cols, rows], 1, [down, across, 1]),
            (&[rows, cols, channels], &[down, across, step]) => {
                ([cols, rows], channels, [down, across, step])
            }
            _ => return Err(layout()),
        };
        if matches!(array.dtype, DType::Int64 | DType::UInt64 | DType::UInt32) || array.size() == 0 {
            return Err(layout());
        }
        if channels > 4 {
            return Err(super::fault::assertion("scalarToRawData", "cn <= 4"));
        }
        let [width, height] = size;
        let plain = (strides[2] == 1 || channels == 1)
            && (strides[1] == channels as isize || width == 1)
            && (strides[0] >= (width * channels) as isize || height == 1);
        if !plain {
            return Err(layout());
        }
        let pitch = if height == 1 { width * channels } else { strides[0] as usize };
        Ok(Some(Self { array, size, channels, pitch }))
    }

    /// The type of lines that an array can have: only bytes can be antialiased.
    pub fn line_type(&self, wanted: i64) -> i64 {
        if wanted >= 16 && self.array.dtype != DType::UInt8 { 8 } else { wanted }
    }

    /// Draws a shape whose coordinates are pixels of the array and whose colour is yet to be set, and
    /// records it.
    pub fn draw(&self, ctx: &mut Ctx, style: &Style, mut kind: DrawKind, mut pen: CvPen) -> PyResult<()> {
        pen.line_type = match self.line_type(style.line_type) {
            1 | 4 => 4,
            16.. => 16,
            _ => 8,
        };
        pen.shift = style.shift as u8;
        let size = self.size.map(|side| side as u32);
        ctx.burn(opencv::cost(&kind, &pen, size))?;
        let bytes = style.color.map(byte);
        if self.array.dtype != DType::UInt8 {
            return self.stencil(ctx, style, kind, pen);
        }
        let known = if self.channels == 2 { None } else { linked(ctx, &self.array, Order::Bgr)? };
        let Some((canvas, part)) = known else {
            recolor(&mut kind, [255; 4]);
            self.array.touch();
            self.paint(bytes, &kind, &pen);
            return Ok(());
        };
        recolor(&mut kind, part.order.color(&bytes[..self.channels]));
        if !part.whole {
            let [x, y, ..] = part.place;
            shift(&mut kind, [x as f32, y as f32]);
            pen.part = Some(part.place);
        }
        self.paint(bytes, &kind, &pen);
        crate::pil::record_with(ctx, canvas, kind, Some(pen))
    }

    fn paint(&self, color: [u8; 4], kind: &DrawKind, pen: &CvPen) {
        if let Data::UInt8(bytes) = &mut *self.array.buffer.data.borrow_mut() {
            let (start, pitch, channels) = (self.array.offset, self.pitch, self.channels);
            let mut rows = Rows { bytes, start, pitch, channels, size: self.size, color };
            opencv::draw(&mut rows, kind, pen);
        }
    }

    /// Arrays of other types are no pictures of the record: the shape is drawn as a mask first.
    fn stencil(&self, ctx: &mut Ctx, style: &Style, mut kind: DrawKind, pen: CvPen) -> PyResult<()> {
        let [width, height] = self.size;
        let area = width * height;
        ctx.burn(area as u64 / 8 + 1)?;
        let _mask = ctx.charge(area)?;
        recolor(&mut kind, [255; 4]);
        let mut marks = vec![0_u8; area];
        let mut mask =
            Rows { bytes: &mut marks, start: 0, pitch: width, channels: 1, size: self.size, color: [255; 4] };
        opencv::draw(&mut mask as &mut dyn Surface, &kind, &pen);
        let dtype = self.array.dtype;
        let mut data = self.array.buffer.data.borrow_mut();
        for (index, _) in marks.iter().enumerate().filter(|(_, mark)| **mark != 0) {
            let at = self.array.offset + index / width * self.pitch + index % width * self.channels;
            for (channel, value) in style.color.iter().take(self.channels).enumerate() {
                let value = match dtype.is_float() {
                    true => Num::Float(*value),
                    false => {
                        let (low, high) = dtype.range();
                        Num::Int(i128::from(rounded(*value)).clamp(low, high) as i64)
                    }
                };
                data.set(at + channel, value);
            }
        }
        Ok(())
    }
}

/// Rounds to the nearest `i32`, as the processor does: what does not fit becomes the smallest.
fn rounded(value: f64) -> i32 {
    let value = value.round_ties_even();
    if (f64::from(i32::MIN)..=f64::from(i32::MAX)).contains(&value) { value as i32 } else { i32::MIN }
}

fn byte(value: f64) -> u8 {
    rounded(value).clamp(0, 255) as u8
}

/// What a shape that is filled or outlined is painted with, before its colour is known.
pub(super) const UNSET: Option<Rgba> = Some([0; 4]);

fn recolor(kind: &mut DrawKind, ink: Rgba) {
    match kind {
        DrawKind::Line { color, .. } | DrawKind::Arc { color, .. } | DrawKind::Text { color, .. } => {
            *color = ink;
        }
        DrawKind::Rectangle { fill, outline, .. }
        | DrawKind::Ellipse { fill, outline, .. }
        | DrawKind::Polygon { fill, outline, .. }
        | DrawKind::Pieslice { fill, outline, .. } => {
            for color in [fill, outline].into_iter().flatten() {
                *color = ink;
            }
        }
        _ => {}
    }
}

fn shift(kind: &mut DrawKind, [x, y]: [f32; 2]) {
    let moved = |[px, py]: [f32; 2]| [px + x, py + y];
    match kind {
        DrawKind::Line { points, .. } | DrawKind::Polygon { points, .. } => {
            points.iter_mut().for_each(|point| *point = moved(*point));
        }
        DrawKind::Rectangle { bbox, .. }
        | DrawKind::Ellipse { bbox, .. }
        | DrawKind::Arc { bbox, .. }
        | DrawKind::Pieslice { bbox, .. } => *bbox = [bbox[0] + x, bbox[1] + y, bbox[2] + x, bbox[3] + y],
        DrawKind::Text { position, bbox, .. } => {
            *position = moved(*position);
            *bbox = [bbox[0] + x, bbox[1] + y, bbox[2] + x, bbox[3] + y];
        }
        _ => {}
    }
}

/// A coordinate with bits of fraction as a recorded one.
pub(super) fn pixel(value: i64, shift: i64) -> f32 {
    (value as f64 / f64::from(1_u32 << shift.clamp(0, 16))) as f32
}

/// A fault of this file's callers: an argument that must be an array.
pub(super) fn not_an_array(function: &str, name: &str) -> Fault {
    unparsable(function, &format!("{name} is not a numpy array, neither a scalar"))
}
