//! `cycler`: the values that lines take in turn.

use super::color::{self, Color};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

/// A cycle of colours.
pub(crate) struct CyclerObject(pub Vec<Color>);

impl Host for CyclerObject {
    fn type_name(&self) -> &'static str {
        "Cycler"
    }

    fn len(&self) -> Option<usize> {
        Some(self.0.len())
    }

    fn has_method(&self, name: &str) -> bool {
        name == "by_key"
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, _: Args) -> PyResult<Value> {
        if name != "by_key" {
            return Err(Fault::no_attribute("Cycler", name));
        }
        let mut texts = Vec::new();
        for color in &self.0 {
            texts.push(ctx.str(color::hex(*color, color[3] < 1.0))?);
        }
        let list = ctx.list(texts)?;
        let mut dict = crate::eval::dict::Dict::default();
        let key = ctx.str("color")?;
        dict.insert(crate::eval::dict::Key::new(&key)?, list);
        ctx.dict(dict)
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let mut items = Vec::new();
        for color in &self.0 {
            let mut dict = crate::eval::dict::Dict::default();
            let (key, text) = (ctx.str("color")?, ctx.str(color::hex(*color, color[3] < 1.0))?);
            dict.insert(crate::eval::dict::Key::new(&key)?, text);
            items.push(ctx.dict(dict)?);
        }
        ctx.list(items)
    }
}

/// The colours of a cycler.
pub(crate) fn colors(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Color>> {
    match value.host::<CyclerObject>() {
        Some(cycler) => Ok(cycler.0.clone()),
        None => {
            let name = value.type_name();
            let _ = ctx;
            Err(Fault::type_error(format!("a cycler is expected, not '{name}'")))
        }
    }
}

/// `cycler('color', [...])` and `cycler(color=[...])`.
pub(crate) static CYCLER: NativeFn = NativeFn {
    name: "cycler",
    call: |ctx, args| {
        let list = match (&args.positional[..], &args.keyword[..]) {
            ([Value::Str(name), list], []) if &***name == "color" => list.clone(),
            ([], [(name, list)]) if &***name == "color" => list.clone(),
            _ => return Err(Fault::not_provided("a cycler of anything but colors")),
        };
        Ok(Value::from_host(CyclerObject(color::colors(ctx, &list)?)))
    },
};
