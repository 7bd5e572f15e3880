//! Numbers at bars.

use std::rc::Rc;

use super::container::Container;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::BinaryOp;
use crate::eval::value::Value;
use crate::mpl::annotation::Annotation;
use crate::mpl::arguments::{Options, choice, texts};
use crate::mpl::artist::Body;
use crate::mpl::axes::Axes;
use crate::mpl::props;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;

/// `Axes.bar_label`.
pub(super) fn bar_label(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "bar_label", &["container", "labels"], 1)?;
    let container = options.take("container").unwrap_or(Value::None);
    let Some(bars) = container.host::<Container>() else {
        return Err(Fault::type_error(format!(
            "bar_label() wants a BarContainer, not '{}'",
            container.type_name()
        )));
    };
    let labels = options.take("labels").map(|labels| texts(ctx, &labels)).transpose()?;
    let format = options.take("fmt");
    let place = options.text(ctx, "label_type")?.unwrap_or_else(|| "edge".to_owned());
    let at_edge = choice("label_type", &place, &["edge", "center"])? == 0;
    let padding = options.number(ctx, "padding")?.unwrap_or(0.0);
    let mut made = Vec::new();
    for (index, patch) in bars.patches.iter().enumerate() {
        let body = patch.body.borrow();
        let Body::Patch(shape) = &*body else { continue };
        let rect = shape.shape.path().extents();
        drop(body);
        let length = bars.values.get(index).copied().unwrap_or(0.0);
        let (low, high) = if bars.horizontal { (rect.x0, rect.x1) } else { (rect.y0, rect.y1) };
        // The far end of the bar, or that of its error bar.
        let (near, end) = if length >= 0.0 { (low, high) } else { (high, low) };
        let tip = match bars.errors.get(index) {
            Some([low, high]) => {
                if length >= 0.0 {
                    *high
                } else {
                    *low
                }
            }
            None => end,
        };
        let text = match &labels {
            _ if length.is_nan() => String::new(),
            Some(labels) => labels.get(index).cloned().unwrap_or_default(),
            None => number(ctx, format.as_ref(), length)?,
        };
        let along = if at_edge { tip } else { (near + end) / 2.0 };
        let across = if bars.horizontal { (rect.y0 + rect.y1) / 2.0 } else { (rect.x0 + rect.x1) / 2.0 };
        let inverted = axes.domain(usize::from(!bars.horizontal)).inverted();
        let sign = if (length < 0.0) != inverted { -1.0 } else { 1.0 };
        let shift = sign * padding;
        let mut label = Text::new(ctx, &text)?;
        let (target, offset) =
            if bars.horizontal { ([along, across], [shift, 0.0]) } else { ([across, along], [0.0, shift]) };
        label.at = offset;
        (label.across, label.down) = match (at_edge, bars.horizontal, sign > 0.0) {
            (false, ..) => (Across::Center, Down::Center),
            (true, false, true) => (Across::Center, Down::Bottom),
            (true, false, false) => (Across::Center, Down::Top),
            (true, true, true) => (Across::Left, Down::Center),
            (true, true, false) => (Across::Right, Down::Center),
        };
        label.note = Some(Box::new(Annotation::plain(target, axes.data_transform())));
        let artist = super::add_text(ctx, axes, label)?;
        artist.counts.set(false);
        let figure = axes.figure.borrow().clone();
        artist.transform.replace(Transform::beside(target, axes.data_transform(), figure, 1.0));
        props::apply(ctx, &artist, Options { items: options.items.clone() })?;
        made.push(artist);
    }
    super::objects_of(ctx, &made)
}

/// A number as `fmt` writes it: `'%g'` by default, or with braces, or by a function.
fn number(ctx: &mut Ctx, format: Option<&Value>, value: f64) -> PyResult<String> {
    match format {
        None => {
            let pattern = ctx.str("%g")?;
            let text = ctx.binary(BinaryOp::Mod, &pattern, &Value::Float(value))?;
            ctx.str_of(&text)
        }
        Some(pattern @ Value::Str(text)) if text.contains('%') || !text.contains('{') => {
            let text = ctx.binary(BinaryOp::Mod, pattern, &Value::Float(value))?;
            ctx.str_of(&text)
        }
        Some(pattern @ Value::Str(_)) => {
            let text = ctx.call_method(pattern, "format", Args::new(vec![Value::Float(value)]))?;
            ctx.str_of(&text)
        }
        Some(function) => {
            let text = ctx.call_with(function, vec![Value::Float(value)])?;
            ctx.str_of(&text)
        }
    }
}
