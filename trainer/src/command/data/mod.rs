//! `trainer data`: what makes and shows data sets.

pub mod synth;
