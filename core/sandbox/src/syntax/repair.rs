//! Repairs of what models often get wrong, made before the source runs.

use crate::Repair;

/// Repairs the source; the number of lines never changes. `exists` tells whether a virtual file exists,
/// `image_path` is the true path of the input image.
pub(crate) fn repair(
    source: &str,
    image_path: Option<&str>,
    exists: impl Fn(&str) -> bool,
) -> (String, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut lines: Vec<String> = source.lines().map(str::to_owned).collect();
    dedent(&mut lines, &mut repairs);
    for (index, line) in lines.iter_mut().enumerate() {
        let mut changed = |what: String| repairs.push(Repair { line: index as u32 + 1, what });
        if let Some(fixed) = rename_cv(line) {
            changed("the module is called cv2".to_owned());
            *line = fixed;
        }
        if let (Some(image_path), Some((value, given))) = (image_path, assigned_path(line))
            && !exists(&given)
        {
            line.replace_range(value, &format!("{image_path:?}"));
            changed(format!("image_path is {image_path:?}, not {given:?}"));
        }
    }
    if repairs.is_empty() {
        return (source.to_owned(), repairs);
    }
    let mut repaired = lines.join("\n");
    repaired.push('\n');
    (repaired, repairs)
}

fn indent_of(line: &str) -> &str {
    &line[..line.len() - line.trim_start().len()]
}

/// Removes the indentation that all lines share, or that only the first line has.
fn dedent(lines: &mut [String], repairs: &mut Vec<Repair>) {
    let full = |line: &&String| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let Some(first) = lines.iter().position(|line| full(&line)) else { return };
    let indent = indent_of(&lines[first]).to_owned();
    if indent.is_empty() {
        return;
    }
    let line = first as u32 + 1;
    if lines.iter().filter(full).all(|line| line.starts_with(&indent)) {
        for text in lines.iter_mut() {
            match text.strip_prefix(&indent) {
                Some(rest) => *text = rest.to_owned(),
                None => *text = text.trim_start().to_owned(),
            }
        }
        repairs.push(Repair { line, what: "removed the common indentation".to_owned() });
    } else if lines[first + 1..].iter().find(full).is_some_and(|next| indent_of(next).len() < indent.len()) {
        lines[first] = lines[first].trim_start().to_owned();
        repairs.push(Repair { line, what: "removed the indentation of the first line".to_owned() });
    }
}

fn rename_cv(line: &str) -> Option<String> {
    let code = line.trim_start();
    for wrong in ["cv", "cv3", "cv4"] {
        for keyword in ["import", "from"] {
            let Some(rest) = code.strip_prefix(keyword).and_then(|r| r.strip_prefix(' ')) else { continue };
            let Some(rest) = rest.trim_start().strip_prefix(wrong) else { continue };
            if rest.starts_with(|c: char| c.is_alphanumeric() || c == '_') {
                continue;
            }
            // The script goes on to use the name it imported.
            let alias = if keyword == "import" && rest.trim().is_empty() {
                format!(" as {wrong}")
            } else {
                String::new()
            };
            return Some(format!("{}{keyword} cv2{alias}{rest}", indent_of(line)));
        }
    }
    None
}

/// The literal that a line assigns to `image_path`: where it stands, and its text.
fn assigned_path(line: &str) -> Option<(std::ops::Range<usize>, String)> {
    let rest = line.trim_start().strip_prefix("image_path")?.trim_start().strip_prefix('=')?;
    if rest.starts_with('=') {
        return None;
    }
    let literal = rest.trim_start();
    let start = line.len() - literal.len();
    let raw = literal.strip_prefix(['r', 'R']).unwrap_or(literal);
    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let body = &raw[1..];
    let end = body.find(quote)?;
    let after = body[end + 1..].trim_start();
    if !(after.is_empty() || after.starts_with('#')) || body[..end].contains('\\') {
        return None;
    }
    let length = literal.len() - raw.len() + end + 2;
    Some((start..start + length, body[..end].to_owned()))
}
