//! Image algorithms with OpenCV's results: slices in, vectors out, nothing of the evaluator.
//!
//! A picture is a [`Mat`]: rows of pixels, each of one or more channels. Bytes are computed as OpenCV
//! computes them, in integers where it uses integers; all other element types go through `f64` and are
//! brought into range by whoever stores them. Every function takes time in proportion to its input,
//! so that the caller can ask for payment first.

pub mod bilateral;
mod border;
pub mod canny;
pub mod color;
pub mod derivative;
pub mod filter;
pub mod gaussian;
pub mod lab;
mod mat;
pub mod median;
pub mod morphology;
pub mod threshold;

pub use border::{Border, with_margins};
pub use mat::Mat;
pub use mat::{round, saturate};
