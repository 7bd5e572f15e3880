//! The part of a question that asks for one place, and the things that it speaks of.

use crate::Element;
use crate::geometry::{minus, norm};
use crate::palette::Hue;
use crate::seen::{Point, Seen};

/// What a question says about one place.
pub(super) struct Clause<'a> {
    pub(super) seen: &'a Seen<'a>,
    pub(super) text: &'a str,
    /// The name that the place gets or has.
    pub(super) name: &'a str,
    /// The other letters, in order.
    pub(super) letters: Vec<&'a str>,
    pub(super) hues: Vec<Hue>,
}

impl<'a> Clause<'a> {
    /// Reads one clause: the name stands in brackets, before the first comma, or is the only letter.
    pub(super) fn read(seen: &'a Seen<'a>, text: &'a str) -> Option<Self> {
        let mut letters: Vec<&str> = words(text).filter(|word| is_letter(word)).collect();
        let name = match (text.rsplit_once('('), text.split_once(',')) {
            (Some((_, name)), _) => name.trim_end_matches(')'),
            (None, Some((before, _))) => words(before).last()?,
            (None, None) => letters.first()?,
        };
        letters.remove(letters.iter().position(|letter| *letter == name)?);
        let hues =
            words(text).filter_map(|word| Hue::ALL.into_iter().find(|hue| hue.name() == word)).collect();
        Some(Self { seen, text, name, letters, hues })
    }

    /// The words of the clause.
    pub(super) fn words(&self) -> impl Iterator<Item = &'a str> {
        words(self.text)
    }

    /// The place of the `i`-th letter besides the name.
    pub(super) fn lettered(&self, i: usize) -> Option<Point> {
        self.seen.named(self.letters.get(i)?)
    }

    /// The places of a triangle named by a word of three letters.
    pub(super) fn triangle(&self) -> Option<[Point; 3]> {
        let word =
            self.words().find(|word| word.len() == 3 && word.chars().all(|c| c.is_ascii_uppercase()))?;
        Some([self.seen.named(&word[..1])?, self.seen.named(&word[1..2])?, self.seen.named(&word[2..])?])
    }

    /// The segment of the `i`-th colour.
    pub(super) fn segment(&self, i: usize) -> Option<[Point; 2]> {
        let wanted = format!("{} segment", self.hues.get(i)?);
        self.things().find_map(|element| match element {
            Element::Line { x1, y1, x2, y2, meaning } if is(meaning, &wanted) => {
                Some([[f64::from(*x1), f64::from(*y1)], [f64::from(*x2), f64::from(*y2)]])
            }
            _ => None,
        })
    }

    /// The circle of the `i`-th colour.
    pub(super) fn circle(&self, i: usize) -> Option<(Point, f64)> {
        let wanted = format!("{} circle", self.hues.get(i)?);
        self.things().find_map(|element| match element {
            Element::Circle { cx, cy, r, meaning } if is(meaning, &wanted) => {
                Some(([f64::from(*cx), f64::from(*cy)], f64::from(*r)))
            }
            _ => None,
        })
    }

    /// All dots without a letter.
    pub(super) fn dots(&self) -> Vec<Point> {
        let dot = |element: &Element| match element {
            Element::Point { x, y, label, .. } if label.is_empty() => Some([f64::from(*x), f64::from(*y)]),
            _ => None,
        };
        self.things().filter_map(dot).collect()
    }

    /// All symbols with their meanings.
    pub(super) fn symbols(&self) -> Vec<(&'a str, Point)> {
        let symbol = |element: &'a Element| match element {
            Element::Symbol { position: [x, y], meaning, .. } => {
                Some((meaning.as_str(), [f64::from(*x), f64::from(*y)]))
            }
            _ => None,
        };
        self.things().filter_map(symbol).collect()
    }

    /// The lettered place that is best by a measure, the least being best.
    pub(super) fn best_letter(&self, measure: impl Fn(Point) -> f64) -> Option<Point> {
        least(self.seen.all_named().into_iter().map(|(_, at)| at), measure)
    }

    /// All elements.
    pub(super) fn things(&self) -> impl Iterator<Item = &'a Element> {
        self.seen.elements.iter()
    }
}

/// Whether a meaning is of a kind: all that follows a comma tells how it lies to others.
pub(super) fn is(meaning: &str, wanted: &str) -> bool {
    meaning.split(',').next() == Some(wanted)
}

/// The place with the least measure.
pub(super) fn least(
    places: impl IntoIterator<Item = Point>,
    measure: impl Fn(Point) -> f64,
) -> Option<Point> {
    places.into_iter().min_by(|a, b| measure(*a).total_cmp(&measure(*b)))
}

/// Pixels between two places.
pub(super) fn between(a: Point, b: Point) -> f64 {
    norm(minus(a, b))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn is_letter(word: &str) -> bool {
    word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase())
}
