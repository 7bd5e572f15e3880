//! Matrices as pictures: `matshow` and `spy`.

use std::rc::Rc;

use super::arguments::{Options, choice, numbers, shaped};
use super::artist::{Artist, Body, Line};
use super::axes::{Adjust, Axes};
use super::colormap::{Colormap, Norm};
use super::mappable::Scaling;
use super::methods::AxesMethod;
use super::methods::image::imshow;
use super::style::{LineStyle, Marker};
use super::ticks::{Locator, MaxN};
use super::{objects, props, subplots};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) const METHODS: &[(&str, AxesMethod)] = &[("matshow", matshow), ("spy", spy)];

/// Ticks of whole numbers on all sides, labels above unless the first row is below.
fn ticks(axes: &Rc<Axes>, upper: bool) {
    axes.title_at.set(Some(1.05));
    for style in [&axes.axis[0].major, &axes.axis[0].minor] {
        let mut style = style.borrow_mut();
        style.ticks = [true, true];
        style.labels = [!upper, upper];
    }
    for axis in &axes.axis {
        let mut own = MaxN::with_bins(Some(9));
        own.steps = vec![1.0, 2.0, 5.0, 10.0];
        own.integer = true;
        axis.domain().major.replace(Locator::MaxN(own));
    }
}

/// Gives a keyword argument that the script did not.
fn default(ctx: &mut Ctx, args: &mut Args, name: &str, value: Value) -> PyResult<()> {
    if !args.keyword.iter().any(|(known, _)| &***known == name) {
        args.keyword.push((ctx.text(name)?, value));
    }
    Ok(())
}

/// `matshow(Z)`: a picture of numbers with ticks above.
fn matshow(ctx: &mut Ctx, axes: &Rc<Axes>, mut args: Args) -> PyResult<Value> {
    for (name, value) in [("origin", "upper"), ("interpolation", "nearest"), ("aspect", "equal")] {
        let value = ctx.str(value)?;
        default(ctx, &mut args, name, value)?;
    }
    let image = imshow(ctx, axes, args)?;
    ticks(axes, true);
    Ok(image)
}

/// `plt.matshow(A, fignum=None)`: in a new figure of the matrix' shape.
pub(crate) fn in_figure(ctx: &mut Ctx, mut args: Args) -> PyResult<Value> {
    let number = args
        .take_keyword("fignum")
        .or_else(|| (args.positional.len() > 1).then(|| args.positional.remove(1)));
    let number = number
        .filter(|number| !number.is_none())
        .map(|number| crate::builtins::integer(&number))
        .transpose()?;
    let axes = if number == Some(0) {
        ctx.current_axes()?
    } else {
        let Some(table) = args.positional.first().cloned() else {
            return Err(Fault::type_error("matshow() missing 1 required positional argument: 'A'"));
        };
        let (shape, _) = shaped(ctx, &table)?;
        let [rows, columns, ..] = shape[..] else {
            return Err(Fault::new(ExcKind::IndexError, "tuple index out of range"));
        };
        let known = number.and_then(|number| {
            ctx.plots.figures.iter().find(|figure| figure.number.get() == number).cloned()
        });
        let figure = match known {
            Some(figure) => figure,
            None => {
                let height = super::settings::pair(ctx, "figure.figsize")?[1];
                ctx.new_figure(number, Some(size(height, rows as f64 / columns as f64)), None)?
            }
        };
        subplots::add_axes(ctx, &figure, super::geometry::Rect::sized(0.15, 0.09, 0.775, 0.775))?
    };
    matshow(ctx, &axes, args)
}

/// The size of a figure of a height over width, between 4 by 2 and 16 inches (`figaspect`).
fn size(height: f64, ratio: f64) -> [f64; 2] {
    let least = [4.0, 2.0];
    let most: f64 = 16.0;
    let mut size = [height / ratio.max(1.0e-9), height];
    let small = (size[0] / least[0]).min(size[1] / least[1]).min(1.0);
    size = size.map(|side| side / small);
    let large = (size[0] / most).max(size[1] / most).max(1.0);
    size = size.map(|side| side / large);
    [size[0].clamp(least[0], most), size[1].clamp(least[1], most)]
}

/// `spy(Z, precision=0, marker=None, markersize=None, aspect='equal', origin='upper')`: where a matrix is not zero.
fn spy(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let params = ["Z", "precision", "marker", "markersize", "aspect", "origin"];
    let mut options = Options::named(args, "spy", &params, 1)?;
    let (shape, values) = shaped(ctx, &options.take("Z").unwrap_or(Value::None))?;
    let [rows, columns] = shape[..] else {
        return Err(Fault::value_error("spy() wants a table of numbers as Z"));
    };
    let least = options.number(ctx, "precision")?.unwrap_or(0.0);
    let origin = options.text(ctx, "origin")?.unwrap_or("upper".into());
    let upper = choice("origin", &origin, &["upper", "lower"])? == 0;
    ctx.burn(values.len() as u64)?;
    let (marker, marker_size) = (options.take("marker"), options.take_of(&["markersize", "ms"]));
    let aspect = options.take("aspect");
    let made = if marker.is_none() && marker_size.is_none() {
        if options.has("interpolation") {
            return Err(Fault::type_error("spy() got an unexpected keyword argument 'interpolation'"));
        }
        let _charge = ctx.charge(values.len().saturating_mul(8))?;
        let mask: Vec<f64> = values.iter().map(|value| f64::from(u8::from(value.abs() > least))).collect();
        let table = crate::numpy::array_from(ctx, &shape, &mask)?;
        let plain = !options.has("cmap");
        let mut args = Args::new(vec![table]);
        args.keyword = options.items;
        let (nearest, origin) = (ctx.str("nearest")?, ctx.str(origin)?);
        default(ctx, &mut args, "interpolation", nearest)?;
        default(ctx, &mut args, "origin", origin)?;
        if let Some(aspect) = aspect {
            default(ctx, &mut args, "aspect", aspect)?;
        }
        let image = imshow(ctx, axes, args)?;
        if let Some(object) = image.host::<objects::ArtistObject>()
            && let Body::Image(image) = &mut *object.0.body.borrow_mut()
        {
            // The mask counts colours of the map.
            if plain {
                image.mappable.cmap = Colormap::listed("binary", vec![[1.0; 4], super::color::BLACK]);
            }
            image.mappable.scaling = Scaling::Fixed(Norm::None);
        }
        image
    } else {
        let places = values.iter().enumerate().filter(|(_, value)| value.abs() > least);
        let (x, y): (Vec<f64>, Vec<f64>) =
            places.map(|(index, _)| ((index % columns) as f64, (index / columns) as f64)).unzip();
        let bytes = x.len().saturating_mul(16);
        let mut line = Line::new(ctx, x, y);
        line.color = super::rc::color(ctx, "lines.color")?;
        line.style = LineStyle::None;
        line.marker = match &marker {
            Some(marker) => Marker::of(ctx, marker)?,
            None => Marker::named("s")?,
        };
        line.size = match &marker_size {
            Some(size) => numbers(ctx, size)?.first().copied().unwrap_or(10.0),
            None => 10.0,
        };
        let artist = Artist::new(ctx, Body::Line(line), bytes)?;
        axes.add(ctx, &artist)?;
        props::apply(ctx, &artist, options)?;
        let (right, end) = (columns as f64 - 0.5, rows as f64 - 0.5);
        for (axis, (low, high)) in
            [(-0.5, right), if upper { (end, -0.5) } else { (-0.5, end) }].into_iter().enumerate()
        {
            let domain = axes.domain(axis);
            domain.low.set(low);
            domain.high.set(high);
            domain.auto.set(false);
        }
        axes.adjust.set(Adjust::Box);
        axes.aspect.set(match aspect {
            Some(Value::Str(name)) if &**name == "auto" => None,
            Some(Value::Str(_)) | None => Some(1.0),
            Some(value) => Some(crate::builtins::real(ctx, &value)?),
        });
        objects::artist(&artist)
    };
    ticks(axes, upper);
    Ok(made)
}
