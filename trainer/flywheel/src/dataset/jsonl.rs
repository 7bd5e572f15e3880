//! Rows as lines of JSON.

use std::io::{BufRead, BufReader, Lines};

use anyhow::{Context, Result};
use serde_json::{Map, Value};

use super::columns::{Form, Kind, value};
use super::object::Object;
use super::record::Record;

/// Reads a file line by line.
pub(super) struct Reader {
    lines: Lines<BufReader<Object>>,
    number: usize,
}

impl Reader {
    pub(super) fn new(file: Object) -> Self {
        Self { lines: BufReader::new(file).lines(), number: 0 }
    }
}

impl Iterator for Reader {
    type Item = Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let line = self.lines.next()?;
            self.number += 1;
            let record = line.map_err(anyhow::Error::from).and_then(|line| {
                if line.trim().is_empty() {
                    return Ok(None);
                }
                let object = serde_json::from_str(&line).context("expected a JSON object")?;
                Record::from_json(object).map(Some)
            });
            match record.with_context(|| format!("line {}", self.number)) {
                Ok(None) => {}
                Ok(Some(record)) => return Some(Ok(record)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// One row as a line with its end; all rows of a kind have the same fields.
pub(super) fn line(kind: Kind, record: &Record) -> Result<Vec<u8>> {
    let mut object = Map::new();
    for column in kind.columns() {
        let (name, form) = column;
        let field = match form {
            Form::Picture => record.pictures.get(name).map_or(Value::Null, |picture| picture.to_json()),
            _ => value(&record.fields, column),
        };
        object.insert(name.to_owned(), field);
    }
    let mut line = serde_json::to_vec(&object)?;
    line.push(b'\n');
    Ok(line)
}
