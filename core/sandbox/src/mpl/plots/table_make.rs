//! `Axes.table`.

use std::cell::{Cell as Held, RefCell};
use std::rc::Rc;

use super::add_collection;
use super::table::{Cell, Table};
use super::table_object::TableObject;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, four, numbers};
use crate::mpl::axes::Axes;
use crate::mpl::collection::Collection;
use crate::mpl::color;
use crate::mpl::props;
use crate::mpl::text::Across;

const PLACES: [&str; 18] = [
    "best",
    "upper right",
    "upper left",
    "lower left",
    "lower right",
    "center left",
    "center right",
    "lower center",
    "upper center",
    "center",
    "top right",
    "top left",
    "bottom left",
    "bottom right",
    "right",
    "left",
    "top",
    "bottom",
];

/// `Axes.table`.
pub(super) fn table(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = [
        "cellText",
        "cellColours",
        "cellLoc",
        "colWidths",
        "rowLabels",
        "rowColours",
        "rowLoc",
        "colLabels",
        "colColours",
        "colLoc",
        "loc",
        "bbox",
        "edges",
    ];
    let mut options = Options::named(args, "table", &params, 0)?;
    let rows = |ctx: &mut Ctx, value: Option<Value>| -> PyResult<Option<Vec<Vec<Value>>>> {
        let Some(value) = value else { return Ok(None) };
        let rows = ctx.collect(&value)?;
        Ok(Some(rows.iter().map(|row| ctx.collect(row)).collect::<PyResult<_>>()?))
    };
    let row = |ctx: &mut Ctx, value: Option<Value>| -> PyResult<Option<Vec<Value>>> {
        value.map(|value| ctx.collect(&value)).transpose()
    };
    let texts = options.take("cellText");
    let texts = rows(ctx, texts)?;
    let colours = options.take_of(&["cellColours", "cellColors"]);
    let colours = rows(ctx, colours)?;
    let row_labels = options.take("rowLabels");
    let row_labels = row(ctx, row_labels)?;
    let row_colours = options.take_of(&["rowColours", "rowColors"]);
    let row_colours = row(ctx, row_colours)?;
    let head = options.take("colLabels");
    let head = row(ctx, head)?;
    let head_colours = options.take_of(&["colColours", "colColors"]);
    let head_colours = row(ctx, head_colours)?;
    let (count, columns) = match (&texts, &colours) {
        (Some(rows), _) | (None, Some(rows)) => (rows.len(), rows.first().map_or(0, Vec::len)),
        (None, None) => {
            return Err(Fault::value_error(
                "At least one argument from \"cellColours\" or \"cellText\" must be provided to create a table.",
            ));
        }
    };
    let wrong = |name: &str| Fault::value_error(format!("Each row in '{name}' must have {columns} columns"));
    for (rows, name) in [(&texts, "cellText"), (&colours, "cellColours")] {
        if rows
            .as_ref()
            .is_some_and(|rows| rows.len() != count || rows.iter().any(|row| row.len() != columns))
        {
            return Err(wrong(name));
        }
    }
    if count.saturating_mul(columns) > 20_000 {
        return Err(Fault::value_error("the table has too many cells"));
    }
    let widths = match options.take("colWidths") {
        Some(widths) => numbers(ctx, &widths)?,
        None => vec![1.0 / columns.max(1) as f64; columns],
    };
    let mut across = |ctx: &mut Ctx, name: &str, or: Across| -> PyResult<Across> {
        Ok(match options.text(ctx, name)? {
            Some(text) => [Across::Left, Across::Center, Across::Right]
                [choice(name, &text, &["left", "center", "right"])?],
            None => or,
        })
    };
    let cell_across = across(ctx, "cellLoc", Across::Right)?;
    let row_across = across(ctx, "rowLoc", Across::Left)?;
    let head_across = across(ctx, "colLoc", Across::Center)?;
    let loc = options.text(ctx, "loc")?.unwrap_or_else(|| "bottom".to_owned());
    choice("loc", &loc, &PLACES)?;
    let bbox = options.take("bbox").map(|bbox| four(ctx, &bbox)).transpose()?;
    let edges = options.text(ctx, "edges")?.unwrap_or_else(|| "closed".to_owned());
    let shown = match edges.as_str() {
        "closed" => true,
        "open" => false,
        _ => return Err(Fault::not_provided(format!("table(edges='{edges}')"))),
    };
    let font = options.take("fontsize");
    axes.settle();
    let dpi = axes.page().map_or(100.0, |figure| figure.dpi.get());
    let height = 10.0 / 72.0 * dpi / axes.bbox.get().height() * 1.2;
    let table = Rc::new(Table {
        cells: RefCell::default(),
        loc,
        bbox,
        auto_size: Held::new(true),
        auto_columns: RefCell::default(),
    });
    let add =
        |ctx: &mut Ctx, at: (i64, i64), width: f64, text: Option<&Value>, colour: Option<&Value>, across| {
            let words = match text {
                Some(text) => ctx.str_of(text)?,
                None => String::new(),
            };
            let face = match colour {
                Some(colour) => color::color(ctx, colour)?,
                None => [1.0; 4],
            };
            let cell = Cell::new(ctx, axes, &words, face, shown, [width, height], across)?;
            table.cells.borrow_mut().insert(at, Rc::new(cell));
            PyResult::Ok(())
        };
    let offset = i64::from(head.is_some() || head_colours.is_some());
    if offset == 1 {
        for column in 0..columns {
            let text = head.as_ref().and_then(|head| head.get(column));
            let colour = head_colours.as_ref().and_then(|colours| colours.get(column));
            let width = widths.get(column).copied().unwrap_or(0.1);
            add(ctx, (0, column as i64), width, text, colour, head_across)?;
        }
    }
    for row in 0..count {
        for column in 0..columns {
            let text = texts.as_ref().and_then(|rows| rows[row].get(column));
            let colour = colours.as_ref().and_then(|rows| rows[row].get(column));
            let width = widths.get(column).copied().unwrap_or(0.1);
            add(ctx, (row as i64 + offset, column as i64), width, text, colour, cell_across)?;
        }
        if row_labels.is_some() || row_colours.is_some() {
            let text = row_labels.as_ref().and_then(|labels| labels.get(row));
            let colour = row_colours.as_ref().and_then(|colours| colours.get(row));
            add(ctx, (row as i64 + offset, -1), 1.0e-15, text, colour, row_across)?;
        }
    }
    if row_labels.is_some() || row_colours.is_some() {
        table.auto_columns.borrow_mut().push(-1);
    }
    let mut collection = Collection::new("Table", Vec::new());
    collection.table = Some(table.clone());
    let artist = add_collection(ctx, axes, collection)?;
    artist.counts.set(false);
    artist.clip.set(false);
    artist.zorder.set(0.0);
    props::apply(ctx, &artist, options)?;
    let object = TableObject { table, artist };
    if let Some(size) = font {
        object.size(ctx, &size)?;
    }
    Ok(Value::from_host(object))
}
