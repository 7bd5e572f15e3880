//! Loops, branches, `try` and `with`, and the ways out of them.

use ruff_python_ast::{self as ast, ExceptHandler, Expr, Stmt};

use super::super::code::Op;
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::scope::Kind;
use super::{Compiler, Enclosing, unsupported};

impl<'a> Compiler<'_, 'a> {
    pub(super) fn if_statement(&mut self, s: &'a ast::StmtIf) -> PyResult<()> {
        let mut ends = Vec::new();
        let mut next = {
            let skip = self.condition(&s.test)?;
            self.body(&s.body)?;
            skip
        };
        for clause in &s.elif_else_clauses {
            ends.push(self.emit(Op::Jump(0)));
            self.patch_all(&next);
            next = match &clause.test {
                Some(test) => {
                    self.mark(clause);
                    self.condition(test)?
                }
                None => Vec::new(),
            };
            self.body(&clause.body)?;
        }
        self.patch_all(&next);
        self.patch_all(&ends);
        Ok(())
    }

    /// Evaluates a test; the returned jumps are taken when it is false.
    pub(super) fn condition(&mut self, test: &'a Expr) -> PyResult<Vec<usize>> {
        if let Expr::BoolOp(op) = test
            && op.op == ast::BoolOp::And
        {
            let mut jumps = Vec::new();
            for value in &op.values {
                jumps.extend(self.condition(value)?);
            }
            return Ok(jumps);
        }
        self.expression(test)?;
        Ok(vec![self.emit(Op::JumpIfFalse(0))])
    }

    pub(super) fn patch_all(&mut self, jumps: &[usize]) {
        for at in jumps {
            self.patch(*at);
        }
    }

    pub(super) fn while_loop(&mut self, s: &'a ast::StmtWhile) -> PyResult<()> {
        let start = self.here();
        self.mark(s);
        let done = self.condition(&s.test)?;
        self.unit().enclosing.push(Enclosing::Loop { breaks: Vec::new(), start, iterates: false });
        self.body(&s.body)?;
        self.emit(Op::Jump(start as u32));
        self.patch_all(&done);
        self.end_loop(&s.orelse)
    }

    pub(super) fn for_loop(&mut self, s: &'a ast::StmtFor) -> PyResult<()> {
        if s.is_async {
            return unsupported("async code");
        }
        self.expression(&s.iter)?;
        self.mark(s);
        self.emit(Op::Iter);
        let start = self.here();
        self.mark(s);
        let done = self.emit(Op::ForIter(0));
        self.assign(&s.target)?;
        self.unit().enclosing.push(Enclosing::Loop { breaks: Vec::new(), start, iterates: true });
        self.body(&s.body)?;
        self.emit(Op::Jump(start as u32));
        self.patch(done);
        self.end_loop(&s.orelse)
    }

    fn end_loop(&mut self, orelse: &'a [Stmt]) -> PyResult<()> {
        let ended = self.unit().enclosing.pop();
        self.body(orelse)?;
        if let Some(Enclosing::Loop { breaks, .. }) = ended {
            self.patch_all(&breaks);
        }
        Ok(())
    }

    pub(super) fn leave_loop(&mut self, is_break: bool) -> PyResult<()> {
        let word = if is_break { "break" } else { "continue" };
        let enclosing = &self.unit().enclosing;
        let Some(index) = enclosing.iter().rposition(|e| matches!(e, Enclosing::Loop { .. })) else {
            return Err(Fault::new(ExcKind::SyntaxError, format!("'{word}' outside loop")));
        };
        self.unwind(index + 1, false)?;
        let Enclosing::Loop { start, iterates, .. } = self.unit().enclosing[index] else { return Ok(()) };
        if !is_break {
            self.emit(Op::Jump(start as u32));
            return Ok(());
        }
        if iterates {
            self.emit(Op::Pop);
        }
        let jump = self.emit(Op::Jump(0));
        if let Enclosing::Loop { breaks, .. } = &mut self.unit().enclosing[index] {
            breaks.push(jump);
        }
        Ok(())
    }

    pub(super) fn return_statement(&mut self, value: Option<&'a Expr>) -> PyResult<()> {
        let scope = self.unit().scope;
        if self.scopes.all[scope].kind != Kind::Function {
            return Err(Fault::new(ExcKind::SyntaxError, "'return' outside function"));
        }
        match value {
            Some(value) => self.expression(value)?,
            None => {
                self.emit(Op::None);
            }
        }
        self.unwind(0, true)?;
        self.emit(Op::Return);
        Ok(())
    }

    /// Leaves the constructs from the innermost down to `floor`; with a value on top of the stack if
    /// `returning`.
    fn unwind(&mut self, floor: usize, returning: bool) -> PyResult<()> {
        let saved = self.unit().enclosing.clone();
        for index in (floor..saved.len()).rev() {
            match &saved[index] {
                Enclosing::Loop { iterates, .. } => {
                    if *iterates && returning {
                        self.emit(Op::Swap);
                        self.emit(Op::Pop);
                    }
                }
                Enclosing::Try => {
                    self.emit(Op::PopBlock);
                }
                Enclosing::Handler => {
                    self.emit(Op::PopHandling);
                }
                Enclosing::With => {
                    self.emit(Op::PopBlock);
                    if returning {
                        self.emit(Op::Swap);
                    }
                    self.emit(Op::WithExit);
                }
                Enclosing::FinallyHandler => {
                    if returning {
                        self.emit(Op::Swap);
                    }
                    self.emit(Op::Pop);
                    self.emit(Op::PopHandling);
                }
                Enclosing::Returning => {
                    if returning {
                        self.emit(Op::Swap);
                    }
                    self.emit(Op::Pop);
                }
                Enclosing::Finally(body) => {
                    self.emit(Op::PopBlock);
                    self.unit().enclosing.truncate(index);
                    if returning {
                        self.unit().enclosing.push(Enclosing::Returning);
                    }
                    self.body(body)?;
                }
            }
        }
        self.unit().enclosing = saved;
        Ok(())
    }

    pub(super) fn try_statement(&mut self, s: &'a ast::StmtTry) -> PyResult<()> {
        if s.finalbody.is_empty() {
            return self.try_except(s);
        }
        let handler = self.emit(Op::PushBlock(0));
        self.unit().enclosing.push(Enclosing::Finally(&s.finalbody));
        self.try_except(s)?;
        self.unit().enclosing.pop();
        self.emit(Op::PopBlock);
        self.body(&s.finalbody)?;
        let end = self.emit(Op::Jump(0));
        self.patch(handler);
        self.unit().enclosing.push(Enclosing::FinallyHandler);
        self.body(&s.finalbody)?;
        self.unit().enclosing.pop();
        self.emit(Op::Reraise);
        self.patch(end);
        Ok(())
    }

    fn try_except(&mut self, s: &'a ast::StmtTry) -> PyResult<()> {
        if s.handlers.is_empty() {
            self.body(&s.body)?;
            return self.body(&s.orelse);
        }
        let handler = self.emit(Op::PushBlock(0));
        self.unit().enclosing.push(Enclosing::Try);
        self.body(&s.body)?;
        self.unit().enclosing.pop();
        self.emit(Op::PopBlock);
        self.body(&s.orelse)?;
        let mut ends = vec![self.emit(Op::Jump(0))];
        self.patch(handler);
        if s.is_star {
            self.group_handlers(&s.handlers)?;
            self.patch_all(&ends);
            return Ok(());
        }
        for clause in &s.handlers {
            let ExceptHandler::ExceptHandler(clause) = clause;
            let mut next = None;
            if let Some(class) = &clause.type_ {
                self.mark(clause);
                self.expression(class)?;
                self.emit(Op::Matches);
                next = Some(self.emit(Op::JumpIfFalse(0)));
            }
            match &clause.name {
                Some(name) => self.store(name),
                None => {
                    self.emit(Op::Pop);
                }
            }
            self.unit().enclosing.push(Enclosing::Handler);
            self.body(&clause.body)?;
            self.unit().enclosing.pop();
            self.emit(Op::PopHandling);
            if let Some(name) = &clause.name {
                // Python forgets the name at the end of the clause.
                self.emit(Op::None);
                self.store(name);
                self.delete(name);
            }
            ends.push(self.emit(Op::Jump(0)));
            if let Some(next) = next {
                self.patch(next);
            }
        }
        self.emit(Op::Reraise);
        self.patch_all(&ends);
        Ok(())
    }

    /// The clauses of `except*`: each takes its part of the exception on the stack.
    fn group_handlers(&mut self, handlers: &'a [ExceptHandler]) -> PyResult<()> {
        for clause in handlers {
            let ExceptHandler::ExceptHandler(clause) = clause;
            let Some(class) = &clause.type_ else { continue };
            self.mark(clause);
            self.expression(class)?;
            self.emit(Op::MatchGroup);
            let next = self.emit(Op::JumpIfFalse(0));
            match &clause.name {
                Some(name) => self.store(name),
                None => {
                    self.emit(Op::Pop);
                }
            }
            self.body(&clause.body)?;
            if let Some(name) = &clause.name {
                self.emit(Op::None);
                self.store(name);
                self.delete(name);
            }
            self.patch(next);
        }
        self.emit(Op::RaiseRest);
        self.emit(Op::PopHandling);
        Ok(())
    }

    pub(super) fn with(
        &mut self,
        items: &'a [ast::WithItem],
        body: &'a [Stmt],
        is_async: bool,
    ) -> PyResult<()> {
        if is_async {
            return unsupported("async code");
        }
        let Some((item, rest)) = items.split_first() else { return self.body(body) };
        self.expression(&item.context_expr)?;
        self.mark(item);
        self.emit(Op::WithEnter);
        match &item.optional_vars {
            Some(target) => self.assign(target)?,
            None => {
                self.emit(Op::Pop);
            }
        }
        let handler = self.emit(Op::PushBlock(0));
        self.unit().enclosing.push(Enclosing::With);
        self.with(rest, body, false)?;
        self.unit().enclosing.pop();
        self.emit(Op::PopBlock);
        self.emit(Op::WithExit);
        let end = self.emit(Op::Jump(0));
        self.patch(handler);
        self.emit(Op::WithExitError);
        let swallowed = self.emit(Op::JumpIfTrue(0));
        self.emit(Op::Reraise);
        self.patch(swallowed);
        self.emit(Op::Pop);
        self.emit(Op::Pop);
        self.emit(Op::PopHandling);
        self.patch(end);
        Ok(())
    }
}
