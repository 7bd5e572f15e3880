//! Data sets read row by row.

use std::collections::VecDeque;

use anyhow::{Context, Result, bail, ensure};

use super::record::Record;
use super::store::Store;
use super::{jsonl, parquet};
use crate::Problem;

/// The rows of a file or of all files of a folder, one at a time.
pub struct Records {
    files: VecDeque<(Store, String)>,
    current: Option<(Store, String, Rows)>,
}

enum Rows {
    Jsonl(Box<jsonl::Reader>),
    Parquet(Box<parquet::Reader>),
}

/// Reads a `.jsonl` or `.parquet` file, or all of a folder and of the folders within: lists of perception first, then
/// in the order of their names.
///
/// # Errors
/// If the place cannot be listed or holds no such file: nothing read from a mistyped name would be taken for nothing there.
pub fn records(location: &str) -> Result<Records> {
    let mut files = VecDeque::new();
    if form(location).is_some() {
        let (folder, name) = location.rsplit_once('/').unwrap_or((".", location));
        let folder = if folder.is_empty() { "/" } else { folder };
        files.push_back((Store::open(folder)?, name.to_owned()));
    } else {
        gather(&Store::open(location)?, &mut files)?;
    }
    ensure!(
        !files.is_empty(),
        "{location} holds no .jsonl or .parquet file: expected a data set of `trainer synth` or files of its fields"
    );
    Ok(Records { files, current: None })
}

impl Records {
    /// Only of files whose names begin with that of a split, such as `train`.
    #[must_use]
    pub fn split(mut self, name: &str) -> Self {
        self.files
            .retain(|(_, file)| file.strip_prefix(name).is_some_and(|rest| rest.starts_with(['-', '.'])));
        self
    }

    /// Only of training, where there are splits.
    #[must_use]
    pub fn training(self) -> Self {
        let splits = self.files.iter().any(|(_, file)| file.starts_with("train-"));
        if splits { self.split("train") } else { self }
    }

    /// The rows of certain files of a store.
    pub(super) fn of(store: &Store, names: impl IntoIterator<Item = String>) -> Self {
        Self { files: names.into_iter().map(|name| (store.clone(), name)).collect(), current: None }
    }

    fn open(store: &Store, name: &str) -> Result<Rows> {
        let file = store.object(name)?;
        match form(name) {
            Some("parquet") => Ok(Rows::Parquet(Box::new(parquet::Reader::new(file)?))),
            Some(_) => Ok(Rows::Jsonl(Box::new(jsonl::Reader::new(file)))),
            None => bail!("a file of rows is called .jsonl or .parquet"),
        }
    }
}

impl Iterator for Records {
    /// The folder that paths of pictures start from, and the row.
    type Item = Result<(Store, Record)>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((store, name, rows)) = &mut self.current {
                let row = match rows {
                    Rows::Jsonl(rows) => rows.next(),
                    Rows::Parquet(rows) => rows.next(),
                };
                if let Some(row) = row {
                    let row = row.with_context(|| format!("{}/{name}", store.name()));
                    return Some(row.map(|row| (store.clone(), row)));
                }
            }
            let (store, name) = self.files.pop_front()?;
            match Self::open(&store, &name).with_context(|| format!("{}/{name}", store.name())) {
                Ok(rows) => self.current = Some((store, name, rows)),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// The problems of a data set, one at a time.
pub struct Problems {
    records: Records,
    ready: VecDeque<Problem>,
}

/// Reads the problems of a data set; see [`records`] for the place and [`Record::problems`] for what is filled.
///
/// # Errors
/// As [`records`].
pub fn read(location: &str) -> Result<Problems> {
    Ok(Problems { records: records(location)?, ready: VecDeque::new() })
}

impl Problems {
    /// Only of a split, such as `train`.
    #[must_use]
    pub fn split(mut self, name: &str) -> Self {
        self.records = self.records.split(name);
        self
    }

    /// Only of training, where there are splits.
    #[must_use]
    pub fn training(mut self) -> Self {
        self.records = self.records.training();
        self
    }
}

impl Iterator for Problems {
    type Item = Result<Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(problem) = self.ready.pop_front() {
                return Some(Ok(problem));
            }
            let (store, record) = match self.records.next()? {
                Ok(row) => row,
                Err(error) => return Some(Err(error)),
            };
            let load = |path: &str| match store.local() {
                Some(_) if path.starts_with('/') => {
                    std::fs::read(path).with_context(|| format!("cannot read {path}"))
                }
                _ => Ok(store.get(path)?.to_vec()),
            };
            match record.problems(&load).with_context(|| format!("in {}", store.name())) {
                Ok(problems) => self.ready.extend(problems),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

/// The form of a file by its name.
fn form(name: &str) -> Option<&'static str> {
    [(".jsonl", "jsonl"), (".parquet", "parquet")]
        .into_iter()
        .find_map(|(end, form)| name.ends_with(end).then_some(form))
}

fn gather(store: &Store, files: &mut VecDeque<(Store, String)>) -> Result<()> {
    let (mut names, mut folders) = store.list()?;
    names.retain(|name| form(name).is_some());
    for list in [&mut names, &mut folders] {
        list.sort_by_key(|name| !name.starts_with("perception"));
    }
    files.extend(names.iter().map(|name| (store.clone(), name.clone())));
    // Pictures lie in `images`, or in a folder of their list's name.
    let of_pictures = |folder: &str| folder == "images" || names.contains(&format!("{folder}.jsonl"));
    for folder in folders.iter().filter(|name| !name.starts_with(['_', '.']) && !of_pictures(name)) {
        gather(&store.within(folder), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_mistyped_place_is_not_an_empty_data_set() {
        let folder = tempfile::tempdir().unwrap();
        for place in [folder.path().to_owned(), folder.path().join("mistyped")] {
            let place = place.to_string_lossy();
            let error = read(&place).err().unwrap().to_string();
            assert!(error.contains(&*place) && error.contains(".parquet"), "{error}");
        }
    }
}
