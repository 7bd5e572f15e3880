//! A row of V-Interaction or V-Perception: the published fields, then our own.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use vthinker_core::judge::Mark;
use vthinker_core::think::Task;

use super::columns::Kind;
use super::picture::size;
use super::published::{self, elements, nested, text_or_none, words};
use super::record::Record;
use crate::Element;
use crate::expand::Expansion;
use crate::problem::{Problem, Segment, letter};

/// A row of either file. Perception rows carry `python_code` and `element_arrtibute` (spelled as published),
/// interaction rows the other code fields.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Row {
    #[serde(default, deserialize_with = "words")]
    id: String,
    #[serde(default, deserialize_with = "words")]
    question: String,
    #[serde(default)]
    image: String,
    #[serde(default, deserialize_with = "text_or_none", skip_serializing_if = "Option::is_none")]
    original_img_code: Option<String>,
    #[serde(default, deserialize_with = "text_or_none", skip_serializing_if = "Option::is_none")]
    python_code: Option<String>,
    #[serde(rename = "element_arrtibute", default, deserialize_with = "elements")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    elements: Vec<Element>,
    #[serde(default)]
    edited_image: String,
    #[serde(default, deserialize_with = "words")]
    tool_code: String,
    #[serde(rename = "CoT_with_code", default, deserialize_with = "words")]
    cot_with_code: String,
    /// A text for reasoning, the marks' coordinates for perception, else null.
    #[serde(default)]
    answer: Value,
    #[serde(default)]
    task: Option<Task>,
    #[serde(default, deserialize_with = "words")]
    family: String,
    #[serde(default, deserialize_with = "words")]
    domain: String,
    #[serde(default)]
    level: u8,
    #[serde(default, deserialize_with = "nested")]
    marks: Vec<Mark>,
    #[serde(default, deserialize_with = "nested", skip_serializing_if = "Vec::is_empty")]
    mark_names: Vec<String>,
    #[serde(default)]
    width: u32,
    #[serde(default)]
    height: u32,
    #[serde(default, deserialize_with = "nested")]
    trajectory: Vec<Segment>,
    #[serde(default, deserialize_with = "nested", skip_serializing_if = "Vec::is_empty")]
    choices: Vec<String>,
    #[serde(default, deserialize_with = "nested", skip_serializing_if = "Vec::is_empty")]
    knowledge: Vec<String>,
    #[serde(default, deserialize_with = "nested", skip_serializing_if = "Vec::is_empty")]
    tools: Vec<String>,
    #[serde(default, deserialize_with = "nested", skip_serializing_if = "Option::is_none")]
    expansion: Option<Expansion>,
    /// What the figures of interaction rows show; perception has a published field for it.
    #[serde(rename = "elements", default, deserialize_with = "elements")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    shown: Vec<Element>,
}

impl Row {
    /// The row of a problem whose pictures lie at two paths.
    pub(super) fn of(problem: &Problem, image: &str, edited: &str) -> Self {
        let perception = problem.task == Task::Perception;
        let code = Some(problem.original_img_code.clone());
        let answer = match &problem.answer {
            Some(text) => text.as_str().into(),
            None if perception => coordinates(&problem.marks, &problem.mark_names),
            None => Value::Null,
        };
        Row {
            id: problem.id.clone(),
            question: problem.prompt(),
            image: image.to_owned(),
            original_img_code: code.clone().filter(|_| !perception),
            python_code: code.filter(|_| perception),
            elements: if perception { problem.elements.clone() } else { vec![] },
            edited_image: edited.to_owned(),
            tool_code: problem.tool_code().to_owned(),
            cot_with_code: problem.cot_with_code(),
            answer,
            task: Some(problem.task),
            family: problem.family.clone(),
            domain: problem.domain.clone(),
            level: problem.level,
            marks: problem.marks.clone(),
            mark_names: problem.mark_names.clone(),
            width: problem.width,
            height: problem.height,
            trajectory: problem.trajectory.clone(),
            choices: problem.choices.clone(),
            knowledge: problem.knowledge.clone(),
            tools: problem.tools.clone(),
            expansion: problem.expansion.clone(),
            shown: if perception { vec![] } else { problem.elements.clone() },
        }
    }

    /// The problem of a record; what is missing is filled.
    pub(super) fn restore(
        mut record: Record,
        kind: Kind,
        load: &dyn Fn(&str) -> Result<Vec<u8>>,
    ) -> Result<Problem> {
        let image = record.pictures.remove("image").unwrap_or_default().png(load).context("field `image`")?;
        // Some files show no edited picture; the code says what it would be.
        let edited = record.pictures.remove("edited_image").unwrap_or_default();
        let edited_image =
            if edited.is_empty() { vec![] } else { edited.png(load).context("field `edited_image`")? };
        let row: Row = serde_json::from_value(Value::Object(record.fields)).context("a field's form")?;
        let task = row.task.unwrap_or(match kind {
            Kind::Perception => Task::Perception,
            _ if row.answer.as_str().is_some_and(|answer| !answer.trim().is_empty()) => Task::Reasoning,
            _ => Task::Instruction,
        });
        let answer = text_of(&row.answer).filter(|_| task == Task::Reasoning);
        let (marks, mark_names) = match (row.marks, task) {
            (marks, Task::Perception) if marks.is_empty() => published::marks(&row.answer),
            (marks, _) => (marks, row.mark_names),
        };
        let trajectory = match row.trajectory {
            segments if !segments.is_empty() => segments,
            _ if !row.cot_with_code.is_empty() => published::trajectory(&row.cot_with_code),
            _ if !row.tool_code.is_empty() => vec![Segment::Code(row.tool_code)],
            _ => vec![],
        };
        let (width, height) = match (row.width, row.height) {
            (0, _) | (_, 0) => size(&image)?,
            size => size,
        };
        Ok(Problem {
            id: row.id,
            task,
            family: or(row.family, kind.name()),
            domain: or(row.domain, "unknown"),
            level: row.level.max(1),
            question: without_choices(row.question, &row.choices),
            choices: row.choices,
            image,
            width,
            height,
            original_img_code: row.original_img_code.or(row.python_code).unwrap_or_default(),
            elements: if row.elements.is_empty() { row.shown } else { row.elements },
            trajectory,
            answer,
            marks,
            mark_names,
            edited_image,
            knowledge: row.knowledge,
            tools: row.tools,
            expansion: row.expansion,
        })
    }
}

fn or(text: String, other: &str) -> String {
    if text.is_empty() { other.to_owned() } else { text }
}

fn text_of(answer: &Value) -> Option<String> {
    match answer {
        Value::Null => None,
        other => Some(published::text(other)),
    }
}

/// V-Perception's answer: a dictionary of whole pixel coordinates, by the question's names if it has any.
fn coordinates(marks: &[Mark], names: &[String]) -> Value {
    let entry = |(i, mark): (usize, &Mark)| {
        let points: Vec<[i64; 2]> = mark.points().iter().map(|p| p.map(|v| v.round() as i64)).collect();
        let value = match points[..] {
            [point] => serde_json::json!(point),
            _ => serde_json::json!(points),
        };
        (names.get(i).cloned().unwrap_or_else(|| format!("mark_{}", i + 1)), value)
    };
    Value::Object(marks.iter().enumerate().map(entry).collect())
}

/// The question before its choices.
fn without_choices(mut text: String, choices: &[String]) -> String {
    let lines: String =
        choices.iter().enumerate().map(|(place, choice)| format!("\n{}. {choice}", letter(place))).collect();
    if text.ends_with(&lines) {
        text.truncate(text.len() - lines.len());
    }
    text
}
