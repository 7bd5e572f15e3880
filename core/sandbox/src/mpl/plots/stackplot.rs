//! Areas on top of each other.

use std::rc::Rc;

use super::add_collection;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, along, choice, numbers, shaped, texts};
use crate::mpl::axes::Axes;
use crate::mpl::collection::Collection;
use crate::mpl::color;
use crate::mpl::path::Path;
use crate::mpl::props;

/// `Axes.stackplot`.
pub(super) fn stackplot(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let (positional, mut options) = Options::split(args);
    let [x, rows @ ..] = &positional[..] else {
        return Err(Fault::type_error("stackplot() missing 1 required positional argument: 'x'"));
    };
    let x = along(ctx, &axes.domain(0), x)?;
    let mut layers: Vec<Vec<f64>> = Vec::new();
    for row in rows {
        let items = match row {
            Value::Dict(dict) => {
                let values = dict.0.borrow().iter().map(|(_, value)| value.clone()).collect();
                ctx.list(values)?
            }
            other => other.clone(),
        };
        let (shape, flat) = shaped(ctx, &items)?;
        match shape[..] {
            [_, columns] if columns > 0 => layers.extend(flat.chunks(columns).map(<[f64]>::to_vec)),
            _ => layers.push(numbers(ctx, &items)?),
        }
    }
    if layers.iter().any(|layer| layer.len() != x.len()) {
        return Err(Fault::value_error("x and y must have the same length"));
    }
    ctx.burn((layers.len() * x.len()) as u64 * 8 + 10)?;
    let baseline = options.text(ctx, "baseline")?.unwrap_or_else(|| "zero".to_owned());
    let baseline = choice("baseline", &baseline, &["zero", "sym", "wiggle", "weighted_wiggle"])?;
    if baseline > 1 {
        return Err(Fault::not_provided("stackplot(baseline='wiggle')"));
    }
    let labels = options.take("labels").map(|labels| texts(ctx, &labels)).transpose()?.unwrap_or_default();
    let colors = options.take("colors").map(|colors| color::colors(ctx, &colors)).transpose()?;
    let hatches = options.take("hatch");
    let mut below: Vec<f64> = vec![0.0; x.len()];
    if baseline == 1 {
        for (index, low) in below.iter_mut().enumerate() {
            *low = -layers.iter().map(|layer| layer[index]).sum::<f64>() / 2.0;
        }
    }
    let mut made = Vec::new();
    for (number, layer) in layers.iter().enumerate() {
        let above: Vec<f64> = below.iter().zip(layer).map(|(low, height)| low + height).collect();
        let up = x.iter().zip(&above).map(|(x, y)| [*x, *y]).rev();
        let down = x.iter().zip(&below).map(|(x, y)| [*x, *y]);
        let mut area = Collection::new("FillBetweenPolyCollection", vec![Path::polygon(down.chain(up))]);
        let face = match &colors {
            Some(colors) => colors.get(number % colors.len().max(1)).copied().unwrap_or(color::NONE),
            None => axes.next_color(ctx, false),
        };
        area.faces = vec![face];
        let artist = add_collection(ctx, axes, area)?;
        artist.label.replace(labels.get(number).cloned().unwrap_or_default());
        if number == 0 && baseline == 0 {
            artist.sticky.borrow_mut()[1].push(0.0);
        }
        if let Some(hatch) = &hatches {
            let hatch = match hatch {
                Value::List(list) => list.0.borrow().get(number % list.0.borrow().len().max(1)).cloned(),
                other => Some(other.clone()),
            };
            if let Some(hatch) = hatch {
                props::set(ctx, &artist, "hatch", &hatch)?;
            }
        }
        props::apply(ctx, &artist, Options { items: options.items.clone() })?;
        made.push(artist);
        below = above;
    }
    super::objects_of(ctx, &made)
}
