//! The array object as scripts see it.

use super::array::Array;
use super::binary::{self, Op2};
use super::dtype::DType;
use super::fill::Source;
use super::operand::Operand;
use super::{index, methods, print, scalar, types, unary};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{BinaryOp, CompareOp, Host, NativeType, UnaryOp};
use crate::eval::iter::Iter;
use crate::eval::value::Value;

/// `np.ndarray`.
pub(crate) struct NdArray {
    pub array: Array,
    #[allow(dead_code)] // held for its drop
    pub charge: Charge,
}

impl Host for NdArray {
    fn type_name(&self) -> &'static str {
        "numpy.ndarray"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&types::NDARRAY)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        methods::attribute(ctx, &self.array, name)
    }

    fn set_attr(&self, ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        if name == "flat" {
            let source = Source::of(ctx, &value, self.array.dtype)?;
            return self.array.assign(ctx, source);
        }
        if matches!(name, "shape" | "dtype" | "strides") {
            return Err(Fault::not_provided(format!("assigning ndarray.{name} (use reshape or astype)")));
        }
        Err(Fault::no_attribute(self.type_name(), name))
    }

    fn has_method(&self, name: &str) -> bool {
        methods::known(name)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if !methods::known(name) {
            return Err(Fault::no_attribute(self.type_name(), name));
        }
        methods::call(ctx, &self.array, name, args)
    }

    fn binary(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        binary::operator(ctx, this, op, other, reflected)
    }

    fn in_place(&self, ctx: &mut Ctx, op: BinaryOp, other: &Value) -> PyResult<bool> {
        let Some(op) = Op2::from_binary(op) else { return Ok(false) };
        let Some(other) = Operand::of(ctx, other)? else { return Ok(false) };
        let own = Operand::from_array(self.array.clone());
        let result = binary::compute(ctx, op, own, other)?;
        self.store(ctx, op.name(), result)?;
        Ok(true)
    }

    fn unary(&self, ctx: &mut Ctx, this: &Value, op: UnaryOp) -> PyResult<Option<Value>> {
        unary::operator(ctx, this, op).map(Some)
    }

    fn compare(&self, ctx: &mut Ctx, this: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        binary::comparison(ctx, this, op, other)
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        index::get(ctx, &self.array, key)
    }

    fn set_item(&self, ctx: &mut Ctx, key: &Value, value: Value) -> PyResult<()> {
        index::set(ctx, &self.array, key, &value)
    }

    fn contains(&self, ctx: &mut Ctx, item: &Value) -> PyResult<Option<bool>> {
        let Some(item) = Operand::of(ctx, item)? else { return Ok(Some(false)) };
        let own = Operand::from_array(self.array.clone());
        let equal = binary::compute(ctx, Op2::Eq, own, item)?.into_array(ctx)?;
        super::reduce::any(ctx, &equal).map(Some)
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        if self.array.shape.is_empty() {
            return Err(Fault::type_error("iteration over a 0-d array"));
        }
        let object = self.array.clone().object(ctx)?;
        ctx.new_iter(Iter::Sequence { object, index: 0 })
    }

    fn len(&self) -> Option<usize> {
        self.array.shape.first().copied()
    }

    fn truthy(&self, _: &mut Ctx) -> PyResult<bool> {
        match self.array.size() {
            1 => Ok(self.array.first().truth()),
            0 => Err(Fault::value_error(
                "The truth value of an empty array is ambiguous. Use `array.size > 0` to check that an array \
                 is not empty.",
            )),
            _ => Err(Fault::value_error(
                "The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
            )),
        }
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        print::repr(ctx, &self.array)
    }

    fn str(&self, ctx: &mut Ctx) -> PyResult<String> {
        print::str(ctx, &self.array)
    }

    fn format(&self, ctx: &mut Ctx, spec: &str) -> PyResult<Option<String>> {
        match (self.number(), spec) {
            (_, "") => print::str(ctx, &self.array).map(Some),
            (Some(_), _) => Ok(None),
            (None, _) => {
                Err(Fault::type_error("unsupported format string passed to numpy.ndarray.__format__"))
            }
        }
    }

    fn number(&self) -> Option<Value> {
        if !self.array.shape.is_empty() {
            return None;
        }
        let num = self.array.first();
        Some(match (self.array.dtype, num) {
            (DType::Bool, num) => Value::Bool(num.truth()),
            (_, scalar::Num::Int(int)) => Value::Int(int),
            (_, scalar::Num::Float(float)) => Value::Float(float),
        })
    }

    fn is_hashable(&self) -> bool {
        false
    }
}

impl NdArray {
    /// Stores the result of a function in this array, as `+=` and `out=` do.
    pub(super) fn store(&self, ctx: &mut Ctx, function: &str, result: Operand) -> PyResult<()> {
        let (from, to) = (result.dtype(), self.array.dtype);
        if !from.same_kind(to) {
            return Err(Fault::new(
                ExcKind::UFuncTypeError,
                format!(
                    "Cannot cast ufunc '{function}' output from dtype('{}') to dtype('{}') with casting rule \
                 'same_kind'",
                    from.name(),
                    to.name()
                ),
            ));
        }
        if self.array.broadcast(result.shape()).is_some() && self.array.shape != result.shape() {
            return Err(Fault::value_error(format!(
                "non-broadcastable output operand with shape {} doesn't match the broadcast shape {}",
                super::array::shape_text(&self.array.shape),
                super::array::shape_text(result.shape())
            )));
        }
        let source = match result {
            Operand::Array(array) => Source::Array(array),
            single => Source::Number(single.num().unwrap_or(scalar::Num::Int(0))),
        };
        self.array.assign(ctx, source)
    }
}

/// `IndexError` of numpy's.
pub(super) fn index_error(message: impl Into<String>) -> Fault {
    Fault::new(ExcKind::IndexError, message)
}
