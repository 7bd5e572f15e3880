//! What is judged already, on disk, so that a stopped run goes on.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::cells::Cell;

/// Its name in the output folder: not `.jsonl`, which would be read as problems.
const NAME: &str = "judged.log";

/// One problem's judgement.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Judged {
    /// Problem id.
    pub id: String,
    /// Its cell; none if its code fails in the sandbox.
    pub cell: Option<Cell>,
}

/// The judgements of a run.
pub struct Ledger {
    path: PathBuf,
    file: Mutex<File>,
    known: HashMap<String, Option<Cell>>,
}

impl Ledger {
    /// Opens the ledger in a folder, made if need be. `run` says which model is asked what and how: a ledger of
    /// another run is not gone on with.
    ///
    /// # Errors
    /// If the ledger is of another run or not one, or the disk refuses.
    pub fn open(folder: &Path, run: &Value) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
        let path = folder.join(NAME);
        let text = if path.exists() {
            fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?
        } else {
            String::new()
        };
        // A kill may have cut the last line off.
        let whole = text.rfind('\n').map_or(0, |end| end + 1);
        let mut lines = text[..whole].lines();
        let mut known = HashMap::new();
        if let Some(first) = lines.next() {
            let first: Value = serde_json::from_str(first)
                .with_context(|| format!("{}: expected the flags of a run", path.display()))?;
            ensure!(
                first == *run,
                "{} is of another run ({first}): take another --out, or delete it",
                path.display()
            );
        }
        for (number, line) in lines.enumerate() {
            let judged: Judged = serde_json::from_str(line)
                .with_context(|| format!("{}, line {}", path.display(), number + 2))?;
            known.insert(judged.id, judged.cell);
        }
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .with_context(|| format!("writing {}", path.display()))?;
        file.set_len(whole as u64).with_context(|| format!("writing {}", path.display()))?;
        std::io::Seek::seek(&mut file, std::io::SeekFrom::End(0))?;
        if whole == 0 {
            writeln!(file, "{run}").with_context(|| format!("writing {}", path.display()))?;
        }
        Ok(Self { path, file: Mutex::new(file), known })
    }

    /// What was judged before.
    pub fn known(&self, id: &str) -> Option<Option<Cell>> {
        self.known.get(id).copied()
    }

    /// Notes a judgement.
    ///
    /// # Errors
    /// If the disk refuses.
    pub fn note(&self, id: &str, cell: Option<Cell>) -> Result<()> {
        let line = serde_json::to_string(&Judged { id: id.to_owned(), cell })? + "\n";
        let mut file = self.file.lock().expect("no thread panics while holding it");
        file.write_all(line.as_bytes()).with_context(|| format!("writing {}", self.path.display()))
    }
}
