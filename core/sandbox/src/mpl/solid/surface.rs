//! Surfaces over grids, and the wires of them.

use std::rc::Rc;

use super::arrays::{Common, common};
use super::classes::{Look, faces, segments};
use super::limits;
use super::project::Point3;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, shaped};
use crate::mpl::axes::Axes;
use crate::mpl::color::{self, Color};
use crate::mpl::methods::AxesMethod;

pub(super) const METHODS: &[(&str, AxesMethod)] =
    &[("plot_surface", surface), ("plot_wireframe", wireframe), ("plot_trisurf", triangles)];

/// Most samples along a side, unless a script says otherwise.
const SAMPLES: i64 = 50;

/// A grid of points.
struct Grid {
    rows: usize,
    columns: usize,
    points: Vec<Point3>,
}

impl Grid {
    fn at(&self, row: usize, column: usize) -> Point3 {
        self.points[row * self.columns + column]
    }
}

fn grid(ctx: &mut Ctx, options: &mut Options) -> PyResult<Grid> {
    let mut given = Vec::new();
    for name in ["X", "Y", "Z"] {
        given.push(options.take(name).unwrap_or(Value::None));
    }
    if shaped(ctx, &given[2])?.0.len() != 2 {
        return Err(Fault::value_error("Argument Z must be 2-dimensional."));
    }
    let all = common(ctx, &given)?;
    let [rows, columns] = all.shape[..] else {
        return Err(Fault::value_error("X, Y and Z must be tables of one shape"));
    };
    let _charge = ctx.charge(all.count().saturating_mul(24))?;
    Ok(Grid { rows, columns, points: all.points(0) })
}

/// Steps between samples of rows and columns; 0 for none.
fn strides(options: &mut Options, grid: &Grid, default: i64) -> PyResult<[usize; 2]> {
    let names = [["rstride", "rcount"], ["cstride", "ccount"]];
    let has = |kind: usize| names.iter().any(|names| options.has(names[kind]));
    let (stride, count) = (has(0), has(1));
    if stride && count {
        return Err(Fault::value_error("Cannot specify both stride and count arguments"));
    }
    let mut out = [1; 2];
    for (axis, side) in [grid.rows, grid.columns].into_iter().enumerate() {
        let own = options.whole(names[axis][0])?.unwrap_or(default).max(0) as usize;
        let samples = options.whole(names[axis][1])?.unwrap_or(SAMPLES).max(0) as usize;
        out[axis] = match (stride, samples) {
            (true, _) => own,
            (false, 0) => 0,
            (false, samples) => side.div_ceil(samples).max(1),
        };
    }
    Ok(out)
}

/// Numbers of rows or columns that are sampled, the last one always.
fn samples(side: usize, stride: usize) -> Vec<usize> {
    let Some(last) = side.checked_sub(1).filter(|_| stride > 0) else { return Vec::new() };
    (0..last).step_by(stride).chain([last]).collect()
}

/// `plot_surface(X, Y, Z, *, norm=None, vmin=None, vmax=None, lightsource=None, ...)`.
fn surface(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Axes3D.plot_surface", &["X", "Y", "Z"], 3)?;
    let more = limits::has_data(axes);
    let grid = grid(ctx, &mut options)?;
    let [down, across] = strides(&mut options, &grid, 10)?;
    if down == 0 || across == 0 {
        return Err(Fault::value_error("the strides of a surface must not be zero"));
    }
    let own = match options.take("facecolors") {
        Some(value) => Some(table_of_colors(ctx, &value, &grid)?),
        None => None,
    };
    let (rows, columns) = (samples(grid.rows, down), samples(grid.columns, across));
    ctx.burn(grid.points.len() as u64 * 4)?;
    let _charge = ctx.charge(grid.points.len().saturating_mul(96))?;
    let (mut corners, mut colors) = (Vec::new(), Vec::new());
    for pair in rows.windows(2) {
        for next in columns.windows(2) {
            let ([top, bottom], [left, right]) = ([pair[0], pair[1]], [next[0], next[1]]);
            let mut face: Vec<Point3> = (left..right).map(|column| grid.at(top, column)).collect();
            face.extend((top..bottom).map(|row| grid.at(row, right)));
            face.extend((left + 1..=right).rev().map(|column| grid.at(bottom, column)));
            face.extend((top + 1..=bottom).rev().map(|row| grid.at(row, left)));
            face.retain(|point| point.iter().all(|value| value.is_finite()));
            if !face.is_empty() {
                corners.push(face);
                colors.extend(own.as_ref().map(|own| own[top * grid.columns + left]));
            }
        }
    }
    let mut look = look(ctx, axes, &mut options, "plot_surface", &corners)?;
    if own.is_some() {
        (look.faces, look.edges) = (Some(colors.clone()), Some(colors));
    }
    let made = faces(ctx, corners, look, options)?;
    axes.add(ctx, &made.0)?;
    axes.remember(&made.0);
    limits::grow(ctx, axes, grid.points.iter(), more)?;
    Ok(made.1)
}

/// Colours of a surface: by a map and the mean heights of its faces, or one in the light.
fn look(
    ctx: &mut Ctx,
    axes: &Axes,
    options: &mut Options,
    function: &str,
    corners: &[Vec<Point3>],
) -> PyResult<Look> {
    options.refuse(function, &["lightsource", "axlim_clip"])?;
    let mapped = options.has("cmap")
        && options.items.iter().any(|(name, value)| &***name == "cmap" && !value.is_none());
    let shade = options.flag(ctx, "shade")?.unwrap_or(!mapped);
    let mut look = Look { shade, ..Look::default() };
    if mapped {
        let mean =
            |face: &Vec<Point3>| face.iter().map(|point| point[2]).sum::<f64>() / face.len().max(1) as f64;
        look.values = Some(corners.iter().map(mean).collect());
        look.shade = false;
        options.ignore(&["color"]);
        return Ok(look);
    }
    options.ignore(&["norm", "vmin", "vmax", "cmap"]);
    look.faces = Some(vec![match options.take("color") {
        Some(value) => color::color(ctx, &value)?,
        None => axes.next_color(ctx, false),
    }]);
    Ok(look)
}

/// A colour for each point of a grid.
fn table_of_colors(ctx: &mut Ctx, value: &Value, grid: &Grid) -> PyResult<Vec<Color>> {
    let colors: Vec<Color> = if crate::numpy::dimensions(value) == Some(3) {
        let (shape, flat) = shaped(ctx, value)?;
        let parts = shape[2].max(1);
        let part = |parts: &[f64], index: usize| parts.get(index).copied().unwrap_or(1.0);
        flat.chunks_exact(parts).map(|own| [part(own, 0), part(own, 1), part(own, 2), part(own, 3)]).collect()
    } else {
        let mut colors = Vec::new();
        for row in ctx.collect(value)? {
            colors.extend(color::colors(ctx, &row)?);
        }
        colors
    };
    if colors.len() < grid.points.len() {
        return Err(Fault::value_error(format!(
            "facecolors has {} colours for {} points of the surface",
            colors.len(),
            grid.points.len()
        )));
    }
    Ok(colors)
}

/// `plot_wireframe(X, Y, Z, ...)`.
fn wireframe(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "Axes3D.plot_wireframe", &["X", "Y", "Z"], 3)?;
    options.refuse("plot_wireframe", &["axlim_clip"])?;
    options.ignore(&["cmap", "shade"]);
    let more = limits::has_data(axes);
    let grid = grid(ctx, &mut options)?;
    let [down, across] = strides(&mut options, &grid, 1)?;
    if down == 0 && across == 0 {
        return Err(Fault::value_error("Either rstride or cstride must be non zero"));
    }
    ctx.burn(grid.points.len() as u64 * 4)?;
    let _charge = ctx.charge(grid.points.len().saturating_mul(64))?;
    let rows = samples(grid.rows, down);
    let columns = samples(grid.columns, across);
    let mut lines: Vec<Vec<Point3>> =
        rows.iter().map(|row| (0..grid.columns).map(|column| grid.at(*row, column)).collect()).collect();
    lines.extend(columns.iter().map(|column| (0..grid.rows).map(|row| grid.at(row, *column)).collect()));
    let reached: Vec<Point3> = lines.iter().flatten().copied().collect();
    let made = segments(ctx, lines, options)?;
    axes.add(ctx, &made.0)?;
    limits::grow(ctx, axes, reached.iter(), more)?;
    Ok(made.1)
}

/// `plot_trisurf(X, Y, Z, triangles=...)`; triangles are not found here.
fn triangles(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (mut positional, mut options) = Options::split(args);
    if positional.len() == 4 {
        let triangles = positional.remove(2);
        options.items.push((ctx.text("triangles")?, triangles));
    }
    positional.extend(options.take("Z"));
    let Some(value) = options.take("triangles") else {
        return Err(Fault::not_provided("plot_trisurf without triangles=..."));
    };
    let more = limits::has_data(axes);
    let all: Common = common(ctx, &positional)?;
    if all.lists.len() != 3 {
        return Err(Fault::type_error("plot_trisurf() wants x, y and z"));
    }
    let points = all.points(0);
    let indices = numbers(ctx, &value)?;
    let _charge = ctx.charge(indices.len().saturating_mul(48))?;
    let mut corners = Vec::new();
    for three in indices.chunks_exact(3) {
        let corner = |index: &f64| points.get(*index as usize).copied().filter(|_| *index >= 0.0);
        let face: Option<Vec<Point3>> = three.iter().map(corner).collect();
        corners.push(face.ok_or_else(|| {
            Fault::value_error("triangles are indices into x and y points and must be in the range")
        })?);
    }
    let look = look(ctx, axes, &mut options, "plot_trisurf", &corners)?;
    let made = faces(ctx, corners, look, options)?;
    axes.add(ctx, &made.0)?;
    axes.remember(&made.0);
    limits::grow(ctx, axes, points.iter(), more)?;
    Ok(made.1)
}
