//! One run of a code block, told as it is everywhere: strokes, images, printed text.

use std::io::Cursor;
use std::ops::ControlFlow;

use image::{ImageFormat, RgbImage};
use vthinker_sandbox::{Execution, Sandbox};

use super::prompt::flatten;
use super::{Event, ImageRef, Listener, PolicyError};

/// Runs one code block and tells the listener what it drew, made and printed; breaks if the listener does.
///
/// # Errors
/// If a result image cannot be encoded.
pub async fn execute<L: Listener>(
    sandbox: &mut Sandbox,
    source: &str,
    step: usize,
    listener: &mut L,
) -> Result<(Execution, ControlFlow<()>), PolicyError> {
    let run = sandbox.run(source);
    // The model writes for much longer than a script runs, and many conversations may be waiting for theirs.
    sandbox.rest();
    let heard = tell(&run, step, listener).await?;
    Ok((run, heard))
}

async fn tell<L: Listener>(
    run: &Execution,
    step: usize,
    listener: &mut L,
) -> Result<ControlFlow<()>, PolicyError> {
    for op in &run.ops {
        if listener.hear(Event::Draw { step, op: op.clone() }).await.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    for output in &run.images {
        let image = image_ref(&output.path, output.canvas.0, &flatten(&output.image))?;
        if listener.hear(Event::Image { step, image }).await.is_break() {
            return Ok(ControlFlow::Break(()));
        }
    }
    let output = Event::Output {
        step,
        stdout: run.stdout.clone(),
        error: run.error.clone(),
        repairs: run.repairs.clone(),
    };
    Ok(listener.hear(output).await)
}

/// An image as events carry it.
pub(super) fn image_ref(path: &str, canvas: u32, image: &RgbImage) -> Result<ImageRef, PolicyError> {
    let mut png = Cursor::new(Vec::new());
    image
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|e| PolicyError(format!("`{path}` could not be encoded as PNG: {e}")))?;
    Ok(ImageRef {
        path: path.to_owned(),
        width: image.width(),
        height: image.height(),
        canvas,
        png: png.into_inner(),
    })
}
