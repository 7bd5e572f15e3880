//! Which pixels of the picture the pixels of a canvas are.

use std::collections::HashMap;

use vthinker_sandbox::{CanvasId, DrawKind, DrawOp};

use super::mark::Xy;

/// Picture pixels = canvas pixels * `scale` + `offset`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    scale: Xy,
    offset: Xy,
}

impl Frame {
    const IDENTITY: Frame = Frame { scale: [1.0, 1.0], offset: [0.0, 0.0] };

    /// A canvas point in pixels of the picture.
    pub(super) fn to_picture(self, p: Xy) -> Xy {
        [p[0] * self.scale[0] + self.offset[0], p[1] * self.scale[1] + self.offset[1]]
    }

    /// The frame of a canvas whose pixels are `p * scale + offset` in this one.
    fn then(self, scale: Xy, offset: Xy) -> Frame {
        Frame { scale: [self.scale[0] * scale[0], self.scale[1] * scale[1]], offset: self.to_picture(offset) }
    }
}

/// The frames of all canvases, followed through crops, resizes and pastes.
#[derive(Debug, Default)]
pub(super) struct Frames {
    known: HashMap<CanvasId, Option<Frame>>,
    sizes: HashMap<CanvasId, [u32; 2]>,
}

impl Frames {
    /// Where the canvas of an operation lies on the picture; `None` for a canvas of its own (a blank image)
    /// and for one that was turned.
    pub(super) fn of(&self, canvas: CanvasId) -> Option<Frame> {
        // A canvas not heard of yet was opened in an earlier code block: it is the picture.
        self.known.get(&canvas).copied().unwrap_or(Some(Frame::IDENTITY))
    }

    /// Takes note of an operation that makes or joins canvases.
    pub(super) fn follow(&mut self, op: &DrawOp) {
        match &op.kind {
            DrawKind::New { size, .. } => {
                self.known.insert(op.canvas, None);
                self.sizes.insert(op.canvas, *size);
            }
            DrawKind::Open { size, .. } => {
                self.known.insert(op.canvas, Some(Frame::IDENTITY));
                self.sizes.insert(op.canvas, *size);
            }
            DrawKind::Derive { from, how, size, region } => {
                let turned = ["rotate", "transpose", "flip", "mirror"].iter().any(|t| how.contains(t));
                let frame = self.of(*from).filter(|_| !turned).map(|frame| {
                    let source = self.sizes.get(from).copied().unwrap_or(*size);
                    let [x0, y0, x1, y1] = region.unwrap_or([0.0, 0.0, source[0] as f32, source[1] as f32]);
                    let scale = [(x1 - x0) / size[0].max(1) as f32, (y1 - y0) / size[1].max(1) as f32];
                    frame.then(scale, [x0, y0])
                });
                self.known.insert(op.canvas, frame);
                self.sizes.insert(op.canvas, *size);
            }
            DrawKind::Paste { from, at, .. } => {
                if let (None, Some(frame)) = (self.of(op.canvas), self.of(*from)) {
                    let frame = frame.then([1.0, 1.0], [-at[0] as f32, -at[1] as f32]);
                    self.known.insert(op.canvas, Some(frame));
                }
            }
            _ => {}
        }
    }
}
