//! Text as bytes and back.

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};

/// An encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// The same with a mark in front.
    Utf8Sig,
    Ascii,
    Latin1,
}

impl Encoding {
    fn named(name: &str) -> PyResult<Self> {
        let plain = name.to_ascii_lowercase().replace(['_', ' '], "-");
        Ok(match &*plain {
            "utf-8" | "utf8" | "u8" => Self::Utf8,
            "utf-8-sig" => Self::Utf8Sig,
            "ascii" | "us-ascii" => Self::Ascii,
            "latin-1" | "latin1" | "iso-8859-1" | "l1" => Self::Latin1,
            _ => {
                let name: String = name.chars().take(60).collect();
                return Err(Fault::new(ExcKind::LookupError, format!("unknown encoding: {name}")));
            }
        })
    }

    fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::Utf8Sig => "utf-8",
            Self::Ascii => "ascii",
            Self::Latin1 => "latin-1",
        }
    }

    fn limit(self) -> u32 {
        match self {
            Self::Utf8 | Self::Utf8Sig => u32::MAX,
            Self::Ascii => 0x80,
            Self::Latin1 => 0x100,
        }
    }
}

fn unknown_handler(errors: &str) -> Fault {
    let errors: String = errors.chars().take(60).collect();
    Fault::new(ExcKind::LookupError, format!("unknown error handler name '{errors}'"))
}

/// `text.encode(encoding, errors)`.
pub(crate) fn encode(ctx: &mut Ctx, text: &str, encoding: &str, errors: &str) -> PyResult<Vec<u8>> {
    let encoding = Encoding::named(encoding)?;
    ctx.burn(text.len() as u64 / 16 + 1)?;
    drop(ctx.charge(text.len().saturating_mul(2))?);
    if encoding.limit() == u32::MAX {
        let mut data = if encoding == Encoding::Utf8Sig { vec![0xef, 0xbb, 0xbf] } else { Vec::new() };
        data.extend_from_slice(text.as_bytes());
        return Ok(data);
    }
    let mut data = Vec::new();
    for (position, c) in text.chars().enumerate() {
        let code = u32::from(c);
        if code < encoding.limit() {
            data.push(code as u8);
            continue;
        }
        match errors {
            "ignore" => {}
            "replace" => data.push(b'?'),
            "xmlcharrefreplace" => data.extend(format!("&#{code};").into_bytes()),
            "backslashreplace" => data.extend(crate::eval::repr::ascii(&c.to_string()).into_bytes()),
            "strict" => {
                let shown = crate::eval::repr::ascii(&c.to_string());
                let message = format!(
                    "'{}' codec can't encode character '{shown}' in position {position}: ordinal not in range({})",
                    encoding.name(),
                    encoding.limit()
                );
                return Err(Fault::new(ExcKind::UnicodeEncodeError, message));
            }
            other => return Err(unknown_handler(other)),
        }
    }
    Ok(data)
}

/// `data.decode(encoding, errors)`.
pub(crate) fn decode(ctx: &mut Ctx, data: &[u8], encoding: &str, errors: &str) -> PyResult<String> {
    let encoding = Encoding::named(encoding)?;
    if !matches!(errors, "strict" | "ignore" | "replace" | "backslashreplace") {
        return Err(unknown_handler(errors));
    }
    ctx.burn(data.len() as u64 / 16 + 1)?;
    drop(ctx.charge(data.len().saturating_mul(4))?);
    let data = match encoding {
        Encoding::Utf8Sig => data.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(data),
        _ => data,
    };
    if encoding == Encoding::Latin1 {
        return Ok(data.iter().map(|byte| char::from(*byte)).collect());
    }
    let mut out = String::with_capacity(data.len());
    let mut rest = data;
    loop {
        let (valid, wrong, reason) = match encoding {
            Encoding::Ascii => {
                let end = rest.iter().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
                (end, 1, "ordinal not in range(128)")
            }
            _ => match std::str::from_utf8(rest) {
                Ok(_) => (rest.len(), 0, ""),
                Err(error) => match error.error_len() {
                    Some(length) => {
                        let start = matches!(rest[error.valid_up_to()], 0x80..=0xc1 | 0xf5..=0xff);
                        let reason = if start { "invalid start byte" } else { "invalid continuation byte" };
                        (error.valid_up_to(), length, reason)
                    }
                    None => {
                        let valid = error.valid_up_to();
                        (valid, rest.len() - valid, "unexpected end of data")
                    }
                },
            },
        };
        out.push_str(&String::from_utf8_lossy(&rest[..valid]));
        if valid == rest.len() {
            return Ok(out);
        }
        match errors {
            "ignore" => {}
            "replace" => out.push('\u{fffd}'),
            "backslashreplace" => {
                let wrong = &rest[valid..(valid + wrong).min(rest.len())];
                wrong.iter().for_each(|byte| out.push_str(&format!("\\x{byte:02x}")));
            }
            _ => {
                let position = data.len() - rest.len() + valid;
                let place = match wrong {
                    0 | 1 => format!("byte 0x{:02x} in position {position}", rest[valid]),
                    several => format!("bytes in position {position}-{}", position + several - 1),
                };
                let message = format!("'{}' codec can't decode {place}: {reason}", encoding.name());
                return Err(Fault::new(ExcKind::UnicodeDecodeError, message));
            }
        }
        ctx.burn(1)?;
        rest = &rest[(valid + wrong).min(rest.len())..];
    }
}
