//! Simple statements.

use ruff_python_ast::{self as ast, Expr, Stmt};

use super::super::code::Op;
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::{Compiler, MAX_OPS, unsupported};

impl<'a> Compiler<'_, 'a> {
    pub(super) fn statement(&mut self, stmt: &'a Stmt) -> PyResult<()> {
        if self.emitted > MAX_OPS {
            return Err(Fault::new(ExcKind::SyntaxError, "the program is too large"));
        }
        self.mark(stmt);
        match stmt {
            Stmt::Expr(s) => {
                self.expression(&s.value)?;
                self.emit(Op::Pop);
            }
            Stmt::Assign(s) => {
                self.expression(&s.value)?;
                for (index, target) in s.targets.iter().enumerate() {
                    if index + 1 < s.targets.len() {
                        self.emit(Op::Dup);
                    }
                    self.assign(target)?;
                }
            }
            Stmt::AugAssign(s) => self.augmented(s)?,
            Stmt::AnnAssign(s) => {
                if let Some(value) = &s.value {
                    self.expression(value)?;
                    self.assign(&s.target)?;
                }
                self.variable_annotation(s)?;
            }
            Stmt::Return(s) => self.return_statement(s.value.as_deref())?,
            Stmt::Delete(s) => s.targets.iter().try_for_each(|target| self.delete_target(target))?,
            Stmt::For(s) => self.for_loop(s)?,
            Stmt::While(s) => self.while_loop(s)?,
            Stmt::If(s) => self.if_statement(s)?,
            Stmt::With(s) => self.with(&s.items, &s.body, s.is_async)?,
            Stmt::Try(s) => self.try_statement(s)?,
            Stmt::Raise(s) => {
                let mut parts = 0;
                for part in [&s.exc, &s.cause].into_iter().flatten() {
                    self.expression(part)?;
                    parts += 1;
                }
                self.mark(stmt);
                self.emit(Op::Raise(parts));
            }
            Stmt::Assert(s) => {
                self.expression(&s.test)?;
                let passed = self.emit(Op::JumpIfTrue(0));
                if let Some(message) = &s.msg {
                    self.expression(message)?;
                }
                self.emit(Op::AssertFailed(u32::from(s.msg.is_some())));
                self.patch(passed);
            }
            Stmt::Import(s) => self.import(s)?,
            Stmt::ImportFrom(s) => self.import_from(s)?,
            Stmt::FunctionDef(def) => self.function_definition(def)?,
            Stmt::ClassDef(def) => self.class_definition(def)?,
            Stmt::Break(_) => self.leave_loop(true)?,
            Stmt::Continue(_) => self.leave_loop(false)?,
            Stmt::Match(s) => self.match_statement(s)?,
            Stmt::TypeAlias(alias) => {
                self.annotation(&alias.value)?;
                self.assign(&alias.name)?;
            }
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => {}
            Stmt::IpyEscapeCommand(_) => return unsupported("a shell command"),
        }
        Ok(())
    }

    fn import(&mut self, import: &'a ast::StmtImport) -> PyResult<()> {
        for alias in &import.names {
            let module = self.ctx.names.symbol(&alias.name);
            match &alias.asname {
                Some(name) => {
                    self.emit(Op::ImportLeaf(module));
                    self.store(name);
                }
                None => {
                    self.emit(Op::Import(module));
                    self.store(alias.name.split('.').next().unwrap_or_default());
                }
            }
        }
        Ok(())
    }

    fn import_from(&mut self, import: &'a ast::StmtImportFrom) -> PyResult<()> {
        let Some(module) = import.module.as_ref().filter(|_| import.level == 0) else {
            return Err(Fault::new(
                ExcKind::ImportError,
                "attempted relative import with no known parent package",
            ));
        };
        if module.as_str() == "__future__" {
            return Ok(());
        }
        let module = self.ctx.names.symbol(module);
        self.emit(Op::ImportLeaf(module));
        for alias in &import.names {
            if alias.name.as_str() == "*" {
                self.emit(Op::ImportStar);
                continue;
            }
            let name = self.ctx.names.symbol(&alias.name);
            self.emit(Op::ImportFrom(name));
            self.store(alias.asname.as_ref().unwrap_or(&alias.name));
        }
        self.emit(Op::Pop);
        Ok(())
    }

    fn delete_target(&mut self, target: &'a Expr) -> PyResult<()> {
        match target {
            Expr::Name(name) => self.delete(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value)?;
                let name = self.attribute(&attribute.attr);
                self.emit(Op::DelAttr(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value)?;
                self.expression(&subscript.slice)?;
                self.mark(target);
                self.emit(Op::DelItem);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|e| self.delete_target(e))?,
            Expr::List(list) => list.elts.iter().try_for_each(|e| self.delete_target(e))?,
            _ => return Err(Fault::new(ExcKind::SyntaxError, "cannot delete this expression")),
        }
        Ok(())
    }
}
