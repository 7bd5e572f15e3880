//! The families of the mini: small figures, few words, levels that begin with as little as possible.

mod altitude;
mod arrow;
mod bar_level;
mod bar_top;
mod bar_value;
mod collinear;
mod connect;
mod count;
mod crossing;
mod dot;
mod frame;
mod higher;
mod letter;
mod median;
mod midpoint;
mod nearer;
mod perpendicular;
mod ring;
mod shape_centre;
mod symmetry;
mod tallest;
mod vertex;

mod bars;
mod dots;
mod outline;
mod polygons;
mod shapes;

use crate::draft::Family;

/// The mini's families, by task and difficulty. The order is part of what a seed means.
pub static FAMILIES: [Family; 22] = [
    dot::FAMILY,
    shape_centre::FAMILY,
    midpoint::FAMILY,
    bar_top::FAMILY,
    crossing::FAMILY,
    vertex::FAMILY,
    ring::FAMILY,
    connect::FAMILY,
    frame::FAMILY,
    bar_level::FAMILY,
    symmetry::FAMILY,
    altitude::FAMILY,
    median::FAMILY,
    perpendicular::FAMILY,
    count::FAMILY,
    higher::FAMILY,
    nearer::FAMILY,
    tallest::FAMILY,
    arrow::FAMILY,
    bar_value::FAMILY,
    collinear::FAMILY,
    letter::FAMILY,
];
