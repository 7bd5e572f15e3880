//! Annotations, which are evaluated where they stand.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::super::code::Op;
use super::super::exception::ExcKind;
use super::super::fault::PyResult;
use super::super::value::Value;
use super::Compiler;
use super::scope::Kind;

impl<'a> Compiler<'_, 'a> {
    /// Leaves the value of an annotation on the stack; its text, if it asks for what no library here has.
    pub(super) fn annotation(&mut self, annotation: &'a Expr) -> PyResult<()> {
        let text = self.source.get(annotation.range().to_std_range()).unwrap_or_default();
        let mut open = Open { names: &self.scopes.type_parameters, found: false };
        open.visit_expr(annotation);
        if self.scopes.lazy_annotations || open.found {
            return self.text_constant(text);
        }
        if let Expr::Name(_) | Expr::StringLiteral(_) | Expr::NoneLiteral(_) = annotation {
            return self.expression(annotation);
        }
        let handler = self.emit(Op::PushBlock(0));
        self.expression(annotation)?;
        self.emit(Op::PopBlock);
        let end = self.emit(Op::Jump(0));
        self.patch(handler);
        self.constant(Value::ExcType(ExcKind::NameError));
        self.emit(Op::Matches);
        let known = self.emit(Op::JumpIfFalse(0));
        self.emit(Op::Reraise);
        self.patch(known);
        self.emit(Op::Pop);
        self.emit(Op::PopHandling);
        self.text_constant(text)?;
        self.patch(end);
        Ok(())
    }

    /// Leaves a dictionary of a function's annotations on the stack; whether there are any.
    pub(super) fn function_annotations(&mut self, def: &'a ast::StmtFunctionDef) -> PyResult<bool> {
        if !self.lines {
            return Ok(false);
        }
        let p = &*def.parameters;
        let plain = p.posonlyargs.iter().chain(&p.args).map(|p| &p.parameter);
        let keyword = p.kwonlyargs.iter().map(|p| &p.parameter);
        let all = plain.chain(p.vararg.as_deref()).chain(keyword).chain(p.kwarg.as_deref());
        let mut count = 0;
        for parameter in all {
            if let Some(annotation) = parameter.annotation.as_deref() {
                self.text_constant(&parameter.name)?;
                self.annotation(annotation)?;
                count += 1;
            }
        }
        if let Some(returns) = def.returns.as_deref() {
            self.text_constant("return")?;
            self.annotation(returns)?;
            count += 1;
        }
        if count > 0 {
            self.emit(Op::Dict(count));
        }
        Ok(count > 0)
    }

    /// The annotation of a variable.
    pub(super) fn variable_annotation(&mut self, assign: &'a ast::StmtAnnAssign) -> PyResult<()> {
        let scope = self.unit().scope;
        let Expr::Name(name) = &*assign.target else { return Ok(()) };
        if !self.lines {
            return Ok(());
        }
        match self.scopes.all[scope].kind {
            Kind::Module => {
                self.annotation(&assign.annotation)?;
                self.emit(Op::Pop);
            }
            Kind::Class => {
                self.annotation(&assign.annotation)?;
                let slot = self.slot("__annotations__");
                self.emit(Op::LoadLocal(slot));
                let name = self.mangled(&name.id).into_owned();
                self.text_constant(&name)?;
                self.emit(Op::SetItem);
            }
            Kind::Function | Kind::Comprehension => {}
        }
        Ok(())
    }

    /// Makes the dictionary for the annotations in the body of a class.
    pub(super) fn class_annotations(&mut self, body: &[Stmt]) {
        if self.lines && has_annotations(body) {
            self.emit(Op::Dict(0));
            let slot = self.slot("__annotations__");
            self.emit(Op::StoreLocal(slot));
        }
    }
}

/// Looks for names of type parameters.
struct Open<'n> {
    names: &'n [String],
    found: bool,
}

impl<'a> Visitor<'a> for Open<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.found |= self.names.iter().any(|known| *known == name.id.as_str());
        }
        visitor::walk_expr(self, expr);
    }
}

fn has_annotations(body: &[Stmt]) -> bool {
    body.iter().any(|stmt| match stmt {
        Stmt::AnnAssign(_) => true,
        Stmt::If(s) => {
            has_annotations(&s.body) || s.elif_else_clauses.iter().any(|clause| has_annotations(&clause.body))
        }
        Stmt::For(s) => has_annotations(&s.body),
        Stmt::With(s) => has_annotations(&s.body),
        Stmt::Try(s) => has_annotations(&s.body),
        _ => false,
    })
}
