//! Fields as they stand in published files: in looser forms than our own.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use vthinker_core::judge::Mark;

use crate::Element;
use crate::problem::Segment;

/// A value as text: texts without quotation marks, null as nothing.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// A text, also from a number or null.
pub(super) fn words<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    Ok(text(&Value::deserialize(from)?))
}

/// A text that may be missing.
pub(super) fn text_or_none<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(from)? {
        Value::Null => None,
        other => Some(text(&other)),
    })
}

/// A structure, also as JSON text; null and an empty text stand for none.
pub(super) fn nested<'de, D, T>(from: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    match Value::deserialize(from)? {
        Value::Null => Ok(T::default()),
        Value::String(text) if text.is_empty() => Ok(T::default()),
        Value::String(text) => serde_json::from_str(&text).map_err(serde::de::Error::custom),
        other => serde_json::from_value(other).map_err(serde::de::Error::custom),
    }
}

/// Those elements that have the form of ours; others say nothing to a solver.
pub(super) fn elements<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Element>, D::Error> {
    let list = match Value::deserialize(from)? {
        Value::String(text) => parse(&text).unwrap_or_default(),
        other => other,
    };
    let items = match list {
        Value::Array(items) => items,
        _ => vec![],
    };
    Ok(items.into_iter().filter_map(|item| serde_json::from_value(item).ok()).collect())
}

/// Points of an answer dictionary, values `[x, y]`, `{"x": .., "y": ..}` or lists of these; and the names of the
/// points, if each has its own.
pub(super) fn marks(answer: &Value) -> (Vec<Mark>, Vec<String>) {
    let parsed = match answer {
        Value::String(text) => parse(text).unwrap_or_default(),
        other => other.clone(),
    };
    let mut marks = Vec::new();
    collect(&parsed, &mut marks);
    let names: Vec<String> = match &parsed {
        Value::Object(fields) => fields.keys().cloned().collect(),
        _ => vec![],
    };
    let single = |value: &Value| {
        let mut marks = Vec::new();
        collect(value, &mut marks);
        marks.len() == 1
    };
    let named = names.len() == marks.len() && parsed.as_object().is_some_and(|f| f.values().all(single));
    (marks, if named { names } else { vec![] })
}

fn collect(value: &Value, marks: &mut Vec<Mark>) {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64).map(|v| v as f32);
    match value {
        Value::Array(items) => match items[..] {
            [Value::Number(_), Value::Number(_)] => {
                if let (Some(x), Some(y)) = (number(items.first()), number(items.get(1))) {
                    marks.push(Mark::Point { x, y });
                }
            }
            _ => items.iter().for_each(|item| collect(item, marks)),
        },
        Value::Object(fields) => match (number(fields.get("x")), number(fields.get("y"))) {
            (Some(x), Some(y)) => marks.push(Mark::Point { x, y }),
            _ => fields.values().for_each(|item| collect(item, marks)),
        },
        _ => {}
    }
}

/// JSON, or a Python dictionary of texts, numbers, lists and tuples as it is printed.
fn parse(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| {
        let json: String = text
            .chars()
            .map(|c| match c {
                '\'' => '"',
                '(' => '[',
                ')' => ']',
                other => other,
            })
            .collect();
        serde_json::from_str(&json).ok()
    })
}

const CODE: [&str; 2] = ["<code>", "</code>"];
const OUTPUT: [&str; 2] = ["<sandbox_output>", "</sandbox_output>"];

/// The segments of a trajectory that is written as one text: bare code from between its tags, without what the
/// sandbox said. A block that is never closed stays text.
pub(super) fn trajectory(text: &str) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut rest = text;
    while let Some((before, code, after)) = between(rest, CODE) {
        if !before.is_empty() {
            segments.push(Segment::Text(before.to_owned()));
        }
        segments.push(Segment::Code(bare(code).to_owned()));
        rest = after.strip_prefix('\n').unwrap_or(after);
        let start = rest.trim_start();
        if start.starts_with(OUTPUT[0])
            && let Some((_, _, after)) = between(start, OUTPUT)
        {
            rest = after.strip_prefix('\n').unwrap_or(after);
        }
    }
    if !rest.is_empty() {
        segments.push(Segment::Text(rest.to_owned()));
    }
    segments
}

fn between<'t>(text: &'t str, [open, close]: [&str; 2]) -> Option<(&'t str, &'t str, &'t str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

/// Code without the fence around it.
fn bare(code: &str) -> &str {
    let code = code.trim_matches('\n');
    let Some(fenced) = code.trim_start().strip_prefix("```") else { return code };
    let (_, body) = fenced.split_once('\n').unwrap_or(("", ""));
    body.trim_end().strip_suffix("```").unwrap_or(body).trim_matches('\n')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_of_several_forms_become_points() {
        let point = |x, y| Mark::Point { x, y };
        let names = |names: &[&str]| -> Vec<String> { names.iter().map(|n| (*n).to_owned()).collect() };
        let two = (vec![point(1.0, 2.0), point(3.0, 4.5)], names(&["A", "B"]));
        assert_eq!(marks(&json!({"A": [1, 2], "B": {"x": 3, "y": 4.5}})), two);
        assert_eq!(marks(&json!("{'A': (1, 2)}")), (vec![point(1.0, 2.0)], names(&["A"])));
        assert_eq!(marks(&json!({"ends": [[1, 2], [3, 4.5]]})), (two.0, vec![]));
        assert_eq!(marks(&json!("no dictionary")), (vec![], vec![]));
    }

    #[test]
    fn a_written_trajectory_comes_apart() {
        let text = "<think>Look.\n<code>\n```python\nprint(1)\n```\n</code>\n<sandbox_output>\n1\n</sandbox_output>\n\
                    One.</think>\n<answer>1</answer>";
        let expected = [
            Segment::Text("<think>Look.\n".into()),
            Segment::Code("print(1)".into()),
            Segment::Text("One.</think>\n<answer>1</answer>".into()),
        ];
        assert_eq!(trajectory(text), expected);
        assert_eq!(trajectory("<code>never closed"), [Segment::Text("<code>never closed".into())]);
    }
}
