//! Writing numbers and other arrays into an array.

use super::array::{Array, BLOCK, shape_text};
use super::dtype::DType;
use super::ndarray::NdArray;
use super::operand::{Operand, check_int};
use super::scalar::Num;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// What is written: one number, or an array.
pub(super) enum Source {
    Number(Num),
    Array(Array),
}

impl Source {
    /// The value to assign to elements of a type.
    pub fn of(ctx: &mut Ctx, value: &Value, dtype: DType) -> PyResult<Self> {
        match value {
            Value::List(_) | Value::Tuple(_) | Value::Range(_) => {
                return Ok(Self::Array(super::from_value::array(ctx, value, Some(dtype))?));
            }
            Value::Host(_) => {
                if let Some(array) = value.host::<NdArray>() {
                    return Ok(Self::Array(array.array.clone()));
                }
            }
            _ => {}
        }
        match Operand::of(ctx, value)? {
            Some(Operand::Array(array)) => Ok(Self::Array(array)),
            Some(Operand::Int(int)) => {
                check_int(int, dtype)?;
                Ok(Self::Number(Num::Int(int)))
            }
            Some(Operand::Float(float)) => {
                if dtype.is_int() && float.is_nan() {
                    return Err(Fault::value_error("cannot convert float NaN to integer"));
                }
                if dtype.is_int() && float.is_infinite() {
                    return Err(Fault::new(
                        ExcKind::OverflowError,
                        "cannot convert float infinity to integer",
                    ));
                }
                Ok(Self::Number(Num::Float(float)))
            }
            Some(single) => Ok(Self::Number(single.num().unwrap_or(Num::Int(0)))),
            None if dtype.is_float() || matches!(value, Value::Str(_)) => Err(Fault::type_error(format!(
                "float() argument must be a string or a real number, not '{}'",
                value.type_name()
            ))),
            None => Err(Fault::type_error(format!(
                "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                value.type_name()
            ))),
        }
    }
}

impl Array {
    /// Sets all elements to one number.
    pub fn fill(&self, ctx: &mut Ctx, num: Num) -> PyResult<()> {
        ctx.burn(self.size() as u64 / 16 + 1)?;
        let mut walk = self.walk();
        match num {
            Num::Int(int) => {
                let block = [int; BLOCK];
                while walk.left() > 0 {
                    let count = walk.left().min(BLOCK);
                    self.write(&mut walk, &block[..count]);
                }
            }
            Num::Float(float) => {
                let block = [float; BLOCK];
                while walk.left() > 0 {
                    let count = walk.left().min(BLOCK);
                    self.write(&mut walk, &block[..count]);
                }
            }
        }
        Ok(())
    }

    /// Writes `source`, stretched to this array's shape.
    pub(super) fn assign(&self, ctx: &mut Ctx, source: Source) -> PyResult<()> {
        match source {
            Source::Number(num) => self.fill(ctx, num),
            Source::Array(from) => {
                let stretched = stretched(&from, &self.shape).ok_or_else(|| {
                    Fault::value_error(format!(
                        "could not broadcast input array from shape {} into shape {}",
                        shape_text(&from.shape),
                        shape_text(&self.shape)
                    ))
                })?;
                self.copy_from(ctx, &stretched)
            }
        }
    }
}

/// The array stretched to a shape; leading sides of 1 that the shape lacks are dropped.
pub(super) fn stretched(from: &Array, shape: &[usize]) -> Option<Array> {
    let extra = from.ndim().saturating_sub(shape.len());
    if from.shape[..extra].iter().any(|side| *side != 1) {
        return None;
    }
    let inner = from.view(from.offset, from.shape[extra..].to_vec(), from.strides[extra..].to_vec());
    inner.broadcast(shape)
}
