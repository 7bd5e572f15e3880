//! The modules of Python's standard library that scripts may import, as far as they are harmless.

mod abstract_classes;
mod choose;
mod clock;
mod cmath;
mod digest;
mod errors;
mod float_bytes;
mod io;
mod json;
mod math;
mod native;
mod os;
mod path;
pub(crate) mod precise;
mod random;
mod re;
mod record;
mod source;
mod special_dicts;
mod sys;
mod text;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

pub(crate) use abstract_classes::{has_abilities, with_methods};
pub(crate) use json::class as json_class;
pub(crate) use random::{RandomState, Twister};
pub(crate) use re::Patterns;
pub(crate) use special_dicts::{counter_binary, dict_class};

/// The module `name`, if it is one of these; built once per sandbox.
pub(crate) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "math" => math::module(ctx)?,
        "cmath" => cmath::module(ctx)?,
        "hashlib" => digest::module(ctx)?,
        "io" => io::module(ctx)?,
        "base64" => io::base64_module(ctx)?,
        "re" => re::module(ctx)?,
        "random" => random::module(ctx)?,
        "os" => os::module(ctx)?,
        "os.path" => path::module(ctx)?,
        "string" => text::string_module(ctx)?,
        "collections.abc" => abstract_classes::module(ctx)?,
        "json" => json::module(ctx)?,
        "sys" => sys::module(ctx)?,
        "builtins" => sys::builtins_module(ctx)?,
        "time" => clock::module(ctx)?,
        other => return source::module(ctx, other),
    }))
}
