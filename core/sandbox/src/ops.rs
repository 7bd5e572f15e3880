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
    New {
        size: [u32; 2],
        color: Rgba,
        #[serde(default, skip_serializing_if = "Mode::is_rgb")]
        mode: Mode,
    },
    /// The file at `path` became this canvas.
    Open {
        path: String,
        size: [u32; 2],
    },
    /// This canvas began as a (transformed) copy of `from`, or, where `from` is the canvas itself, was
    /// changed as a whole. `how` is the printed form of a `raster::Transform`.
    Derive {
        from: CanvasId,
        how: String,
        size: [u32; 2],
        /// The crop box in `from`'s pixels, for `crop`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<[f32; 4]>,
    },
    /// `from` was pasted with its top left corner at `at`, where `mask` (as large as `from`) allows it.
    Paste {
        from: CanvasId,
        at: [i32; 2],
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mask: Option<CanvasId>,
    },
    /// An open polyline.
    Line {
        points: Vec<[f32; 2]>,
        color: Rgba,
        width: f32,
    },
    /// Single pixels.
    Point {
        points: Vec<[f32; 2]>,
        color: Rgba,
    },
    Rectangle {
        bbox: [f32; 4],
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
        /// Corner radius, 0 for a plain rectangle.
        radius: f32,
    },
    Ellipse {
        bbox: [f32; 4],
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
    },
    Polygon {
        points: Vec<[f32; 2]>,
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
    },
    Arc {
        bbox: [f32; 4],
        start: f32,
        end: f32,
        color: Rgba,
        width: f32,
    },
    Chord {
        bbox: [f32; 4],
        start: f32,
        end: f32,
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
    },
    Pieslice {
        bbox: [f32; 4],
        start: f32,
        end: f32,
        fill: Option<Rgba>,
        outline: Option<Rgba>,
        width: f32,
    },
    /// `position` is the anchor point, `bbox` the box that the ink covers, `size` the font size in pixels.
    Text {
        position: [f32; 2],
        bbox: [f32; 4],
        text: String,
        size: f32,
        color: Rgba,
        #[serde(default, skip_serializing_if = "TextStyle::is_default")]
        style: TextStyle,
    },
    /// Pixels written one by one (`putpixel`, pixel access).
    Pixels {
        points: Vec<[i32; 2]>,
        color: Rgba,
    },
    /// The canvas was saved under `path`.
    Save {
        path: String,
    },
}

/// Pillow's image modes that are supported; pixels are always kept as RGBA.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// Opaque colour.
    #[default]
    #[serde(rename = "RGB")]
    Rgb,
    /// Colour with alpha.
    #[serde(rename = "RGBA")]
    Rgba,
    /// Grey.
    #[serde(rename = "L")]
    Luma,
    /// Grey with alpha.
    #[serde(rename = "LA")]
    LumaAlpha,
    /// Black and white.
    #[serde(rename = "1")]
    Bilevel,
}

impl Mode {
    /// Whether this is the default mode.
    pub fn is_rgb(&self) -> bool {
        *self == Self::Rgb
    }
}

/// How a text is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextStyle {
    /// The embedded typeface.
    pub face: Typeface,
    /// Pillow's two-letter anchor: which point of the text `position` is.
    pub anchor: String,
    /// How lines stand to each other: `left`, `center` or `right`.
    pub align: String,
    /// Pixels added between lines.
    pub spacing: f32,
    /// Width of the outline around the letters.
    pub stroke_width: f32,
    /// Colour of that outline; the text's own colour if missing.
    pub stroke_fill: Option<Rgba>,
}

impl Default for TextStyle {
    fn default() -> Self {
        Self {
            face: Typeface::Sans,
            anchor: "la".into(),
            align: "left".into(),
            spacing: 4.0,
            stroke_width: 0.0,
            stroke_fill: None,
        }
    }
}

impl TextStyle {
    /// Whether nothing differs from Pillow's defaults.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A typeface of the DejaVu family, embedded so that text looks the same everywhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// DejaVu Sans.
    #[default]
    Sans,
    /// DejaVu Sans Bold.
    Bold,
    /// DejaVu Sans Mono.
    Mono,
    /// DejaVu Sans, slanted.
    Oblique,
    /// DejaVu Sans Bold, slanted.
    BoldOblique,
}
