//! Making legends.

use std::rc::Rc;

use super::artist::Artist;
use super::legend::Legend;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

/// Sets a property of a legend.
pub(super) fn set(_: &mut Ctx, _: &Rc<Artist>, _: &str, _: &Value) -> PyResult<bool> {
    Ok(false)
}

/// Reads a property of a legend.
pub(super) fn get(_: &mut Ctx, _: &Legend, _: &str) -> PyResult<Option<Value>> {
    Ok(None)
}
