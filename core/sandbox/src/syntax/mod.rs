//! Reading source text: repairs, a check that protects the native stack, and parsing.

mod guard;
mod repair;

use ruff_python_ast::ModModule;
use ruff_text_size::Ranged;

pub(crate) use repair::repair;

/// A syntax error: message and line.
pub(crate) struct SyntaxProblem {
    /// Python's class name.
    pub kind: &'static str,
    pub message: String,
    pub line: u32,
}

/// Parses a module. Sources that would need too much native stack are refused first.
pub(crate) fn parse(source: &str, limit: usize) -> Result<ModModule, SyntaxProblem> {
    let problem = |message: String, line| SyntaxProblem { kind: "SyntaxError", message, line };
    if source.len() > limit {
        return Err(problem(format!("the source is longer than {limit} bytes"), 0));
    }
    guard::check(source).map_err(|(message, line)| problem(message, line))?;
    let parsed = ruff_python_parser::parse_unchecked_source(source, ruff_python_ast::PySourceType::Python);
    if let Some(error) = parsed.errors().first() {
        // What is missing at the end belongs to the last line that has text.
        let at = usize::from(error.start()).min(source.trim_end().len());
        let line = source.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() as u32 + 1;
        let message = error.error.to_string();
        let kind = if message.contains("ndent") { "IndentationError" } else { "SyntaxError" };
        return Err(SyntaxProblem { kind, message, line });
    }
    Ok(parsed.into_syntax())
}
