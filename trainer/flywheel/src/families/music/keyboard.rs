//! A piece of a keyboard.

use crate::figure::Place;
use crate::scene::Scene;
use crate::seen::{Point, Seen};

/// Names of the twelve keys from C on; black keys have two.
pub(super) const NAMES: [&str; 12] = [
    "C",
    "C sharp / D flat",
    "D",
    "D sharp / E flat",
    "E",
    "F",
    "F sharp / G flat",
    "G",
    "G sharp / A flat",
    "A",
    "A sharp / B flat",
    "B",
];
/// White keys that have a black one at their right, from C on.
const BLACK: [bool; 7] = [true, true, false, true, true, true, false];
const WHITE: [usize; 7] = [0, 2, 4, 5, 7, 9, 11];

/// A key: which of the twelve it is, and where one puts a finger.
#[derive(Clone, Copy)]
pub(super) struct Key {
    pub tone: usize,
    pub finger: Place,
}

/// Draws keys from a random white one on and returns them from left to right, black ones included.
pub(super) fn keyboard(scene: &mut Scene) -> Option<Vec<Key>> {
    let n = scene.int(8, if scene.level == 1 { 9 } else { 15 });
    let first = scene.int(0, 6) as usize;
    let margin = scene.width() / 20;
    let wide = (scene.width() - 2 * margin) / n;
    let tall = (wide * scene.int(4, 6)).min(scene.height() * 3 / 4);
    if wide < 16 || tall < 3 * wide {
        return None;
    }
    let left = (scene.width() - n * wide) / 2;
    let top = scene.int(scene.height() / 10, scene.height() * 9 / 10 - tall);
    let ink = scene.figure.ink;
    let ivory = scene.pick(&[[255, 255, 255], [252, 250, 240], [246, 246, 250]]);
    let mut keys = Vec::new();
    for i in 0..n {
        let x = left + i * wide;
        scene.figure.frame((x, top), (x + wide, top + tall), ivory, None, "white key");
        scene.figure.frame((x, top), (x + wide, top + tall), ink, Some(1), "border of a key");
        let name = (first + i as usize) % 7;
        keys.push(Key { tone: WHITE[name], finger: (x + wide / 2, top + tall * 4 / 5) });
    }
    let (half, short) = (wide * 3 / 10, tall * 3 / 5);
    for i in 0..n - 1 {
        let name = (first + i as usize) % 7;
        if BLACK[name] {
            let x = left + (i + 1) * wide;
            scene.figure.frame((x - half, top), (x + half, top + short), ink, None, "black key");
            keys.push(Key { tone: WHITE[name] + 1, finger: (x, top + short * 3 / 5) });
        }
    }
    scene.figure.line((left, top), (left + n * wide, top), 3, ink, "upper edge of the keyboard");
    keys.sort_by_key(|key| key.finger.0);
    Some(keys)
}

/// The keys of a figure from left to right, named by the groups of two and three black ones.
pub(super) fn read(seen: &Seen) -> Option<Vec<(usize, Point)>> {
    let top = seen.lines("upper edge of the keyboard").first()?[0][1];
    let mut white = seen.symbols("white key");
    white.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let black = seen.symbols("black key");
    let right = |i: usize| black.iter().any(|b| b[0] > white[i][0] && b[0] < white[i + 1][0]);
    let first = (0..7).find(|first| (0..white.len() - 1).all(|i| right(i) == BLACK[(first + i) % 7]))?;
    let mut keys: Vec<(usize, Point)> = white
        .iter()
        .enumerate()
        .map(|(i, [x, y])| (WHITE[(first + i) % 7], [*x, y + 0.6 * (y - top)]))
        .collect();
    for [x, y] in black {
        let left =
            keys.iter().take(white.len()).filter(|(_, p)| p[0] < x).map(|(tone, _)| *tone).next_back()?;
        keys.push((left + 1, [x, y + 0.2 * (y - top)]));
    }
    keys.sort_by(|a, b| a.1[0].total_cmp(&b.1[0]));
    Some(keys)
}
