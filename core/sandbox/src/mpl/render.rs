//! From strokes in figure pixels to recorded operations: snapping, clipping, flipping.

use super::color::{Color, bytes};
use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::pil::PyImage;
use crate::{Cap, DrawKind, Join, PathCommand, Stroke, Typeface};

/// How a path is drawn.
#[derive(Debug, Clone)]
pub(crate) struct Pen {
    pub color: Color,
    /// Pixels; nothing is stroked at 0.
    pub width: f64,
    /// Pixels.
    pub dashes: Vec<f64>,
    pub offset: f64,
    pub cap: Cap,
    pub join: Join,
    pub clip: Option<Rect>,
    pub mask: Option<Path>,
    /// Whether points are moved onto pixels; only those of level and upright lines if missing.
    pub snap: Option<bool>,
    pub antialias: bool,
}

impl Pen {
    /// A plain pen.
    pub fn new(color: Color, width: f64) -> Self {
        Self {
            color,
            width,
            dashes: Vec::new(),
            offset: 0.0,
            cap: Cap::Butt,
            join: Join::Miter,
            clip: None,
            mask: None,
            snap: None,
            antialias: true,
        }
    }

    /// Breaks the line as a style says; `width` and lengths scale with `scale` pixels a point.
    pub fn dashed(mut self, style: &super::style::LineStyle, width: f64, scale: f64) -> Self {
        if let super::style::LineStyle::Dashes(lengths, offset) = style {
            self.dashes = lengths.iter().map(|length| length * width * scale).collect();
            self.offset = offset * width * scale;
        }
        self
    }
}

/// Records on a canvas.
pub(crate) struct Renderer {
    /// The canvas; a value, so that it lives as long as the drawing.
    pub image: Value,
    pub height: f64,
    /// Pixels a point.
    pub scale: f64,
}

impl Renderer {
    fn record(&self, ctx: &mut Ctx, kind: DrawKind) -> PyResult<()> {
        match self.image.host::<PyImage>() {
            Some(image) => crate::pil::draw_on(ctx, image, kind),
            None => Ok(()),
        }
    }

    fn flip(&self, [x, y]: Point) -> Point {
        [x, self.height - y]
    }

    fn clip(&self, clip: Option<Rect>) -> Option<[f32; 4]> {
        clip.map(|r| [r.x0 as f32, (self.height - r.y1) as f32, r.x1 as f32, (self.height - r.y0) as f32])
    }

    fn mask(&self, mask: &Option<Path>) -> Vec<PathCommand> {
        mask.as_ref().map(|path| commands(&path.map(|point| self.flip(point)))).unwrap_or_default()
    }

    fn stroke(pen: &Pen) -> Option<Stroke> {
        (pen.width > 0.0 && pen.color[3] > 0.0).then(|| Stroke {
            color: bytes(pen.color),
            width: pen.width as f32,
            dashes: pen.dashes.iter().map(|length| *length as f32).collect(),
            offset: pen.offset as f32,
            cap: pen.cap,
            join: pen.join,
        })
    }

    /// Draws a path.
    pub fn path(&self, ctx: &mut Ctx, pen: &Pen, path: &Path, fill: Option<Color>) -> PyResult<()> {
        let fill = fill.filter(|color| color[3] > 0.0);
        let stroke = Self::stroke(pen);
        if (fill.is_none() && stroke.is_none()) || path.steps.is_empty() {
            return Ok(());
        }
        ctx.burn(path.steps.len() as u64 / 4 + 4)?;
        let _charge = ctx.charge(path.steps.len().saturating_mul(120))?;
        let mut flipped = path.map(|point| self.flip(point));
        let snap = match pen.snap {
            Some(snap) => snap,
            None => flipped.steps.len() <= 1024 && flipped.is_rectilinear(),
        };
        if snap {
            let width = if pen.color[3] > 0.0 { pen.width } else { 0.0 };
            flipped = snapped(&flipped, width);
        }
        let kind = DrawKind::Path {
            commands: commands(&flipped),
            fill: fill.map(bytes),
            stroke,
            clip: self.clip(pen.clip),
            mask: self.mask(&pen.mask),
            at: Vec::new(),
            antialias: pen.antialias,
        };
        self.record(ctx, kind)
    }

    /// Draws a symbol at points; each stands on a whole pixel.
    pub fn markers(
        &self,
        ctx: &mut Ctx,
        pen: &Pen,
        symbol: &Path,
        fill: Option<Color>,
        points: &[Point],
    ) -> PyResult<()> {
        let fill = fill.filter(|color| color[3] > 0.0);
        let stroke = Self::stroke(pen);
        if (fill.is_none() && stroke.is_none()) || points.is_empty() {
            return Ok(());
        }
        ctx.burn(points.len() as u64 + symbol.steps.len() as u64)?;
        let _charge = ctx.charge(points.len().saturating_mul(16))?;
        let mut symbol = symbol.map(|[x, y]| [x, -y]);
        let snap = pen.snap.unwrap_or_else(|| symbol.is_rectilinear());
        symbol = if snap {
            let width = if pen.color[3] > 0.0 { pen.width } else { 0.0 };
            snapped(&symbol, width)
        } else {
            symbol.map(|[x, y]| [x + 0.5, y + 0.5])
        };
        let near = |value: f64| value.is_finite() && value.abs() < 1.0e7;
        let at: Vec<[f32; 2]> = points
            .iter()
            .map(|point| self.flip(*point))
            .filter(|[x, y]| near(*x) && near(*y))
            .map(|point| point.map(|value| (value + 0.5).floor() as f32))
            .collect();
        if at.is_empty() {
            return Ok(());
        }
        let kind = DrawKind::Path {
            commands: commands(&symbol),
            fill: fill.map(bytes),
            stroke,
            clip: self.clip(pen.clip),
            mask: self.mask(&pen.mask),
            at,
            antialias: pen.antialias,
        };
        self.record(ctx, kind)
    }

    /// Lays pixels, row by row from the top, over the canvas and records what is there then.
    pub fn bitmap(
        &self,
        ctx: &mut Ctx,
        corner: Point,
        size: [usize; 2],
        pixels: Vec<[u8; 4]>,
        pen: &Pen,
    ) -> PyResult<()> {
        let Some(image) = self.image.host::<PyImage>() else { return Ok(()) };
        let mask = self.mask(&pen.mask);
        let at = corner.map(|value| value.clamp(-1.0e8, 1.0e8) as i32);
        crate::pil::lay_over(ctx, image, at, size, &pixels, self.clip(pen.clip), &mask)
    }

    /// Draws a line of text whose baseline begins at a point.
    #[allow(clippy::too_many_arguments)]
    pub fn label(
        &self,
        ctx: &mut Ctx,
        at: Point,
        (text, math): (&str, bool),
        (face, size): (Typeface, f64),
        color: Color,
        angle: f64,
        clip: Option<Rect>,
        bbox: Rect,
    ) -> PyResult<()> {
        if text.trim().is_empty() || color[3] <= 0.0 || !(at[0].is_finite() && at[1].is_finite()) {
            return Ok(());
        }
        let [x, y] = self.flip(at);
        let [x0, y0] = self.flip([bbox.x0, bbox.y1]);
        let [x1, y1] = self.flip([bbox.x1, bbox.y0]);
        let kind = DrawKind::Label {
            position: [x as f32, y as f32],
            bbox: [x0, y0, x1, y1].map(|value| value as f32),
            text: text.to_owned(),
            size: size as f32,
            color: bytes(color),
            angle: angle as f32,
            face,
            math,
            clip: self.clip(clip),
        };
        if math {
            ctx.burn(text.len() as u64 * 400)?;
        }
        self.record(ctx, kind)
    }
}

/// Points moved onto pixels, or between them where the line's width is odd.
fn snapped(path: &Path, width: f64) -> Path {
    let odd = libm::floor(width + 0.5) as i64 % 2 != 0;
    let shift = if odd { 0.5 } else { 0.0 };
    path.map(|point| point.map(|value| (value + 0.5).floor() + shift))
}

/// The path as it is recorded.
fn commands(path: &Path) -> Vec<PathCommand> {
    let narrow = |point: Point| point.map(|value| value.clamp(-1.0e7, 1.0e7) as f32);
    path.steps
        .iter()
        .map(|step| match *step {
            Step::Move(a) => PathCommand::Move(narrow(a)),
            Step::Line(a) => PathCommand::Line(narrow(a)),
            Step::Quad(a, b) => PathCommand::Quad(narrow(a), narrow(b)),
            Step::Cubic(a, b, c) => PathCommand::Cubic(narrow(a), narrow(b), narrow(c)),
            Step::Close => PathCommand::Close,
        })
        .collect()
}
