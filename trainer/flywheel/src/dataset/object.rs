//! A file of a store that is read piece by piece.

use std::io::{self, Read};

use bytes::{Buf, Bytes};
use object_store::ObjectStoreExt;
use object_store::path::Path;
use parquet::errors::ParquetError;
use parquet::file::reader::{ChunkReader, Length};

use super::store::Store;

/// Bytes fetched at a time.
const WINDOW: u64 = 1 << 20;

/// Reads from its beginning, or for Parquet from anywhere.
#[derive(Clone)]
pub struct Object {
    store: Store,
    path: Path,
    size: u64,
    at: u64,
    window: Bytes,
}

impl Object {
    pub(super) fn new(store: Store, path: Path, size: u64) -> Self {
        Self { store, path, size, at: 0, window: Bytes::new() }
    }

    fn fetch(&self, start: u64, end: u64) -> object_store::Result<Bytes> {
        self.store.wait(self.store.objects().get_range(&self.path, start..end))
    }
}

impl Read for Object {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.window.is_empty() && self.at < self.size {
            let end = self.size.min(self.at + WINDOW);
            self.window = self.fetch(self.at, end).map_err(io::Error::other)?;
            self.at = end;
        }
        let n = into.len().min(self.window.len());
        self.window.copy_to_slice(&mut into[..n]);
        Ok(n)
    }
}

impl Length for Object {
    fn len(&self) -> u64 {
        self.size
    }
}

impl ChunkReader for Object {
    type T = Object;

    fn get_read(&self, start: u64) -> parquet::errors::Result<Object> {
        Ok(Self { at: start, window: Bytes::new(), ..self.clone() })
    }

    fn get_bytes(&self, start: u64, length: usize) -> parquet::errors::Result<Bytes> {
        self.fetch(start, start + length as u64).map_err(|error| ParquetError::External(Box::new(error)))
    }
}
