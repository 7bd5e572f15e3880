//! Counts that are known, and counts in two directions.

use std::rc::Rc;

use super::bins::edges;
use super::{add_patch, with_patch};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, four, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::color;
use crate::mpl::objects;
use crate::mpl::props;
use crate::mpl::shapes::Shape;

/// `Axes.stairs`.
pub(super) fn stairs(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "stairs", &["values", "edges"], 1)?;
    let values = numbers(ctx, &options.take("values").unwrap_or(Value::None))?;
    let edges = match options.take("edges") {
        Some(edges) => numbers(ctx, &edges)?,
        None => (0..=values.len()).map(|index| index as f64).collect(),
    };
    if edges.len() != values.len() + 1 || values.is_empty() {
        return Err(Fault::value_error(format!(
            "Size mismatch between \"values\" and \"edges\": len(values)={} and len(edges)={}",
            values.len(),
            edges.len()
        )));
    }
    ctx.burn(values.len() as u64 * 4)?;
    let turned = options.text(ctx, "orientation")?.unwrap_or_else(|| "vertical".to_owned());
    let turned = choice("orientation", &turned, &["vertical", "horizontal"])?;
    let base = options.number(ctx, "baseline")?.unwrap_or(0.0);
    let fill = options.flag(ctx, "fill")?.unwrap_or(false);
    let own = options.take("color").map(|value| color::color(ctx, &value)).transpose()?;
    let color = match own {
        Some(color) => color,
        None => axes.next_color(ctx, false),
    };
    let mut points = vec![[edges[0], base]];
    for (index, value) in values.iter().enumerate() {
        points.extend([[edges[index], *value], [edges[index + 1], *value]]);
    }
    points.push([edges[values.len()], base]);
    if turned == 1 {
        points.iter_mut().for_each(|point| point.swap(0, 1));
    }
    let patch = add_patch(ctx, axes, Shape::Polygon { points, closed: fill })?;
    with_patch(&patch, |patch| {
        patch.fill = fill;
        if fill {
            patch.face = color;
        } else {
            (patch.edge, patch.edge_given) = (color, true);
        }
    });
    patch.sticky.borrow_mut()[1 - turned].push(base);
    props::apply(ctx, &patch, options)?;
    Ok(objects::artist(&patch))
}

/// `Axes.hist2d`.
pub(super) fn hist2d(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "hist2d", &["x", "y", "bins", "range", "density"], 2)?;
    let x = numbers(ctx, &options.take("x").unwrap_or(Value::None))?;
    let y = numbers(ctx, &options.take("y").unwrap_or(Value::None))?;
    if x.len() != y.len() {
        return Err(Fault::value_error("x and y must have the same length."));
    }
    let density = options.flag(ctx, "density")?.unwrap_or(false);
    options.refuse("hist2d", &["weights", "cmin", "cmax"])?;
    let [bins_x, bins_y] = match options.take("bins") {
        Some(Value::List(list)) if list.0.borrow().len() == 2 => {
            let pair = list.0.borrow();
            [Some(pair[0].clone()), Some(pair[1].clone())]
        }
        Some(Value::Tuple(pair)) if pair.0.len() == 2 => [Some(pair.0[0].clone()), Some(pair.0[1].clone())],
        bins => [bins.clone(), bins],
    };
    let [range_x, range_y] = match options.take("range") {
        Some(range) => {
            let [a, b, c, d] = four(ctx, &range)?;
            let pair = |ctx: &mut Ctx, a, b| ctx.list(vec![Value::Float(a), Value::Float(b)]);
            [Some(pair(ctx, a, b)?), Some(pair(ctx, c, d)?)]
        }
        None => [None, None],
    };
    let x_edges = edges(ctx, &x, bins_x, range_x, false)?;
    let y_edges = edges(ctx, &y, bins_y, range_y, false)?;
    let (columns, rows) = (x_edges.len() - 1, y_edges.len() - 1);
    ctx.burn((columns as u64).saturating_mul(rows as u64) + x.len() as u64 * 4)?;
    let _charge = ctx.charge(columns.saturating_mul(rows).saturating_mul(8))?;
    let mut counts = vec![0.0; columns * rows];
    let bin = |edges: &[f64], value: f64| {
        let after = edges.partition_point(|edge| *edge <= value);
        let at = if after == edges.len() && edges.last() == Some(&value) { after - 1 } else { after };
        (1..edges.len()).contains(&at).then(|| at - 1)
    };
    for (x, y) in x.iter().zip(&y) {
        if let (Some(column), Some(row)) = (bin(&x_edges, *x), bin(&y_edges, *y)) {
            counts[row * columns + column] += 1.0;
        }
    }
    if density {
        let total: f64 = counts.iter().sum();
        for (index, count) in counts.iter_mut().enumerate() {
            let (column, row) = (index % columns, index / columns);
            *count /= total * (x_edges[column + 1] - x_edges[column]) * (y_edges[row + 1] - y_edges[row]);
        }
    }
    let mesh = super::mesh::mesh(ctx, axes, &x_edges, &y_edges, counts.clone(), options)?;
    let turned: Vec<f64> = (0..columns * rows).map(|at| counts[(at % rows) * columns + at / rows]).collect();
    let counts = crate::numpy::array_from(ctx, &[columns, rows], &turned)?;
    let x_edges = crate::numpy::array_from(ctx, &[columns + 1], &x_edges)?;
    let y_edges = crate::numpy::array_from(ctx, &[rows + 1], &y_edges)?;
    ctx.tuple(vec![counts, x_edges, y_edges, mesh])
}
