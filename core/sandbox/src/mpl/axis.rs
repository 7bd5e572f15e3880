//! One axis of an axes: ticks, their labels and the label of the whole.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::artist::{Artist, Body};
use super::color::Color;
use super::domain::Domain;
use super::style::LineStyle;
use super::text::{Across, Down, Text};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// Looks of the ticks of one kind.
#[derive(Clone)]
pub(crate) struct TickStyle {
    /// Points.
    pub length: f64,
    pub width: f64,
    pub pad: f64,
    pub color: Color,
    pub direction: Direction,
    pub label_size: f64,
    pub label_color: Color,
    pub label_angle: f64,
    /// `rotation_mode='anchor'` and the alignment, where a script set them.
    pub label_anchored: bool,
    pub label_mono: bool,
    /// The alignment of labels, where it is not that of the side.
    pub label_across: Option<Across>,
    /// Ticks below (left) and above (right), labels likewise.
    pub ticks: [bool; 2],
    pub labels: [bool; 2],
    pub grid: bool,
    pub grid_color: Color,
    pub grid_alpha: Option<f64>,
    pub grid_width: f64,
    pub grid_style: LineStyle,
    pub grid_order: Option<f64>,
}

/// Where ticks point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Out,
    In,
    InOut,
}

impl Direction {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "out" => Self::Out,
            "in" => Self::In,
            "inout" => Self::InOut,
            _ => return None,
        })
    }
}

/// An axis; number 0 is x, 2 is z.
pub(crate) struct Axis {
    pub number: usize,
    pub domain: RefCell<Rc<Domain>>,
    pub major: RefCell<TickStyle>,
    pub minor: RefCell<TickStyle>,
    pub label: Rc<Artist>,
    /// Points between tick labels and label.
    pub label_pad: Cell<f64>,
    /// Whether the label is above (right).
    pub label_high: Cell<bool>,
    /// Where the label's middle was put by the script, as a fraction of the axes.
    pub label_at: Cell<Option<[f64; 2]>>,
    /// Tick labels that scripts asked for; they keep what was changed on them.
    pub labels: RefCell<Vec<Rc<Artist>>>,
    pub visible: Cell<bool>,
    /// Whether it stands in space, where all axes are set as x is.
    pub solid: Cell<bool>,
    /// Margin around the data.
    pub margin: Cell<f64>,
}

impl TickStyle {
    fn new(ctx: &mut Ctx, axis: &str, kind: &str) -> PyResult<Self> {
        let color = super::rc::color(ctx, &format!("{axis}.color"))?;
        let label_color = match &*ctx.plots.rc.text(&format!("{axis}.labelcolor")) {
            "inherit" => color,
            _ => super::rc::color(ctx, &format!("{axis}.labelcolor"))?,
        };
        let grid_color = super::rc::color(ctx, "grid.color")?;
        let rc = &ctx.plots.rc;
        let sides = if axis == "xtick" { ["bottom", "top"] } else { ["left", "right"] };
        let grid = rc.flag("axes.grid")
            && matches!(&*rc.text("axes.grid.axis"), "both" | "x" | "y")
            && (rc.text("axes.grid.axis") == "both" || axis.starts_with(&rc.text("axes.grid.axis")))
            && (rc.text("axes.grid.which") == "both" || rc.text("axes.grid.which") == kind);
        Ok(Self {
            length: rc.number(&format!("{axis}.{kind}.size")),
            width: rc.number(&format!("{axis}.{kind}.width")),
            pad: rc.number(&format!("{axis}.{kind}.pad")),
            color,
            direction: Direction::named(&rc.text(&format!("{axis}.direction"))).unwrap_or(Direction::Out),
            label_size: rc.font_size(&format!("{axis}.labelsize")),
            label_color,
            label_angle: 0.0,
            label_anchored: false,
            label_mono: false,
            label_across: None,
            ticks: sides.map(|side| rc.flag(&format!("{axis}.{side}"))),
            labels: sides.map(|side| rc.flag(&format!("{axis}.label{side}"))),
            grid,
            grid_color,
            grid_alpha: Some(rc.number("grid.alpha")).filter(|alpha| *alpha != 1.0),
            grid_width: rc.number("grid.linewidth"),
            grid_style: LineStyle::named(&rc.text("grid.linestyle")).unwrap_or(LineStyle::Solid),
            grid_order: None,
        })
    }

    /// Points from the axes to the labels.
    pub fn reach(&self) -> f64 {
        self.pad
            + match self.direction {
                Direction::Out => self.length,
                Direction::In => 0.0,
                Direction::InOut => self.length / 2.0,
            }
    }
}

impl Axis {
    /// An axis of the defaults.
    pub fn new(ctx: &mut Ctx, number: usize, domain: Rc<Domain>) -> PyResult<Self> {
        let name = ["xtick", "ytick", "xtick"][number.min(2)];
        let mut text = Text::new(ctx, "")?;
        text.color = super::rc::color(ctx, "axes.labelcolor")?;
        text.size = ctx.plots.rc.font_size("axes.labelsize");
        text.bold = super::text::is_bold(&ctx.plots.rc.text("axes.labelweight"));
        text.across = Across::Center;
        text.down = if number == 0 { Down::Top } else { Down::Bottom };
        if number == 1 {
            text.angle = 90.0;
            text.anchored = true;
        }
        let label = Artist::new(ctx, Body::Text(text), 0)?;
        label.clip.set(false);
        // In space, only symbols need a margin on z.
        let margin = match number {
            0 => ctx.plots.rc.number("axes.xmargin"),
            1 => ctx.plots.rc.number("axes.ymargin"),
            _ => 0.0,
        };
        if ctx.plots.rc.flag(&format!("{name}.minor.visible")) {
            domain.minor.replace(super::ticks::Locator::AutoMinor(None));
        }
        Ok(Self {
            number,
            domain: RefCell::new(domain),
            major: RefCell::new(TickStyle::new(ctx, name, "major")?),
            minor: RefCell::new(TickStyle::new(ctx, name, "minor")?),
            label,
            label_pad: Cell::new(ctx.plots.rc.number("axes.labelpad")),
            label_high: Cell::new(false),
            label_at: Cell::new(None),
            labels: RefCell::default(),
            visible: Cell::new(true),
            solid: Cell::new(false),
            margin: Cell::new(margin),
        })
    }

    /// The domain.
    pub fn domain(&self) -> Rc<Domain> {
        self.domain.borrow().clone()
    }

    /// A text set as the tick labels of a style on one side are.
    pub fn tick_text(&self, ctx: &mut Ctx, style: &TickStyle, high: bool) -> PyResult<Text> {
        let mut text = Text::new(ctx, "")?;
        text.size = style.label_size;
        text.color = style.label_color;
        text.angle = style.label_angle;
        text.anchored = style.label_anchored;
        text.mono |= style.label_mono;
        (text.across, text.down) = match (if self.solid.get() { 0 } else { self.number }, high) {
            (0, false) => (Across::Center, Down::Top),
            (0, true) => (Across::Center, Down::Bottom),
            (_, false) => (Across::Right, Down::CenterBaseline),
            (_, true) => (Across::Left, Down::CenterBaseline),
        };
        text.across = style.label_across.unwrap_or(text.across);
        Ok(text)
    }
}
