//! Where ticks stand.

use super::date_locator::DateLocator;
use super::log_locator::Log;
use super::max_n::MaxN;
use super::step::{Multiples, nonsingular};

/// What a locator knows of its axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// One end.
    pub low: f64,
    /// The other end, below `low` on a reversed axis.
    pub high: f64,
    /// Labels that fit beside each other: see [`room`].
    pub room: usize,
    /// The smallest positive value of the data.
    pub least_positive: f64,
    /// Whether the axis stands in space, where ticks are a little closer.
    pub solid: bool,
}

impl View {
    /// The ends in rising order.
    pub fn sorted(&self) -> (f64, f64) {
        (self.low.min(self.high), self.low.max(self.high))
    }
}

/// How many labels fit on an axis of `length` points: three font sizes each side by side, two above
/// each other.
pub fn room(length: f64, font_size: f64, horizontal: bool) -> usize {
    let one = font_size * if horizontal { 3.0 } else { 2.0 };
    let fits = (length / one).floor();
    if one > 0.0 && fits.is_finite() { fits.clamp(0.0, 1e9) as usize } else { usize::MAX }
}

/// Chooses tick places.
#[derive(Debug, Clone, PartialEq)]
pub enum Locator {
    /// None at all.
    Null,
    /// `FixedLocator`: these, thinned out to at most so many intervals.
    Fixed(Vec<f64>, Option<usize>),
    /// `MultipleLocator`: multiples of a base, moved by an offset.
    Multiple(f64, f64),
    /// `LinearLocator`: so many, evenly.
    Linear(usize),
    /// `IndexLocator`: every so many, from an offset above the lower end.
    Index(f64, f64),
    /// `AutoLocator` and `MaxNLocator`.
    MaxN(MaxN),
    /// `LogLocator`.
    Log(Log),
    /// `AutoMinorLocator`: between the major ticks, in so many parts.
    AutoMinor(Option<usize>),
    /// Those of dates.
    Date(DateLocator),
}

/// A script asked for more ticks than a picture can hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TooMany(pub f64);

/// Most ticks of one axis.
pub const MOST: usize = 10_000;

impl Locator {
    /// The tick places, some of them perhaps outside the view. `major` are the major ticks' places,
    /// which only `AutoMinor` wants.
    pub fn places(&self, view: &View, major: &[f64]) -> Result<Vec<f64>, TooMany> {
        let (low, high) = view.sorted();
        match self {
            Self::Null => Ok(Vec::new()),
            Self::Fixed(places, most) => Ok(thinned(places, *most)),
            Self::Multiple(base, offset) => {
                let base = if *base > 0.0 { *base } else { return Ok(Vec::new()) };
                let first = Multiples::new(base, 0.0).at_least(low - offset) * base;
                let count = super::step::divmod(high - offset - first + 0.001 * base, base).0;
                row(count + 3.0, |n| first - base + n * base + offset)
            }
            Self::Linear(count) => {
                let (low, high) = nonsingular(low, high, 0.05, 1e-15);
                let steps = (*count).saturating_sub(1).max(1) as f64;
                row(*count as f64, |n| if n == steps { high } else { low + n * ((high - low) / steps) })
            }
            Self::Index(base, offset) => {
                let count = ((high + 1.0 - low - offset) / base).ceil();
                row(count, |n| low + offset + n * base)
            }
            Self::MaxN(max_n) => Ok(max_n.places(low, high, view.room, view.solid)),
            Self::Log(log) => Ok(log.places(low, high, view.least_positive, view.room)),
            Self::Date(dates) => dates.places(view),
            Self::AutoMinor(parts) => minor(*parts, low, high, major),
        }
    }
}

fn row(count: f64, place: impl Fn(f64) -> f64) -> Result<Vec<f64>, TooMany> {
    if count > MOST as f64 {
        return Err(TooMany(count));
    }
    Ok((0..count.max(0.0) as usize).map(|n| place(n as f64)).collect())
}

fn thinned(places: &[f64], most: Option<usize>) -> Vec<f64> {
    let step = most.map_or(1, |most| places.len().div_ceil(most.max(1)).max(1));
    let nearest = |start: usize| {
        places.iter().skip(start).step_by(step).fold(f64::INFINITY, |least, place| least.min(place.abs()))
    };
    // The row that comes nearest to zero is kept; of equals, the first.
    let best = (1..step).fold(0, |best, start| if nearest(start) < nearest(best) { start } else { best });
    places.iter().skip(best).step_by(step).copied().collect()
}

fn minor(parts: Option<usize>, low: f64, high: f64, major: &[f64]) -> Result<Vec<f64>, TooMany> {
    let mut major = major.to_vec();
    major.sort_by(f64::total_cmp);
    major.dedup();
    let [first, second, ..] = major[..] else { return Ok(Vec::new()) };
    let step = second - first;
    let parts = parts.unwrap_or_else(|| {
        let log = libm::log10(step);
        let mantissa = libm::pow(10.0, log - log.floor());
        let near = |wanted: f64| (mantissa - wanted).abs() <= 1e-8 + 1e-5 * wanted;
        if [1.0, 2.5, 5.0, 10.0].into_iter().any(near) { 5 } else { 4 }
    });
    let step = step / parts.max(1) as f64;
    let (from, to) = (libm::rint((low - first) / step), libm::rint((high - first) / step) + 1.0);
    row(to - from, |n| (from + n) * step + first)
}
