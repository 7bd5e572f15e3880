//! The evaluator: values, bytecode and the machine that runs it. Start at [`host`] to add objects.

mod advance;
pub mod args;
pub mod class;
pub mod ctx;
pub mod dict;
pub mod exception;
pub mod fault;
pub mod function;
pub mod heap;
pub mod host;
pub mod iter;
pub mod module;
pub mod names;
pub mod text;
pub mod value;

pub mod subscript;

pub(crate) mod arith;
pub(crate) mod attr;
mod build;
mod call;
mod code;
pub(crate) mod compare;
mod compile;
pub(crate) mod context;
pub(crate) mod format;
pub(crate) mod number;
mod rare;
pub(crate) mod repr;
mod run;
pub(crate) mod sequence;
pub(crate) mod vm;
