//! Coloured dots as a solver sees them.

use crate::palette::Hue;
use crate::seen::{Point, Seen};

/// The dot of a colour, if the figure has just one.
pub(super) fn dot(seen: &Seen, hue: Hue) -> Option<Point> {
    match seen.points(&format!("{hue} dot"))[..] {
        [only] => Some(only),
        _ => None,
    }
}

/// All dots with their colours.
pub(super) fn dots(seen: &Seen) -> Vec<(Hue, Point)> {
    let of = |hue: Hue| seen.points(&format!("{hue} dot")).into_iter().map(move |at| (hue, at));
    Hue::ALL.into_iter().flat_map(of).collect()
}
