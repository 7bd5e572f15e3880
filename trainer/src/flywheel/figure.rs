//! A figure as the Python that draws it.

use super::Element;

/// A place in pixels.
pub type Place = (i32, i32);

/// Collects drawing statements and the elements that they show.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Width in pixels.
    pub width: i32,
    /// Height in pixels.
    pub height: i32,
    background: [u8; 3],
    /// Dark colour of structure: axes, sides, letters.
    pub ink: [u8; 3],
    font: &'static str,
    statements: Vec<String>,
    elements: Vec<Element>,
}

impl Figure {
    /// An empty figure; `font` is a DejaVu file name.
    pub fn new((width, height): Place, background: [u8; 3], ink: [u8; 3], font: &'static str) -> Self {
        Self { width, height, background, ink, font, statements: vec![], elements: vec![] }
    }

    /// The elements drawn so far.
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The program that draws the figure.
    pub fn code(&self) -> String {
        format!(
            "from PIL import Image, ImageDraw, ImageFont\nim = Image.new(\"RGB\", ({}, {}), {})\n\
             d = ImageDraw.Draw(im)\n{}\nim.save(\"figure.png\")\nprint(\"figure.png\")",
            self.width,
            self.height,
            rgb(self.background),
            self.statements.join("\n"),
        )
    }

    /// Single pixels, as noise.
    pub fn specks(&mut self, places: &[Place], color: [u8; 3]) {
        let places: Vec<String> = places.iter().map(|(x, y)| format!("({x}, {y})")).collect();
        self.statements.push(format!("d.point([{}], fill={})", places.join(", "), rgb(color)));
    }

    /// A line that means nothing, such as one of a faint grid.
    pub fn backdrop_line(&mut self, (x1, y1): Place, (x2, y2): Place, color: [u8; 3]) {
        self.statements.push(format!("d.line(({x1}, {y1}, {x2}, {y2}), fill={})", rgb(color)));
    }

    /// A filled dot.
    pub fn dot(&mut self, (x, y): Place, r: i32, color: [u8; 3], meaning: &str) {
        self.statements.push(format!(
            "d.ellipse(({}, {}, {}, {}), fill={})",
            x - r,
            y - r,
            x + r,
            y + r,
            rgb(color)
        ));
        self.elements.push(Element::Point { x, y, label: String::new(), meaning: meaning.to_owned() });
    }

    /// A circle, filled or with an outline of 3 pixels.
    pub fn circle(&mut self, (x, y): Place, r: i32, color: [u8; 3], filled: bool, meaning: &str) {
        self.statements.push(format!(
            "d.ellipse(({}, {}, {}, {}), {})",
            x - r,
            y - r,
            x + r,
            y + r,
            paint(color, filled)
        ));
        self.elements.push(Element::Circle { cx: x, cy: y, r, meaning: meaning.to_owned() });
    }

    /// A rectangle between two corners, left and top first.
    pub fn rectangle(
        &mut self,
        (x0, y0): Place,
        (x1, y1): Place,
        color: [u8; 3],
        filled: bool,
        meaning: &str,
    ) {
        self.statements.push(format!("d.rectangle(({x0}, {y0}, {x1}, {y1}), {})", paint(color, filled)));
        self.elements.push(Element::Symbol {
            position: [(x0 + x1) / 2, (y0 + y1) / 2],
            kind: "rectangle".into(),
            meaning: meaning.to_owned(),
        });
    }

    /// A filled polygon.
    pub fn polygon(&mut self, corners: &[Place], color: [u8; 3], meaning: &str) {
        let list: Vec<String> = corners.iter().map(|(x, y)| format!("({x}, {y})")).collect();
        self.statements.push(format!("d.polygon([{}], fill={})", list.join(", "), rgb(color)));
        let n = corners.len().max(1) as i32;
        let sum = corners.iter().fold((0, 0), |s, c| (s.0 + c.0, s.1 + c.1));
        self.elements.push(Element::Symbol {
            position: [sum.0 / n, sum.1 / n],
            kind: "polygon".into(),
            meaning: meaning.to_owned(),
        });
    }

    /// A straight line.
    pub fn line(&mut self, (x1, y1): Place, (x2, y2): Place, width: i32, color: [u8; 3], meaning: &str) {
        self.statements.push(format!("d.line(({x1}, {y1}, {x2}, {y2}), fill={}, width={width})", rgb(color)));
        self.elements.push(Element::Line { x1, y1, x2, y2, meaning: meaning.to_owned() });
    }

    /// The sides of a closed polygon in ink.
    pub fn sides(&mut self, corners: &[Place], width: i32) {
        for (i, corner) in corners.iter().enumerate() {
            self.line(*corner, corners[(i + 1) % corners.len()], width, self.ink, "side");
        }
    }

    /// Text in ink, centred on a place.
    pub fn text(&mut self, (x, y): Place, content: &str, size: i32, meaning: &str) {
        self.statements.push(format!(
            "d.text(({x}, {y}), \"{content}\", fill={}, font=ImageFont.truetype(\"{}\", {size}), anchor=\"mm\")",
            rgb(self.ink),
            self.font
        ));
        self.elements.push(Element::Text {
            content: content.to_owned(),
            position: [x, y],
            meaning: meaning.to_owned(),
        });
    }
}

fn rgb([r, g, b]: [u8; 3]) -> String {
    format!("({r}, {g}, {b})")
}

fn paint(color: [u8; 3], filled: bool) -> String {
    if filled { format!("fill={}", rgb(color)) } else { format!("outline={}, width=3", rgb(color)) }
}
