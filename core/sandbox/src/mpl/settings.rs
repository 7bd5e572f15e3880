//! Reading settings.

use super::rc::Setting;
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};

/// A pair of numbers.
pub(crate) fn pair(ctx: &mut Ctx, name: &str) -> PyResult<[f64; 2]> {
    if let Some(value) = ctx.plots.rc.changed.get(name).cloned() {
        let items = ctx.collect(&value)?;
        if let [a, b] = &items[..] {
            return Ok([real(ctx, a)?, real(ctx, b)?]);
        }
        return Err(Fault::value_error(format!("Key {name}: a pair of numbers is expected")));
    }
    match super::rc::default(name) {
        Some(Setting::Pair(a, b)) => Ok([a, b]),
        _ => Ok([0.0; 2]),
    }
}
