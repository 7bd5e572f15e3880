//! Which picture and problem the page is about.

use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

use super::{Page, SANDBOX};
use crate::{examples::Bundled, fetch, picture::Picture};

impl Page {
    /// Takes a bundled problem.
    pub fn choose_problem(self, bundled: Bundled) {
        let pick = self.next_pick();
        spawn_local(async move {
            let read = async {
                let blob = fetch::blob(&bundled.picture).await?;
                Picture::read(bundled.example.image.clone(), blob).await
            };
            let read = read.await;
            if !self.is_last_pick(pick) {
                return; // Something else was chosen meanwhile.
            }
            match read {
                Ok(picture) => {
                    self.question.set(bundled.example.question.clone());
                    self.task.set(bundled.example.task.clone());
                    self.take_picture(picture);
                    self.problem.set(Some(bundled));
                }
                Err(what) => self.notice(what),
            }
        });
    }

    /// Takes a person's own picture.
    pub fn choose_file(self, name: String, blob: Blob) {
        let pick = self.next_pick();
        spawn_local(async move {
            let read = Picture::read(name, blob).await;
            if !self.is_last_pick(pick) {
                return;
            }
            match read {
                Ok(picture) => {
                    if self.tab.get_untracked() != SANDBOX {
                        self.tab.set("own");
                    }
                    if self.problem.get_untracked().is_some() {
                        self.problem.set(None);
                        self.question.set(String::new());
                    }
                    self.take_picture(picture);
                }
                Err(what) => self.notice(what),
            }
        });
    }

    /// True until a picture is chosen or something has run.
    pub fn is_untouched(&self) -> bool {
        self.picks.get_value() == 0 && self.runs.get_value() == 0
    }

    fn next_pick(&self) -> u32 {
        self.choosing.set(true);
        self.picks.update_value(|pick| *pick += 1);
        self.picks.get_value()
    }

    /// Whether nothing was chosen after this; if so, choosing is over.
    fn is_last_pick(&self, pick: u32) -> bool {
        let last = self.picks.get_value() == pick;
        if last {
            self.choosing.set(false);
        }
        last
    }

    fn take_picture(&self, picture: Picture) {
        if self.running.get_untracked().is_some() {
            self.stop();
            // What still comes belongs to the former picture.
            self.runs.update_value(|run| *run += 1);
            self.finish();
        }
        self.clear();
        if let Some(blob) = picture.blob() {
            self.with_player(|player| player.show(&blob));
        }
        self.picture.set(Some(picture));
    }

    /// Tells a person who runs something before its picture is there.
    pub(super) fn is_choosing(&self) -> bool {
        let choosing = self.choosing.get_untracked();
        if choosing {
            self.notice("The picture is not there yet: wait until it is, or choose another.");
        }
        choosing
    }
}
