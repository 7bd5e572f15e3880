//! Colour maps: from numbers between 0 and 1 to colours, and the norms that bring data there.

mod norm;
mod tables;

pub use norm::{Extend, Norm};

use std::rc::Rc;

/// Red, green, blue, alpha from 0 to 1.
pub type Color = [f64; 4];

/// Entries of a map that names no other number.
pub const ENTRIES: usize = 256;

/// Most entries of a map.
pub const MOST: usize = 65_536;

/// A colour map.
#[derive(Debug, Clone, PartialEq)]
pub struct Colormap {
    /// Its name, with `_r` if it is turned round.
    pub name: String,
    /// What numbers from 0 to 1 become, in equal parts.
    pub entries: Rc<[Color]>,
    /// Colours between which the entries are interpolated; none for a listed map.
    stops: Rc<[(f64, Color)]>,
    gamma: f64,
    /// For numbers below 0; the first entry if none.
    pub under: Option<Color>,
    /// For numbers above 1; the last entry if none.
    pub over: Option<Color>,
    /// For what is no number.
    pub bad: Color,
}

impl Colormap {
    /// A map of matplotlib's by its name; `_r` at the end turns it round.
    pub fn named(name: &str) -> Option<Self> {
        if let Some(forward) = name.strip_suffix("_r") {
            return Self::named(forward).map(|map| map.reversed());
        }
        let opaque = |colors: Vec<[f64; 3]>| colors.into_iter().map(|[r, g, b]| [r, g, b, 1.0]).collect();
        Some(match tables::stored(name)? {
            tables::Stored::Even(colors) => Self::from_list(name, &even(opaque(colors)), ENTRIES, 1.0),
            tables::Stored::Listed(colors) => Self::listed(name, opaque(colors)),
            tables::Stored::Entries(colors) => {
                let entries: Vec<Color> = opaque(colors);
                // Listed maps of matplotlib's are resampled by picking entries, the others by interpolation.
                let listed = name.starts_with("twilight") || LISTED.contains(&name);
                let stops = if listed { Vec::new() } else { even(entries.clone()) };
                Self { stops: stops.into(), ..Self::listed(name, entries) }
            }
        })
    }

    /// Every name without `_r`.
    pub fn names() -> impl Iterator<Item = &'static str> {
        tables::names()
    }

    /// `ListedColormap`.
    pub fn listed(name: &str, entries: Vec<Color>) -> Self {
        Self {
            name: name.to_owned(),
            entries: entries.into(),
            stops: Rc::new([]),
            gamma: 1.0,
            under: None,
            over: None,
            bad: [0.0; 4],
        }
    }

    /// `LinearSegmentedColormap.from_list`: `stops` rise from 0 to 1, `entries` is at most [`MOST`].
    pub fn from_list(name: &str, stops: &[(f64, Color)], entries: usize, gamma: f64) -> Self {
        let count = entries.clamp(1, MOST);
        let mut colors = Vec::with_capacity(count);
        for index in 0..count {
            let place = if count == 1 { 1.0 } else { index as f64 / (count - 1) as f64 };
            let [r, g, b, _] = between(stops, libm::pow(place, gamma));
            colors.push([r, g, b, between(stops, place)[3]]);
        }
        Self { stops: stops.into(), gamma, ..Self::listed(name, colors) }
    }

    /// The map with another number of entries, as `plt.get_cmap(name, entries)` gives it.
    pub fn resampled(&self, entries: usize) -> Self {
        let count = entries.clamp(1, MOST);
        let resampled = if self.stops.is_empty() {
            let last = (count - 1).max(1) as f64;
            Self::listed(&self.name, (0..count).map(|index| self.at(index as f64 / last)).collect())
        } else {
            Self::from_list(&self.name, &self.stops, count, self.gamma)
        };
        Self { under: self.under, over: self.over, bad: self.bad, ..resampled }
    }

    /// The map turned round.
    pub fn reversed(&self) -> Self {
        let name = match self.name.strip_suffix("_r") {
            Some(forward) => forward.to_owned(),
            None => format!("{}_r", self.name),
        };
        Self {
            name,
            entries: self.entries.iter().rev().copied().collect(),
            stops: self.stops.iter().rev().map(|(place, color)| (1.0 - place, *color)).collect(),
            gamma: self.gamma,
            under: self.over,
            over: self.under,
            bad: self.bad,
        }
    }

    /// The colour of a number; 0 to 1 runs through the map.
    pub fn at(&self, value: f64) -> Color {
        let scaled = value * self.entries.len() as f64;
        let whole = if scaled == self.entries.len() as f64 { scaled - 1.0 } else { scaled };
        self.entry(whole)
    }

    /// The colour of an entry by its number, as integers (and `BoundaryNorm`) choose.
    pub fn entry(&self, index: f64) -> Color {
        let [first, .., last] = self.entries[..] else {
            return self.entries.first().copied().unwrap_or(self.bad);
        };
        if index.is_nan() {
            self.bad
        } else if index < 0.0 {
            self.under.unwrap_or(first)
        } else {
            self.entries.get(index as usize).copied().unwrap_or(self.over.unwrap_or(last))
        }
    }

    /// The colour that a norm and this map give a number of the data.
    pub fn of(&self, norm: &Norm, value: f64) -> Color {
        match norm {
            Norm::Boundary { .. } | Norm::None => self.entry(norm.apply(value)),
            _ => self.at(norm.apply(value)),
        }
    }
}

/// Maps that matplotlib stores as lists of 256 colours.
const LISTED: [&str; 6] = ["viridis", "plasma", "inferno", "magma", "cividis", "turbo"];

/// Colours in equal distances.
pub fn even(colors: Vec<Color>) -> Vec<(f64, Color)> {
    let last = colors.len().saturating_sub(1).max(1) as f64;
    colors.into_iter().enumerate().map(|(index, color)| (index as f64 / last, color)).collect()
}

fn between(stops: &[(f64, Color)], place: f64) -> Color {
    let after = stops.partition_point(|(stop, _)| *stop < place).max(1);
    let (Some((low, first)), last) = (stops.get(after - 1), stops.get(after)) else { return [0.0; 4] };
    let Some((high, second)) = last else { return *first };
    let share = if high > low { (place - low) / (high - low) } else { 1.0 };
    std::array::from_fn(|channel| {
        (share * (second[channel] - first[channel]) + first[channel]).clamp(0.0, 1.0)
    })
}

/// Colours of six hexadecimal digits each.
fn hex(text: &str) -> Vec<[f64; 3]> {
    let digit = |byte: u8| f64::from((byte as char).to_digit(16).unwrap_or(0));
    let pair = |pair: &[u8]| pair.iter().fold(0.0, |value, byte| value * 16.0 + digit(*byte)) / 255.0;
    let channels: Vec<f64> = text.as_bytes().chunks(2).map(pair).collect();
    channels.as_chunks::<3>().0.to_vec()
}

#[cfg(test)]
mod golden_tests;
