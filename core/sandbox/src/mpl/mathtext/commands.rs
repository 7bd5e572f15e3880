//! Commands of formulas: `\frac`, `\sqrt`, `\mathrm`, accents and names.

use super::construct;
use super::parser::{Reader, Style, letter};
use super::piece::{Node, Piece};
use super::scripts::RULE;
use super::symbols;
use crate::Typeface;

/// The widths of spaces in shares of an em.
fn space(name: &str) -> Option<f64> {
    Some(match name {
        "," | "thinspace" | "/" => 0.16667,
        ">" | ":" => 0.22222,
        ";" => 0.27778,
        " " => 0.33333,
        "enspace" => 0.5,
        "quad" => 1.0,
        "qquad" => 2.0,
        "!" => -0.16667,
        _ => return None,
    })
}

impl Reader {
    /// What a command makes.
    pub(super) fn placeable_command(&mut self) -> Result<Node, String> {
        self.enter()?;
        let made = self.make();
        self.depth -= 1;
        made
    }

    fn make(&mut self) -> Result<Node, String> {
        let start = self.at;
        let Some(name) = self.command() else { return Err(self.error("Expected a token")) };
        if let Some(share) = space(&name) {
            self.skip_command(&name);
            return Ok(self.space(share));
        }
        if let Some(style) = name.strip_prefix("math").and_then(Style::named) {
            self.skip_command(&name);
            let before = std::mem::replace(&mut self.style, style);
            let group = self.group();
            self.style = before;
            return Ok(Node::Piece(group?));
        }
        let size = self.size;
        match name.as_str() {
            "left" => return self.delimited(),
            "%" | "$" | "{" | "}" | "[" | "]" | "_" | "|" => {
                self.skip_command(&name);
                let sign = match name.as_str() {
                    "|" => '\u{2016}',
                    other => other.chars().next().unwrap_or(' '),
                };
                return Ok(self.symbol(sign, symbols::Class::Ordinary, start));
            }
            _ => {}
        }
        self.skip_command(&name);
        Ok(Node::Piece(match name.as_str() {
            "frac" | "dfrac" | "tfrac" => {
                let (above, below) = (self.group()?, self.group()?);
                construct::fraction(above, below, size, true, name == "dfrac")
            }
            "binom" => {
                let (above, below) = (self.group()?, self.group()?);
                self.enclosed('(', construct::fraction(above, below, size, false, false), ')')
            }
            "sqrt" => {
                let number = if self.peek() == Some('[') {
                    self.at += 1;
                    Some(Piece::row(&self.nodes(Some(']'))?))
                } else {
                    None
                };
                construct::root(&self.group()?, number, size)
            }
            "overline" => construct::overline(&self.group()?, size),
            "underline" => construct::underline(&self.group()?, size),
            "overset" | "underset" => {
                let (note, body) = (self.group()?.shrunk(), self.group()?);
                let (width, gap) = (note.width.max(body.width), 3.0 * RULE * size);
                if name == "overset" {
                    Piece::stack(&[(&note, gap), (&body, 0.0)], width)
                } else {
                    let mut stack = Piece::stack(&[(&body, gap), (&note, 0.0)], width);
                    stack.shift = body.depth + note.height + gap;
                    stack
                }
            }
            "phantom" => Piece { marks: Vec::new(), ..self.group()? },
            "text" => self.text()?,
            "operatorname" => {
                let before = std::mem::replace(&mut self.style, Style::Upright);
                let group = self.group();
                self.style = before;
                self.named(group?)
            }
            "boldsymbol" => {
                let before = std::mem::replace(&mut self.style, Style::BoldItalic);
                let group = self.group();
                self.style = before;
                group?
            }
            "hspace" => {
                let share =
                    self.text_in_braces()?.trim().parse::<f64>().ok().filter(|share| share.is_finite());
                let Some(share) = share else { return Err(self.error("Expected \\hspace{space}")) };
                return Ok(self.space(share.clamp(-1000.0, 1000.0)));
            }
            function if symbols::FUNCTIONS.contains(&function) => {
                let letters =
                    function.chars().filter_map(|c| letter(c, Typeface::Sans, size)).map(Node::Letter);
                let row = Piece::row(&letters.collect::<Vec<_>>());
                Piece { over: symbols::LIMITS.contains(&function), ..self.named(row) }
            }
            other => {
                let wide = symbols::wide_accent(other);
                if let Some(sign) = wide.or_else(|| symbols::accent(other)) {
                    let below = self.placeable()?;
                    construct::accent(sign, wide.is_some(), below, size).unwrap_or_default()
                } else if let Some((sign, class)) = symbols::symbol(other) {
                    return Ok(self.symbol(sign, class, start));
                } else {
                    self.at = start;
                    return Err(self.error(&format!("Unknown symbol: \\{other}")));
                }
            }
        }))
    }

    /// A function's name: space follows unless a delimiter or a script does.
    fn named(&mut self, name: Piece) -> Piece {
        let next = self.peek();
        let command = self.command().unwrap_or_default();
        let close = next.is_some_and(|c| "([<|/.)]>^_".contains(c))
            || matches!(command.as_str(), "{" | "}" | "|" | "lfloor" | "langle" | "lceil");
        self.space_after = matches!(next, Some('^' | '_'));
        if close {
            return name;
        }
        Piece { last: None, ..Piece::row(&[Node::Piece(name), self.space(0.16667)]) }
    }

    /// The text in braces that is not read as a formula.
    fn text_in_braces(&mut self) -> Result<String, String> {
        if self.peek() != Some('{') {
            return Err(self.error("Expected \\text{text}"));
        }
        let (mut text, mut depth) = (String::new(), 0);
        while let Some(c) = self.chars.get(self.at).copied() {
            self.at += 1;
            match c {
                '\\' => {
                    text.extend(self.chars.get(self.at));
                    self.at += 1;
                }
                '{' => depth += 1,
                '}' => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(text);
                    }
                }
                other => text.push(other),
            }
        }
        Err(self.error("Expected '}'"))
    }

    fn text(&mut self) -> Result<Piece, String> {
        let text = self.text_in_braces()?;
        let letters = text.chars().filter_map(|c| letter(c, Typeface::Sans, self.size)).map(Node::Letter);
        Ok(Piece::row(&letters.collect::<Vec<_>>()))
    }
}
