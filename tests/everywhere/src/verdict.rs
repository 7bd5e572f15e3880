//! What can be seen of a run.

use std::hash::Hasher;

use base64::{Engine, engine::general_purpose::STANDARD};
use image::DynamicImage;
use serde::{Deserialize, Serialize};
use vthinker_sandbox::{Execution, Limits, PyError, Repair, Sandbox};

/// The path by which a case's script knows its picture.
const IMAGE_PATH: &str = "/input/image.png";

/// A script and what it runs with.
#[derive(Debug, Serialize, Deserialize)]
pub struct Case {
    /// Suite and name.
    pub name: String,
    /// Python.
    pub source: String,
    /// The input picture's file, base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// What it may use.
    pub limits: Limits,
}

/// All that a host sees of a run. The operations and pixels are there as digests.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // the fields of `Execution`
pub struct Verdict {
    pub stdout: String,
    pub error: Option<PyError>,
    pub traceback: Option<String>,
    pub repairs: Vec<Repair>,
    pub fuel: u64,
    pub ops: usize,
    pub ops_digest: String,
    pub pictures: Vec<Picture>,
    /// What a second block prints, which shows that the sandbox still works.
    pub after: String,
}

/// A result picture.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Picture {
    pub path: String,
    pub size: [u32; 2],
    pub digest: String,
}

/// Runs a case in a sandbox of its own.
pub fn verdict(case: &Case) -> Verdict {
    let mut sandbox = sandbox(case);
    let Execution { stdout, error, ops, images, repairs, fuel, traceback } = sandbox.run(&case.source);
    let written = serde_json::to_vec(&ops).expect("operations are JSON");
    let pictures = images.into_iter().map(|output| Picture {
        path: output.path,
        size: [output.image.width(), output.image.height()],
        digest: digest(output.image.as_raw()),
    });
    Verdict {
        stdout,
        error,
        traceback,
        repairs,
        fuel,
        ops: ops.len(),
        ops_digest: digest(&written),
        pictures: pictures.collect(),
        after: sandbox.run("print(sum(range(5)))").stdout,
    }
}

/// A sandbox as a case wants it.
pub(crate) fn sandbox(case: &Case) -> Sandbox {
    match case.picture() {
        Some(picture) => Sandbox::with_image(picture, IMAGE_PATH, case.limits),
        None => Sandbox::new(case.limits),
    }
}

impl Case {
    /// The input picture.
    pub fn picture(&self) -> Option<DynamicImage> {
        let bytes = STANDARD.decode(self.image.as_ref()?).expect("a case's picture is base64");
        Some(image::load_from_memory(&bytes).expect("a case's picture can be decoded"))
    }
}

/// Sixteen hexadecimal digits that differ when the bytes do.
fn digest(bytes: &[u8]) -> String {
    // `new` has fixed keys, so the digest is the same in every process.
    let mut hasher = std::hash::DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
