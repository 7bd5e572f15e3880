//! Legends: layout and drawing.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::color::{Color, with_alpha};
use super::geometry::{Point, Rect};
use super::legend_place;
use super::path::Path;
use super::render::{Pen, Renderer};
use super::text::{Across, Down, Text};
use super::transform::Transform;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// One line of a legend.
#[derive(Clone)]
pub(crate) struct Entry {
    /// The artist that it stands for.
    pub handle: Rc<Artist>,
    /// The label, a text that scripts can change.
    pub label: Rc<Artist>,
}

/// A legend; lengths are in font sizes.
#[derive(Clone)]
pub(crate) struct Legend {
    pub entries: Vec<Entry>,
    pub title: Option<Rc<Artist>>,
    /// matplotlib's number of a place, or a point in fractions of the anchor's box.
    pub place: Place,
    /// The box that it is placed in, and what maps it; the axes' if missing.
    pub anchor: Option<([f64; 4], Option<Transform>)>,
    pub columns: usize,
    pub size: f64,
    pub frame: bool,
    pub fancy: bool,
    pub shadow: bool,
    pub face: Color,
    pub edge: Color,
    pub edge_width: f64,
    pub frame_alpha: Option<f64>,
    pub border_pad: f64,
    pub label_spacing: f64,
    pub handle_length: f64,
    pub handle_height: f64,
    pub text_pad: f64,
    pub axes_pad: f64,
    pub column_spacing: f64,
    pub marker_scale: f64,
    pub points: usize,
    pub scatter_points: usize,
    /// Whether labels stand before the handles.
    pub label_first: bool,
    /// How columns stand below the title.
    pub align: Across,
}

/// Where a legend stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// 0 is the best, 1 the upper right and so on.
    Code(u8),
    At(Point),
}

/// An entry with its places, relative to the lower left corner of the legend.
pub(crate) struct PlacedEntry {
    pub entry: Entry,
    /// Left end of the handle on the baseline.
    pub handle: Point,
    /// Left end of the label's baseline.
    pub text: Point,
}

/// A legend that was laid out.
pub(crate) struct Laid {
    pub size: Point,
    pub entries: Vec<PlacedEntry>,
    /// The title's text point.
    pub title: Option<Point>,
}

/// The text of a label for layout: its left end on the baseline.
pub(crate) fn plain(artist: &Artist) -> Option<Text> {
    match &*artist.body.borrow() {
        Body::Text(text) => {
            let mut text = text.clone();
            text.across = Across::Left;
            text.down = Down::Baseline;
            Some(text)
        }
        _ => None,
    }
}

/// Width, ascent and descent of a label; several lines stand around the middle of one.
fn measure(ctx: &mut Ctx, artist: &Artist, scale: f64) -> PyResult<[f64; 4]> {
    let Some(text) = plain(artist) else { return Ok([0.0; 4]) };
    let laid = text.layout(ctx, scale)?;
    let (width, height) = (laid.bbox.width(), laid.bbox.height());
    let descent = -laid.bbox.y0;
    let ink = crate::font::FittedLine::new(text.face(), (text.size * scale) as f32, "lp");
    let tall = f64::from(ink.span[1]);
    if laid.lines.len() > 1 {
        let new = 0.5 * height - 0.5 * tall;
        // The block is moved so that its middle is beside the handle.
        return Ok([width, height - new, new, descent - new]);
    }
    Ok([width, tall.max(height - descent), descent, 0.0])
}

impl Legend {
    /// Lays the legend out at `scale` pixels a point.
    pub fn layout(&self, ctx: &mut Ctx, scale: f64) -> PyResult<Laid> {
        let unit = self.size * scale;
        ctx.burn(self.entries.len() as u64 * 50 + 50)?;
        let mut sizes = Vec::with_capacity(self.entries.len());
        for entry in &self.entries {
            sizes.push(measure(ctx, &entry.label, scale)?);
        }
        let count = self.entries.len();
        let columns = self.columns.clamp(1, count.max(1));
        let handle =
            [self.handle_length * unit, (self.handle_height - 0.35 * (self.handle_height - 0.7)) * unit];
        let drop = 0.35 * unit * (self.handle_height - 0.7);
        let gap = self.text_pad * unit;
        // Columns take the entries in turn; the first ones get one more.
        let mut blocks: Vec<Vec<usize>> = Vec::new();
        let mut next = 0;
        for column in 0..columns {
            let own = count / columns + usize::from(column < count % columns);
            blocks.push((next..next + own).collect());
            next += own;
        }
        let mut entries: Vec<PlacedEntry> = Vec::new();
        let (mut x, mut lowest) = (0.0, 0.0_f64);
        for block in &blocks {
            let mut y = 0.0;
            let mut widest = 0.0_f64;
            for (row, index) in block.iter().enumerate() {
                let [width, up, down, shift] = sizes[*index];
                let (up, down) = (up.max(handle[1]), down.max(drop));
                if row > 0 {
                    y -= self.label_spacing * unit;
                }
                y -= up;
                let (left, right) =
                    if self.label_first { (x + width + gap, x) } else { (x, x + handle[0] + gap) };
                entries.push(PlacedEntry {
                    entry: self.entries[*index].clone(),
                    handle: [left, y],
                    text: [right, y + shift],
                });
                y -= down;
                widest = widest.max(handle[0] + gap + width);
            }
            lowest = lowest.min(y);
            x += widest + self.column_spacing * unit;
        }
        let mut width = (x - self.column_spacing * unit).max(0.0);
        let mut height = -lowest;
        let pad = self.border_pad * unit;
        let mut shift = [pad, height + pad];
        let mut title = None;
        if let Some(artist) = self.title.as_ref().filter(|artist| !super::props::text_of(artist).is_empty()) {
            let [own, up, down, _] = measure(ctx, artist, scale)?;
            let spare = own - width;
            if spare > 0.0 {
                shift[0] += match self.align {
                    Across::Left => 0.0,
                    Across::Center => spare / 2.0,
                    Across::Right => spare,
                };
            }
            let whole = width.max(own);
            let left = match self.align {
                Across::Left => 0.0,
                Across::Center => (whole - own) / 2.0,
                Across::Right => whole - own,
            };
            width = whole;
            title = Some([pad + left, pad + height + self.label_spacing * unit + down]);
            height += self.label_spacing * unit + up + down;
        }
        for placed in &mut entries {
            for point in [&mut placed.handle, &mut placed.text] {
                *point = [point[0] + shift[0], point[1] + shift[1]];
            }
        }
        Ok(Laid { size: [width + 2.0 * pad, height + 2.0 * pad], entries, title })
    }

    /// The box that it is placed in, in pixels.
    fn home(&self, artist: &Artist) -> Rect {
        let axes = artist.home();
        let page = artist.page();
        let bounds = match (&axes, &page) {
            (Some(axes), _) => axes.bbox.get(),
            (None, Some(figure)) => figure.bounds(),
            _ => Rect::UNIT,
        };
        match &self.anchor {
            None => bounds,
            Some(([x, y, w, h], transform)) => {
                let place = |point: Point| match transform {
                    Some(transform) => transform.apply(point),
                    None => bounds.at(point),
                };
                let ([x0, y0], [x1, y1]) = (place([*x, *y]), place([x + w, y + h]));
                Rect { x0, y0, x1, y1 }
            }
        }
    }

    /// The lower left corner of a legend of a size.
    fn corner(&self, ctx: &mut Ctx, artist: &Rc<Artist>, size: Point, scale: f64) -> PyResult<Point> {
        let home = self.home(artist);
        let pad = self.axes_pad * self.size * scale;
        match self.place {
            Place::Code(0) => legend_place::best(ctx, artist, home, size, pad, scale),
            Place::Code(code) => Ok(legend_place::anchored(code, home, size, pad)),
            Place::At(point) => Ok(home.at(point)),
        }
    }
}

/// The box of a legend in pixels.
pub(crate) fn extent(ctx: &mut Ctx, artist: &Rc<Artist>, legend: &Legend, scale: f64) -> PyResult<Rect> {
    let laid = legend.layout(ctx, scale)?;
    let [x, y] = legend.corner(ctx, artist, laid.size, scale)?;
    Ok(Rect::sized(x, y, laid.size[0], laid.size[1]))
}

/// Draws a legend.
pub(crate) fn draw(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, legend: &Legend) -> PyResult<()> {
    let laid = legend.layout(ctx, to.scale)?;
    let [x, y] = legend.corner(ctx, artist, laid.size, to.scale)?;
    let rect = Rect::sized(x, y, laid.size[0], laid.size[1]);
    if legend.frame {
        frame(ctx, to, legend, rect)?;
    }
    for placed in &laid.entries {
        let at = [placed.handle[0] + x, placed.handle[1] + y];
        super::legend_handle::draw(ctx, to, legend, &placed.entry.handle, at)?;
        label(ctx, to, &placed.entry.label, [placed.text[0] + x, placed.text[1] + y])?;
    }
    if let (Some(at), Some(title)) = (laid.title, &legend.title) {
        label(ctx, to, title, [at[0] + x, at[1] + y])?;
    }
    Ok(())
}

fn label(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, at: Point) -> PyResult<()> {
    match plain(artist) {
        Some(text) if artist.visible.get() => {
            super::draw::text_at(ctx, to, &text, at, artist.alpha.get(), None, artist.halo.get())
        }
        _ => Ok(()),
    }
}

fn frame(ctx: &mut Ctx, to: &Renderer, legend: &Legend, rect: Rect) -> PyResult<()> {
    let unit = legend.size * to.scale;
    let path = if legend.fancy { Path::rounded(rect, 0.2 * unit) } else { Path::rectangle(rect) };
    if legend.shadow {
        let moved = path.map(|[x, y]| [x + 2.0 * to.scale, y - 2.0 * to.scale]);
        let [r, g, b, _] = legend.face;
        let dark = [r * 0.3, g * 0.3, b * 0.3, 0.5];
        to.path(ctx, &Pen::new(dark, to.scale), &moved, Some(dark))?;
    }
    let mut pen = Pen::new(with_alpha(legend.edge, legend.frame_alpha), legend.edge_width * to.scale);
    pen.snap = Some(true);
    to.path(ctx, &pen, &path, Some(with_alpha(legend.face, legend.frame_alpha)))
}
