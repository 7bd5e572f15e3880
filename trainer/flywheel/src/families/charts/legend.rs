//! Legends: what the colours of a chart stand for.

use crate::palette::Hue;
use crate::scene::{Scene, distance};
use crate::seen::{Point, Seen};

const SETS: [[&str; 3]; 5] = [
    ["cats", "dogs", "birds"],
    ["tea", "milk", "juice"],
    ["cars", "vans", "bikes"],
    ["pens", "books", "bags"],
    ["roses", "lilies", "tulips"],
];

/// Colours with their names.
pub(super) type Series = Vec<(Hue, &'static str)>;

/// Draws a legend of up to three entries in a row at the top; the row takes `2 * letter_size` pixels.
pub(super) fn legend(scene: &mut Scene, n: usize) -> Option<Series> {
    let size = scene.letter_size();
    let mut names = scene.pick(&SETS);
    scene.shuffle(&mut names);
    let entry = size * 6;
    let mut left = (scene.width() - entry * n as i32) / 2;
    if left < 4 {
        return None;
    }
    let hues = scene.hues(n);
    let mut series = Vec::new();
    for (hue, name) in hues.into_iter().zip(names) {
        let (half, y) = (size / 3, size * 11 / 10);
        let color = scene.shade(hue);
        scene.figure.rectangle(
            (left, y - half),
            (left + 2 * half, y + half),
            color,
            true,
            &format!("{hue} swatch"),
        );
        let long = name.len() as i32 * size * 7 / 10;
        scene.figure.text((left + 2 * half + 5 + long / 2, y), name, size - 1, "legend entry");
        left += entry;
        series.push((hue, name));
    }
    Some(series)
}

/// The colours of the legend's entries that the question names, in its order.
pub(super) fn named_series<'a>(seen: &Seen<'a>) -> Vec<(Hue, &'a str)> {
    let entries = seen.texts("legend entry");
    let swatches: Vec<(Hue, Point)> = Hue::ALL
        .into_iter()
        .flat_map(|hue| seen.symbols(&format!("{hue} swatch")).into_iter().map(move |at| (hue, at)))
        .collect();
    seen.words()
        .filter_map(|word| {
            let (name, at) = entries.iter().find(|entry| entry.0 == word)?;
            let before = swatches.iter().filter(|s| s.1[0] < at[0]);
            let gap = |p: &Point| distance((p[0] as i32, p[1] as i32), (at[0] as i32, at[1] as i32));
            let nearest = before.min_by(|a, b| gap(&a.1).total_cmp(&gap(&b.1)))?;
            Some((nearest.0, *name))
        })
        .collect()
}
