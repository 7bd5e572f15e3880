//! Figures of many elements to mark points in (V-Perception), at three levels: named, described, computed.

mod integrated;
mod semantic;
mod surface;

mod ask;
mod board;
mod clause;
mod computed;
mod curve;
mod drawn;
mod exact;
mod feature;
mod filler;
mod lying;
mod meeting;
mod triangles;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[surface::FAMILY, semantic::FAMILY, integrated::FAMILY];
