//! Artists that were made together: `BarContainer`, `ErrorbarContainer`, `StemContainer`.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::mpl::artist::Artist;
use crate::mpl::objects;

/// A tuple with names.
pub(crate) struct Container {
    pub class: &'static str,
    /// What iteration gives.
    pub items: Vec<Value>,
    /// The same and more by name.
    pub named: Vec<(&'static str, Value)>,
    /// The bars.
    pub patches: Vec<Rc<Artist>>,
    /// Their lengths, and where error bars end.
    pub values: Vec<f64>,
    pub errors: Vec<[f64; 2]>,
    pub horizontal: bool,
}

impl Container {
    /// A container of a class.
    pub fn new(class: &'static str, items: Vec<Value>, named: Vec<(&'static str, Value)>) -> Self {
        Self {
            class,
            items,
            named,
            patches: Vec::new(),
            values: Vec::new(),
            errors: Vec::new(),
            horizontal: false,
        }
    }

    /// As an object.
    pub fn object(self) -> Value {
        Value::from_host(self)
    }

    /// The artist that carries the label.
    fn labelled(&self) -> Option<Rc<Artist>> {
        self.patches.first().cloned().or_else(|| {
            self.items.iter().find_map(|item| Some(item.host::<objects::ArtistObject>()?.0.clone()))
        })
    }
}

impl Host for Container {
    fn type_name(&self) -> &'static str {
        self.class
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(self.named.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone()))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "get_label" | "set_label" | "remove" | "get_children")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "get_label" => {
                let label = self.labelled().map(|artist| artist.label.borrow().clone());
                ctx.str(label.unwrap_or_default())
            }
            "set_label" => {
                let [label] = args.exactly("set_label")?;
                let label = ctx.str_of(&label)?;
                if let Some(artist) = self.labelled() {
                    artist.label.replace(label);
                }
                Ok(Value::None)
            }
            "get_children" => ctx.list(self.items.clone()),
            "remove" => {
                for item in &self.items {
                    if item.host::<objects::ArtistObject>().is_some() {
                        ctx.call_method(item, "remove", Args::default())?;
                    }
                }
                Ok(Value::None)
            }
            _ => Err(Fault::no_attribute(self.class, name)),
        }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let items = ctx.tuple(self.items.clone())?;
        ctx.get_item(&items, key)
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        ctx.tuple(self.items.clone())
    }

    fn len(&self) -> Option<usize> {
        Some(self.items.len())
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(format!("<{} object of {} artists>", self.class, self.items.len()))
    }
}
