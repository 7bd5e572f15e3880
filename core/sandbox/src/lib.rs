//! Python that draws, safe by construction.
//!
//! A vision-language model writes Python; this crate runs it. The program reaches nothing but its own
//! images: there is no file system, network, clock or process behind it. Every drawing call is recorded
//! as a typed [`DrawOp`] with its source line and then rasterised, so that a page can replay the strokes,
//! a judge can measure them, and the pixels are the same natively and in a browser.

mod builtins;
mod cv2;
mod cv_pen;
pub mod eval;
mod execution;
mod files;
pub mod font;
pub mod imgproc;
mod limits;
pub mod mpl;
mod numpy;
mod ops;
pub mod parts;
pub mod pil;
pub mod raster;
mod sandbox;
mod sorting;
mod stdlib;
mod syntax;

pub use cv_pen::{CvLettering, CvMethod, CvPen};
pub use execution::{Execution, OutputImage, PyError, Repair};
pub use limits::Limits;
pub use ops::{CanvasId, Cap, DrawKind, DrawOp, Join, Mode, PathCommand, Rgba, Stroke, TextStyle, Typeface};
pub use raster::replay;
pub use sandbox::Sandbox;
