//! Where legends stand: beside nine points of a box, or where they hide the least.

use std::rc::Rc;

use super::artist::{Artist, Body};
use super::geometry::{Point, Rect};
use super::path::{Path, Step};
use super::shapes::Shape;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// The lower left corner of a box of `size` at a place inside another.
pub(crate) fn anchored(code: u8, home: Rect, [width, height]: Point, pad: f64) -> Point {
    let home = home.grown(-pad);
    // Numbers of places: upper right, upper left, lower left, lower right, right, center left, center right,
    // lower center, upper center, center.
    let (across, down) = match code {
        1 => (1.0, 1.0),
        2 => (0.0, 1.0),
        3 => (0.0, 0.0),
        4 => (1.0, 0.0),
        5 | 7 => (1.0, 0.5),
        6 => (0.0, 0.5),
        8 => (0.5, 0.0),
        9 => (0.5, 1.0),
        _ => (0.5, 0.5),
    };
    [home.x0 + across * (home.width() - width), home.y0 + down * (home.height() - height)]
}

/// The place where a legend hides the least of its axes' artists.
pub(crate) fn best(
    ctx: &mut Ctx,
    legend: &Rc<Artist>,
    home: Rect,
    size: Point,
    pad: f64,
    scale: f64,
) -> PyResult<Point> {
    let Some(axes) = legend.home() else { return Ok(anchored(1, home, size, pad)) };
    let (mut boxes, mut lines, mut points) = (Vec::new(), Vec::new(), Vec::new());
    let artists = axes.artists.borrow().clone();
    for artist in &artists {
        let transform = artist.transform.borrow().clone();
        match &*artist.body.borrow() {
            Body::Line(line) => {
                ctx.burn(line.x.len() as u64)?;
                lines.push(Path::polyline(line.points().map(|point| transform.apply(point))));
            }
            Body::Patch(patch) => {
                let path = patch.shape.path().map(|point| transform.apply(point));
                match patch.shape {
                    Shape::Rectangle { .. } => boxes.push(path.extents()),
                    _ => lines.push(path),
                }
            }
            Body::Collection(own) => match &own.offset_transform {
                Some(offset) => points.extend(own.offsets.iter().map(|point| offset.apply(*point))),
                None if !own.strokes => {
                    lines.extend(own.paths.iter().map(|path| path.map(|point| transform.apply(point))));
                }
                None => {}
            },
            Body::Text(text) => {
                let at = super::draw::anchor(artist, text);
                boxes.push(text.layout(ctx, scale)?.bbox.shifted(at));
            }
            Body::Image(_) | Body::Legend(_) => {}
        }
    }
    let steps: usize = lines.iter().map(|line| line.steps.len()).sum();
    let mut found: Option<(usize, Point)> = None;
    for code in 1..=10 {
        ctx.burn(steps as u64 * 2 + points.len() as u64 + 10)?;
        let corner = anchored(code, home, size, pad);
        let rect = Rect::sized(corner[0], corner[1], size[0], size[1]);
        let inside = |[x, y]: Point| x > rect.x0 && x < rect.x1 && y > rect.y0 && y < rect.y1;
        let over = |other: &&Rect| {
            !(other.x1 <= rect.x0 || other.x0 >= rect.x1 || other.y1 <= rect.y0 || other.y0 >= rect.y1)
        };
        let badness = lines.iter().flat_map(|line| line.points()).filter(|point| inside(*point)).count()
            + points.iter().filter(|point| inside(**point)).count()
            + boxes.iter().filter(over).count()
            + lines.iter().filter(|line| crosses(line, rect)).count();
        if found.is_none_or(|(least, _)| badness < least) {
            found = Some((badness, corner));
        }
        if badness == 0 {
            break;
        }
    }
    Ok(found.map_or_else(|| anchored(1, home, size, pad), |(_, corner)| corner))
}

/// Whether a path's line meets a box.
fn crosses(path: &Path, rect: Rect) -> bool {
    let (mut at, mut start) = ([0.0; 2], [0.0; 2]);
    for step in &path.steps {
        let to = match *step {
            Step::Move(a) => {
                (at, start) = (a, a);
                continue;
            }
            Step::Line(a) | Step::Quad(_, a) | Step::Cubic(_, _, a) => a,
            Step::Close => start,
        };
        if meets(at, to, rect) {
            return true;
        }
        at = to;
    }
    false
}

fn meets(a: Point, b: Point, rect: Rect) -> bool {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (axis, low, high) in [(0, rect.x0, rect.x1), (1, rect.y0, rect.y1)] {
        let run = b[axis] - a[axis];
        if run == 0.0 {
            if a[axis] < low || a[axis] > high {
                return false;
            }
            continue;
        }
        let (t0, t1) = ((low - a[axis]) / run, (high - a[axis]) / run);
        from = from.max(t0.min(t1));
        to = to.min(t0.max(t1));
    }
    from <= to
}
