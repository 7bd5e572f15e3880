//! Where data sets lie: a folder, an object store, or memory.

use std::path::{Path as Folder, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt, ObjectStoreScheme, PutPayload};
use tokio::runtime::Runtime;
use url::Url;

use super::object::Object;
use super::upload::Upload;

/// A place for files, named by a path or a URL. What is written to it appears whole or not at all.
#[derive(Clone)]
pub struct Store {
    objects: Arc<dyn ObjectStore>,
    prefix: Path,
    name: String,
    folder: Option<PathBuf>,
    runtime: Arc<Runtime>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.name)
    }
}

impl Store {
    /// A place by its name: a path, `file:///path`, `memory:///`, and with the feature `cloud` also `s3://bucket/prefix`,
    /// `gs://…`, `az://…`, `http(s)://…`, with keys from the environment variables that those services document.
    ///
    /// # Errors
    /// If the name is none of these, or the service is not configured.
    pub fn open(name: &str) -> Result<Self> {
        match Url::parse(name) {
            Ok(url) if url.scheme() == "file" => {
                let path = url.to_file_path().ok().with_context(|| format!("`{name}` names no path"))?;
                Self::folder(&path)
            }
            Ok(url) if name.contains("://") || url.scheme() == "memory" => Self::remote(name, &url),
            _ => Self::folder(Folder::new(name)),
        }
    }

    /// A folder of this machine; it need not exist.
    ///
    /// # Errors
    /// If the path cannot be made absolute.
    pub fn folder(path: &Folder) -> Result<Self> {
        let path = std::path::absolute(path).with_context(|| format!("folder `{}`", path.display()))?;
        let prefix = Path::from_absolute_path(&path)?;
        let name = path.display().to_string();
        Self::new(Arc::new(LocalFileSystem::new()), prefix, name, Some(path))
    }

    fn remote(name: &str, url: &Url) -> Result<Self> {
        let (scheme, _) = ObjectStoreScheme::parse(url).with_context(|| {
            format!("no store is called `{name}`; there are paths, file, memory, s3, gs, az, http(s)")
        })?;
        ensure!(
            cfg!(feature = "cloud") || scheme == ObjectStoreScheme::Memory,
            "`{name}` needs a build with the feature `cloud`"
        );
        let (objects, prefix) =
            object_store::parse_url_opts(url, std::env::vars()).with_context(|| format!("store `{name}`"))?;
        Self::new(Arc::from(objects), prefix, name.trim_end_matches('/').to_owned(), None)
    }

    fn new(
        objects: Arc<dyn ObjectStore>,
        prefix: Path,
        name: String,
        folder: Option<PathBuf>,
    ) -> Result<Self> {
        let mut builder = tokio::runtime::Builder::new_current_thread();
        #[cfg(feature = "cloud")]
        builder.enable_all();
        let runtime = builder.build().context("cannot start the input and output")?;
        Ok(Self { objects, prefix, name, folder, runtime: Arc::new(runtime) })
    }

    /// The name, for messages.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its folder, if it is one of this machine.
    pub fn local(&self) -> Option<&Folder> {
        self.folder.as_deref()
    }

    /// A place within this one; parts of the path may point upwards.
    pub fn within(&self, path: &str) -> Self {
        let name = format!("{}/{path}", self.name);
        let folder = self.folder.as_ref().map(|folder| folder.join(path));
        Self { prefix: self.path(path), name, folder, ..self.clone() }
    }

    /// The bytes of a file.
    ///
    /// # Errors
    /// If there is none or it cannot be read.
    pub fn get(&self, name: &str) -> Result<Bytes> {
        let path = self.path(name);
        self.wait(async { self.objects.get(&path).await?.bytes().await })
            .with_context(|| format!("cannot read {}/{name}", self.name))
    }

    /// The bytes of a file, or `None` if there is none.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn find(&self, name: &str) -> Result<Option<Bytes>> {
        let path = self.path(name);
        match self.wait(async { self.objects.get(&path).await?.bytes().await }) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error).with_context(|| format!("cannot read {}/{name}", self.name)),
        }
    }

    /// A file to be read piece by piece.
    ///
    /// # Errors
    /// If there is none.
    pub fn object(&self, name: &str) -> Result<Object> {
        let path = self.path(name);
        let meta = self
            .wait(self.objects.head(&path))
            .with_context(|| format!("cannot open {}/{name}", self.name))?;
        Ok(Object::new(self.clone(), path, meta.size))
    }

    /// Writes a file.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn put(&self, name: &str, bytes: impl Into<Bytes>) -> Result<()> {
        let payload = PutPayload::from_bytes(bytes.into());
        self.wait(self.objects.put(&self.path(name), payload))
            .with_context(|| format!("cannot write {}/{name}", self.name))?;
        Ok(())
    }

    /// A file to be written piece by piece; it appears when it is finished.
    ///
    /// # Errors
    /// If it cannot be begun.
    pub fn upload(&self, name: &str) -> Result<Upload> {
        let upload = self
            .wait(self.objects.put_multipart(&self.path(name)))
            .with_context(|| format!("cannot write {}/{name}", self.name))?;
        Ok(Upload::new(self.clone(), upload))
    }

    /// Names of the files and of the folders directly within, in order.
    ///
    /// # Errors
    /// If they cannot be listed.
    pub fn list(&self) -> Result<(Vec<String>, Vec<String>)> {
        let list = self
            .wait(self.objects.list_with_delimiter(Some(&self.prefix)))
            .with_context(|| format!("cannot list {}", self.name))?;
        let last = |path: &Path| path.filename().map(str::to_owned);
        let mut files: Vec<String> = list.objects.iter().filter_map(|meta| last(&meta.location)).collect();
        let mut folders: Vec<String> = list.common_prefixes.iter().filter_map(last).collect();
        files.sort_unstable();
        folders.sort_unstable();
        Ok((files, folders))
    }

    /// Removes everything within.
    ///
    /// # Errors
    /// If something cannot be removed.
    pub fn clear(&self) -> Result<()> {
        if let Some(folder) = &self.folder {
            return match std::fs::remove_dir_all(folder) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    Err(error).with_context(|| format!("cannot remove {}", folder.display()))
                }
                _ => Ok(()),
            };
        }
        let (files, folders) = self.list()?;
        for file in files {
            self.wait(self.objects.delete(&self.path(&file)))
                .with_context(|| format!("cannot remove {}/{file}", self.name))?;
        }
        folders.iter().try_for_each(|folder| self.within(folder).clear())
    }

    /// Removes what an interrupted [`Store::upload`] of a file left behind: on this machine, files of its name with a
    /// number; object stores forget unfinished uploads by rules of their own.
    ///
    /// # Errors
    /// If something cannot be removed.
    pub fn clear_unfinished(&self, name: &str) -> Result<()> {
        let Some(path) = self.folder.as_ref().map(|folder| folder.join(name)) else { return Ok(()) };
        let (Some(folder), Some(file)) = (path.parent(), path.file_name()) else { return Ok(()) };
        let Ok(entries) = std::fs::read_dir(folder) else { return Ok(()) };
        let start = format!("{}#", file.to_string_lossy());
        for entry in entries.flatten() {
            if entry.file_name().to_string_lossy().starts_with(&start) {
                std::fs::remove_file(entry.path())
                    .with_context(|| format!("cannot remove {}", entry.path().display()))?;
            }
        }
        Ok(())
    }

    pub(super) fn objects(&self) -> &dyn ObjectStore {
        self.objects.as_ref()
    }

    pub(super) fn wait<F: Future>(&self, work: F) -> F::Output {
        self.runtime.block_on(work)
    }

    fn path(&self, name: &str) -> Path {
        let mut parts: Vec<String> = self.prefix.parts().map(|part| part.as_ref().to_owned()).collect();
        for part in name.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part.to_owned()),
            }
        }
        parts.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};

    fn exercise(store: &Store) {
        store.put("a/b.txt", "hello").unwrap();
        assert_eq!(&store.get("a/b.txt").unwrap()[..], b"hello");
        assert_eq!(store.find("a/c.txt").unwrap(), None);
        assert_eq!(store.list().unwrap(), (vec![], vec!["a".to_owned()]));
        let mut upload = store.within("a").upload("big.bin").unwrap();
        let piece = vec![7; 1 << 20];
        (0..20).for_each(|_| upload.write_all(&piece).unwrap());
        assert_eq!(store.find("a/big.bin").unwrap(), None, "an unfinished file is not there");
        upload.finish().unwrap();
        let mut read = Vec::new();
        store.object("a/big.bin").unwrap().read_to_end(&mut read).unwrap();
        assert!(read.len() == 20 << 20 && read.iter().all(|byte| *byte == 7));
        store.within("a").clear().unwrap();
        assert_eq!(store.list().unwrap(), (vec![], vec![]));
    }

    #[test]
    fn folders_and_memory_keep_files() {
        let folder = tempfile::tempdir().unwrap();
        exercise(&Store::open(&folder.path().to_string_lossy()).unwrap());
        exercise(&Store::open(&format!("file://{}/new", folder.path().display())).unwrap());
        exercise(&Store::open("memory:///").unwrap());
        exercise(&Store::open("memory:///some/where").unwrap());
    }

    #[test]
    fn unknown_places_are_named() {
        let error = Store::open("ftp://host/path").unwrap_err().to_string();
        assert!(error.contains("ftp://host/path"), "{error}");
        if !cfg!(feature = "cloud") {
            let error = Store::open("s3://bucket/path").unwrap_err().to_string();
            assert!(error.contains("cloud"), "{error}");
        }
    }
}
