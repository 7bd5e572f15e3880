//! Colours for Python source, while it is still being written.

/// What a piece of source is, for its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Names, operators, white space.
    Plain,
    /// Keywords and constants such as `None`.
    Keyword,
    /// A name that is called.
    Call,
    /// Strings, finished or not.
    Text,
    /// Numbers.
    Number,
    /// From `#` to the line's end.
    Comment,
}

impl Class {
    /// The CSS class.
    pub fn css(self) -> &'static str {
        match self {
            Class::Plain => "",
            Class::Keyword => "py-keyword",
            Class::Call => "py-call",
            Class::Text => "py-text",
            Class::Number => "py-number",
            Class::Comment => "py-comment",
        }
    }
}

const KEYWORDS: &[&str] = &[
    "False", "None", "True", "and", "as", "assert", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// Cuts source into classed pieces; together they are the source again. Never fails: text that is not
/// Python comes out plain.
pub fn highlight(source: &str) -> Vec<(Class, &str)> {
    let mut pieces: Vec<(Class, &str)> = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let (class, length) = if first == '#' {
            (Class::Comment, rest.find('\n').unwrap_or(rest.len()))
        } else if let Some(length) = string_length(rest) {
            (Class::Text, length)
        } else if first.is_ascii_digit() {
            (Class::Number, run(rest, |c| c.is_ascii_alphanumeric() || c == '.' || c == '_'))
        } else if first.is_alphabetic() || first == '_' {
            let length = run(rest, |c| c.is_alphanumeric() || c == '_');
            let class = match &rest[..length] {
                word if KEYWORDS.contains(&word) => Class::Keyword,
                _ if rest[length..].starts_with('(') => Class::Call,
                _ => Class::Plain,
            };
            (class, length)
        } else {
            (Class::Plain, first.len_utf8())
        };
        let (piece, after) = rest.split_at(length);
        match pieces.last_mut() {
            Some((Class::Plain, last)) if class == Class::Plain => {
                let start = source.len() - rest.len() - last.len();
                *last = &source[start..source.len() - after.len()];
            }
            _ => pieces.push((class, piece)),
        }
        rest = after;
    }
    pieces
}

fn run(text: &str, of: impl Fn(char) -> bool) -> usize {
    text.find(|c| !of(c)).unwrap_or(text.len())
}

/// The length of the string that starts here, with its prefix; an unfinished one goes to the line's end
/// (to the text's end if it has triple quotes).
fn string_length(text: &str) -> Option<usize> {
    let prefix = run(text, |c| "rRbBfFuU".contains(c));
    let body = &text[prefix..];
    let quote = body.chars().next().filter(|c| prefix <= 2 && "'\"".contains(*c))?;
    let triple = body.len() >= 3 && body.bytes().take(3).all(|b| b == quote as u8);
    let close = if triple { 3 } else { 1 };
    let mut characters = body.char_indices().skip(close);
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' => {
                characters.next();
            }
            '\n' if !triple => return Some(prefix + at),
            _ if c == quote
                && body[at..].bytes().take(close).filter(|b| *b == quote as u8).count() == close =>
            {
                return Some(prefix + at + close);
            }
            _ => {}
        }
    }
    Some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(source: &str) -> Vec<(Class, &str)> {
        let pieces = highlight(source);
        assert_eq!(pieces.iter().map(|(_, text)| *text).collect::<String>(), source);
        pieces
    }

    #[test]
    fn classes_of_a_drawing_script() {
        assert_eq!(
            classes("for x in range(3): d.line(p, 'r\\'ed')  # a\n"),
            vec![
                (Class::Keyword, "for"),
                (Class::Plain, " x "),
                (Class::Keyword, "in"),
                (Class::Plain, " "),
                (Class::Call, "range"),
                (Class::Plain, "("),
                (Class::Number, "3"),
                (Class::Plain, "): d."),
                (Class::Call, "line"),
                (Class::Plain, "(p, "),
                (Class::Text, "'r\\'ed'"),
                (Class::Plain, ")  "),
                (Class::Comment, "# a"),
                (Class::Plain, "\n"),
            ]
        );
    }

    #[test]
    fn strings_with_prefix_triple_quotes_and_no_end() {
        assert_eq!(classes("f\"a{b}\""), vec![(Class::Text, "f\"a{b}\"")]);
        assert_eq!(classes("'''a\n'b''' c"), vec![(Class::Text, "'''a\n'b'''"), (Class::Plain, " c")]);
        assert_eq!(classes("'open\nx"), vec![(Class::Text, "'open"), (Class::Plain, "\nx")]);
        assert_eq!(classes("\"\""), vec![(Class::Text, "\"\"")]);
    }

    #[test]
    fn any_text_comes_out_whole() {
        for source in ["", "é = 'ü\\", "\u{1F600}'''", "\\", "0x1F.é", "rb''", "'\\"] {
            classes(source);
        }
    }
}
