//! Drawing recorded operations again.

use std::collections::HashMap;

use image::RgbaImage;

use super::{Canvas, Transform, draw, opencv};
use crate::{CanvasId, DrawKind, DrawOp, Mode};

/// Draws `ops` again and returns what `canvas` then shows. `base` is the conversation's input image, which
/// is canvas 0 from the start; operations of earlier code blocks belong in `ops` if later ones build on
/// them.
pub fn replay(base: &RgbaImage, ops: &[DrawOp], canvas: CanvasId) -> RgbaImage {
    let input = Canvas::from_pixels(base.clone(), Mode::Rgb);
    let mut canvases = HashMap::from([(CanvasId(0), input.clone())]);
    let mut files: HashMap<&str, Canvas> = HashMap::new();
    for op in ops {
        step(&mut canvases, &mut files, &input, op);
    }
    canvases.remove(&canvas).map_or_else(RgbaImage::default, |canvas| canvas.shown().into_image())
}

fn step<'a>(
    canvases: &mut HashMap<CanvasId, Canvas>,
    files: &mut HashMap<&'a str, Canvas>,
    input: &Canvas,
    op: &'a DrawOp,
) {
    match &op.kind {
        DrawKind::New { size, color, mode } => {
            if u64::from(size[0]) * u64::from(size[1]) <= super::MAX_PIXELS {
                canvases.insert(op.canvas, Canvas::new(*size, *mode, *color));
            }
        }
        DrawKind::Open { path, .. } => {
            let opened = files.get(path.as_str()).unwrap_or(input).clone();
            canvases.insert(op.canvas, opened);
        }
        DrawKind::Derive { from, how, size, region } => {
            let Ok(transform) = how.parse::<Transform>() else { return };
            if u64::from(size[0]) * u64::from(size[1]) > super::MAX_PIXELS {
                return;
            }
            let Some(source) = canvases.get(from) else { return };
            // A rotation decides its size itself, whatever the record says.
            let [width, height] = transform.result_size(source.size()).map(u64::from);
            if width * height > super::MAX_PIXELS {
                return;
            }
            let others: Option<Vec<&Canvas>> =
                transform.sources().into_iter().map(|id| canvases.get(&id)).collect();
            let Some(others) = others else { return };
            let made = transform.apply(source, *size, *region, &others);
            canvases.insert(op.canvas, made);
        }
        DrawKind::Paste { from, at, mask } => {
            let mask = mask.and_then(|id| canvases.get(&id).cloned());
            let Some(from) = canvases.get(from).cloned() else { return };
            if let Some(target) = canvases.get_mut(&op.canvas) {
                target.paste(&from, *at, mask.as_ref());
            }
        }
        DrawKind::Save { path } => {
            if let Some(saved) = canvases.get(&op.canvas) {
                files.insert(path, saved.clone());
            }
        }
        kind => {
            if let Some(target) = canvases.get_mut(&op.canvas) {
                match &op.opencv {
                    Some(pen) => opencv::draw_on(target, kind, pen),
                    None => draw(target, kind),
                }
            }
        }
    }
}
