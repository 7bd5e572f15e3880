//! Cutting the model's text, while it comes, into thought, code and answer.

/// A part of what the model wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Prose.
    Thought(String),
    /// Python without its fence.
    Code(String),
    /// The answer without its tags.
    Answer(String),
}

/// Marks that the conversation format knows, longest first where one begins another.
const MARKS: [&str; 9] =
    ["```python", "```py", "```", "<code>", "</code>", "<think>", "</think>", "<answer>", "</answer>"];

/// Cuts `raw`, which may end anywhere; a mark at its end that is not complete yet is left out.
pub fn pieces(raw: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut current = Piece::Thought(String::new());
    let mut rest = without_partial_mark(raw);
    while !rest.is_empty() {
        let next = MARKS
            .iter()
            .enumerate()
            .filter_map(|(rank, mark)| rest.find(mark).map(|at| (at, rank, *mark)))
            .min();
        let (text, mark, after) = match next {
            Some((at, _, mark)) => (&rest[..at], mark, &rest[at + mark.len()..]),
            None => (rest, "", ""),
        };
        match &mut current {
            Piece::Thought(t) | Piece::Code(t) | Piece::Answer(t) => t.push_str(text),
        }
        let is_code = matches!(current, Piece::Code(_));
        let next = match mark {
            "```python" | "```py" | "```" if !is_code => Some(Piece::Code(String::new())),
            "```" | "</code>" if is_code => Some(Piece::Thought(String::new())),
            "<answer>" => Some(Piece::Answer(String::new())),
            "</answer>" | "</think>" => Some(Piece::Thought(String::new())),
            _ => None,
        };
        if let Some(next) = next {
            finish(std::mem::replace(&mut current, next), &mut found);
        }
        rest = after;
    }
    finish(current, &mut found);
    found
}

fn finish(piece: Piece, found: &mut Vec<Piece>) {
    let piece = match piece {
        Piece::Thought(t) => Piece::Thought(t.trim().to_owned()),
        // The first line's indentation counts.
        Piece::Code(t) => Piece::Code(t.trim_start_matches(['\r', '\n']).trim_end().to_owned()),
        Piece::Answer(t) => Piece::Answer(t.trim().to_owned()),
    };
    match &piece {
        Piece::Thought(t) | Piece::Code(t) | Piece::Answer(t) if t.is_empty() => {}
        _ => found.push(piece),
    }
}

fn without_partial_mark(raw: &str) -> &str {
    let longest = MARKS.iter().map(|mark| mark.len()).max().unwrap_or(0);
    for length in (1..longest).rev() {
        let Some(start) = raw.len().checked_sub(length).filter(|at| raw.is_char_boundary(*at)) else {
            continue;
        };
        let tail = &raw[start..];
        if MARKS.iter().any(|mark| mark.len() > tail.len() && mark.starts_with(tail)) && tail != "```" {
            return &raw[..start];
        }
    }
    raw
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thought(text: &str) -> Piece {
        Piece::Thought(text.into())
    }

    #[test]
    fn a_turn_with_code() {
        assert_eq!(
            pieces("Draw it.\n<code>\n```python\n  d.line(p)\nprint(1)\n```\n</code>\n"),
            vec![thought("Draw it."), Piece::Code("  d.line(p)\nprint(1)".into())]
        );
    }

    #[test]
    fn a_turn_with_an_answer() {
        assert_eq!(
            pieces("<think>The line\nmeets B.</think><answer>B</answer>"),
            vec![thought("The line\nmeets B."), Piece::Answer("B".into())]
        );
    }

    #[test]
    fn no_mark_shows_while_it_is_being_written() {
        let whole = "Think <b.\n<code>\n```python\nx = 1 < 2\n```\n</code><answer>3</answer>";
        for (end, _) in whole.char_indices() {
            for piece in pieces(&whole[..end]) {
                let (Piece::Thought(text) | Piece::Code(text) | Piece::Answer(text)) = piece;
                for mark in ["<c", "</", "```", "<a", "python"] {
                    assert!(!text.contains(mark), "{mark} shows in {text:?} after {end} bytes");
                }
            }
        }
    }

    #[test]
    fn code_shows_before_its_fence_closes() {
        assert_eq!(pieces("a\n```python\nx = 1\ny"), vec![thought("a"), Piece::Code("x = 1\ny".into())]);
        assert_eq!(pieces("```py"), vec![]);
    }
}
