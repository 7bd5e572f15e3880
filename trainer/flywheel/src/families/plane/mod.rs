//! Plane geometry.

mod bisector;

mod triangle;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[bisector::FAMILY];
