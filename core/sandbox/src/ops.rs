//! The vector record of what a script drew.

use serde::{Deserialize, Serialize};

/// Red, green, blue, alpha; 0 to 255.
pub type Rgba = [u8; 4];

/// Identifies one image of a conversation; ids count up in creation order. The input image, once
/// opened, has an id of its own, and `copy`, `crop`, `resize` and the like make new ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CanvasId(pub u32);

/// One drawing call, in the order of execution.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DrawOp {
    /// The image drawn on.
    pub canvas: CanvasId,
    /// Source line of the call, from 1.
    pub line: u32,
    /// What was drawn. Coordinates are pixels of `canvas`, origin at the top left.
    #[serde(flatten)]
    pub kind: DrawKind,
}

/// What a drawing call draws. Points are `[x, y]`, boxes `[x0, y0, x1, y1]`, angles degrees clockwise
/// from three o'clock (Pillow's convention).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "snake_case")]
#[allow(missing_docs)] // the fields are Pillow's arguments of the same names
pub enum DrawKind {
    /// A blank image came to be.
    New { size: [u32; 2], color: Rgba },
    /// The file at `path` became this canvas.
    Open { path: String, size: [u32; 2] },
    /// This canvas began as a (transformed) copy of `from`: `crop`, `resize`, `rotate`, `convert` ...
    Derive {
        from: CanvasId,
        how: String,
        size: [u32; 2],
        /// The crop box in `from`'s pixels, for `crop`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<[f32; 4]>,
    },
    /// `from` was pasted with its top left corner at `at`.
    Paste { from: CanvasId, at: [i32; 2] },
    /// An open polyline.
    Line { points: Vec<[f32; 2]>, color: Rgba, width: f32 },
    /// Single pixels.
    Point { points: Vec<[f32; 2]>, color: Rgba },
    Rectangle {
        bbox: [f32; 4],
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
        /// Corner radius, 0 for a plain rectangle.
        radius: f32,
    },
    Ellipse { bbox: [f32; 4], fill: Option<Rgba>, outline: Option<Rgba>, width: f32 },
    Polygon { points: Vec<[f32; 2]>, fill: Option<Rgba>, outline: Option<Rgba>, width: f32 },
    Arc { bbox: [f32; 4], start: f32, end: f32, color: Rgba, width: f32 },
    Chord { bbox: [f32; 4], start: f32, end: f32, fill: Option<Rgba>, outline: Option<Rgba>, width: f32 },
    Pieslice { bbox: [f32; 4], start: f32, end: f32, fill: Option<Rgba>, outline: Option<Rgba>, width: f32 },
    /// `position` is the anchor point, `bbox` the box that the ink covers, `size` the font size in pixels.
    Text { position: [f32; 2], bbox: [f32; 4], text: String, size: f32, color: Rgba },
    /// Pixels written one by one (`putpixel`, pixel access).
    Pixels { points: Vec<[i32; 2]>, color: Rgba },
    /// The canvas was saved under `path`.
    Save { path: String },
}
