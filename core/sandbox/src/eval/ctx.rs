//! The interpreter as native code sees it: costs, values, calls and the drawing state.

use std::rc::Rc;

use super::args::Args;
use super::class::Attrs;
use super::fault::{Fault, PyResult};
use super::function::Frame;
use super::heap::{Charge, Heap};
use super::module::Module;
use super::names::Names;
use super::text::Str;
use super::value::{List, Tuple, Value};
use crate::Limits;
use crate::pil::DrawState;

/// Levels of native code that may call back into scripts, so that the native stack suffices in wasm.
const NATIVE_DEPTH: usize = 48;

/// The interpreter of one conversation.
pub struct Ctx {
    pub(crate) limits: Limits,
    pub(crate) fuel: u64,
    pub(crate) heap: Rc<Heap>,
    pub(crate) line: u32,
    pub(crate) native_depth: usize,
    /// Suspended callers of the running frame; boxed, as frames move between here, generators and the
    /// machine.
    #[allow(clippy::vec_box)]
    pub(crate) frames: Vec<Box<Frame>>,
    pub(crate) names: Names,
    /// Module-level variables by symbol.
    pub(crate) globals: Vec<Option<Value>>,
    /// Builtin names by symbol.
    pub(crate) builtins: Vec<Option<Value>>,
    pub(crate) modules: Vec<(String, Value)>,
    pub(crate) out: String,
    pub(crate) out_chars: usize,
    /// Containers whose `repr` is being made, which may contain themselves.
    pub(crate) shown: Vec<usize>,
    /// The class behind `object()`, once a script made one.
    pub(crate) object_class: Option<super::heap::Gc<super::class::Class>>,
    /// The library module that is being made, whose name its classes get.
    pub(crate) building: Option<&'static str>,
    /// The caller's variables, for `locals` and `eval`.
    pub(crate) caller_locals: Option<Value>,
    /// The exception that is being handled, for `sys.exc_info` and `traceback`.
    pub(crate) handled: Option<Value>,
    /// Ticks of the blocks before this one, and of sleeping: there is no clock, so fuel counts as time.
    pub(crate) ticks: u64,
    /// What a script made `sys.stdout`.
    pub(crate) redirected: Option<Value>,
    /// The traceback of the error that ended the block.
    pub(crate) traceback: Option<String>,
    /// Whether the error on its way was raised again where it was caught.
    pub(super) reraised: bool,
    /// Host objects whose identity the script asked for.
    pub(crate) numbered: Vec<Value>,
    pub(super) standing: super::same_key::Standing,
    pub(crate) random: crate::stdlib::RandomState,
    /// Regular expressions compiled last.
    pub(crate) patterns: crate::stdlib::Patterns,
    pub(crate) print_options: crate::numpy::PrintOptions,
    /// matplotlib's figures and settings.
    pub(crate) plots: crate::mpl::PlotState,
    /// Images, virtual files and recorded operations.
    pub draw: DrawState,
}

impl Ctx {
    /// The source line that runs now, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Uses fuel for work that grows with its input.
    pub fn burn(&mut self, steps: u64) -> PyResult<()> {
        match self.fuel.checked_sub(steps) {
            Some(left) => {
                self.fuel = left;
                Ok(())
            }
            None => {
                self.fuel = 0;
                Err(Fault::fuel())
            }
        }
    }

    /// Takes memory from the account until the charge is dropped; call it before allocating.
    pub fn charge(&self, bytes: usize) -> PyResult<Charge> {
        self.heap.charge(bytes)
    }

    /// Enters a level of native recursion; pair it with [`Self::leave`].
    pub(crate) fn enter(&mut self) -> PyResult<()> {
        if self.native_depth >= NATIVE_DEPTH {
            return Err(Fault::recursion(" (too deeply nested)"));
        }
        self.native_depth += 1;
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.native_depth -= 1;
    }

    /// A string.
    pub fn str(&self, text: impl Into<String>) -> PyResult<Value> {
        Ok(Value::Str(self.text(text)?))
    }

    /// A string that is not yet a value.
    pub fn text(&self, text: impl Into<String>) -> PyResult<Rc<Str>> {
        let text = text.into();
        let charge = self.heap.charge(text.len() + 64)?;
        Ok(Rc::new(Str::new(text, charge)))
    }

    /// A list.
    pub fn list(&self, items: Vec<Value>) -> PyResult<Value> {
        let bytes = items.capacity() * size_of::<Value>();
        Ok(Value::List(self.heap.alloc(List(items.into()), bytes)?))
    }

    /// A tuple.
    pub fn tuple(&self, items: Vec<Value>) -> PyResult<Value> {
        let bytes = items.len() * size_of::<Value>();
        Ok(Value::Tuple(self.heap.alloc(Tuple(items.into()), bytes)?))
    }

    /// A module with the given names.
    pub fn new_module(
        &mut self,
        name: &'static str,
        contents: impl IntoIterator<Item = (&'static str, Value)>,
    ) -> PyResult<Value> {
        let mut attrs = Attrs::default();
        for (name, value) in contents {
            attrs.insert(self.names.text(name), value);
        }
        let bytes = attrs.len() * 48;
        Ok(Value::Module(self.heap.alloc(Module { name, attrs: attrs.into() }, bytes)?))
    }

    /// All elements of an iterable.
    pub fn collect(&mut self, iterable: &Value) -> PyResult<Vec<Value>> {
        match iterable {
            Value::List(list) => {
                let items = list.0.borrow().clone();
                self.burn(items.len() as u64)?;
                Ok(items)
            }
            Value::Tuple(tuple) => {
                self.burn(tuple.0.len() as u64)?;
                Ok(tuple.0.to_vec())
            }
            other => {
                let iterator = self.iter(other)?;
                let mut items = Vec::new();
                let charge = self.charge(0)?;
                while let Some(item) = self.next(&iterator)? {
                    charge.grow_to((items.len() + 1) * size_of::<Value>())?;
                    items.push(item);
                    self.burn(1)?;
                }
                Ok(items)
            }
        }
    }

    /// Calls anything callable with positional arguments.
    pub fn call_with(&mut self, callee: &Value, positional: Vec<Value>) -> PyResult<Value> {
        self.call(callee, Args::new(positional))
    }

    /// Prints text as `print` does.
    pub fn print(&mut self, text: &str) -> PyResult<()> {
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        self.burn(chars as u64)?;
        if self.out_chars + chars > self.limits.output {
            let left = self.limits.output - self.out_chars;
            self.out.extend(text.chars().take(left));
            self.out_chars = self.limits.output;
            let message = format!("the script prints more than {} characters", self.limits.output);
            return Err(Fault::limit("OutputExhausted", message));
        }
        self.out.push_str(text);
        self.out_chars += chars;
        Ok(())
    }
}
