//! `match` statements.

use ruff_python_ast::{self as ast, Identifier, Pattern, Singleton};

use super::super::code::{CallSite, Op};
use super::super::exception::ExcKind;
use super::super::fault::{Fault, PyResult};
use super::super::host::CompareOp;
use super::Compiler;

impl<'a> Compiler<'_, 'a> {
    pub(super) fn match_statement(&mut self, s: &'a ast::StmtMatch) -> PyResult<()> {
        self.expression(&s.subject)?;
        let mut ends = Vec::new();
        for case in &s.cases {
            self.mark(&case.pattern);
            let mut failed = self.pattern(&case.pattern)?;
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
    fn pattern(&mut self, pattern: &'a Pattern) -> PyResult<Vec<usize>> {
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
                    Some(inner) => self.pattern(inner)?,
                    None => Vec::new(),
                };
                self.capture(p.name.as_ref());
                Ok(failed)
            }
            // Inside a sequence: the list that the star stands for is on top.
            Pattern::MatchStar(p) => {
                self.capture(p.name.as_ref());
                Ok(Vec::new())
            }
            Pattern::MatchOr(p) => {
                let mut matched = Vec::new();
                let mut failed = Vec::new();
                for alternative in &p.patterns {
                    self.patch_all(&failed);
                    failed = self.pattern(alternative)?;
                    matched.push(self.emit(Op::Jump(0)));
                }
                self.patch_all(&failed);
                let none = self.emit(Op::Jump(0));
                self.patch_all(&matched);
                Ok(vec![none])
            }
            Pattern::MatchSequence(p) => self.sequence_pattern(&p.patterns),
            Pattern::MatchMapping(p) => self.mapping_pattern(p),
            Pattern::MatchClass(p) => self.class_pattern(p),
        }
    }

    fn capture(&mut self, name: Option<&'a Identifier>) {
        if let Some(name) = name {
            self.emit(Op::Dup);
            self.store(name);
        }
    }

    fn sequence_pattern(&mut self, patterns: &'a [Pattern]) -> PyResult<Vec<usize>> {
        let star = patterns.iter().position(Pattern::is_match_star);
        let after = star.map(|star| &patterns[star + 1..]).unwrap_or_default();
        if after.iter().any(Pattern::is_match_star) {
            let message = "multiple starred expressions in sequence pattern";
            return Err(Fault::new(ExcKind::SyntaxError, message));
        }
        let Ok(count) = u16::try_from(patterns.len()) else {
            return Err(Fault::new(ExcKind::SyntaxError, "too many sub-patterns"));
        };
        self.emit(Op::MatchSequence { count: count - u16::from(star.is_some()), star: star.is_some() });
        let mut failed = vec![self.emit(Op::JumpIfFalse(0))];
        self.emit(Op::Dup);
        self.emit(match star {
            None => Op::Unpack(u32::from(count)),
            Some(star) => Op::UnpackStar { before: star as u16, after: after.len() as u16 },
        });
        failed.extend(self.parts(patterns.iter().collect())?);
        Ok(failed)
    }

    /// Tests the values on top of the stack, one for each pattern and the first on top, and drops them.
    fn parts(&mut self, patterns: Vec<&'a Pattern>) -> PyResult<Option<usize>> {
        let mut failures = Vec::new();
        for pattern in patterns {
            failures.push(self.pattern(pattern)?);
            self.emit(Op::Pop);
        }
        if failures.iter().all(Vec::is_empty) {
            return Ok(None);
        }
        let matched = self.emit(Op::Jump(0));
        // The values from the one that failed on are still there.
        for failure in failures {
            self.patch_all(&failure);
            self.emit(Op::Pop);
        }
        let failed = self.emit(Op::Jump(0));
        self.patch(matched);
        Ok(Some(failed))
    }

    fn mapping_pattern(&mut self, p: &'a ast::PatternMatchMapping) -> PyResult<Vec<usize>> {
        self.emit(Op::MatchMapping(p.keys.len() as u32));
        let mut failed = vec![self.emit(Op::JumpIfFalse(0))];
        for (key, pattern) in p.keys.iter().zip(&p.patterns) {
            self.emit(Op::Dup);
            self.expression(key)?;
            self.emit(Op::MatchKey);
            failed.push(self.emit(Op::JumpIfFalse(0)));
            failed.extend(self.parts(vec![pattern])?);
        }
        if let Some(rest) = &p.rest {
            self.emit(Op::Dup);
            self.expressions(&p.keys)?;
            self.emit(Op::MatchRest(p.keys.len() as u32));
            self.store(rest);
        }
        Ok(failed)
    }

    fn class_pattern(&mut self, p: &'a ast::PatternMatchClass) -> PyResult<Vec<usize>> {
        let arguments = &p.arguments;
        let Ok(positional) = u16::try_from(arguments.patterns.len()) else {
            return Err(Fault::new(ExcKind::SyntaxError, "too many sub-patterns"));
        };
        let keywords = arguments.keywords.iter().map(|k| self.ctx.names.text(&k.attr)).collect();
        self.emit(Op::Dup);
        self.expression(&p.cls)?;
        let site = self.site(CallSite { method: 0, positional, keywords });
        self.emit(Op::MatchClass(site));
        let mut failed = vec![self.emit(Op::JumpIfFalse(0))];
        let named = arguments.keywords.iter().map(|k| &k.pattern);
        failed.extend(self.parts(arguments.patterns.iter().chain(named).collect())?);
        Ok(failed)
    }
}
