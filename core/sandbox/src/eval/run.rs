//! Running source text.

use super::compile::{Origin, compile};
use super::ctx::Ctx;
use super::exception::ExcKind;
use super::fault::{Argument, Fault, FaultKind, PyResult};
use super::heap::Heap;
use super::names::Names;
use super::source::Source;
use super::value::Value;
use crate::pil::DrawState;
use crate::{Limits, PyError, syntax};

impl Ctx {
    /// An interpreter that knows no names yet.
    pub(crate) fn new(limits: Limits, draw: DrawState) -> Self {
        Self {
            limits,
            fuel: limits.fuel,
            heap: Heap::new(limits.memory),
            line: 0,
            native_depth: 0,
            frames: Vec::new(),
            names: Names::default(),
            globals: Vec::new(),
            builtins: Vec::new(),
            modules: Vec::new(),
            out: String::new(),
            out_chars: 0,
            shown: Vec::new(),
            object_class: None,
            building: None,
            caller_locals: None,
            handled: None,
            ticks: 0,
            redirected: None,
            traceback: None,
            reraised: false,
            numbered: Vec::new(),
            standing: super::same_key::Standing::default(),
            random: crate::stdlib::RandomState::default(),
            patterns: crate::stdlib::Patterns::default(),
            plots: crate::mpl::PlotState::default(),
            print_options: crate::numpy::PrintOptions::default(),
            draw,
        }
    }

    /// Runs a script; the error, if it ends in one.
    pub(crate) fn run_source(&mut self, source: &str, limit: usize) -> Result<(), PyError> {
        let tree = syntax::parse(source, limit).map_err(|problem| {
            let line = problem.line;
            let text = source.lines().nth((line as usize).wrapping_sub(1)).unwrap_or_default().trim();
            self.traceback = Some(format!(
                "  File \"<code>\", line {line}\n    {text}\n{}: {}\n",
                problem.kind, problem.message
            ));
            PyError { kind: problem.kind.to_owned(), message: problem.message, line }
        })?;
        let kept = match Source::new(self, source) {
            Ok(kept) => kept,
            Err(fault) => return self.report(fault).map_or(Ok(()), Err),
        };
        let code = match compile(self, source, &tree.body, Origin::Script(kept)) {
            Ok(code) => code,
            Err((fault, line)) => {
                self.line = line;
                return self.report(fault).map_or(Ok(()), Err);
            }
        };
        match self.run_module(code) {
            Ok(()) => Ok(()),
            Err(fault) => self.report(fault).map_or(Ok(()), Err),
        }
    }

    /// Runs a part of the library and calls the function `module(native)` that it defines.
    pub(crate) fn library(&mut self, source: &str, native: Value) -> PyResult<Value> {
        let fail = |message: String| Fault::new(ExcKind::SystemError, message);
        let tree = syntax::parse(source, source.len()).map_err(|problem| fail(problem.message))?;
        let code = compile(self, source, &tree.body, Origin::Library).map_err(|(fault, _)| fault)?;
        let symbol = self.names.symbol("module") as usize;
        let held = self.globals.get_mut(symbol).and_then(Option::take);
        let result = self.run_module(code);
        let function = self.globals.get_mut(symbol).and_then(Option::take);
        if let Some(held) = held {
            self.store_global(symbol as u32, held);
        }
        result?;
        self.call_with(&function.unwrap_or(Value::None), vec![native])
    }

    /// The error as the model sees it; `None` for a quiet `sys.exit()`.
    fn report(&mut self, fault: Fault) -> Option<PyError> {
        let line = self.line;
        match *fault.0 {
            FaultKind::Limit { kind, message } => {
                let place = format!("  File \"<code>\", line {line}, in <module>\n");
                self.traceback =
                    Some(format!("Traceback (most recent call last):\n{place}{kind}: {message}\n"));
                Some(PyError { kind: kind.to_owned(), message, line })
            }
            FaultKind::Error { kind, argument } => {
                let message = match argument {
                    Argument::Text(text) => text,
                    Argument::Value(value) => self.repr(&value).unwrap_or_default(),
                };
                Some(PyError { kind: kind.name().to_owned(), message, line })
            }
            FaultKind::Raised(value) => {
                let Value::Exception(exception) = &value else { return None };
                let code = exception.args.borrow().first().cloned();
                let quiet = code.as_ref().is_none_or(|c| c.is_none() || c.as_i64() == Some(0));
                if exception.kind == ExcKind::SystemExit && quiet {
                    return None;
                }
                let line = exception.line.get();
                let kind = value.type_name().to_owned();
                self.native_depth = 0;
                // `__str__` may be the script's, and may fail or run on.
                self.fuel = self.fuel.max(100_000);
                let mut message = self.str_of(&value).unwrap_or_default();
                self.traceback = self.traceback_text(exception).ok();
                if message.len() > 2000 {
                    let end = (0..=2000).rev().find(|at| message.is_char_boundary(*at)).unwrap_or(0);
                    message.truncate(end);
                    message.push_str("...");
                }
                Some(PyError { kind, message, line })
            }
        }
    }
}
