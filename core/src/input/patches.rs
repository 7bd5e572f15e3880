//! Pixels to normalised patches.

use image::RgbImage;

use super::{InputError, ProcessorConfig, resize_bicubic, smart_resize};
use crate::model::Grid;

/// One picture as the vision tower takes it.
#[derive(Debug, Clone, PartialEq)]
pub struct Patches {
    /// Normalised values, patch after patch: `[patches, channels * frames * side * side]`.
    pub pixels: Vec<f32>,
    /// How the patches lie.
    pub grid: Grid,
}

/// Resizes pictures and cuts them into patches.
#[derive(Debug, Clone, PartialEq)]
pub struct ImageProcessor {
    config: ProcessorConfig,
}

impl ImageProcessor {
    /// A processor with these limits and sizes.
    pub fn new(config: ProcessorConfig) -> Self {
        ImageProcessor { config }
    }

    /// The limits and sizes.
    pub fn config(&self) -> &ProcessorConfig {
        &self.config
    }

    /// The picture as the model sees it: sides a multiple of one token, area within the limits. Pixel
    /// coordinates the model gives refer to this picture. A canvas stays as it is.
    pub fn canvas(&self, picture: &RgbImage) -> Result<RgbImage, InputError> {
        let (width, height) = picture.dimensions();
        if self.is_canvas(width, height) {
            return Ok(picture.clone());
        }
        let ProcessorConfig { min_pixels, max_pixels, .. } = self.config;
        let (new_width, new_height) =
            smart_resize(width, height, self.config.factor(), min_pixels, max_pixels)?;
        Ok(resize_bicubic(picture, new_width, new_height))
    }

    /// The patches of a picture, resized first unless it is a canvas already.
    pub fn patches(&self, picture: &RgbImage) -> Result<Patches, InputError> {
        if self.is_canvas(picture.width(), picture.height()) {
            Ok(self.cut(picture))
        } else {
            Ok(self.cut(&self.canvas(picture)?))
        }
    }

    fn is_canvas(&self, width: u32, height: u32) -> bool {
        let factor = self.config.factor();
        let area = u64::from(width) * u64::from(height);
        width.is_multiple_of(factor)
            && height.is_multiple_of(factor)
            && (self.config.min_pixels..=self.config.max_pixels).contains(&area)
    }

    /// Patches go by merge square, row-major, then row-major inside the square; the values of one by
    /// channel, frame (the picture repeated), row and column.
    fn cut(&self, canvas: &RgbImage) -> Patches {
        let ProcessorConfig { patch_size: side, temporal_patch_size: frames, merge_size: merge, .. } =
            self.config;
        let tables: [[f32; 256]; 3] = std::array::from_fn(|channel| {
            let (mean, std) = (self.config.image_mean[channel], self.config.image_std[channel]);
            std::array::from_fn(|value| (value as f32 / 255.0 - mean) / std)
        });
        let (width, height) = (canvas.width() as usize, canvas.height() as usize);
        let (rows, columns) = (height / side, width / side);
        let bytes = canvas.as_raw();
        let mut pixels = Vec::with_capacity(width * height * 3 * frames);
        for square in 0..rows / merge * (columns / merge) {
            let (top, left) = (square / (columns / merge) * merge, square % (columns / merge) * merge);
            for patch in 0..merge * merge {
                let (y, x) = ((top + patch / merge) * side, (left + patch % merge) * side);
                for (channel, table) in tables.iter().enumerate() {
                    let start = pixels.len();
                    for row in y..y + side {
                        let line = &bytes[(row * width + x) * 3..(row * width + x + side) * 3];
                        pixels.extend(
                            line.iter().skip(channel).step_by(3).map(|value| table[usize::from(*value)]),
                        );
                    }
                    for _ in 1..frames {
                        pixels.extend_from_within(start..start + side * side);
                    }
                }
            }
        }
        Patches { pixels, grid: Grid::image(rows, columns) }
    }
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn processor() -> ImageProcessor {
        ImageProcessor::new(ProcessorConfig {
            min_pixels: 16,
            max_pixels: 400,
            patch_size: 2,
            merge_size: 2,
            image_mean: [0.0; 3],
            image_std: [1.0 / 255.0; 3],
            ..Default::default()
        })
    }

    #[test]
    fn patches_follow_the_merge_squares_and_repeat_the_frame() {
        let picture = RgbImage::from_fn(8, 4, |x, y| Rgb([(y * 8 + x) as u8, 100, 200]));
        let patches = processor().patches(&picture).expect("patches");
        assert_eq!(patches.grid, Grid::image(2, 4));
        let reds = |patch: usize| {
            patches.pixels[patch * 24..][..4].iter().map(|v| v.round() as u8).collect::<Vec<_>>()
        };
        assert_eq!(reds(0), [0, 1, 8, 9]);
        assert_eq!(reds(1), [2, 3, 10, 11]);
        assert_eq!(reds(2), [16, 17, 24, 25]);
        assert_eq!(reds(4), [4, 5, 12, 13]);
        assert_eq!(patches.pixels[..4], patches.pixels[4..8]);
        assert_eq!(patches.pixels[8].round(), 100.0);
    }

    #[test]
    fn a_canvas_is_its_own_canvas() {
        let picture = RgbImage::from_fn(50, 31, |x, y| Rgb([x as u8 * 5, y as u8 * 8, 7]));
        let canvas = processor().canvas(&picture).expect("canvas");
        assert_eq!((canvas.width() % 4, canvas.height() % 4), (0, 0));
        assert_eq!(processor().canvas(&canvas).expect("again"), canvas);
    }
}
