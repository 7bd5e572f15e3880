//! matplotlib.

pub mod colormap;
pub mod contour;
pub mod mathtext;
pub mod statistics;
pub mod ticks;
