//! Functions and operators of two operands, element by element.

use super::array::{Array, BLOCK, broadcast_shape};
use super::binary_kernel::{floats, ints, truths};
use super::data::LaneNum;
use super::dtype::DType;
use super::operand::Operand;
use super::scalar;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, CompareOp};
use crate::eval::value::Value;

/// A function of two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Op2 {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
    Maximum,
    Minimum,
    FMax,
    FMin,
    FMod,
    Hypot,
    Arctan2,
    Copysign,
    LogicalAnd,
    LogicalOr,
    LogicalXor,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Op2 {
    /// The function behind an operator; `@` has none.
    pub fn from_binary(op: BinaryOp) -> Option<Self> {
        Some(match op {
            BinaryOp::Add => Self::Add,
            BinaryOp::Sub => Self::Sub,
            BinaryOp::Mul => Self::Mul,
            BinaryOp::Div => Self::Div,
            BinaryOp::FloorDiv => Self::FloorDiv,
            BinaryOp::Mod => Self::Mod,
            BinaryOp::Pow => Self::Pow,
            BinaryOp::LShift => Self::LShift,
            BinaryOp::RShift => Self::RShift,
            BinaryOp::And => Self::And,
            BinaryOp::Or => Self::Or,
            BinaryOp::Xor => Self::Xor,
            BinaryOp::MatMul => return None,
        })
    }

    /// The function behind a comparison.
    pub fn from_compare(op: CompareOp) -> Self {
        match op {
            CompareOp::Eq => Self::Eq,
            CompareOp::Ne => Self::Ne,
            CompareOp::Lt => Self::Lt,
            CompareOp::Le => Self::Le,
            CompareOp::Gt => Self::Gt,
            CompareOp::Ge => Self::Ge,
        }
    }

    /// numpy's name of the function.
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Sub => "subtract",
            Self::Mul => "multiply",
            Self::Div => "divide",
            Self::FloorDiv => "floor_divide",
            Self::Mod => "remainder",
            Self::Pow => "power",
            Self::LShift => "left_shift",
            Self::RShift => "right_shift",
            Self::And => "bitwise_and",
            Self::Or => "bitwise_or",
            Self::Xor => "bitwise_xor",
            Self::Maximum => "maximum",
            Self::Minimum => "minimum",
            Self::FMax => "fmax",
            Self::FMin => "fmin",
            Self::FMod => "fmod",
            Self::Hypot => "hypot",
            Self::Arctan2 => "arctan2",
            Self::Copysign => "copysign",
            Self::LogicalAnd => "logical_and",
            Self::LogicalOr => "logical_or",
            Self::LogicalXor => "logical_xor",
            Self::Eq => "equal",
            Self::Ne => "not_equal",
            Self::Lt => "less",
            Self::Le => "less_equal",
            Self::Gt => "greater",
            Self::Ge => "greater_equal",
        }
    }

    /// Whether the result is a truth value.
    fn is_test(self) -> bool {
        matches!(
            self,
            Self::Eq
                | Self::Ne
                | Self::Lt
                | Self::Le
                | Self::Gt
                | Self::Ge
                | Self::LogicalAnd
                | Self::LogicalOr
                | Self::LogicalXor
        )
    }

    /// The types to compute in and to store.
    fn types(self, a: &Operand, b: &Operand) -> PyResult<(DType, DType)> {
        let common = a.common(b);
        if self.is_test() {
            return Ok((common, DType::Bool));
        }
        let result = match self {
            Self::Div | Self::Hypot | Self::Arctan2 | Self::Copysign => common.as_float(),
            Self::And | Self::Or | Self::Xor | Self::LShift | Self::RShift if common.is_float() => {
                return Err(Fault::type_error(format!(
                    "ufunc '{}' not supported for the input types, and the inputs could not be safely \
                     coerced to any supported types according to the casting rule ''safe''",
                    self.name()
                )));
            }
            Self::Sub if common == DType::Bool => {
                return Err(Fault::type_error(
                    "numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the \
                     `^` operator, or the logical_xor function instead.",
                ));
            }
            Self::FloorDiv | Self::Mod | Self::FMod | Self::Pow | Self::LShift | Self::RShift
                if common == DType::Bool =>
            {
                DType::Int8
            }
            _ => common,
        };
        for operand in [a, b] {
            operand.check(result)?;
        }
        Ok((result, result))
    }
}

/// The result of a function, as an operand for the next step.
pub(super) fn compute(ctx: &mut Ctx, op: Op2, a: Operand, b: Operand) -> PyResult<Operand> {
    let (lane, result) = op.types(&a, &b)?;
    if lane.is_float() {
        run::<f64>(ctx, op, &a, &b, lane, result)
    } else {
        run::<i64>(ctx, op, &a, &b, lane, result)
    }
}

/// Numbers that a kernel exists for.
trait Kernel: LaneNum {
    fn kernel(op: Op2, a: &[Self], b: &[Self], out: &mut [Self]) -> PyResult<()>;
}

impl Kernel for i64 {
    fn kernel(op: Op2, a: &[i64], b: &[i64], out: &mut [i64]) -> PyResult<()> {
        ints(op, a, b, out)
    }
}

impl Kernel for f64 {
    fn kernel(op: Op2, a: &[f64], b: &[f64], out: &mut [f64]) -> PyResult<()> {
        floats(op, a, b, out);
        Ok(())
    }
}

fn run<T: Kernel>(
    ctx: &mut Ctx,
    op: Op2,
    a: &Operand,
    b: &Operand,
    lane: DType,
    result: DType,
) -> PyResult<Operand> {
    let apply = |x: &[T], y: &[T], out: &mut [T], tests: &mut [i64]| -> PyResult<()> {
        if op.is_test() {
            truths(op, x, y, tests);
            return Ok(());
        }
        T::kernel(op, x, y, out)
    };
    if let (Some(_), Some(_)) = (a.num(), b.num()) {
        let (mut x, mut y, mut out, mut test) = ([T::default()], [T::default()], [T::default()], [0]);
        a.reader(&[], lane)?.fill(&mut x);
        b.reader(&[], lane)?.fill(&mut y);
        apply(&x, &y, &mut out, &mut test)?;
        let num = if op.is_test() { test[0].num() } else { out[0].num() };
        return Ok(Operand::Scalar(result, result.fit(num)));
    }
    let shape = broadcast_shape(ctx, &[a.shape(), b.shape()])?;
    let out = Array::zeros(ctx, result, &shape)?;
    let (mut left, mut right, mut target) = (a.reader(&shape, lane)?, b.reader(&shape, lane)?, out.walk());
    let (mut x, mut y, mut z) = ([T::default(); BLOCK], [T::default(); BLOCK], [T::default(); BLOCK]);
    let mut tests = [0_i64; BLOCK];
    while target.left() > 0 {
        let count = target.left().min(BLOCK);
        ctx.burn(count as u64 / 8 + 1)?;
        left.fill(&mut x[..count]);
        right.fill(&mut y[..count]);
        apply(&x[..count], &y[..count], &mut z[..count], &mut tests[..count])?;
        if op.is_test() {
            out.write(&mut target, &tests[..count]);
        } else {
            out.write(&mut target, &z[..count]);
        }
    }
    Ok(Operand::Array(out))
}

/// The result of a function, as a value.
pub(super) fn apply(ctx: &mut Ctx, op: Op2, a: Operand, b: Operand) -> PyResult<Value> {
    let result = compute(ctx, op, a, b)?;
    finish(ctx, result)
}

/// An operand as a value.
pub(super) fn finish(ctx: &mut Ctx, result: Operand) -> PyResult<Value> {
    match result {
        Operand::Array(array) => array.object(ctx),
        single => {
            let num = single.num().unwrap_or(scalar::Num::Int(0));
            scalar::value(ctx, single.dtype(), num)
        }
    }
}

/// `this OP other`; `None` if they do not go together.
pub(super) fn operator(
    ctx: &mut Ctx,
    this: &Value,
    op: BinaryOp,
    other: &Value,
    reflected: bool,
) -> PyResult<Option<Value>> {
    if let (Value::Str(text), Some(own), Some(function)) =
        (other, Operand::of(ctx, this)?, Op2::from_binary(op))
    {
        // `"%d" % number` formats.
        if reflected && op == BinaryOp::Mod {
            return Ok(None);
        }
        let number = format!("dtype('{}')", own.dtype().name());
        let text = format!("dtype('<U{}')", text.char_len());
        let (a, b) = if reflected { (text, number) } else { (number, text) };
        return Err(no_loop(function, &a, &b));
    }
    let (Some(own), Some(other)) = (Operand::of(ctx, this)?, Operand::of(ctx, other)?) else {
        return Ok(None);
    };
    let (a, b) = if reflected { (other, own) } else { (own, other) };
    match Op2::from_binary(op) {
        Some(op) => apply(ctx, op, a, b).map(Some),
        None => super::product::matmul(ctx, a, b).map(Some),
    }
}

/// The error of operands that no loop is for.
fn no_loop(function: Op2, a: &str, b: &str) -> Fault {
    let name = function.name();
    Fault::new(
        ExcKind::UFuncTypeError,
        format!("ufunc '{name}' did not contain a loop with signature matching types ({a}, {b}) -> None"),
    )
}

/// `this OP other` for comparisons; `None` if they do not go together.
pub(super) fn comparison(
    ctx: &mut Ctx,
    this: &Value,
    op: CompareOp,
    other: &Value,
) -> PyResult<Option<Value>> {
    let Some(a) = Operand::of(ctx, this)? else { return Ok(None) };
    if let (Operand::Array(array), CompareOp::Eq | CompareOp::Ne, Value::None | Value::Str(_)) =
        (&a, op, other)
    {
        // Numbers equal neither texts nor None.
        let differs = i64::from(op == CompareOp::Ne);
        let out = Array::zeros(ctx, DType::Bool, &array.shape.clone())?;
        out.fill(ctx, scalar::Num::Int(differs))?;
        return out.object(ctx).map(Some);
    }
    if let (Value::Str(_), CompareOp::Lt | CompareOp::Le | CompareOp::Gt | CompareOp::Ge) = (other, op) {
        let name = a.dtype().name().replace("uint", "UInt").replace("int", "Int");
        let name = name.replace("float", "Float").replace("bool", "Bool");
        let number = format!("<class 'numpy.dtypes.{name}DType'>");
        return Err(no_loop(Op2::from_compare(op), &number, "<class 'numpy.dtypes.StrDType'>"));
    }
    match Operand::of(ctx, other)? {
        Some(b) => apply(ctx, Op2::from_compare(op), a, b).map(Some),
        None => Ok(None),
    }
}
