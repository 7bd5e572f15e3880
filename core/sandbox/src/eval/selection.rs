//! What slices select.

use super::exception::ExcKind;
use super::fault::{Fault, PyResult};
use super::value::{Range, Slice, Value};

/// The elements that a slice selects: `start`, `step` and how many.
#[derive(Debug, Clone, Copy)]
pub struct Selection {
    /// First index; may be past the end when `count` is 0.
    pub start: i64,
    /// Distance between indices; never 0.
    pub step: i64,
    /// Number of elements.
    pub count: usize,
}

impl Selection {
    /// The selected indices.
    pub fn indices(self) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        (0..self.count).map(move |i| (self.start + i as i64 * self.step) as usize)
    }
}

impl Slice {
    /// Resolves the slice for a sequence of `len` elements.
    pub fn select(&self, len: usize) -> PyResult<Selection> {
        self.select_of(len as i64)
    }

    /// The same for a length that need not fit this machine, as a range's.
    pub(super) fn select_of(&self, len: i64) -> PyResult<Selection> {
        let bound = |value: &Value| match value {
            Value::None => Ok(None),
            Value::Big(big) => {
                Ok(Some(if big.number.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX }))
            }
            Value::Host(host) => match host.number().and_then(|n| n.as_i64()) {
                Some(i) => Ok(Some(i)),
                None => Err(slice_type()),
            },
            other => other.as_i64().map(Some).ok_or_else(slice_type),
        };
        let step = bound(&self.step)?.unwrap_or(1).max(-i64::MAX);
        if step == 0 {
            return Err(Fault::value_error("slice step cannot be zero"));
        }
        let (low, high) = if step > 0 { (0, len) } else { (-1, len - 1) };
        let clamp = |value: Option<i64>, default: i64| match value {
            None => default,
            Some(i) if i < 0 => i.saturating_add(len).max(low),
            Some(i) => i.min(high),
        };
        let start = clamp(bound(&self.start)?, if step > 0 { low } else { high });
        let stop = clamp(bound(&self.stop)?, if step > 0 { high } else { low });
        let count = Range { start, stop, step }.len();
        Ok(Selection { start, step, count })
    }
}

fn slice_type() -> Fault {
    Fault::type_error("slice indices must be integers or None or have an __index__ method")
}

pub(super) fn out_of_range(what: &str) -> Fault {
    Fault::new(ExcKind::IndexError, format!("{what} index out of range"))
}
