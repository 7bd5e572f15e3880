//! Trying a tool out on a picture made for that.

use anyhow::{Result, bail, ensure};
use image::{Rgb, RgbImage};
use vthinker_core::think::IMAGE_PATH;
use vthinker_sandbox::{Limits, Sandbox};

use super::Tool;
use crate::pixels::{rgb, rgba};

/// Width and height of the picture that snippets are written for.
const SIZE: (u32, u32) = (240, 180);
/// Pixels that a tool must change at least.
const VISIBLE: usize = 10;

/// A picture of 240 x 180 pixels with something to find for every kind of tool: filled shapes, edges, a shading.
pub fn specimen() -> RgbImage {
    RgbImage::from_fn(SIZE.0, SIZE.1, |x, y| {
        let (fx, fy) = (f64::from(x), f64::from(y));
        let disc = (fx - 170.0).hypot(fy - 60.0) <= 28.0;
        let box_ = (30..90).contains(&x) && (25..75).contains(&y);
        let triangle = y <= 165 && fy >= 165.0 - 1.2 * (40.0 - (fx - 70.0).abs());
        let line = y == 176 || x == 4;
        match () {
            () if disc => Rgb([200, 60, 60]),
            () if box_ => Rgb([60, 90, 200]),
            () if triangle => Rgb([40, 140, 70]),
            () if line => Rgb([30, 30, 30]),
            // The ground shades a little, so that thresholds and equalisations change it.
            () => Rgb([(225 + x / 12) as u8; 3]),
        }
    })
}

impl Tool {
    /// Runs the snippet in the sandbox on [`specimen`].
    ///
    /// # Errors
    /// If it fails, gives no picture, or gives one that looks as before.
    pub fn try_out(&self) -> Result<()> {
        let before = specimen();
        let run = Sandbox::with_image(rgba(&before), IMAGE_PATH, Limits::default()).run(&self.snippet);
        if let Some(error) = run.error {
            bail!("the snippet of `{}` fails: {error}", self.name);
        }
        let Some(image) = run.images.last() else {
            bail!("the snippet of `{}` gives no picture: it must save one and print its path", self.name);
        };
        let after = rgb(&image.image);
        if after.dimensions() == before.dimensions() {
            let changed = before.pixels().zip(after.pixels()).filter(|(a, b)| a != b).count();
            ensure!(changed >= VISIBLE, "the snippet of `{}` changes {changed} pixels only", self.name);
        }
        Ok(())
    }
}
