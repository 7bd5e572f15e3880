//! Numbers: lines, fractions, counting, patterns.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
