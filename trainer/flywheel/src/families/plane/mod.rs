//! Plane geometry.

mod bisector;
mod chord_distance;
mod circle_centre;
mod circumcircle;
mod diagonal_fan;
mod diagonals;
mod dilation;
mod equal_distance;
mod incircle;
mod inscribed_angle;
mod inside_count;
mod lattice_area;
mod lattice_distance;
mod midline;
mod mirror_image;
mod parallel_line;
mod quarter_turn;
mod shadow_height;
mod tangents;
mod translation;
mod zigzag_angle;

pub(super) mod side_label;
mod squares;
mod triangle;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    bisector::FAMILY,
    midline::FAMILY,
    circle_centre::FAMILY,
    incircle::FAMILY,
    circumcircle::FAMILY,
    equal_distance::FAMILY,
    tangents::FAMILY,
    chord_distance::FAMILY,
    inscribed_angle::FAMILY,
    zigzag_angle::FAMILY,
    diagonals::FAMILY,
    diagonal_fan::FAMILY,
    parallel_line::FAMILY,
    mirror_image::FAMILY,
    quarter_turn::FAMILY,
    translation::FAMILY,
    dilation::FAMILY,
    inside_count::FAMILY,
    lattice_area::FAMILY,
    lattice_distance::FAMILY,
    shadow_height::FAMILY,
];
