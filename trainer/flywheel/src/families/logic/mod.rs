//! Logic: grids, paths, games.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
