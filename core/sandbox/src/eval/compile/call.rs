//! Calls.

use ruff_python_ast::{self as ast, Expr};

use super::super::code::{CallSite, Op};
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::scope::Kind;
use super::{Compiler, Variable};

impl<'a> Compiler<'_, 'a> {
    pub(super) fn call(&mut self, call: &'a ast::ExprCall) -> PyResult<()> {
        if self.zero_argument_super(call) {
            return Ok(());
        }
        let args = &call.arguments;
        let spread =
            args.args.iter().any(Expr::is_starred_expr) || args.keywords.iter().any(|k| k.arg.is_none());
        let method = match &*call.func {
            Expr::Attribute(attribute) if !spread => {
                self.expression(&attribute.value)?;
                Some(self.attribute(&attribute.attr))
            }
            other => {
                self.expression(other)?;
                None
            }
        };
        if spread {
            return self.spread_call(call);
        }
        self.expressions(&args.args)?;
        let Ok(positional) = u16::try_from(args.args.len()) else {
            return Err(Fault::new(ExcKind::SyntaxError, "too many arguments in a call"));
        };
        let mut keywords = Vec::new();
        for keyword in &args.keywords {
            self.expression(&keyword.value)?;
            if let Some(name) = &keyword.arg {
                keywords.push(self.ctx.names.text(name));
            }
        }
        self.mark(call);
        self.keep_for_callee(call);
        match (method, keywords.is_empty()) {
            (Some(name), true) => self.emit(Op::CallMethod(positional, name)),
            (None, true) => self.emit(Op::Call(positional)),
            (method, false) => {
                let has_method = method.is_some();
                let site = self.site(CallSite {
                    method: method.unwrap_or(0),
                    positional,
                    keywords: keywords.into(),
                });
                self.emit(if has_method { Op::CallMethodKeywords(site) } else { Op::CallKeywords(site) })
            }
        };
        Ok(())
    }

    fn spread_call(&mut self, call: &'a ast::ExprCall) -> PyResult<()> {
        let args = &call.arguments;
        self.emit(Op::List(0));
        for argument in &args.args {
            match argument {
                Expr::Starred(starred) => {
                    self.expression(&starred.value)?;
                    self.mark(argument);
                    self.emit(Op::ArgumentsExtend);
                }
                other => {
                    self.expression(other)?;
                    self.emit(Op::ListPush);
                }
            }
        }
        self.emit(Op::Dict(0));
        for keyword in &args.keywords {
            match &keyword.arg {
                Some(name) => {
                    self.text_constant(name)?;
                    self.expression(&keyword.value)?;
                    self.emit(Op::Dict(1));
                }
                None => self.expression(&keyword.value)?,
            }
            self.mark(call);
            self.emit(Op::DictMerge(1));
        }
        self.mark(call);
        self.keep_for_callee(call);
        self.emit(Op::CallSpread);
        Ok(())
    }

    /// Some functions want to know about their caller, which a builtin function does not see.
    fn keep_for_callee(&mut self, call: &'a ast::ExprCall) {
        let name = match &*call.func {
            Expr::Name(name) => name.id.as_str(),
            Expr::Attribute(attribute) => attribute.attr.as_str(),
            _ => return,
        };
        match name {
            "locals" | "eval" | "exec" | "vars" | "dir"
                if self.unit().scope != 0 && call.func.is_name_expr() =>
            {
                self.emit(Op::KeepLocals);
            }
            "exc_info" | "format_exc" | "print_exc" | "exception" => {
                self.emit(Op::KeepHandled);
            }
            _ => {}
        }
    }

    fn zero_argument_super(&mut self, call: &'a ast::ExprCall) -> bool {
        let Expr::Name(name) = &*call.func else { return false };
        if name.id.as_str() != "super" || !call.arguments.args.is_empty() {
            return false;
        }
        let scope = self.unit().scope;
        if self.scopes.all[scope].kind != Kind::Function || self.unit().code.positional == 0 {
            return false;
        }
        let Variable::Cell(cell) = self.variable("__class__") else { return false };
        self.mark(call);
        self.emit(Op::Super(cell));
        true
    }
}
