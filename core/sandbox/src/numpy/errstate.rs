//! `with np.errstate(...)`: there are no warnings to silence here, but scripts write it.

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

/// `np.errstate`.
pub(super) static ERRSTATE: NativeFn = NativeFn {
    name: "errstate",
    call: |_, args: Args| {
        if args.keyword.iter().any(|(_, value)| value.as_str() == Some("raise")) {
            return Err(Fault::not_provided("numpy.errstate(...='raise')"));
        }
        Ok(Value::from_host(ErrState))
    },
};

struct ErrState;

impl Host for ErrState {
    fn type_name(&self) -> &'static str {
        "errstate"
    }

    fn enter(&self, _: &mut Ctx, _: &Value) -> PyResult<Option<Value>> {
        Ok(Some(Value::None))
    }
}
