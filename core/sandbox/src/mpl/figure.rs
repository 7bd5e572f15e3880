//! Figures: a page with axes and texts.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::artist::Artist;
use super::axes::Axes;
use super::color::Color;
use super::geometry::{Point, Rect};
use super::grid::Margins;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;

/// How a figure finds its margins.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum LayoutEngine {
    None,
    /// `tight`: the pad around the figure and between axes, in font sizes.
    Tight([f64; 3]),
    Constrained,
}

/// A figure.
pub(crate) struct Figure {
    this: Weak<Figure>,
    /// Its number; 0 if pyplot does not know it.
    pub number: Cell<i64>,
    /// Inches.
    pub size: Cell<Point>,
    pub dpi: Cell<f64>,
    /// Where the lower left corner is in pixels, which a tight box moves.
    pub origin: Cell<Point>,
    pub face: Cell<Color>,
    pub edge: Cell<Color>,
    pub edge_width: Cell<f64>,
    pub margins: Cell<Margins>,
    pub axes: RefCell<Vec<Rc<Axes>>>,
    pub current: RefCell<Option<Rc<Axes>>>,
    /// Artists of the figure itself.
    pub artists: RefCell<Vec<Rc<Artist>>>,
    pub title: RefCell<Option<Rc<Artist>>>,
    pub labels: RefCell<[Option<Rc<Artist>>; 2]>,
    pub layout: Cell<LayoutEngine>,
    /// Whether the labels of x and of y stand in line.
    pub aligned: Cell<[bool; 2]>,
    pub mapped: RefCell<Option<Rc<Artist>>>,
    pub label: RefCell<String>,
    #[allow(dead_code)] // held for its drop
    charge: Charge,
}

/// Largest side in inches and dots an inch.
const MOST: f64 = 65_536.0;

impl Figure {
    /// A figure of a size in inches.
    pub fn new(ctx: &mut Ctx, size: Point, dpi: f64) -> PyResult<Rc<Self>> {
        ctx.burn(200)?;
        let charge = ctx.charge(2048)?;
        for side in size {
            if !(side.is_finite() && side > 0.0) {
                return Err(Fault::value_error(format!(
                    "figure size must be positive finite not ({}, {})",
                    size[0], size[1]
                )));
            }
        }
        if !(dpi.is_finite() && dpi > 0.0 && dpi < MOST && size[0] < MOST && size[1] < MOST) {
            return Err(Fault::value_error("dpi must be positive"));
        }
        let face = super::rc::color(ctx, "figure.facecolor")?;
        let edge = super::rc::color(ctx, "figure.edgecolor")?;
        let rc = &ctx.plots.rc;
        let margin = |name: &str| rc.number(&format!("figure.subplot.{name}"));
        let margins = Margins {
            left: margin("left"),
            bottom: margin("bottom"),
            right: margin("right"),
            top: margin("top"),
            wspace: margin("wspace"),
            hspace: margin("hspace"),
        };
        let layout = if rc.flag("figure.constrained_layout.use") {
            LayoutEngine::Constrained
        } else if rc.flag("figure.autolayout") {
            LayoutEngine::Tight([1.08; 3])
        } else {
            LayoutEngine::None
        };
        Ok(Rc::new_cyclic(|this: &Weak<Figure>| Self {
            this: this.clone(),
            number: Cell::new(0),
            size: Cell::new(size),
            dpi: Cell::new(dpi),
            origin: Cell::new([0.0; 2]),
            face: Cell::new(face),
            edge: Cell::new(edge),
            edge_width: Cell::new(0.0),
            margins: Cell::new(margins),
            axes: RefCell::default(),
            current: RefCell::default(),
            artists: RefCell::default(),
            title: RefCell::default(),
            labels: RefCell::default(),
            layout: Cell::new(layout),
            aligned: Cell::default(),
            mapped: RefCell::default(),
            label: RefCell::default(),
            charge,
        }))
    }

    pub fn this(&self) -> Weak<Figure> {
        self.this.clone()
    }

    /// The page in pixels.
    pub fn bounds(&self) -> Rect {
        let [width, height] = self.size.get();
        let [x, y] = self.origin.get();
        let dpi = self.dpi.get();
        Rect::sized(x, y, width * dpi, height * dpi)
    }

    /// Pixels a point.
    pub fn scale(&self) -> f64 {
        self.dpi.get() / 72.0
    }

    /// Adds axes and makes them current.
    pub fn add(&self, ctx: &mut Ctx, axes: &Rc<Axes>) -> PyResult<()> {
        if self.axes.borrow().len() >= 400 {
            return Err(Fault::not_provided("a figure of more than 400 axes"));
        }
        ctx.burn(100)?;
        self.axes.borrow_mut().push(axes.clone());
        self.current.replace(Some(axes.clone()));
        Ok(())
    }

    /// All axes, those that stand in others too.
    pub fn all_axes(&self) -> Vec<Rc<Axes>> {
        let mut all: Vec<Rc<Axes>> = self.axes.borrow().clone();
        let mut next = 0;
        while let Some(axes) = all.get(next).cloned() {
            all.extend(axes.children.borrow().iter().cloned());
            next += 1;
        }
        all
    }

    /// Makes an artist stand here.
    pub fn own(&self, artist: &Rc<Artist>) {
        artist.figure.replace(self.this());
    }
}
