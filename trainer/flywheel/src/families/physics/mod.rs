//! Mechanics, optics, waves, heat.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
