//! Answers on disk, so that no prompt is paid twice.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::endpoint::Role;

/// An answer as it came, good or bad.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stored {
    /// What the model said; none if it declined.
    pub content: Option<String>,
    /// Why it stopped: `stop`, `length` and others.
    pub finish: String,
    /// Tokens of the prompt.
    pub input_tokens: u64,
    /// Tokens of the answer.
    pub output_tokens: u64,
    /// What it cost.
    pub cost: f64,
}

/// A folder of answers by the hash of what was asked.
#[derive(Debug)]
pub struct Cache {
    folder: PathBuf,
    busy: Mutex<HashSet<String>>,
    freed: Condvar,
    written: AtomicU64,
}

impl Cache {
    /// Opens or makes the folder.
    ///
    /// # Errors
    /// If it cannot be made.
    pub fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the cache {}", folder.display()))?;
        Ok(Self {
            folder: folder.to_owned(),
            busy: Mutex::default(),
            freed: Condvar::new(),
            written: AtomicU64::new(0),
        })
    }

    /// The name of what is asked: a hash of role, model, messages and schema.
    pub(super) fn key(role: Role, model: &str, messages: &Value, schema: &Value) -> String {
        let mut hash = Sha256::new();
        for part in [role.name(), model, &messages.to_string(), &schema.to_string()] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Keeps others from asking the same as long as the guard lives.
    pub(super) fn hold(&self, key: &str) -> Hold<'_> {
        let mut busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        while busy.contains(key) {
            busy = self.freed.wait(busy).unwrap_or_else(PoisonError::into_inner);
        }
        busy.insert(key.to_owned());
        Hold { cache: self, key: key.to_owned() }
    }

    /// The answer to what was asked before.
    pub(super) fn get(&self, role: Role, key: &str) -> Result<Option<Stored>> {
        let path = self.path(role, key);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => {
                return Err(error).with_context(|| format!("cannot read the answer {}", path.display()));
            }
        };
        let stored = serde_json::from_str(&text).with_context(|| {
            format!("{} is no stored answer; delete it to ask (and pay) again", path.display())
        })?;
        Ok(Some(stored))
    }

    /// Writes an answer so that it is there wholly or not at all, whenever the process is killed.
    pub(super) fn put(&self, role: Role, key: &str, stored: &Stored) -> Result<()> {
        write_whole(&self.path(role, key), &serde_json::to_vec(stored)?, || {
            self.written.fetch_add(1, Ordering::Relaxed)
        })
    }

    /// What the stored answers of a role cost.
    ///
    /// # Errors
    /// If the folder or an answer cannot be read.
    pub fn cost(&self, role: Role) -> Result<f64> {
        let mut sum = 0.0;
        let folder = self.folder.join(role.name());
        if !folder.exists() {
            return Ok(sum);
        }
        let place = || format!("cannot read the cache {}", folder.display());
        for shelf in fs::read_dir(&folder).with_context(place)? {
            for file in fs::read_dir(shelf.with_context(place)?.path()).with_context(place)? {
                let path = file.with_context(place)?.path();
                let key = path.file_stem().and_then(|stem| stem.to_str());
                if let (Some("json"), Some(key)) = (path.extension().and_then(|e| e.to_str()), key) {
                    sum += self.get(role, key)?.map_or(0.0, |stored| stored.cost);
                }
            }
        }
        Ok(sum)
    }

    fn path(&self, role: Role, key: &str) -> PathBuf {
        let shelf = key.get(..2).unwrap_or("00");
        self.folder.join(role.name()).join(shelf).join(format!("{key}.json"))
    }
}

/// Writes a file under another name first, so that it is there wholly or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], number: impl Fn() -> u64) -> Result<()> {
    let place = || format!("cannot write {}", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(place)?;
    }
    let draft = path.with_extension(format!("draft-{}-{}", std::process::id(), number()));
    let mut file = fs::File::create(&draft).with_context(place)?;
    file.write_all(bytes).with_context(place)?;
    file.sync_all().with_context(place)?;
    fs::rename(&draft, path).with_context(place)
}

pub(super) struct Hold<'a> {
    cache: &'a Cache,
    key: String,
}

impl Drop for Hold<'_> {
    fn drop(&mut self) {
        self.cache.busy.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
        self.cache.freed.notify_all();
    }
}
