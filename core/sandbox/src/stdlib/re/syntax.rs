//! From Python's regular expressions to the engine's.

use super::class::{Escape, Scanner, literal};

/// `re.IGNORECASE` and its kin, with CPython's numbers.
pub(super) mod flag {
    pub const IGNORECASE: i64 = 2;
    pub const LOCALE: i64 = 4;
    pub const MULTILINE: i64 = 8;
    pub const DOTALL: i64 = 16;
    pub const UNICODE: i64 = 32;
    pub const VERBOSE: i64 = 64;
    pub const ASCII: i64 = 256;
}

/// Longest pattern, in characters.
const MAX_LENGTH: usize = 16 << 10;
/// Sum of the parts of a pattern, each times the repeats around it: what compiling costs.
const MAX_WEIGHT: u64 = 50_000;

/// A pattern in the engine's syntax.
pub(super) struct Translated {
    /// The source; [`END`] stands for `$`.
    pub source: String,
    pub flags: i64,
    /// Number of capturing groups.
    pub groups: usize,
    /// Names of groups with their numbers.
    pub names: Vec<(String, usize)>,
    /// Numbers of the groups in the order in which they close.
    pub closing: Vec<usize>,
    /// What compiling costs.
    pub weight: u64,
    /// Parts times repeats, whatever the parts.
    pub size: u64,
    /// Whether it needs backtracking: references, lookaround and the like.
    pub hard: bool,
    /// Whether `$` is in it.
    pub ends: bool,
}

/// Stands for `$` in [`Translated::source`], which depends on how the text ends.
pub(super) const END: char = '\u{10ffff}';

/// What is wrong with a pattern, and where.
#[derive(Debug)]
pub(super) struct Problem {
    pub message: String,
    pub position: usize,
}

pub(super) fn problem<T>(message: impl Into<String>, position: usize) -> Result<T, Problem> {
    Err(Problem { message: message.into(), position })
}

/// The cost of a part.
#[derive(Clone, Copy, Default)]
pub(super) struct Cost {
    pub weight: u64,
    pub size: u64,
}

impl Cost {
    fn add(&mut self, other: Self) {
        self.weight = self.weight.saturating_add(other.weight);
        self.size = self.size.saturating_add(other.size);
    }

    fn times(self, n: u64) -> Self {
        Self { weight: self.weight.saturating_mul(n), size: self.size.saturating_mul(n) }
    }
}

/// What a quantifier would repeat.
pub(super) enum Last {
    Nothing,
    Part(Cost),
    Repeat,
}

/// An open group.
pub(super) struct Open {
    pub position: usize,
    pub number: Option<usize>,
    /// Flags outside the group.
    pub flags: i64,
    /// Cost of what came before it in the enclosing group.
    pub outer: Cost,
}

/// A translation under way.
pub(super) struct Translator<'p> {
    pub scanner: Scanner<'p>,
    pub out: Translated,
    pub flags: i64,
    pub open: Vec<Open>,
    pub cost: Cost,
    pub last: Last,
}

/// Translates a pattern.
pub(super) fn translate(pattern: &[char], flags: i64) -> Result<Translated, Problem> {
    if pattern.len() > MAX_LENGTH {
        return problem(format!("a pattern of more than {MAX_LENGTH} characters is refused here"), 0);
    }
    let out = Translated {
        source: String::with_capacity(pattern.len() + 16),
        flags,
        groups: 0,
        names: Vec::new(),
        closing: Vec::new(),
        weight: 0,
        size: 0,
        hard: false,
        ends: false,
    };
    let mut translator = Translator {
        scanner: Scanner { chars: pattern, at: 0 },
        out,
        flags,
        open: Vec::new(),
        cost: Cost::default(),
        last: Last::Nothing,
    };
    translator.run()?;
    Ok(translator.out)
}

impl Translator<'_> {
    fn run(&mut self) -> Result<(), Problem> {
        while let Some(c) = self.scanner.next() {
            let position = self.scanner.at - 1;
            match c {
                c if self.flags & flag::VERBOSE != 0 && matches!(c, ' ' | '\t'..='\r') => {}
                '#' if self.flags & flag::VERBOSE != 0 => {
                    while self.scanner.next().is_some_and(|c| c != '\n') {}
                }
                '(' => self.open_group(position)?,
                ')' => self.close_group(position)?,
                '|' => {
                    self.out.source.push('|');
                    self.last = Last::Nothing;
                }
                '^' => {
                    let multiline = self.flags & flag::MULTILINE != 0;
                    self.out.source.push_str(if multiline { "(?m:^)" } else { "^" });
                    self.last = Last::Nothing;
                }
                '$' => {
                    if self.flags & flag::MULTILINE != 0 {
                        self.out.source.push_str("(?m:$)");
                    } else {
                        self.out.source.push(END);
                        self.out.ends = true;
                    }
                    self.last = Last::Nothing;
                }
                '.' => {
                    let all = self.flags & flag::DOTALL != 0;
                    self.part(if all { "(?s:.)" } else { "." }, 10, position)?;
                }
                '[' => {
                    let ascii = self.flags & flag::ASCII != 0;
                    let (class, weight) = self.scanner.class(position, ascii)?;
                    self.part(&class, weight, position)?;
                }
                '\\' => self.escape(position)?,
                '*' | '+' | '?' => self.repeat(c, position)?,
                '{' => match self.scanner.bounds(position)? {
                    Some(bounds) => self.counted(bounds, position)?,
                    None => self.part(&literal('{'), 1, position)?,
                },
                c => self.part(&literal(c), 1, position)?,
            }
        }
        if let Some(open) = self.open.last() {
            return problem("missing ), unterminated subpattern", open.position);
        }
        self.out.flags |= self.flags;
        if self.out.flags & flag::IGNORECASE != 0 {
            self.out.source = format!("(?i:{})", self.out.source);
        }
        (self.out.weight, self.out.size) = (self.cost.weight, self.cost.size);
        Ok(())
    }

    fn part(&mut self, source: &str, weight: u64, position: usize) -> Result<(), Problem> {
        self.out.source.push_str(source);
        let cost = Cost { weight, size: 1 };
        self.pay(cost, position)?;
        self.last = Last::Part(cost);
        Ok(())
    }

    pub fn pay(&mut self, cost: Cost, position: usize) -> Result<(), Problem> {
        self.cost.add(cost);
        // What encloses it can only repeat it more often.
        if self.cost.weight > MAX_WEIGHT {
            return problem("this pattern is too large for the sandbox", position);
        }
        Ok(())
    }

    fn repeat(&mut self, c: char, position: usize) -> Result<(), Problem> {
        self.repeatable(position)?;
        self.out.source.push(c);
        self.greed();
        Ok(())
    }

    fn counted(&mut self, (least, most): (u64, Option<u64>), position: usize) -> Result<(), Problem> {
        let cost = self.repeatable(position)?;
        let more = most.unwrap_or(least).max(1) - 1;
        self.pay(cost.times(more), position)?;
        match most {
            Some(most) => self.out.source.push_str(&format!("{{{least},{most}}}")),
            None => self.out.source.push_str(&format!("{{{least},}}")),
        }
        self.greed();
        Ok(())
    }

    fn repeatable(&mut self, position: usize) -> Result<Cost, Problem> {
        match std::mem::replace(&mut self.last, Last::Repeat) {
            Last::Part(cost) => Ok(cost),
            Last::Nothing => problem("nothing to repeat", position),
            Last::Repeat => problem("multiple repeat", position),
        }
    }

    /// A `?` or `+` after a quantifier.
    fn greed(&mut self) {
        if let Some(mark @ ('?' | '+')) = self.scanner.peek() {
            self.out.hard |= mark == '+';
            self.out.source.push(mark);
            self.scanner.at += 1;
        }
    }

    fn escape(&mut self, position: usize) -> Result<(), Problem> {
        let ascii = self.flags & flag::ASCII != 0;
        match self.scanner.escape(position, ascii, false)? {
            Escape::Char(c) => self.part(&literal(c), 1, position),
            Escape::Category(source, weight) => self.part(source, weight, position),
            Escape::Anchor(source) => {
                self.out.source.push_str(source);
                self.last = Last::Nothing;
                Ok(())
            }
            Escape::Group(number) => self.reference(number, position + 1),
        }
    }

    pub fn reference(&mut self, number: usize, position: usize) -> Result<(), Problem> {
        if number > self.out.groups {
            return problem(format!("invalid group reference {number}"), position);
        }
        if self.open.iter().any(|open| open.number == Some(number)) {
            return problem("cannot refer to an open group", position.saturating_sub(1));
        }
        self.out.hard = true;
        self.part(&format!("(?:\\{number})"), 1, position)
    }
}
