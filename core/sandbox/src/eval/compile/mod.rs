//! From syntax tree to bytecode.

mod annotation;
mod assign;
mod call;
mod control;
mod define;
mod expression;
mod literal;
mod pattern;
mod scope;
mod statement;

use std::borrow::Cow;
use std::rc::Rc;

use ruff_python_ast::{Expr, Stmt};
use ruff_text_size::{Ranged, TextSize};

use super::code::{CallSite, Code, Op, Template};
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::names::Symbol;
use super::source::{Namespace, Source};
use super::value::Value;
use scope::{Kind, Scopes};

/// Instructions of one code block; duplicated `finally` bodies could grow without bound.
const MAX_OPS: usize = 400_000;

/// What source text is.
pub(crate) enum Origin {
    /// A code block of the conversation.
    Script(Rc<Source>),
    /// A part of the library.
    Library,
    /// What `exec` or `eval` runs, and where its variables are if not among the script's. Lines stay those
    /// of the call.
    Text(Option<Rc<Namespace>>, Rc<Source>),
}

/// Compiles a module. `Err` carries the line of the error.
pub(crate) fn compile<'a>(
    ctx: &mut Ctx,
    source: &'a str,
    body: &'a [Stmt],
    origin: Origin,
) -> Result<Rc<Code>, (Fault, u32)> {
    with_compiler(ctx, source, body, origin, |compiler| {
        compiler.body(body)?;
        compiler.emit(Op::None);
        Ok(())
    })
}

/// Compiles an expression, the only statement of `body`, whose value the code returns.
pub(crate) fn compile_expression<'a>(
    ctx: &mut Ctx,
    source: &'a str,
    body: &'a [Stmt],
    expression: &'a Expr,
    origin: Origin,
) -> Result<Rc<Code>, (Fault, u32)> {
    with_compiler(ctx, source, body, origin, |compiler| {
        compiler.mark(expression);
        compiler.expression(expression)
    })
}

fn with_compiler<'c, 'a>(
    ctx: &'c mut Ctx,
    source: &'a str,
    body: &'a [Stmt],
    origin: Origin,
    emit: impl FnOnce(&mut Compiler<'c, 'a>) -> PyResult<()>,
) -> Result<Rc<Code>, (Fault, u32)> {
    let line_starts =
        std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at as u32 + 1)).collect();
    let scopes =
        Scopes::new(body).map_err(|(message, line)| (Fault::new(ExcKind::SyntaxError, message), line))?;
    let lines = matches!(origin, Origin::Script(_));
    let mut compiler =
        Compiler { ctx, source, line_starts, scopes, units: Vec::new(), emitted: 0, lines, origin };
    compiler.begin("<module>".to_owned(), 0, 0);
    let result = emit(&mut compiler);
    compiler.emit(Op::Return);
    let line = compiler.unit().seen;
    result.map_err(|fault| (fault, line))?;
    Ok(Rc::new(compiler.end()))
}

struct Compiler<'c, 'a> {
    ctx: &'c mut Ctx,
    source: &'a str,
    line_starts: Vec<u32>,
    scopes: Scopes,
    units: Vec<Unit<'a>>,
    emitted: usize,
    /// Whether line numbers are the script's, not the library's.
    lines: bool,
    origin: Origin,
}

/// A code object in the making.
struct Unit<'a> {
    code: Code,
    scope: usize,
    enclosing: Vec<Enclosing<'a>>,
    /// The innermost class around, whose name private names get.
    class: Option<&'a str>,
    /// The line last emitted; 0 if unknown.
    line: u32,
    /// The line last visited.
    seen: u32,
}

/// A construct that `return`, `break` and `continue` have to leave.
#[derive(Clone)]
enum Enclosing<'a> {
    Loop {
        breaks: Vec<usize>,
        start: usize,
        iterates: bool,
    },
    Try,
    Finally(&'a [Stmt]),
    With,
    Handler,
    FinallyHandler,
    /// The body of a `finally` that a `return` passes: the value to return waits on the stack.
    Returning,
}

/// Where a variable lives.
enum Variable {
    Local(u32),
    ClassLocal(u32),
    Cell(u32),
    Global(u32),
}

fn unsupported<T>(what: &str) -> PyResult<T> {
    Err(Fault::new(ExcKind::SyntaxError, format!("{what} is not supported in this sandbox")))
}

impl<'a> Compiler<'_, 'a> {
    fn unit(&mut self) -> &mut Unit<'a> {
        self.units.last_mut().expect("a unit is open while compiling")
    }

    fn begin(&mut self, name: String, scope: usize, line: u32) {
        let class = self.units.last().and_then(|unit| unit.class);
        let qualname = match self.units.last().filter(|unit| unit.scope != 0) {
            Some(outer) if self.scopes.all[outer.scope].kind == Kind::Class => {
                format!("{}.{name}", outer.code.qualname)
            }
            // What the library defines stands in a function, of which nobody knows.
            Some(_) if !self.lines => name.clone(),
            Some(outer) => format!("{}.<locals>.{name}", outer.code.qualname),
            None => name.clone(),
        };
        let mut code = Code { name, qualname, ..Code::default() };
        match &self.origin {
            Origin::Script(source) => code.source = Some(source.clone()),
            Origin::Library => {}
            Origin::Text(space, source) => {
                code.source = Some(source.clone());
                code.from_text = true;
                code.namespace = match space {
                    Some(space) if scope != 0 => Some(Rc::new(space.inner())),
                    space => space.clone(),
                };
            }
        }
        let names = &self.scopes.all[scope].names;
        let own = names.iter().filter(|(_, f)| f.cell).map(|(name, _)| name);
        let free = names.iter().filter(|(_, f)| f.free && !f.cell).map(|(name, _)| name);
        code.own_cells = own.clone().count();
        code.cells = own.chain(free).map(|name| self.ctx.names.text(name)).collect();
        code.generator = self.scopes.all[scope].generator;
        self.units.push(Unit { code, scope, enclosing: Vec::new(), class, line: 0, seen: line });
    }

    fn end(&mut self) -> Code {
        let unit = self.units.pop().expect("a unit is open while compiling");
        let mut code = unit.code;
        if self.scopes.all[unit.scope].kind == Kind::Class {
            code.class_symbols = code.locals.iter().map(|name| self.ctx.names.symbol(name)).collect();
        }
        code
    }

    fn emit(&mut self, op: Op) -> usize {
        self.emitted += 1;
        let ops = &mut self.unit().code.ops;
        ops.push(op);
        ops.len() - 1
    }

    fn here(&mut self) -> usize {
        // The line at a jump target depends on where the jump came from.
        self.unit().line = 0;
        self.unit().code.ops.len()
    }

    /// Points the jump at `at` to the next instruction.
    fn patch(&mut self, at: usize) {
        let target = self.here() as u32;
        let op = &mut self.unit().code.ops[at];
        match op {
            Op::Jump(t)
            | Op::JumpIfFalse(t)
            | Op::JumpIfTrue(t)
            | Op::JumpIfFalseOrPop(t)
            | Op::JumpIfTrueOrPop(t)
            | Op::ForIter(t)
            | Op::YieldFrom(t)
            | Op::PushBlock(t) => *t = target,
            _ => {}
        }
    }

    fn line_of(&self, offset: TextSize) -> u32 {
        self.line_starts.partition_point(|start| *start <= offset.to_u32()) as u32
    }

    /// Emits the line of a node, if it is another than before.
    fn mark(&mut self, node: &impl Ranged) {
        let line = self.line_of(node.start());
        let unit = self.unit();
        unit.seen = line;
        if unit.line != line {
            unit.line = line;
            if !self.lines {
                return;
            }
            self.emit(Op::Line(line));
        }
    }

    fn constant(&mut self, value: Value) {
        let constants = &mut self.unit().code.constants;
        constants.push(value);
        let index = constants.len() as u32 - 1;
        self.emit(Op::Const(index));
    }

    fn text_constant(&mut self, text: &str) -> PyResult<()> {
        // Short strings are shared, as they are often keys and keywords.
        let value =
            if text.len() <= 24 { Value::Str(self.ctx.names.text(text)) } else { self.ctx.str(text)? };
        self.constant(value);
        Ok(())
    }

    fn template(&mut self, template: Template) {
        let templates = &mut self.unit().code.templates;
        templates.push(template);
        let index = templates.len() as u32 - 1;
        self.emit(Op::Function(index));
    }

    fn site(&mut self, site: CallSite) -> u32 {
        let sites = &mut self.unit().code.sites;
        sites.push(site);
        sites.len() as u32 - 1
    }

    fn slot(&mut self, name: &str) -> u32 {
        let locals = &mut self.units.last_mut().expect("a unit is open while compiling").code.locals;
        if let Some(slot) = locals.iter().position(|n| &***n == name) {
            return slot as u32;
        }
        locals.push(self.ctx.names.text(name));
        locals.len() as u32 - 1
    }

    /// The name that a private name such as `__x` has outside of the class around.
    fn mangled<'n>(&self, name: &'n str) -> Cow<'n, str> {
        let class = self.units.last().and_then(|unit| unit.class);
        match class.map(|class| class.trim_start_matches('_')) {
            Some(class) if !class.is_empty() && name.starts_with("__") && !name.ends_with("__") => {
                format!("_{class}{name}").into()
            }
            _ => name.into(),
        }
    }

    /// The symbol of an attribute.
    fn attribute(&mut self, name: &str) -> Symbol {
        let name = self.mangled(name);
        self.ctx.names.symbol(&name)
    }

    /// Keeps the docstring of the unit that begins.
    fn docstring(&mut self, body: &[Stmt]) -> PyResult<()> {
        if let Some(Stmt::Expr(first)) = body.first()
            && let Expr::StringLiteral(text) = &*first.value
        {
            let text = self.ctx.text(text.value.to_str())?;
            self.unit().code.doc = Some(text);
        }
        Ok(())
    }

    fn variable(&mut self, name: &str) -> Variable {
        let unit = self.units.last().expect("a unit is open while compiling");
        let scope = &self.scopes.all[unit.scope];
        let flags = scope.names.get(name).copied().unwrap_or_default();
        let captured =
            !flags.global && (flags.cell || flags.free) && !(scope.kind == Kind::Class && flags.bound);
        if captured && let Some(cell) = unit.code.cells.iter().position(|n| &***n == name) {
            return Variable::Cell(cell as u32);
        }
        match scope.kind {
            Kind::Class if flags.bound && !flags.global => {
                let name = self.mangled(name).into_owned();
                Variable::ClassLocal(self.slot(&name))
            }
            Kind::Function | Kind::Comprehension if flags.bound && !flags.global => {
                Variable::Local(self.slot(name))
            }
            _ => Variable::Global(self.ctx.names.symbol(name)),
        }
    }

    fn load(&mut self, name: &str) {
        let op = match self.variable(name) {
            Variable::Local(slot) => Op::LoadLocal(slot),
            Variable::ClassLocal(slot) => Op::LoadClassLocal(slot),
            Variable::Cell(cell) => Op::LoadCell(cell),
            Variable::Global(symbol) => {
                // The library means the builtin, whatever the script calls its variables.
                if matches!(self.origin, Origin::Library)
                    && let Some(builtin) = self.ctx.builtins.get(symbol as usize).cloned().flatten()
                {
                    self.constant(builtin);
                    return;
                }
                if self.named() { Op::LoadNamed(symbol) } else { Op::LoadGlobal(symbol) }
            }
        };
        self.emit(op);
    }

    fn store(&mut self, name: &str) {
        let op = match self.variable(name) {
            Variable::Local(slot) | Variable::ClassLocal(slot) => Op::StoreLocal(slot),
            Variable::Cell(cell) => Op::StoreCell(cell),
            Variable::Global(symbol) if self.named() => Op::StoreNamed(symbol),
            Variable::Global(symbol) => Op::StoreGlobal(symbol),
        };
        self.emit(op);
    }

    /// Whether global names are in a namespace of their own.
    fn named(&self) -> bool {
        matches!(self.origin, Origin::Text(Some(_), _))
    }

    fn delete(&mut self, name: &str) {
        let op = match self.variable(name) {
            Variable::Local(slot) | Variable::ClassLocal(slot) => Op::DelLocal(slot),
            Variable::Cell(cell) => Op::DelCell(cell),
            Variable::Global(symbol) if self.named() => Op::DelNamed(symbol),
            Variable::Global(symbol) => Op::DelGlobal(symbol),
        };
        self.emit(op);
    }

    fn body(&mut self, body: &'a [Stmt]) -> PyResult<()> {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn expressions(&mut self, expressions: &'a [Expr]) -> PyResult<()> {
        expressions.iter().try_for_each(|e| self.expression(e))
    }
}
