//! Notes with arrows.

use std::rc::Rc;

use super::arrow::{Arrow, Route};
use super::artist::Artist;
use super::geometry::{Point, Rect};
use super::path::Path;
use super::render::Renderer;
use super::text::Text;
use super::transform::Transform;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// What an annotation points to.
#[derive(Clone)]
pub(crate) struct Annotation {
    /// The point that is noted.
    pub target: Point,
    /// What maps it to pixels.
    pub transform: Transform,
    pub arrow: Option<NoteArrow>,
    /// Whether the note is hidden if the point is outside the axes; only for points of the data if missing.
    pub clip: Option<bool>,
}

/// The arrow of a note.
#[derive(Clone)]
pub(crate) struct NoteArrow {
    pub arrow: Arrow,
    /// The point of the text's box that it starts at, in fractions.
    pub from: Point,
    /// The share of its length that an arrow without `arrowstyle` is shrunk by at either end.
    pub share: Option<f64>,
}

impl Annotation {
    /// A note without an arrow.
    pub fn plain(target: Point, transform: Transform) -> Self {
        Self { target, transform, arrow: None, clip: None }
    }

    /// Whether the note is to be seen.
    pub fn shown(&self, artist: &Artist) -> bool {
        let Some(axes) = artist.home() else { return true };
        let clip = self.clip.unwrap_or_else(|| self.transform.is_data(&axes) == [true; 2]);
        let [x, y] = self.transform.apply(self.target);
        // A hair beyond the border is still inside.
        !clip || axes.bbox.get().grown(1.0e-6).contains([x, y])
    }
}

/// The way of the arrow in pixels.
fn route(
    ctx: &mut Ctx,
    artist: &Rc<Artist>,
    text: &Text,
    note: &Annotation,
    own: &NoteArrow,
    scale: f64,
) -> PyResult<Route> {
    let at = super::draw::anchor(artist, text);
    let layout = text.layout(ctx, scale)?;
    let bbox = layout.bbox.shifted(at);
    let target = note.transform.apply(note.target);
    let mut arrow = own.arrow.clone();
    let mut from = own.from;
    if let Some(share) = own.share {
        // It starts at the corner or the middle of a side that is nearest to the point.
        let nearest = |low: f64, high: f64, target: f64| {
            let places = [(low, 0.0), ((low + high) / 2.0, 0.5), (high, 1.0)];
            let best =
                places.into_iter().min_by(|a, b| (a.0 - target).abs().total_cmp(&(b.0 - target).abs()));
            best.unwrap_or((low, 0.0))
        };
        let ((x, fx), (y, fy)) = (nearest(bbox.x0, bbox.x1, target[0]), nearest(bbox.y0, bbox.y1, target[1]));
        from = [fx, fy];
        let length = libm::hypot(x - target[0], y - target[1]);
        arrow.shrink = [share * length / scale; 2];
    }
    let start = bbox.at(from);
    // The box around the text, or else the text with two points around it, hides the arrow's start.
    let shape = match text.frame_path(&layout, scale) {
        Some((path, _)) => path.map(|[x, y]| [x + at[0], y + at[1]]),
        None if text.text.is_empty() => Path::default(),
        None => Path::rectangle(bbox.grown(2.0 * scale)),
    };
    ctx.burn(shape.steps.len() as u64 * 2000 + 2000)?;
    let inside = |point: Point| shape.contains(point);
    let hides: Option<&dyn Fn(Point) -> bool> = if shape.steps.is_empty() { None } else { Some(&inside) };
    Ok(arrow.route(start, target, [hides, None], scale))
}

/// Draws the arrow.
pub(crate) fn draw(
    ctx: &mut Ctx,
    to: &Renderer,
    artist: &Rc<Artist>,
    text: &Text,
    note: &Annotation,
) -> PyResult<()> {
    let Some(own) = &note.arrow else { return Ok(()) };
    let target = note.transform.apply(note.target);
    if !target.iter().all(|value| value.is_finite() && value.abs() < 1.0e7) {
        return Ok(());
    }
    let route = route(ctx, artist, text, note, own, to.scale)?;
    own.arrow.draw(ctx, to, &route, text.size, artist.alpha.get(), |_| {})
}

/// The box around note and arrow.
pub(crate) fn extent(
    ctx: &mut Ctx,
    artist: &Rc<Artist>,
    text: &Text,
    note: &Annotation,
    scale: f64,
) -> PyResult<Rect> {
    let at = super::draw::anchor(artist, text);
    if !note.shown(artist) || !at.iter().all(|value| value.is_finite()) {
        return Ok(Rect::EMPTY);
    }
    let layout = text.layout(ctx, scale)?;
    let mut rect = if text.text.is_empty() { Rect::EMPTY } else { layout.bbox.shifted(at) };
    if let Some((path, _)) = text.frame_path(&layout, scale) {
        rect = rect.union(&path.extents().shifted(at));
    }
    if let Some(own) = &note.arrow {
        let route = route(ctx, artist, text, note, own, scale)?;
        let size = own.arrow.scale.unwrap_or(text.size) * scale;
        for (path, _) in own.arrow.style.parts(&route, size, own.arrow.width * scale)? {
            rect = rect.union(&path.extents());
        }
    }
    Ok(rect)
}
