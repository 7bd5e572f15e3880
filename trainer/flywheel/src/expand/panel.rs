//! Figures beside each other, and how a solver takes them apart again.

use vthinker_core::judge::Mark;

use crate::Element;
use crate::element::plain;
use crate::figure::{Figure, Place};
use crate::seen::Seen;

/// The meaning of the element that tells where a figure lies. As a diagonal it is not drawn.
const PANEL: &str = "diagonal of the panel";

/// A figure of several as a solver sees it.
pub(super) struct Panel {
    elements: Vec<Element>,
    width: u32,
    height: u32,
    /// Pixels from the left border of the whole.
    pub(super) left: i32,
}

impl Panel {
    /// The panel with its own question.
    pub(super) fn seen<'a>(&'a self, question: &'a str) -> Seen<'a> {
        Seen { question, elements: &self.elements, width: self.width, height: self.height }
    }
}

/// Joins figures from left to right, a line between each two; returns the left border of each.
pub(super) fn join<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Option<(Figure, Vec<i32>)> {
    let mut whole: Option<Figure> = None;
    let mut lefts = Vec::new();
    for figure in figures {
        let left = whole.as_ref().map_or(0, |whole| whole.width);
        lefts.push(left);
        whole = Some(match whole {
            // An empty figure of the same looks, with the note of the panel before all other elements.
            None => noted(Figure::new((0, 0), *figure.style()), figure).beside(figure),
            Some(whole) => noted(whole, figure).beside(figure),
        });
    }
    let mut whole = whole?;
    let (height, ink) = (whole.height, whole.ink);
    for left in &lefts[1..] {
        whole.backdrop_line((*left, 0), (*left, height - 1), ink);
    }
    Some((whole, lefts))
}

fn noted(mut whole: Figure, next: &Figure) -> Figure {
    let (x1, x2) = (whole.width, whole.width + next.width - 1);
    whole.note(Element::Line { x1, y1: 0, x2, y2: next.height - 1, meaning: PANEL.to_owned() });
    whole
}

/// The panels of a figure, each in its own pixels.
pub(super) fn panels(seen: &Seen) -> Vec<Panel> {
    let mut panels: Vec<Panel> = Vec::new();
    for element in seen.elements {
        match element {
            Element::Line { x1, y1, x2, y2, meaning } if plain(meaning) == PANEL => panels.push(Panel {
                elements: vec![],
                width: (x2 - x1 + 1).unsigned_abs(),
                height: (y2 - y1 + 1).unsigned_abs(),
                left: *x1,
            }),
            other => {
                if let Some(panel) = panels.last_mut() {
                    panel.elements.push(other.moved((-panel.left, 0)));
                }
            }
        }
    }
    panels
}

/// A mark moved to the right.
pub(super) fn shifted(mark: &Mark, left: i32) -> Mark {
    let dx = left as f32;
    match *mark {
        Mark::Point { x, y } => Mark::Point { x: x + dx, y },
        Mark::Segment { x0, y0, x1, y1 } => Mark::Segment { x0: x0 + dx, y0, x1: x1 + dx, y1 },
        Mark::Line { x0, y0, x1, y1 } => Mark::Line { x0: x0 + dx, y0, x1: x1 + dx, y1 },
        Mark::Circle { x, y, r } => Mark::Circle { x: x + dx, y, r },
        Mark::Box { x0, y0, x1, y1 } => Mark::Box { x0: x0 + dx, y0, x1: x1 + dx, y1 },
        Mark::Polyline { ref points } => {
            Mark::Polyline { points: points.iter().map(|[x, y]| [x + dx, *y]).collect() }
        }
    }
}

/// Labels moved to the right.
pub(super) fn shifted_labels(labels: &[(Place, String)], left: i32) -> Vec<(Place, String)> {
    labels.iter().map(|((x, y), text)| ((x + left, *y), text.clone())).collect()
}

/// What the panels are called, from left to right.
pub(super) fn names(count: usize) -> &'static [&'static str] {
    match count {
        2 => &["left", "right"],
        _ => &["left", "middle", "right"],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Library, Style, Wear};
    use crate::seen::Point;

    #[test]
    fn joined_figures_come_apart_again() {
        let style = Style {
            background: [250; 3],
            ink: [0; 3],
            font: "DejaVuSans.ttf",
            library: Library::Pillow,
            wear: Wear::default(),
        };
        let mut figures = [Figure::new((100, 80), style), Figure::new((60, 120), style)];
        figures[0].dot((10, 20), 3, [0; 3], "red dot");
        figures[1].dot((30, 40), 3, [0; 3], "blue dot");
        let (whole, lefts) = join(&figures).unwrap();
        assert_eq!((whole.width, whole.height, lefts), (160, 120, vec![0, 100]));
        let seen = Seen { question: "", elements: whole.elements(), width: 160, height: 120 };
        let panels = panels(&seen);
        let at = |i: usize, meaning: &str| -> Vec<Point> { panels[i].seen("").points(meaning) };
        assert_eq!((at(0, "red dot"), at(1, "blue dot")), (vec![[10.0, 20.0]], vec![[30.0, 40.0]]));
        assert_eq!((panels[1].width, panels[1].height), (60, 120));
    }
}
