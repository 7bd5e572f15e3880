//! The knowledge tree: domains, fields below them, and principles that a question about a picture can rest on.

mod parse;
mod tree;
mod write;

pub use parse::MAX_DEPTH;
pub use tree::{Knowledge, Node, NodeId};

/// The tree that comes with the crate.
const EMBEDDED: &str = include_str!("../../data/knowledge.md");
