//! `re.Match`.

use std::rc::Rc;

use super::pattern::Pattern;
use super::program::Spans;
use super::template;
use crate::builtins::text;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{Host, NativeType};
use crate::eval::text::Str;
use crate::eval::value::Value;

/// A match.
pub(super) struct Match {
    /// The pattern object.
    pub pattern: Value,
    pub text: Rc<Str>,
    pub spans: Spans,
    /// Where the search began and ended, in bytes.
    pub bounds: (usize, usize),
    #[allow(dead_code)] // held for its drop
    pub charge: Charge,
}

pub(super) static MATCH: NativeType = NativeType {
    name: "Match",
    call: None,
    is_instance: |value| value.host::<Match>().is_some(),
    attrs: &[],
};

const METHODS: &[&str] = &["group", "groups", "groupdict", "start", "end", "span", "expand"];

/// The number of characters before a byte position.
pub(super) fn characters(text: &Str, byte: usize) -> i64 {
    if text.is_ascii() {
        return byte as i64;
    }
    text.get(..byte).map_or(byte, |head| head.chars().count()) as i64
}

impl Match {
    fn pattern(&self) -> PyResult<&Pattern> {
        self.pattern.host().ok_or_else(|| Fault::type_error("a match without a pattern"))
    }

    /// The text of a group; `None` if it took no part.
    fn part(&self, group: usize) -> Option<&str> {
        let (start, end) = self.spans.get(group).copied().flatten()?;
        self.text.get(start..end)
    }

    fn value(&self, ctx: &mut Ctx, group: usize, default: &Value) -> PyResult<Value> {
        match self.part(group) {
            Some(part) => {
                ctx.burn(part.len() as u64 / 16 + 1)?;
                ctx.str(part)
            }
            None => Ok(default.clone()),
        }
    }

    /// The number of the group that an argument means.
    fn group_of(&self, key: &Value) -> PyResult<usize> {
        let number = match key {
            Value::Str(name) => self.pattern()?.number_of(name),
            other => other.as_i64().and_then(|n| usize::try_from(n).ok()),
        };
        number
            .filter(|n| *n < self.spans.len())
            .ok_or_else(|| Fault::new(ExcKind::IndexError, "no such group"))
    }

    fn span(&self, ctx: &mut Ctx, args: Args, name: &str) -> PyResult<(i64, i64)> {
        let [group] = args.between(name, 0)?;
        let group = group.map_or(Ok(0), |group| self.group_of(&group))?;
        let Some((start, end)) = self.spans[group] else { return Ok((-1, -1)) };
        if !self.text.is_ascii() {
            ctx.burn(end as u64 / 8)?;
        }
        Ok((characters(&self.text, start), characters(&self.text, end)))
    }

    /// The replacement for this match.
    pub fn expand(&self, ctx: &mut Ctx, pieces: &[template::Piece], out: &mut String) -> PyResult<()> {
        for piece in pieces {
            let part = match piece {
                template::Piece::Text(text) => text,
                template::Piece::Group(group) => self.part(*group).unwrap_or_default(),
            };
            ctx.burn(part.len() as u64 / 16)?;
            out.push_str(part);
        }
        Ok(())
    }

    /// The group that closed last.
    fn last(&self) -> PyResult<Option<usize>> {
        let closing = &self.pattern()?.program.translated.closing;
        Ok(closing.iter().rev().find(|group| self.spans[**group].is_some()).copied())
    }
}

impl Host for Match {
    fn type_name(&self) -> &'static str {
        "re.Match"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&MATCH)
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(Some(match name {
            "string" => Value::Str(self.text.clone()),
            "re" => self.pattern.clone(),
            "pos" => Value::Int(characters(&self.text, self.bounds.0)),
            "endpos" => Value::Int(characters(&self.text, self.bounds.1)),
            "lastindex" => self.last()?.map_or(Value::None, |group| Value::Int(group as i64)),
            "lastgroup" => {
                let last = self.last()?;
                let names = &self.pattern()?.program.translated.names;
                match names.iter().find(|(_, number)| Some(*number) == last) {
                    Some((name, _)) => ctx.str(name.clone())?,
                    None => Value::None,
                }
            }
            _ => return Ok(None),
        }))
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "group" => {
                args.no_keywords("group")?;
                match &args.positional[..] {
                    [] => self.value(ctx, 0, &Value::None),
                    [group] => self.value(ctx, self.group_of(group)?, &Value::None),
                    several => {
                        let values = several.iter().map(|group| {
                            let group = self.group_of(group)?;
                            self.value(ctx, group, &Value::None)
                        });
                        let values = values.collect::<PyResult<_>>()?;
                        ctx.tuple(values)
                    }
                }
            }
            "groups" => {
                let [default] = args.bind("groups", ["default"], 0)?;
                let default = default.unwrap_or(Value::None);
                let values = (1..self.spans.len()).map(|group| self.value(ctx, group, &default));
                let values = values.collect::<PyResult<_>>()?;
                ctx.tuple(values)
            }
            "groupdict" => {
                let [default] = args.bind("groupdict", ["default"], 0)?;
                let default = default.unwrap_or(Value::None);
                let mut dict = Dict::default();
                for (name, group) in &self.pattern()?.program.translated.names {
                    let value = self.value(ctx, *group, &default)?;
                    dict.insert(Key::new(&ctx.str(name.clone())?)?, value);
                }
                ctx.dict(dict)
            }
            "start" => Ok(Value::Int(self.span(ctx, args, name)?.0)),
            "end" => Ok(Value::Int(self.span(ctx, args, name)?.1)),
            "span" => {
                let (start, end) = self.span(ctx, args, name)?;
                ctx.tuple(vec![Value::Int(start), Value::Int(end)])
            }
            "expand" => {
                let [template] = args.exactly("expand")?;
                let pieces = self.pattern()?.template(ctx, text(&template, "expand")?)?;
                let longest = pieces.len().saturating_mul(self.text.len()) + 64;
                let _charge = ctx.charge(longest)?;
                let mut out = String::new();
                self.expand(ctx, &pieces, &mut out)?;
                ctx.str(out)
            }
            _ => Err(Fault::no_attribute("re.Match", name)),
        }
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        self.value(ctx, self.group_of(key)?, &Value::None)
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        let (start, end) = self.span(ctx, Args::default(), "span")?;
        let whole = self.value(ctx, 0, &Value::None)?;
        let mut shown = ctx.repr(&whole)?;
        if shown.chars().count() > 50 {
            shown = shown.chars().take(50).collect();
        }
        Ok(format!("<re.Match object; span=({start}, {end}), match={shown}>"))
    }
}
