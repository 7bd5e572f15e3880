//! Numbers: number lines, fractions, growing patterns.

mod fraction_cut;
mod fraction_difference;
mod frog_jumps;
mod number_line;
mod number_place;
mod pattern_growth;
mod scale_reading;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    scale_reading::FAMILY,
    number_place::FAMILY,
    frog_jumps::FAMILY,
    fraction_cut::FAMILY,
    fraction_difference::FAMILY,
    pattern_growth::FAMILY,
];
