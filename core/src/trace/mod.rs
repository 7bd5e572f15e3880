//! The versioned trace: JSON lines that page, trainer and evaluation write and the viewer replays.
//!
//! The first line is a [`Header`], every other line an [`Event`] of the conversation. A trace holds all that is
//! needed to repeat it: the input picture and every token. [`Trace::replay`] runs the loop again with the
//! recorded tokens and the real sandbox, and gives the same events or the place where they part.

mod replay;

use serde::{Deserialize, Serialize};

use crate::think::Event;

/// Version of the format that this code writes.
pub const VERSION: u32 = 1;

/// First line of a trace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Format version.
    pub trace: u32,
    /// Name of the model that thought.
    pub model: String,
    /// What ran it: `cpu`, `webgpu`, `cuda` ...
    pub engine: String,
}

/// A recorded conversation.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    /// Who thought, and the format version.
    pub header: Header,
    /// What happened, in order.
    pub events: Vec<Event>,
}

/// Why a trace could not be read or replayed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TraceError {
    /// A line is not what the format says.
    #[error("trace line {line}: {what}")]
    Line {
        /// Line number, from 1.
        line: usize,
        /// What is wrong with it.
        what: String,
    },
    /// The trace has another version.
    #[error("trace version {found} is not supported: this program reads version {VERSION}")]
    Version {
        /// The version found.
        found: u32,
    },
    /// The trace does not begin with a `start` event.
    #[error("trace line 2: expected a `start` event, which holds the question and the picture")]
    NoStart,
    /// Its picture cannot be read.
    #[error("the picture in the trace's `start` event cannot be read: {0}")]
    Picture(String),
    /// Replaying gave another event.
    #[error("replay parts from the trace at event {index}: recorded {recorded}, replayed {replayed}")]
    Parted {
        /// Index of the event, from 0.
        index: usize,
        /// The recorded event, shortened.
        recorded: String,
        /// The replayed event, shortened.
        replayed: String,
    },
}

impl Trace {
    /// An empty trace of this version.
    pub fn new(model: &str, engine: &str) -> Self {
        Self {
            header: Header { trace: VERSION, model: model.to_owned(), engine: engine.to_owned() },
            events: vec![],
        }
    }

    /// The trace as JSON lines.
    pub fn to_json_lines(&self) -> String {
        let mut text = json(&self.header);
        for event in &self.events {
            text.push('\n');
            text.push_str(&json(event));
        }
        text.push('\n');
        text
    }

    /// Reads JSON lines.
    ///
    /// # Errors
    /// If a line is malformed (naming it) or the version is not this one.
    pub fn from_json_lines(text: &str) -> Result<Self, TraceError> {
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let Some((_, first)) = lines.next() else {
            return Err(TraceError::Line { line: 1, what: "the file is empty; expected a header".into() });
        };
        let header: Header = serde_json::from_str(first)
            .map_err(|e| TraceError::Line { line: 1, what: format!("not a trace header: {e}") })?;
        if header.trace != VERSION {
            return Err(TraceError::Version { found: header.trace });
        }
        let events = lines
            .map(|(i, line)| {
                serde_json::from_str(line)
                    .map_err(|e| TraceError::Line { line: i + 1, what: format!("not an event: {e}") })
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { header, events })
    }
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("traces hold only plain data with string keys")
}
