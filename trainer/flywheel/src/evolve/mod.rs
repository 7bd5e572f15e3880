//! Knowledge and tools that grow with the problems made from them.
//!
//! A round combines principles into problems that may bring new tools, and tools into problems that may bring new
//! principles; what is new joins the tree and the list, and the next round starts from there. Every step can be
//! killed and begun again: answers lie in the teacher's cache, whole rounds in the folder.

mod embedding;
mod growth;
mod hashed;
mod learn;
mod merge;
mod order;
mod place;
mod run;
mod scripted;
mod settings;
mod state;
mod work;

pub use embedding::{Embedding, cosine_distance};
pub use growth::{Growth, Record};
pub use hashed::Hashed;
pub use merge::{Fate, merge};
pub use order::{Order, Source, plan};
pub use run::{evolve, make};
pub use scripted::Scripted;
pub use settings::Settings;
pub use work::{Outcome, work};
