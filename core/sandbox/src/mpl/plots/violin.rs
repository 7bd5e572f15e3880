//! Violins.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::statistics::{density, quantile};

/// `Axes.violinplot`.
pub(super) fn violinplot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["dataset", "positions", "vert", "widths", "showmeans", "showextrema", "showmedians"];
    let mut options = Options::named(args, "violinplot", &params, 1)?;
    let data = options.take("dataset").unwrap_or(Value::None);
    let data = super::boxplot::samples(ctx, &data)?;
    let count = data.len();
    let upright = options.flag(ctx, "vert")?.unwrap_or(true);
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "vertical".to_owned());
    let turned = !upright || choice("orientation", &turned, &["vertical", "horizontal"])? == 1;
    let positions = match options.take("positions") {
        Some(value) => numbers(ctx, &value)?,
        None => (1..=count).map(|index| index as f64).collect(),
    };
    if positions.len() != count {
        return Err(Fault::value_error(
            "List of violinplot statistics and positions values must have the same length",
        ));
    }
    let widths = match options.take("widths") {
        Some(value) => super::spread(numbers(ctx, &value)?, count, "widths")?,
        None => vec![0.5; count],
    };
    let show_means = options.flag(ctx, "showmeans")?.unwrap_or(false);
    let show_ends = options.flag(ctx, "showextrema")?.unwrap_or(true);
    let show_medians = options.flag(ctx, "showmedians")?.unwrap_or(false);
    let points = options.whole("points")?.unwrap_or(100).clamp(2, 10_000) as usize;
    let factor = match options.take("bw_method") {
        None => None,
        Some(Value::Str(name)) if &**name == "scott" => None,
        Some(Value::Str(name)) => {
            return Err(Fault::not_provided(format!("violinplot(bw_method='{}')", &**name)));
        }
        Some(value) => Some(crate::builtins::real(ctx, &value)?),
    };
    let side = options.text(ctx, "side")?.unwrap_or_else(|| "both".to_owned());
    let side = choice("side", &side, &["both", "low", "high"])?;
    options.refuse("violinplot", &["quantiles", "facecolor", "linecolor"])?;
    options.finish("violinplot")?;
    let color = axes.next_color(ctx, false);
    let body_color = [color[0], color[1], color[2], 0.3];
    let place = |along: f64, across: f64| if turned { [across, along] } else { [along, across] };
    let (mut bodies, mut marks): (Vec<_>, [Vec<Path>; 5]) = (Vec::new(), Default::default());
    for (index, sample) in data.iter().enumerate() {
        let (at, width) = (positions[index], widths[index]);
        let (Some(low), Some(high)) = (sample.first().copied(), sample.last().copied()) else { continue };
        ctx.burn(sample.len() as u64 * points as u64 * 2)?;
        let places: Vec<f64> =
            (0..points).map(|n| low + (high - low) * n as f64 / (points - 1) as f64).collect();
        let mut shares = if low == high { vec![1.0; points] } else { density(sample, &places, factor) };
        let most = shares.iter().copied().fold(0.0, f64::max);
        shares.iter_mut().for_each(|share| *share = 0.5 * width * *share / most);
        let (below, above) = ([1.0, 1.0, 0.0][side], [1.0, 0.0, 1.0][side]);
        let left = places.iter().zip(&shares).map(|(y, share)| place(at - share * below, *y));
        let right = places.iter().zip(&shares).map(|(y, share)| place(at + share * above, *y)).rev();
        let mut body = Collection::new("FillBetweenPolyCollection", vec![Path::polygon(left.chain(right))]);
        body.faces = vec![body_color];
        bodies.push(add_collection(ctx, axes, body)?);
        let reach = [[0.25, 0.25], [0.25, 0.0], [0.0, 0.25]][side];
        let bar = |y: f64| Path::polyline([place(at - width * reach[0], y), place(at + width * reach[1], y)]);
        marks[0].push(bar(high));
        marks[1].push(bar(low));
        marks[2].push(Path::polyline([place(at, low), place(at, high)]));
        marks[3].push(bar(sample.iter().sum::<f64>() / sample.len() as f64));
        marks[4].push(bar(quantile(sample, 0.5)));
    }
    let mut items = vec![("bodies", super::objects_of(ctx, &bodies)?)];
    let shown = [show_ends, show_ends, show_ends, show_means, show_medians];
    for ((name, paths), shown) in
        ["cmaxes", "cmins", "cbars", "cmeans", "cmedians"].into_iter().zip(marks).zip(shown)
    {
        if !shown {
            continue;
        }
        let mut lines = Collection::new("LineCollection", paths);
        lines.edges = Edges::Colors(vec![color]);
        lines.strokes = true;
        lines.widths = vec![ctx.plots.rc.number("lines.linewidth")];
        let artist = add_collection(ctx, axes, lines)?;
        artist.zorder.set(2.0);
        items.push((name, objects::artist(&artist)));
    }
    super::dict_of(ctx, items)
}
