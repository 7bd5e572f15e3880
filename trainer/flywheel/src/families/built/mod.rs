//! Engineering, materials, architecture, design, art, and the sky above.

mod beam;
mod doors;
mod facade_axis;
mod floor_area;
mod gears;
mod moon_phase;
mod pattern_repeat;
mod pole_star;
mod road_lines;
mod room_way;
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
    room_way::FAMILY,
    facade_axis::FAMILY,
    vanishing_point::FAMILY,
    road_lines::FAMILY,
    thirds::FAMILY,
    pattern_repeat::FAMILY,
    moon_phase::FAMILY,
    pole_star::FAMILY,
];
