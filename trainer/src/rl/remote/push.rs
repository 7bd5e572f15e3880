//! Weights to the servers.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::fleet::{Dialect, Fleet, Server, lock};
use super::patience::Answer;
use super::transport::Reply;
use super::{sglang, vllm};

/// Folder, in that of the run, of the weights that servers load.
const PUSHED: &str = "pushed";

/// Writes the model of `version` updates into `out/pushed/VERSION` with `write`, has every server load it, and removes
/// older ones. Servers that were left out get another chance; those that do not load it are left out.
///
/// The folder appears under its name when it is complete. Servers must see it under the same path.
///
/// # Errors
/// If the disk refuses or no server loads the weights.
pub fn push(fleet: &Fleet, out: &Path, version: u64, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let (folder, name) = (out.join(PUSHED), version.to_string());
    let (place, part) = (folder.join(&name), folder.join(format!("{name}.part")));
    for old in [&place, &part] {
        if old.exists() {
            fs::remove_dir_all(old).with_context(|| format!("removing {}", old.display()))?;
        }
    }
    fs::create_dir_all(&folder).with_context(|| format!("creating {}", folder.display()))?;
    write(&part)?;
    fs::rename(&part, &place).with_context(|| format!("moving {}", part.display()))?;
    let place = fs::canonicalize(&place).with_context(|| format!("finding {}", place.display()))?;
    std::thread::scope(|scope| {
        for server in &fleet.servers {
            let place = &place;
            scope.spawn(move || {
                // One that was left out is asked once, so that it does not hold up the others.
                let loaded = if server.is_alive() {
                    fleet.patiently(server, |server| server.load(place, version))
                } else {
                    Ok(match server.load(place, version) {
                        Answer::Done(()) => Ok(()),
                        Answer::Again { what, .. } | Answer::Refused(what) => Err(what),
                    })
                };
                match loaded {
                    Ok(Ok(())) => {
                        *lock(&server.pushed) = Some(version);
                        server.take_in();
                    }
                    Ok(Err(what)) => server.leave_out(&format!("loading {}: {what}", place.display())),
                    Err(error) => server.leave_out(&format!("loading {}: {error:#}", place.display())),
                }
            });
        }
    });
    fleet.ensure_alive().with_context(|| format!("pushing the weights of step {version}"))?;
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        if path.file_name().is_some_and(|file| file != name.as_str()) {
            fs::remove_dir_all(&path).with_context(|| format!("removing {}", path.display()))?;
        }
    }
    Ok(())
}

impl Server {
    fn load(&self, folder: &Path, version: u64) -> Answer<()> {
        let dialect = match self.dialect() {
            Answer::Done(dialect) => dialect,
            Answer::Again { wait, what } => return Answer::Again { wait, what },
            Answer::Refused(what) => return Answer::Refused(what),
        };
        match dialect {
            Dialect::Sglang => {
                match self.transport.post(sglang::LOAD, &sglang::load(folder, version), true) {
                    Reply::Body(body) => match sglang::load_fault(&body) {
                        None => Answer::Done(()),
                        Some(what) => Answer::Refused(what),
                    },
                    Reply::Again { wait, what } => Answer::Again { wait, what },
                    Reply::Refused(what) => Answer::Refused(what),
                }
            }
            Dialect::Vllm => {
                for (i, (path, body)) in vllm::LOAD.iter().zip(vllm::load(folder, version)).enumerate() {
                    match self.transport.post(path, &body, false) {
                        Reply::Body(_) => {}
                        // Servers before that endpoint stamp nothing either.
                        Reply::Refused(what)
                            if i + 1 == vllm::LOAD.len() && what.starts_with("status 404") => {}
                        Reply::Again { wait, what } => return Answer::Again { wait, what },
                        Reply::Refused(what) => {
                            return Answer::Refused(format!(
                                "{what} ({path} needs a vLLM server started with VLLM_SERVER_DEV_MODE=1)"
                            ));
                        }
                    }
                }
                Answer::Done(())
            }
        }
    }
}
