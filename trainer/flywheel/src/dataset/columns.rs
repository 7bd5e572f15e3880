//! The columns of every kind of file. A new field of a row needs one line here.

use serde_json::{Map, Value};

use super::record::Record;

/// Which published data set's fields a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// V-Interaction: drawing by instruction, and reasoning.
    Interaction,
    /// V-Perception: marking points.
    Perception,
    /// VTBench: three tasks about one picture.
    Bench,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// A text, or nothing.
    Text,
    /// A whole number from 0.
    Number,
    /// Several texts.
    Texts,
    /// A structure as JSON text, so that all rows have the same columns.
    Json,
    /// A picture.
    Picture,
}

/// A column's name and what it holds.
pub(super) type Column = (&'static str, Form);

const INTERACTION: &[Column] = &[
    ("id", Form::Text),
    ("question", Form::Text),
    ("image", Form::Picture),
    ("original_img_code", Form::Text),
    ("edited_image", Form::Picture),
    ("tool_code", Form::Text),
    ("CoT_with_code", Form::Text),
    ("answer", Form::Text),
];
const PERCEPTION: &[Column] = &[
    ("id", Form::Text),
    ("image", Form::Picture),
    ("question", Form::Text),
    ("answer", Form::Json),
    ("python_code", Form::Text),
    ("element_arrtibute", Form::Json),
    ("edited_image", Form::Picture),
    ("tool_code", Form::Text),
    ("CoT_with_code", Form::Text),
];
/// Our own fields, after the published ones.
const OWN: &[Column] = &[
    ("task", Form::Text),
    ("family", Form::Text),
    ("domain", Form::Text),
    ("level", Form::Number),
    ("marks", Form::Json),
    ("mark_names", Form::Texts),
    ("width", Form::Number),
    ("height", Form::Number),
    ("trajectory", Form::Json),
    ("choices", Form::Texts),
    ("knowledge", Form::Texts),
    ("tools", Form::Texts),
    ("expansion", Form::Json),
    ("elements", Form::Json),
];
const BENCH: &[Column] = &[
    ("id", Form::Text),
    ("image", Form::Picture),
    ("annotation_instruction", Form::Picture),
    ("annotation_perception", Form::Picture),
    ("question_reasoning", Form::Text),
    ("answer_reasoning", Form::Text),
    ("question_perception", Form::Text),
    ("question_instruction", Form::Text),
    ("answer_instruction", Form::Text),
    ("domain", Form::Text),
    ("dataset-entity", Form::Text),
];

impl Kind {
    /// The kinds that [`super::make`] writes.
    pub(super) const MADE: [Kind; 2] = [Kind::Interaction, Kind::Perception];

    /// The name in folders and files.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Interaction => "interaction",
            Kind::Perception => "perception",
            Kind::Bench => "bench",
        }
    }

    /// The columns, in their order.
    pub(super) fn columns(self) -> Vec<Column> {
        match self {
            Kind::Interaction => [INTERACTION, OWN].concat(),
            Kind::Perception => [PERCEPTION, OWN].concat(),
            Kind::Bench => BENCH.to_vec(),
        }
    }

    /// The kind whose fields a record has.
    pub(super) fn of(record: &Record) -> Kind {
        let has = |name: &str| record.fields.contains_key(name);
        if has("question_reasoning") || has("question_perception") || has("question_instruction") {
            Kind::Bench
        } else if has("python_code") || has("element_arrtibute") {
            Kind::Perception
        } else {
            Kind::Interaction
        }
    }
}

/// Whether a column of that name holds pictures.
pub(super) fn is_picture(name: &str) -> bool {
    matches!(name, "image" | "edited_image" | "annotation_instruction" | "annotation_perception")
}

/// A record's value in a column, structures as JSON text; null where the record has none.
pub(super) fn value(fields: &Map<String, Value>, (name, form): Column) -> Value {
    match (form, fields.get(name)) {
        (_, Some(Value::String(text))) => Value::String(text.clone()),
        (Form::Texts, None | Some(Value::Null)) => Value::Array(vec![]),
        (Form::Number, None | Some(Value::Null)) => Value::from(0),
        (_, None | Some(Value::Null)) => Value::Null,
        (Form::Text | Form::Json, Some(other)) => Value::String(other.to_string()),
        (_, Some(other)) => other.clone(),
    }
}
