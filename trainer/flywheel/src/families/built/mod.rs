//! Engineering, materials, architecture, design, art, and the sky above.

mod beam;
mod doors;
mod floor_area;
mod gears;
mod moon_phase;
mod pattern_repeat;
mod pole_star;
mod stress_strain;
mod tackle;
mod thirds;
mod vanishing_point;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    gears::FAMILY,
    tackle::FAMILY,
    beam::FAMILY,
    stress_strain::FAMILY,
    doors::FAMILY,
    floor_area::FAMILY,
    vanishing_point::FAMILY,
    thirds::FAMILY,
    pattern_repeat::FAMILY,
    moon_phase::FAMILY,
    pole_star::FAMILY,
];
