//! Contours of a grid: lines of equal value and the areas between them.

mod chain;
mod grid;
mod levels;

pub use grid::Grid;
pub use levels::auto_levels;

/// One line or border; closed ones end where they begin.
pub type Polyline = Vec<[f64; 2]>;

#[cfg(test)]
mod golden_tests;
