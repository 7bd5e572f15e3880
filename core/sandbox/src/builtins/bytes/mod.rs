//! `bytes` and `bytearray`.

mod codec;
mod methods;
mod search;

use std::cell::{Ref, RefCell};

pub(crate) use codec::{decode, encode};

use super::{integer, text};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{BinaryOp, CompareOp, Host, NativeFn, NativeType};
use crate::eval::value::{Slice, Value};

/// A `bytes` or, if it can change, a `bytearray`.
pub(crate) struct Bytes {
    data: RefCell<Vec<u8>>,
    mutable: bool,
    charge: Charge,
}

pub(super) static BYTES: NativeType = NativeType {
    name: "bytes",
    call: Some(|ctx, args| construct(ctx, args, false)),
    is_instance: |value| value.host::<Bytes>().is_some_and(|bytes| !bytes.mutable),
    attrs: &[
        NativeFn { name: "fromhex", call: |ctx, args| from_hex(ctx, args, false) },
        NativeFn { name: "maketrans", call: methods::make_table },
    ],
};

pub(super) static BYTEARRAY: NativeType = NativeType {
    name: "bytearray",
    call: Some(|ctx, args| construct(ctx, args, true)),
    is_instance: |value| value.host::<Bytes>().is_some_and(|bytes| bytes.mutable),
    attrs: &[
        NativeFn { name: "fromhex", call: |ctx, args| from_hex(ctx, args, true) },
        NativeFn { name: "maketrans", call: methods::make_table },
    ],
};

impl Bytes {
    /// The bytes that a value holds, if it is a `bytes` or `bytearray`.
    pub fn of(value: &Value) -> Option<Ref<'_, [u8]>> {
        value.host::<Self>().map(Self::data)
    }

    /// The bytes that an argument holds.
    pub fn expect(value: &Value) -> PyResult<Ref<'_, [u8]>> {
        Self::of(value).ok_or_else(|| {
            Fault::type_error(format!("a bytes-like object is required, not '{}'", value.type_name()))
        })
    }

    /// `self[slice] = new`.
    fn assign(&self, ctx: &mut Ctx, slice: &Slice, new: Vec<u8>) -> PyResult<()> {
        let length = self.data().len();
        let selection = slice.select(length)?;
        ctx.burn((length + new.len()) as u64 / 16 + 1)?;
        let indices: Vec<usize> = selection.indices().collect();
        let one = slice.step.is_none() || slice.step.as_i64() == Some(1);
        if one {
            let start = search::bounds(length, Some(slice.start.clone()), None)?.start.min(length);
            let end = start + indices.len();
            self.charge.grow_to(length - indices.len() + new.len() + 96)?;
            self.data.borrow_mut().splice(start..end, new);
            return Ok(());
        }
        if indices.len() != new.len() {
            return Err(Fault::value_error(format!(
                "attempt to assign bytes of size {} to extended slice of size {}",
                new.len(),
                indices.len()
            )));
        }
        let mut data = self.data.borrow_mut();
        for (index, byte) in indices.into_iter().zip(new) {
            data[index] = byte;
        }
        Ok(())
    }

    /// The bytes.
    pub fn data(&self) -> Ref<'_, [u8]> {
        Ref::map(self.data.borrow(), Vec::as_slice)
    }
}

impl Ctx {
    /// A `bytes` object.
    pub(crate) fn bytes(&mut self, data: Vec<u8>) -> PyResult<Value> {
        self.bytes_like(data, false)
    }

    fn bytes_like(&mut self, data: Vec<u8>, mutable: bool) -> PyResult<Value> {
        let charge = self.charge(data.len() + 96)?;
        self.burn(data.len() as u64 / 16)?;
        Ok(Value::from_host(Bytes { data: data.into(), mutable, charge }))
    }
}

/// A number of elements: the same on machines of 32 bits, and more than memory allows if it is large.
pub(crate) fn counted(n: i64) -> usize {
    n.clamp(0, i64::from(i32::MAX)) as usize
}

pub(super) fn byte(value: &Value, what: &str) -> PyResult<u8> {
    u8::try_from(integer(value)?).map_err(|_| Fault::value_error(format!("{what} must be in range(0, 256)")))
}

fn construct(ctx: &mut Ctx, args: Args, mutable: bool) -> PyResult<Value> {
    let name = if mutable { "bytearray" } else { "bytes" };
    let [source, encoding, errors] = args.bind(name, ["source", "encoding", "errors"], 0)?;
    let data = match &source {
        None => Vec::new(),
        Some(Value::Str(source)) => {
            let Some(encoding) = encoding else {
                return Err(Fault::type_error("string argument without an encoding"));
            };
            let errors = errors.as_ref().map_or(Ok("strict"), |errors| text(errors, name))?;
            encode(ctx, source, text(&encoding, name)?, errors)?
        }
        Some(Value::Int(size)) => {
            if *size < 0 {
                return Err(Fault::value_error("negative count"));
            }
            let size = counted(*size);
            ctx.burn(size as u64 / 16)?;
            drop(ctx.charge(size)?);
            vec![0; size]
        }
        Some(value) => match Bytes::of(value) {
            Some(data) => {
                drop(ctx.charge(data.len())?);
                data.to_vec()
            }
            None => {
                let items = ctx.collect(value)?;
                items.iter().map(|item| byte(item, "bytes")).collect::<PyResult<_>>()?
            }
        },
    };
    ctx.bytes_like(data, mutable)
}

fn from_hex(ctx: &mut Ctx, args: Args, mutable: bool) -> PyResult<Value> {
    let [digits] = args.exactly("fromhex")?;
    let digits = text(&digits, "fromhex")?;
    drop(ctx.charge(digits.len() * 4)?);
    ctx.burn(digits.len() as u64 / 4)?;
    let mut data = Vec::new();
    let mut high = None;
    for (position, c) in digits.chars().enumerate() {
        let wrong = || {
            let message = format!("non-hexadecimal number found in fromhex() arg at position {position}");
            Fault::value_error(message)
        };
        match (c.to_digit(16), high) {
            (Some(digit), None) => high = Some(digit),
            (Some(digit), Some(first)) => {
                data.push((first * 16 + digit) as u8);
                high = None;
            }
            (None, None) if c.is_ascii_whitespace() => {}
            _ => return Err(wrong()),
        }
    }
    if high.is_some() {
        let position = digits.chars().count();
        return Err(Fault::value_error(format!(
            "non-hexadecimal number found in fromhex() arg at position {position}"
        )));
    }
    ctx.bytes_like(data, mutable)
}

/// Python's way of writing bytes.
fn quote(data: &[u8]) -> String {
    let mark = if data.contains(&b'\'') && !data.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{mark}");
    for byte in data {
        match byte {
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            byte if char::from(*byte) == mark => {
                out.push('\\');
                out.push(mark);
            }
            0x20..=0x7e => out.push(char::from(*byte)),
            byte => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(mark);
    out
}

/// `template % values`, by way of text whose characters are the bytes.
fn percent(ctx: &mut Ctx, template: &str, values: &Value) -> PyResult<Vec<u8>> {
    let as_text = |ctx: &mut Ctx, value: &Value| -> PyResult<Value> {
        match Bytes::of(value) {
            Some(bytes) => {
                drop(ctx.charge(2 * bytes.len())?);
                ctx.str(bytes.iter().map(|byte| char::from(*byte)).collect::<String>())
            }
            None => Ok(value.clone()),
        }
    };
    let values = match values {
        Value::Tuple(items) => {
            let items = items.0.iter().map(|item| as_text(ctx, item)).collect::<PyResult<_>>()?;
            ctx.tuple(items)?
        }
        other => as_text(ctx, other)?,
    };
    let text = ctx.percent_format(&template.replace("%b", "%s"), &values)?;
    let bytes = text.chars().map(|c| u8::try_from(u32::from(c)));
    bytes.collect::<Result<_, _>>().map_err(|_| Fault::type_error("%b requires a bytes-like object"))
}

impl Host for Bytes {
    fn type_name(&self) -> &'static str {
        if self.mutable { "bytearray" } else { "bytes" }
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(if self.mutable { &BYTEARRAY } else { &BYTES })
    }

    fn has_method(&self, name: &str) -> bool {
        methods::ALL.contains(&name) || (self.mutable && methods::MUTABLE.contains(&name))
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if self.mutable && methods::MUTABLE.contains(&name) {
            return methods::change(self, ctx, name, args);
        }
        methods::call(self, ctx, name, args)
    }

    fn binary(
        &self,
        ctx: &mut Ctx,
        _: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        match op {
            BinaryOp::Add if !reflected => {
                let Some(more) = Self::of(other) else {
                    let (a, b) = (other.type_name(), self.type_name());
                    return Err(Fault::type_error(format!("can't concat {a} to {b}")));
                };
                drop(ctx.charge(self.data().len() + more.len())?);
                let joined = [&*self.data(), &*more].concat();
                ctx.bytes_like(joined, self.mutable).map(Some)
            }
            BinaryOp::Mul => {
                let Some(times) = other.as_i64() else { return Ok(None) };
                let times = counted(times);
                let size = self.data().len().saturating_mul(times);
                ctx.burn(size as u64 / 16)?;
                drop(ctx.charge(size)?);
                let repeated = self.data().repeat(times);
                ctx.bytes_like(repeated, self.mutable).map(Some)
            }
            BinaryOp::Mod if !reflected => {
                let text: String = self.data().iter().map(|byte| char::from(*byte)).collect();
                let filled = percent(ctx, &text, other)?;
                ctx.bytes_like(filled, self.mutable).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn compare(&self, ctx: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        let Some(other) = Self::of(other) else { return Ok(None) };
        let own = self.data();
        ctx.burn(own.len().min(other.len()) as u64 / 16)?;
        let order = own.cmp(&*other);
        Ok(Some(Value::Bool(match op {
            CompareOp::Eq => order.is_eq(),
            CompareOp::Ne => order.is_ne(),
            CompareOp::Lt => order.is_lt(),
            CompareOp::Le => order.is_le(),
            CompareOp::Gt => order.is_gt(),
            CompareOp::Ge => order.is_ge(),
        })))
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        let data = self.data();
        if let Value::Slice(slice) = key {
            let selection = slice.select(data.len())?;
            drop(ctx.charge(selection.count)?);
            let part = selection.indices().map(|index| data[index]).collect();
            return ctx.bytes_like(part, self.mutable);
        }
        let what = if self.mutable { "bytearray" } else { "" };
        let index =
            ctx.index(key, data.len(), if what.is_empty() { "byte" } else { what }).map_err(|fault| {
                if fault.is(ExcKind::IndexError) && !self.mutable {
                    Fault::new(ExcKind::IndexError, "index out of range")
                } else {
                    fault
                }
            })?;
        Ok(Value::Int(data[index].into()))
    }

    fn set_item(&self, ctx: &mut Ctx, key: &Value, value: Value) -> PyResult<()> {
        if !self.mutable {
            return Err(Fault::type_error("'bytes' object does not support item assignment"));
        }
        if let Value::Slice(slice) = key {
            let data = match Self::of(&value) {
                Some(data) => {
                    drop(ctx.charge(data.len())?);
                    data.to_vec()
                }
                None => {
                    let items = ctx.collect(&value)?;
                    items.iter().map(|item| byte(item, "byte")).collect::<PyResult<_>>()?
                }
            };
            return self.assign(ctx, slice, data);
        }
        let index = ctx.index(key, self.data().len(), "bytearray")?;
        let byte = byte(&value, "byte")?;
        self.data.borrow_mut()[index] = byte;
        Ok(())
    }

    fn contains(&self, ctx: &mut Ctx, item: &Value) -> PyResult<Option<bool>> {
        if let Some(part) = Self::of(item) {
            return Ok(Some(search::find(ctx, &self.data(), &part)?.is_some()));
        }
        let wanted = byte(item, "byte")?;
        ctx.burn(self.data().len() as u64 / 16)?;
        Ok(Some(self.data().contains(&wanted)))
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let data = self.data();
        drop(ctx.charge(data.len() * size_of::<Value>())?);
        ctx.burn(data.len() as u64)?;
        ctx.list(data.iter().map(|byte| Value::Int((*byte).into())).collect())
    }

    fn len(&self) -> Option<usize> {
        Some(self.data().len())
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        let data = self.data();
        drop(ctx.charge(data.len() * 4)?);
        ctx.burn(data.len() as u64)?;
        let quoted = quote(&data);
        Ok(if self.mutable { format!("bytearray({quoted})") } else { quoted })
    }
}
