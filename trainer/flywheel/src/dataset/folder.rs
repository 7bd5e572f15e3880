//! A plain folder of problems: V-Interaction and V-Perception rows beside a folder of images.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use vthinker_core::think::Task;

use super::read::read;
use super::row::Row;
use crate::Problem;

const INTERACTION: &str = "interaction.jsonl";
const PERCEPTION: &str = "perception.jsonl";
const IMAGES: &str = "images";

/// Writes a folder of problems.
pub struct Writer {
    folder: PathBuf,
    interaction: BufWriter<File>,
    perception: BufWriter<File>,
}

impl Writer {
    /// Makes the folder, or empties the two lists in it.
    pub fn create(folder: &Path) -> Result<Self> {
        let images = folder.join(IMAGES);
        fs::create_dir_all(&images).with_context(|| format!("cannot make {}", images.display()))?;
        let list = |name| {
            let path = folder.join(name);
            File::create(&path)
                .map(BufWriter::new)
                .with_context(|| format!("cannot write {}", path.display()))
        };
        Ok(Self { folder: folder.to_owned(), interaction: list(INTERACTION)?, perception: list(PERCEPTION)? })
    }

    /// Writes one problem.
    pub fn write(&mut self, problem: &Problem) -> Result<()> {
        let image = format!("{IMAGES}/{}.png", problem.id);
        let edited = format!("{IMAGES}/{}-edited.png", problem.id);
        for (name, bytes) in [(&image, &problem.image), (&edited, &problem.edited_image)] {
            let path = self.folder.join(name);
            fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
        }
        let list =
            if problem.task == Task::Perception { &mut self.perception } else { &mut self.interaction };
        let row = serde_json::to_string(&Row::of(problem, &image, &edited))?;
        writeln!(list, "{row}").context("cannot write the list of problems")
    }

    /// Writes what is still buffered.
    pub fn finish(mut self) -> Result<()> {
        self.interaction.flush()?;
        self.perception.flush()?;
        Ok(())
    }
}

/// Reads a folder that [`Writer`] wrote, perception first, then interaction, each in order; or any other data set
/// that [`super::read()`] reads, as far as it fits into memory. Of a data set in splits only what is for training.
///
/// # Errors
/// If the folder holds no problems, or a row cannot be read.
pub fn read_dir(path: &Path) -> Result<Vec<Problem>> {
    let problems: Vec<Problem> = read(&path.to_string_lossy())?.training().collect::<Result<_>>()?;
    if problems.is_empty() {
        bail!("{} holds no problems: expected {PERCEPTION} or {INTERACTION} with rows", path.display());
    }
    Ok(problems)
}
