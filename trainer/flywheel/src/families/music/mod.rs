//! Music.

mod bar_lines;
mod keyboard;
mod ledger;
mod piano_key;
mod semitones;
mod staff;
mod staff_note;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] =
    &[piano_key::FAMILY, semitones::FAMILY, staff_note::FAMILY, ledger::FAMILY, bar_lines::FAMILY];
