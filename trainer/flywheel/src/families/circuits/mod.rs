//! Electricity.

mod lamps;
mod resistance;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[lamps::FAMILY, resistance::FAMILY];
