//! The vector record of what a script drew.

use serde::{Deserialize, Serialize};

use crate::CvPen;

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
    /// How OpenCV draws the shape, if OpenCV's rules do and not Pillow's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opencv: Option<Box<CvPen>>,
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
        /// Which corners are rounded, from the top left clockwise.
        #[serde(default = "all_corners", skip_serializing_if = "is_all_corners")]
        corners: [bool; 4],
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
    /// Pixels that no operation describes, such as those that a script computed, replaced what was there:
    /// a picture file, in base64, whose top left corner is at `at`.
    Bitmap {
        at: [i32; 2],
        size: [u32; 2],
        png: String,
    },
    /// A path with antialiased edges, filled and then stroked (matplotlib).
    Path {
        commands: Vec<PathCommand>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        fill: Option<Rgba>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stroke: Option<Stroke>,
        /// Nothing is drawn outside this box.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clip: Option<[f32; 4]>,
        /// Nothing is drawn outside this closed path, if it has any commands.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        mask: Vec<PathCommand>,
        /// The path is repeated with its origin at each of these places; it stands as it is if there are
        /// none.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        at: Vec<[f32; 2]>,
        #[serde(default = "yes", skip_serializing_if = "is_true")]
        antialias: bool,
    },
    /// One line of text whose baseline starts at `position` and rises by `angle` degrees, counterclockwise
    /// (matplotlib). `bbox` is the box that the text covers, `size` the font size in pixels.
    Label {
        position: [f32; 2],
        bbox: [f32; 4],
        text: String,
        size: f32,
        color: Rgba,
        #[serde(default, skip_serializing_if = "is_zero")]
        angle: f32,
        #[serde(default)]
        face: Typeface,
        /// Whether `$...$` in the text are formulas.
        #[serde(default, skip_serializing_if = "is_false")]
        math: bool,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        clip: Option<[f32; 4]>,
    },
    /// The canvas was saved under `path`.
    Save {
        path: String,
    },
}

fn all_corners() -> [bool; 4] {
    [true; 4]
}

fn is_all_corners(corners: &[bool; 4]) -> bool {
    *corners == all_corners()
}

/// Pillow's image modes that are supported; a pixel is four bytes in each.
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
    /// Numbered colours.
    #[serde(rename = "P")]
    Palette,
    /// Hue, saturation and value.
    #[serde(rename = "HSV")]
    Hsv,
    /// Brightness and two colour differences.
    #[serde(rename = "YCbCr")]
    YCbCr,
    /// Printing inks.
    #[serde(rename = "CMYK")]
    Cmyk,
    /// Whole numbers of 32 bits.
    #[serde(rename = "I")]
    Integer,
    /// Numbers of single precision.
    #[serde(rename = "F")]
    Float,
}

impl Mode {
    /// Whether this is the default mode.
    pub fn is_rgb(&self) -> bool {
        *self == Self::Rgb
    }
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}

fn is_false(value: &bool) -> bool {
    !*value
}

fn is_zero(value: &f32) -> bool {
    *value == 0.0
}

/// One step of a path; points are `[x, y]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PathCommand {
    /// Starts a new part.
    Move([f32; 2]),
    /// A straight line.
    Line([f32; 2]),
    /// A curve with one control point.
    Quad([f32; 2], [f32; 2]),
    /// A curve with two control points.
    Cubic([f32; 2], [f32; 2], [f32; 2]),
    /// Back to the start of the part.
    Close,
}

/// How a path is stroked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stroke {
    /// The colour.
    pub color: Rgba,
    /// Width in pixels.
    pub width: f32,
    /// Lengths of strokes and gaps in turn; unbroken if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dashes: Vec<f32>,
    /// Where in the pattern of dashes the path begins.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub offset: f32,
    /// The ends of lines.
    #[serde(default)]
    pub cap: Cap,
    /// The corners.
    #[serde(default)]
    pub join: Join,
}

/// The ends of a stroked line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cap {
    /// Cut off at the end point.
    #[default]
    Butt,
    /// A square around the end point.
    Projecting,
    /// A half circle.
    Round,
}

/// The corners of a stroked line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Join {
    /// A sharp corner, cut off where it would be too long.
    #[default]
    Miter,
    /// A round corner.
    Round,
    /// A corner cut off.
    Bevel,
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
    /// Aileron, in which Pillow sets texts that name no font.
    Aileron,
}
