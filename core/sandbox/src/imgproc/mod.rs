//! Image algorithms with OpenCV's results: slices in, vectors out, nothing of the evaluator.
//!
//! A picture is a [`Mat`]: rows of pixels, each of one or more channels. Bytes are computed as OpenCV
//! computes them, in integers where it uses integers; all other element types go through `f64` and are
//! brought into range by whoever stores them. Every function takes time in proportion to its input,
//! so that the caller can ask for payment first.

pub mod bilateral;
mod border;
pub mod canny;
pub mod circles;
pub mod clusters;
pub mod color;
pub mod colormap;
pub mod components;
pub mod contours;
pub mod corners;
pub mod derivative;
pub mod distance;
pub mod filter;
pub mod fit;
pub mod gaussian;
pub mod histogram;
pub mod hough;
pub mod hull;
pub mod lab;
mod mat;
pub mod matrix;
pub mod median;
pub mod moments;
pub mod morphology;
pub mod polygon;
pub mod pyramid;
pub mod rectangle;
pub mod resize;
pub mod template;
pub mod threshold;
pub mod warp;

pub use border::{Border, with_margins};
pub use mat::Mat;
pub use mat::{round, saturate};
