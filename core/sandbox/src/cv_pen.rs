//! What OpenCV's drawing functions take beyond the shape itself.

use serde::{Deserialize, Serialize};

/// How OpenCV draws a shape. An operation that has one is drawn by OpenCV's rules, any other by Pillow's.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CvPen {
    /// Steps of a line to 8 or to 4 neighbours, or 16 for antialiased lines.
    pub line_type: u8,
    /// Bits of fraction that coordinates were given with.
    #[serde(skip_serializing_if = "is_zero")]
    pub shift: u8,
    /// Degrees by which the axes of an ellipse are turned, clockwise.
    #[serde(skip_serializing_if = "is_zero_angle")]
    pub angle: i32,
    /// The function's own way to draw the shape, where there are two.
    #[serde(skip_serializing_if = "CvMethod::is_general")]
    pub method: CvMethod,
    /// Numbers of points of the rings that a polygon consists of, if there are several; what an even number
    /// of them enclose stays free.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rings: Vec<u32>,
    /// Letters, for texts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lettering: Option<CvLettering>,
    /// Whether a rectangle's first corner was the right one and the lower one of its two.
    #[serde(skip_serializing_if = "is_upright")]
    pub mirrored: [bool; 2],
    /// The part of the canvas that was drawn on, `[x, y, width, height]`; the whole canvas if missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<[u32; 4]>,
}

/// Which of two ways a shape is drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CvMethod {
    /// Ellipses as polygons, polygons of any form.
    #[default]
    General,
    /// A circle by the midpoint rule.
    Midpoint,
    /// A polygon that is taken to be convex.
    Convex,
}

/// Hershey's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CvLettering {
    /// OpenCV's number of the face, plus 16 for italics.
    pub face: u8,
    /// Thickness of the strokes.
    pub thickness: u16,
    /// Whether the letters stand upside down, for images whose origin is at the bottom.
    #[serde(default)]
    pub flipped: bool,
}

impl Default for CvPen {
    fn default() -> Self {
        Self {
            line_type: 8,
            shift: 0,
            angle: 0,
            method: CvMethod::General,
            rings: Vec::new(),
            lettering: None,
            mirrored: [false; 2],
            part: None,
        }
    }
}

impl CvMethod {
    fn is_general(&self) -> bool {
        *self == Self::General
    }
}

fn is_zero(value: &u8) -> bool {
    *value == 0
}

fn is_upright(value: &[bool; 2]) -> bool {
    *value == [false; 2]
}

fn is_zero_angle(value: &i32) -> bool {
    *value == 0
}
