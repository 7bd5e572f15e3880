//! Integers of any size, and arithmetic between the number types.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::ctx::Ctx;
use super::fault::PyResult;
use super::value::{Big, Value};

/// The nearest float; `None` beyond the range of floats.
pub(crate) fn big_to_f64(number: &BigInt) -> Option<f64> {
    number.to_f64().filter(|f| f.is_finite())
}

impl Ctx {
    /// An integer of any size.
    pub fn integer(&self, number: BigInt) -> PyResult<Value> {
        if let Some(small) = number.to_i64() {
            return Ok(Value::Int(small));
        }
        let charge = self.charge(number.bits() as usize / 8 + 64)?;
        Ok(Value::Big(Rc::new(Big { number, charge })))
    }
}
