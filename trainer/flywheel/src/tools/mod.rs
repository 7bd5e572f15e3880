//! The visual tools: what each does, what it needs, and Python that does it in the sandbox.

mod list;
mod trial;

pub use list::{Tool, Tools};
pub use trial::specimen;

/// The tools that come with the crate.
const EMBEDDED: &str = include_str!("../../data/tools.toml");
