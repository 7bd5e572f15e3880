//! Reading formulas: tokens, groups and scripts.

use super::face::measure;
use super::piece::{Letter, Node, Piece};
use super::scripts;
use super::symbols::{self, Class};
use crate::Typeface;

/// Groups in groups that are read; more is an error.
const DEPTH: usize = 60;
/// Letters of the display typeface are the small ones in this size.
const DISPLAY: f64 = std::f64::consts::SQRT_2;

/// The fonts of formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Letters slanted, the rest upright.
    Normal,
    Upright,
    Italic,
    Bold,
    BoldItalic,
    Mono,
    /// Letters with double strokes.
    Double,
}

impl Style {
    /// The style of `\mathNAME` and `\NAME`.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "rm" | "default" | "regular" | "sf" => Self::Upright,
            "normal" => Self::Normal,
            // There are no script and no Gothic letters: the slanted ones stand in.
            "it" | "cal" | "scr" | "frak" => Self::Italic,
            "bf" => Self::Bold,
            "bfit" => Self::BoldItalic,
            "tt" => Self::Mono,
            "bb" => Self::Double,
            _ => return None,
        })
    }

    fn face(self, character: char) -> Typeface {
        let greek_capital = ('\u{391}'..='\u{3a9}').contains(&character);
        match self {
            Self::Normal if character.is_alphabetic() && !greek_capital => Typeface::Oblique,
            Self::Italic => Typeface::Oblique,
            Self::Bold => Typeface::Bold,
            Self::BoldItalic => Typeface::BoldOblique,
            Self::Mono => Typeface::Mono,
            Self::Normal | Self::Upright | Self::Double => Typeface::Sans,
        }
    }
}

/// The reader's place and state.
pub(super) struct Reader {
    pub chars: Vec<char>,
    pub at: usize,
    pub style: Style,
    pub size: f64,
    pub depth: usize,
    /// A function name or operator waits for its scripts and wants space after them.
    pub space_after: bool,
}

/// Sets a text whose formulas stand between dollar signs.
pub(super) fn set(text: &str, size: f64) -> Result<Piece, String> {
    let mut nodes = Vec::new();
    let mut part = String::new();
    let mut math = false;
    let mut chars = text.chars().peekable();
    loop {
        let next = chars.next();
        match next {
            Some('\\') if chars.peek() == Some(&'$') => {
                chars.next();
                part.push_str(if math { "\\$" } else { "$" });
            }
            Some('$') | None => {
                let text: Vec<char> = std::mem::take(&mut part).chars().collect();
                nodes.push(Node::Piece(if math { formula(text, size)? } else { plain(&text, size) }));
                math = !math;
                if next.is_none() {
                    break;
                }
            }
            Some(other) => part.push(other),
        }
    }
    Ok(Piece::row(&nodes))
}

fn plain(text: &[char], size: f64) -> Piece {
    let letters = text.iter().filter_map(|c| letter(*c, Typeface::Sans, size)).map(Node::Letter);
    Piece::row(&letters.collect::<Vec<_>>())
}

pub(super) fn letter(character: char, face: Typeface, size: f64) -> Option<Letter> {
    // What a typeface lacks comes from the upright one, or else is a sign that says so.
    let (face, character, measures) =
        [(face, character), (Typeface::Sans, character), (Typeface::Sans, '\u{a4}')]
            .into_iter()
            .find_map(|(face, character)| Some((face, character, measure(face, character)?)))?;
    Some(Letter { face, character, size, measures, integral: false, over: false })
}

fn formula(chars: Vec<char>, size: f64) -> Result<Piece, String> {
    let mut reader = Reader { chars, at: 0, style: Style::Normal, size, depth: 0, space_after: false };
    let nodes = reader.nodes(None)?;
    if nodes.is_empty() && reader.at < reader.chars.len() {
        return Err(reader.error("Expected end of text"));
    }
    Ok(Piece::row(&nodes))
}

impl Reader {
    /// The message that something is wrong here, with the formula and an arrow below the place.
    pub fn error(&self, what: &str) -> String {
        let text: String = self.chars.iter().collect();
        let place = " ".repeat(self.at.min(1000));
        format!("\n{text}\n{place}^\nParseException: {what}, found at char {}", self.at)
    }

    /// Enters a level of groups or commands in each other.
    pub fn enter(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEPTH { Err("formula is nested too deeply".to_owned()) } else { Ok(()) }
    }

    pub fn skip_spaces(&mut self) {
        while self.chars.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
    }

    /// The next sign that is not a space.
    pub fn peek(&mut self) -> Option<char> {
        self.skip_spaces();
        self.chars.get(self.at).copied()
    }

    /// The name of the command that starts here, which is letters or one other sign.
    pub fn command(&self) -> Option<String> {
        if self.chars.get(self.at) != Some(&'\\') {
            return None;
        }
        let rest = self.chars.get(self.at + 1..)?;
        let letters: String = rest.iter().take_while(|c| c.is_ascii_alphabetic()).collect();
        if letters.is_empty() { rest.first().map(char::to_string) } else { Some(letters) }
    }

    /// Goes over a command.
    pub fn skip_command(&mut self, name: &str) {
        self.at += 1 + name.chars().count();
    }

    /// Nodes up to a closing sign (`}` or `]`), to `\right` or `\middle`, or to the end.
    pub fn nodes(&mut self, close: Option<char>) -> Result<Vec<Node>, String> {
        self.enter()?;
        let mut nodes = Vec::new();
        loop {
            match self.peek() {
                None if close.is_some_and(|close| close != '\\') => {
                    return Err(self.error(&format!("Expected '{}'", close.unwrap_or('}'))));
                }
                None => break,
                Some(sign) if Some(sign) == close && sign != '\\' => {
                    self.at += 1;
                    break;
                }
                Some('}') => return Err(self.error("Expected end of text")),
                Some('\\') => {
                    let name = self.command().unwrap_or_default();
                    if close == Some('\\') && matches!(name.as_str(), "right" | "middle") {
                        break;
                    }
                    if let Some(style) = Style::named(&name) {
                        self.skip_command(&name);
                        self.style = style;
                        continue;
                    }
                    nodes.push(self.scripted()?);
                }
                Some(_) => nodes.push(self.scripted()?),
            }
        }
        self.depth -= 1;
        Ok(nodes)
    }

    /// A group in braces, with its own font.
    pub fn group(&mut self) -> Result<Piece, String> {
        if self.peek() != Some('{') {
            return Err(self.error("Expected '{'"));
        }
        self.at += 1;
        let style = self.style;
        let nodes = self.nodes(Some('}'))?;
        self.style = style;
        Ok(Piece::row(&nodes))
    }

    /// Something with its scripts and primes.
    fn scripted(&mut self) -> Result<Node, String> {
        let size = self.size;
        let (mut below, mut above) = (None, None);
        let nucleus = match self.peek() {
            Some('_' | '^' | '\'') => Node::Piece(Piece::blank(0.0, 0.0, 0.0)),
            _ => self.placeable()?,
        };
        if matches!(nucleus, Node::Space(_)) {
            return Ok(nucleus);
        }
        while let Some(sign @ ('_' | '^')) = self.peek() {
            self.at += 1;
            let space_after = self.space_after;
            let script = self.placeable()?;
            self.space_after = space_after;
            let (place, name) =
                if sign == '_' { (&mut below, "subscript") } else { (&mut above, "superscript") };
            if place.replace(script).is_some() {
                return Err(format!("Double {name}"));
            }
        }
        let mut primes = Vec::new();
        while self.peek() == Some('\'') {
            self.at += 1;
            primes.extend(letter('\u{2032}', Typeface::Sans, size).map(Node::Letter));
        }
        if !primes.is_empty() {
            let mut row: Vec<Node> = above.take().into_iter().collect();
            row.append(&mut primes);
            above = Some(Node::Piece(Piece::row(&row)));
        }
        if below.is_none() && above.is_none() {
            return Ok(nucleus);
        }
        let scripted = scripts::attach(nucleus, below, above, size);
        if std::mem::take(&mut self.space_after) {
            return Ok(Node::Piece(Piece::row(&[Node::Piece(scripted), self.space(1.0 / 6.0)])));
        }
        Ok(Node::Piece(scripted))
    }

    /// A share of an em, which is the width of a slanted m.
    pub fn space(&self, share: f64) -> Node {
        let em = measure(Typeface::Oblique, 'm').map_or(1.0, |measures| measures.advance);
        Node::Space(em * self.size * share)
    }

    /// One thing that scripts can hang on.
    pub fn placeable(&mut self) -> Result<Node, String> {
        match self.peek() {
            None => Err(self.error("Expected a token")),
            Some('{') => {
                let group = self.group()?;
                Ok(Node::Piece(Piece { over: false, ..group }))
            }
            Some('\\') => self.placeable_command(),
            Some('~') => {
                self.at += 1;
                Ok(self.space(1.0 / 3.0))
            }
            Some(sign @ ('#' | '"' | '`' | '^' | '_' | '}' | '$' | '%')) => {
                Err(self.error(&format!("Expected a token, not '{sign}'")))
            }
            Some(sign) => {
                let start = self.at;
                self.at += 1;
                Ok(self.symbol(sign, symbols::class_of(sign), start))
            }
        }
    }

    /// A sign with the space that its kind has around it; `start` is where it was read.
    pub fn symbol(&mut self, sign: char, class: Class, start: usize) -> Node {
        let sign = if sign == '-' { '\u{2212}' } else { sign };
        let display = matches!(class, Class::Over | Class::Integral);
        let character = if self.style == Style::Double { doubled(sign) } else { sign };
        let face = if display { Typeface::Sans } else { self.style.face(character) };
        let size = if display { self.size * DISPLAY } else { self.size };
        let Some(mut letter) = letter(character, face, size) else { return Node::Space(0.0) };
        letter.integral = class == Class::Integral;
        letter.over = class == Class::Over;
        let before = self.chars[..start.min(self.chars.len())].iter().rev().find(|c| **c != ' ').copied();
        let letter = Node::Letter(letter);
        let row = |nodes: &[Node]| Node::Piece(Piece { last: None, ..Piece::row(nodes) });
        match class {
            Class::Binary | Class::Relation => {
                let first = before.is_none_or(|c| "{([<=>:".contains(c));
                if self.space_after || class == Class::Binary && first {
                    return letter;
                }
                let space = self.space(0.2);
                row(&[space.clone(), letter, space])
            }
            _ if matches!(sign, ',' | ';' | '.' | '!') => {
                let after = self.peek();
                let bare = match sign {
                    ',' => before == Some('{') && after == Some('}'),
                    '.' => [before, after].iter().all(|c| c.is_some_and(|c| c.is_ascii_digit())),
                    _ => false,
                };
                if bare { letter } else { row(&[letter, self.space(0.2)]) }
            }
            _ => letter,
        }
    }
}

/// The letter with double strokes.
fn doubled(letter: char) -> char {
    let shifted = |first: u32, start: char| char::from_u32(first + u32::from(letter) - u32::from(start));
    match letter {
        'C' => '\u{2102}',
        'H' => '\u{210d}',
        'N' => '\u{2115}',
        'P' => '\u{2119}',
        'Q' => '\u{211a}',
        'R' => '\u{211d}',
        'Z' => '\u{2124}',
        'A'..='Z' => shifted(0x1d538, 'A').unwrap_or(letter),
        'a'..='z' => shifted(0x1d552, 'a').unwrap_or(letter),
        '0'..='9' => shifted(0x1d7d8, '0').unwrap_or(letter),
        other => other,
    }
}
