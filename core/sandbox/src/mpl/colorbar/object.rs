//! Colour bars as scripts hold them.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, numbers, texts};
use crate::mpl::artist::Body;
use crate::mpl::axes::Axes;
use crate::mpl::tick_format::TickFormat;
use crate::mpl::ticks::{Locator, Scalar};
use crate::mpl::{objects, props, ticker};

/// A colour bar as scripts hold it.
pub(super) struct Colorbar {
    pub axes: Rc<Axes>,
    pub of: Value,
    /// 1 if it stands upright.
    pub long: usize,
    /// The bounds of bands that are shown alike although they are not.
    pub bounds: Option<Vec<f64>>,
}

impl Colorbar {
    /// Writes the label.
    pub fn label(&self, ctx: &mut Ctx, words: &str, options: Options) -> PyResult<()> {
        let label = self.axes.axis[self.long].label.clone();
        let words = ctx.str(words)?;
        props::set(ctx, &label, "text", &words)?;
        if let Body::Text(text) = &mut *label.body.borrow_mut() {
            text.at = [0.5, 0.5];
        }
        let mut options = options;
        options.ignore(&["loc", "labelpad"]);
        props::apply(ctx, &label, options)
    }

    /// Sets where ticks stand.
    pub fn ticks(&self, ctx: &mut Ctx, ticks: &Value) -> PyResult<()> {
        let domain = self.axes.domain(self.long);
        if ticks.host::<ticker::LocatorObject>().is_some() {
            domain.major.replace(ticker::locator_of(ticks)?);
            return Ok(());
        }
        let mut places = numbers(ctx, ticks)?;
        if let Some(bounds) = &self.bounds {
            let (first, last) =
                (places.first().copied().unwrap_or(0.0), places.last().copied().unwrap_or(1.0));
            let labels = Scalar::default().labels(&places, first, last);
            domain.format.replace(TickFormat::Fixed(labels.ticks));
            let index = |value: f64| {
                let after = bounds.partition_point(|bound| *bound < value).clamp(1, bounds.len() - 1);
                let (low, high) = (bounds[after - 1], bounds[after]);
                (after - 1) as f64 + (value - low) / (high - low)
            };
            places.iter_mut().for_each(|place| *place = index(*place));
        }
        domain.major.replace(Locator::Fixed(places, None));
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
