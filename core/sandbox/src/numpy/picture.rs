//! Arrays as pictures of the record: which canvas the elements of a buffer are, and what of it has changed.

use super::array::{Array, Buffer};
use super::dtype::DType;
use crate::raster::{Canvas, Transform};
use crate::{CanvasId, Mode, Rgba};

/// The order of colour channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Blue first, as OpenCV has it.
    Bgr,
    /// Red first, as Pillow has it.
    Rgb,
}

impl Order {
    /// The other order.
    pub fn swapped(self) -> Self {
        match self {
            Self::Bgr => Self::Rgb,
            Self::Rgb => Self::Bgr,
        }
    }

    /// The colour that the channels of a pixel make.
    pub fn color(self, channels: &[u8]) -> Rgba {
        match *channels {
            [grey] => [grey, grey, grey, 255],
            [b, g, r] if self == Self::Bgr => [r, g, b, 255],
            [r, g, b] => [r, g, b, 255],
            [b, g, r, a] if self == Self::Bgr => [r, g, b, a],
            [r, g, b, a] => [r, g, b, a],
            _ => [0, 0, 0, 255],
        }
    }
}

/// Where in a buffer the pixels of a canvas are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    offset: usize,
    /// Width and height.
    pub size: [usize; 2],
    pub channels: usize,
    /// Elements from one row to the next.
    pitch: usize,
    pub order: Order,
}

/// The part of a canvas that an array shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    /// `[x, y, width, height]`.
    pub place: [u32; 4],
    /// Whether it is the whole canvas.
    pub whole: bool,
    /// The order in which the array has the channels.
    pub order: Order,
    /// Whether there is only one channel, so that the order means nothing.
    pub grey: bool,
}

/// Where the pixels of a buffer came from, as long as it has no canvas of its own.
#[derive(Debug, Clone)]
pub(crate) struct Origin {
    pub canvas: CanvasId,
    /// How often that canvas had been changed by then.
    pub version: u64,
    pub transform: Transform,
    pub region: Option<[u32; 4]>,
}

/// What the record knows of a buffer.
pub(crate) enum Link {
    /// It can be made from another canvas.
    Origin(Origin),
    /// It is this canvas.
    Canvas(CanvasId),
    /// It could be made from another canvas, but that has changed since.
    Lost,
}

/// A buffer as a picture.
pub(crate) struct Picture {
    pub frame: Frame,
    pub link: Link,
}

/// Rows, columns, channels and strides of an array that may be a picture.
fn geometry(array: &Array) -> Option<([usize; 3], [isize; 3])> {
    Some(match (&array.shape[..], &array.strides[..]) {
        (&[rows, cols], &[down, across]) => ([rows, cols, 1], [down, across, 1]),
        (&[rows, cols, channels], &[down, across, step]) => ([rows, cols, channels], [down, across, step]),
        _ => return None,
    })
}

impl Frame {
    /// The frame of a canvas that holds the array: its whole buffer if the array's rows are that buffer's.
    pub fn around(array: &Array, order: Order) -> Option<Self> {
        let ([rows, cols, channels], [down, across, step]) = geometry(array)?;
        let plain = array.dtype == DType::UInt8
            && matches!(channels, 1 | 3 | 4)
            && rows * cols > 0
            && (step == 1 || channels == 1)
            && (across == channels as isize || cols == 1)
            && (rows == 1 || down >= (cols * channels) as isize);
        if !plain {
            return None;
        }
        let length = array.buffer.len();
        let own = if rows == 1 { cols * channels } else { down as usize };
        let known = array.buffer.pitch.get();
        let pitch = if known > 0 { known } else { own };
        let fits = pitch.is_multiple_of(channels)
            && length.is_multiple_of(pitch)
            && (rows == 1 || pitch == own)
            && array.offset % pitch + cols * channels <= pitch
            && (array.offset % pitch).is_multiple_of(channels);
        if fits {
            let size = [pitch / channels, length / pitch];
            return Some(Self { offset: 0, size, channels, pitch, order });
        }
        Some(Self { offset: array.offset, size: [cols, rows], channels, pitch: own, order })
    }

    /// The part that an array shows, if it shows whole pixels of this frame.
    pub fn part(&self, array: &Array) -> Option<Part> {
        let ([rows, cols, channels], [down, across, step]) = geometry(array)?;
        let backwards = step == -1 && channels == 3;
        let aligned = array.dtype == DType::UInt8
            && channels == self.channels
            && (step == 1 || channels == 1 || backwards)
            && (across == channels as isize || cols == 1)
            && (down == self.pitch as isize || rows == 1);
        if !aligned || rows * cols == 0 {
            return None;
        }
        let first = if backwards { array.offset.checked_sub(2)? } else { array.offset };
        let start = first.checked_sub(self.offset)?;
        let (y, along) = (start / self.pitch, start % self.pitch);
        let x = along / channels;
        let inside = along.is_multiple_of(channels) && x + cols <= self.size[0] && y + rows <= self.size[1];
        if !inside {
            return None;
        }
        let place = [x, y, cols, rows].map(|side| side as u32);
        let order = if backwards { self.order.swapped() } else { self.order };
        Some(Part { place, whole: [cols, rows] == self.size, order, grey: channels == 1 })
    }

    /// The mode of the canvas.
    pub fn mode(&self) -> Mode {
        match self.channels {
            1 => Mode::Luma,
            3 => Mode::Rgb,
            _ => Mode::Rgba,
        }
    }

    /// Rows that hold elements of a range.
    pub fn rows(&self, [from, to]: [usize; 2]) -> std::ops::Range<usize> {
        let row = |at: usize| at.saturating_sub(self.offset) / self.pitch;
        let end = if to > self.offset { row(to - 1) + 1 } else { 0 };
        row(from).min(self.size[1])..end.min(self.size[1])
    }

    /// Some rows as pixels.
    pub fn pixels(&self, items: &[u8], rows: std::ops::Range<usize>) -> Canvas {
        let width = self.size[0];
        let mut raw = Vec::with_capacity(width * rows.len() * 4);
        for y in rows.clone() {
            let start = self.offset + y * self.pitch;
            let row = items.get(start..start + width * self.channels).unwrap_or_default();
            for pixel in row.chunks_exact(self.channels) {
                raw.extend_from_slice(&self.order.color(pixel));
            }
        }
        let pixels = image::RgbaImage::from_raw(width as u32, rows.len() as u32, raw).unwrap_or_default();
        Canvas { mode: self.mode(), pixels: pixels.into() }
    }
}

impl Buffer {
    /// Notes that elements are about to be written from `start` on, `stride` apart.
    pub fn touch(&self, start: usize, stride: isize, count: usize) {
        if count == 0 || self.picture.borrow().is_none() {
            return;
        }
        let last = start.saturating_add_signed(stride.saturating_mul(count as isize - 1));
        let [mut from, mut to] = self.changed.get().unwrap_or([usize::MAX, 0]);
        (from, to) = (from.min(start).min(last), to.max(start + 1).max(last + 1));
        self.changed.set(Some([from, to]));
    }

    /// Notes that elements at the given places are about to be written.
    pub fn touch_places(&self, places: &[i64]) {
        if let (Some(low), Some(high)) = (places.iter().min(), places.iter().max()) {
            self.touch(*low as usize, 1, (high - low) as usize + 1);
        }
    }
}

impl Array {
    /// Notes that any of this array's elements may be written.
    pub fn touch(&self) {
        let mut walk = self.walk();
        while let Some((start, stride, count)) = walk.run(usize::MAX) {
            self.buffer.touch(start, stride, count);
        }
    }
}
