//! Arrows: a route between two points (`connectionstyle`), cut at shapes and shrunk, and what is drawn along it
//! (`arrowstyle`). Everything is in pixels, y upwards.

mod connect;
mod curve;
mod options;
mod route;
mod solid;

pub(crate) use connect::Connection;
pub(crate) use options::Options;
pub(crate) use route::Route;

use super::color::{Color, with_alpha};
use super::geometry::Point;
use super::path::Path;
use super::render::{Pen, Renderer};
use super::style::LineStyle;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::{Cap, Join};

/// What stands at an end of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Plain,
    /// Two strokes.
    Open,
    /// A filled triangle.
    Filled,
    /// A bracket or a bar.
    Bracket,
}

/// Measures of a bracket: width and length in scales, and the angle it is turned by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Bracket {
    pub width: f64,
    pub length: f64,
    pub angle: f64,
}

/// `arrowstyle`; lengths in scales.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // matplotlib's arguments
pub(crate) enum ArrowStyle {
    Curve { ends: [End; 2], head_length: f64, head_width: f64, brackets: [Bracket; 2] },
    Simple { head_length: f64, head_width: f64, tail_width: f64 },
    Fancy { head_length: f64, head_width: f64, tail_width: f64 },
    Wedge { tail_width: f64, shrink_factor: f64 },
}

impl ArrowStyle {
    /// Reads `'->,head_width=0.3'`.
    pub fn parse(text: &str) -> PyResult<Self> {
        let (name, mut options) = Options::parse(text)?;
        let style = match name.as_str() {
            "simple" => {
                let [head_length, head_width, tail_width] =
                    options.take([("head_length", 0.5), ("head_width", 0.5), ("tail_width", 0.2)]);
                Self::Simple { head_length, head_width, tail_width }
            }
            "fancy" => {
                let [head_length, head_width, tail_width] =
                    options.take([("head_length", 0.4), ("head_width", 0.4), ("tail_width", 0.4)]);
                Self::Fancy { head_length, head_width, tail_width }
            }
            "wedge" => {
                let [tail_width, shrink_factor] = options.take([("tail_width", 0.3), ("shrink_factor", 0.5)]);
                Self::Wedge { tail_width, shrink_factor }
            }
            line => {
                let Some((begin, end)) = line.split_once('-') else { return Err(options.unknown()) };
                let begin = match begin {
                    "" => End::Plain,
                    "<" => End::Open,
                    "<|" => End::Filled,
                    "]" | "|" => End::Bracket,
                    _ => return Err(options.unknown()),
                };
                let end = match end {
                    "" => End::Plain,
                    ">" => End::Open,
                    "|>" => End::Filled,
                    "[" | "|" => End::Bracket,
                    _ => return Err(options.unknown()),
                };
                let length = if line == "|-|" { 0.0 } else { 0.2 };
                let [head_length, head_width] = options.take([("head_length", 0.4), ("head_width", 0.2)]);
                let [wa, la, aa] = options.take([("widthA", 1.0), ("lengthA", length), ("angleA", 0.0)]);
                let [wb, lb, ab] = options.take([("widthB", 1.0), ("lengthB", length), ("angleB", 0.0)]);
                let brackets = [
                    Bracket { width: wa, length: la, angle: aa },
                    Bracket { width: wb, length: lb, angle: ab },
                ];
                Self::Curve { ends: [begin, end], head_length, head_width, brackets }
            }
        };
        options.finish()?;
        Ok(style)
    }

    /// The parts that are drawn along a route, each with whether it is filled. `scale` is the mutation scale and
    /// `width` the line's, both in pixels.
    pub fn parts(&self, route: &Route, scale: f64, width: f64) -> PyResult<Vec<(Path, bool)>> {
        if let Self::Curve { ends, head_length, head_width, brackets } = self {
            return Ok(curve::parts(
                route,
                *ends,
                [head_length * scale, head_width * scale],
                brackets,
                scale,
                width,
            ));
        }
        let Some(bend) = route.as_bend() else {
            return Err(Fault::value_error("'path' is not a valid quadratic Bezier curve"));
        };
        let path = match *self {
            Self::Simple { head_length, head_width, tail_width } => {
                solid::simple(bend, head_length * scale, head_width * scale, tail_width * scale)
            }
            Self::Fancy { head_length, head_width, tail_width } => {
                solid::fancy(bend, head_length * scale, head_width * scale, tail_width * scale)
            }
            Self::Wedge { tail_width, shrink_factor } => {
                solid::wedge(bend, tail_width * scale, shrink_factor)
            }
            Self::Curve { .. } => Path::default(),
        };
        Ok(vec![(path, true)])
    }
}

/// An arrow without its ends.
#[derive(Clone)]
pub(crate) struct Arrow {
    pub style: ArrowStyle,
    pub connection: Connection,
    /// Points that it is shrunk by at either end.
    pub shrink: [f64; 2],
    /// Points; the text's size or 10 if missing.
    pub scale: Option<f64>,
    pub face: Color,
    pub edge: Color,
    pub width: f64,
    pub line: LineStyle,
    pub alpha: Option<f64>,
}

impl Arrow {
    /// The route between two pixels, cut where it leaves the shapes that hold its ends.
    pub fn route(
        &self,
        from: Point,
        to: Point,
        shapes: [Option<&dyn Fn(Point) -> bool>; 2],
        scale: f64,
    ) -> Route {
        let route = self.connection.connect(from, to, scale).cut(shapes[0], shapes[1]);
        let (start, end) = (route.start(), route.end());
        let near = |center: Point, radius: f64| {
            move |[x, y]: Point| libm::hypot(x - center[0], y - center[1]) < radius
        };
        let circles = [near(start, self.shrink[0] * scale), near(end, self.shrink[1] * scale)];
        let some = |index: usize| -> Option<&dyn Fn(Point) -> bool> {
            (self.shrink[index] > 0.0).then_some(&circles[index] as &dyn Fn(Point) -> bool)
        };
        route.cut(some(0), some(1))
    }

    /// Draws the arrow along a route. `size` is the mutation scale in points where the arrow has none.
    pub fn draw(
        &self,
        ctx: &mut Ctx,
        to: &Renderer,
        route: &Route,
        size: f64,
        alpha: Option<f64>,
        place: impl Fn(&mut Pen),
    ) -> PyResult<()> {
        let scale = self.scale.unwrap_or(size) * to.scale;
        let alpha = self.alpha.or(alpha);
        let mut pen = Pen::new(with_alpha(self.edge, alpha), self.width * to.scale);
        pen = pen.dashed(&self.line, self.width, to.scale);
        pen.cap = Cap::Round;
        pen.join = Join::Round;
        if self.line == LineStyle::None || self.edge[3] <= 0.0 {
            pen.width = 0.0;
        }
        place(&mut pen);
        for (index, (path, filled)) in
            self.style.parts(route, scale, self.width * to.scale)?.into_iter().enumerate()
        {
            let mut pen = pen.clone();
            if index > 0 {
                // Only the line itself is broken.
                pen.dashes.clear();
            }
            let face = filled.then(|| with_alpha(self.face, alpha));
            to.path(ctx, &pen, &path, face)?;
        }
        Ok(())
    }
}
