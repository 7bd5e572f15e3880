//! A picture as chosen by a person: read, and refused with reasons where no model could see it.

use std::sync::Arc;

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ImageBitmap};

/// Qwen2.5-VL refuses pictures whose sides differ more than this; saying so at once spares a run.
const MAX_ASPECT: f64 = 200.0;
/// Beyond this, decoding alone would exceed the memory of a tab.
const MAX_PIXELS: f64 = 64e6;

/// A picture file's bytes and its size in pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// File name, for people.
    pub name: String,
    /// The file.
    pub bytes: Arc<[u8]>,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
}

impl Picture {
    /// Reads a file that was picked, dropped or pasted.
    pub async fn read(name: String, blob: Blob) -> Result<Self, String> {
        if blob.size() == 0.0 {
            return Err(format!("{name} is empty (0 bytes): choose a picture file with content."));
        }
        let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| {
            format!("{name} cannot be read: it may have been moved or deleted. Choose it again.")
        })?;
        let bytes: Arc<[u8]> = js_sys::Uint8Array::new(&buffer).to_vec().into();
        let not_a_picture = || {
            format!("{name} is not a picture that can be read: choose a PNG, JPEG, WebP, GIF or BMP file.")
        };
        let decoding = window().create_image_bitmap_with_blob(&blob).map_err(|_| not_a_picture())?;
        let bitmap: ImageBitmap =
            JsFuture::from(decoding).await.map_err(|_| not_a_picture())?.unchecked_into();
        let (width, height) = (bitmap.width(), bitmap.height());
        bitmap.close();
        check_size(&name, width, height)?;
        Ok(Self { name, bytes, width, height })
    }

    /// The file again, for a canvas.
    pub fn blob(&self) -> Option<Blob> {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(&*self.bytes));
        Blob::new_with_u8_array_sequence_and_options(&parts, &BlobPropertyBag::new()).ok()
    }
}

fn check_size(name: &str, width: u32, height: u32) -> Result<(), String> {
    let (w, h) = (f64::from(width), f64::from(height));
    let aspect = w.max(h) / w.min(h).max(1.0);
    if aspect > MAX_ASPECT {
        return Err(format!(
            "{name} is {width} x {height} pixels, {aspect:.0} times as long as it is wide: the model sees at most \
             {MAX_ASPECT:.0} to 1. Crop it and choose it again."
        ));
    }
    if w * h > MAX_PIXELS {
        return Err(format!(
            "{name} is {width} x {height} pixels, too large for a browser tab: scale it below 64 megapixels."
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::check_size;

    #[test]
    fn extreme_shapes_are_refused_with_their_size() {
        let refused = check_size("strip.png", 20_000, 10).unwrap_err();
        assert!(refused.contains("strip.png") && refused.contains("20000 x 10"), "{refused}");
        assert!(check_size("huge.png", 20_000, 20_000).unwrap_err().contains("megapixels"));
        assert!(check_size("fine.png", 2000, 10).is_ok());
    }
}
