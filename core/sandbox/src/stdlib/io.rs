//! `io` and `base64`.

use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use crate::builtins::Bytes;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::class_of;

static OPEN: NativeFn = NativeFn { name: "open", call: crate::files::open };

/// The module `io`.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let classes = ["BytesIO", "StringIO", "TextIOWrapper"];
    let mut contents: Vec<(&'static str, Value)> =
        classes.iter().filter_map(|name| Some((*name, Value::Type(class_of(name)?)))).collect();
    contents.extend([
        ("open", Value::Native(&OPEN)),
        ("UnsupportedOperation", Value::ExcType(ExcKind::UnsupportedOperation)),
        ("SEEK_SET", Value::Int(0)),
        ("SEEK_CUR", Value::Int(1)),
        ("SEEK_END", Value::Int(2)),
    ]);
    ctx.new_module("io", contents)
}

/// Python forgives bits after the last byte, and demands the padding.
const CONFIG: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_allow_trailing_bits(true)
    .with_decode_padding_mode(DecodePaddingMode::RequireCanonical);
const PLAIN: GeneralPurpose = GeneralPurpose::new(&STANDARD, CONFIG);
const SAFE: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, CONFIG);

static BASE64: &[NativeFn] = &[
    NativeFn { name: "b64encode", call: |ctx, args| encode(ctx, args, "b64encode", &PLAIN) },
    NativeFn {
        name: "standard_b64encode",
        call: |ctx, args| encode(ctx, args, "standard_b64encode", &PLAIN),
    },
    NativeFn { name: "urlsafe_b64encode", call: |ctx, args| encode(ctx, args, "urlsafe_b64encode", &SAFE) },
    NativeFn { name: "b64decode", call: |ctx, args| decode(ctx, args, "b64decode", &PLAIN) },
    NativeFn {
        name: "standard_b64decode",
        call: |ctx, args| decode(ctx, args, "standard_b64decode", &PLAIN),
    },
    NativeFn { name: "urlsafe_b64decode", call: |ctx, args| decode(ctx, args, "urlsafe_b64decode", &SAFE) },
    NativeFn { name: "b16encode", call: hexadecimal },
    // The rarer ones are written in Python.
    NativeFn { name: "b16decode", call: |ctx, args| more(ctx, "b16decode", args) },
    NativeFn { name: "b32encode", call: |ctx, args| more(ctx, "b32encode", args) },
    NativeFn { name: "b32decode", call: |ctx, args| more(ctx, "b32decode", args) },
    NativeFn { name: "b85encode", call: |ctx, args| more(ctx, "b85encode", args) },
];

fn more(ctx: &mut Ctx, name: &str, args: Args) -> PyResult<Value> {
    let module = ctx.import_module("base64_more")?;
    let function = ctx.get_attr(&module, name)?;
    ctx.call(&function, args)
}

/// The module `base64`.
pub(super) fn base64_module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("base64", BASE64.iter().map(|f| (f.name, Value::Native(f))))
}

fn encode(ctx: &mut Ctx, args: Args, name: &str, engine: &GeneralPurpose) -> PyResult<Value> {
    let [data] = args.exactly(name)?;
    let data = Bytes::expect(&data)?;
    ctx.burn(data.len() as u64 / 4)?;
    let _charge = ctx.charge(data.len().saturating_mul(2))?;
    ctx.bytes(engine.encode(&*data).into_bytes())
}

fn decode(ctx: &mut Ctx, args: Args, name: &str, engine: &GeneralPurpose) -> PyResult<Value> {
    let [data, _, strict] = args.bind(name, ["s", "altchars", "validate"], 1)?;
    let data = data.unwrap_or(Value::None);
    let mut text = match &data {
        Value::Str(text) if text.is_ascii() => text.as_bytes().to_vec(),
        Value::Str(_) => {
            return Err(Fault::value_error("string argument should contain only ASCII characters"));
        }
        other => Bytes::expect(other)
            .map_err(|_| {
                let name = other.type_name();
                Fault::type_error(format!(
                    "argument should be a bytes-like object or ASCII string, not '{name}'"
                ))
            })?
            .to_vec(),
    };
    ctx.burn(text.len() as u64 / 4)?;
    let _charge = ctx.charge(text.len().saturating_mul(2))?;
    let strict = strict.map_or(Ok(false), |strict| ctx.truthy(&strict))?;
    if !strict {
        // What is not of the alphabet is passed over.
        text.retain(|byte| byte.is_ascii_alphanumeric() || b"+/-_=".contains(byte));
        // So is what follows the padding.
        if let Some(end) = text.iter().position(|byte| *byte == b'=') {
            let whole = end.div_ceil(4) * 4;
            text.truncate(whole.max(end + 1));
        }
    }
    let letters = text.iter().filter(|byte| **byte != b'=').count();
    if letters % 4 == 1 {
        return Err(binascii(format!(
            "Invalid base64-encoded string: number of data characters ({letters}) cannot be 1 more than a multiple of 4"
        )));
    }
    match engine.decode(&text) {
        Ok(data) => ctx.bytes(data),
        Err(base64::DecodeError::InvalidByte(..)) => Err(binascii("Only base64 data is allowed".to_owned())),
        Err(_) => Err(binascii("Incorrect padding".to_owned())),
    }
}

/// `binascii.Error`.
fn binascii(message: String) -> Fault {
    Fault::new(ExcKind::Error, message)
}

fn hexadecimal(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [data] = args.exactly("b16encode")?;
    let data = Bytes::expect(&data)?;
    ctx.burn(data.len() as u64 / 4)?;
    let _charge = ctx.charge(data.len().saturating_mul(2))?;
    let digits: String = data.iter().map(|byte| format!("{byte:02X}")).collect();
    ctx.bytes(digits.into_bytes())
}
