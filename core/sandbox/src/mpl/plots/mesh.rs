//! Coloured cells: `pcolormesh`.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, shaped};
use crate::mpl::axes::Axes;
use crate::mpl::cmap_object;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color;
use crate::mpl::geometry::Point;
use crate::mpl::mappable::Mappable;
use crate::mpl::objects;
use crate::mpl::path::Path;
use crate::mpl::props;

/// Takes colour map, norm and limits.
pub(crate) fn mappable(ctx: &mut Ctx, options: &mut Options, values: Vec<f64>) -> PyResult<Mappable> {
    let cmap = options.take("cmap").unwrap_or(Value::None);
    let cmap = cmap_object::colormap(ctx, &cmap)?;
    let mut mappable = Mappable::new(Some(Rc::new(values)), cmap);
    if let Some(norm) = options.take("norm") {
        cmap_object::norm(&norm)?.give(&mut mappable);
    }
    if let Some(low) = options.number(ctx, "vmin")? {
        mappable.low = Some(low);
    }
    if let Some(high) = options.number(ctx, "vmax")? {
        mappable.high = Some(high);
    }
    Ok(mappable)
}

/// `Axes.pcolormesh` and `Axes.pcolor`.
pub(super) fn pcolormesh(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (mut positional, mut options) = Options::split(args);
    for name in ["X", "Y", "C"] {
        positional.extend(options.take(name));
    }
    let (corners, cells) = match &positional[..] {
        [c] => (None, c.clone()),
        [x, y, c] => (Some((x.clone(), y.clone())), c.clone()),
        _ => {
            return Err(Fault::type_error(format!(
                "pcolormesh() takes 1 or 3 positional arguments but {} were given",
                positional.len()
            )));
        }
    };
    let (shape, values) = shaped(ctx, &cells)?;
    let [rows, columns] = shape[..] else {
        return Err(Fault::value_error("pcolormesh() wants a table of numbers as C"));
    };
    let shading = options.text(ctx, "shading")?.unwrap_or_else(|| "auto".to_owned());
    let shading = choice("shading", &shading, &["auto", "flat", "nearest", "gouraud"])?;
    if shading == 3 {
        return Err(Fault::not_provided("pcolormesh(shading='gouraud')"));
    }
    let (x, y) = match corners {
        None => ((0..=columns).map(|n| n as f64).collect(), (0..=rows).map(|n| n as f64).collect()),
        Some((x, y)) => {
            let (x_shape, x) = shaped(ctx, &x)?;
            let (y_shape, y) = shaped(ctx, &y)?;
            if x_shape.len() == 2 || y_shape.len() == 2 {
                return bent(ctx, axes, (&x_shape, x), (&y_shape, y), [rows, columns], values, options);
            }
            (x, y)
        }
    };
    let edges = |places: Vec<f64>, cells: usize, name: &str| match places.len() {
        n if n == cells + 1 => Ok(places),
        n if n == cells && shading != 1 => Ok(around(&places)),
        n => Err(Fault::type_error(format!(
            "Dimensions of C ({rows}, {columns}) should be one smaller than {name} ({n}) while using shading='flat' see \
             help(pcolormesh)"
        ))),
    };
    let (x, y) = (edges(x, columns, "X")?, edges(y, rows, "Y")?);
    mesh(ctx, axes, &x, &y, values, options)
}

/// Edges halfway between centres.
fn around(centers: &[f64]) -> Vec<f64> {
    let [first, .., last] = centers[..] else {
        let at = centers.first().copied().unwrap_or(0.0);
        return vec![at - 0.5, at + 0.5];
    };
    let (second, before) = (centers[1], centers[centers.len() - 2]);
    let mut edges = vec![first - (second - first) / 2.0];
    edges.extend(centers.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0));
    edges.push(last + (last - before) / 2.0);
    edges
}

/// Cells between upright and level lines.
pub(super) fn mesh(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    x: &[f64],
    y: &[f64],
    values: Vec<f64>,
    options: Options,
) -> PyResult<Value> {
    let grid: Vec<Point> = y.iter().flat_map(|y| x.iter().map(|x| [*x, *y])).collect();
    draw(ctx, axes, &grid, [y.len() - 1, x.len() - 1], values, options)
}

/// Cells of a grid whose corners have tables of their own.
fn bent(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    (x_shape, x): (&[usize], Vec<f64>),
    (y_shape, y): (&[usize], Vec<f64>),
    [rows, columns]: [usize; 2],
    values: Vec<f64>,
    options: Options,
) -> PyResult<Value> {
    let wrong = || {
        Fault::type_error(format!(
            "Incompatible X, Y inputs to pcolormesh; see help(pcolormesh): C is ({rows}, {columns})"
        ))
    };
    if x_shape != y_shape || x_shape.len() != 2 {
        return Err(wrong());
    }
    let (own_rows, own_columns) = (x_shape[0], x_shape[1]);
    if own_rows == rows + 1 && own_columns == columns + 1 {
        let grid: Vec<Point> = x.into_iter().zip(y).map(|(x, y)| [x, y]).collect();
        return draw(ctx, axes, &grid, [rows, columns], values, options);
    }
    if own_rows != rows || own_columns != columns {
        return Err(wrong());
    }
    ctx.burn(values.len() as u64 * 8)?;
    // Centres: first between columns, then between rows.
    let widen = |table: &[f64]| -> Vec<f64> {
        let wide: Vec<Vec<f64>> = table.chunks(columns).map(around).collect();
        let by_column: Vec<Vec<f64>> = (0..=columns)
            .map(|column| around(&wide.iter().map(|row| row[column]).collect::<Vec<_>>()))
            .collect();
        (0..=rows).flat_map(|row| by_column.iter().map(move |column| column[row])).collect()
    };
    let grid: Vec<Point> = widen(&x).into_iter().zip(widen(&y)).map(|(x, y)| [x, y]).collect();
    draw(ctx, axes, &grid, [rows, columns], values, options)
}

fn draw(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    grid: &[Point],
    [rows, columns]: [usize; 2],
    values: Vec<f64>,
    mut options: Options,
) -> PyResult<Value> {
    ctx.burn((rows * columns) as u64 * 20 + 10)?;
    let _charge = ctx.charge((rows * columns).saturating_mul(256))?;
    let at = |row: usize, column: usize| grid[row * (columns + 1) + column];
    let mut paths = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let corners =
                [at(row, column), at(row, column + 1), at(row + 1, column + 1), at(row + 1, column)];
            paths.push(Path::polygon(corners));
        }
    }
    let mut collection = Collection::new("QuadMesh", paths);
    collection.mappable = Some(mappable(ctx, &mut options, values)?);
    collection.antialias = false;
    collection.widths = vec![options.number(ctx, "linewidth")?.or(options.number(ctx, "lw")?).unwrap_or(0.0)];
    let mut edged = false;
    match options.take_of(&["edgecolors", "edgecolor", "ec"]) {
        Some(Value::Str(name)) if matches!(&**name, "face" | "none") => {}
        Some(value) => {
            let edges = color::colors(ctx, &value)?;
            collection.edges = Edges::Colors(edges);
            if collection.widths == [0.0] {
                collection.widths = vec![1.0];
            }
            collection.antialias = true;
            edged = true;
        }
        None => {}
    }
    options.ignore(&["rasterized", "snap", "antialiased"]);
    let artist = add_collection(ctx, axes, collection)?;
    artist.snap.set(Some(!edged));
    let extent = crate::mpl::geometry::Rect::around(grid.iter().copied());
    {
        let mut sticky = artist.sticky.borrow_mut();
        sticky[0].extend([extent.x0, extent.x1]);
        sticky[1].extend([extent.y0, extent.y1]);
    }
    axes.remember(&artist);
    props::apply(ctx, &artist, options)?;
    Ok(objects::artist(&artist))
}
