//! What OpenCV's strokes are written on.

use image::RgbaImage;

use crate::Rgba;

/// A window of pixels that takes one colour.
pub(crate) trait Surface {
    /// Width and height.
    fn size(&self) -> [i64; 2];

    /// Writes the colour from `x0` to `x1`, both included and inside the window.
    fn fill(&mut self, x0: i64, x1: i64, y: i64);

    /// Moves a pixel inside the window towards the colour by `weight` of 256, twice, as antialiased lines do.
    fn blend(&mut self, x: i64, y: i64, weight: i32);
}

impl dyn Surface + '_ {
    /// Writes the part of a span that is inside.
    pub fn span(&mut self, x0: i64, x1: i64, y: i64) {
        let [width, height] = self.size();
        let (x0, x1) = (x0.max(0), x1.min(width - 1));
        if x0 <= x1 && (0..height).contains(&y) {
            self.fill(x0, x1, y);
        }
    }

    /// Writes a pixel, if it is inside.
    pub fn point(&mut self, x: i64, y: i64) {
        self.span(x, x, y);
    }

    /// Blends a pixel, if it is inside.
    pub fn mix(&mut self, x: i64, y: i64, weight: i32) {
        let [width, height] = self.size();
        if (0..width).contains(&x) && (0..height).contains(&y) {
            self.blend(x, y, weight);
        }
    }
}

/// One channel on its way to the colour's.
fn mixed(own: u8, color: u8, weight: i32) -> u8 {
    let (mut value, color) = (i32::from(own), i32::from(color));
    for _ in 0..2 {
        value += ((color - value) * weight + 127) >> 8;
    }
    value as u8
}

/// A part of an image.
pub(crate) struct Window<'a> {
    pixels: &'a mut RgbaImage,
    origin: [u32; 2],
    size: [u32; 2],
    color: Rgba,
}

impl<'a> Window<'a> {
    /// The part `[x, y, width, height]` of an image, cut at its borders; the whole of it if missing.
    pub fn new(pixels: &'a mut RgbaImage, part: Option<[u32; 4]>, color: Rgba) -> Self {
        let [width, height] = [pixels.width(), pixels.height()];
        let [x, y, part_width, part_height] = part.unwrap_or([0, 0, width, height]);
        let origin = [x.min(width), y.min(height)];
        let size = [part_width.min(width - origin[0]), part_height.min(height - origin[1])];
        Self { pixels, origin, size, color }
    }

    fn start(&self, x: i64, y: i64) -> usize {
        let [left, top] = self.origin.map(|side| side as usize);
        4 * ((top + y as usize) * self.pixels.width() as usize + left + x as usize)
    }
}

impl Surface for Window<'_> {
    fn size(&self) -> [i64; 2] {
        self.size.map(i64::from)
    }

    fn fill(&mut self, x0: i64, x1: i64, y: i64) {
        let (start, end) = (self.start(x0, y), self.start(x1, y) + 4);
        let pixels: &mut [u8] = self.pixels;
        pixels[start..end].chunks_exact_mut(4).for_each(|pixel| pixel.copy_from_slice(&self.color));
    }

    fn blend(&mut self, x: i64, y: i64, weight: i32) {
        let start = self.start(x, y);
        let pixels: &mut [u8] = self.pixels;
        for (own, color) in pixels[start..start + 4].iter_mut().zip(self.color) {
            *own = mixed(*own, color, weight);
        }
    }
}

/// Pixels of one to four bytes in rows.
pub(crate) struct Rows<'a> {
    /// The bytes that the pixels are among.
    pub bytes: &'a mut [u8],
    /// Where the first pixel begins.
    pub start: usize,
    /// Bytes from one row to the next.
    pub pitch: usize,
    /// Bytes of a pixel.
    pub channels: usize,
    /// Width and height.
    pub size: [usize; 2],
    /// A byte for each channel.
    pub color: [u8; 4],
}

impl Rows<'_> {
    fn at(&self, x: i64, y: i64) -> usize {
        self.start + y as usize * self.pitch + x as usize * self.channels
    }
}

impl Surface for Rows<'_> {
    fn size(&self) -> [i64; 2] {
        self.size.map(|side| side as i64)
    }

    fn fill(&mut self, x0: i64, x1: i64, y: i64) {
        let (start, end) = (self.at(x0, y), self.at(x1, y) + self.channels);
        let color = &self.color[..self.channels];
        self.bytes[start..end].chunks_exact_mut(color.len()).for_each(|pixel| pixel.copy_from_slice(color));
    }

    fn blend(&mut self, x: i64, y: i64, weight: i32) {
        let start = self.at(x, y);
        for (own, color) in self.bytes[start..start + self.channels].iter_mut().zip(self.color) {
            *own = mixed(*own, color, weight);
        }
    }
}
