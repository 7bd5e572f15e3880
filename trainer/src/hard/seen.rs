//! A problem with the picture that its own code draws.

use std::io::Cursor;

use anyhow::{Context, Result};
use image::{DynamicImage, ImageFormat};
use vthinker_core::think::{Content, Feedback, IMAGE_PATH, feedback};
use vthinker_sandbox::{Limits, Sandbox};

use crate::flywheel::{Problem, Segment};

/// The problem with its edited picture in place of the original: what the sandbox makes of its code. None if the code
/// fails or makes no picture.
///
/// # Errors
/// If the problem's picture cannot be read.
pub fn edited(problem: &Problem) -> Result<Option<Problem>> {
    let original = DynamicImage::ImageRgb8(problem.image()?).into_rgba8();
    let mut sandbox = Sandbox::with_image(original, IMAGE_PATH, Limits::default());
    let mut last = None;
    for segment in &problem.trajectory {
        if let Segment::Code(source) = segment {
            let run = sandbox.run(source);
            if run.error.is_some() {
                return Ok(None);
            }
            // As the model would see it.
            let mut shown = feedback(&run, Feedback::Images).into_iter().filter_map(|part| match part {
                Content::Image(picture) => Some(picture),
                Content::Text(_) => None,
            });
            last = shown.next_back().or(last);
        }
    }
    let Some(picture) = last else { return Ok(None) };
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).context("encoding the edited picture")?;
    let (width, height) = picture.dimensions();
    Ok(Some(Problem { image: png.into_inner(), width, height, ..problem.clone() }))
}
