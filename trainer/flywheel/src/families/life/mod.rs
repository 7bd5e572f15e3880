//! Biology, botany, zoology, medicine.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
