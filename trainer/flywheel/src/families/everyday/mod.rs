//! Clocks, calendars, maps, money, sport.

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[];
