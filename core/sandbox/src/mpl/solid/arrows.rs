//! Arrows in space.

use std::rc::Rc;

use super::arrays::common;
use super::classes::segments;
use super::limits;
use super::project::{Point3, length};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice};
use crate::mpl::axes::Axes;
use crate::mpl::methods::AxesMethod;

pub(super) const METHODS: &[(&str, AxesMethod)] = &[("quiver", quiver), ("quiver3D", quiver)];

/// Degrees between the shaft and each line of the head.
const HEAD: f64 = 15.0;

/// The directions of the two lines of a head: the arrow turned to both sides around a level line across it.
fn head([x, y, z]: Point3) -> [Point3; 2] {
    let flat = libm::hypot(x, y);
    let (across, along) = if flat == 0.0 { (0.0, 1.0) } else { (y / flat, -x / flat) };
    let (sin, cos) = (libm::sin(HEAD.to_radians()), libm::cos(HEAD.to_radians()));
    let mixed = across * along * (1.0 - cos);
    [sin, -sin].map(|sin| {
        [
            (cos + across * across * (1.0 - cos)) * x + mixed * y + along * sin * z,
            mixed * x + (cos + along * along * (1.0 - cos)) * y - across * sin * z,
            -along * sin * x + across * sin * y + cos * z,
        ]
    })
}

/// `quiver(X, Y, Z, U, V, W, *, length=1, arrow_length_ratio=0.3, pivot='tail', normalize=False, ...)`.
fn quiver(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["X", "Y", "Z", "U", "V", "W"];
    let mut options = Options::named(args, "Axes3D.quiver", &params, 6)?;
    options.refuse("quiver", &["axlim_clip", "data"])?;
    let mut given = Vec::new();
    for name in params {
        given.push(options.take(name).unwrap_or(Value::None));
    }
    let long = options.number(ctx, "length")?.unwrap_or(1.0);
    let ratio = options.number(ctx, "arrow_length_ratio")?.unwrap_or(0.3);
    let pivot = options.text(ctx, "pivot")?.unwrap_or_else(|| "tail".to_owned());
    let back = [long, long / 2.0, 0.0][choice("pivot", &pivot, &["tail", "middle", "tip"])?];
    let normalize = options.flag(ctx, "normalize")?.unwrap_or(false);
    let more = limits::has_data(axes);
    let all = common(ctx, &given)?;
    ctx.burn(all.count() as u64 * 60)?;
    let _charge = ctx.charge(all.count().saturating_mul(6 * 24 * 3))?;
    let (places, mut arrows) = (all.points(0), all.points(3));
    if normalize {
        for arrow in &mut arrows {
            let size = length(*arrow);
            *arrow = arrow.map(|part| if size == 0.0 { part } else { part / size });
        }
    }
    let along = |from: Point3, by: f64, arrow: Point3| -> Point3 {
        std::array::from_fn(|axis| from[axis] + by * arrow[axis])
    };
    let (mut lines, mut heads) = (Vec::new(), [Vec::new(), Vec::new()]);
    for (place, arrow) in places.iter().zip(&arrows) {
        let tip = along(*place, back, *arrow);
        lines.push(vec![tip, along(*place, back - long, *arrow)]);
        for (list, direction) in heads.iter_mut().zip(head(*arrow)) {
            list.push(vec![tip, along(tip, -long * ratio, direction)]);
        }
    }
    lines.extend(heads.into_iter().flatten());
    let made = segments(ctx, lines, options)?;
    axes.add(ctx, &made.0)?;
    if !places.is_empty() {
        limits::grow(ctx, axes, places.iter(), more)?;
    }
    Ok(made.1)
}
