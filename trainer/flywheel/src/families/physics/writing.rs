//! Words that must lie inside the picture.

use crate::figure::Place;
use crate::scene::Scene;

/// Writes a text centred on a place; `None` if it could be cut off.
pub(in crate::families) fn write(scene: &mut Scene, at: Place, text: &str, meaning: &str) -> Option<()> {
    let size = scene.letter_size();
    fits(scene, at, text, size).then(|| scene.figure.text(at, text, size, meaning))
}

/// Whether a text of some height lies inside the picture in the widest of the fonts.
pub(in crate::families) fn fits(scene: &Scene, at: Place, text: &str, size: i32) -> bool {
    let (half, up) = (width(text, size) / 2 + 1, size * 7 / 10);
    at.0 >= half && at.1 >= up && at.0 + half < scene.width() && at.1 + up < scene.height()
}

/// An upper bound of a text's width in pixels.
pub(in crate::families) fn width(text: &str, size: i32) -> i32 {
    text.chars().count() as i32 * size * 18 / 25
}
