//! Models as creators: the same problems that programs make, asked from any OpenAI-compatible endpoint.
//!
//! A teacher proposes, the sandbox draws, a checker scores. Nothing that a model writes is trusted: its code runs in
//! the sandbox alone, its texts have limits, and whatever does not fit is rejected for a counted reason.

mod account;
mod build;
mod cache;
mod check;
mod client;
mod clock;
mod completion;
mod connect;
mod create;
mod embeddings;
mod endpoint;
mod estimate;
mod expand;
mod message;
mod models;
mod ordered;
mod pace;
mod proposal;
mod rejection;
mod repair;

pub use account::{Account, Spent};
pub use build::{FAMILY, build};
pub use cache::{Cache, Stored};
pub use check::{Score, Scores};
pub use client::{Client, Line};
pub use clock::{Clock, SystemClock};
pub use create::{FromKnowledge, FromTools};
pub use embeddings::Embedder;
pub use endpoint::{Endpoint, Endpoints, Role};
pub use estimate::{Estimate, RoleEstimate};
pub use expand::Extension;
pub use message::{Message, Part, Prompt, Schema, Speaker, tokens};
pub use models::Models;
pub use ordered::ordered;
pub use proposal::{Created, Form, Principle, Proposal, Step};
pub use rejection::{Reason, Refusal, Rejection, Tally};

pub(crate) use cache::write_whole;

use crate::Problem;

/// Somebody who proposes problems, judges them and makes them better: models, or a script that stands for them.
pub trait Teacher: Sync {
    /// What records say of it, such as the models' names.
    fn label(&self) -> String;

    /// Whether it only plays the part of models, which records must say.
    fn is_scripted(&self) -> bool;

    /// A problem from principles, perhaps with new tools.
    ///
    /// # Errors
    /// Why there is none.
    fn create_from_knowledge(&self, wish: &FromKnowledge) -> Result<Created, Refusal>;

    /// A problem from tools, with the principles it rests on as full paths, known or new.
    ///
    /// # Errors
    /// Why there is none.
    fn create_from_tools(&self, wish: &FromTools) -> Result<Created, Refusal>;

    /// Scores a problem.
    ///
    /// # Errors
    /// Why there are none.
    fn check(&self, problem: &Problem) -> Result<Scores, Refusal>;

    /// Rewrites question, reasoning and answer of a problem whose pictures are good.
    ///
    /// # Errors
    /// Why there is nothing new.
    fn repair(&self, proposal: &Proposal, problem: &Problem, scores: &Scores) -> Result<Proposal, Refusal>;

    /// Makes a problem harder by one more drawing.
    ///
    /// # Errors
    /// Why there is nothing new.
    fn expand(&self, proposal: &Proposal, problem: &Problem, how: Extension) -> Result<Proposal, Refusal>;
}
