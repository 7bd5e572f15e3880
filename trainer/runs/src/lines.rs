//! A file of JSON lines that a resumed run goes on with.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::RunsError;

/// The field that every line of a run's files has.
#[derive(Debug, Deserialize)]
struct Stepped {
    step: usize,
}

/// An open file of JSON lines, each with a `step`, in the order of the steps.
#[derive(Debug)]
pub(crate) struct Lines {
    file: File,
    path: PathBuf,
    bytes: u64,
}

impl Lines {
    /// Opens the file of a run that begins at step `start`: lines of the steps before stay, others go.
    ///
    /// A killed run may have written steps after its last checkpoint; they are done again, so their lines go. A
    /// last line that the kill tore goes too. `kept` hears the step of every line that stays.
    pub(crate) fn open(path: &Path, start: usize, mut kept: impl FnMut(usize)) -> Result<Self, RunsError> {
        // Not `append`: Windows could then not cut the file.
        let mut file = File::options()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(RunsError::disk("opening", path))?;
        let mut bytes = 0;
        let mut ended = true;
        if start > 0 {
            let mut reader = BufReader::new(&file);
            let mut line = vec![];
            for number in 1.. {
                line.clear();
                let read =
                    reader.read_until(b'\n', &mut line).map_err(RunsError::disk("reading", path))? as u64;
                if read == 0 {
                    break;
                }
                ended = line.ends_with(b"\n");
                match serde_json::from_slice::<Stepped>(&line) {
                    Ok(Stepped { step }) if step < start => kept(step),
                    Ok(_) => break,
                    Err(_) if !ended => break,
                    Err(error) => {
                        return Err(RunsError::Line {
                            path: path.to_owned(),
                            line: number,
                            what: format!(
                                "expected a JSON object with a whole number `step`: {error}; remove the line, or start \
                                 a new run in another folder"
                            ),
                        });
                    }
                }
                bytes += read;
            }
        }
        file.set_len(bytes).map_err(RunsError::disk("cutting", path))?;
        file.seek(SeekFrom::End(0)).map_err(RunsError::disk("opening", path))?;
        let mut lines = Self { file, path: path.to_owned(), bytes };
        // A whole object whose line end is missing was kept: edited by hand, or cut just there.
        if !ended && bytes > 0 && !lines.ends()? {
            lines.write(b"\n")?;
        }
        Ok(lines)
    }

    /// Adds a line. It is in the system's hands when this returns.
    pub(crate) fn add(&mut self, json: &str) -> Result<(), RunsError> {
        debug_assert!(!json.contains('\n'));
        let mut line = Vec::with_capacity(json.len() + 1);
        line.extend_from_slice(json.as_bytes());
        line.push(b'\n');
        self.write(&line)
    }

    /// Size of the file.
    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Keeps only lines whose step `keep` agrees to. A kill leaves either the old file or the new one.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(usize) -> bool) -> Result<(), RunsError> {
        let fresh = self.path.with_extension("jsonl.new");
        let mut to = File::create(&fresh).map_err(RunsError::disk("creating", &fresh))?;
        let from = File::open(&self.path).map_err(RunsError::disk("opening", &self.path))?;
        let mut reader = BufReader::new(from);
        let (mut line, mut bytes) = (vec![], 0);
        while reader.read_until(b'\n', &mut line).map_err(RunsError::disk("reading", &self.path))? > 0 {
            if serde_json::from_slice::<Stepped>(&line).is_ok_and(|s| keep(s.step)) {
                to.write_all(&line).map_err(RunsError::disk("writing", &fresh))?;
                bytes += line.len() as u64;
            }
            line.clear();
        }
        fs::rename(&fresh, &self.path).map_err(RunsError::disk("moving", &fresh))?;
        self.file = to;
        self.bytes = bytes;
        Ok(())
    }

    /// Whether the file's last byte ends a line.
    fn ends(&mut self) -> Result<bool, RunsError> {
        use std::io::Read;
        let mut last = [0];
        self.file.seek(SeekFrom::End(-1)).map_err(RunsError::disk("reading", &self.path))?;
        self.file.read_exact(&mut last).map_err(RunsError::disk("reading", &self.path))?;
        Ok(last == *b"\n")
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), RunsError> {
        if let Err(error) = self.file.write_all(bytes) {
            // A full disk took a part: without it the next line is a line of its own. If that fails too, the part is
            // found when the file is next opened.
            let _ = self.file.set_len(self.bytes).and_then(|()| self.file.seek(SeekFrom::Start(self.bytes)));
            return Err(RunsError::disk("writing", &self.path)(error));
        }
        self.bytes += bytes.len() as u64;
        Ok(())
    }
}
