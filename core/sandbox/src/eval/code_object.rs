//! `function.__code__`.

use std::rc::Rc;

use super::code::Code;
use super::ctx::Ctx;
use super::fault::PyResult;
use super::host::{Host, NativeType};
use super::value::Value;

/// What a script can ask of compiled code.
pub(super) struct CodeObject(pub Rc<Code>);

static CLASS: NativeType = NativeType {
    name: "code",
    call: None,
    is_instance: |value| value.host::<CodeObject>().is_some(),
    attrs: &[],
};

impl Host for CodeObject {
    fn type_name(&self) -> &'static str {
        "code"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&CLASS)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        let code = &self.0;
        let names =
            |names: &[Rc<super::text::Str>]| names.iter().cloned().map(Value::Str).collect::<Vec<_>>();
        let parameters = code.positional + code.keyword_only;
        Ok(Some(match name {
            "co_name" => ctx.str(code.name.clone())?,
            "co_qualname" => ctx.str(code.qualname.clone())?,
            "co_argcount" => Value::Int(code.positional as i64),
            "co_posonlyargcount" => Value::Int(code.positional_only as i64),
            "co_kwonlyargcount" => Value::Int(code.keyword_only as i64),
            "co_nlocals" => Value::Int(code.locals.len() as i64),
            "co_varnames" => {
                // Variables that inner functions use are elsewhere, parameters excepted.
                let own = &code.cells[..code.own_cells];
                let all = code.locals.iter().enumerate();
                let shown = all.filter(|(slot, name)| *slot < parameters || !own.contains(name));
                let shown: Vec<_> = shown.map(|(_, name)| name.clone()).collect();
                ctx.tuple(names(&shown))?
            }
            "co_freevars" => ctx.tuple(names(&code.cells[code.own_cells..]))?,
            "co_cellvars" => ctx.tuple(names(&code.cells[..code.own_cells]))?,
            "co_filename" => ctx.str("<string>")?,
            "co_firstlineno" => match code.ops.iter().find_map(|op| match op {
                super::code::Op::Line(line) => Some(*line),
                _ => None,
            }) {
                Some(line) => Value::Int(i64::from(line)),
                None => Value::Int(1),
            },
            _ => return Ok(None),
        }))
    }
}
