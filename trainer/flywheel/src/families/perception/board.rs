//! A figure of many elements in the making: what lies where, and what is still free.

use std::collections::BTreeMap;

use super::feature::Feature;
use crate::Element;
use crate::figure::Shape;
use crate::geometry::{minus, norm};
use crate::palette::Hue;
use crate::scene::Scene;
use crate::seen::Point;

/// Tries of one construction before another is taken.
const TRIES: usize = 40;
const LETTERS: &str = "ABCDEFGHKLMNPQRSTUVWXYZ";

/// The scene with all that was put on it; nothing is drawn before [`Board::finish`].
pub(super) struct Board<'s, 'r> {
    pub(super) scene: &'s mut Scene<'r>,
    /// Pixels that unrelated things keep from each other.
    pub(super) gap: f64,
    /// Width of strokes.
    pub(super) width: i32,
    pub(super) state: State,
}

/// What a failed construction takes back.
#[derive(Clone)]
pub(super) struct State {
    items: Vec<Item>,
    pub(super) features: Vec<Feature>,
    /// Circles in which nothing small is put any more, as centre and radius.
    pub(super) closed: Vec<(Point, f64)>,
    /// Kinds of which there must be no more.
    pub(super) complete: Vec<&'static str>,
    letters: Vec<char>,
    hues: BTreeMap<&'static str, Vec<Hue>>,
}

#[derive(Clone)]
struct Item {
    layer: u8,
    shapes: Vec<Shape>,
    element: Element,
}

impl<'s, 'r> Board<'s, 'r> {
    /// An empty board; things lie nearer to each other at higher levels.
    pub(super) fn new(scene: &'s mut Scene<'r>) -> Self {
        let share = [0.085, 0.07, 0.055][usize::from(scene.level.clamp(1, 3)) - 1];
        let gap = f64::from(scene.side()) * share;
        let width = scene.int(1, 3);
        let mut letters: Vec<char> = LETTERS.chars().collect();
        scene.shuffle(&mut letters);
        let state = State {
            items: vec![],
            features: vec![],
            closed: vec![],
            complete: vec![],
            letters,
            hues: BTreeMap::new(),
        };
        Self { scene, gap, width, state }
    }

    /// Elements so far.
    pub(super) fn count(&self) -> usize {
        self.state.items.len()
    }

    /// Repeats a construction until it finds room; what failed ones left is taken back.
    pub(super) fn tries<T>(&mut self, mut make: impl FnMut(&mut Self) -> Option<T>) -> Option<T> {
        for _ in 0..TRIES {
            let before = self.state.clone();
            let made = make(self);
            if made.is_some() {
                return made;
            }
            self.state = before;
        }
        None
    }

    /// A letter that nothing bears yet.
    pub(super) fn letter(&mut self) -> Option<String> {
        self.state.letters.pop().map(String::from)
    }

    /// A colour that no other thing of the kind has.
    pub(super) fn hue(&mut self, kind: &'static str) -> Option<Hue> {
        let Self { scene, state, .. } = self;
        state.hues.entry(kind).or_insert_with(|| scene.hues(Hue::ALL.len())).pop()
    }

    /// Puts an element on the board; those of a higher layer cover lower ones.
    pub(super) fn put(&mut self, layer: u8, shapes: Vec<Shape>, element: Element, features: Vec<Feature>) {
        self.state.items.push(Item { layer, shapes, element });
        self.state.features.extend(features);
    }

    /// Whether a place is this far from every border.
    pub(super) fn inside(&self, [x, y]: Point, margin: f64) -> bool {
        let (right, bottom) = (f64::from(self.scene.width()) - 1.0, f64::from(self.scene.height()) - 1.0);
        (margin..=right - margin).contains(&x) && (margin..=bottom - margin).contains(&y)
    }

    /// Whether a small thing has room at a place. Things that pass through one of the places `on` belong there.
    pub(super) fn has_room(&self, at: Point, radius: f64, on: &[Point]) -> bool {
        let open = on.is_empty() && self.state.closed.iter().all(|(c, r)| norm(minus(at, *c)) > r + radius)
            || !on.is_empty();
        let apart = |feature: &Feature| feature.distance(at) >= radius + self.gap * 0.5;
        open && self.inside(at, radius + 4.0) && self.unrelated(on).all(apart)
    }

    /// The features that pass through none of some places.
    pub(super) fn unrelated<'a>(&'a self, on: &'a [Point]) -> impl Iterator<Item = &'a Feature> {
        self.state.features.iter().filter(move |feature| on.iter().all(|p| feature.distance(*p) > 1.5))
    }

    /// Draws all elements, in random order within their layers.
    pub(super) fn finish(self) {
        let Self { scene, state, .. } = self;
        let mut items = state.items;
        scene.shuffle(&mut items);
        items.sort_by_key(|item| item.layer);
        for item in items {
            scene.figure.item(item.shapes, item.element);
        }
    }
}
