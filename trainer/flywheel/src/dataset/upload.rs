//! A file of a store that is written piece by piece.

use std::io::{self, Write};

use anyhow::{Context, Result};
use object_store::{MultipartUpload, PutPayload};

use super::store::Store;

/// Bytes of a piece; object stores want all but the last to be as large as this.
const PIECE: usize = 8 << 20;

/// What is written appears when [`Upload::finish`] says so, and never if it is not called.
pub struct Upload {
    store: Store,
    parts: Box<dyn MultipartUpload>,
    buffer: Vec<u8>,
}

impl Upload {
    pub(super) fn new(store: Store, parts: Box<dyn MultipartUpload>) -> Self {
        Self { store, parts, buffer: Vec::new() }
    }

    /// Writes what is left and lets the file appear.
    ///
    /// # Errors
    /// If the store refuses.
    pub fn finish(mut self) -> Result<()> {
        self.send().with_context(|| format!("cannot write to {}", self.store.name()))?;
        self.store
            .wait(self.parts.complete())
            .with_context(|| format!("cannot finish a file in {}", self.store.name()))?;
        Ok(())
    }

    fn send(&mut self) -> io::Result<()> {
        let piece = std::mem::take(&mut self.buffer);
        let part = self.parts.put_part(PutPayload::from(piece));
        self.store.wait(part).map_err(io::Error::other)
    }
}

impl Write for Upload {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(PIECE - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        if self.buffer.len() == PIECE {
            self.send()?;
        }
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
