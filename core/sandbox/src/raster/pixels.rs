//! Pixels that copies share until one of them is drawn on.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use image::RgbaImage;

/// An image whose clones cost nothing; the first change of one makes it its own. A conversation holds its
/// picture several times over (the input, the opened image, the saved file), mostly unchanged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pixels(Arc<RgbaImage>);

impl Pixels {
    /// The image, copied only if it is shared.
    pub fn into_image(self) -> RgbaImage {
        Arc::unwrap_or_clone(self.0)
    }
}

impl From<RgbaImage> for Pixels {
    fn from(image: RgbaImage) -> Self {
        Self(Arc::new(image))
    }
}

impl Deref for Pixels {
    type Target = RgbaImage;

    fn deref(&self) -> &RgbaImage {
        &self.0
    }
}

impl DerefMut for Pixels {
    fn deref_mut(&mut self) -> &mut RgbaImage {
        Arc::make_mut(&mut self.0)
    }
}
