//! Electricity.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
