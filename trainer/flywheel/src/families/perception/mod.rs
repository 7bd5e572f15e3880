//! Figures of many elements to mark points in (V-Perception).

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
