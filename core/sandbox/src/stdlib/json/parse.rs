//! Reading JSON.

use num_bigint::BigInt;

use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Functions of the script that make the values.
#[derive(Default)]
pub(super) struct Hooks {
    pub object: Option<Value>,
    pub pairs: Option<Value>,
    pub float: Option<Value>,
    pub int: Option<Value>,
    pub constant: Option<Value>,
}

/// The value that a text begins with, and where it ends.
pub(super) fn parse(ctx: &mut Ctx, source: &str, whole: bool, hooks: &Hooks) -> PyResult<(Value, usize)> {
    let mut reader = Reader { source, at: 0, hooks };
    let value = reader.value(ctx)?;
    let end = reader.at;
    reader.space();
    if whole && reader.at < source.len() {
        return Err(reader.error("Extra data"));
    }
    Ok((value, end))
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
    hooks: &'s Hooks,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.source.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn error(&self, message: &str) -> Fault {
        let before = &self.source[..self.at.min(self.source.len())];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        let at = before.chars().count();
        Fault::new(ExcKind::JSONDecodeError, format!("{message}: line {line} column {column} (char {at})"))
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.source[self.at..].starts_with(word);
        self.at += if found { word.len() } else { 0 };
        found
    }

    fn value(&mut self, ctx: &mut Ctx) -> PyResult<Value> {
        ctx.burn(2)?;
        self.space();
        match self.peek() {
            Some(b'"') => {
                let text = self.string(ctx)?;
                ctx.str(text)
            }
            Some(b'[') => {
                ctx.enter()?;
                let list = self.list(ctx);
                ctx.leave();
                list
            }
            Some(b'{') => {
                ctx.enter()?;
                let dict = self.dict(ctx);
                ctx.leave();
                dict
            }
            Some(b'-' | b'0'..=b'9') if !self.source[self.at..].starts_with("-I") => self.number(ctx),
            _ => {
                for (word, value) in [
                    ("null", Value::None),
                    ("true", Value::Bool(true)),
                    ("false", Value::Bool(false)),
                    ("NaN", Value::Float(f64::NAN)),
                    ("Infinity", Value::Float(f64::INFINITY)),
                    ("-Infinity", Value::Float(f64::NEG_INFINITY)),
                ] {
                    if self.word(word) {
                        return match &self.hooks.constant {
                            Some(hook) if matches!(value, Value::Float(_)) => {
                                let word = ctx.str(word)?;
                                ctx.call_with(hook, vec![word])
                            }
                            _ => Ok(value),
                        };
                    }
                }
                Err(self.error("Expecting value"))
            }
        }
    }

    fn digits(&self, mut at: usize) -> usize {
        while self.source.as_bytes().get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    }

    fn number(&mut self, ctx: &mut Ctx) -> PyResult<Value> {
        let bytes = self.source.as_bytes();
        let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
        let start = self.at + usize::from(byte(self.at) == b'-');
        let mut end = if byte(start) == b'0' { start + 1 } else { self.digits(start) };
        if end == start {
            return Err(self.error("Expecting value"));
        }
        let mut whole = true;
        if byte(end) == b'.' && self.digits(end + 1) > end + 1 {
            end = self.digits(end + 1);
            whole = false;
        }
        if matches!(byte(end), b'e' | b'E') {
            let from = end + 1 + usize::from(matches!(byte(end + 1), b'+' | b'-'));
            if self.digits(from) > from {
                end = self.digits(from);
                whole = false;
            }
        }
        let text = &self.source[self.at..end];
        ctx.burn(text.len() as u64 / 8)?;
        self.at = end;
        let hook = if whole { &self.hooks.int } else { &self.hooks.float };
        if let Some(hook) = hook {
            let text = ctx.str(text)?;
            return ctx.call_with(hook, vec![text]);
        }
        if !whole {
            return Ok(Value::Float(text.parse().unwrap_or(f64::NAN)));
        }
        if let Ok(small) = text.parse() {
            return Ok(Value::Int(small));
        }
        if text.len() > 4300 {
            return Err(Fault::value_error("Exceeds the limit (4300 digits) for integer string conversion"));
        }
        ctx.burn((text.len() * text.len() / 256) as u64)?;
        ctx.integer(BigInt::parse_bytes(text.as_bytes(), 10).unwrap_or_default())
    }

    fn list(&mut self, ctx: &mut Ctx) -> PyResult<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.word("]") {
            return ctx.list(items);
        }
        loop {
            items.push(self.value(ctx)?);
            drop(ctx.charge(items.len() * size_of::<Value>())?);
            self.space();
            if self.word("]") {
                return ctx.list(items);
            }
            if !self.word(",") {
                return Err(self.error("Expecting ',' delimiter"));
            }
        }
    }

    fn dict(&mut self, ctx: &mut Ctx) -> PyResult<Value> {
        self.at += 1;
        let mut dict = Dict::default();
        let mut pairs = Vec::new();
        self.space();
        if self.word("}") {
            return self.object(ctx, dict, pairs);
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(self.error("Expecting property name enclosed in double quotes"));
            }
            let name = self.string(ctx)?;
            let name = ctx.str(name)?;
            self.space();
            if !self.word(":") {
                return Err(self.error("Expecting ':' delimiter"));
            }
            let value = self.value(ctx)?;
            drop(ctx.charge(dict.len() * 64)?);
            if self.hooks.pairs.is_some() {
                drop(ctx.charge(pairs.len() * size_of::<Value>())?);
                pairs.push(ctx.tuple(vec![name, value])?);
            } else {
                dict.insert(Key::new(&name)?, value);
            }
            self.space();
            if self.word("}") {
                return self.object(ctx, dict, pairs);
            }
            if !self.word(",") {
                return Err(self.error("Expecting ',' delimiter"));
            }
        }
    }

    fn object(&self, ctx: &mut Ctx, dict: Dict, pairs: Vec<Value>) -> PyResult<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let pairs = ctx.list(pairs)?;
            return ctx.call_with(hook, vec![pairs]);
        }
        let dict = ctx.dict(dict)?;
        match &self.hooks.object {
            Some(hook) => ctx.call_with(hook, vec![dict]),
            None => Ok(dict),
        }
    }

    fn string(&mut self, ctx: &mut Ctx) -> PyResult<String> {
        let start = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.source[self.at..];
            let Some(end) = rest.find(|c: char| matches!(c, '"' | '\\') || c < ' ') else {
                self.at = start;
                return Err(self.error("Unterminated string starting at"));
            };
            ctx.burn(end as u64 / 8)?;
            out.push_str(&rest[..end]);
            self.at += end;
            match rest.as_bytes()[end] {
                b'"' => {
                    self.at += 1;
                    return Ok(out);
                }
                b'\\' => out.push(self.escape(start)?),
                _ => return Err(self.error("Invalid control character at")),
            }
        }
    }

    /// The character of an escape in the string that begins at `start`.
    fn escape(&mut self, start: usize) -> PyResult<char> {
        let backslash = self.at;
        self.at += 1;
        let Some(c) = self.peek() else {
            self.at = start;
            return Err(self.error("Unterminated string starting at"));
        };
        self.at += 1;
        Ok(match c {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let mut unit = self.unit()?;
                if (0xd800..0xdc00).contains(&unit) && self.word("\\u") {
                    let low = self.unit()?;
                    unit = 0x10000 + ((unit - 0xd800) << 10) + low.wrapping_sub(0xdc00);
                }
                char::from_u32(unit).unwrap_or('\u{fffd}')
            }
            _ => {
                self.at = backslash;
                return Err(self.error("Invalid \\escape"));
            }
        })
    }

    fn unit(&mut self) -> PyResult<u32> {
        let digits = self.source.get(self.at..self.at + 4);
        let unit = digits.and_then(|d| u32::from_str_radix(d, 16).ok());
        let unit = unit.ok_or_else(|| self.error("Invalid \\uXXXX escape"))?;
        self.at += 4;
        Ok(unit)
    }
}
