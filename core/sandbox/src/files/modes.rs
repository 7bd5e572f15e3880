//! Modes of `open`.

use crate::eval::fault::{Fault, PyResult};

/// What `open`'s mode allows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mode {
    pub read: bool,
    pub write: bool,
    pub append: bool,
    /// Empties the file.
    pub truncate: bool,
    /// The file must be new.
    pub exclusive: bool,
    pub binary: bool,
}

impl Mode {
    /// For objects that are no files.
    pub fn both(binary: bool) -> Self {
        Self { read: true, write: true, append: false, truncate: false, exclusive: false, binary }
    }

    /// Reads a mode such as `'rb'`.
    pub fn parse(mode: &str) -> PyResult<Self> {
        let shown: String = mode.chars().take(20).collect();
        let invalid = || Fault::value_error(format!("invalid mode: '{shown}'"));
        let mut seen = String::new();
        for c in mode.chars() {
            if !"rwaxbt+".contains(c) || seen.contains(c) {
                return Err(invalid());
            }
            seen.push(c);
        }
        let has = |c: char| seen.contains(c);
        if has('b') && has('t') {
            return Err(Fault::value_error("can't have text and binary mode at once"));
        }
        if "rwax".chars().filter(|c| has(*c)).count() != 1 {
            let message = "must have exactly one of create/read/write/append mode";
            return Err(Fault::value_error(message));
        }
        Ok(Self {
            read: has('r') || has('+'),
            write: !has('r') || has('+'),
            append: has('a'),
            truncate: has('w'),
            exclusive: has('x'),
            binary: has('b'),
        })
    }
}
