//! Solid geometry.

mod hidden_corner;
mod hidden_edges;
mod net_opposite;
mod net_path;
mod pyramid_lines;
mod space_diagonal;

mod prism;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    hidden_edges::FAMILY,
    hidden_corner::FAMILY,
    pyramid_lines::FAMILY,
    space_diagonal::FAMILY,
    net_opposite::FAMILY,
    net_path::FAMILY,
];
