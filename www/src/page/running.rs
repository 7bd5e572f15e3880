//! What a person has the engine do.

use std::time::Duration;

use leptos::{leptos_dom::helpers::set_timeout, prelude::*};
use vthinker_web::ToWorker;

use super::{Page, SANDBOX};
use crate::{engine::EngineState, picture::Picture};

/// A worker that has been asked to stop and is silent for so long is taken for dead.
const STOP_PATIENCE: Duration = Duration::from_secs(10);

impl Page {
    /// Asks the model.
    pub fn run(self) {
        if self.is_choosing() {
            return;
        }
        let Some(picture) = self.picture.get_untracked() else {
            self.notice("There is no picture yet: choose a problem above, or pick, drop or paste a picture.");
            return;
        };
        let question = self.question.get_untracked().trim().to_owned();
        if question.is_empty() {
            self.notice("The question is empty: write what to find, draw or answer in the question box.");
            return;
        }
        if !matches!(self.engine.get_untracked(), EngineState::Ready { .. }) {
            self.notice("The model is not ready yet: wait until loading ends.");
            return;
        }
        // The judge's solution holds for the problem as it was set, not for another question.
        let problem = self
            .problem
            .get_untracked()
            .filter(|p| p.example.question.trim() == question && p.example.task == self.task.get_untracked())
            .map(|p| p.example);
        let max_tokens = self.address.with_value(|a| a.max_tokens);
        let task = self.task.get_untracked();
        let id = self.begin();
        if !self.send(&ToWorker::Run {
            id,
            image: picture.bytes.to_vec(),
            question,
            task,
            problem,
            max_tokens,
        }) {
            self.end_with("failed");
        }
    }

    /// Runs the editor's code on the picture.
    pub fn run_code(self) {
        let source = self.source.get_untracked();
        if source.trim().is_empty() {
            self.notice("There is no code: write some Python in the editor.");
            return;
        }
        // The sandbox needs no model, only the worker.
        if !self.listening.get_untracked() {
            self.notice("The sandbox is not there: wait until the engine has started, or try again.");
            return;
        }
        if self.is_choosing() {
            return;
        }
        let picture = self.picture.get_untracked();
        let id = self.begin();
        if let Some(blob) = picture.as_ref().and_then(Picture::blob) {
            self.with_player(|player| player.show(&blob));
        }
        let image = picture.map(|picture| picture.bytes.to_vec());
        if !self.send(&ToWorker::Execute { id, image, source }) {
            self.end_with("failed");
        }
    }

    /// Opens code of a block of the transcript in the sandbox's editor, behind that of the rounds before it.
    pub fn edit(&self, block: usize, source: &str) {
        self.source.set(self.conversation.with_earlier_rounds(block, source));
        self.tab.set(SANDBOX);
    }

    /// Shows the picture as it was after so many strokes.
    pub fn seek(&self, count: usize) {
        let count = count.min(self.strokes.with_untracked(Vec::len));
        self.before.set(false);
        self.stroke.set(count);
        self.with_player(|player| player.seek(count as u32));
    }

    /// Ends the conversation after the current token; replaces the worker if it does not react.
    pub fn stop(self) {
        let Some(id) = self.running.get_untracked() else { return };
        self.stopping.set(true);
        self.send(&ToWorker::Stop);
        set_timeout(
            move || {
                if self.running.get_untracked() == Some(id) {
                    self.notice("The engine did not react to Stop and was started again.");
                    self.end_with("stopped");
                    self.start_engine();
                }
            },
            STOP_PATIENCE,
        );
    }
}
