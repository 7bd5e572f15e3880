//! The evaluator: values, bytecode and the machine that runs it. Start at [`host`] to add objects.

mod advance;
pub mod args;
pub mod class;
mod class_attr;
pub(crate) mod cpython_hash;
pub mod ctx;
pub mod dict;
pub mod exception;
pub mod fault;
pub mod function;
mod function_attr;
pub(crate) mod generic;
pub mod heap;
pub mod host;
pub(crate) mod instance;
mod instance_attr;
pub(crate) mod instantiate;
pub mod iter;
pub(crate) mod kind;
mod metaclass;
pub mod module;
pub mod names;
pub(crate) mod new_class;
pub(crate) mod object;
mod super_attr;
pub mod text;
pub(crate) mod text_code;
mod trace;
pub mod value;

pub mod subscript;

pub(crate) mod arith;
pub(crate) mod attr;
mod build;
mod call;
mod chain;
mod code;
pub(crate) mod compare;
mod compile;
pub(crate) mod context;
pub(crate) mod format;
mod generator;
pub(crate) mod number;
mod pattern;
mod rare;
pub(crate) mod repr;
mod run;
mod same_key;
pub(crate) mod sequence;
mod source;
pub(crate) mod vm;
mod wrong_arguments;

pub(crate) use wrong_arguments::missing_arguments;
