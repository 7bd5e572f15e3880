//! Between the sandbox's pixels, which have four channels, and those of pictures, which have three.
//!
//! The `image` crate's conversions go through its colour spaces and take several times as long, once a picture was also
//! copied for them.

use image::{RgbImage, RgbaImage};

/// The picture without its transparency.
pub(crate) fn rgb(picture: &RgbaImage) -> RgbImage {
    let mut plain = RgbImage::new(picture.width(), picture.height());
    for (to, from) in plain.as_chunks_mut().0.iter_mut().zip(picture.as_raw().as_chunks().0) {
        let [r, g, b, _]: [u8; 4] = *from;
        *to = [r, g, b];
    }
    plain
}

/// The picture, opaque.
pub(crate) fn rgba(picture: &RgbImage) -> RgbaImage {
    let mut opaque = RgbaImage::new(picture.width(), picture.height());
    for (to, from) in opaque.as_chunks_mut().0.iter_mut().zip(picture.as_raw().as_chunks().0) {
        let [r, g, b]: [u8; 3] = *from;
        *to = [r, g, b, 255];
    }
    opaque
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, RgbImage};

    use super::{rgb, rgba};

    #[test]
    fn pixels_are_those_of_the_usual_conversion() {
        let picture = RgbImage::from_fn(7, 5, |x, y| image::Rgb([(40 * x) as u8, (50 * y) as u8, 200]));
        let opaque = rgba(&picture);
        assert_eq!(opaque, DynamicImage::from(picture.clone()).into_rgba8());
        assert_eq!(rgb(&opaque), picture);
    }
}
