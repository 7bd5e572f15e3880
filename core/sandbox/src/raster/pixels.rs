//! Pixels that copies share until one of them is drawn on.

use std::cell::OnceCell;
use std::ops::{Deref, DerefMut};
use std::sync::{Arc, OnceLock};

use image::RgbaImage;

use super::packed::Packed;

/// An image whose clones cost nothing; the first change of one makes it its own. A conversation holds its
/// picture several times over (the input, the opened image, the saved file), mostly unchanged. At rest it takes
/// less memory, until it is next looked at.
#[derive(Debug, Clone, Default)]
pub struct Pixels(Arc<Stored>);

/// One of the two is there at least.
#[derive(Debug, Default)]
struct Stored {
    image: OnceLock<RgbaImage>,
    packed: Option<Arc<Packed>>,
}

impl Clone for Stored {
    fn clone(&self) -> Self {
        Self { image: self.image().clone().into(), packed: None }
    }
}

impl Stored {
    fn image(&self) -> &RgbaImage {
        self.image.get_or_init(|| self.packed.as_ref().map(|packed| packed.unpacked()).unwrap_or_default())
    }
}

impl Pixels {
    /// The image, copied only if it is shared.
    pub fn into_image(self) -> RgbaImage {
        match Arc::try_unwrap(self.0) {
            Ok(mut stored) => stored.image.take().unwrap_or_else(|| stored.image().clone()),
            Err(shared) => shared.image().clone(),
        }
    }

    /// The same pixels at rest; they themselves where that saves nothing. `from` is what they may be a copy of.
    pub(crate) fn at_rest(&self, from: Option<&Original>) -> Self {
        let packed = match (&self.0.packed, self.0.image.get()) {
            (Some(packed), Some(_)) => Some(packed.clone()),
            (None, Some(image)) => Packed::of(image, from).map(Arc::new),
            (_, None) => None,
        };
        match packed {
            Some(packed) => Self(Stored { image: OnceLock::new(), packed: Some(packed) }.into()),
            None => self.clone(),
        }
    }

    /// Whether both are one buffer.
    pub(crate) fn shares_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl From<RgbaImage> for Pixels {
    fn from(image: RgbaImage) -> Self {
        Self(Stored { image: image.into(), packed: None }.into())
    }
}

impl PartialEq for Pixels {
    fn eq(&self, other: &Self) -> bool {
        self.shares_with(other) || **self == **other
    }
}

impl Eq for Pixels {}

impl Deref for Pixels {
    type Target = RgbaImage;

    fn deref(&self) -> &RgbaImage {
        self.0.image()
    }
}

impl DerefMut for Pixels {
    fn deref_mut(&mut self) -> &mut RgbaImage {
        self.0.image();
        let stored = Arc::make_mut(&mut self.0);
        // What was packed will no longer be the same picture.
        stored.packed = None;
        stored.image.get_mut().expect("unpacked above, or by the copy")
    }
}

/// A picture at rest of which others may be changed copies.
pub(crate) struct Original {
    awake: Pixels,
    pub(super) packed: Arc<Packed>,
    unpacked: OnceCell<RgbaImage>,
}

impl Original {
    /// `None` where the picture is not packed.
    pub fn new(awake: Pixels, at_rest: &Pixels) -> Option<Self> {
        let packed = at_rest.0.packed.clone()?;
        Some(Self { awake, packed, unpacked: OnceCell::new() })
    }

    /// Looked at without waking the one at rest.
    pub(super) fn image(&self) -> &RgbaImage {
        let awake = self.awake.0.image.get();
        awake.unwrap_or_else(|| self.unpacked.get_or_init(|| self.packed.unpacked()))
    }
}
