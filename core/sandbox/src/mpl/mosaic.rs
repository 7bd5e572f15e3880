//! `subplot_mosaic`: axes laid out as letters or nested lists are.

use std::rc::Rc;

use super::arguments::Options;
use super::axes::Axes;
use super::figure::Figure;
use super::grid::{Grid, Spec};
use super::{grid_object, objects, plots, subplots};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Deepest nesting of lists, for lists that hold themselves.
const DEEPEST: usize = 8;

/// A rectangle of labels.
struct Table {
    columns: usize,
    cells: Vec<Value>,
}

impl Table {
    /// The rows of a list, or the lines of a text.
    fn read(ctx: &mut Ctx, value: &Value) -> PyResult<Self> {
        let mut rows = Vec::new();
        for row in ctx.collect(value)? {
            if let Value::Str(_) = row {
                return Err(Fault::value_error("List mosaic specification must be 2D"));
            }
            rows.push(ctx.collect(&row)?);
        }
        Self::of(ctx, rows)
    }

    fn lines(ctx: &mut Ctx, text: &str) -> PyResult<Self> {
        ctx.burn(text.len() as u64)?;
        let mut rows = Vec::new();
        let lines: Vec<&str> =
            if text.contains('\n') { text.trim().lines().collect() } else { text.split(';').collect() };
        for line in lines {
            rows.push(line.trim().chars().map(|letter| ctx.str(letter)).collect::<PyResult<_>>()?);
        }
        Self::of(ctx, rows)
    }

    fn of(ctx: &mut Ctx, rows: Vec<Vec<Value>>) -> PyResult<Self> {
        let columns = rows.first().map_or(0, Vec::len);
        if let Some((index, row)) = rows.iter().enumerate().find(|(_, row)| row.len() != columns) {
            return Err(Fault::value_error(format!(
                "All of the rows must be the same length, however the first row has length {columns} and row {index} \
                 has length {}.",
                row.len()
            )));
        }
        grid_object::sides(rows.len() as i64, columns as i64)?;
        ctx.burn((rows.len() * columns) as u64 * 10)?;
        Ok(Self { columns, cells: rows.into_iter().flatten().collect() })
    }
}

/// What is the same for all axes of a mosaic.
struct Mosaic<'a> {
    figure: &'a Rc<Figure>,
    empty: Value,
    looks: Options,
    own_looks: Vec<(Value, Options)>,
    /// Labels with their axes, as they are made.
    made: Vec<(Value, Rc<Axes>)>,
}

impl Mosaic<'_> {
    /// Adds the axes of a table, from the left and from the top.
    fn fill(&mut self, ctx: &mut Ctx, grid: &Rc<Grid>, table: &Table, depth: usize) -> PyResult<()> {
        if depth > DEEPEST {
            return Err(Fault::not_provided(format!("a mosaic of more than {DEEPEST} lists in each other")));
        }
        let columns = table.columns;
        let mut done = vec![false; table.cells.len()];
        for (index, label) in table.cells.iter().enumerate() {
            if done[index] || ctx.equal(label, &self.empty)? {
                continue;
            }
            let (row, column) = (index / columns, index % columns);
            let spec = |rows, columns| Spec { grid: grid.clone(), rows, columns };
            if is_nested(label) {
                let inner = Table::read(ctx, label)?;
                let cell = spec((row, row), (column, column));
                let grid = Grid::new(inner.cells.len() / inner.columns, inner.columns, Some(cell));
                self.fill(ctx, &grid, &inner, depth + 1)?;
                continue;
            }
            let (mut left, mut right, mut below) = (column, column, row);
            for (other, cell) in table.cells.iter().enumerate().skip(index) {
                ctx.burn(2)?;
                if !is_nested(cell) && ctx.equal(cell, label)? {
                    done[other] = true;
                    left = left.min(other % columns);
                    right = right.max(other % columns);
                    below = other / columns;
                }
            }
            for other in
                (row..=below).flat_map(|row| (left..=right).map(move |column| row * columns + column))
            {
                if is_nested(&table.cells[other]) || !ctx.equal(&table.cells[other], label)? {
                    let shown = ctx.repr(label)?;
                    return Err(Fault::value_error(format!(
                        "we found that the label {shown} specifies a non-rectangular or non-contiguous area."
                    )));
                }
            }
            self.add(ctx, label, spec((row, below), (left, right)))?;
        }
        Ok(())
    }

    fn add(&mut self, ctx: &mut Ctx, label: &Value, spec: Spec) -> PyResult<()> {
        let mut items = self.looks.items.clone();
        for (known, _) in &self.made {
            if ctx.equal(known, label)? {
                let shown = ctx.str_of(label)?;
                return Err(Fault::value_error(format!("There are duplicate keys {shown} in the layout")));
            }
        }
        for (whose, looks) in &self.own_looks {
            if ctx.equal(whose, label)? {
                items.retain(|(name, _)| !looks.has(name));
                items.extend(looks.items.iter().cloned());
            }
        }
        let mut args = Args::new(vec![grid_object::spec_value(spec)]);
        args.keyword = items;
        let axes = subplots::subplot(ctx, self.figure, args, false)?;
        if let Some(object) = axes.host::<objects::AxesObject>() {
            self.made.push((label.clone(), object.0.clone()));
        }
        Ok(())
    }
}

fn is_nested(value: &Value) -> bool {
    !matches!(value, Value::Str(_))
        && (matches!(value, Value::List(_) | Value::Tuple(_))
            || crate::numpy::dimensions(value).is_some_and(|count| count > 0))
}

/// `subplot_mosaic(mosaic, *, sharex, sharey, width_ratios, height_ratios, empty_sentinel, subplot_kw, per_subplot_kw,
/// gridspec_kw)`: a dictionary of axes by their labels.
pub(crate) fn mosaic(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "subplot_mosaic", &["mosaic"], 1)?;
    let given = options.take("mosaic").unwrap_or(Value::None);
    let table = match &given {
        Value::Str(text) => Table::lines(ctx, text)?,
        list => Table::read(ctx, list)?,
    };
    let shared = [options.flag(ctx, "sharex")?, options.flag(ctx, "sharey")?];
    let empty = match options.take_any("empty_sentinel") {
        Some(value) => value,
        None => ctx.str(".")?,
    };
    let looks = options.take("subplot_kw");
    let looks = plots::dictionary(ctx, looks)?;
    let mut own_looks = Vec::new();
    if let Some(Value::Dict(dict)) = options.take("per_subplot_kw") {
        let items: Vec<(Value, Value)> =
            dict.0.borrow().iter().map(|(key, value)| (key.value().clone(), value.clone())).collect();
        for (key, value) in items {
            let keys = match &key {
                Value::Tuple(_) => ctx.collect(&key)?,
                Value::Str(_) if matches!(given, Value::Str(_)) => ctx.collect(&key)?,
                _ => vec![key],
            };
            for key in keys {
                own_looks.push((key, plots::dictionary(ctx, Some(value.clone()))?));
            }
        }
    }
    let grid = Grid::new(table.cells.len() / table.columns, table.columns, None);
    let inner = options.take("gridspec_kw");
    let mut inner = plots::dictionary(ctx, inner)?;
    grid_object::configure(ctx, &grid, &mut inner)?;
    inner.finish("GridSpec")?;
    grid_object::configure(ctx, &grid, &mut options)?;
    options.finish("Figure.subplot_mosaic")?;
    let mut mosaic = Mosaic { figure, empty, looks, own_looks, made: Vec::new() };
    mosaic.fill(ctx, &grid, &table, 0)?;
    let mut dict = Dict::default();
    let first = mosaic.made.first().map(|(_, axes)| axes.clone());
    for (label, axes) in mosaic.made {
        for (axis, shared) in shared.iter().enumerate() {
            if *shared == Some(true) {
                if let Some(first) = first.as_ref().filter(|first| !Rc::ptr_eq(first, &axes)) {
                    axes.share(axis, first.domain(axis));
                }
                super::methods::labels::outer(&axes, axis);
            }
        }
        dict.insert(Key::new(&label)?, objects::axes(&axes));
    }
    ctx.dict(dict)
}
