//! Text: what it says, how it is set, and where its lines stand.

use super::color::{BLACK, Color};
use super::geometry::{Point, Rect};
use crate::Typeface;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::font::FittedLine;

/// Ascent, descent and gap of lines in font sizes: DejaVu's typographic heights.
const ASCENT: f64 = 1556.0 / 2048.0;
const DESCENT: f64 = 492.0 / 2048.0;
const GAP: f64 = 410.0 / 2048.0;

/// Where a text stands beside its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Across {
    Left,
    Center,
    Right,
}

/// Where a text stands above or below its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Down {
    Top,
    Center,
    Bottom,
    Baseline,
    CenterBaseline,
}

/// How a text is set.
#[derive(Clone)]
pub(crate) struct Text {
    pub text: String,
    pub at: Point,
    pub color: Color,
    /// Points.
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub mono: bool,
    pub across: Across,
    pub down: Down,
    /// How lines stand to each other; as the text stands to its point if missing.
    pub lines: Option<Across>,
    /// Degrees counterclockwise.
    pub angle: f64,
    /// Whether the text is turned around its own anchor, after it was placed.
    pub anchored: bool,
    /// Distance of lines in font sizes; the font's own if missing.
    pub spacing: Option<f64>,
    /// The box around it.
    pub frame: Option<Frame>,
    /// Whether dollars are letters.
    pub plain: bool,
    pub wrap: bool,
    /// The arrow and the offset of an annotation.
    pub note: Option<Box<super::annotation::Annotation>>,
}

/// A box around a text.
#[derive(Clone)]
pub(crate) struct Frame {
    pub style: BoxStyle,
    pub face: Color,
    pub edge: Color,
    pub width: f64,
    pub line: super::style::LineStyle,
    pub alpha: Option<f64>,
}

/// `boxstyle`; lengths in font sizes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct BoxStyle {
    pub name: String,
    pub pad: f64,
    /// Radius of corners, size of teeth; the style's own if missing.
    pub radius: Option<f64>,
}

/// One line with its place.
pub(crate) struct SetLine {
    pub text: String,
    /// Left end of the baseline, relative to the text's point.
    pub at: Point,
    pub math: Option<super::math::Formula>,
}

/// Where the parts of a text stand, in pixels relative to its point.
pub(crate) struct Layout {
    pub bbox: Rect,
    pub lines: Vec<SetLine>,
    /// The lower left corner and the size of the box before it was turned.
    pub corner: Point,
    pub size: Point,
}

impl Text {
    /// A text of the defaults.
    pub fn new(ctx: &mut Ctx, text: &str) -> PyResult<Self> {
        let color = super::rc::color(ctx, "text.color").unwrap_or(BLACK);
        let rc = &ctx.plots.rc;
        let weight = rc.text("font.weight");
        let style = rc.text("font.style");
        Ok(Self {
            text: text.to_owned(),
            at: [0.0; 2],
            color,
            size: rc.number("font.size"),
            bold: is_bold(&weight),
            italic: matches!(&*style, "italic" | "oblique"),
            mono: rc.text("font.family").to_ascii_lowercase().contains("mono"),
            across: Across::Left,
            down: Down::Baseline,
            lines: None,
            angle: 0.0,
            anchored: false,
            spacing: None,
            frame: None,
            plain: false,
            wrap: false,
            note: None,
        })
    }

    /// Python's name of the class.
    pub fn class_name(&self) -> &'static str {
        if self.note.is_some() { "Annotation" } else { "Text" }
    }

    /// The typeface.
    pub fn face(&self) -> Typeface {
        match (self.mono, self.bold, self.italic) {
            (true, ..) => Typeface::Mono,
            (_, true, true) => Typeface::BoldOblique,
            (_, true, false) => Typeface::Bold,
            (_, false, true) => Typeface::Oblique,
            _ => Typeface::Sans,
        }
    }

    /// Sets the text at `scale` pixels a point.
    pub fn layout(&self, ctx: &mut Ctx, scale: f64) -> PyResult<Layout> {
        let size = self.size * scale;
        let (ascent, descent) = (ASCENT * size, DESCENT * size);
        ctx.burn(self.text.len() as u64 * 20 + 10)?;
        let texts: Vec<&str> = self.text.split('\n').collect();
        let gap = if texts.len() > 1 { GAP * size } else { 0.0 };
        let mut sizes = Vec::with_capacity(texts.len());
        let mut formulas = Vec::with_capacity(texts.len());
        let mut tops = Vec::with_capacity(texts.len());
        let (mut y, mut first, mut last) = (0.0, 0.0, 0.0);
        for line in &texts {
            let (text, math) = self.line(ctx, line, size)?;
            let (width, mut up, mut down) = match &math {
                Some(formula) => (formula.width, formula.height - formula.depth, formula.depth),
                None if text.is_empty() => (0.0, 0.0, 0.0),
                None => {
                    let set = FittedLine::new(self.face(), size as f32, &text);
                    (f64::from(set.advance), f64::from(set.span[1]), -f64::from(set.span[0]))
                }
            };
            match self.spacing {
                None => {
                    up = up.max(ascent) + gap / 2.0;
                    down = down.max(descent) + gap / 2.0;
                }
                Some(spacing) => {
                    let leading = spacing * (ascent + descent) - (up + down);
                    up += leading / 2.0;
                    down += leading / 2.0;
                }
            }
            first = up - y;
            y -= up;
            tops.push(y);
            y -= down;
            last = down;
            sizes.push(width);
            formulas.push((text, math));
        }
        let (baseline, descent) = (first, last);
        let width = sizes.iter().copied().fold(0.0, f64::max);
        let bottom = tops.last().copied().unwrap_or(0.0) - descent;
        let (sin, cos) = crate::raster::turn(self.angle);
        let turn = |[x, y]: Point| [x * cos - y * sin, x * sin + y * cos];
        let corners = [[0.0, bottom], [0.0, 0.0], [width, 0.0], [width, bottom]];
        let turned = Rect::around(corners.map(turn));
        let offset = if self.anchored {
            let x = match self.across {
                Across::Left => 0.0,
                Across::Center => width / 2.0,
                Across::Right => width,
            };
            let y = match self.down {
                Down::Bottom => bottom,
                Down::Top => 0.0,
                Down::Center => bottom / 2.0,
                Down::Baseline => -baseline,
                Down::CenterBaseline => -baseline / 2.0,
            };
            turn([x, y])
        } else {
            let x = match self.across {
                Across::Left => turned.x0,
                Across::Center => (turned.x0 + turned.x1) / 2.0,
                Across::Right => turned.x1,
            };
            let y = match self.down {
                Down::Bottom => turned.y0,
                Down::Top => turned.y1,
                Down::Center => (turned.y0 + turned.y1) / 2.0,
                Down::Baseline => turned.y0 + descent,
                Down::CenterBaseline => turned.y0 + turned.height() - baseline / 2.0,
            };
            [x, y]
        };
        let across = self.lines.unwrap_or(self.across);
        let lines = formulas
            .into_iter()
            .zip(sizes.iter().zip(tops))
            .map(|((text, math), (own, y))| {
                let x = match across {
                    Across::Left => 0.0,
                    Across::Center => width / 2.0 - own / 2.0,
                    Across::Right => width - own,
                };
                let [x, y] = turn([x, y]);
                SetLine { text, at: [x - offset[0], y - offset[1]], math }
            })
            .collect();
        let corner = turn(corners[0]);
        Ok(Layout {
            bbox: turned.shifted([-offset[0], -offset[1]]),
            lines,
            corner: [corner[0] - offset[0], corner[1] - offset[1]],
            size: [width, -bottom],
        })
    }

    /// A line as it is set: mathtext, or plain with `\$` for dollars.
    fn line(&self, ctx: &mut Ctx, line: &str, size: f64) -> PyResult<(String, Option<super::math::Formula>)> {
        if self.plain {
            return Ok((line.to_owned(), None));
        }
        if !super::mathtext::is_math(line) {
            return Ok((line.replace("\\$", "$"), None));
        }
        let formula = super::math::set(ctx, line, size)?;
        Ok((line.to_owned(), Some(formula)))
    }

    /// The box around the text, in pixels relative to its point, before it is turned; and how it is drawn.
    pub fn frame_path(&self, layout: &Layout, scale: f64) -> Option<(super::path::Path, &Frame)> {
        let frame = self.frame.as_ref()?;
        let rect = Rect::sized(0.0, 0.0, layout.size[0], layout.size[1]);
        let path = super::boxes::outline(&frame.style, rect, self.size * scale);
        let (sin, cos) = crate::raster::turn(self.angle);
        let [x0, y0] = layout.corner;
        Some((path.map(|[x, y]| [x0 + x * cos - y * sin, y0 + x * sin + y * cos]), frame))
    }
}

/// Whether a weight is set in the bold face.
pub(crate) fn is_bold(weight: &str) -> bool {
    match weight.parse::<f64>() {
        Ok(number) => number >= 600.0,
        Err(_) => {
            matches!(weight, "bold" | "semibold" | "demibold" | "demi" | "heavy" | "extra bold" | "black")
        }
    }
}
