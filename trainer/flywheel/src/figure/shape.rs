//! What figures are made of, without the library that draws it.

/// A place in pixels.
pub type Place = (i32, i32);

/// A stroke, an area or a text; colours are red, green, blue.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    /// Single pixels.
    Specks { places: Vec<Place>, color: [u8; 3] },
    /// A straight line; without a width it has one pixel.
    Line { from: Place, to: Place, width: Option<i32>, color: [u8; 3] },
    /// Straight lines from place to place.
    Polyline { places: Vec<Place>, width: i32, color: [u8; 3] },
    /// An ellipse in its box, filled or an outline of some width.
    Ellipse { centre: Place, radii: Place, color: [u8; 3], outline: Option<i32> },
    /// Part of a circle, in degrees clockwise from three o'clock.
    Arc { centre: Place, radius: i32, from: i32, to: i32, width: i32, color: [u8; 3] },
    /// A rectangle between two corners, left and top first, both included.
    Rectangle { from: Place, to: Place, color: [u8; 3], outline: Option<i32> },
    /// A filled polygon.
    Polygon { corners: Vec<Place>, color: [u8; 3] },
    /// A text centred on a place; the size is the height of the font in pixels.
    Text { at: Place, content: String, size: i32, color: [u8; 3] },
}

impl Shape {
    /// Moved by some pixels.
    pub(crate) fn moved(&self, by: Place) -> Self {
        let go = |(x, y): Place| (x + by.0, y + by.1);
        let all = |places: &[Place]| places.iter().map(|p| go(*p)).collect();
        let mut shape = self.clone();
        match &mut shape {
            Shape::Specks { places, .. } | Shape::Polyline { places, .. } => *places = all(places),
            Shape::Polygon { corners, .. } => *corners = all(corners),
            Shape::Line { from, to, .. } | Shape::Rectangle { from, to, .. } => {
                (*from, *to) = (go(*from), go(*to))
            }
            Shape::Ellipse { centre: at, .. } | Shape::Arc { centre: at, .. } | Shape::Text { at, .. } => {
                *at = go(*at)
            }
        }
        shape
    }
}
