//! Finding the code that a model wrote.

use std::borrow::Cow;

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

/// Python without its fence. Models fence their code in every way Markdown knows: three or more backticks or
/// tildes, with `python`, `py`, `python3`, `{.python}` or other words behind them, or not at all; the closing fence may be
/// missing, and several blocks in a row are one program.
pub fn source_of(body: &str) -> String {
    let mut blocks: Vec<String> = Vec::new();
    let mut open: Option<(&str, Vec<&str>)> = None;
    for line in body.lines() {
        match (&mut open, fence(line)) {
            (None, Some((fence, rest))) => open = Some((fence, first_line(rest).into_iter().collect())),
            (Some((opened, lines)), Some((fence, ""))) if fence.starts_with(*opened) => {
                blocks.push(lines.join("\n"));
                open = None;
            }
            (Some((opened, lines)), _) => match line.trim_end().strip_suffix(*opened) {
                // A fence that closes behind the last line of code.
                Some(last) if !last.contains(*opened) => {
                    lines.push(last);
                    blocks.push(lines.join("\n"));
                    open = None;
                }
                _ => lines.push(line),
            },
            (None, None) => {}
        }
    }
    if let Some((_, lines)) = open {
        blocks.push(lines.join("\n"));
    }
    let source = if blocks.is_empty() { without_language(body).to_owned() } else { blocks.join("\n") };
    source.trim_matches('\n').trim_end().to_owned()
}

/// Python that a person pasted: a whole answer of a chatbot is taken as the code in its fences. A fence behind triple
/// quotes belongs to a text of the program, so that source stays as it is.
pub fn pasted_source(text: &str) -> Cow<'_, str> {
    let quoted = |line: &&str| line.contains("\"\"\"") || line.contains("'''");
    let fenced = text.lines().take_while(|line| !quoted(line)).any(|line| fence(line).is_some());
    if fenced { source_of(text).into() } else { text.into() }
}

/// The fence that a line begins with, and what follows it.
fn fence(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == mark).count();
    (length >= 3).then(|| (&line[..length], line[length..].trim()))
}

/// Code that stands on the line of its opening fence.
fn first_line(rest: &str) -> Option<&str> {
    let (word, code) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let code = match word.trim_matches(['{', '}', '.']).to_ascii_lowercase().as_str() {
        "" | "python" | "py" | "python3" | "py3" | "ipython" | "text" | "code" => code,
        // Another word is a language if it stands alone, else code.
        _ if code.is_empty() && rest.chars().all(|c| c.is_ascii_alphanumeric() || "{}.-_+".contains(c)) => "",
        _ => rest,
    };
    // Attributes of the block, such as `title="draw.py"`, are no code.
    (!code.trim().is_empty() && !code.starts_with("title=")).then_some(code)
}

/// Unfenced code without a first line that only names its language.
fn without_language(body: &str) -> &str {
    let code = body.trim_start_matches('\n');
    match code.split_once('\n') {
        Some((first, rest))
            if ["python", "py", "python3"].contains(&first.trim().to_ascii_lowercase().as_str()) =>
        {
            rest
        }
        _ => body,
    }
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
    fn every_fence_is_known() {
        for body in [
            "```python\nx = 1\n```",
            "```Python3\nx = 1\n```\n",
            "```{.python}\nx = 1\n```",
            "```python title=\"draw.py\"\nx = 1\n```",
            "~~~py\nx = 1\n~~~",
            "````\nx = 1\n````",
            "  ```py\nx = 1\n  ```",
            "```\nx = 1",
            "```python\nx = 1```",
            "```python x = 1\n```",
            "Here:\n```python\nx = 1\n```\nand so on",
            "python\nx = 1",
            "\nx = 1\n\n",
            "x = 1",
        ] {
            assert_eq!(source_of(body), "x = 1", "{body:?}");
        }
    }

    #[test]
    fn blocks_in_a_row_are_one_program() {
        assert_eq!(source_of("```python\na = 1\n```\nthen\n```python\nb = a\n```"), "a = 1\nb = a");
    }

    #[test]
    fn fences_in_strings_stay() {
        let source = "text = \"\"\"\n~~~\n\"\"\"\nprint('```', text)";
        assert_eq!(source_of(&format!("```python\n{source}\n```")), source);
    }

    #[test]
    fn a_missing_opening_tag_is_forgiven() {
        assert_eq!(last_code_block("so:\n```python\nx = 1\n```\n</code>").unwrap().source, "x = 1");
    }

    #[test]
    fn a_pasted_answer_is_its_code_and_pasted_code_is_itself() {
        assert_eq!(pasted_source("Here it is:\n```python\nx = 1\n```\nIt sets x."), "x = 1");
        for code in ["\n\nx = 1\n", "x = \"\"\"\n```\nno code\n```\n\"\"\"\n", "", "# only a comment"] {
            assert_eq!(pasted_source(code), code);
        }
    }
}
