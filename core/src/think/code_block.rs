//! Finding the code that a model wrote.

/// A code block in the model's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeBlock {
    /// Python without tags and fence.
    pub source: String,
    /// Byte offset just behind the block.
    pub end: usize,
}

/// The last block closed by `</code>` in `text`, if `text` ends with it (white space aside).
///
/// The opening tag may be missing, in which case the block begins at the last code fence: models that were
/// cut off inside a tag still mean their code.
pub fn last_code_block(text: &str) -> Option<CodeBlock> {
    let end = text.trim_end().len();
    let body = text[..end].strip_suffix("</code>")?;
    let body = match body.rfind("<code>") {
        Some(at) => &body[at + "<code>".len()..],
        None => {
            let closed = body.trim_end().strip_suffix("```").unwrap_or(body);
            &body[closed.rfind("```")?..]
        }
    };
    Some(CodeBlock { source: source_of(body), end })
}

/// Python without its fence: ```` ```python ````, ```` ```py ````, a bare fence, or none at all.
pub fn source_of(body: &str) -> String {
    let Some(open) = body.find("```") else { return body.trim_matches('\n').trim_end().to_owned() };
    let inside = &body[open + 3..];
    let inside = match inside.find('\n') {
        Some(newline) if inside[..newline].trim().chars().all(|c| c.is_ascii_alphanumeric()) => {
            &inside[newline + 1..]
        }
        _ => inside,
    };
    let inside = inside.rfind("```").map_or(inside, |close| &inside[..close]);
    inside.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fenced_block_is_found() {
        let text = "I draw.\n<code>\n```python\nx = 1\nprint(x)\n```\n</code>";
        assert_eq!(last_code_block(text).unwrap().source, "x = 1\nprint(x)");
    }

    #[test]
    fn the_last_block_wins_and_indentation_stays() {
        let text = "<code>```py\na\n```</code> then <code>\n    if x:\n        y\n</code>\n";
        assert_eq!(last_code_block(text).unwrap().source, "    if x:\n        y");
    }

    #[test]
    fn text_behind_the_block_means_no_block() {
        assert_eq!(last_code_block("<code>x</code> and so on"), None);
        assert_eq!(last_code_block("no code"), None);
        assert_eq!(last_code_block("</code>"), None);
    }

    #[test]
    fn a_missing_opening_tag_is_forgiven() {
        assert_eq!(last_code_block("so:\n```python\nx = 1\n```\n</code>").unwrap().source, "x = 1");
    }
}
