//! A problem as somebody sees it who did not make it: question and elements, no solution.

use vthinker_core::judge::Mark;

use crate::Element;
use crate::figure::Place;
use crate::palette::Hue;

/// A place that need not be whole.
pub type Point = [f64; 2];

/// What a solver works from.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The question, without any choices.
    pub question: &'a str,
    /// What the figure shows.
    pub elements: &'a [Element],
    /// Width of the picture in pixels.
    pub width: u32,
    /// Height of the picture in pixels.
    pub height: u32,
}

/// A solution found from [`Seen`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Solved {
    /// The answer of a reasoning problem, as the family words it.
    pub answer: Option<String>,
    /// What the drawing must show, in any order.
    pub marks: Vec<Mark>,
}

impl Solved {
    /// The solution of a drawing task.
    pub fn drawing(marks: Vec<Mark>) -> Option<Self> {
        Some(Self { answer: None, marks })
    }

    /// The solution of a reasoning task.
    pub fn reasoning(answer: impl ToString, marks: Vec<Mark>) -> Option<Self> {
        Some(Self { answer: Some(answer.to_string()), marks })
    }
}

impl<'a> Seen<'a> {
    /// Places of the points with a meaning, in the order of drawing.
    pub fn points(&self, wanted: &str) -> Vec<Point> {
        self.all(|element| match element {
            Element::Point { x, y, meaning, .. } if meaning == wanted => Some(place(*x, *y)),
            _ => None,
        })
    }

    /// Ends of the lines with a meaning, in the order of drawing.
    pub fn lines(&self, wanted: &str) -> Vec<[Point; 2]> {
        self.all(|element| match element {
            Element::Line { x1, y1, x2, y2, meaning } if meaning == wanted => {
                Some([place(*x1, *y1), place(*x2, *y2)])
            }
            _ => None,
        })
    }

    /// Centres and radii of the circles with a meaning.
    pub fn circles(&self, wanted: &str) -> Vec<(Point, f64)> {
        self.all(|element| match element {
            Element::Circle { cx, cy, r, meaning } if meaning == wanted => {
                Some((place(*cx, *cy), f64::from(*r)))
            }
            _ => None,
        })
    }

    /// Texts with a meaning and their places.
    pub fn texts(&self, wanted: &str) -> Vec<(&'a str, Point)> {
        self.all(|element| match element {
            Element::Text { content, position: [x, y], meaning } if meaning == wanted => {
                Some((content.as_str(), place(*x, *y)))
            }
            _ => None,
        })
    }

    /// Places of the symbols with a meaning.
    pub fn symbols(&self, wanted: &str) -> Vec<Point> {
        self.all(|element| match element {
            Element::Symbol { position: [x, y], meaning, .. } if meaning == wanted => Some(place(*x, *y)),
            _ => None,
        })
    }

    /// Meanings of all elements that begin with a word, with their places (a line's is its middle).
    pub fn beginning(&self, word: &str) -> Vec<(&'a str, Point)> {
        self.all(|element| {
            let at = match element {
                Element::Point { x, y, .. } | Element::Circle { cx: x, cy: y, .. } => place(*x, *y),
                Element::Angle { vertex: [x, y], .. }
                | Element::Text { position: [x, y], .. }
                | Element::Symbol { position: [x, y], .. } => place(*x, *y),
                Element::Line { x1, y1, x2, y2, .. } => [f64::from(x1 + x2) / 2.0, f64::from(y1 + y2) / 2.0],
                Element::FunctionCurve { .. } => return None,
            };
            element.meaning().starts_with(word).then(|| (element.meaning(), at))
        })
    }

    /// The place that a letter of the figure names.
    pub fn named(&self, name: &str) -> Option<Point> {
        self.all_named().into_iter().find(|(label, _)| *label == name).map(|(_, at)| at)
    }

    /// All named places, in the order of drawing.
    pub fn all_named(&self) -> Vec<(&'a str, Point)> {
        self.all(|element| match element {
            Element::Point { x, y, label, .. } if !label.is_empty() => Some((label.as_str(), place(*x, *y))),
            _ => None,
        })
    }

    /// The place of the first text of that content.
    pub fn labelled(&self, content: &str) -> Option<Point> {
        self.all(|element| match element {
            Element::Text { content: text, position: [x, y], .. } if text == content => Some(place(*x, *y)),
            _ => None,
        })
        .first()
        .copied()
    }

    /// The colours that the question names, in its order.
    pub fn hues(&self) -> Vec<Hue> {
        self.words().filter_map(|word| Hue::ALL.into_iter().find(|hue| hue.name() == word)).collect()
    }

    /// The numbers that the question names, in its order.
    pub fn numbers(&self) -> Vec<f64> {
        self.question
            .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|word| word.trim_end_matches('.').parse().ok())
            .collect()
    }

    /// The question's words of one capital letter, such as `B`.
    pub fn letters(&self) -> Vec<&'a str> {
        self.question
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase()))
            .collect()
    }

    /// The question's words without punctuation.
    pub fn words(&self) -> impl Iterator<Item = &'a str> {
        self.question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
    }

    fn all<T>(&self, pick: impl FnMut(&'a Element) -> Option<T>) -> Vec<T> {
        self.elements.iter().filter_map(pick).collect()
    }
}

/// A whole place as a point.
pub fn point((x, y): Place) -> Point {
    place(x, y)
}

fn place(x: i32, y: i32) -> Point {
    [f64::from(x), f64::from(y)]
}
