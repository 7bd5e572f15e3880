//! Artists in space as artists on the page.

use std::rc::Rc;

use super::depth::{Depth, Faces};
use super::project::{Point3, View};
use super::shade::faded;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::{Color, with_alpha};
use crate::mpl::path::Path;

/// An artist on the page.
pub(super) struct Flat {
    pub body: Body,
    pub alpha: Option<f64>,
    /// How far away it is, for the order of collections.
    pub depth: f64,
}

/// Puts an artist on the page; `None` if it does not stand in space.
pub(super) fn flat(ctx: &mut Ctx, view: &View, artist: &Rc<Artist>) -> PyResult<Option<Flat>> {
    let depth = artist.depth.borrow();
    let Some(depth) = &*depth else { return Ok(None) };
    ctx.burn(depth.count() as u64 * 4 + 10)?;
    let alpha = artist.alpha.get();
    Ok(match (depth, &*artist.body.borrow()) {
        (Depth::Line(points), Body::Line(line)) => {
            let mut line = line.clone();
            (line.x, line.y) = points.iter().map(|point| view.seen(*point)).map(|[x, y, _]| (x, y)).unzip();
            Some(Flat { body: Body::Line(line), alpha, depth: 0.0 })
        }
        (Depth::Text(at, direction), Body::Text(text)) => {
            let mut text = text.clone();
            let [x, y, _] = view.place(*at);
            let end = view.place(std::array::from_fn(|axis| at[axis] + direction[axis]));
            text.at = [x, y];
            text.angle = upright(libm::atan2(end[1] - y, end[0] - x).to_degrees());
            Some(Flat { body: Body::Text(text), alpha, depth: 0.0 })
        }
        (Depth::Points(points, least), Body::Collection(own)) => {
            Some(symbols(own, alpha, points, *least, view))
        }
        (Depth::Segments(lines), Body::Collection(own)) => {
            let mut depth = f64::INFINITY;
            let path = |line: &Vec<Point3>| {
                Path::polyline(line.iter().map(|point| {
                    let [x, y, z] = view.place(*point);
                    depth = depth.min(z);
                    [x, y]
                }))
            };
            let paths = lines.iter().map(path).collect();
            Some(Flat { body: Body::Collection(Collection { paths, ..own.clone() }), alpha, depth })
        }
        (Depth::Faces(faces), Body::Collection(own)) => Some(polygons(own, alpha, faces, view)),
        _ => None,
    })
}

/// An angle in degrees at which text is not upside down.
pub(super) fn upright(angle: f64) -> f64 {
    let angle = (angle + 180.0).rem_euclid(180.0);
    let angle = if angle > 90.0 { angle - 180.0 } else { angle };
    if angle.is_finite() { angle } else { 0.0 }
}

/// Places by depth, the farthest first; what has no depth comes before all.
fn order(depths: &[f64]) -> Vec<usize> {
    let mut order =
        crate::sorting::order(depths.len(), &mut |a, b| rank(depths[a]).total_cmp(&rank(depths[b])));
    order.reverse();
    order
}

fn rank(depth: f64) -> f64 {
    if depth.is_nan() { f64::INFINITY } else { depth }
}

/// A list in another order, if it has one item for each place.
fn arranged<T: Clone>(list: &[T], order: &[usize]) -> Vec<T> {
    if list.len() != order.len() {
        return list.to_vec();
    }
    order.iter().map(|index| list[*index].clone()).collect()
}

fn symbols(own: &Collection, alpha: Option<f64>, points: &[Point3], least: Option<f64>, view: &View) -> Flat {
    let places: Vec<Point3> = points.iter().map(|point| view.seen(*point)).collect();
    let depths: Vec<f64> = places.iter().map(|place| place[2]).collect();
    let order = order(&depths);
    let opaque = least.map(|least| faded(&places, least));
    let look = |colors: Vec<Color>| -> Vec<Color> {
        let Some(opaque) = &opaque else { return arranged(&colors, &order) };
        if colors.is_empty() {
            return colors;
        }
        let color = |(index, part): (usize, &f64)| {
            let [r, g, b, a] = colors[index % colors.len()];
            // An alpha counts twice where points fade, as in matplotlib.
            [r, g, b, a * part * if a > 0.0 { alpha.unwrap_or(1.0) } else { 1.0 }]
        };
        let colors: Vec<Color> = opaque.iter().enumerate().map(color).collect();
        arranged(&colors, &order)
    };
    let (faces, edges) = own.colors(alpha);
    let body = Collection {
        offsets: order.iter().map(|index| [places[*index][0], places[*index][1]]).collect(),
        sizes: arranged(&own.sizes, &order),
        widths: arranged(&own.widths, &order),
        faces: look(faces),
        edges: Edges::Colors(look(edges)),
        mappable: None,
        ..own.clone()
    };
    let depth = depths.iter().copied().fold(f64::INFINITY, f64::min);
    Flat { body: Body::Collection(body), alpha: None, depth }
}

fn polygons(own: &Collection, alpha: Option<f64>, faces: &Faces, view: &View) -> Flat {
    let places: Vec<Vec<Point3>> =
        faces.corners.iter().map(|face| face.iter().map(|corner| view.place(*corner)).collect()).collect();
    let depths: Vec<f64> = places.iter().map(|face| faces.sort.of(face)).collect();
    let order = order(&depths);
    let path = |index: &usize| {
        let corners = places[*index].iter().map(|[x, y, _]| [*x, *y]);
        if faces.closed { Path::polygon(corners) } else { Path::polyline(corners) }
    };
    let mapped = own.mappable.as_ref().is_some_and(|mappable| mappable.array.is_some());
    let (fills, _) = own.colors(if mapped { alpha } else { None });
    let edges = match &own.edges {
        Edges::Face => arranged(&fills, &order),
        Edges::Colors(edges) => arranged(edges, &order),
    };
    let fills = if fills.len() == order.len() {
        arranged(&fills, &order)
    } else {
        fills.into_iter().take(1).collect()
    };
    let depth = places.iter().flatten().map(|place| place[2]).fold(f64::INFINITY, f64::min);
    let body = Collection {
        paths: order.iter().map(path).collect(),
        faces: fills,
        edges: Edges::Colors(edges),
        mappable: None,
        ..own.clone()
    };
    Flat { body: Body::Collection(body), alpha: None, depth }
}

/// Faces keep an alpha in their colours, and edges do if they are coloured after it was set, as in matplotlib.
pub(crate) fn bake(artist: &Artist, property: &str) {
    if !matches!(&*artist.depth.borrow(), Some(Depth::Faces(_))) {
        return;
    }
    let Body::Collection(own) = &mut *artist.body.borrow_mut() else { return };
    let alpha = artist.alpha.get();
    let bake = |colors: &mut Vec<Color>| {
        colors.iter_mut().for_each(|color| *color = with_alpha(*color, alpha));
    };
    if matches!(property, "alpha" | "facecolor" | "color" | "colors") {
        bake(&mut own.faces);
    }
    if matches!(property, "edgecolor" | "color" | "colors")
        && let Edges::Colors(edges) = &mut own.edges
    {
        bake(edges);
    }
}
