//! Engineering, architecture, design, art.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
