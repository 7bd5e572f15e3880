//! Biology, botany, zoology, medicine.

mod gel;
mod heart_rate;
mod leaf_axis;
mod pedigree;
mod population;
mod punnett;
mod stride;
mod tree_rings;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    gel::FAMILY,
    pedigree::FAMILY,
    punnett::FAMILY,
    population::FAMILY,
    heart_rate::FAMILY,
    tree_rings::FAMILY,
    leaf_axis::FAMILY,
    stride::FAMILY,
];
