//! `match` statements.

use ruff_python_ast::{self as ast, Pattern, Singleton};

use super::super::code::Op;
use super::super::fault::PyResult;
use super::super::host::CompareOp;
use super::{Compiler, unsupported};

impl<'a> Compiler<'_, 'a> {
    pub(super) fn match_statement(&mut self, s: &'a ast::StmtMatch) -> PyResult<()> {
        self.expression(&s.subject)?;
        let mut ends = Vec::new();
        for case in &s.cases {
            self.mark(&case.pattern);
            let mut failed = self.simple_pattern(&case.pattern)?;
            if let Some(guard) = &case.guard {
                failed.extend(self.condition(guard)?);
            }
            self.emit(Op::Pop);
            self.body(&case.body)?;
            ends.push(self.emit(Op::Jump(0)));
            self.patch_all(&failed);
        }
        self.emit(Op::Pop);
        self.patch_all(&ends);
        Ok(())
    }

    /// Tests the subject on top of the stack and leaves it there; the returned jumps are taken when it
    /// does not match.
    fn simple_pattern(&mut self, pattern: &'a Pattern) -> PyResult<Vec<usize>> {
        match pattern {
            Pattern::MatchValue(p) => {
                self.emit(Op::Dup);
                self.expression(&p.value)?;
                self.emit(Op::Compare(CompareOp::Eq));
                Ok(vec![self.emit(Op::JumpIfFalse(0))])
            }
            Pattern::MatchSingleton(p) => {
                self.emit(Op::Dup);
                self.emit(match p.value {
                    Singleton::None => Op::None,
                    Singleton::True => Op::True,
                    Singleton::False => Op::False,
                });
                self.emit(Op::Is);
                Ok(vec![self.emit(Op::JumpIfFalse(0))])
            }
            Pattern::MatchAs(p) => {
                let failed = match &p.pattern {
                    Some(inner) => self.simple_pattern(inner)?,
                    None => Vec::new(),
                };
                if let Some(name) = &p.name {
                    self.emit(Op::Dup);
                    self.store(name);
                }
                Ok(failed)
            }
            Pattern::MatchOr(p) => {
                let mut matched = Vec::new();
                let mut failed = Vec::new();
                for alternative in &p.patterns {
                    self.patch_all(&failed);
                    failed = self.simple_pattern(alternative)?;
                    matched.push(self.emit(Op::Jump(0)));
                }
                self.patch_all(&failed);
                let none = self.emit(Op::Jump(0));
                self.patch_all(&matched);
                Ok(vec![none])
            }
            _ => unsupported("this kind of match pattern"),
        }
    }
}
