//! Operations that make a whole image from other images.

use image::imageops;

use super::filter::Filter;
use super::pen::edge;
use super::{Canvas, Chop, Resample, chops, flood, quantize, resample, rotate, warp};
use crate::{CanvasId, Mode, Rgba};

/// How one image came from another. [`Display`](fmt::Display) and [`FromStr`] are inverse; the printed form
/// is what a `Derive` operation records, such as `resize bicubic` or `rotate 90 nearest`.
#[derive(Debug, Clone, PartialEq)]
pub enum Transform {
    /// The same picture.
    Copy,
    /// A part of the picture; what lies outside is black (transparent with alpha).
    Crop,
    /// Another mode.
    Convert(Mode),
    /// Another size.
    Resize(Resample),
    /// Counter-clockwise by degrees.
    Rotate {
        /// The angle.
        degrees: f64,
        /// Interpolation.
        resample: Resample,
        /// Whether the result holds all corners.
        expand: bool,
        /// Centre of the rotation, the middle if missing.
        center: Option<[f32; 2]>,
        /// Colour of the corners.
        fill: Rgba,
    },
    /// Mirrored or turned by quarters.
    Transpose(Transpose),
    /// A neighbourhood filter.
    Filter(Filter),
    /// Every channel but alpha inverted.
    Invert,
    /// Interpolated towards another image.
    Blend(CanvasId, f32),
    /// Another image where the mask is black.
    Composite(CanvasId, CanvasId),
    /// Another image laid over with its corner at a place.
    Over(CanvasId, [i32; 2]),
    /// One channel as a grey image.
    Band(usize),
    /// Channels from grey images.
    Merge(Mode, Vec<CanvasId>),
    /// Alpha taken from a grey image.
    Alpha(CanvasId),
    /// The region around a point filled with a colour, up to a threshold.
    Flood([i32; 2], Rgba, f32),
    /// Red and blue exchanged.
    SwapRedBlue,
    /// Grey by OpenCV's weights, which round otherwise than Pillow's.
    Grey,
    /// Each value of each channel looked up in a table.
    Lookup(Box<[u8; 256]>),
    /// Each band looked up in a table of its own.
    LookupBands(Vec<[u8; 256]>),
    /// Combined with another image; adding and subtracting have a scale and an offset.
    Chop(Chop, CanvasId, f32, i32),
    /// Moved, with what leaves on one side coming in on the other.
    Roll([i32; 2]),
    /// The part of the size of whole blocks, each block its mean.
    Reduce([u32; 2]),
    /// Looked up through a projective map from result to source.
    Warp {
        /// `x = (a X + b Y + c) / (g X + h Y + 1)`, `y = (d X + e Y + f) / (g X + h Y + 1)`.
        map: [f64; 8],
        /// Interpolation.
        resample: Resample,
        /// Colour of places outside the source.
        fill: Rgba,
    },
    /// The four corners of the source that the result's corners show, bilinear between them.
    Quad {
        /// Eight coefficients: x is `a0 + a1 X + a2 Y + a3 X Y`, y the same with `a4` to `a7`.
        map: [f64; 8],
        /// Interpolation.
        resample: Resample,
        /// Colour of places outside the source.
        fill: Rgba,
    },
    /// At most so many colours, as a picture of palette indices.
    Quantize(u32),
    /// Pillow's linear (`false`) or radial (`true`) gradient.
    Gradient(bool),
    /// Pixels computed by the script, in records from before `DrawKind::Bitmap`.
    Array,
}

/// Pillow's transpositions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // Pillow's names
pub enum Transpose {
    FlipLeftRight,
    FlipTopBottom,
    Rotate90,
    Rotate180,
    Rotate270,
    Transpose,
    Transverse,
}

impl Transpose {
    /// All of them in the order of Pillow's numbers, with their names.
    pub const ALL: [(Self, &'static str); 7] = [
        (Self::FlipLeftRight, "FLIP_LEFT_RIGHT"),
        (Self::FlipTopBottom, "FLIP_TOP_BOTTOM"),
        (Self::Rotate90, "ROTATE_90"),
        (Self::Rotate180, "ROTATE_180"),
        (Self::Rotate270, "ROTATE_270"),
        (Self::Transpose, "TRANSPOSE"),
        (Self::Transverse, "TRANSVERSE"),
    ];

    fn apply(self, pixels: &image::RgbaImage) -> image::RgbaImage {
        // Pillow's turns are counter-clockwise, those of `image` clockwise.
        match self {
            Self::FlipLeftRight => imageops::flip_horizontal(pixels),
            Self::FlipTopBottom => imageops::flip_vertical(pixels),
            Self::Rotate90 => imageops::rotate270(pixels),
            Self::Rotate180 => imageops::rotate180(pixels),
            Self::Rotate270 => imageops::rotate90(pixels),
            Self::Transpose => imageops::flip_horizontal(&imageops::rotate90(pixels)),
            Self::Transverse => imageops::flip_horizontal(&imageops::rotate270(pixels)),
        }
    }
}

impl Transform {
    /// The canvases it needs besides the one it starts from.
    pub fn sources(&self) -> Vec<CanvasId> {
        match self {
            Self::Blend(id, _) | Self::Over(id, _) | Self::Alpha(id) | Self::Chop(_, id, ..) => vec![*id],
            Self::Composite(image, mask) => vec![*image, *mask],
            Self::Merge(_, bands) => bands.clone(),
            _ => Vec::new(),
        }
    }

    /// The size of the result for an image of `size`, for transforms that decide it themselves.
    pub fn result_size(&self, size: [u32; 2]) -> [u32; 2] {
        match self {
            Self::Rotate { degrees, expand, center, .. } => match quarter(*degrees, size, *expand, *center) {
                Some(turn) => Self::Transpose(turn).result_size(size),
                None => rotate::placement(size, *degrees, *center, *expand).size,
            },
            Self::Transpose(
                Transpose::Rotate90 | Transpose::Rotate270 | Transpose::Transpose | Transpose::Transverse,
            ) => [size[1], size[0]],
            _ => size,
        }
    }

    /// Makes the image of `size` from `from`. `region` is the part of `from` to crop or resize, and `others`
    /// are the [`sources`](Self::sources) in their order.
    pub fn apply(
        &self,
        from: &Canvas,
        size: [u32; 2],
        region: Option<[f32; 4]>,
        others: &[&Canvas],
    ) -> Canvas {
        let mode = from.mode;
        let (first, second) = (others.first().copied(), others.get(1).copied());
        match self {
            Self::Copy | Self::Array => from.clone(),
            Self::Chop(chop, _, scale, offset) => match first {
                Some(other) => chop.apply(from, other, *scale, *offset),
                None => from.clone(),
            },
            Self::Roll(by) => chops::roll(from, *by),
            Self::Reduce(factor) => warp::reduce(from, *factor),
            Self::Warp { map, resample, fill } => warp::project(from, size, map, *resample, *fill),
            Self::Quad { map, resample, fill } => warp::quad(from, size, map, *resample, *fill),
            Self::Quantize(colors) => quantize::quantize(from, *colors),
            Self::Gradient(radial) => chops::gradient(*radial),
            Self::LookupBands(tables) => {
                let mut out = from.clone();
                for pixel in out.pixels.pixels_mut() {
                    for (value, table) in pixel.0.iter_mut().zip(tables) {
                        *value = table[usize::from(*value)];
                    }
                }
                out
            }
            Self::Convert(mode) => from.convert(*mode),
            Self::Crop => {
                let [x0, y0, ..] = region.unwrap_or_default();
                let mut out = Canvas::new(size, mode, if from.has_alpha() { [0; 4] } else { [0, 0, 0, 255] });
                let back = |side: f32| -edge(side) as i32;
                out.paste(from, [back(x0), back(y0)], None);
                out
            }
            Self::Resize(filter) => resample::resize(from, size, region, *filter),
            Self::Rotate { degrees, resample, expand, center, fill } => {
                match quarter(*degrees, from.size(), *expand, *center) {
                    Some(turn) => Canvas { mode, pixels: turn.apply(&from.pixels).into() },
                    None if degrees.rem_euclid(360.0) == 0.0 && center.is_none() => from.clone(),
                    None => {
                        let placement = rotate::placement(from.size(), *degrees, *center, *expand);
                        rotate::affine(from, &placement, *resample, *fill)
                    }
                }
            }
            Self::Transpose(turn) => Canvas { mode, pixels: turn.apply(&from.pixels).into() },
            Self::Filter(filter) => filter.apply(from),
            Self::Invert => map(from, |[r, g, b, a]| [255 - r, 255 - g, 255 - b, a]),
            Self::SwapRedBlue => map(from, |[r, g, b, a]| [b, g, r, a]),
            Self::Grey => {
                let mut out = map(from, |pixel| {
                    let value = grey(pixel);
                    [value, value, value, 255]
                });
                out.mode = Mode::Luma;
                out
            }
            Self::Lookup(table) => map(from, |[r, g, b, a]| {
                let look = |value: u8| table[usize::from(value)];
                [look(r), look(g), look(b), if mode.has_fourth() { look(a) } else { a }]
            }),
            Self::Blend(_, share) => zip(from, first, |a, b| {
                let value = f32::from(a) + share * (f32::from(b) - f32::from(a));
                value.clamp(0.0, 255.0) as u8
            }),
            Self::Composite(..) => {
                let mut out = second_or(first, from).clone();
                out.mode = mode;
                if let Some(mask) = second {
                    out.paste(from, [0, 0], Some(mask));
                }
                out
            }
            Self::Over(_, at) => {
                let mut out = from.clone();
                if let Some(over) = first {
                    out.composite_over(over, *at);
                }
                out
            }
            Self::Band(channel) => {
                let mut out = map(from, |pixel| {
                    let value = pixel[(*channel).min(3)];
                    [value, value, value, 255]
                });
                out.mode = Mode::Luma;
                out
            }
            Self::Merge(mode, _) => {
                let mut out = Canvas::new(from.size(), *mode, [0, 0, 0, 255]);
                if !mode.is_plain() && !mode.channels().is_empty() {
                    for (channel, band) in mode.channels().iter().zip(others) {
                        for (pixel, value) in out.pixels.pixels_mut().zip(band.pixels.pixels()) {
                            pixel.0[*channel] = value.0[0];
                        }
                    }
                    return out;
                }
                for (channel, band) in others.iter().enumerate() {
                    let grey = mode.bands().len() < 3;
                    for (pixel, value) in out.pixels.pixels_mut().zip(band.pixels.pixels()) {
                        match (grey, channel) {
                            (true, 0) => pixel.0[..3].fill(value.0[0]),
                            (true, _) => pixel.0[3] = value.0[0],
                            (false, _) => pixel.0[channel.min(3)] = value.0[0],
                        }
                    }
                }
                out
            }
            Self::Alpha(_) => {
                let mut out = from.clone();
                if !from.has_alpha() {
                    out.mode = if mode.bands().len() == 1 { Mode::LumaAlpha } else { Mode::Rgba };
                }
                if let Some(alpha) = first {
                    for (pixel, value) in out.pixels.pixels_mut().zip(alpha.pixels.pixels()) {
                        pixel.0[3] = value.0[0];
                    }
                }
                out
            }
            Self::Flood(seed, color, threshold) => {
                let mut out = from.clone();
                flood::flood(&mut out, *seed, *color, *threshold);
                out
            }
        }
    }
}

/// Grey as OpenCV computes it of bytes: weights of 32768, rounded.
fn grey([r, g, b, _]: Rgba) -> u8 {
    ((u32::from(r) * 9798 + u32::from(g) * 19235 + u32::from(b) * 3735 + 0x4000) >> 15) as u8
}

/// Quarter turns are exact where the result has room for them.
fn quarter(degrees: f64, size: [u32; 2], expand: bool, center: Option<[f32; 2]>) -> Option<Transpose> {
    if center.is_some() {
        return None;
    }
    let fits = expand || size[0] == size[1];
    match degrees.rem_euclid(360.0) {
        180.0 => Some(Transpose::Rotate180),
        90.0 if fits => Some(Transpose::Rotate90),
        270.0 if fits => Some(Transpose::Rotate270),
        _ => None,
    }
}

fn second_or<'a>(other: Option<&'a Canvas>, from: &'a Canvas) -> &'a Canvas {
    other.filter(|other| other.size() == from.size()).unwrap_or(from)
}

fn map(from: &Canvas, change: impl Fn(Rgba) -> Rgba) -> Canvas {
    let mut out = from.clone();
    for pixel in out.pixels.pixels_mut() {
        pixel.0 = change(pixel.0);
    }
    out
}

fn zip(from: &Canvas, other: Option<&Canvas>, mix: impl Fn(u8, u8) -> u8) -> Canvas {
    let mut out = from.clone();
    if let Some(other) = other {
        for (pixel, value) in out.pixels.pixels_mut().zip(other.pixels.pixels()) {
            for (own, new) in pixel.0.iter_mut().zip(value.0) {
                *own = mix(*own, new);
            }
        }
    }
    out
}
