//! Scoring a model on held-out problems.

pub mod baseline;
pub mod contest;
pub mod interval;
pub mod report;
pub mod score;
