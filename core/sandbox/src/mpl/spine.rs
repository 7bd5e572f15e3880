//! The four lines around an axes.

use std::cell::{Cell, RefCell};

use super::color::Color;
use super::style::LineStyle;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Where a spine stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Place {
    /// At its side of the box.
    Edge,
    /// So many points outside.
    Outward(f64),
    /// At a fraction of the axes.
    Axes(f64),
    /// At a number of the other axis.
    Data(f64),
}

/// One side.
pub(crate) struct Spine {
    pub visible: Cell<bool>,
    pub color: Cell<Color>,
    pub width: Cell<f64>,
    pub style: RefCell<LineStyle>,
    pub place: Cell<Place>,
    /// Its ends in data, if a script set them.
    pub bounds: Cell<Option<(f64, f64)>>,
    pub alpha: Cell<Option<f64>>,
    pub zorder: Cell<f64>,
}

/// Names in the order in which spines are kept.
pub(crate) const SIDES: [&str; 4] = ["left", "right", "bottom", "top"];

impl Spine {
    /// The four spines of the defaults.
    pub fn all(ctx: &mut Ctx) -> PyResult<[Self; 4]> {
        let color = super::rc::color(ctx, "axes.edgecolor")?;
        let rc = &ctx.plots.rc;
        let width = rc.number("axes.linewidth");
        Ok(SIDES.map(|side| Self {
            visible: Cell::new(rc.flag(&format!("axes.spines.{side}"))),
            color: Cell::new(color),
            width: Cell::new(width),
            style: RefCell::new(LineStyle::Solid),
            place: Cell::new(Place::Edge),
            bounds: Cell::new(None),
            alpha: Cell::new(None),
            zorder: Cell::new(2.5),
        }))
    }
}
