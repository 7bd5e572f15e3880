//! Colour bars.

use std::rc::Rc;

use super::arguments::{Options, choice, numbers, texts};
use super::artist::{Artist, Body};
use super::axes::Axes;
use super::collection::{Collection, Edges};
use super::colormap::{Extend, Norm};
use super::domain::Scale;
use super::figure::Figure;
use super::geometry::{Point, Rect};
use super::grid::{Grid, OwnMargins, Spec};
use super::mappable::Mappable;
use super::path::Path;
use super::tick_format::TickFormat;
use super::ticks::{Locator, Scalar};
use super::{objects, props};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// A colour bar as scripts hold it.
struct Colorbar {
    axes: Rc<Axes>,
    of: Value,
    /// 1 if it stands upright.
    long: usize,
}

/// Where a bar stands: at which side, and what it is there.
struct Side {
    /// 1 if it stands upright.
    long: usize,
    /// Whether it is right of or above the axes.
    high: bool,
    anchor: Point,
    parent_anchor: Point,
    pad: f64,
}

const SIDES: [&str; 4] = ["left", "right", "top", "bottom"];

fn side(index: usize) -> Side {
    match index {
        0 => Side { long: 1, high: false, anchor: [1.0, 0.5], parent_anchor: [0.0, 0.5], pad: 0.10 },
        2 => Side { long: 0, high: true, anchor: [0.5, 0.0], parent_anchor: [0.5, 1.0], pad: 0.05 },
        3 => Side { long: 0, high: false, anchor: [0.5, 1.0], parent_anchor: [0.5, 0.0], pad: 0.15 },
        _ => Side { long: 1, high: true, anchor: [0.0, 0.5], parent_anchor: [1.0, 0.5], pad: 0.05 },
    }
}

/// Numbers and colours of what a bar is about.
struct About {
    mappable: Mappable,
    levels: Option<Vec<f64>>,
    filled: bool,
    extend: Extend,
    alpha: Option<f64>,
    home: Option<Rc<Axes>>,
    /// Line widths of contours.
    widths: Vec<f64>,
}

fn about(value: &Value) -> PyResult<About> {
    if let Some(mappable) = value.host::<super::scalar_mappable::ScalarMappable>() {
        let mappable = mappable.mappable();
        return Ok(About {
            mappable,
            levels: None,
            filled: true,
            extend: Extend::Neither,
            alpha: None,
            home: None,
            widths: Vec::new(),
        });
    }
    let wrong = || {
        Fault::type_error(format!("a colour bar wants an image or a collection, not '{}'", value.type_name()))
    };
    let Some(object) = value.host::<objects::ArtistObject>() else { return Err(wrong()) };
    let artist: &Artist = &object.0;
    let (alpha, home) = (artist.alpha.get(), artist.home());
    match &*artist.body.borrow() {
        Body::Image(image) => Ok(About {
            mappable: image.mappable.clone(),
            levels: None,
            filled: true,
            extend: Extend::Neither,
            alpha,
            home,
            widths: Vec::new(),
        }),
        Body::Collection(collection) => {
            let Some(mappable) = collection.mappable.clone() else { return Err(wrong()) };
            let bands = collection.bands.as_ref();
            Ok(About {
                mappable,
                levels: bands.map(|bands| bands.levels.clone()),
                filled: bands.is_none_or(|bands| bands.filled),
                extend: bands.map_or(Extend::Neither, |bands| bands.extend),
                alpha,
                home,
                widths: collection.widths.clone(),
            })
        }
        _ => Err(wrong()),
    }
}

/// `Figure.colorbar` and `plt.colorbar`.
pub(crate) fn colorbar(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "colorbar", &["mappable", "cax", "ax"], 0)?;
    let of = match options.take("mappable") {
        Some(of) => of,
        None => match &*figure.mapped.borrow() {
            Some(artist) => objects::artist(artist),
            None => {
                return Err(Fault::new(
                    crate::eval::exception::ExcKind::RuntimeError,
                    "No mappable was found to use for colorbar creation. First define a mappable such as an image (with \
                     imshow) or a contour set (with contourf).",
                ));
            }
        },
    };
    let about = about(&of)?;
    ctx.burn(3000)?;
    let location = options.text(ctx, "location")?;
    let upright = match options.text(ctx, "orientation")? {
        Some(name) => Some(choice("orientation", &name, &["vertical", "horizontal"])? == 0),
        None => None,
    };
    let index = match (&location, upright) {
        (Some(name), _) => choice("location", name, &SIDES)?,
        (None, Some(false)) => 3,
        _ => 1,
    };
    let mut side = side(index);
    let fraction = options.number(ctx, "fraction")?.unwrap_or(0.15).clamp(0.001, 0.999);
    let shrink = options.number(ctx, "shrink")?.unwrap_or(1.0).clamp(0.001, 10.0);
    let aspect = options.number(ctx, "aspect")?.unwrap_or(20.0).clamp(1.0e-3, 1.0e4);
    side.pad = options.number(ctx, "pad")?.unwrap_or(side.pad).clamp(0.0, 0.99);
    if let Some(anchor) = options.take("anchor") {
        side.anchor = super::arguments::point(ctx, &anchor)?;
    }
    let axes = match options.take("cax") {
        Some(cax) => match cax.host::<objects::AxesObject>() {
            Some(object) => object.0.clone(),
            None => return Err(Fault::type_error(format!("cax must be an Axes, not '{}'", cax.type_name()))),
        },
        None => {
            let parents = match options.take("ax") {
                Some(ax) => parents(ctx, &ax)?,
                None => match &about.home {
                    Some(home) => vec![home.clone()],
                    None => vec![super::state::axes_of(ctx, figure)?],
                },
            };
            let use_grid = options.flag(ctx, "use_gridspec")?.unwrap_or(true);
            make_room(ctx, figure, &parents, &side, [fraction, shrink, aspect], use_grid)?
        }
    };
    options.ignore(&["ax", "use_gridspec"]);
    let extend = match options.text(ctx, "extend")? {
        Some(name) => Extend::named(&name)
            .ok_or_else(|| Fault::value_error(format!("'{name}' is not a valid value for extend")))?,
        None => match &about.mappable.norm() {
            Norm::Boundary { extend, .. } => *extend,
            _ => about.extend,
        },
    };
    let edged = options.flag(ctx, "drawedges")?.unwrap_or(false);
    fill(ctx, &axes, &about, &side, extend, edged)?;
    let bar = Colorbar { axes: axes.clone(), of, long: side.long };
    if let Some(label) = options.text(ctx, "label")? {
        bar.label(ctx, &label, Options::default())?;
    }
    if let Some(ticks) = options.take("ticks") {
        bar.ticks(ctx, &ticks)?;
    }
    if let Some(format) = options.take("format") {
        let format = match format {
            Value::Str(text) if text.contains('{') => TickFormat::Template((**text).to_owned()),
            Value::Str(text) => TickFormat::Pattern((**text).to_owned()),
            function => TickFormat::Function(function),
        };
        axes.domain(side.long).format.replace(format);
    }
    options.refuse("colorbar", &["spacing", "boundaries", "values", "extendfrac", "extendrect"])?;
    options.ignore(&["alpha"]);
    options.finish("colorbar")?;
    Ok(Value::from_host(bar))
}

fn parents(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Rc<Axes>>> {
    if let Some(object) = value.host::<objects::AxesObject>() {
        return Ok(vec![object.0.clone()]);
    }
    let mut all = Vec::new();
    for item in ctx.collect(value)? {
        match item.host::<objects::AxesObject>() {
            Some(object) => all.push(object.0.clone()),
            // Rows of axes.
            None => {
                for inner in ctx.collect(&item)? {
                    all.extend(inner.host::<objects::AxesObject>().map(|object| object.0.clone()));
                }
            }
        }
    }
    if all.is_empty() {
        return Err(Fault::type_error("ax must be an Axes or a list of Axes"));
    }
    Ok(all)
}

/// Makes axes for the bar and takes their room from the parents.
fn make_room(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    parents: &[Rc<Axes>],
    side: &Side,
    [fraction, shrink, aspect]: [f64; 3],
    use_grid: bool,
) -> PyResult<Rc<Axes>> {
    let figure = parents.first().and_then(|parent| parent.page()).unwrap_or_else(|| figure.clone());
    let current = figure.current.borrow().clone();
    let main = 1.0 - fraction - side.pad;
    let spec = parents.first().and_then(|parent| parent.spec.borrow().clone());
    let axes = if let (Some(spec), [parent], true) = (spec, parents, use_grid) {
        let gap = 2.0 * side.pad / (1.0 - side.pad);
        let [ax, ay] = side.anchor;
        let lanes = if side.high == (side.long == 1) { [main, fraction] } else { [fraction, main] };
        let (main_lane, bar_lane) = if side.high == (side.long == 1) { (0, 1) } else { (1, 0) };
        let ends = |anchor: f64| vec![anchor * (1.0 - shrink), shrink, (1.0 - anchor) * (1.0 - shrink)];
        let (main_spec, bar_spec) = if side.long == 1 {
            let grid = Grid::new(3, 2, Some(spec));
            grid.widths.replace(lanes.to_vec());
            grid.heights.replace(ends(1.0 - ay));
            grid.own.set(OwnMargins { wspace: Some(gap), hspace: Some(0.0), ..OwnMargins::default() });
            let main = Spec { grid: grid.clone(), rows: (0, 2), columns: (main_lane, main_lane) };
            (main, Spec { grid, rows: (1, 1), columns: (bar_lane, bar_lane) })
        } else {
            let grid = Grid::new(2, 3, Some(spec));
            grid.heights.replace(lanes.to_vec());
            grid.widths.replace(ends(ax));
            grid.own.set(OwnMargins { hspace: Some(gap), wspace: Some(0.0), ..OwnMargins::default() });
            let main = Spec { grid: grid.clone(), rows: (main_lane, main_lane), columns: (0, 2) };
            (main, Spec { grid, rows: (bar_lane, bar_lane), columns: (1, 1) })
        };
        parent.spec.replace(Some(main_spec));
        parent.place();
        super::subplots::add_in(ctx, &figure, bar_spec, [None, None])?
    } else {
        let whole = parents.iter().fold(Rect::EMPTY, |all, parent| all.union(&parent.position.get()));
        let (w, h) = (whole.width(), whole.height());
        let cut = |from: f64, to: f64| match side.long {
            1 => Rect { x0: whole.x0 + from * w, x1: whole.x0 + to * w, ..whole },
            _ => Rect { y0: whole.y0 + from * h, y1: whole.y0 + to * h, ..whole },
        };
        let (rest, bar) = if side.high {
            (cut(0.0, main), cut(1.0 - fraction, 1.0))
        } else {
            (cut(1.0 - main, 1.0), cut(0.0, fraction))
        };
        let size = if side.long == 1 {
            [bar.width(), bar.height() * shrink]
        } else {
            [bar.width() * shrink, bar.height()]
        };
        let corner = [
            bar.x0 + side.anchor[0] * (bar.width() - size[0]),
            bar.y0 + side.anchor[1] * (bar.height() - size[1]),
        ];
        for parent in parents {
            let own = parent.position.get();
            let place = |[x, y]: Point| rest.at([(x - whole.x0) / w, (y - whole.y0) / h]);
            let ([x0, y0], [x1, y1]) = (place([own.x0, own.y0]), place([own.x1, own.y1]));
            parent.spec.replace(None);
            parent.position.set(Rect { x0, y0, x1, y1 });
            parent.place();
        }
        super::subplots::add_axes(ctx, &figure, Rect::sized(corner[0], corner[1], size[0], size[1]))?
    };
    for parent in parents {
        parent.anchor.set(side.parent_anchor);
    }
    axes.anchor.set(side.anchor);
    axes.box_aspect.set(Some(if side.long == 1 { aspect } else { 1.0 / aspect }));
    // The plot stays the current one.
    figure.current.replace(current);
    Ok(axes)
}

/// Draws the colours and sets the ticks.
fn fill(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    about: &About,
    side: &Side,
    extend: Extend,
    edged: bool,
) -> PyResult<()> {
    let norm = about.mappable.norm();
    let bounds = match &norm {
        Norm::Boundary { bounds, .. } => Some(bounds.clone()),
        _ => about.levels.clone(),
    };
    let (long, short) = (axes.domain(side.long), axes.domain(1 - side.long));
    if matches!(norm, Norm::Log { .. }) && bounds.is_none() {
        long.set_scale(ctx, Scale::Log(10.0));
    }
    short.major.replace(Locator::Null);
    short.minor.replace(Locator::Null);
    let (low, high) = norm.limits().unwrap_or_else(|| about.mappable.range());
    // Edges of the coloured cells, and the number that each has the colour of.
    let mut index_of: Option<Vec<f64>> = None;
    let (edges, values): (Vec<f64>, Vec<f64>) = match &bounds {
        Some(bounds) => {
            let step = bounds.windows(2).map(|pair| pair[1] - pair[0]);
            let (least, most) = step.fold((f64::INFINITY, 0.0_f64), |(a, b), s| (a.min(s), b.max(s)));
            let middles = bounds.windows(2).map(|pair| (pair[0] + pair[1]) / 2.0).collect();
            if most - least <= 1.0e-6 * most {
                (bounds.clone(), middles)
            } else {
                // Bands of different widths are shown alike.
                index_of = Some(bounds.clone());
                ((0..bounds.len()).map(|index| index as f64).collect(), middles)
            }
        }
        None => {
            let count = about.mappable.cmap.entries.len().clamp(1, 256);
            let at = |place: f64| norm.inverse(place).unwrap_or(low + place * (high - low));
            let edges = (0..=count).map(|index| at(index as f64 / count as f64)).collect();
            (edges, (0..count).map(|index| at((index as f64 + 0.5) / count as f64)).collect())
        }
    };
    let place = |along: f64, across: f64| if side.long == 1 { [across, along] } else { [along, across] };
    let ends = (edges.first().copied().unwrap_or(0.0), edges.last().copied().unwrap_or(1.0));
    let color_of = |value: f64, index: usize| {
        let own = match (&norm, about.levels.is_some()) {
            // Contours of colours of their own.
            (Norm::None, true) => {
                about.mappable.cmap.entry(index as f64 + f64::from(u8::from(about.extend.min())))
            }
            _ => about.mappable.cmap.of(&norm, value),
        };
        super::color::with_alpha(own, about.alpha)
    };
    if about.filled {
        let cell = |pair: &[f64]| {
            Path::polygon([
                place(pair[0], 0.0),
                place(pair[0], 1.0),
                place(pair[1], 1.0),
                place(pair[1], 0.0),
            ])
        };
        let mut cells = Collection::new("QuadMesh", edges.windows(2).map(cell).collect());
        cells.faces = values.iter().enumerate().map(|(index, value)| color_of(*value, index)).collect();
        cells.widths = vec![0.0];
        cells.antialias = false;
        let artist = Artist::new(ctx, Body::Collection(cells), edges.len() * 256)?;
        axes.add(ctx, &artist)?;
        artist.snap.set(Some(true));
    } else {
        let line = |at: &f64| Path::polyline([place(*at, 0.0), place(*at, 1.0)]);
        let mut lines = Collection::new("LineCollection", edges.iter().map(line).collect());
        let levels = about.levels.as_deref().unwrap_or(&edges);
        let colors = levels.iter().enumerate().map(|(index, level)| color_of(*level, index)).collect();
        lines.edges = Edges::Colors(colors);
        lines.strokes = true;
        lines.widths = about.widths.clone();
        let artist = Artist::new(ctx, Body::Collection(lines), edges.len() * 256)?;
        axes.add(ctx, &artist)?;
    }
    if edged {
        let inner = edges.get(1..edges.len().saturating_sub(1)).unwrap_or_default();
        let line = |at: &f64| Path::polyline([place(*at, 0.0), place(*at, 1.0)]);
        let mut lines = Collection::new("LineCollection", inner.iter().map(line).collect());
        lines.edges = Edges::Colors(vec![super::rc::color(ctx, "axes.edgecolor")?]);
        lines.strokes = true;
        lines.widths = vec![0.5 * ctx.plots.rc.number("axes.linewidth")];
        let artist = Artist::new(ctx, Body::Collection(lines), edges.len() * 256)?;
        axes.add(ctx, &artist)?;
    }
    extend_ends(ctx, axes, about, &norm, side, extend)?;
    if let Some(bounds) = bounds {
        let labels = Scalar::default().labels(&bounds, ends.0, ends.1);
        long.major.replace(Locator::Fixed(edges.clone(), Some(10)));
        if index_of.is_some() {
            let step = bounds.len().div_ceil(10).max(1);
            long.major.replace(Locator::Fixed(edges.iter().copied().step_by(step).collect(), None));
            long.format.replace(TickFormat::Fixed(labels.ticks.into_iter().step_by(step).collect()));
        }
    }
    for (domain, (low, high)) in [(&long, ends), (&short, (0.0, 1.0))] {
        domain.low.set(low);
        domain.high.set(high);
        domain.auto.set(false);
    }
    let axis = &axes.axis[side.long];
    let sides = [!side.high, side.high];
    for style in [&axis.major, &axis.minor] {
        let mut style = style.borrow_mut();
        (style.ticks, style.labels) = (sides, sides);
        style.grid = false;
    }
    axis.label_high.set(side.high);
    axes.axis[1 - side.long].major.borrow_mut().grid = false;
    Ok(())
}

/// The triangles for what is below and above.
fn extend_ends(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    about: &About,
    norm: &Norm,
    side: &Side,
    extend: Extend,
) -> PyResult<()> {
    let turn = |[x, y]: Point| if side.long == 1 { [x, y] } else { [y, x] };
    for (wanted, points, value) in [
        (extend.min(), [[0.0, 0.0], [0.5, -0.05], [1.0, 0.0]], f64::NEG_INFINITY),
        (extend.max(), [[0.0, 1.0], [0.5, 1.05], [1.0, 1.0]], f64::INFINITY),
    ] {
        if !wanted || !about.filled {
            continue;
        }
        let entry = match norm {
            Norm::None if value < 0.0 => about.mappable.cmap.entry(0.0),
            Norm::None => about.mappable.cmap.entry(about.mappable.cmap.entries.len() as f64 - 1.0),
            _ => about.mappable.cmap.at(if value < 0.0 { -1.0 } else { 2.0 }),
        };
        let shape = super::shapes::Shape::Polygon { points: points.map(turn).to_vec(), closed: true };
        let mut patch = super::artist::Patch::new(ctx, shape)?;
        patch.face = super::color::with_alpha(entry, about.alpha);
        patch.edge = super::rc::color(ctx, "axes.edgecolor")?;
        patch.width = ctx.plots.rc.number("axes.linewidth");
        let artist = Artist::new(ctx, Body::Patch(patch), 512)?;
        artist.transform.replace(axes.axes_transform());
        artist.clip.set(false);
        axes.add(ctx, &artist)?;
        artist.transform.replace(axes.axes_transform());
        artist.counts.set(false);
    }
    Ok(())
}

impl Colorbar {
    fn label(&self, ctx: &mut Ctx, words: &str, options: Options) -> PyResult<()> {
        let label = self.axes.axis[self.long].label.clone();
        let words = ctx.str(words)?;
        props::set(ctx, &label, "text", &words)?;
        let mut options = options;
        options.ignore(&["loc", "labelpad"]);
        props::apply(ctx, &label, options)
    }

    fn ticks(&self, ctx: &mut Ctx, ticks: &Value) -> PyResult<()> {
        let domain = self.axes.domain(self.long);
        domain.major.replace(Locator::Fixed(numbers(ctx, ticks)?, None));
        domain.minor.replace(Locator::Null);
        Ok(())
    }

    fn tick_labels(&self, ctx: &mut Ctx, labels: &Value) -> PyResult<()> {
        let labels = texts(ctx, labels)?;
        self.axes.domain(self.long).format.replace(TickFormat::Fixed(labels));
        Ok(())
    }
}

impl Host for Colorbar {
    fn type_name(&self) -> &'static str {
        "Colorbar"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "ax" => Some(objects::axes(&self.axes)),
            "mappable" => Some(self.of.clone()),
            "orientation" => Some(ctx.str(if self.long == 1 { "vertical" } else { "horizontal" })?),
            "outline" => {
                let axes = objects::axes(&self.axes);
                ctx.get_attr(&axes, "spines").ok()
            }
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "set_label"
                | "set_ticks"
                | "set_ticklabels"
                | "remove"
                | "minorticks_on"
                | "minorticks_off"
                | "update_ticks"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "set_label" => {
                let mut options = Options::named(args, "set_label", &["label"], 1)?;
                let words = options.text(ctx, "label")?.unwrap_or_default();
                self.label(ctx, &words, options)?;
            }
            "set_ticks" => {
                let mut options = Options::named(args, "set_ticks", &["ticks"], 1)?;
                let ticks = options.take("ticks").unwrap_or(Value::None);
                self.ticks(ctx, &ticks)?;
                if let Some(labels) = options.take("labels") {
                    self.tick_labels(ctx, &labels)?;
                }
                options.ignore(&["minor", "update_ticks"]);
                options.finish("set_ticks")?;
            }
            "set_ticklabels" => {
                let mut options = Options::named(args, "set_ticklabels", &["ticklabels"], 1)?;
                let labels = options.take("ticklabels").unwrap_or(Value::None);
                self.tick_labels(ctx, &labels)?;
                options.ignore(&["minor", "update_ticks"]);
            }
            "minorticks_on" => {
                self.axes.domain(self.long).minor.replace(Locator::AutoMinor(None));
            }
            "minorticks_off" => {
                self.axes.domain(self.long).minor.replace(Locator::Null);
            }
            "update_ticks" => {}
            "remove" => {
                self.axes.visible.set(false);
            }
            _ => return Err(Fault::no_attribute("Colorbar", name)),
        }
        Ok(Value::None)
    }
}
