//! Replacements such as `r'\2-\g<name>'`.

use super::class::Scanner;
use super::syntax::{Problem, problem};

/// A part of a replacement.
pub(super) enum Piece {
    Text(String),
    Group(usize),
}

/// Takes a replacement apart.
pub(super) fn parse(
    template: &str,
    groups: usize,
    names: &[(String, usize)],
) -> Result<Vec<Piece>, ParseError> {
    if !template.contains('\\') {
        return Ok(vec![Piece::Text(template.to_owned())]);
    }
    let chars: Vec<char> = template.chars().collect();
    let mut scanner = Scanner { chars: &chars, at: 0 };
    let mut pieces = Vec::new();
    let mut text = String::new();
    while let Some(c) = scanner.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        let position = scanner.at - 1;
        match escape(&mut scanner, position, groups, names)? {
            Piece::Text(more) => text.push_str(&more),
            group => {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
                pieces.push(group);
            }
        }
    }
    pieces.push(Piece::Text(text));
    Ok(pieces)
}

/// Why a replacement is refused.
pub(super) enum ParseError {
    Problem(Problem),
    /// `\g<name>` of no group, which is an `IndexError`.
    UnknownName(String),
}

impl From<Problem> for ParseError {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

fn escape(
    scanner: &mut Scanner<'_>,
    position: usize,
    groups: usize,
    names: &[(String, usize)],
) -> Result<Piece, ParseError> {
    let Some(c) = scanner.next() else { return Ok(problem("bad escape (end of pattern)", position)?) };
    let group = |number: usize, at: usize| {
        if number <= groups {
            Ok(Piece::Group(number))
        } else {
            problem(format!("invalid group reference {number}"), at)
        }
    };
    let plain = match c {
        'g' => {
            if !scanner.take("<") {
                return Ok(problem("missing <", scanner.at)?);
            }
            let at = scanner.at;
            let name = scanner.until('>', "group name")?;
            if let Ok(number) = name.parse() {
                return Ok(group(number, at)?);
            }
            return match names.iter().find(|(known, _)| *known == name) {
                Some((_, number)) => Ok(Piece::Group(*number)),
                None => Err(ParseError::UnknownName(name)),
            };
        }
        '0' => {
            let mut code = 0;
            for _ in 0..2 {
                if let Some(digit) = scanner.peek().and_then(|c| c.to_digit(8)) {
                    code = code * 8 + digit;
                    scanner.at += 1;
                }
            }
            char::from_u32(code).unwrap_or('\0')
        }
        '1'..='9' => {
            let mut digits = c.to_string();
            if let Some(more) = scanner.peek().filter(char::is_ascii_digit) {
                digits.push(more);
                scanner.at += 1;
                let third = scanner.peek().filter(|c| c.is_digit(8));
                if let Some(third) = third
                    && digits.chars().all(|c| c.is_digit(8))
                {
                    scanner.at += 1;
                    digits.push(third);
                    let code = u32::from_str_radix(&digits, 8).unwrap_or(0);
                    if code > 0o377 {
                        let message = format!("octal escape value \\{digits} outside of range 0-0o377");
                        return Ok(problem(message, position)?);
                    }
                    return Ok(Piece::Text(char::from_u32(code).unwrap_or('\0').to_string()));
                }
            }
            return Ok(group(digits.parse().unwrap_or(usize::MAX), position + 1)?);
        }
        'a' => '\u{7}',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\u{b}',
        '\\' => '\\',
        c if c.is_ascii_alphabetic() => return Ok(problem(format!("bad escape \\{c}"), position)?),
        c => return Ok(Piece::Text(format!("\\{c}"))),
    };
    Ok(Piece::Text(plain.to_string()))
}
