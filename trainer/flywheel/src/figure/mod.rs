//! A figure as the Python that draws it.

mod matplotlib;
mod opencv;
mod pillow;
mod shape;
mod style;

pub use shape::Place;
pub(crate) use shape::Shape;
pub use style::{Library, Style, Wear};

use crate::Element;

/// Collects shapes and the elements that they show.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    /// Dark colour of structure: axes, sides, letters.
    pub ink: [u8; 3],
    style: Style,
    shapes: Vec<Shape>,
    elements: Vec<Element>,
}

impl Figure {
    /// An empty figure.
    pub fn new((width, height): Place, style: Style) -> Self {
        Self { width, height, ink: style.ink, style, shapes: vec![], elements: vec![] }
    }

    /// The elements drawn so far.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The colours, letters and library.
    pub fn style(&self) -> &Style {
        &self.style
    }

    /// The program that draws the figure.
    pub fn code(&self) -> String {
        let size = (self.width, self.height);
        let code = match self.style.library {
            Library::OpenCv if opencv::can_letter(&self.shapes) => {
                opencv::code(size, &self.style, &self.shapes)
            }
            Library::Pillow | Library::OpenCv => pillow::code(size, &self.style, &self.shapes),
            Library::Matplotlib => matplotlib::code(size, &self.style, &self.shapes),
        };
        let Wear { noise, seed, jpeg } = self.style.wear;
        let mut file = "figure.png";
        let mut wear = String::new();
        if noise > 0 {
            // Grey grain, as a sensor makes in dim light: a number a pixel, a third of the time of one a channel.
            wear += &format!(
                "\nimport numpy as np\nfrom PIL import Image, ImageChops\n\
                 im = Image.open(\"figure.png\").convert(\"RGB\")\n\
                 grain = np.random.default_rng({seed}).normal(128, {noise}, (im.height, im.width))\n\
                 grain = Image.fromarray(grain.astype(np.uint8))\n\
                 im = ImageChops.add(im, Image.merge(\"RGB\", (grain, grain, grain)), 1, -128)\n\
                 im.save(\"figure.png\")"
            );
        }
        if jpeg > 0 {
            wear += &format!(
                "\nfrom PIL import Image\n\
                 Image.open(\"figure.png\").convert(\"RGB\").save(\"figure.jpg\", quality={jpeg})"
            );
            file = "figure.jpg";
        }
        format!("{code}{wear}\nprint(\"{file}\")")
    }

    /// This figure with another at its right, on the ground of its own.
    pub fn beside(mut self, right: &Figure) -> Self {
        let by = (self.width, 0);
        let corner = (self.width + right.width - 1, right.height - 1);
        let ground = Shape::Rectangle { from: by, to: corner, color: right.style.background, outline: None };
        self.shapes.push(ground);
        self.shapes.extend(right.shapes.iter().map(|shape| shape.moved(by)));
        self.elements.extend(right.elements.iter().map(|element| element.moved(by)));
        self.width += right.width;
        self.height = self.height.max(right.height);
        self
    }

    /// Something the elements say about the figure that no single shape shows.
    pub fn note(&mut self, element: Element) {
        self.elements.push(element.implied());
    }

    /// An element with the shapes that show it.
    pub(crate) fn item(&mut self, shapes: impl IntoIterator<Item = Shape>, element: Element) {
        self.shapes.extend(shapes);
        self.elements.push(element);
    }

    /// Single pixels, as noise.
    pub fn specks(&mut self, places: &[Place], color: [u8; 3]) {
        self.shapes.push(Shape::Specks { places: places.to_vec(), color });
    }

    /// A line that means nothing, such as one of a faint grid.
    pub fn backdrop_line(&mut self, from: Place, to: Place, color: [u8; 3]) {
        self.shapes.push(Shape::Line { from, to, width: None, color });
    }

    /// An area that means nothing by itself, such as a tint under a part of the figure.
    pub fn backdrop_polygon(&mut self, corners: &[Place], color: [u8; 3]) {
        self.shapes.push(Shape::Polygon { corners: corners.to_vec(), color });
    }

    /// A filled dot.
    pub fn dot(&mut self, (x, y): Place, r: i32, color: [u8; 3], meaning: &str) {
        self.shapes.push(Shape::Ellipse { centre: (x, y), radii: (r, r), color, outline: None });
        self.elements.push(Element::Point { x, y, label: String::new(), meaning: meaning.to_owned() });
    }

    /// A circle, filled or with an outline of 3 pixels.
    pub fn circle(&mut self, (x, y): Place, r: i32, color: [u8; 3], filled: bool, meaning: &str) {
        self.ring((x, y), r, color, (!filled).then_some(3), meaning);
    }

    /// A circle, filled or with an outline of some width.
    pub fn ring(&mut self, (x, y): Place, r: i32, color: [u8; 3], outline: Option<i32>, meaning: &str) {
        self.shapes.push(Shape::Ellipse { centre: (x, y), radii: (r, r), color, outline });
        self.elements.push(Element::Circle { cx: x, cy: y, r, meaning: meaning.to_owned() });
    }

    /// An ellipse with its half axes, filled or with an outline of some width.
    pub fn ellipse(&mut self, at: Place, radii: Place, color: [u8; 3], outline: Option<i32>, meaning: &str) {
        self.shapes.push(Shape::Ellipse { centre: at, radii, color, outline });
        self.symbol(at, "ellipse", meaning);
    }

    /// A rectangle between two corners, left and top first, filled or with an outline of 3 pixels.
    pub fn rectangle(&mut self, from: Place, to: Place, color: [u8; 3], filled: bool, meaning: &str) {
        self.frame(from, to, color, (!filled).then_some(3), meaning);
    }

    /// A rectangle between two corners, left and top first, filled or with an outline of some width.
    pub fn frame(&mut self, from: Place, to: Place, color: [u8; 3], outline: Option<i32>, meaning: &str) {
        self.shapes.push(Shape::Rectangle { from, to, color, outline });
        self.symbol(((from.0 + to.0) / 2, (from.1 + to.1) / 2), "rectangle", meaning);
    }

    /// A filled polygon; its place is the mean of its corners.
    pub fn polygon(&mut self, corners: &[Place], color: [u8; 3], meaning: &str) {
        self.shapes.push(Shape::Polygon { corners: corners.to_vec(), color });
        let n = corners.len().max(1) as i32;
        let sum = corners.iter().fold((0, 0), |s, c| (s.0 + c.0, s.1 + c.1));
        self.symbol((sum.0 / n, sum.1 / n), "polygon", meaning);
    }

    /// A straight line.
    pub fn line(&mut self, from: Place, to: Place, width: i32, color: [u8; 3], meaning: &str) {
        self.shapes.push(Shape::Line { from, to, width: Some(width), color });
        self.line_element(from, to, meaning);
    }

    /// A dashed straight line.
    pub fn dashed(&mut self, from: Place, to: Place, width: i32, color: [u8; 3], meaning: &str) {
        let length = f64::from(to.0 - from.0).hypot(f64::from(to.1 - from.1));
        let at = |s: f64| {
            let t = (s / length).min(1.0);
            let mix = |a: i32, b: i32| (f64::from(a) + t * f64::from(b - a)).round() as i32;
            (mix(from.0, to.0), mix(from.1, to.1))
        };
        let mut s = 0.0;
        while s < length {
            self.shapes.push(Shape::Line { from: at(s), to: at(s + 6.0), width: Some(width), color });
            s += 10.0;
        }
        self.line_element(from, to, meaning);
    }

    /// A straight line with a filled head at its end.
    pub fn arrow(&mut self, from: Place, to: Place, width: i32, color: [u8; 3], meaning: &str) {
        let (dx, dy) = (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
        let length = dx.hypot(dy).max(1.0);
        let (ux, uy) = (dx / length, dy / length);
        let (long, half) = (f64::from(5 + 3 * width), f64::from(2 + 2 * width));
        let at = |back: f64, side: f64| {
            let x = f64::from(to.0) - back * ux - side * uy;
            let y = f64::from(to.1) - back * uy + side * ux;
            (x.round() as i32, y.round() as i32)
        };
        self.shapes.push(Shape::Line { from, to: at(long * 0.7, 0.0), width: Some(width), color });
        self.shapes.push(Shape::Polygon { corners: vec![to, at(long, half), at(long, -half)], color });
        self.line_element(from, to, meaning);
    }

    /// Part of a circle, in degrees clockwise from three o'clock, such as the mark of an angle.
    pub fn arc(&mut self, centre: Place, radius: i32, (from, to): (i32, i32), width: i32, color: [u8; 3]) {
        self.shapes.push(Shape::Arc { centre, radius, from, to, width, color });
    }

    /// The curve of a function through many places.
    pub fn curve(
        &mut self,
        places: &[Place],
        width: i32,
        color: [u8; 3],
        expression: &str,
        domain: [f64; 2],
    ) {
        self.shapes.push(Shape::Polyline { places: places.to_vec(), width, color });
        let meaning = "curve".to_owned();
        self.elements.push(Element::FunctionCurve { expression: expression.to_owned(), domain, meaning });
    }

    /// Straight lines from place to place; one line element each.
    pub fn polyline(&mut self, places: &[Place], width: i32, color: [u8; 3], meaning: &str) {
        self.shapes.push(Shape::Polyline { places: places.to_vec(), width, color });
        for pair in places.windows(2) {
            self.line_element(pair[0], pair[1], meaning);
        }
    }

    /// The sides of a closed polygon in ink.
    pub fn sides(&mut self, corners: &[Place], width: i32) {
        for (i, corner) in corners.iter().enumerate() {
            self.line(*corner, corners[(i + 1) % corners.len()], width, self.ink, "side");
        }
    }

    /// Text in ink, centred on a place.
    pub fn text(&mut self, at: Place, content: &str, size: i32, meaning: &str) {
        self.text_in(at, content, size, self.ink, meaning);
    }

    /// Text in a colour, centred on a place. It must hold no quotation mark or backslash.
    pub fn text_in(&mut self, at: Place, content: &str, size: i32, color: [u8; 3], meaning: &str) {
        self.shapes.push(Shape::Text { at, content: content.to_owned(), size, color });
        self.elements.push(Element::Text {
            content: content.to_owned(),
            position: [at.0, at.1],
            meaning: meaning.to_owned(),
        });
    }

    /// The name of a place, written near it; the place itself gets no dot.
    pub fn name(&mut self, (x, y): Place, at: Place, name: &str, size: i32) {
        self.text(at, name, size, "name of a point");
        let meaning = "named point".to_owned();
        self.elements.push(Element::Point { x, y, label: name.to_owned(), meaning });
    }

    fn line_element(&mut self, (x1, y1): Place, (x2, y2): Place, meaning: &str) {
        self.elements.push(Element::Line { x1, y1, x2, y2, meaning: meaning.to_owned() });
    }

    fn symbol(&mut self, (x, y): Place, kind: &str, meaning: &str) {
        self.elements.push(Element::Symbol {
            position: [x, y],
            kind: kind.into(),
            meaning: meaning.to_owned(),
        });
    }
}

fn rgb([r, g, b]: [u8; 3]) -> String {
    format!("({r}, {g}, {b})")
}

fn places(places: &[Place]) -> String {
    let places: Vec<String> = places.iter().map(|(x, y)| format!("({x}, {y})")).collect();
    places.join(", ")
}
