//! Many shapes of one kind: what `scatter`, `fill_between`, `vlines` and contours draw.

use std::rc::Rc;

use super::axes::Axes;
use super::color::Color;
use super::geometry::{Affine, Point, Rect};
use super::mappable::Mappable;
use super::path::Path;
use super::style::LineStyle;
use super::transform::Transform;
use crate::{Cap, Join};

/// A collection; each list is used over and over where it is shorter than the others.
#[derive(Clone)]
pub(crate) struct Collection {
    /// Python's name of the class.
    pub class: &'static str,
    /// Shapes, in the coordinates of the artist's transform, or in points around the offsets.
    pub paths: Vec<Path>,
    /// Areas in square points that shapes around offsets are scaled to.
    pub sizes: Vec<f64>,
    pub offsets: Vec<Point>,
    /// What maps offsets to pixels; shapes stand by themselves if missing.
    pub offset_transform: Option<Transform>,
    pub faces: Vec<Color>,
    pub edges: Edges,
    pub widths: Vec<f64>,
    pub styles: Vec<LineStyle>,
    pub hatch: String,
    pub cap: Option<Cap>,
    pub join: Option<Join>,
    pub antialias: bool,
    /// Numbers that become face colours (edge colours, if there are no faces).
    pub mappable: Option<Mappable>,
    /// Whether the numbers colour lines, not areas.
    pub strokes: bool,
    /// A table, whose cells are laid out when it is drawn.
    pub table: Option<Rc<super::plots::Table>>,
    /// Arrows, whose shapes are made when they are drawn.
    pub field: Option<Rc<super::plots::Field>>,
    /// The levels of contours.
    pub bands: Option<Bands>,
    /// The marker that the shapes are, which decides how they are drawn.
    pub marker: Option<super::style::Marker>,
}

/// The levels of a set of contours.
#[derive(Clone)]
pub(crate) struct Bands {
    pub levels: Vec<f64>,
    pub filled: bool,
    pub extend: super::colormap::Extend,
    /// The box of the grid that they were drawn of.
    pub covers: Rect,
}

/// Colours of edges.
#[derive(Clone)]
pub(crate) enum Edges {
    /// The same as the faces.
    Face,
    Colors(Vec<Color>),
}

impl Collection {
    /// A collection of shapes.
    pub fn new(class: &'static str, paths: Vec<Path>) -> Self {
        Self {
            class,
            paths,
            sizes: Vec::new(),
            offsets: Vec::new(),
            offset_transform: None,
            faces: Vec::new(),
            edges: Edges::Colors(Vec::new()),
            widths: vec![1.0],
            styles: vec![LineStyle::Solid],
            hatch: String::new(),
            cap: None,
            join: None,
            antialias: true,
            mappable: None,
            strokes: false,
            table: None,
            field: None,
            bands: None,
            marker: None,
        }
    }

    /// Number of shapes that are drawn.
    pub fn count(&self) -> usize {
        if self.offset_transform.is_some() { self.offsets.len() } else { self.paths.len() }
    }

    /// The scale of a shape: `scale` is pixels a point.
    pub fn scale(&self, index: usize, scale: f64) -> Affine {
        let Some(size) = self.sizes.get(index % self.sizes.len().max(1)) else { return Affine::IDENTITY };
        let factor = size.max(0.0).sqrt() * scale;
        Affine::scaling(factor, factor)
    }

    /// Colours of faces and edges by the numbers, if there are any.
    pub fn colors(&self, alpha: Option<f64>) -> (Vec<Color>, Vec<Color>) {
        let own = |colors: &[Color]| -> Vec<Color> {
            colors.iter().map(|color| super::color::with_alpha(*color, alpha)).collect()
        };
        let mapped = self.mappable.as_ref().filter(|m| m.array.is_some()).map(|m| m.colors(alpha));
        let (faces, edges) = match mapped {
            Some(colors) if self.strokes => return (own(&self.faces), colors),
            Some(colors) => (colors, &self.edges),
            None => (own(&self.faces), &self.edges),
        };
        let edges = match edges {
            Edges::Face => faces.clone(),
            Edges::Colors(colors) => own(colors),
        };
        (faces, edges)
    }

    /// The box of the data.
    pub fn data_box(&self, axes: &Rc<Axes>, transform: &Transform) -> Option<(Rect, [bool; 2])> {
        if let Some(bands) = &self.bands {
            return Some((bands.covers, transform.is_data(axes)));
        }
        match &self.offset_transform {
            Some(offset) => {
                let counts = offset.is_data(axes);
                Some((Rect::around(self.offsets.iter().map(|p| offset.before_data(*p))), counts))
            }
            None => {
                let counts = transform.is_data(axes);
                let mut rect = Rect::EMPTY;
                for path in &self.paths {
                    rect = rect.union(&path.map(|p| transform.before_data(p)).extents());
                }
                Some((rect, counts))
            }
        }
    }
}
