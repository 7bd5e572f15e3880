//! `re.Pattern`.

use std::rc::Rc;

use super::matching::Match;
use super::program::{Place, Program, Spans};
use super::subject::{Subject, limit, subject};
use super::template::{self, ParseError, Piece};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::{Host, NativeType};
use crate::eval::text::Str;
use crate::eval::value::Value;

/// A compiled pattern.
pub(super) struct Pattern {
    pub text: Rc<Str>,
    pub program: Program,
    #[allow(dead_code)] // held for its drop
    pub charge: Charge,
}

pub(super) static PATTERN: NativeType = NativeType {
    name: "Pattern",
    call: None,
    is_instance: |value| value.host::<Pattern>().is_some(),
    attrs: &[],
};

pub(super) const METHODS: &[&str] =
    &["match", "fullmatch", "search", "findall", "finditer", "sub", "subn", "split"];

impl Pattern {
    /// The number of a named group.
    pub fn number_of(&self, name: &str) -> Option<usize> {
        self.program.translated.names.iter().find(|(known, _)| known == name).map(|(_, number)| *number)
    }

    /// A replacement, taken apart.
    pub fn template(&self, ctx: &mut Ctx, source: &str) -> PyResult<Vec<Piece>> {
        ctx.burn(source.len() as u64)?;
        let _charge = ctx.charge(source.len().saturating_mul(16))?;
        let translated = &self.program.translated;
        match template::parse(source, translated.groups, &translated.names) {
            Ok(pieces) => Ok(pieces),
            Err(ParseError::Problem(problem)) => {
                Err(super::error(ctx, &problem.message, Some((source, problem.position)))?)
            }
            Err(ParseError::UnknownName(name)) => {
                Err(Fault::new(ExcKind::IndexError, format!("unknown group name '{name}'")))
            }
        }
    }

    fn matched(&self, ctx: &Ctx, this: &Value, subject: &Subject, spans: Spans) -> PyResult<Match> {
        let charge = ctx.charge(spans.len() * 24 + 160)?;
        let (text, bounds) = (subject.text.clone(), subject.bounds);
        Ok(Match { pattern: this.clone(), text, spans, bounds, charge })
    }

    /// All matches that do not overlap, at most `most`.
    fn all(&self, ctx: &mut Ctx, subject: &Subject, most: usize) -> PyResult<(Vec<Spans>, Charge)> {
        let (mut at, end) = subject.bounds;
        let text = &subject.text[..end];
        let charge = ctx.charge(0)?;
        let each = (self.program.translated.groups + 1) * 24 + 16;
        let mut found = Vec::new();
        while found.len() < most {
            let Some(spans) = self.program.find(ctx, text, at, Place::Anywhere)? else { break };
            charge.grow_to((found.len() + 1) * each)?;
            let Some((from, to)) = spans[0] else { break };
            found.push(spans);
            at = to;
            if from == to {
                match text[to..].chars().next() {
                    Some(c) => at += c.len_utf8(),
                    None => break,
                }
            }
        }
        Ok((found, charge))
    }

    fn find_all(&self, ctx: &mut Ctx, subject: &Subject) -> PyResult<Value> {
        let (found, _charge) = self.all(ctx, subject, usize::MAX)?;
        let mut values = Vec::with_capacity(found.len());
        let _list = ctx.charge(found.len() * size_of::<Value>())?;
        for spans in found {
            let part = |ctx: &Ctx, span: Option<(usize, usize)>| {
                ctx.str(span.and_then(|(from, to)| subject.text.get(from..to)).unwrap_or_default())
            };
            let value = match &spans[..] {
                [whole] => part(ctx, *whole)?,
                [_, only] => part(ctx, *only)?,
                [_, groups @ ..] => {
                    let groups = groups.iter().map(|span| part(ctx, *span)).collect::<PyResult<_>>()?;
                    ctx.tuple(groups)?
                }
                [] => continue,
            };
            values.push(value);
        }
        ctx.list(values)
    }

    fn substitute(
        &self,
        ctx: &mut Ctx,
        this: &Value,
        replacement: &Value,
        subject: &Subject,
        most: usize,
    ) -> PyResult<(Value, usize)> {
        let pieces = match replacement {
            Value::Str(source) => Some(self.template(ctx, source)?),
            _ => None,
        };
        let (found, _charge) = self.all(ctx, subject, most)?;
        let count = found.len();
        let charge = ctx.charge(0)?;
        let mut out = String::new();
        let mut copied = 0;
        // Parts of the result so far, as CPython's message counts them.
        let mut parts = 0;
        for spans in found {
            let Some((from, to)) = spans[0] else { continue };
            let matched = self.matched(ctx, this, subject, spans)?;
            charge.grow_to(out.len() + from - copied)?;
            out.push_str(&subject.text[copied..from]);
            parts += usize::from(from > copied);
            copied = to;
            match &pieces {
                Some(pieces) => {
                    // Each group of the replacement is at most the match.
                    let more = pieces.iter().fold(0usize, |sum, piece| match piece {
                        Piece::Text(text) => sum + text.len(),
                        Piece::Group(_) => sum.saturating_add(to - from),
                    });
                    charge.grow_to(out.len().saturating_add(more))?;
                    matched.expand(ctx, pieces, &mut out)?;
                }
                None => {
                    let value = ctx.call_with(replacement, vec![Value::from_host(matched)])?;
                    match &value {
                        Value::Str(text) => {
                            charge.grow_to(out.len() + text.len())?;
                            out.push_str(text);
                            parts += 1;
                        }
                        Value::None => {}
                        other => {
                            let name = other.type_name();
                            let message =
                                format!("sequence item {parts}: expected str instance, {name} found");
                            return Err(Fault::type_error(message));
                        }
                    }
                }
            }
        }
        charge.grow_to(out.len() + subject.text.len() - copied)?;
        out.push_str(&subject.text[copied..]);
        ctx.burn(out.len() as u64 / 8)?;
        Ok((ctx.str(out)?, count))
    }

    fn split(&self, ctx: &mut Ctx, subject: &Subject, most: usize) -> PyResult<Value> {
        let (found, _charge) = self.all(ctx, subject, most)?;
        let groups = self.program.translated.groups + 1;
        let _list = ctx.charge((found.len() + 1) * groups * size_of::<Value>())?;
        let mut parts = Vec::new();
        let mut at = 0;
        for spans in found {
            let Some((from, to)) = spans[0] else { continue };
            parts.push(ctx.str(&subject.text[at..from])?);
            for span in &spans[1..] {
                parts.push(match span {
                    Some((from, to)) => ctx.str(&subject.text[*from..*to])?,
                    None => Value::None,
                });
            }
            at = to;
        }
        parts.push(ctx.str(&subject.text[at..])?);
        ctx.list(parts)
    }
}

impl Host for Pattern {
    fn type_name(&self) -> &'static str {
        "re.Pattern"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&PATTERN)
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        let translated = &self.program.translated;
        Ok(Some(match name {
            "pattern" => Value::Str(self.text.clone()),
            "flags" => {
                let ascii = translated.flags & super::flag::ASCII != 0;
                Value::Int(translated.flags | if ascii { 0 } else { super::flag::UNICODE })
            }
            "groups" => Value::Int(translated.groups as i64),
            "groupindex" => {
                let mut dict = Dict::default();
                for (name, number) in &translated.names {
                    dict.insert(Key::new(&ctx.str(name.clone())?)?, Value::Int(*number as i64));
                }
                ctx.dict(dict)?
            }
            _ => return Ok(None),
        }))
    }

    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "match" | "fullmatch" | "search" => {
                let [string, pos, endpos] = args.bind(name, ["string", "pos", "endpos"], 1)?;
                let subject = subject(string, pos, endpos)?;
                let place = match name {
                    "match" => Place::Start,
                    "fullmatch" => Place::Whole,
                    _ => Place::Anywhere,
                };
                let (start, end) = subject.bounds;
                match self.program.find(ctx, &subject.text[..end], start, place)? {
                    Some(spans) => self.matched(ctx, this, &subject, spans).map(Value::from_host),
                    None => Ok(Value::None),
                }
            }
            "findall" => {
                let [string, pos, endpos] = args.bind(name, ["string", "pos", "endpos"], 1)?;
                self.find_all(ctx, &subject(string, pos, endpos)?)
            }
            "finditer" => {
                let [string, pos, endpos] = args.bind(name, ["string", "pos", "endpos"], 1)?;
                let subject = subject(string, pos, endpos)?;
                let (found, _charge) = self.all(ctx, &subject, usize::MAX)?;
                let matches = found
                    .into_iter()
                    .map(|spans| self.matched(ctx, this, &subject, spans).map(Value::from_host))
                    .collect::<PyResult<_>>()?;
                let matches = ctx.list(matches)?;
                ctx.iter(&matches)
            }
            "sub" | "subn" => {
                let [replacement, string, count] = args.bind(name, ["repl", "string", "count"], 2)?;
                let (most, subject) = (limit(count)?, subject(string, None, None)?);
                let replacement = replacement.unwrap_or(Value::None);
                let (text, count) = self.substitute(ctx, this, &replacement, &subject, most)?;
                if name == "sub" {
                    return Ok(text);
                }
                ctx.tuple(vec![text, Value::Int(count as i64)])
            }
            "split" => {
                let [string, most] = args.bind(name, ["string", "maxsplit"], 1)?;
                let most = limit(most)?;
                self.split(ctx, &subject(string, None, None)?, most)
            }
            _ => Err(Fault::no_attribute("re.Pattern", name)),
        }
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        let shown = ctx.repr(&Value::Str(self.text.clone()))?;
        let shown: String = shown.chars().take(200).collect();
        let names: Vec<&str> = super::FLAGS
            .iter()
            .filter(|(name, bit)| name.len() > 1 && self.program.translated.flags & bit != 0)
            .map(|(name, _)| *name)
            .filter(|name| *name != "UNICODE")
            .collect();
        if names.is_empty() {
            return Ok(format!("re.compile({shown})"));
        }
        Ok(format!("re.compile({shown}, re.{})", names.join("|re.")))
    }
}
