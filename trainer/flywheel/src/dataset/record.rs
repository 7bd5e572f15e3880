//! One row of a file, whatever the file's form.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use vthinker_core::think::Task;

use super::columns::{Kind, is_picture};
use super::picture::Picture;
use super::row::Row;
use super::{BenchRow, published};
use crate::Problem;

/// Fields and pictures of a row.
#[derive(Debug, Clone, Default)]
pub struct Record {
    /// All fields but the pictures.
    pub fields: Map<String, Value>,
    /// The pictures by the names of their fields.
    pub pictures: BTreeMap<String, Picture>,
}

impl Record {
    /// From a JSON object.
    ///
    /// # Errors
    /// If a field that should hold a picture holds something else.
    pub fn from_json(object: Map<String, Value>) -> Result<Self> {
        let mut record = Record::default();
        for (name, value) in object {
            if is_picture(&name) {
                let picture = Picture::from_json(&value).with_context(|| format!("field `{name}`"))?;
                record.pictures.insert(name, picture);
            } else {
                record.fields.insert(name, value);
            }
        }
        Ok(record)
    }

    /// The record of a problem, its pictures embedded, and the kind of file it belongs to.
    ///
    /// # Errors
    /// If the problem holds what JSON cannot.
    pub fn of(problem: Problem) -> Result<(Kind, Self)> {
        let kind = if problem.task == Task::Perception { Kind::Perception } else { Kind::Interaction };
        let row = Row::of(&problem, "", "");
        let mut record = match serde_json::to_value(&row)? {
            Value::Object(fields) => Record { fields, ..Record::default() },
            other => anyhow::bail!("a row became {other}"),
        };
        let names = [format!("{}.png", problem.id), format!("{}-edited.png", problem.id)];
        let [image, edited] = names;
        for (field, name, bytes) in
            [("image", image, problem.image), ("edited_image", edited, problem.edited_image)]
        {
            record.fields.remove(field);
            record.pictures.insert(field.to_owned(), Picture::embedded(name, bytes));
        }
        Ok((kind, record))
    }

    /// The text of `id`, or an empty one.
    pub fn id(&self) -> String {
        self.fields.get("id").map(published::text).unwrap_or_default()
    }

    /// The problems of the row: one, or up to three of a VTBench row. Missing fields of our own are filled: the task
    /// from the kind of row, the trajectory from `CoT_with_code`, marks from the answer, the size from the picture.
    ///
    /// # Errors
    /// If a field has another form, or a picture cannot be loaded.
    pub fn problems(self, load: &dyn Fn(&str) -> Result<Vec<u8>>) -> Result<Vec<Problem>> {
        let place = format!("row `{}`", self.id());
        match Kind::of(&self) {
            Kind::Bench => BenchRow::from_record(self)?.problems(load).context(place),
            kind => Ok(vec![Row::restore(self, kind, load).context(place)?]),
        }
    }
}
