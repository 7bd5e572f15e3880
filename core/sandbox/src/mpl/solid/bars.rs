//! Bars in space.

use std::rc::Rc;

use super::arrays::common;
use super::classes::{Look, faces};
use super::limits;
use super::project::Point3;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::arguments::Options;
use crate::mpl::axes::Axes;
use crate::mpl::color;
use crate::mpl::methods::AxesMethod;

pub(super) const METHODS: &[(&str, AxesMethod)] = &[("bar3d", bars)];

/// Corners of the six sides of a cube, which are counterclockwise seen from outside, in matplotlib's order.
const CUBE: [[[u8; 3]; 4]; 6] = [
    [[0, 0, 0], [0, 1, 0], [1, 1, 0], [1, 0, 0]],
    [[0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]],
    [[0, 0, 0], [1, 0, 0], [1, 0, 1], [0, 0, 1]],
    [[0, 1, 0], [0, 1, 1], [1, 1, 1], [1, 1, 0]],
    [[0, 0, 0], [0, 0, 1], [0, 1, 1], [0, 1, 0]],
    [[1, 0, 0], [1, 1, 0], [1, 1, 1], [1, 0, 1]],
];

/// `bar3d(x, y, z, dx, dy, dz, color=None, zsort='average', shade=True, ...)`.
fn bars(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["x", "y", "z", "dx", "dy", "dz", "color", "zsort", "shade"];
    let mut options = Options::named(args, "Axes3D.bar3d", &params, 6)?;
    options.refuse("bar3d", &["lightsource", "axlim_clip"])?;
    let mut given = Vec::new();
    for name in &params[..6] {
        given.push(options.take(name).unwrap_or(Value::None));
    }
    let more = limits::has_data(axes);
    let all = common(ctx, &given)?;
    let count = all.count();
    ctx.burn(count as u64 * 100)?;
    let _charge = ctx.charge(count.saturating_mul(6 * 4 * 24 * 3))?;
    let (from, size) = (all.points(0), all.points(3));
    let mut corners = Vec::with_capacity(count * 6);
    for (from, size) in from.iter().zip(&size) {
        for side in CUBE {
            let corner = |part: [u8; 3]| -> Point3 {
                std::array::from_fn(|axis| from[axis] + size[axis] * f64::from(part[axis]))
            };
            corners.push(side.map(corner).to_vec());
        }
    }
    let mut colors = match options.take("color") {
        Some(value) => color::colors(ctx, &value)?,
        None => vec![axes.next_color(ctx, true)],
    };
    if colors.len() == count {
        // A colour for each bar is one for each of its sides.
        colors = colors.into_iter().flat_map(|color| [color; 6]).collect();
    }
    let shade = options.flag(ctx, "shade")?.unwrap_or(true);
    let ends: Vec<Point3> = from
        .iter()
        .zip(&size)
        .flat_map(|(from, size)| [*from, std::array::from_fn(|axis| from[axis] + size[axis])])
        .collect();
    let made = faces(ctx, corners, Look { faces: Some(colors), shade, ..Look::default() }, options)?;
    axes.add(ctx, &made.0)?;
    limits::grow(ctx, axes, ends.iter(), more)?;
    Ok(made.1)
}
