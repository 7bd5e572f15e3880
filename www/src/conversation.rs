//! The conversation as it is shown: a list of what was said and what the sandbox returned.

use leptos::prelude::*;
use vthinker_web::{ShownEnd, ShownError, ShownEvent, ShownRepair, Verdict};

/// One block of the transcript.
#[derive(Debug, Clone)]
pub enum Block {
    /// What the model wrote between two runs of its code, growing token by token.
    Written(RwSignal<String>),
    /// What a run of the code gave.
    Output {
        /// Text printed.
        stdout: String,
        /// The error, if it failed.
        error: Option<ShownError>,
        /// Changes made to the source before it ran.
        repairs: Vec<ShownRepair>,
    },
}

/// Everything shown about one conversation.
#[derive(Debug, Clone, Copy)]
pub struct Conversation {
    /// The transcript, each block with a number that stays.
    pub blocks: RwSignal<Vec<(usize, Block)>>,
    /// The code of each round, as it was run.
    pub rounds: RwSignal<Vec<String>>,
    /// Ids of the tokens written.
    pub tokens: RwSignal<Vec<u32>>,
    /// The answer.
    pub answer: RwSignal<Option<String>>,
    /// Why it ended.
    pub end: RwSignal<Option<ShownEnd>>,
    /// The judge's verdict.
    pub verdict: RwSignal<Option<Verdict>>,
    /// The trace, as JSON lines.
    pub trace: RwSignal<Option<String>>,
}

impl Conversation {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            blocks: RwSignal::default(),
            rounds: RwSignal::default(),
            tokens: RwSignal::default(),
            answer: RwSignal::default(),
            end: RwSignal::default(),
            verdict: RwSignal::default(),
            trace: RwSignal::default(),
        }
    }

    /// Forgets everything.
    pub fn clear(&self) {
        self.blocks.set(Vec::new());
        self.rounds.set(Vec::new());
        self.tokens.set(Vec::new());
        self.answer.set(None);
        self.end.set(None);
        self.verdict.set(None);
        self.trace.set(None);
    }

    /// Takes in one event's JSON.
    pub fn take(&self, line: &str) -> Result<(), String> {
        let event =
            serde_json::from_str(line).map_err(|e| format!("An event cannot be read ({e}): {line}"))?;
        match event {
            ShownEvent::Token { id, text } => {
                self.tokens.update(|tokens| tokens.push(id));
                let last = self.blocks.with_untracked(|blocks| match blocks.last() {
                    Some((_, Block::Written(text))) => Some(*text),
                    _ => None,
                });
                match last {
                    Some(written) => written.update(|all| all.push_str(&text)),
                    None => self.push(Block::Written(RwSignal::new(text))),
                }
            }
            ShownEvent::Output { stdout, error, repairs, .. } => {
                self.push(Block::Output { stdout, error, repairs });
            }
            ShownEvent::Answer { text } => self.answer.set(Some(text)),
            ShownEvent::End { reason } => self.end.set(Some(reason)),
            ShownEvent::Code { source, .. } => self.rounds.update(|rounds| rounds.push(source)),
            ShownEvent::Start {} | ShownEvent::Draw {} | ShownEvent::Image { .. } | ShownEvent::Unknown => {}
        }
        Ok(())
    }

    /// Code of a block with that of the rounds before it which did not fail: it may need what they saved or named.
    pub fn with_earlier_rounds(&self, block: usize, source: &str) -> String {
        let ran: Vec<bool> = self.blocks.with_untracked(|blocks| {
            let outputs = blocks.iter().take(block).filter_map(|(_, block)| match block {
                Block::Output { error, .. } => Some(error.is_none()),
                Block::Written(_) => None,
            });
            outputs.collect()
        });
        self.rounds.with_untracked(|rounds| {
            let earlier = rounds.iter().zip(ran).filter(|(_, ran)| *ran).map(|(source, _)| source.trim_end());
            earlier.chain([source]).collect::<Vec<_>>().join("\n\n")
        })
    }

    fn push(&self, block: Block) {
        self.blocks.update(|blocks| blocks.push((blocks.len(), block)));
    }
}
