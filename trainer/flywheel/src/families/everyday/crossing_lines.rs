//! Pairs of straight lines in a quadrant that cross at a readable place.

use super::quadrant::Quadrant;
use crate::figure::Place;
use crate::scene::Scene;

/// Where a rising and a falling line cross, in halves of ticks, and their slopes in halves.
pub(super) fn crossing(scene: &mut Scene, area: &Quadrant) -> (Place, [f64; 2]) {
    let at = (scene.int(4, 2 * area.ticks.0 - 4), scene.int(4, 2 * area.ticks.1 - 4));
    let flat = f64::from(area.ticks.1) / f64::from(area.ticks.0);
    let mut slope = || flat * f64::from(scene.int(45, 110)) / 100.0;
    (at, [slope(), -slope()])
}
