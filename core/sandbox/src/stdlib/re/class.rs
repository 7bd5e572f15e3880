//! Escapes, character classes and counts of regular expressions.

use super::syntax::{Problem, problem};

/// Reads a pattern.
pub(super) struct Scanner<'p> {
    pub chars: &'p [char],
    pub at: usize,
}

/// What a backslash stands for.
pub(super) enum Escape {
    Char(char),
    /// A class of characters, with the cost of compiling it.
    Category(&'static str, u64),
    Anchor(&'static str),
    /// A reference to a group.
    Group(usize),
}

/// A character as the engine writes it.
pub(super) fn literal(c: char) -> String {
    if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\x{{{:x}}}", u32::from(c)) }
}

/// One entry of a character class.
enum Entry {
    Char(char),
    Category(&'static str, u64),
}

impl Scanner<'_> {
    pub fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    pub fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    pub fn take(&mut self, text: &str) -> bool {
        let found = text.chars().enumerate().all(|(i, c)| self.chars.get(self.at + i) == Some(&c));
        if found {
            self.at += text.chars().count();
        }
        found
    }

    /// The text up to a mark, which is read too.
    pub fn until(&mut self, end: char, what: &str) -> Result<String, Problem> {
        let start = self.at;
        let mut text = String::new();
        loop {
            match self.next() {
                Some(c) if c == end => break,
                Some(c) => text.push(c),
                None if text.is_empty() => return problem(format!("missing {what}"), start),
                None => return problem(format!("missing {end}, unterminated name"), start),
            }
        }
        if text.is_empty() { problem(format!("missing {what}"), start) } else { Ok(text) }
    }

    /// The name of a group.
    pub fn name(&mut self, end: char, what: &str) -> Result<String, Problem> {
        let start = self.at;
        let name = self.until(end, what)?;
        let fits =
            |(i, c): (usize, char)| c == '_' || if i == 0 { c.is_alphabetic() } else { c.is_alphanumeric() };
        if name.chars().enumerate().all(fits) {
            Ok(name)
        } else {
            problem(format!("bad character in group name '{name}'"), start)
        }
    }

    fn digits(&mut self, most: usize, radix: u32) -> String {
        let mut digits = String::new();
        while digits.len() < most
            && let Some(c) = self.peek().filter(|c| c.is_digit(radix))
        {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    /// What follows `{`, if that makes it a count of repeats.
    pub fn bounds(&mut self, position: usize) -> Result<Option<(u64, Option<u64>)>, Problem> {
        let start = self.at;
        if self.peek() == Some('}') {
            return Ok(None);
        }
        let least = self.digits(usize::MAX, 10);
        let most = if self.take(",") { Some(self.digits(usize::MAX, 10)) } else { None };
        if !self.take("}") {
            self.at = start;
            return Ok(None);
        }
        let number = |digits: &str| digits.parse().unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX));
        let least_number = if least.is_empty() { 0 } else { number(&least) };
        let most = match most {
            None => Some(least_number),
            Some(digits) if digits.is_empty() => None,
            Some(digits) => Some(number(&digits)),
        };
        if most.is_some_and(|most| most < least_number) {
            return problem("min repeat greater than max repeat", position + 1);
        }
        Ok(Some((least_number, most)))
    }

    /// Reads what follows a backslash at `position`.
    pub fn escape(&mut self, position: usize, ascii: bool, in_class: bool) -> Result<Escape, Problem> {
        let Some(c) = self.next() else { return problem("bad escape (end of pattern)", position) };
        let pick = |unicode: &'static str, plain: &'static str, weight| {
            Escape::Category(if ascii { plain } else { unicode }, weight)
        };
        Ok(match c {
            'd' => pick("\\d", "[0-9]", 20),
            'D' => pick("\\D", "[^0-9]", 30),
            // Python counts the four separators among the spaces, too.
            's' => pick("[\\s\\x{1c}-\\x{1f}]", "[\\t-\\r ]", 10),
            'S' => pick("[^\\s\\x{1c}-\\x{1f}]", "[^\\t-\\r ]", 20),
            'w' => pick("\\w", "[0-9A-Za-z_]", 100),
            'W' => pick("\\W", "[^0-9A-Za-z_]", 100),
            'b' if in_class => Escape::Char('\u{8}'),
            'b' => Escape::Anchor("\\b"),
            'B' if !in_class => Escape::Anchor("\\B"),
            'A' if !in_class => Escape::Anchor("^"),
            'Z' if !in_class => Escape::Anchor("\\z"),
            'a' => Escape::Char('\u{7}'),
            'f' => Escape::Char('\u{c}'),
            'n' => Escape::Char('\n'),
            'r' => Escape::Char('\r'),
            't' => Escape::Char('\t'),
            'v' => Escape::Char('\u{b}'),
            'x' => Escape::Char(self.hexadecimal(2, 'x', position)?),
            'u' => Escape::Char(self.hexadecimal(4, 'u', position)?),
            'U' => Escape::Char(self.hexadecimal(8, 'U', position)?),
            '0' => {
                let digits = self.digits(2, 8);
                Escape::Char(char::from(u8::from_str_radix(&format!("0{digits}"), 8).unwrap_or(0)))
            }
            '1'..='9' => {
                self.at -= 1;
                return self.number(position, in_class);
            }
            c if c.is_ascii_alphabetic() => return problem(format!("bad escape \\{c}"), position),
            c => Escape::Char(c),
        })
    }

    /// A backslash with digits: three octal ones are a character, others a group.
    fn number(&mut self, position: usize, in_class: bool) -> Result<Escape, Problem> {
        let start = self.at;
        let octal = self.digits(3, 8);
        if octal.len() == 3 {
            return match u8::from_str_radix(&octal, 8) {
                Ok(code) => Ok(Escape::Char(char::from(code))),
                Err(_) => problem(format!("octal escape value \\{octal} outside of range 0-0o377"), position),
            };
        }
        self.at = start;
        if in_class {
            let c = self.next().unwrap_or('?');
            return problem(format!("bad escape \\{c}"), position);
        }
        let digits = self.digits(2, 10);
        Ok(Escape::Group(digits.parse().unwrap_or(usize::MAX)))
    }

    fn hexadecimal(&mut self, count: usize, letter: char, position: usize) -> Result<char, Problem> {
        let digits = self.digits(count, 16);
        let code = u32::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == count);
        match code.and_then(char::from_u32) {
            Some(c) => Ok(c),
            None if digits.len() == count => problem(format!("bad escape \\{letter}{digits}"), position),
            None => problem(format!("incomplete escape \\{letter}{digits}"), position),
        }
    }

    /// A character class after its `[` at `position`, and the cost of compiling it.
    pub fn class(&mut self, position: usize, ascii: bool) -> Result<(String, u64), Problem> {
        let mut out = "[".to_owned();
        let mut weight = 3;
        if self.take("^") {
            out.push('^');
            weight += 12;
        }
        let first = self.at;
        loop {
            let start = self.at;
            let Some(c) = self.next() else { return problem("unterminated character set", position) };
            if c == ']' && start != first {
                break;
            }
            let low = self.entry(c, start, ascii)?;
            if self.peek() == Some('-') && self.chars.get(self.at + 1).is_some_and(|c| *c != ']') {
                self.at += 1;
                let from = self.at;
                let c = self.next().unwrap_or('-');
                let high = self.entry(c, from, ascii)?;
                let written: String = self.chars[start..self.at].iter().collect();
                match (low, high) {
                    (Entry::Char(low), Entry::Char(high)) if low <= high => {
                        out.push_str(&format!("{}-{}", literal(low), literal(high)));
                    }
                    _ => return problem(format!("bad character range {written}"), start),
                }
            } else {
                match low {
                    Entry::Char(c) => out.push_str(&literal(c)),
                    Entry::Category(source, more) => {
                        out.push_str(source);
                        weight += more;
                    }
                }
            }
            weight += 1;
        }
        out.push(']');
        Ok((out, weight))
    }

    fn entry(&mut self, c: char, position: usize, ascii: bool) -> Result<Entry, Problem> {
        if c != '\\' {
            return Ok(Entry::Char(c));
        }
        match self.escape(position, ascii, true)? {
            Escape::Char(c) => Ok(Entry::Char(c)),
            Escape::Category(source, weight) => Ok(Entry::Category(source, weight)),
            Escape::Anchor(_) | Escape::Group(_) => problem("bad escape in a character set", position),
        }
    }
}
