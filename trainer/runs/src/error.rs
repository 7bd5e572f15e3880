//! What can go wrong with a run's files.

use std::io;
use std::path::{Path, PathBuf};

/// Why a run's file could not be written or read.
#[derive(Debug, thiserror::Error)]
pub enum RunsError {
    /// The disk refuses.
    #[error("{doing} {}: {source}", path.display())]
    Disk {
        /// What was being done, such as `writing`.
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A line is not what the file holds.
    #[error("{} line {line}: {what}", path.display())]
    Line {
        /// The file.
        path: PathBuf,
        /// Line number, from 1.
        line: usize,
        /// What is wrong and what to do.
        what: String,
    },
    /// A whole file is not what it should be.
    #[error("{}: {what}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What is wrong and what to do.
        what: String,
    },
    /// What the caller wants recorded has no form that the files can hold.
    #[error("a {what} cannot be recorded: {why}")]
    Record {
        /// The thing, such as `log line`.
        what: &'static str,
        /// What was expected of it.
        why: String,
    },
    /// The report's page could not be made.
    #[error("the report's page: {0}")]
    Page(#[from] minijinja::Error),
}

impl RunsError {
    /// For `map_err` on what the disk answers.
    pub(crate) fn disk(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Disk { doing, path: path.to_owned(), source }
    }

    pub(crate) fn record(what: &'static str, why: impl ToString) -> Self {
        Self::Record { what, why: why.to_string() }
    }
}
