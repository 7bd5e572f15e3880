//! From Arrow's columns to rows.

use anyhow::{Context, Result, bail};
use arrow_array::cast::AsArray;
use arrow_array::types::{
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type,
    UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::DataType;
use serde_json::{Map, Value};

use crate::dataset::columns::is_picture;
use crate::dataset::picture::Picture;
use crate::dataset::record::Record;

/// The rows of a batch.
pub(super) fn records(batch: &RecordBatch) -> Result<Vec<Record>> {
    let mut records = vec![Record::default(); batch.num_rows()];
    let schema = batch.schema();
    for (field, column) in schema.fields().iter().zip(batch.columns()) {
        let name = field.name();
        for (row, record) in records.iter_mut().enumerate() {
            let place = || format!("column `{name}`");
            if is_picture(name) {
                record.pictures.insert(name.clone(), picture(column, row).with_context(place)?);
            } else {
                record.fields.insert(name.clone(), json(column, row).with_context(place)?);
            }
        }
    }
    Ok(records)
}

fn picture(column: &ArrayRef, row: usize) -> Result<Picture> {
    if column.is_null(row) {
        return Ok(Picture::default());
    }
    if let Some(parts) = column.as_struct_opt() {
        let part = |name| parts.column_by_name(name).filter(|part| !part.is_null(row));
        let bytes = part("bytes").map(|part| bytes(part, row)).transpose()?;
        let path = part("path").map(|part| json(part, row)).transpose()?;
        return Ok(Picture { path: path.and_then(|path| path.as_str().map(str::to_owned)), bytes });
    }
    match column.data_type() {
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View => Picture::from_json(&json(column, row)?),
        _ => Ok(Picture { path: None, bytes: Some(bytes(column, row)?) }),
    }
}

fn bytes(column: &ArrayRef, row: usize) -> Result<Vec<u8>> {
    Ok(match column.data_type() {
        DataType::Binary => column.as_binary::<i32>().value(row).to_vec(),
        DataType::LargeBinary => column.as_binary::<i64>().value(row).to_vec(),
        DataType::BinaryView => column.as_binary_view().value(row).to_vec(),
        other => bail!("expected bytes of a picture, found {other}"),
    })
}

fn json(column: &ArrayRef, row: usize) -> Result<Value> {
    if column.is_null(row) {
        return Ok(Value::Null);
    }
    macro_rules! number {
        ($kind:ty) => {
            Value::from(column.as_primitive::<$kind>().value(row))
        };
    }
    let list = |items: ArrayRef| -> Result<Value> { (0..items.len()).map(|i| json(&items, i)).collect() };
    Ok(match column.data_type() {
        DataType::Utf8 => column.as_string::<i32>().value(row).into(),
        DataType::LargeUtf8 => column.as_string::<i64>().value(row).into(),
        DataType::Utf8View => column.as_string_view().value(row).into(),
        DataType::Boolean => column.as_boolean().value(row).into(),
        DataType::Int8 => number!(Int8Type),
        DataType::Int16 => number!(Int16Type),
        DataType::Int32 => number!(Int32Type),
        DataType::Int64 => number!(Int64Type),
        DataType::UInt8 => number!(UInt8Type),
        DataType::UInt16 => number!(UInt16Type),
        DataType::UInt32 => number!(UInt32Type),
        DataType::UInt64 => number!(UInt64Type),
        DataType::Float32 => number!(Float32Type),
        DataType::Float64 => number!(Float64Type),
        DataType::List(_) => list(column.as_list::<i32>().value(row))?,
        DataType::LargeList(_) => list(column.as_list::<i64>().value(row))?,
        DataType::FixedSizeList(..) => list(column.as_fixed_size_list().value(row))?,
        DataType::Struct(fields) => {
            let parts = column.as_struct();
            let mut object = Map::new();
            for (field, part) in fields.iter().zip(parts.columns()) {
                // What a row lacks is null in the structure of all rows.
                let value = json(part, row)?;
                if !value.is_null() {
                    object.insert(field.name().clone(), value);
                }
            }
            Value::Object(object)
        }
        other => bail!("a column of {other} is not understood"),
    })
}
