//! Clock faces.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::Point;

/// A clock face on the figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dial {
    pub(super) centre: Place,
    pub(super) radius: i32,
}

impl Dial {
    /// The place at an angle clockwise from twelve, in degrees, and a share of the radius in hundredths.
    pub(super) fn place(&self, degrees: f64, hundredths: i32) -> Place {
        let a = degrees.to_radians();
        let r = f64::from(self.radius * hundredths) / 100.0;
        (self.centre.0 + (r * a.sin()).round() as i32, self.centre.1 - (r * a.cos()).round() as i32)
    }
}

/// Draws the rim, the marks of the hours and some of their numbers.
pub(super) fn dial(scene: &mut Scene) -> Dial {
    let size = scene.letter_size();
    let radius = scene.side() * scene.int(36, 46) / 100;
    let (w, h) = (scene.width(), scene.height());
    let centre = (scene.int(radius + 4, w - radius - 5), scene.int(radius + 4, h - radius - 5));
    let dial = Dial { centre, radius };
    let (ink, width) = (scene.figure.ink, scene.int(1, 3));
    if scene.chance(0.4) {
        let hue = scene.hues(1)[0];
        let pale = scene.shade(hue).map(|c| (i32::from(c) / 6 + 205) as u8);
        scene.figure.ring(centre, radius, pale, None, "face");
    }
    scene.figure.ring(centre, radius, ink, Some(width), "rim");
    let minutes = scene.chance(0.5);
    for i in 0..60 {
        if i % 5 == 0 {
            let a = f64::from(6 * i);
            let inner = if i % 15 == 0 { 88 } else { 92 };
            scene.figure.line(dial.place(a, inner), dial.place(a, 99), width, ink, "mark of an hour");
        } else if minutes && radius > 90 {
            let a = f64::from(6 * i);
            scene.figure.line(dial.place(a, 95), dial.place(a, 99), 1, ink, "mark of a minute");
        }
    }
    // All numbers, the quarters, or none.
    let every = scene.pick(&[1, 1, 3, 12]);
    for hour in (1..=12).filter(|hour| hour % every == 0) {
        scene.figure.text(dial.place(f64::from(30 * hour), 77), &hour.to_string(), size, "number of an hour");
    }
    dial
}

/// Draws a hand at an angle; both hands have their meaning as name.
pub(super) fn hand(scene: &mut Scene, dial: &Dial, degrees: f64, length: i32, width: i32, name: &str) {
    let ink = scene.figure.ink;
    scene.figure.line(dial.centre, dial.place(degrees, length), width, ink, name);
}

/// Share of the radius that the hour hand takes, in hundredths.
pub(super) const HOUR: i32 = 45;
/// Share of the radius that the minute hand takes, in hundredths.
pub(super) const MINUTE: i32 = 68;

/// The angle of a hand clockwise from twelve, in degrees.
pub(super) fn angle_of([centre, tip]: [Point; 2]) -> f64 {
    (tip[0] - centre[0]).atan2(centre[1] - tip[1]).to_degrees().rem_euclid(360.0)
}

/// The tip of a hand of some length at an angle clockwise from twelve.
pub(super) fn tip(centre: Point, length: f64, degrees: f64) -> Point {
    let a = degrees.to_radians();
    [centre[0] + length * a.sin(), centre[1] - length * a.cos()]
}

/// Minutes since twelve as a clock shows them.
pub(super) fn time(minutes: i32) -> String {
    let minutes = minutes.rem_euclid(720);
    let hour = if minutes < 60 { 12 } else { minutes / 60 };
    format!("{hour}:{:02}", minutes % 60)
}
