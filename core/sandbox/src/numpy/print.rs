//! Arrays and scalars as numpy prints them.

use super::arguments::given;
use super::array::{Array, tuple_text};
use super::dtype::DType;
use super::print_number::{Column, float_text};
use super::scalar::Num;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// What `np.set_printoptions` changes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PrintOptions {
    /// Digits after the point.
    pub precision: usize,
    /// Whether small numbers are written without exponents.
    pub suppress: bool,
    /// Arrays with more elements are printed in part.
    pub threshold: usize,
    /// Elements shown at each end of such arrays.
    pub edge: usize,
    /// Characters of a line.
    pub width: usize,
}

impl Default for PrintOptions {
    fn default() -> Self {
        Self { precision: 8, suppress: false, threshold: 1000, edge: 3, width: 75 }
    }
}

/// `np.set_printoptions`.
pub(super) fn set_options(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    ctx.print_options = options(ctx, args, "set_printoptions")?;
    Ok(Value::None)
}

/// The options in effect, changed by arguments.
fn options(ctx: &mut Ctx, args: Args, function: &str) -> PyResult<PrintOptions> {
    let params = ["precision", "threshold", "edgeitems", "linewidth", "suppress", "floatmode", "legacy"];
    let [precision, threshold, edge, width, suppress, mode, _] = args.bind(function, params, 0)?;
    if given(mode).is_some_and(|mode| mode.as_str() != Some("maxprec")) {
        return Err(Fault::not_provided(format!("numpy.{function}(floatmode=...) other than 'maxprec'")));
    }
    let mut options = ctx.print_options;
    if let Some(suppress) = given(suppress) {
        options.suppress = ctx.truthy(&suppress)?;
    }
    let size = |ctx: &mut Ctx, value: Option<Value>, held: usize, most: usize| match given(value) {
        // `inf` and `sys.maxsize` ask for everything.
        Some(value) => Ok((crate::builtins::real(ctx, &value)?.max(0.0) as usize).min(most)),
        None => Ok(held),
    };
    options.precision = size(ctx, precision, options.precision, 300)?;
    options.threshold = size(ctx, threshold, options.threshold, usize::MAX)?;
    options.edge = size(ctx, edge, options.edge, 1 << 20)?.max(1);
    options.width = size(ctx, width, options.width, 1 << 20)?.max(2 * super::array::MAX_DIMS);
    Ok(options)
}

/// `np.array2string(a, ...)`.
pub(super) fn array2string(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    if args.positional.len() != 1 {
        return Err(Fault::type_error("array2string() takes one array and options by name"));
    }
    let array = super::operand::array(ctx, &args.positional.remove(0))?;
    let separator = args.take_keyword("separator");
    let separator = separator.as_ref().and_then(Value::as_str).unwrap_or(" ");
    if let Some((_, width)) = args.keyword.iter_mut().find(|(name, _)| &***name == "max_line_width") {
        let width = std::mem::replace(width, Value::None);
        args.take_keyword("max_line_width");
        args.keyword.push((ctx.text("linewidth")?, width));
    }
    if let Some(small) = args.take_keyword("suppress_small") {
        args.keyword.push((ctx.text("suppress")?, small));
    }
    let options = options(ctx, args, "array2string")?;
    let text = if array.shape.is_empty() {
        scalar(array.dtype, array.first())
    } else {
        text(ctx, &array, separator, 0, options)?
    };
    ctx.str(text)
}

/// A scalar's digits.
pub(super) fn scalar(dtype: DType, num: Num) -> String {
    match (dtype, num) {
        (DType::Bool, num) => if num.truth() { "True" } else { "False" }.to_owned(),
        (DType::UInt64, Num::Int(int)) => (int as u64).to_string(),
        (_, Num::Int(int)) => int.to_string(),
        (dtype, Num::Float(float)) => float_text(float, dtype == DType::Float32),
    }
}

/// How one array is printed.
struct Style<'s> {
    separator: &'s str,
    elements: Column,
    /// Elements shown at each end, if not all are.
    edge: Option<usize>,
}

/// `str(array)`.
pub(super) fn str(ctx: &mut Ctx, array: &Array) -> PyResult<String> {
    if array.shape.is_empty() {
        return Ok(scalar(array.dtype, array.first()));
    }
    let options = ctx.print_options;
    text(ctx, array, " ", 0, options)
}

/// `repr(array)`.
pub(super) fn repr(ctx: &mut Ctx, array: &Array) -> PyResult<String> {
    let options = ctx.print_options;
    let body = if array.shape.is_empty() {
        Column::new(array, &[array.first()], &options).text(array.dtype, array.first())
    } else {
        text(ctx, array, ", ", "array(".len(), options)?
    };
    let mut extras = Vec::new();
    if (array.size() == 0 && array.shape != [0]) || array.size() > options.threshold {
        extras.push(format!("shape={}", tuple_text(&array.shape)));
    }
    let default = matches!(array.dtype, DType::Bool | DType::Int64 | DType::Float64);
    if !default || array.size() == 0 {
        extras.push(format!("dtype={}", array.dtype.name()));
    }
    let start = format!("array({body}");
    if extras.is_empty() {
        return Ok(start + ")");
    }
    let extras = extras.join(", ");
    let last = start.len() - start.rfind('\n').map_or(0, |at| at + 1);
    let gap =
        if last + extras.len() + 3 > options.width { format!("\n{}", " ".repeat(6)) } else { " ".to_owned() };
    Ok(format!("{start},{gap}{extras})"))
}

fn text(
    ctx: &mut Ctx,
    array: &Array,
    separator: &str,
    prefix: usize,
    options: PrintOptions,
) -> PyResult<String> {
    if array.size() == 0 {
        return Ok("[]".to_owned());
    }
    let edge = (array.size() > options.threshold).then_some(options.edge);
    let count = array.shape.iter().fold(1_u64, |all, side| all.saturating_mul(shown_of(*side, edge) as u64));
    ctx.burn(count.saturating_mul(8))?;
    let charge = ctx.charge((count as usize).saturating_mul(64 + 2 * options.precision))?;
    let mut shown = Vec::new();
    collect(array, array.offset, 0, edge, &mut shown);
    let style = Style { separator, elements: Column::new(array, &shown, &options), edge };
    let indent = " ".repeat(1 + prefix);
    let text = style.nested(array, array.offset, 0, &indent, options.width);
    drop(charge);
    Ok(text)
}

/// How many elements of an axis are shown.
fn shown_of(side: usize, edge: Option<usize>) -> usize {
    edge.map_or(side, |edge| side.min(2 * edge))
}

/// The indices of an axis that are shown, with the place of the dots.
fn indices(side: usize, edge: Option<usize>) -> (Vec<usize>, Option<usize>) {
    match edge {
        Some(edge) if side > 2 * edge => ((0..edge).chain(side - edge..side).collect(), Some(edge)),
        _ => ((0..side).collect(), None),
    }
}

/// The numbers that are shown.
fn collect(array: &Array, at: usize, axis: usize, edge: Option<usize>, out: &mut Vec<Num>) {
    if axis == array.ndim() {
        out.push(array.buffer.data.borrow().get(at));
        return;
    }
    for index in indices(array.shape[axis], edge).0 {
        collect(array, step(array, at, axis, index), axis + 1, edge, out);
    }
}

fn step(array: &Array, at: usize, axis: usize, index: usize) -> usize {
    at.wrapping_add_signed(array.strides[axis].wrapping_mul(index as isize))
}

impl Style<'_> {
    fn nested(&self, array: &Array, at: usize, axis: usize, indent: &str, width: usize) -> String {
        let (shown, dots) = indices(array.shape[axis], self.edge);
        let mut out = String::new();
        if axis + 1 == array.ndim() {
            let room = width - self.separator.trim_end().len().max(1);
            let mut line = indent.to_owned();
            let last = shown.len() - 1;
            for (number, index) in shown.into_iter().enumerate() {
                if dots == Some(number) {
                    extend(&mut out, &mut line, "...", room, indent);
                    line.push_str(self.separator);
                }
                let num = array.buffer.data.borrow().get(step(array, at, axis, index));
                let word = self.elements.text(array.dtype, num);
                extend(&mut out, &mut line, &word, room, indent);
                if number != last {
                    line.push_str(self.separator);
                }
            }
            out.push_str(&line);
        } else {
            let gap = format!("{}{}", self.separator.trim_end(), "\n".repeat(array.ndim() - axis - 1));
            let inner = format!("{indent} ");
            let last = shown.len() - 1;
            for (number, index) in shown.into_iter().enumerate() {
                if dots == Some(number) {
                    out.push_str(&format!("{indent}...{gap}"));
                }
                let place = step(array, at, axis, index);
                out.push_str(indent);
                out.push_str(&self.nested(array, place, axis + 1, &inner, width - 1));
                if number != last {
                    out.push_str(&gap);
                }
            }
        }
        format!("[{}]", &out[indent.len()..])
    }
}

/// Appends a word to a line, which is first ended if the word does not fit.
fn extend(out: &mut String, line: &mut String, word: &str, room: usize, indent: &str) {
    if line.len() + word.len() > room && line.len() > indent.len() {
        out.push_str(line.trim_end());
        out.push('\n');
        *line = indent.to_owned();
    }
    line.push_str(word);
}
