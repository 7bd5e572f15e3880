//! Running text: `eval`, `exec` and `compile`.

use std::rc::Rc;

use ruff_python_ast::Stmt;

use super::code::Code;
use super::compile::{Origin, compile, compile_expression};
use super::ctx::Ctx;
use super::dict::TextKey;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::heap::{Charge, Gc};
use super::host::{Host, NativeType};
use super::source::{Namespace, Source};
use super::value::{DictObject, Value};
use super::vm::Outcome;
use crate::builtins::{Bytes, text};
use crate::syntax;

/// Fuel for each byte that is parsed and compiled.
const COST: u64 = 8;
/// Levels of native code under which no text is parsed, as the parser needs native stack, too.
const MAX_DEPTH: usize = 8;

/// What text is compiled for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// One expression, for its value.
    Eval,
    /// Statements.
    Exec,
}

/// What `compile` gives: text that is known to be well formed.
pub(crate) struct CodeObject {
    text: String,
    file: String,
    purpose: Purpose,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

static CODE: NativeType = NativeType {
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
        Some(&CODE)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "co_filename" => Some(ctx.str(&*self.file)?),
            "co_name" => Some(ctx.str("<module>")?),
            _ => None,
        })
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(format!("<code object <module>, file \"{}\", line 1>", self.file))
    }
}

fn syntax_error(message: &str, file: &str, line: u32) -> Fault {
    Fault::new(ExcKind::SyntaxError, format!("{message} ({file}, line {line})"))
}

/// The text of an argument, and where it is from.
fn source_of(value: &Value, function: &str) -> PyResult<(String, String)> {
    if let Some(code) = value.host::<CodeObject>() {
        return Ok((code.text.clone(), code.file.clone()));
    }
    let text = match value {
        Value::Str(text) => (***text).to_owned(),
        other => match Bytes::of(other) {
            Some(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            None => {
                return Err(Fault::type_error(format!(
                    "{function}() arg 1 must be a string, bytes or code object"
                )));
            }
        },
    };
    Ok((text, "<string>".to_owned()))
}

impl Ctx {
    fn compile_text(
        &mut self,
        text: &str,
        file: &str,
        purpose: Purpose,
        space: Option<Namespace>,
    ) -> PyResult<Rc<Code>> {
        if self.native_depth > MAX_DEPTH {
            return Err(Fault::recursion(" (text run within text)"));
        }
        let limit = self.limits.source;
        self.burn(text.len().min(limit) as u64 * COST + 64)?;
        let text = if purpose == Purpose::Eval { text.trim_start_matches([' ', '\t']) } else { text };
        let tree = syntax::parse(text, limit)
            .map_err(|problem| syntax_error(&problem.message, file, problem.line))?;
        let source = Source::new(self, text)?;
        let origin = Origin::Text(space.map(Rc::new), source);
        let code = match (purpose, &tree.body[..]) {
            (Purpose::Exec, body) => compile(self, text, body, origin),
            (Purpose::Eval, [Stmt::Expr(one)]) => {
                compile_expression(self, text, &tree.body, &one.value, origin)
            }
            (Purpose::Eval, _) => return Err(syntax_error("invalid syntax", file, 1)),
        };
        code.map_err(|(fault, line)| match fault.text() {
            Some(message) if fault.is(ExcKind::SyntaxError) => syntax_error(message, file, line),
            _ => fault,
        })
    }

    /// `eval` and `exec`: runs text or a code object. `around` holds the local variables of the caller.
    pub(crate) fn run_text(
        &mut self,
        source: &Value,
        purpose: Purpose,
        globals: Option<Value>,
        locals: Option<Value>,
        around: Option<Value>,
    ) -> PyResult<Value> {
        let function = if purpose == Purpose::Eval { "eval" } else { "exec" };
        let (text, file) = source_of(source, function)?;
        let purpose = source.host::<CodeObject>().map_or(purpose, |code| code.purpose);
        let dict = |value: Option<Value>, what: &str| -> PyResult<Option<Gc<DictObject>>> {
            match value {
                None | Some(Value::None) => Ok(None),
                Some(Value::Dict(dict)) => Ok(Some(dict)),
                Some(other) => Err(Fault::type_error(format!(
                    "{function}() {what} must be a dict, not {}",
                    other.type_name()
                ))),
            }
        };
        let globals = dict(globals, "globals")?;
        let mut locals = dict(locals, "locals")?;
        if globals.is_none() && locals.is_none() {
            locals = dict(around, "locals")?;
        }
        let space = match (&globals, &locals) {
            (None, None) => None,
            _ => {
                let builtins = match &globals {
                    Some(globals) => self.builtins_of(globals)?,
                    None => None,
                };
                Some(Namespace { locals, globals, builtins })
            }
        };
        let code = self.compile_text(&text, &file, purpose, space)?;
        let frame = self.new_frame(code, Vec::new());
        match self.execute(frame)? {
            Outcome::Return(value) | Outcome::Yield(value, _) => Ok(value),
        }
    }

    /// What global variables say about builtins; if nothing, they get the usual ones.
    fn builtins_of(&mut self, globals: &Gc<DictObject>) -> PyResult<Option<Gc<DictObject>>> {
        let held = globals.0.borrow().get(&TextKey("__builtins__")).cloned();
        match held {
            Some(Value::Dict(own)) => Ok(Some(own)),
            Some(Value::None) => match self.dict(super::dict::Dict::default())? {
                Value::Dict(none) => Ok(Some(none)),
                _ => Ok(None),
            },
            Some(_) => Ok(None),
            None => {
                let builtins = self.import_module("builtins")?;
                let name = Value::Str(self.names.text("__builtins__"));
                self.dict_insert(globals, &name, builtins)?;
                Ok(None)
            }
        }
    }

    /// `compile(source, filename, mode)`.
    pub(crate) fn code_object(&mut self, source: &Value, file: &Value, mode: &Value) -> PyResult<Value> {
        let purpose = match text(mode, "compile")? {
            "eval" => Purpose::Eval,
            "exec" => Purpose::Exec,
            "single" => return Err(Fault::not_provided("compile() for the mode 'single'")),
            _ => {
                return Err(Fault::value_error("compile() mode must be 'exec', 'eval' or 'single'"));
            }
        };
        let file = text(file, "compile")?.to_owned();
        let (text, _) = source_of(source, "compile")?;
        drop(self.compile_text(&text, &file, purpose, None)?);
        let charge = self.charge(text.len() + file.len() + 128)?;
        Ok(Value::from_host(CodeObject { text, file, purpose, charge }))
    }
}
