//! Tables and cells as scripts hold them.

use std::rc::Rc;

use super::table::{Cell, Table};
use super::with_text;
use crate::builtins::integer;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers};
use crate::mpl::artist::Artist;
use crate::mpl::{objects, props};

/// A table as scripts hold it.
pub(super) struct TableObject {
    pub table: Rc<Table>,
    pub artist: Rc<Artist>,
}

impl TableObject {
    /// Sets the size of all texts.
    pub fn size(&self, ctx: &mut Ctx, value: &Value) -> PyResult<()> {
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
