//! Coordinates and functions.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
