//! The virtual files of a conversation that are not pictures, and the folders of all of them.
//!
//! Nothing outside is reached: a path is a key. `/a/./b.txt` and `a/b.txt` are the same file, as the
//! working directory is `/`. Pictures that scripts save live in the
//! [drawing state](crate::pil::DrawState), which keeps their pixels; here they are seen as the bytes of
//! their format.

mod modes;
mod open;
mod stream;
mod stream_methods;

use std::rc::Rc;

use indexmap::IndexMap;

pub(crate) use open::open;
pub(crate) use stream::{Content, Stream, class_of};

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::value::Value;

/// Folders that are there from the start.
const FOLDERS: [&str; 3] = ["output", "tmp", "mnt"];

/// Files and folders that scripts made.
#[derive(Default)]
pub(crate) struct Tree {
    files: IndexMap<String, Rc<Content>>,
    folders: IndexMap<String, Charge>,
}

impl Tree {
    /// Removes the file of a [`key`], when a picture takes its place.
    pub(crate) fn forget(&mut self, key: &str) {
        self.files.shift_remove(key);
    }
}

/// What is at a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    File,
    Folder,
}

/// The path without what does not matter: `.`, `..`, doubled and leading slashes.
pub(crate) fn key(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// An error of the operating system about a path.
pub(crate) fn os_error(kind: ExcKind, path: &str) -> Fault {
    let text = match kind {
        ExcKind::FileNotFoundError => "[Errno 2] No such file or directory",
        ExcKind::FileExistsError => "[Errno 17] File exists",
        ExcKind::NotADirectoryError => "[Errno 20] Not a directory",
        ExcKind::IsADirectoryError => "[Errno 21] Is a directory",
        _ => "[Errno 39] Directory not empty",
    };
    let shown: String = path.chars().take(200).collect();
    Fault::new(kind, format!("{text}: '{shown}'"))
}

impl Ctx {
    /// The text of a path argument: a `str`, or an object with `__fspath__`.
    pub(crate) fn path_text(&mut self, value: &Value) -> PyResult<String> {
        let text = match value {
            Value::Str(text) => {
                self.burn(text.len() as u64 / 16)?;
                return Ok((***text).to_owned());
            }
            Value::Host(host) => {
                host.downcast::<Stream>().and_then(|stream| stream.path().map(str::to_owned))
            }
            Value::Instance(_) => match self.special(value, "__fspath__")? {
                Some(Value::Str(text)) => Some((**text).to_owned()),
                _ => None,
            },
            _ => None,
        };
        text.ok_or_else(|| {
            let name = value.type_name();
            Fault::type_error(format!("expected str, bytes or os.PathLike object, not {name}"))
        })
    }

    /// What is at a path.
    pub(crate) fn entry(&mut self, path: &str) -> PyResult<Option<Entry>> {
        self.burn(path.len() as u64 / 8 + 1)?;
        let key = key(path);
        if self.draw.tree.files.contains_key(&key) || self.draw.file_exists(path) {
            return Ok(Some(Entry::File));
        }
        if key.is_empty() || FOLDERS.contains(&&*key) || self.draw.tree.folders.contains_key(&key) {
            return Ok(Some(Entry::Folder));
        }
        // Folders above a picture are there without anyone having made them.
        let inside = format!("{key}/");
        let pictures = self.draw.picture_keys().count();
        self.burn(pictures as u64)?;
        Ok(self.draw.picture_keys().any(|name| name.starts_with(&inside)).then_some(Entry::Folder))
    }

    /// Whether the folder was there before the script ran, without its doing.
    pub(crate) fn given_folder(&self, path: &str) -> bool {
        FOLDERS.contains(&&*key(path))
    }

    /// The names in a folder, sorted.
    pub(crate) fn folder(&mut self, path: &str) -> PyResult<Vec<String>> {
        match self.entry(path)? {
            Some(Entry::Folder) => {}
            Some(Entry::File) => return Err(os_error(ExcKind::NotADirectoryError, path)),
            None => return Err(os_error(ExcKind::FileNotFoundError, path)),
        }
        let key = key(path);
        let tree = &self.draw.tree;
        let count = tree.files.len() + tree.folders.len() + self.draw.picture_keys().count();
        self.burn(4 * count as u64)?;
        let tree = &self.draw.tree;
        let all: Vec<String> =
            tree.files.keys().chain(tree.folders.keys()).cloned().chain(self.draw.picture_keys()).collect();
        let mut names: Vec<String> = all
            .iter()
            .filter_map(|name| match key.is_empty() {
                true => Some(&**name),
                false => name.strip_prefix(&*key)?.strip_prefix('/'),
            })
            .filter_map(|rest| rest.split('/').next().map(str::to_owned))
            .collect();
        crate::sorting::sort(&mut names);
        names.dedup();
        Ok(names)
    }

    /// Makes a folder, and the folders above it if `parents`.
    pub(crate) fn make_folder(&mut self, path: &str, exist_ok: bool, parents: bool) -> PyResult<()> {
        match self.entry(path)? {
            Some(Entry::Folder) if exist_ok => return Ok(()),
            Some(_) => return Err(os_error(ExcKind::FileExistsError, path)),
            None => {}
        }
        let key = key(path);
        if let Some((parent, _)) = key.rsplit_once('/')
            && !parents
            && self.entry(parent)? != Some(Entry::Folder)
        {
            return Err(os_error(ExcKind::FileNotFoundError, path));
        }
        self.keep_folders(&key)
    }

    /// Keeps a folder and those above it.
    fn keep_folders(&mut self, key: &str) -> PyResult<()> {
        let ends = key.match_indices('/').map(|(at, _)| at).chain([key.len()]);
        for end in ends {
            self.burn(end as u64 / 8 + 1)?;
            if self.draw.tree.folders.contains_key(&key[..end]) {
                continue;
            }
            let charge = self.charge(2 * end + 128)?;
            self.draw.tree.folders.insert(key[..end].to_owned(), charge);
        }
        Ok(())
    }

    /// Forgets a file.
    pub(crate) fn remove_file(&mut self, path: &str) -> PyResult<()> {
        match self.entry(path)? {
            Some(Entry::File) => {}
            Some(Entry::Folder) => return Err(os_error(ExcKind::IsADirectoryError, path)),
            None => return Err(os_error(ExcKind::FileNotFoundError, path)),
        }
        self.burn(self.draw.tree.files.len() as u64 / 8)?;
        self.draw.tree.files.shift_remove(&key(path));
        self.draw.forget(path);
        Ok(())
    }

    /// Forgets an empty folder.
    pub(crate) fn remove_folder(&mut self, path: &str) -> PyResult<()> {
        if !self.folder(path)?.is_empty() {
            return Err(os_error(ExcKind::OSError, path));
        }
        self.draw.tree.folders.shift_remove(&key(path));
        Ok(())
    }

    /// The bytes of a file; for a picture, those of its format.
    pub(crate) fn file_content(&mut self, path: &str) -> PyResult<Option<Rc<Content>>> {
        if let Some(content) = self.draw.tree.files.get(&key(path)) {
            return Ok(Some(content.clone()));
        }
        match crate::pil::file_bytes(self, path)? {
            Some(bytes) => Ok(Some(Rc::new(Content::new(self, bytes)?))),
            None => Ok(None),
        }
    }

    /// The content of a file that is no saved picture.
    pub(crate) fn file_content_of_data(&self, path: &str) -> Option<Rc<Content>> {
        self.draw.tree.files.get(&key(path)).cloned()
    }

    /// Puts a file at a path.
    pub(crate) fn keep_file(&mut self, path: &str, content: Rc<Content>) -> PyResult<()> {
        if let Some(Entry::Folder) = self.entry(path)? {
            return Err(os_error(ExcKind::IsADirectoryError, path));
        }
        if let Some((folder, _)) = key(path).rsplit_once('/') {
            self.keep_folders(folder)?;
        }
        content.name(self, path)?;
        self.draw.forget(path);
        self.draw.tree.files.insert(key(path), content);
        Ok(())
    }
}
