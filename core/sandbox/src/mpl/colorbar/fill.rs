//! The colours of a bar and its ticks.

use std::rc::Rc;

use super::{About, Side};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::mpl::artist::{Artist, Body, Patch};
use crate::mpl::axes::Axes;
use crate::mpl::collection::{Collection, Edges};
use crate::mpl::color::with_alpha;
use crate::mpl::colormap::{Extend, Norm};
use crate::mpl::domain::Scale;
use crate::mpl::geometry::Point;
use crate::mpl::path::Path;
use crate::mpl::rc;
use crate::mpl::shapes::Shape;
use crate::mpl::tick_format::TickFormat;
use crate::mpl::ticks::{Locator, Scalar, nonsingular};

/// Draws the colours and sets the ticks.
pub(super) fn fill(
    ctx: &mut Ctx,
    axes: &Rc<Axes>,
    about: &About,
    side: &Side,
    extend: Extend,
    edged: bool,
) -> PyResult<Option<Vec<f64>>> {
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
    let (low, high) = (edges.first().copied().unwrap_or(0.0), edges.last().copied().unwrap_or(1.0));
    // One number alone still wants an axis.
    let ends = if low < high { (low, high) } else { nonsingular(low, high, 0.1, 1.0e-15) };
    let color_of = |value: f64, index: usize| {
        let own = match (&norm, about.levels.is_some()) {
            // Contours of colours of their own.
            (Norm::None, true) => {
                about.mappable.cmap.entry(index as f64 + f64::from(u8::from(about.extend.min())))
            }
            _ => about.mappable.cmap.of(&norm, value),
        };
        with_alpha(own, about.alpha)
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
        lines.edges = Edges::Colors(vec![rc::color(ctx, "axes.edgecolor")?]);
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
    Ok(index_of)
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
        // The triangle stands in for the frame's short side.
        let spine = [[2, 3], [0, 1]][1 - side.long][usize::from(value > 0.0)];
        axes.spines[spine].visible.set(false);
        let entry = match norm {
            Norm::None if value < 0.0 => about.mappable.cmap.entry(0.0),
            Norm::None => about.mappable.cmap.entry(about.mappable.cmap.entries.len() as f64 - 1.0),
            _ => about.mappable.cmap.at(if value < 0.0 { -1.0 } else { 2.0 }),
        };
        let shape = Shape::Polygon { points: points.map(turn).to_vec(), closed: false };
        let mut patch = Patch::new(ctx, shape)?;
        patch.face = with_alpha(entry, about.alpha);
        patch.edge = rc::color(ctx, "axes.edgecolor")?;
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
