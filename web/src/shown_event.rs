//! The part of the core's events that a page shows.
//!
//! The page must not depend on the core (and so on burn); it reads the events' JSON, which is the trace
//! format. `reads_every_event` holds the two together.

use serde::Deserialize;

/// One event of a conversation, without pictures and strokes: those go to [`crate::StrokePlayer`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum ShownEvent {
    /// A conversation began.
    Start {},
    /// The model wrote one token.
    Token {
        /// Vocabulary id.
        id: u32,
        /// Text this token completes.
        text: String,
    },
    /// A code block is complete and about to run.
    Code {
        /// Index of the code block.
        step: usize,
        /// Python source.
        source: String,
    },
    /// The script drew something.
    Draw {},
    /// The script made an image.
    Image {
        /// Index of the code block.
        step: usize,
    },
    /// The script ended.
    Output {
        /// Index of the code block.
        step: usize,
        /// Text printed.
        stdout: String,
        /// The error, if it failed.
        error: Option<ShownError>,
        /// Repairs made before running.
        #[serde(default)]
        repairs: Vec<ShownRepair>,
    },
    /// The model answered.
    Answer {
        /// Text inside the answer tags.
        text: String,
    },
    /// The conversation is over.
    End {
        /// Why.
        reason: ShownEnd,
    },
    /// An event that this page does not know: a newer core may have more.
    #[serde(other)]
    Unknown,
}

/// A Python error.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownError {
    /// Python's class name.
    pub kind: String,
    /// The message.
    pub message: String,
    /// Source line from 1, 0 for none.
    pub line: u32,
}

/// A change made to the source before it ran.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownRepair {
    /// Source line, from 1.
    pub line: u32,
    /// What was changed.
    pub what: String,
}

/// Why a conversation ended.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ShownEnd {
    /// The reason's name, such as `answered`.
    pub reason: String,
    /// What failed, for `failed`.
    #[serde(default)]
    pub detail: Option<String>,
}

impl ShownEnd {
    /// The reason in words.
    pub fn describe(&self) -> String {
        match self.reason.as_str() {
            "answered" => "The model gave its answer.".into(),
            "iterations" => "The code ran as often as this task allows.".into(),
            "silent" => "The model ended its turn without an answer.".into(),
            "length" => "The limit of tokens is reached.".into(),
            "repetition" => "Stopped: the text began to repeat itself.".into(),
            "stopped" => "Stopped by you.".into(),
            "failed" => match &self.detail {
                Some(detail) => format!("Failed: {detail}"),
                None => "Failed.".into(),
            },
            other => other.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use vthinker_core::think::{EndReason, Event, ImageRef, Task};

    use super::*;

    fn shown(event: &Event) -> ShownEvent {
        serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap()
    }

    #[test]
    fn reads_every_event() {
        let image = ImageRef { path: "in.png".into(), width: 20, height: 40, canvas: 0, png: vec![1, 2, 3] };
        assert_eq!(
            shown(&Event::Start { task: Task::Reasoning, question: "Why?".into(), image: image.clone() }),
            ShownEvent::Start {}
        );
        assert_eq!(
            shown(&Event::Token { id: 7, text: "ab".into() }),
            ShownEvent::Token { id: 7, text: "ab".into() }
        );
        assert_eq!(
            shown(&Event::Code { step: 1, source: "print(1)".into() }),
            ShownEvent::Code { step: 1, source: "print(1)".into() }
        );
        assert_eq!(shown(&Event::Image { step: 2, image }), ShownEvent::Image { step: 2 });
        assert_eq!(
            shown(&Event::Output { step: 0, stdout: "1\n".into(), error: None, repairs: vec![] }),
            ShownEvent::Output { step: 0, stdout: "1\n".into(), error: None, repairs: vec![] }
        );
        assert_eq!(shown(&Event::Answer { text: "42".into() }), ShownEvent::Answer { text: "42".into() });
    }

    #[test]
    fn every_reason_has_words_of_its_own() {
        let reasons = [
            EndReason::Answered,
            EndReason::Iterations,
            EndReason::Silent,
            EndReason::Length,
            EndReason::Repetition,
            EndReason::Stopped,
            EndReason::Failed("no memory".into()),
        ];
        for reason in reasons {
            let ShownEvent::End { reason: end } = shown(&Event::End { reason: reason.clone() }) else {
                panic!("{reason:?} is not read as an end");
            };
            assert_ne!(end.describe(), end.reason, "{reason:?} has no words");
            if let EndReason::Failed(detail) = reason {
                assert!(end.describe().contains(&detail));
            }
        }
    }
}
