//! The kinds of element that a board holds, each put down only where it has room.

use super::board::Board;
use super::curve::Curve;
use super::feature::Feature;
use crate::Element;
use crate::figure::{Place, Shape};
use crate::palette::Hue;
use crate::seen::{Point, point};

/// What symbols there are.
pub(super) const SYMBOLS: [&str; 6] = ["star", "cross", "square", "triangle", "diamond", "plus sign"];

impl Board<'_, '_> {
    fn shade(&mut self, hue: Hue) -> [u8; 3] {
        self.scene.shade(hue)
    }

    /// Pixels between things that only have to be told apart.
    fn near(&self) -> f64 {
        self.gap * 0.4
    }

    /// The radius of symbols and the like.
    pub(super) fn symbol_radius(&self) -> i32 {
        (self.scene.side() / 34).max(7)
    }

    /// A dot with a letter beside it; returns the letter.
    pub(super) fn point(&mut self, at: Place, on: &[Point], meaning: &str) -> Option<String> {
        if !self.has_room(point(at), 4.0, on) {
            return None;
        }
        let label = self.letter()?;
        let (ink, size) = (self.scene.figure.ink, self.scene.letter_size());
        let beside = self.beside(at, size)?;
        let dot = Shape::Ellipse { centre: at, radii: (3, 3), color: ink, outline: None };
        let text = Shape::Text { at: beside, content: label.clone(), size, color: ink };
        let element = Element::Point { x: at.0, y: at.1, label: label.clone(), meaning: meaning.to_owned() };
        let spots = vec![Feature::Spot(point(at), 3.0), Feature::Spot(point(beside), f64::from(size) * 0.5)];
        self.put(3, vec![dot, text], element, spots);
        Some(label)
    }

    /// Where the letter of a place has the most room.
    fn beside(&self, (x, y): Place, size: i32) -> Option<Place> {
        let reach = f64::from(size) * 0.95;
        let room = |place: &Place| {
            self.state.features.iter().map(|f| f.distance(point(*place))).fold(f64::INFINITY, f64::min)
        };
        (0..12)
            .map(|turn| {
                let (sin, cos) = (f64::from(turn) * 30.0_f64).to_radians().sin_cos();
                (x + (reach * cos).round() as i32, y + (reach * sin).round() as i32)
            })
            .filter(|place| self.inside(point(*place), f64::from(size) * 0.75))
            .max_by(|a, b| room(a).total_cmp(&room(b)))
            .filter(|place| room(place) >= f64::from(size) * 0.55)
    }

    /// A coloured dot without a letter; returns its colour.
    pub(super) fn dot(&mut self, at: Place, on: &[Point], relation: &str) -> Option<Hue> {
        let r = self.scene.int(4, 6);
        if !self.has_room(point(at), f64::from(r), on) {
            return None;
        }
        let hue = self.hue("dot")?;
        let dot = Shape::Ellipse { centre: at, radii: (r, r), color: self.shade(hue), outline: None };
        let meaning = format!("{hue} dot{relation}");
        let element = Element::Point { x: at.0, y: at.1, label: String::new(), meaning };
        self.put(2, vec![dot], element, vec![Feature::Spot(point(at), f64::from(r))]);
        Some(hue)
    }

    /// A coloured segment; returns its colour. What passes through a place of `on` is meant to meet it.
    pub(super) fn segment(&mut self, a: Place, b: Place, on: &[Point], relation: &str) -> Option<Hue> {
        self.stroke_has_room(a, b, on).then_some(())?;
        let hue = self.hue("segment")?;
        let line = Shape::Line { from: a, to: b, width: Some(self.width), color: self.shade(hue) };
        self.put_line(vec![line], a, b, format!("{hue} segment{relation}"));
        Some(hue)
    }

    /// A segment in ink.
    pub(super) fn ink_line(&mut self, a: Place, b: Place, on: &[Point], meaning: &str) -> Option<()> {
        self.stroke_has_room(a, b, on).then_some(())?;
        let line = Shape::Line { from: a, to: b, width: Some(self.width), color: self.scene.figure.ink };
        self.put_line(vec![line], a, b, meaning.to_owned());
        Some(())
    }

    /// The axis of x from left to right, with an arrow head and its letter.
    pub(super) fn x_axis(&mut self, left: i32, right: i32, y: i32, on: &[Point]) -> Option<()> {
        let size = self.scene.letter_size();
        let (a, b, letter) = ((left, y), (right, y), (right - size / 4, y + size));
        let roomy = self.stroke_has_room(a, b, on) && self.inside(point(letter), f64::from(size));
        roomy.then_some(())?;
        let color = self.scene.figure.ink;
        let head = vec![b, (right - 8, y - 4), (right - 8, y + 4)];
        let shapes = vec![
            Shape::Line { from: a, to: b, width: Some(1), color },
            Shape::Polygon { corners: head, color },
            Shape::Text { at: letter, content: "x".to_owned(), size, color },
        ];
        self.put_line(shapes, a, b, "x axis".to_owned());
        self.state.features.push(Feature::Spot(point(letter), f64::from(size) * 0.5));
        Some(())
    }

    fn put_line(&mut self, shapes: Vec<Shape>, a: Place, b: Place, meaning: String) {
        let element = Element::Line { x1: a.0, y1: a.1, x2: b.0, y2: b.1, meaning };
        self.put(1, shapes, element, vec![Feature::Stroke(point(a), point(b))]);
    }

    fn stroke_has_room(&self, a: Place, b: Place, on: &[Point]) -> bool {
        let (a, b) = (point(a), point(b));
        let inside = self.inside(a, 6.0) && self.inside(b, 6.0);
        inside && self.unrelated(on).all(|feature| feature.clear_of_segment(a, b, self.near()))
    }

    /// A coloured circle; returns its colour.
    pub(super) fn circle(&mut self, centre: Place, r: i32, on: &[Point], relation: &str) -> Option<Hue> {
        let (c, radius) = (point(centre), f64::from(r));
        let clear = self.unrelated(on).all(|feature| feature.clear_of_ring(c, radius, self.near()));
        if !clear || !self.inside(c, radius + 5.0) {
            return None;
        }
        let hue = self.hue("circle")?;
        let color = self.shade(hue);
        let ring = Shape::Ellipse { centre, radii: (r, r), color, outline: Some(self.width) };
        let meaning = format!("{hue} circle{relation}");
        let element = Element::Circle { cx: centre.0, cy: centre.1, r, meaning };
        self.put(1, vec![ring], element, vec![Feature::Ring(c, radius)]);
        Some(hue)
    }

    /// A coloured curve over a range of places.
    pub(super) fn curve(&mut self, curve: &Curve, from: i32, to: i32, on: &[Point]) -> Option<Hue> {
        let places: Vec<Place> = (0..=60)
            .map(|i| {
                let x = f64::from(from) + f64::from(to - from) * f64::from(i) / 60.0;
                (x.round() as i32, curve.y(x.round()).round() as i32)
            })
            .collect();
        let path: Vec<Point> = places.iter().map(|place| point(*place)).collect();
        let near = self.near();
        let clear = self.unrelated(on).all(|feature| match feature {
            Feature::Spot(..) => path.iter().all(|p| feature.distance(*p) >= near),
            other => other.distance(path[0]).min(other.distance(path[60])) >= near,
        });
        if !clear || !path.iter().all(|p| self.inside(*p, 6.0)) {
            return None;
        }
        let hue = self.hue("curve")?;
        let shape = Shape::Polyline { places, width: self.width, color: self.shade(hue) };
        let element = Element::FunctionCurve {
            expression: curve.expression(),
            domain: [f64::from(from), f64::from(to)],
            meaning: format!("{hue} curve"),
        };
        self.put(1, vec![shape], element, vec![Feature::Path(path)]);
        Some(hue)
    }

    /// A word in ink, centred on a place.
    pub(super) fn word(&mut self, at: Place, content: &str) -> Option<()> {
        let size = self.scene.letter_size();
        let half = f64::from(size) * 0.34 * content.len() as f64;
        self.has_room(point(at), half, &[]).then_some(())?;
        let text = Shape::Text { at, content: content.to_owned(), size, color: self.scene.figure.ink };
        let element =
            Element::Text { content: content.to_owned(), position: [at.0, at.1], meaning: "word".to_owned() };
        self.put(3, vec![text], element, vec![Feature::Spot(point(at), half)]);
        Some(())
    }

    /// A small coloured symbol; returns its colour and its name.
    pub(super) fn symbol(&mut self, at: Place, relation: &str) -> Option<(Hue, &'static str)> {
        let r = self.symbol_radius();
        self.has_room(point(at), f64::from(r), &[]).then_some(())?;
        let kind = self.scene.pick(&SYMBOLS);
        let hue = self.hue(kind)?;
        let color = self.shade(hue);
        let shapes = symbol_shapes(at, r, kind, color);
        let element = Element::Symbol {
            position: [at.0, at.1],
            kind: kind.to_owned(),
            meaning: format!("{hue} {kind}{relation}"),
        };
        self.put(2, shapes, element, vec![Feature::Spot(point(at), f64::from(r))]);
        Some((hue, kind))
    }

    /// Two arms of some length from a vertex, with an arc; the second arm lies `size` degrees clockwise of the first.
    pub(super) fn angle(&mut self, vertex: Place, first: i32, size: i32, reach: f64) -> Option<Hue> {
        let arm = |degrees: i32| {
            let (sin, cos) = f64::from(degrees).to_radians().sin_cos();
            (vertex.0 + (reach * cos).round() as i32, vertex.1 + (reach * sin).round() as i32)
        };
        let ends = [arm(first), arm(first + size)];
        let roomy = ends.iter().all(|end| self.stroke_has_room(vertex, *end, &[]));
        roomy.then_some(())?;
        let hue = self.hue("angle")?;
        let color = self.shade(hue);
        let mut shapes: Vec<Shape> = ends
            .iter()
            .map(|end| Shape::Line { from: vertex, to: *end, width: Some(self.width), color })
            .collect();
        let radius = (reach * 0.35) as i32;
        shapes.push(Shape::Arc { centre: vertex, radius, from: first, to: first + size, width: 1, color });
        let element = Element::Angle {
            vertex: [vertex.0, vertex.1],
            dir1: f64::from(first),
            dir2: f64::from(first + size),
            meaning: format!("{hue} angle"),
        };
        let strokes = ends.iter().map(|end| Feature::Stroke(point(vertex), point(*end))).collect();
        self.put(1, shapes, element, strokes);
        Some(hue)
    }
}

fn symbol_shapes((x, y): Place, r: i32, kind: &str, color: [u8; 3]) -> Vec<Shape> {
    let polygon = |corners: Vec<Place>| vec![Shape::Polygon { corners, color }];
    let line = |from: Place, to: Place| Shape::Line { from, to, width: Some(3), color };
    let s = r * 3 / 4;
    match kind {
        "star" => polygon(
            (0..10)
                .map(|i| {
                    let reach = f64::from(r) * if i % 2 == 0 { 1.0 } else { 0.42 };
                    let (sin, cos) = (f64::from(i) * 36.0 - 90.0_f64).to_radians().sin_cos();
                    (x + (reach * cos).round() as i32, y + (reach * sin).round() as i32)
                })
                .collect(),
        ),
        "cross" => vec![line((x - s, y - s), (x + s, y + s)), line((x - s, y + s), (x + s, y - s))],
        "plus sign" => vec![line((x - r, y), (x + r, y)), line((x, y - r), (x, y + r))],
        "square" => polygon(vec![(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)]),
        "triangle" => {
            let (half, below) = (r * 13 / 15, r / 2);
            polygon(vec![(x, y - r), (x - half, y + below), (x + half, y + below)])
        }
        _ => polygon(vec![(x, y - r), (x + s, y), (x, y + r), (x - s, y)]),
    }
}
