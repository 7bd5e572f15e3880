//! Axes: a box with two axes, and the artists in it.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use super::artist::{Artist, Body};
use super::axis::Axis;
use super::color::Color;
use super::domain::Domain;
use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::grid::Spec;
use super::spine::Spine;
use super::text::{Across, Down, Text};
use super::transform::Transform;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// How a fixed aspect is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Adjust {
    /// The box shrinks.
    Box,
    /// The limits grow.
    Limits,
}

/// An axes.
pub(crate) struct Axes {
    this: Weak<Axes>,
    pub figure: RefCell<Weak<Figure>>,
    /// Box in fractions of the figure, before the aspect is applied.
    pub position: Cell<Rect>,
    /// The cells of a grid that it takes, which decide its position.
    pub spec: RefCell<Option<Spec>>,
    /// Box in pixels.
    pub bbox: Cell<Rect>,
    pub axis: [Axis; 2],
    pub artists: RefCell<Vec<Rc<Artist>>>,
    /// Title in the middle, at the left and at the right.
    pub titles: [Rc<Artist>; 3],
    pub title_pad: Cell<f64>,
    /// Where a script put the title, as a fraction of the height.
    pub title_at: Cell<Option<f64>>,
    pub spines: [Spine; 4],
    pub legend: RefCell<Option<Rc<Artist>>>,
    pub face: Cell<Color>,
    pub face_alpha: Cell<Option<f64>>,
    /// Whether background and spines are drawn.
    pub framed: Cell<bool>,
    /// Whether axes and frame are drawn at all.
    pub shown: Cell<bool>,
    pub visible: Cell<bool>,
    pub zorder: Cell<f64>,
    /// Order of ticks and grid; lines' if missing.
    pub below: Cell<Option<bool>>,
    /// Height of a unit of y over width of a unit of x.
    pub aspect: Cell<Option<f64>>,
    pub adjust: Cell<Adjust>,
    pub anchor: Cell<Point>,
    /// Height over width of the box.
    pub box_aspect: Cell<Option<f64>>,
    pub sticky: Cell<bool>,
    /// Colours taken from the cycle, by lines and by areas.
    pub cycle: Cell<usize>,
    pub fill_cycle: Cell<usize>,
    /// A cycle of its own.
    pub colors: RefCell<Option<Rc<Vec<Color>>>>,
    /// What `plt.colorbar()` is about.
    pub mapped: RefCell<Option<Rc<Artist>>>,
    pub polar: Cell<bool>,
    pub turn: Cell<super::polar::Turn>,
    /// What axes in space have beyond others.
    pub solid: OnceCell<Box<super::solid::Solid>>,
    /// Whether a script asked for limits that follow the data.
    pub asked: Cell<bool>,
    /// The axes that this is a twin of.
    pub twin: RefCell<Weak<Axes>>,
    /// Axes that stand in this one and are drawn with it.
    pub children: RefCell<Vec<Rc<Axes>>>,
    /// Where this one stands in another.
    pub inside: RefCell<Option<super::inset::Inside>>,
    pub label: RefCell<String>,
}

impl Axes {
    /// Axes of the defaults in a figure.
    pub fn new(
        ctx: &mut Ctx,
        figure: &Rc<Figure>,
        position: Rect,
        shared: [Option<Rc<Domain>>; 2],
    ) -> PyResult<Rc<Self>> {
        ctx.burn(500)?;
        let [x, y] = shared;
        let x = x.unwrap_or_else(|| Domain::new(ctx));
        let y = y.unwrap_or_else(|| Domain::new(ctx));
        let axis = [Axis::new(ctx, 0, x)?, Axis::new(ctx, 1, y)?];
        let titles = [title(ctx, Across::Center)?, title(ctx, Across::Left)?, title(ctx, Across::Right)?];
        let spines = Spine::all(ctx)?;
        let face = super::rc::color(ctx, "axes.facecolor")?;
        let below = match (&*ctx.plots.rc.text("axes.axisbelow"), ctx.plots.rc.changed.get("axes.axisbelow"))
        {
            ("line", _) => None,
            (_, Some(_)) => Some(ctx.plots.rc.flag("axes.axisbelow")),
            _ => None,
        };
        let title_pad = ctx.plots.rc.number("axes.titlepad");
        let axes = Rc::new_cyclic(|this: &Weak<Axes>| Self {
            this: this.clone(),
            figure: RefCell::new(Rc::downgrade(figure)),
            position: Cell::new(position),
            spec: RefCell::default(),
            bbox: Cell::new(Rect::UNIT),
            axis,
            artists: RefCell::default(),
            titles,
            title_pad: Cell::new(title_pad),
            title_at: Cell::new(None),
            spines,
            legend: RefCell::default(),
            face: Cell::new(face),
            face_alpha: Cell::new(None),
            framed: Cell::new(true),
            shown: Cell::new(true),
            visible: Cell::new(true),
            zorder: Cell::new(0.0),
            below: Cell::new(below),
            aspect: Cell::new(None),
            adjust: Cell::new(Adjust::Box),
            anchor: Cell::new([0.5, 0.5]),
            box_aspect: Cell::new(None),
            sticky: Cell::new(true),
            cycle: Cell::new(0),
            fill_cycle: Cell::new(0),
            colors: RefCell::default(),
            mapped: RefCell::default(),
            polar: Cell::new(false),
            turn: Cell::default(),
            solid: OnceCell::new(),
            asked: Cell::new(false),
            twin: RefCell::default(),
            children: RefCell::default(),
            inside: RefCell::default(),
            label: RefCell::default(),
        });
        for one in &axes.axis {
            one.domain().members.borrow_mut().push(Rc::downgrade(&axes));
            axes.own(&one.label);
        }
        axes.titles.iter().for_each(|title| axes.own(title));
        axes.place();
        Ok(axes)
    }

    pub fn this(&self) -> Weak<Axes> {
        self.this.clone()
    }

    /// The figure that it stands in.
    pub fn page(&self) -> Option<Rc<Figure>> {
        self.figure.borrow().upgrade()
    }

    pub fn domain(&self, axis: usize) -> Rc<Domain> {
        self.axis_at(axis).domain()
    }

    /// An axis by its number; 2 is z.
    pub fn axis_at(&self, number: usize) -> &Axis {
        match (number, self.solid.get()) {
            (2, Some(solid)) => &solid.z,
            _ => &self.axis[number.min(1)],
        }
    }

    /// The numbers of the axes with their names.
    pub fn numbered(&self) -> impl Iterator<Item = (usize, &'static str)> {
        ["x", "y", "z"].into_iter().enumerate().take(if self.solid.get().is_some() { 3 } else { 2 })
    }

    /// Shows the same interval as another axes on one axis.
    pub fn share(&self, axis: usize, domain: Rc<Domain>) {
        domain.members.borrow_mut().push(self.this());
        self.axis[axis].domain.replace(domain);
    }

    /// Data to pixels.
    pub fn to_pixels(&self, [x, y]: Point) -> Point {
        if self.polar.get() {
            return super::polar::to_pixels(self, [x, y]);
        }
        if self.solid.get().is_some() {
            return self.bbox.get().at([x, y].map(super::solid::fraction));
        }
        self.bbox.get().at([self.domain(0).fraction(x), self.domain(1).fraction(y)])
    }

    /// Pixels to data.
    pub fn to_data(&self, [x, y]: Point) -> Point {
        let bbox = self.bbox.get();
        let (u, v) = ((x - bbox.x0) / bbox.width(), (y - bbox.y0) / bbox.height());
        if self.solid.get().is_some() {
            return [u, v].map(super::solid::value_at);
        }
        [self.domain(0).value_at(u), self.domain(1).value_at(v)]
    }

    pub fn data_transform(&self) -> Transform {
        Transform::Data(self.this())
    }

    pub fn axes_transform(&self) -> Transform {
        Transform::Axes(self.this())
    }

    /// Makes an artist stand here without drawing it.
    pub fn own(&self, artist: &Rc<Artist>) {
        artist.axes.replace(self.this());
        artist.figure.replace(self.figure.borrow().clone());
    }

    /// Adds an artist; its transform is that of the data unless it has one.
    pub fn add(&self, ctx: &mut Ctx, artist: &Rc<Artist>) -> PyResult<()> {
        ctx.burn(10)?;
        self.own(artist);
        let plain = matches!(*artist.transform.borrow(), Transform::Pixels);
        if plain {
            artist.transform.replace(self.data_transform());
        }
        self.artists.borrow_mut().push(artist.clone());
        Ok(())
    }

    /// The next colour of the cycle; for areas, which count by themselves, or lines.
    pub fn next_color(&self, ctx: &Ctx, area: bool) -> Color {
        let own = self.colors.borrow().clone();
        let cycle = own.unwrap_or_else(|| ctx.plots.rc.cycle.clone());
        let count = if area { &self.fill_cycle } else { &self.cycle };
        let index = count.get();
        count.set(index + 1);
        cycle.get(index % cycle.len().max(1)).copied().unwrap_or(super::color::BLACK)
    }

    /// Sets the box in pixels by the position.
    pub fn place(&self) {
        let Some(figure) = self.page() else { return };
        if let Some(inside) = &*self.inside.borrow() {
            let (own, page) = (inside.rect(), figure.bounds());
            let [x0, y0] = [(own.x0 - page.x0) / page.width(), (own.y0 - page.y0) / page.height()];
            self.position.set(Rect::sized(x0, y0, own.width() / page.width(), own.height() / page.height()));
            self.bbox.set(own);
            return;
        }
        let spec = self.spec.borrow().clone();
        if let Some(spec) = spec {
            self.position.set(spec.position(&figure));
        }
        self.bbox.set(scaled(self.position.get(), figure.bounds()));
    }

    /// Limits by the data.
    pub fn follow(&self) {
        // Limits in space were set when something was drawn.
        if self.solid.get().is_some() {
            return;
        }
        for axis in &self.axis {
            axis.domain().follow(axis.number, axis.margin.get());
        }
        if self.polar.get()
            && let Some(this) = self.this.upgrade()
        {
            super::polar::follow(&this);
        }
    }

    /// Settles limits, aspect and box, before anything is drawn.
    pub fn settle(&self) {
        self.place();
        self.follow();
        if self.solid.get().is_some() {
            self.shrink(1.0);
        } else if let Some(aspect) = self.box_aspect.get() {
            self.shrink(aspect);
        } else if let Some(aspect) = self.aspect.get() {
            let size = |axis: usize| {
                let domain = self.domain(axis);
                let scale = domain.scale.get();
                (scale.forward(domain.high.get()) - scale.forward(domain.low.get())).abs().max(1.0e-30)
            };
            match self.adjust.get() {
                Adjust::Box => self.shrink(aspect * size(1) / size(0)),
                Adjust::Limits => self.widen(aspect, size(0), size(1)),
            }
        }
        self.children.borrow().iter().for_each(|child| child.settle());
    }

    /// Shrinks the box to a height over width.
    fn shrink(&self, ratio: f64) {
        let bbox = self.bbox.get();
        let (width, height) = (bbox.width(), bbox.height());
        let wanted = width * ratio;
        let (width, height) = if wanted <= height { (width, wanted) } else { (height / ratio, height) };
        if !(width.is_finite() && height.is_finite()) {
            return;
        }
        let [ax, ay] = self.anchor.get();
        let x = bbox.x0 + ax * (bbox.width() - width);
        let y = bbox.y0 + ay * (bbox.height() - height);
        self.bbox.set(Rect::sized(x, y, width, height));
    }

    /// Widens limits to an aspect.
    fn widen(&self, aspect: f64, x_size: f64, y_size: f64) {
        let bbox = self.bbox.get();
        let ratio = bbox.height() / bbox.width() / aspect;
        let expander = ratio * x_size / y_size - 1.0;
        if expander.abs() < 0.005 {
            return;
        }
        let range = |axis: usize| {
            let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
            let Some(this) = self.this.upgrade() else { return 0.0 };
            for artist in self.artists.borrow().iter() {
                let Some((rect, counts)) = artist.data_box(&this) else { continue };
                if counts[axis] && !rect.is_empty() {
                    low = low.min(if axis == 0 { rect.x0 } else { rect.y0 });
                    high = high.max(if axis == 0 { rect.x1 } else { rect.y1 });
                }
            }
            if low <= high { 1.05 * (high - low) } else { 0.0 }
        };
        let (x_range, y_range) = (range(0), range(1));
        let (y_new, x_new) = (ratio * x_size, y_size / ratio);
        let shared = |axis: usize| {
            self.domain(axis).members.borrow().iter().filter(|m| m.strong_count() > 0).count() > 1
        };
        let change_y = if shared(1) {
            false
        } else {
            let choice = if x_size - x_range > 0.0 && y_size - y_range > 0.0 {
                (y_new - y_range > 0.0 && expander < 0.0) || (x_new - x_range < 0.0 && expander > 0.0)
            } else {
                expander > 0.0
            };
            shared(0) || choice
        };
        let (axis, size) = if change_y { (1, y_new) } else { (0, x_new) };
        let domain = self.domain(axis);
        let scale = domain.scale.get();
        let (low, high) = domain.sorted();
        let middle = (scale.forward(low) + scale.forward(high)) / 2.0;
        domain.bound(scale.inverse(middle - size / 2.0), scale.inverse(middle + size / 2.0));
    }

    /// The image or collection that `plt.colorbar()` would be about.
    pub fn remember(&self, artist: &Rc<Artist>) {
        self.mapped.replace(Some(artist.clone()));
        if let Some(figure) = self.page() {
            figure.mapped.replace(Some(artist.clone()));
        }
    }
}

/// A box in fractions of another.
pub(crate) fn scaled(part: Rect, whole: Rect) -> Rect {
    let [x0, y0] = whole.at([part.x0, part.y0]);
    let [x1, y1] = whole.at([part.x1, part.y1]);
    Rect { x0, y0, x1, y1 }
}

fn title(ctx: &mut Ctx, across: Across) -> PyResult<Rc<Artist>> {
    let mut text = Text::new(ctx, "")?;
    if ctx.plots.rc.text("axes.titlecolor") != "auto" {
        text.color = super::rc::color(ctx, "axes.titlecolor")?;
    }
    text.size = ctx.plots.rc.font_size("axes.titlesize");
    text.bold = super::text::is_bold(&ctx.plots.rc.text("axes.titleweight"));
    text.across = across;
    text.down = Down::Baseline;
    let artist = Artist::new(ctx, Body::Text(text), 0)?;
    artist.clip.set(false);
    Ok(artist)
}
