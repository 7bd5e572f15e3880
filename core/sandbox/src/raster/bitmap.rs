//! Pixels in the record that no operation describes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::Canvas;
use crate::Rgba;

/// A picture as the record keeps it.
pub(crate) fn encoded(picture: &Canvas) -> Option<String> {
    super::encode(picture, "PNG").map(|bytes| STANDARD.encode(bytes))
}

/// Replaces the pixels below a recorded picture. What is no picture of that size changes nothing.
pub(super) fn put(canvas: &mut Canvas, at: [i32; 2], size: [u32; 2], png: &str) {
    let Ok(bytes) = STANDARD.decode(png) else { return };
    let Ok(picture) = super::decode(&bytes) else { return };
    if picture.size() != size {
        return;
    }
    for (x, y, pixel) in picture.pixels.enumerate_pixels() {
        let place = |corner: i32, offset: u32| i64::from(corner) + i64::from(offset);
        if let (Ok(x), Ok(y)) = (i32::try_from(place(at[0], x)), i32::try_from(place(at[1], y))) {
            let color: Rgba = pixel.0;
            canvas.put(x, y, color);
        }
    }
}
