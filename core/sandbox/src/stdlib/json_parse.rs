//! Reading JSON.

use num_bigint::BigInt;

use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(super) fn parse(ctx: &mut Ctx, source: &str) -> PyResult<Value> {
    let mut reader = Reader { source, at: 0 };
    let value = reader.value(ctx)?;
    reader.space();
    if reader.at < source.len() {
        return Err(reader.error("Extra data"));
    }
    Ok(value)
}

struct Reader<'s> {
    source: &'s str,
    at: usize,
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
                        return Ok(value);
                    }
                }
                Err(self.error("Expecting value"))
            }
        }
    }

    fn number(&mut self, ctx: &mut Ctx) -> PyResult<Value> {
        let rest = &self.source[self.at..];
        let end =
            rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        let text = &rest[..end];
        let value = if text.contains(['.', 'e', 'E']) {
            text.parse().ok().map(Value::Float)
        } else if let Ok(small) = text.parse::<i64>() {
            Some(Value::Int(small))
        } else {
            ctx.burn((text.len() * text.len() / 256) as u64)?;
            match BigInt::parse_bytes(text.as_bytes(), 10).filter(|_| text.len() < 4300) {
                Some(number) => Some(ctx.integer(number)?),
                None => None,
            }
        };
        match value {
            Some(value) => {
                self.at += end;
                Ok(value)
            }
            None => Err(self.error("Expecting value")),
        }
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
        self.space();
        if self.word("}") {
            return ctx.dict(dict);
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
            dict.insert(Key::new(&name)?, value);
            self.space();
            if self.word("}") {
                return ctx.dict(dict);
            }
            if !self.word(",") {
                return Err(self.error("Expecting ',' delimiter"));
            }
        }
    }

    fn string(&mut self, ctx: &mut Ctx) -> PyResult<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.source[self.at..];
            let Some(end) = rest.find(['"', '\\', '\n']) else {
                return Err(self.error("Unterminated string starting at"));
            };
            ctx.burn(end as u64 / 8)?;
            out.push_str(&rest[..end]);
            self.at += end + 1;
            match rest.as_bytes()[end] {
                b'"' => return Ok(out),
                b'\n' => return Err(self.error("Invalid control character at")),
                _ => out.push(self.escape()?),
            }
        }
    }

    fn escape(&mut self) -> PyResult<char> {
        let Some(c) = self.peek() else { return Err(self.error("Unterminated string starting at")) };
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
                self.at -= 1;
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
