//! Artists as strokes.

use std::rc::Rc;

use super::artist::{Artist, Body, Endless, Line, Patch, Steps};
use super::collection::Collection;
use super::color::{Color, with_alpha};
use super::geometry::{Affine, Point, Rect};
use super::path::Path;
use super::render::{Pen, Renderer};
use super::shapes::Shape;
use super::style::LineStyle;
use super::text::Text;
use super::transform::Transform;
use crate::Cap;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Draws an artist; its strokes are recorded with the line that made it.
pub(crate) fn artist(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>) -> PyResult<()> {
    if !artist.visible.get() {
        return Ok(());
    }
    let line = std::mem::replace(&mut ctx.line, artist.line.get());
    let result = body(ctx, to, artist);
    ctx.line = line;
    result
}

fn body(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>) -> PyResult<()> {
    match &*artist.body.borrow() {
        Body::Line(own) => {
            if let Some((width, color)) = artist.halo.get() {
                let halo = Line { color, width, marker: None, ..own.clone() };
                line(ctx, to, artist, &halo)?;
            }
            line(ctx, to, artist, own)
        }
        Body::Patch(own) => patch(ctx, to, artist, own),
        Body::Text(own) => text(ctx, to, artist, own),
        Body::Image(own) => super::image_draw::draw(ctx, to, artist, own),
        Body::Collection(own) => collection(ctx, to, artist, own),
        Body::Legend(own) => super::legend::draw(ctx, to, artist, own),
    }
}

/// The clip of an artist: its axes' box, and a path of its own.
pub(crate) fn clip(artist: &Artist, pen: &mut Pen) {
    if !artist.clip.get() {
        return;
    }
    if let Some(axes) = artist.home() {
        if axes.polar.get() {
            pen.mask = Some(super::polar::outline(&axes));
        } else {
            pen.clip = Some(axes.bbox.get());
        }
    }
    if let Some((path, transform)) = &*artist.clip_path.borrow() {
        pen.mask = Some(path.map(|point| transform.apply(point)));
    }
}

fn line(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, line: &Line) -> PyResult<()> {
    let alpha = artist.alpha.get();
    let transform = artist.transform.borrow().clone();
    ctx.burn(line.x.len() as u64 * 3 + 10)?;
    let _charge = ctx.charge(line.x.len().saturating_mul(160))?;
    let points: Vec<Point> = match line.endless {
        Some((point, rest)) => match endless(artist, &transform, point, rest) {
            Some(ends) => ends.to_vec(),
            None => return Ok(()),
        },
        None => line.points().map(|point| transform.apply(point)).collect(),
    };
    if line.style != LineStyle::None && line.width > 0.0 {
        let mut pen = Pen::new(with_alpha(line.color, alpha), line.width * to.scale);
        pen = pen.dashed(&line.style, line.width, to.scale);
        pen.cap = line.cap.unwrap_or(if pen.dashes.is_empty() { Cap::Projecting } else { Cap::Butt });
        pen.join = line.join;
        pen.antialias = line.antialias;
        pen.snap = artist.snap.get();
        clip(artist, &mut pen);
        let stepped = stepped(&points, line.steps);
        to.path(ctx, &pen, &Path::polyline(stepped.into_iter().map(sane)), None)?;
    }
    let Some(marker) = &line.marker else { return Ok(()) };
    let size = line.size * to.scale;
    let edge = with_alpha(line.edge.unwrap_or(line.color), alpha);
    let face = (!line.hollow && marker.filled).then(|| with_alpha(line.face.unwrap_or(line.color), alpha));
    let mut pen = Pen::new(edge, line.edge_width * to.scale);
    pen.join = marker.join;
    pen.cap = marker.cap;
    pen.antialias = line.antialias;
    // A marker that is too small for its corners to stand on pixels is drawn as it is.
    pen.snap = Some(size >= marker.snap);
    clip(artist, &mut pen);
    let factor = if marker.name == "," { 1.0 } else { size };
    if marker.name == "," {
        pen.width = 0.0;
    }
    let symbol = marker.path.transformed(&Affine::scaling(factor, factor));
    let chosen: Vec<Point> = match line.every {
        None => points,
        Some((start, step)) => points.into_iter().skip(start).step_by(step.max(1)).collect(),
    };
    to.markers(ctx, &pen, &symbol, face, &chosen)
}

/// Infinite places, such as zero on a logarithmic axis, break a line.
fn sane(point: Point) -> Point {
    if point.iter().all(|value| value.abs() < 1.0e15) { point } else { [f64::NAN; 2] }
}

/// The two ends of an endless line at the edges of its axes, in pixels.
fn endless(artist: &Artist, transform: &Transform, point: Point, rest: Endless) -> Option<[Point; 2]> {
    let axes = artist.home()?;
    let from = transform.apply(point);
    let other = match rest {
        Endless::Through(other) => transform.apply(other),
        Endless::Slope(slope) => {
            let origin = axes.data_transform().apply([0.0; 2]);
            let unit = axes.data_transform().apply([1.0, slope]);
            [from[0] + unit[0] - origin[0], from[1] + unit[1] - origin[1]]
        }
    };
    let (dx, dy) = (other[0] - from[0], other[1] - from[1]);
    let bbox = axes.bbox.get();
    if dx.abs() < 1.0e-12 {
        return Some([[from[0], bbox.y0], [from[0], bbox.y1]]);
    }
    if dy.abs() < 1.0e-12 {
        return Some([[bbox.x0, from[1]], [bbox.x1, from[1]]]);
    }
    // The two middle ones of the four crossings with the box's edges.
    let mut crossings: Vec<f64> = vec![
        (bbox.x0 - from[0]) / dx,
        (bbox.x1 - from[0]) / dx,
        (bbox.y0 - from[1]) / dy,
        (bbox.y1 - from[1]) / dy,
    ];
    crossings.sort_by(f64::total_cmp);
    let at = |t: f64| [from[0] + dx * t, from[1] + dy * t];
    Some([at(crossings[1]), at(crossings[2])])
}

/// The points of a line drawn in steps.
fn stepped(points: &[Point], steps: Steps) -> Vec<Point> {
    if steps == Steps::Default {
        return points.to_vec();
    }
    let mut out = Vec::with_capacity(points.len() * 3);
    for (index, point) in points.iter().enumerate() {
        let Some(last) = index.checked_sub(1).and_then(|index| points.get(index)) else {
            out.push(*point);
            continue;
        };
        match steps {
            Steps::Pre => out.push([last[0], point[1]]),
            Steps::Post => out.push([point[0], last[1]]),
            _ => {
                let middle = (last[0] + point[0]) / 2.0;
                out.extend([[middle, last[1]], [middle, point[1]]]);
            }
        }
        out.push(*point);
    }
    out
}

fn patch(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, patch: &Patch) -> PyResult<()> {
    let alpha = artist.alpha.get();
    let transform = artist.transform.borrow().clone();
    if let Shape::Arrow(own) = &patch.shape {
        return arrow(ctx, to, artist, patch, own);
    }
    if let Shape::Inset(own) = &patch.shape {
        own.follow();
    }
    let path = patch.shape.path();
    ctx.burn(path.steps.len() as u64 * 3)?;
    let round = matches!(patch.shape, Shape::Rectangle { .. })
        && artist.home().is_some_and(|axes| axes.polar.get() && transform.is_data(&axes) == [true; 2]);
    let path = if round { super::polar::bent(&path) } else { path };
    let mut path = path.map(|point| transform.apply(point));
    if let Shape::Inset(own) = &patch.shape {
        path.steps.extend(own.lines(&transform, path.extents()).steps);
    }
    let visible = patch.edge[3] > 0.0 && patch.style != LineStyle::None;
    let width = if visible { patch.width } else { 0.0 };
    let mut pen = Pen::new(with_alpha(patch.edge, alpha), width * to.scale);
    pen = pen.dashed(&patch.style, patch.width, to.scale);
    pen.cap = patch.cap;
    pen.join = patch.join;
    pen.antialias = patch.antialias;
    pen.snap = artist.snap.get();
    clip(artist, &mut pen);
    let face = patch.fill.then(|| with_alpha(patch.face, alpha));
    to.path(ctx, &pen, &path, face)?;
    if !patch.hatch.is_empty() {
        let color = hatch_color(ctx, patch.edge, patch.edge_given)?;
        super::hatch::draw(ctx, to, &pen, &path, &patch.hatch, color)?;
    }
    Ok(())
}

/// An arrow between two points, whose heads have the same size wherever it is.
fn arrow(
    ctx: &mut Ctx,
    to: &Renderer,
    artist: &Rc<Artist>,
    patch: &Patch,
    own: &super::shapes::ArrowShape,
) -> PyResult<()> {
    let transform = artist.transform.borrow().clone();
    let place = |index: usize| own.transforms[index].as_ref().unwrap_or(&transform).apply(own.ends[index]);
    let ends = [place(0), place(1)];
    if !ends.iter().flatten().all(|value| value.is_finite() && value.abs() < 1.0e7) {
        return Ok(());
    }
    ctx.burn(500)?;
    let face = if patch.fill { patch.face } else { super::color::NONE };
    let arrow = super::arrow::Arrow {
        face,
        edge: patch.edge,
        width: patch.width,
        line: patch.style.clone(),
        ..own.arrow.clone()
    };
    let route = arrow.route(ends[0], ends[1], [None, None], to.scale);
    arrow.draw(ctx, to, &route, 1.0, artist.alpha.get(), |pen| clip(artist, pen))
}

/// Hatches have the edge's colour, or that of the settings.
fn hatch_color(ctx: &mut Ctx, edge: Color, given: bool) -> PyResult<Color> {
    if given && edge[3] > 0.0 { Ok(edge) } else { super::rc::color(ctx, "hatch.color") }
}

/// Draws a text at its point.
fn text(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, text: &Text) -> PyResult<()> {
    if let Some(note) = &text.note {
        if !note.shown(artist) {
            return Ok(());
        }
        super::annotation::draw(ctx, to, artist, text, note)?;
    }
    if text.text.is_empty() {
        return Ok(());
    }
    let at = anchor(artist, text);
    if !at.iter().all(|value| value.is_finite() && value.abs() < 1.0e7) {
        return Ok(());
    }
    let mut pen = Pen::new(text.color, 0.0);
    clip(artist, &mut pen);
    text_at(ctx, to, text, at, artist.alpha.get(), pen.clip.filter(|_| artist.clip.get()), artist.halo.get())
}

/// The pixel that a text hangs on.
pub(crate) fn anchor(artist: &Artist, text: &Text) -> Point {
    artist.transform.borrow().apply(text.at)
}

/// Draws a text at a pixel.
pub(crate) fn text_at(
    ctx: &mut Ctx,
    to: &Renderer,
    text: &Text,
    at: Point,
    alpha: Option<f64>,
    clip: Option<Rect>,
    halo: Option<(f64, Color)>,
) -> PyResult<()> {
    let layout = text.layout(ctx, to.scale)?;
    if let Some((path, frame)) = text.frame_path(&layout, to.scale) {
        let alpha = frame.alpha.or(alpha);
        let mut pen = Pen::new(with_alpha(frame.edge, alpha), frame.width * to.scale);
        pen = pen.dashed(&frame.line, frame.width, to.scale);
        pen.clip = clip;
        let path = path.map(|[x, y]| [x + at[0], y + at[1]]);
        to.path(ctx, &pen, &path, Some(with_alpha(frame.face, alpha)))?;
    }
    let color = with_alpha(text.color, alpha);
    let bbox = layout.bbox.shifted(at);
    let size = text.size * to.scale;
    for line in &layout.lines {
        let place = [line.at[0] + at[0], line.at[1] + at[1]];
        let math = line.math.is_some();
        let font = (text.face(), size);
        if let Some(halo) = halo.filter(|_| !math) {
            super::halo::draw(ctx, to, &line.text, font, place, text.angle, halo, clip)?;
        }
        to.label(ctx, place, (&line.text, math), font, color, text.angle, clip, bbox)?;
    }
    Ok(())
}

fn collection(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, own: &Collection) -> PyResult<()> {
    let alpha = artist.alpha.get();
    if let (Some(table), Some(axes)) = (&own.table, artist.home()) {
        return table.draw(ctx, to, &axes);
    }
    let transform = artist.transform.borrow().clone();
    let count = own.count();
    ctx.burn(count as u64 * 10 + 10)?;
    let _charge = ctx.charge(count.saturating_mul(64))?;
    let (faces, edges) = own.colors(alpha);
    let one =
        |list: &[f64], index: usize, or: f64| list.get(index % list.len().max(1)).copied().unwrap_or(or);
    let mut base = Pen::new(super::color::NONE, 0.0);
    clip(artist, &mut base);
    base.antialias = own.antialias;
    base.snap = artist.snap.get();
    let pen = |index: usize| {
        let edge = edges.get(index % edges.len().max(1)).copied().unwrap_or(super::color::NONE);
        let width = one(&own.widths, index, 1.0);
        let mut pen = base.clone();
        pen.color = edge;
        let style = own.styles.get(index % own.styles.len().max(1)).unwrap_or(&LineStyle::Solid);
        pen.width = if *style == LineStyle::None || edge[3] <= 0.0 { 0.0 } else { width * to.scale };
        pen = pen.dashed(style, width, to.scale);
        pen.cap = own.cap.unwrap_or(Cap::Butt);
        pen.join = own.join.unwrap_or(crate::Join::Miter);
        pen
    };
    let face = |index: usize| faces.get(index % faces.len().max(1)).copied();
    // matplotlib stamps a shape that is alone in its look, or alike ones, as it stamps markers.
    let alike = own.paths.len() == 1
        && own.sizes.len() <= 1
        && faces.len() == 1
        && edges.len() <= 1
        && own.widths.len() == 1
        && own.styles.len() == 1
        && own.hatch.is_empty();
    let Some(offsets) = &own.offset_transform else {
        for (index, path) in own.paths.iter().enumerate() {
            let mut placed = path.map(|point| transform.apply(point));
            let pen = pen(index);
            if alike && !pen.snap.unwrap_or_else(|| placed.is_rectilinear()) {
                // A stamp's origin is the middle of a pixel.
                placed = placed.map(|[x, y]| [x + 0.5, y - 0.5]);
            }
            to.path(ctx, &pen, &placed, face(index))?;
            if !own.hatch.is_empty() {
                let color = hatch_color(ctx, pen.color, true)?;
                super::hatch::draw(ctx, to, &pen, &placed, &own.hatch, color)?;
            }
        }
        return Ok(());
    };
    let points: Vec<Point> = own.offsets.iter().map(|point| offsets.apply(*point)).collect();
    if let (Some(field), Some(axes)) = (&own.field, artist.home()) {
        let (shapes, ..) = field.shapes(&axes);
        for (index, (shape, [x, y])) in shapes.iter().zip(points).enumerate() {
            let shape = shape.transformed(&Affine::translation(x, y));
            to.path(ctx, &pen(index), &shape, face(index))?;
        }
        return Ok(());
    }
    // Alike symbols stand on whole pixels.
    if alike {
        let symbol = own.paths[0].transformed(&own.scale(0, to.scale));
        return to.markers(ctx, &pen(0), &symbol, face(0), &points);
    }
    for (index, point) in points.iter().enumerate() {
        let Some(path) = own.paths.get(index % own.paths.len().max(1)) else { break };
        if !point.iter().all(|value| value.is_finite() && value.abs() < 1.0e7) {
            continue;
        }
        let affine = own.scale(index, to.scale).then(&Affine::translation(point[0], point[1]));
        to.path(ctx, &pen(index), &path.transformed(&affine), face(index))?;
    }
    Ok(())
}
