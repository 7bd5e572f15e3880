//! One file of a finished data set.

use std::io::{self, Write};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use super::columns::Kind;
use super::picture::Picture;
use super::plan::Format;
use super::record::Record;
use super::store::Store;
use super::upload::Upload;
use super::{jsonl, parquet};

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Output {
    /// Its path within the data set.
    pub path: String,
    /// Rows in it.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
    /// FNV-1a of its bytes, in hexadecimal.
    pub hash: String,
}

/// Writes a file, and the pictures beside it if rows only name them.
pub(super) struct Writer {
    /// The folder that the file lies in.
    store: Store,
    kind: Kind,
    stem: String,
    pictures: bool,
    rows: u64,
    file: File,
}

enum File {
    Parquet(Box<parquet::Writer<Counted>>),
    Jsonl(Counted),
}

impl Writer {
    /// Begins `stem.parquet` or `stem.jsonl` in the folder of its kind; leftovers of an interrupted run go.
    pub(super) fn create(store: &Store, kind: Kind, stem: &str, format: Format) -> Result<Self> {
        let name = format!("{stem}.{}", format.extension());
        let store = store.within(kind.name());
        store.clear_unfinished(&name)?;
        let file = Counted { upload: store.upload(&name)?, bytes: 0, hash: fnv(SEED, &[]) };
        let file = match format {
            Format::Parquet => File::Parquet(Box::new(parquet::Writer::new(kind, file)?)),
            Format::Jsonl | Format::JsonlBytes => File::Jsonl(file),
        };
        let pictures = format == Format::Jsonl;
        Ok(Self { store, kind, stem: stem.to_owned(), pictures, rows: 0, file })
    }

    pub(super) fn write(&mut self, mut record: Record) -> Result<()> {
        if self.pictures {
            for picture in record.pictures.values_mut() {
                if let (Some(name), Some(bytes)) = (&picture.path, picture.bytes.take()) {
                    let path = format!("{}/{name}", self.stem);
                    self.store.put(&path, bytes)?;
                    *picture = Picture::at(path);
                }
            }
        }
        self.rows += 1;
        match &mut self.file {
            File::Parquet(file) => file.write(record),
            File::Jsonl(file) => {
                file.write_all(&jsonl::line(self.kind, &record)?).context("cannot write a row")
            }
        }
    }

    /// Lets the file appear.
    pub(super) fn finish(self) -> Result<Output> {
        let (file, extension) = match self.file {
            File::Parquet(file) => (file.finish()?, "parquet"),
            File::Jsonl(file) => (file, "jsonl"),
        };
        let path = format!("{}/{}.{extension}", self.kind.name(), self.stem);
        let output = Output { path, rows: self.rows, bytes: file.bytes, hash: format!("{:016x}", file.hash) };
        file.upload.finish()?;
        Ok(output)
    }
}

/// Counts and hashes what passes.
struct Counted {
    upload: Upload,
    bytes: u64,
    hash: u64,
}

impl Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.upload.write(bytes)?;
        self.bytes += taken as u64;
        self.hash = fnv(self.hash, &bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.upload.flush()
    }
}

/// Where FNV-1a begins.
pub(super) const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a continued with some bytes.
pub(super) fn fnv(hash: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
