//! Letters at places that a question names.

use crate::figure::Place;
use crate::scene::Scene;

/// Names places with different letters, each beside its place on the side away from the middle of all, and returns
/// the letters in the order of the places. A solver finds them with [`crate::Seen::named`].
///
/// `None` if a letter would leave the figure or there are more places than letters.
pub(super) fn name_places(scene: &mut Scene, places: &[Place], letters: &str) -> Option<Vec<String>> {
    let mut letters: Vec<String> = letters.chars().map(String::from).collect();
    scene.shuffle(&mut letters);
    letters.truncate(places.len());
    if letters.len() < places.len() {
        return None;
    }
    let n = places.len().max(1) as i32;
    let middle = places.iter().fold((0, 0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
    let middle = (middle.0 / n, middle.1 / n);
    for (place, letter) in places.iter().zip(&letters) {
        name_place(scene, *place, letter, middle)?;
    }
    Some(letters)
}

/// Names one place; the letter lies on its side away from another place.
pub(super) fn name_place(scene: &mut Scene, place: Place, name: &str, away: Place) -> Option<()> {
    let size = scene.letter_size();
    let (dx, dy) = (f64::from(place.0 - away.0), f64::from(place.1 - away.1));
    let length = dx.hypot(dy).max(1.0);
    let reach = f64::from(size) * 0.95;
    let at = (place.0 + (reach * dx / length).round() as i32, place.1 + (reach * dy / length).round() as i32);
    let room = size * 3 / 4;
    let inside = at.0 >= room && at.1 >= room && at.0 < scene.width() - room && at.1 < scene.height() - room;
    inside.then(|| scene.figure.name(place, at, name, size))
}
