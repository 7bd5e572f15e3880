//! Image files as bytes.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbaImage};

use super::Canvas;
use crate::Mode;

/// File name endings that images may be saved under, with the name of their format.
pub const FORMATS: [(&str, &str); 11] = [
    ("png", "PNG"),
    ("apng", "PNG"),
    ("jpg", "JPEG"),
    ("jpeg", "JPEG"),
    ("jpe", "JPEG"),
    ("jfif", "JPEG"),
    ("webp", "WEBP"),
    ("bmp", "BMP"),
    ("dib", "BMP"),
    ("gif", "GIF"),
    ("tif", "TIFF"),
];

/// The format that a path's ending stands for.
pub fn format_of(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (_, ending) = name.rsplit_once('.')?;
    FORMATS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending)).map(|(_, format)| *format)
}

/// Decodes a picture of any supported format.
///
/// # Errors
/// If the bytes are no such picture, or it has more than [`MAX_PIXELS`](super::MAX_PIXELS) pixels.
pub fn decode(bytes: &[u8]) -> image::ImageResult<Canvas> {
    let reader = image::ImageReader::new(std::io::Cursor::new(bytes)).with_guessed_format()?;
    let (width, height) = reader.into_dimensions()?;
    if u64::from(width) * u64::from(height) > super::MAX_PIXELS {
        return Err(image::ImageError::Limits(image::error::LimitError::from_kind(
            image::error::LimitErrorKind::DimensionError,
        )));
    }
    let picture = image::load_from_memory(bytes)?;
    let mode = match (picture.color().has_color(), picture.color().has_alpha()) {
        (true, false) => Mode::Rgb,
        (true, true) => Mode::Rgba,
        (false, false) => Mode::Luma,
        (false, true) => Mode::LumaAlpha,
    };
    let pixels: RgbaImage = picture.into_rgba8();
    Ok(Canvas::from_pixels(pixels, mode))
}

/// The formats that have an encoder here.
const ENCODED: [(&str, ImageFormat); 5] = [
    ("PNG", ImageFormat::Png),
    ("JPEG", ImageFormat::Jpeg),
    ("WEBP", ImageFormat::WebP),
    ("BMP", ImageFormat::Bmp),
    ("GIF", ImageFormat::Gif),
];

/// The format and size of the picture in `bytes`, if they are one.
pub fn probe(bytes: &[u8]) -> Option<(&'static str, [u32; 2])> {
    let reader = image::ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let format = reader.format()?;
    let (name, _) = ENCODED.iter().find(|(_, known)| *known == format)?;
    let (width, height) = reader.into_dimensions().ok()?;
    Some((name, [width, height]))
}

/// The bytes of a picture in a format of [`FORMATS`]; `None` if there is no encoder for it.
pub fn encode(canvas: &Canvas, format: &str) -> Option<Vec<u8>> {
    let (_, format) = ENCODED.iter().find(|(name, _)| *name == format)?;
    let picture = DynamicImage::ImageRgba8(canvas.shown().into_image());
    let picture = match canvas.mode {
        Mode::Rgba => picture,
        Mode::Rgb | Mode::Palette | Mode::Hsv | Mode::YCbCr | Mode::Cmyk => picture.into_rgb8().into(),
        Mode::LumaAlpha => picture.into_luma_alpha8().into(),
        _ => picture.into_luma8().into(),
    };
    // The encoder of GIF takes colours only.
    let picture = if *format == ImageFormat::Gif { picture.into_rgba8().into() } else { picture };
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), *format).ok()?;
    Some(bytes)
}
