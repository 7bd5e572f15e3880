//! Artists: what stands in a figure. They keep data and style; [`draw`](super::draw) makes strokes of them.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use super::axes::Axes;
use super::collection::Collection;
use super::color::{BLACK, Color};
use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::image::AxesImage;
use super::legend::Legend;
use super::path::Path;
use super::style::{LineStyle, Marker};
use super::text::Text;
use super::transform::Transform;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::heap::Charge;
use crate::{Cap, Join};

/// An artist of any kind.
pub(crate) struct Artist {
    /// Source line of the call that made it, which its strokes are recorded with.
    pub line: Cell<u32>,
    pub axes: RefCell<Weak<Axes>>,
    pub figure: RefCell<Weak<Figure>>,
    pub zorder: Cell<f64>,
    pub visible: Cell<bool>,
    pub alpha: Cell<Option<f64>>,
    pub clip: Cell<bool>,
    /// A path that nothing is drawn outside of, and what maps it to pixels.
    pub clip_path: RefCell<Option<(Path, Transform)>>,
    pub transform: RefCell<Transform>,
    pub label: RefCell<String>,
    /// Whether it counts for the figure's tight box.
    pub in_layout: Cell<bool>,
    /// Whether its label is that of a container, which legends name after other artists.
    pub contained: Cell<bool>,
    /// Values that limits end at without a margin, on x and on y.
    pub sticky: RefCell<[Vec<f64>; 2]>,
    /// Whether its data count for limits.
    pub counts: Cell<bool>,
    /// Whether its coming does not make limits follow the data, as that of `add_patch`.
    pub quiet: Cell<bool>,
    /// Lines around the strokes, as pairs of width in points and colour (`withStroke`).
    pub halo: Cell<Option<(f64, Color)>>,
    pub snap: Cell<Option<bool>>,
    pub body: RefCell<Body>,
    /// Where it stands in space.
    pub depth: RefCell<Option<super::solid::Depth>>,
    /// Body and alpha, while the body is what it looks like on the page.
    pub kept: RefCell<Option<Box<Kept>>>,
    charge: Charge,
}

/// The body and the alpha of an artist.
pub(crate) type Kept = (Body, Option<f64>);

/// What an artist is. There are few, so the largest kind may set the size.
#[allow(clippy::large_enum_variant)]
pub(crate) enum Body {
    Line(Line),
    Patch(Patch),
    Text(Text),
    Image(AxesImage),
    Collection(Collection),
    Legend(Legend),
}

/// `Line2D`.
#[derive(Clone)]
pub(crate) struct Line {
    pub x: Vec<f64>,
    pub y: Vec<f64>,
    pub color: Color,
    pub width: f64,
    pub style: LineStyle,
    pub marker: Option<Marker>,
    pub size: f64,
    /// Colour of the markers' insides; the line's if missing.
    pub face: Option<Color>,
    /// Colour of the markers' edges; the line's if missing.
    pub edge: Option<Color>,
    pub edge_width: f64,
    /// `fillstyle='none'`.
    pub hollow: bool,
    pub steps: Steps,
    pub cap: Option<Cap>,
    pub join: Join,
    /// Every so many points get a marker, from the first number on.
    pub every: Option<(usize, usize)>,
    /// An endless line through a point, by its second point or its slope (`axline`).
    pub endless: Option<(Point, Endless)>,
    pub antialias: bool,
    /// Error bars that belong to it, for legends.
    pub errors: Option<super::plots::ErrorLook>,
}

/// How an endless line goes on.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Endless {
    Through(Point),
    Slope(f64),
}

/// `drawstyle`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Steps {
    Default,
    Pre,
    Mid,
    Post,
}

impl Line {
    /// A line of the defaults.
    pub fn new(ctx: &Ctx, x: Vec<f64>, y: Vec<f64>) -> Self {
        let rc = &ctx.plots.rc;
        Self {
            x,
            y,
            color: BLACK,
            width: rc.number("lines.linewidth"),
            style: LineStyle::named(&rc.text("lines.linestyle")).unwrap_or(LineStyle::Solid),
            marker: Marker::named(&rc.text("lines.marker")).unwrap_or_default(),
            size: rc.number("lines.markersize"),
            face: None,
            edge: None,
            edge_width: rc.number("lines.markeredgewidth"),
            hollow: false,
            steps: Steps::Default,
            cap: None,
            join: Join::Round,
            every: None,
            endless: None,
            antialias: true,
            errors: None,
        }
    }

    /// The points.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        self.x.iter().zip(&self.y).map(|(x, y)| [*x, *y])
    }
}

/// A filled shape with an edge.
#[derive(Clone)]
pub(crate) struct Patch {
    pub shape: super::shapes::Shape,
    pub face: Color,
    pub edge: Color,
    /// Whether the edge colour was given, and is not that of the defaults.
    pub edge_given: bool,
    pub fill: bool,
    pub width: f64,
    pub style: LineStyle,
    pub hatch: String,
    pub cap: Cap,
    pub join: Join,
    pub antialias: bool,
}

impl Patch {
    /// A patch of the defaults: blue, without an edge.
    pub fn new(ctx: &mut Ctx, shape: super::shapes::Shape) -> PyResult<Self> {
        Ok(Self {
            shape,
            face: super::rc::color(ctx, "patch.facecolor")?,
            edge: if ctx.plots.rc.flag("patch.force_edgecolor") {
                super::rc::color(ctx, "patch.edgecolor")?
            } else {
                super::color::NONE
            },
            edge_given: false,
            fill: true,
            width: ctx.plots.rc.number("patch.linewidth"),
            style: LineStyle::Solid,
            hatch: String::new(),
            cap: Cap::Butt,
            join: Join::Miter,
            antialias: true,
        })
    }
}

/// What an artist weighs beside its data, natively and in WebAssembly alike.
const ARTIST_BYTES: usize = 2048;
const _: () = assert!(size_of::<Artist>() <= ARTIST_BYTES);

impl Artist {
    /// An artist made by the line that runs now; `bytes` are those of its data.
    pub fn new(ctx: &mut Ctx, body: Body, bytes: usize) -> PyResult<Rc<Self>> {
        ctx.burn(20)?;
        let charge = ctx.charge(bytes.saturating_add(ARTIST_BYTES))?;
        let zorder = match &body {
            Body::Line(_) => 2.0,
            Body::Patch(_) | Body::Collection(_) => 1.0,
            Body::Text(_) => 3.0,
            Body::Image(_) => 0.0,
            Body::Legend(_) => 5.0,
        };
        Ok(Rc::new(Self {
            line: Cell::new(ctx.line()),
            axes: RefCell::default(),
            figure: RefCell::default(),
            zorder: Cell::new(zorder),
            visible: Cell::new(true),
            alpha: Cell::new(None),
            clip: Cell::new(true),
            clip_path: RefCell::default(),
            transform: RefCell::new(Transform::Pixels),
            label: RefCell::default(),
            in_layout: Cell::new(true),
            contained: Cell::new(false),
            sticky: RefCell::default(),
            counts: Cell::new(true),
            quiet: Cell::new(false),
            halo: Cell::new(None),
            snap: Cell::new(None),
            body: RefCell::new(body),
            depth: RefCell::default(),
            kept: RefCell::default(),
            charge,
        }))
    }

    /// Makes room for more data.
    pub fn grow(&self, bytes: usize) -> PyResult<()> {
        self.charge.grow_to(bytes.saturating_add(ARTIST_BYTES))
    }

    /// The axes it stands in.
    pub fn home(&self) -> Option<Rc<Axes>> {
        self.axes.borrow().upgrade()
    }

    /// The figure it stands in.
    pub fn page(&self) -> Option<Rc<Figure>> {
        self.figure.borrow().upgrade()
    }

    /// Python's name of its class.
    pub fn class_name(&self) -> &'static str {
        match &*self.body.borrow() {
            Body::Line(_) => "Line2D",
            Body::Patch(patch) => patch.shape.class_name(),
            Body::Text(text) => text.class_name(),
            Body::Image(_) => "AxesImage",
            Body::Collection(collection) => collection.class,
            Body::Legend(_) => "Legend",
        }
    }

    /// The box of its data, for limits of `axes`; x and y count only where they are data.
    pub fn data_box(&self, axes: &Rc<Axes>) -> Option<(Rect, [bool; 2])> {
        let transform = self.transform.borrow();
        let mut counts = transform.is_data(axes);
        let rect = match &*self.body.borrow() {
            Body::Line(line) => match line.endless {
                Some((point, Endless::Through(other))) => Rect::around([point, other]),
                Some((point, Endless::Slope(_))) => Rect::around([point]),
                None => {
                    let mut rect = Rect::EMPTY;
                    // A place that is no number on the one axis counts on neither.
                    line.points().for_each(|point| rect.include(transform.before_data(point)));
                    rect
                }
            },
            Body::Patch(patch) => {
                let path = patch.shape.path().map(|point| transform.before_data(point));
                path.extents()
            }
            Body::Image(image) => image.extent_box(),
            Body::Collection(collection) => {
                let (rect, own) = collection.data_box(axes, &transform)?;
                counts = own;
                rect
            }
            Body::Text(_) | Body::Legend(_) => return None,
        };
        (counts != [false; 2]).then_some((rect, counts))
    }

    /// The least positive values of its data, for logarithmic axes.
    pub fn least_positive(&self) -> [f64; 2] {
        let least = |values: &mut dyn Iterator<Item = f64>| {
            values.filter(|value| *value > 0.0).fold(f64::INFINITY, f64::min)
        };
        match &*self.body.borrow() {
            Body::Line(line) => [least(&mut line.x.iter().copied()), least(&mut line.y.iter().copied())],
            Body::Patch(patch) => {
                let path = patch.shape.path();
                [least(&mut path.points().map(|p| p[0])), least(&mut path.points().map(|p| p[1]))]
            }
            Body::Collection(c) => {
                let points =
                    || c.offsets.iter().copied().chain(c.paths.iter().flat_map(|path| path.points()));
                [least(&mut points().map(|p| p[0])), least(&mut points().map(|p| p[1]))]
            }
            _ => [f64::INFINITY; 2],
        }
    }
}
