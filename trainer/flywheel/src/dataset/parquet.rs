//! Rows as Parquet, pictures in the form of the Python package `datasets`.

mod cell;
mod schema;

use std::io::Write;
use std::sync::Arc;

use anyhow::{Context, Result};
use arrow_array::builder::{BinaryBuilder, ListBuilder, StringBuilder, UInt32Builder};
use arrow_array::{ArrayRef, RecordBatch, StructArray};
use arrow_schema::Schema;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder};
use parquet::basic::Compression;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::reader::ChunkReader;
use serde_json::Value;

use super::columns::{Column, Form, Kind, value};
use super::picture::Picture;
use super::record::Record;

/// Rows of a group at most; few, because pictures are large.
const ROWS: usize = 128;
/// Bytes of pictures in a group at which it ends early.
const BYTES: usize = 16 << 20;
/// Rows decoded at a time.
const READ: usize = 32;

/// Writes a file group by group.
pub(super) struct Writer<W: Write + Send> {
    kind: Kind,
    schema: Arc<Schema>,
    rows: Vec<Record>,
    bytes: usize,
    file: ArrowWriter<W>,
}

impl<W: Write + Send> Writer<W> {
    pub(super) fn new(kind: Kind, to: W) -> Result<Self> {
        let schema = Arc::new(schema::of(kind)?);
        // Pictures are compressed already and never repeat.
        let mut properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::None)
            .set_max_row_group_row_count(Some(ROWS));
        for (name, form) in kind.columns() {
            if form == Form::Picture {
                let column = parquet::schema::types::ColumnPath::new(vec![name.into(), "bytes".into()]);
                properties = properties
                    .set_column_compression(column.clone(), Compression::UNCOMPRESSED)
                    .set_column_dictionary_enabled(column, false);
            }
        }
        let file = ArrowWriter::try_new(to, schema.clone(), Some(properties.build()))?;
        Ok(Self { kind, schema, rows: vec![], bytes: 0, file })
    }

    pub(super) fn write(&mut self, record: Record) -> Result<()> {
        let size = |picture: &Picture| picture.bytes.as_ref().map_or(0, Vec::len);
        self.bytes += record.pictures.values().map(size).sum::<usize>();
        self.rows.push(record);
        if self.rows.len() == ROWS || self.bytes >= BYTES { self.group() } else { Ok(()) }
    }

    fn group(&mut self) -> Result<()> {
        if self.rows.is_empty() {
            return Ok(());
        }
        let columns = self.kind.columns().into_iter().map(|column| array(&self.rows, column));
        let batch = RecordBatch::try_new(self.schema.clone(), columns.collect::<Result<_>>()?)?;
        self.rows.clear();
        self.bytes = 0;
        self.file.write(&batch)?;
        self.file.flush().context("cannot write a row group")
    }

    /// Ends the file and returns what it was written to.
    pub(super) fn finish(mut self) -> Result<W> {
        self.group()?;
        self.file.into_inner().context("cannot write the end of the file")
    }
}

fn array(rows: &[Record], column: Column) -> Result<ArrayRef> {
    let (name, form) = column;
    let wrong = |value: &Value, wanted: &str| format!("field `{name}` is {value}, not {wanted}");
    Ok(match form {
        Form::Text | Form::Json => {
            let mut texts = StringBuilder::new();
            for row in rows {
                match value(&row.fields, column) {
                    Value::Null => texts.append_null(),
                    Value::String(text) => texts.append_value(text),
                    other => texts.append_value(other.to_string()),
                }
            }
            Arc::new(texts.finish())
        }
        Form::Number => {
            let mut numbers = UInt32Builder::new();
            for row in rows {
                let value = value(&row.fields, column);
                let number = value.as_u64().and_then(|number| u32::try_from(number).ok());
                numbers.append_value(number.with_context(|| wrong(&value, "a whole number"))?);
            }
            Arc::new(numbers.finish())
        }
        Form::Texts => {
            let mut lists = ListBuilder::new(StringBuilder::new()).with_field(schema::item());
            for row in rows {
                let value = value(&row.fields, column);
                let list = value.as_array().with_context(|| wrong(&value, "a list"))?;
                for text in list {
                    lists.values().append_value(text.as_str().with_context(|| wrong(text, "a text"))?);
                }
                lists.append(true);
            }
            Arc::new(lists.finish())
        }
        Form::Picture => {
            let (mut bytes, mut paths) = (BinaryBuilder::new(), StringBuilder::new());
            let mut present = Vec::with_capacity(rows.len());
            for row in rows {
                let picture = row.pictures.get(name).filter(|picture| !picture.is_empty());
                bytes.append_option(picture.and_then(|picture| picture.bytes.as_ref()));
                paths.append_option(picture.and_then(|picture| picture.path.as_ref()));
                present.push(picture.is_some());
            }
            let columns: Vec<ArrayRef> = vec![Arc::new(bytes.finish()), Arc::new(paths.finish())];
            Arc::new(StructArray::try_new(schema::picture(), columns, Some(present.into()))?)
        }
    })
}

/// Reads a file batch by batch.
pub(super) struct Reader {
    batches: ParquetRecordBatchReader,
    rows: std::vec::IntoIter<Record>,
}

impl Reader {
    pub(super) fn new<R: ChunkReader + 'static>(file: R) -> Result<Self> {
        let builder = ParquetRecordBatchReaderBuilder::try_new(file).context("no Parquet file")?;
        Ok(Self { batches: builder.with_batch_size(READ).build()?, rows: vec![].into_iter() })
    }
}

impl Iterator for Reader {
    type Item = Result<Record>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(row) = self.rows.next() {
                return Some(Ok(row));
            }
            let batch = self.batches.next()?;
            match batch.map_err(anyhow::Error::from).and_then(|batch| cell::records(&batch)) {
                Ok(rows) => self.rows = rows.into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}
