//! Image algorithms with OpenCV's results: slices in, vectors out, nothing of the evaluator.
//!
//! A picture is a [`Mat`]: rows of pixels, each of one or more channels. Bytes are computed as OpenCV
//! computes them, in integers where it uses integers; all other element types go through `f64` and are
//! brought into range by whoever stores them. Every function takes time in proportion to its input,
//! so that the caller can ask for payment first.

mod mat;

pub use mat::Mat;
pub use mat::{round, saturate};
