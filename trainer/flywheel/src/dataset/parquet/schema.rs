//! The schema, with the description by which `datasets` knows pictures.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;
use arrow_schema::{DataType, Field, FieldRef, Fields, Schema};
use serde_json::{Map, Value, json};

use crate::dataset::columns::{Form, Kind};

/// The schema of a kind of file.
pub(super) fn of(kind: Kind) -> Result<Schema> {
    let fields: Vec<Field> =
        kind.columns().into_iter().map(|(name, form)| Field::new(name, arrow(form), true)).collect();
    let features: Map<String, Value> =
        kind.columns().into_iter().map(|(name, form)| (name.to_owned(), feature(form))).collect();
    let description = serde_json::to_string(&json!({"info": {"features": features}}))?;
    Ok(Schema::new_with_metadata(fields, HashMap::from([("huggingface".to_owned(), description)])))
}

/// The parts of a picture.
pub(super) fn picture() -> Fields {
    vec![Field::new("bytes", DataType::Binary, true), Field::new("path", DataType::Utf8, true)].into()
}

/// A text of a list.
pub(super) fn item() -> FieldRef {
    Arc::new(Field::new("item", DataType::Utf8, true))
}

fn arrow(form: Form) -> DataType {
    match form {
        Form::Text | Form::Json => DataType::Utf8,
        Form::Number => DataType::UInt32,
        Form::Texts => DataType::List(item()),
        Form::Picture => DataType::Struct(picture()),
    }
}

fn feature(form: Form) -> Value {
    match form {
        Form::Text | Form::Json => json!({"dtype": "string", "_type": "Value"}),
        Form::Number => json!({"dtype": "uint32", "_type": "Value"}),
        // The name that both old and new versions of the package understand.
        Form::Texts => json!({"feature": {"dtype": "string", "_type": "Value"}, "_type": "Sequence"}),
        Form::Picture => json!({"_type": "Image"}),
    }
}
