//! Image files to RGB pixels.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, RgbImage, metadata::Orientation};

use super::{InputError, smart_resize::check_aspect};

/// Pictures of more pixels are refused before their memory is asked for.
const MAX_MEGAPIXELS: u64 = 64;

/// Decodes PNG, JPEG, WebP, GIF (first frame) or BMP. The camera's orientation is applied, and
/// transparent pixels are laid over white, as the reference's own loader does.
pub fn decode_image(bytes: &[u8]) -> Result<RgbImage, InputError> {
    if bytes.is_empty() {
        return Err(InputError::EmptyImage);
    }
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(broken)?;
    if reader.format().is_none() {
        return Err(InputError::UnknownFormat);
    }
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MAX_MEGAPIXELS * 1_000_000 {
        return Err(InputError::TooManyPixels { width, height, max_megapixels: MAX_MEGAPIXELS });
    }
    check_aspect(width, height)?;
    // A broken orientation tag is no reason to refuse the pixels.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(orientation);
    Ok(over_white(picture))
}

fn over_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [r, g, b, a] = rgba.get_pixel(x, y).0;
        let blend = |c: u8| ((u32::from(c) * u32::from(a) + 255 * (255 - u32::from(a)) + 127) / 255) as u8;
        image::Rgb([blend(r), blend(g), blend(b)])
    })
}

fn unreadable(error: ImageError) -> InputError {
    match error {
        ImageError::Unsupported(_) => InputError::UnknownFormat,
        other => broken(other),
    }
}

fn broken(error: impl std::fmt::Display) -> InputError {
    InputError::BrokenImage(error.to_string())
}

#[cfg(test)]
mod tests {
    use image::{ImageFormat, Rgba, RgbaImage};

    use super::*;

    fn png(picture: &RgbaImage) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).expect("encode");
        bytes.into_inner()
    }

    #[test]
    fn transparency_is_laid_over_white() {
        let bytes = png(&RgbaImage::from_fn(2, 1, |x, _| Rgba([200, 0, 0, if x == 0 { 0 } else { 128 }])));
        let picture = decode_image(&bytes).expect("decodes");
        assert_eq!(picture.get_pixel(0, 0).0, [255, 255, 255]);
        assert_eq!(picture.get_pixel(1, 0).0, [227, 127, 127]);
    }

    #[test]
    fn bad_files_are_named() {
        assert_eq!(decode_image(&[]), Err(InputError::EmptyImage));
        assert_eq!(decode_image(b"hello, I am text"), Err(InputError::UnknownFormat));
        let bytes = png(&RgbaImage::new(20, 20));
        assert!(matches!(decode_image(&bytes[..bytes.len() / 2]), Err(InputError::BrokenImage(_))));
        let bytes = png(&RgbaImage::new(20_000, 10));
        assert_eq!(
            decode_image(&bytes),
            Err(InputError::AspectRatio { width: 20_000, height: 10, max: 200 })
        );
    }

    #[test]
    fn a_forged_size_is_refused_before_decoding() {
        let mut bytes = png(&RgbaImage::new(1, 1));
        // Width and height stand in the PNG header; the checksum follows them.
        bytes[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]);
        let crc = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&crc.to_be_bytes());
        assert!(matches!(decode_image(&bytes), Err(InputError::TooManyPixels { width: 65536, .. })));
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(u32::MAX, |crc, byte| {
            (0..8)
                .fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
        })
    }
}
