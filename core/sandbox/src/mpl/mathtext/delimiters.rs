//! `\left` and `\right`, whose signs grow with what is between them.

use super::construct::grown;
use super::parser::Reader;
use super::piece::{Node, Piece};
use super::symbols;

impl Reader {
    /// `\left( ... \right)`, with `\middle|` inside.
    pub(super) fn delimited(&mut self) -> Result<Node, String> {
        self.skip_command("left");
        let style = self.style;
        let first = self.delimiter()?;
        let mut parts = vec![Piece::row(&self.nodes(Some('\\'))?)];
        let mut signs = vec![first];
        loop {
            let name = self.command().unwrap_or_default();
            if name != "right" && name != "middle" {
                return Err(self.error("Expected '\\right'"));
            }
            self.skip_command(&name);
            signs.push(self.delimiter()?);
            if name == "right" {
                break;
            }
            parts.push(Piece::row(&self.nodes(Some('\\'))?));
        }
        self.style = style;
        let height = parts.iter().fold(0.0_f64, |height, part| height.max(part.height));
        let depth = parts.iter().fold(0.0_f64, |depth, part| depth.max(part.depth));
        let mut nodes = Vec::new();
        for (index, sign) in signs.into_iter().enumerate() {
            nodes.extend(sign.map(|sign| Node::Piece(grown(sign, height, depth, self.size))));
            nodes.extend(parts.get(index).cloned().map(Node::Piece));
        }
        Ok(Node::Piece(Piece { last: None, ..Piece::row(&nodes) }))
    }

    /// Something between two signs as tall as it.
    pub(super) fn enclosed(&self, open: char, body: Piece, close: char) -> Piece {
        let (height, depth) = (body.height, body.depth);
        let sign = |sign| Node::Piece(grown(sign, height, depth, self.size));
        Piece { last: None, ..Piece::row(&[sign(open), Node::Piece(body), sign(close)]) }
    }

    /// A delimiter; none for the dot.
    fn delimiter(&mut self) -> Result<Option<char>, String> {
        match self.peek() {
            Some('.') => {
                self.at += 1;
                Ok(None)
            }
            Some('<') => self.one('\u{27e8}'),
            Some('>') => self.one('\u{27e9}'),
            Some(sign @ ('(' | ')' | '[' | ']' | '|' | '/')) => self.one(sign),
            Some('\\') => {
                let name = self.command().unwrap_or_default();
                let sign = match name.as_str() {
                    "{" | "lbrace" | "leftbrace" => '{',
                    "}" | "rbrace" | "rightbrace" => '}',
                    "|" | "Vert" => '\u{2016}',
                    "vert" => '|',
                    "lbrack" => '[',
                    "rbrack" => ']',
                    "leftparen" | "lgroup" => '(',
                    "rightparen" | "rgroup" => ')',
                    other => match symbols::symbol(other) {
                        Some((sign, _)) => sign,
                        None => return Err(self.error("Expected a delimiter")),
                    },
                };
                self.skip_command(&name);
                Ok(Some(sign))
            }
            _ => Err(self.error("Expected a delimiter")),
        }
    }

    fn one(&mut self, sign: char) -> Result<Option<char>, String> {
        self.at += 1;
        Ok(Some(sign))
    }
}
