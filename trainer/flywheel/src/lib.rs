//! The data flywheel's creators: problem families that know their own solution.
//!
//! A family lays out a figure, asks a question, and knows the marks to draw, the words and the answer. The
//! sandbox draws figure and solution, so training sees exactly the pixels that thinking will see, and the judge
//! checks every solution before it becomes data. Problem `i` of seed `S` depends on `(S, i)` alone.

pub mod check;
mod corpus;
mod create;
#[cfg(feature = "datasets")]
pub mod dataset;
mod draft;
mod element;
pub mod evolve;
pub mod expand;
pub mod families;
mod figure;
mod geometry;
pub mod knowledge;
mod palette;
mod pixels;
mod problem;
pub mod report;
mod scene;
mod seen;
pub mod teacher;
mod tool_code;
mod tools;
pub mod transport;

pub use corpus::texts;
pub use create::{Stage, problem, problem_in_stages, problem_of};
#[cfg(feature = "datasets")]
pub use dataset::{Writer, read_dir};
pub use draft::{Canvas, Family};
pub use element::Element;
pub use knowledge::{Knowledge, MAX_DEPTH, Node, NodeId};
pub use palette::{Hue, PEN};
pub use problem::{Problem, Segment};
pub use seen::{Seen, Solved};
pub use tool_code::tool_code;
pub use tools::{Tool, Tools, specimen};
