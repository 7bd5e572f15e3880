//! Compiled patterns, and what a search costs.
//!
//! The engine bounds what a search may backtrack by a number fixed at compile time. A search starts with
//! a small bound, pays for it, and starts again with a larger one if that was not enough: so it pays in
//! proportion to what it did, and a catastrophic pattern ends at the same place on every machine.

use std::cell::RefCell;
use std::rc::Rc;

use fancy_regex::{Error, Regex, RegexBuilder, RuntimeError};

use super::syntax::{END, Translated};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::heap::Charge;

/// Bounds of backtracking, tried in turn.
const BACKTRACKS: [usize; 3] = [1_000, 30_000, 1_000_000];
/// The engine's own bound counts bytes, which differ between 32 and 64 bits; [`Translated::weight`] is
/// bounded so that this is never met.
const ENGINE_BYTES: usize = 256 << 20;
/// What a compiled pattern holds at least, the tables that grow with its use included.
const PROGRAM_BYTES: usize = 192 << 10;

/// Where a match must lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Anywhere,
    Start,
    Whole,
}

/// Byte positions of the whole match and of the groups.
pub(super) type Spans = Box<[Option<(usize, usize)>]>;

/// One way in which a pattern was compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Variant {
    place: Place,
    /// The text ends in a line break, before which `$` matches too.
    newline: bool,
    /// The search begins within the text, where `^` does not match.
    within: bool,
    level: usize,
}

/// A pattern, compiled when it is first needed.
pub(super) struct Program {
    pub translated: Translated,
    variants: RefCell<Vec<(Variant, Rc<Regex>, Charge)>>,
}

impl Program {
    pub fn new(translated: Translated) -> Self {
        Self { translated, variants: RefCell::default() }
    }

    /// The first match in `text[from..]`.
    pub fn find(&self, ctx: &mut Ctx, text: &str, from: usize, place: Place) -> PyResult<Option<Spans>> {
        let newline = self.translated.ends && text.ends_with('\n');
        let within = from > 0 && place != Place::Anywhere;
        let hard = self.translated.hard || newline || within;
        let rest = (text.len() - from) as u64;
        // A step may look through the rest of the text.
        let slowness = 1 + rest / 8 + self.translated.size / 64;
        // The engine keeps a stack of what it may come back to.
        let stack = rest.saturating_mul(24).saturating_mul(self.translated.size + 1).min(32 << 20);
        let _stack = ctx.charge(if hard { stack as usize } else { 0 })?;
        ctx.burn(4 + rest / 8 * (1 + self.translated.weight / 512))?;
        for (level, backtracks) in BACKTRACKS.into_iter().enumerate() {
            if hard {
                ctx.burn(backtracks as u64 / 16 * slowness)?;
            }
            let regex = self.compiled(ctx, Variant { place, newline, within, level })?;
            let found = match regex.captures_from_pos(text, from) {
                Ok(found) => found,
                Err(Error::RuntimeError(RuntimeError::BacktrackLimitExceeded))
                    if level + 1 < BACKTRACKS.len() =>
                {
                    continue;
                }
                Err(_) => break,
            };
            let Some(found) = found else {
                ctx.burn(rest / 16)?;
                return Ok(None);
            };
            let groups = 0..=self.translated.groups;
            let spans: Spans = groups.map(|n| found.get(n).map(|m| (m.start(), m.end()))).collect();
            let end = found.get(0).map_or(0, |m| m.end());
            ctx.burn(end.saturating_sub(from) as u64 / 16)?;
            return Ok(Some(spans));
        }
        Err(super::error(ctx, "the pattern backtracks too often on this text: make it less ambiguous", None)?)
    }

    fn compiled(&self, ctx: &mut Ctx, variant: Variant) -> PyResult<Rc<Regex>> {
        let known = self.variants.borrow().iter().find(|(v, ..)| *v == variant).map(|(_, r, _)| r.clone());
        if let Some(regex) = known {
            return Ok(regex);
        }
        ctx.burn(10_000 + 50 * self.translated.weight)?;
        let charge = ctx.charge(PROGRAM_BYTES + 256 * self.translated.weight as usize)?;
        let end = if variant.newline { "(?=\\n?\\z)" } else { "\\z" };
        let body = self.translated.source.replace(END, end);
        let start = if variant.within { "\\G" } else { "^" };
        let source = match variant.place {
            Place::Anywhere => body,
            Place::Start => format!("{start}(?:{body})"),
            Place::Whole => format!("{start}(?:{body})\\z"),
        };
        let mut builder = RegexBuilder::new(&source);
        builder.backtrack_limit(BACKTRACKS[variant.level]).delegate_size_limit(ENGINE_BYTES);
        match builder.build() {
            Ok(regex) => {
                let regex = Rc::new(regex);
                self.variants.borrow_mut().push((variant, regex.clone(), charge));
                Ok(regex)
            }
            Err(Error::CompileError(fancy_regex::CompileError::LookBehindNotConst)) => {
                Err(super::error(ctx, "look-behind requires fixed-width pattern", None)?)
            }
            Err(_) => Err(super::error(ctx, "this pattern is not provided in this sandbox", None)?),
        }
    }

    /// Compiles once, so that an error shows at `re.compile`.
    pub fn check(&self, ctx: &mut Ctx, place: Place) -> PyResult<()> {
        self.compiled(ctx, Variant { place, newline: false, within: false, level: 0 }).map(drop)
    }
}
