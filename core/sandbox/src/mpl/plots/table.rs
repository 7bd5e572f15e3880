//! Tables in axes.

use std::cell::{Cell as Held, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{add_collection, with_patch, with_text};
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice, four, numbers};
use crate::mpl::artist::{Artist, Body, Patch};
use crate::mpl::axes::Axes;
use crate::mpl::collection::Collection;
use crate::mpl::color::{self, BLACK};
use crate::mpl::geometry::{Point, Rect};
use crate::mpl::render::Renderer;
use crate::mpl::shapes::Shape;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;
use crate::mpl::{draw, objects, props};

/// The margin of a cell's text, in widths of the cell.
const PAD: f64 = 0.1;

/// One cell: a rectangle and a text.
pub(crate) struct Cell {
    patch: Rc<Artist>,
    text: Rc<Artist>,
    /// Fractions of the axes.
    width: Held<f64>,
    height: Held<f64>,
    across: Held<Across>,
}

/// A table; its cells by row and column, row labels in column -1.
pub(crate) struct Table {
    cells: RefCell<BTreeMap<(i64, i64), Rc<Cell>>>,
    loc: String,
    bbox: Option<[f64; 4]>,
    auto_size: Held<bool>,
    auto_columns: RefCell<Vec<i64>>,
}

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

impl Cell {
    fn new(
        ctx: &mut Ctx,
        axes: &Rc<Axes>,
        words: &str,
        face: color::Color,
        shown: bool,
        [width, height]: [f64; 2],
        across: Across,
    ) -> PyResult<Self> {
        let mut patch = Patch::new(ctx, Shape::rectangle(Rect::UNIT))?;
        (patch.face, patch.edge, patch.edge_given) = (face, if shown { BLACK } else { color::NONE }, true);
        let patch = Artist::new(ctx, Body::Patch(patch), 256)?;
        let mut text = Text::new(ctx, words)?;
        (text.across, text.down) = (across, Down::Center);
        let text = Artist::new(ctx, Body::Text(text), words.len())?;
        for artist in [&patch, &text] {
            axes.own(artist);
            artist.clip.set(false);
            artist.transform.replace(Transform::Pixels);
        }
        let across = Held::new(across);
        Ok(Self { patch, text, width: Held::new(width), height: Held::new(height), across })
    }

    /// The width that its text wants, in pixels.
    fn wanted(&self, ctx: &mut Ctx, scale: f64) -> PyResult<f64> {
        let text = match &*self.text.body.borrow() {
            Body::Text(text) => text.clone(),
            _ => return Ok(0.0),
        };
        Ok(text.layout(ctx, scale)?.bbox.width() * (1.0 + 2.0 * PAD))
    }

    fn size(&self) -> f64 {
        match &*self.text.body.borrow() {
            Body::Text(text) => text.size,
            _ => 10.0,
        }
    }
}

impl Table {
    /// Brings cells to their places; gives the boxes in pixels.
    fn lay_out(&self, ctx: &mut Ctx, axes: &Axes, scale: f64) -> PyResult<Vec<(Rect, Rc<Cell>)>> {
        let cells: Vec<((i64, i64), Rc<Cell>)> =
            self.cells.borrow().iter().map(|(at, cell)| (*at, cell.clone())).collect();
        ctx.burn(cells.len() as u64 * 200 + 10)?;
        let bbox = axes.bbox.get();
        let autos = self.auto_columns.borrow().clone();
        for column in &autos {
            let mut most = 0.0_f64;
            for (_, cell) in cells.iter().filter(|((_, own), _)| own == column) {
                most = most.max(cell.wanted(ctx, scale)? / bbox.width());
            }
            cells.iter().filter(|((_, own), _)| own == column).for_each(|(_, cell)| cell.width.set(most));
        }
        if self.auto_size.get()
            && let Some((_, first)) = cells.first()
        {
            let mut size = first.size();
            for (_, cell) in cells.iter().filter(|((_, column), _)| !autos.contains(column)) {
                let wanted = cell.wanted(ctx, scale)?;
                let mut own = cell.size();
                // Widths grow with the size.
                while own > 1.0 && wanted * own / cell.size() > cell.width.get() * bbox.width() {
                    own -= 1.0;
                }
                size = size.min(own);
            }
            for (_, cell) in &cells {
                with_text(&cell.text, |text| text.size = size);
            }
        }
        let (mut widths, mut heights) = (BTreeMap::new(), BTreeMap::new());
        for ((row, column), cell) in &cells {
            let width: &mut f64 = widths.entry(*column).or_default();
            *width = width.max(cell.width.get());
            let height: &mut f64 = heights.entry(*row).or_default();
            *height = height.max(cell.height.get());
        }
        let (mut x, mut y) = (0.0, 0.0);
        let lefts: BTreeMap<i64, f64> = widths
            .iter()
            .map(|(column, width)| {
                x += width;
                (*column, x - width)
            })
            .collect();
        let bottoms: BTreeMap<i64, f64> = heights
            .iter()
            .rev()
            .map(|(row, height)| {
                y += height;
                (*row, y - height)
            })
            .collect();
        let place = |at: &(i64, i64), cell: &Cell| {
            let (left, bottom) = (lefts.get(&at.1).copied(), bottoms.get(&at.0).copied());
            Rect::sized(left.unwrap_or(0.0), bottom.unwrap_or(0.0), cell.width.get(), cell.height.get())
        };
        let inner = cells.iter().filter(|((row, column), _)| *row >= 0 && *column >= 0);
        let grid = inner.fold(Rect::EMPTY, |all, (at, cell)| all.union(&place(at, cell)));
        let (grow, shift) = self.place(grid);
        Ok(cells
            .iter()
            .map(|(at, cell)| {
                let own = place(at, cell);
                let to = |[x, y]: Point| bbox.at([x * grow[0] + shift[0], y * grow[1] + shift[1]]);
                let ([x0, y0], [x1, y1]) = (to([own.x0, own.y0]), to([own.x1, own.y1]));
                (Rect { x0, y0, x1, y1 }, cell.clone())
            })
            .collect())
    }

    /// How the grid is stretched and moved, in fractions of the axes.
    fn place(&self, grid: Rect) -> (Point, Point) {
        let (w, h) = (grid.width(), grid.height());
        if let Some([left, bottom, width, height]) = self.bbox {
            let grow = [width / w, height / h];
            return (grow, [left - grid.x0 * grow[0], bottom - grid.y0 * grow[1]]);
        }
        let loc = self.loc.as_str();
        let has = |names: &[&str]| names.contains(&loc);
        const ROOM: f64 = 0.02;
        let (mut x, mut y) = (0.5 - w / 2.0 - grid.x0, 0.5 - h / 2.0 - grid.y0);
        if has(&["upper left", "lower left", "center left"]) {
            x = ROOM - grid.x0;
        }
        if has(&["best", "upper right", "lower right", "right", "center right"]) {
            x = 1.0 - (grid.x0 + w + ROOM);
        }
        if has(&["best", "upper right", "upper left", "upper center"]) {
            y = 1.0 - (grid.y0 + h + ROOM);
        }
        if has(&["lower left", "lower right", "lower center"]) {
            y = ROOM - grid.y0;
        }
        if has(&["top left", "bottom left", "left"]) {
            x = -(grid.x0 + w);
        }
        if has(&["top right", "bottom right", "right"]) {
            x = 1.0 - grid.x0;
        }
        if has(&["top right", "top left", "top"]) {
            y = 1.0 - grid.y0;
        }
        if has(&["bottom left", "bottom right", "bottom"]) {
            y = -(grid.y0 + h);
        }
        ([1.0, 1.0], [x, y])
    }

    /// Draws the cells.
    pub fn draw(&self, ctx: &mut Ctx, to: &Renderer, axes: &Axes) -> PyResult<()> {
        for (rect, cell) in self.lay_out(ctx, axes, to.scale)? {
            with_patch(&cell.patch, |patch| patch.shape = Shape::rectangle(rect));
            let across = cell.across.get();
            let x = match across {
                Across::Left => rect.x0 + rect.width() * PAD,
                Across::Center => (rect.x0 + rect.x1) / 2.0,
                Across::Right => rect.x0 + rect.width() * (1.0 - PAD),
            };
            with_text(&cell.text, |text| {
                text.at = [x, (rect.y0 + rect.y1) / 2.0];
                text.across = across;
            });
            draw::artist(ctx, to, &cell.patch)?;
            draw::artist(ctx, to, &cell.text)?;
        }
        Ok(())
    }

    /// The box around the cells in pixels.
    pub fn extent(&self, ctx: &mut Ctx, axes: &Axes, scale: f64) -> PyResult<Rect> {
        let cells = self.lay_out(ctx, axes, scale)?;
        Ok(cells.iter().fold(Rect::EMPTY, |all, (rect, _)| all.union(rect)))
    }
}

/// A table as scripts hold it.
struct TableObject {
    table: Rc<Table>,
    artist: Rc<Artist>,
}

impl TableObject {
    fn size(&self, ctx: &mut Ctx, value: &Value) -> PyResult<()> {
        let size = crate::mpl::props_text::size(ctx, value)?;
        for cell in self.table.cells.borrow().values() {
            with_text(&cell.text, |text| text.size = size);
        }
        Ok(())
    }
}

impl Host for TableObject {
    fn type_name(&self) -> &'static str {
        "Table"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "scale"
                | "auto_set_font_size"
                | "set_fontsize"
                | "auto_set_column_width"
                | "get_celld"
                | "set_zorder"
                | "set_visible"
                | "remove"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "scale" => {
                let mut options = Options::named(args, "scale", &["xscale", "yscale"], 2)?;
                let x = options.number(ctx, "xscale")?.unwrap_or(1.0);
                let y = options.number(ctx, "yscale")?.unwrap_or(1.0);
                for cell in self.table.cells.borrow().values() {
                    cell.width.set(cell.width.get() * x);
                    cell.height.set(cell.height.get() * y);
                }
            }
            "auto_set_font_size" => {
                let mut options = Options::named(args, name, &["value"], 0)?;
                self.table.auto_size.set(options.flag(ctx, "value")?.unwrap_or(true));
            }
            "set_fontsize" => {
                let [size] = args.exactly(name)?;
                self.size(ctx, &size)?;
            }
            "auto_set_column_width" => {
                let mut options = Options::named(args, name, &["col"], 1)?;
                let columns = options.take("col").unwrap_or(Value::None);
                for column in numbers(ctx, &columns)?.into_iter().take(1000) {
                    self.table.auto_columns.borrow_mut().push(column as i64);
                }
            }
            "get_celld" => {
                let mut dict = crate::eval::dict::Dict::default();
                for ((row, column), cell) in self.table.cells.borrow().iter() {
                    let key = ctx.tuple(vec![Value::Int(*row), Value::Int(*column)])?;
                    dict.insert(
                        crate::eval::dict::Key::new(&key)?,
                        Value::from_host(CellObject(cell.clone())),
                    );
                }
                return ctx.dict(dict);
            }
            "set_zorder" | "set_visible" | "remove" => {
                let artist = objects::artist(&self.artist);
                return ctx.call_method(&artist, name, args);
            }
            _ => return Err(Fault::no_attribute("Table", name)),
        }
        Ok(Value::None)
    }

    fn get_item(&self, _: &mut Ctx, key: &Value) -> PyResult<Value> {
        let Value::Tuple(pair) = key else { return Err(Fault::key_error(key)) };
        let [row, column] = &pair.0[..] else { return Err(Fault::key_error(key)) };
        match self.table.cells.borrow().get(&(integer(row)?, integer(column)?)) {
            Some(cell) => Ok(Value::from_host(CellObject(cell.clone()))),
            None => Err(Fault::key_error(key)),
        }
    }
}

/// A cell as scripts hold it.
struct CellObject(Rc<Cell>);

impl Host for CellObject {
    fn type_name(&self) -> &'static str {
        "Cell"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "get_text" | "set_text_props" | "set_fontsize" | "get_height" | "get_width")
            || name.starts_with("set_")
            || name.starts_with("get_")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "get_text" => Ok(objects::artist(&self.0.text)),
            "get_width" => Ok(Value::Float(self.0.width.get())),
            "get_height" => Ok(Value::Float(self.0.height.get())),
            "set_text_props" => {
                let (_, mut options) = Options::split(args);
                if let Some(across) = options.take_of(&["ha", "horizontalalignment"]) {
                    let name = ctx.str_of(&across)?;
                    self.0.across.set(crate::mpl::props_text::across(&name)?);
                }
                props::apply(ctx, &self.0.text, options)?;
                Ok(Value::None)
            }
            "set_fontsize" => {
                let [size] = args.exactly(name)?;
                props::set(ctx, &self.0.text, "fontsize", &size)?;
                Ok(Value::None)
            }
            "set_width" | "set_height" => {
                let [value] = args.exactly(name)?;
                let value = crate::builtins::real(ctx, &value)?;
                if name == "set_width" {
                    self.0.width.set(value)
                } else {
                    self.0.height.set(value)
                }
                Ok(Value::None)
            }
            _ => {
                let patch = objects::artist(&self.0.patch);
                ctx.call_method(&patch, name, args)
            }
        }
    }
}
