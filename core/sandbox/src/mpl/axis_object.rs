//! `ax.xaxis`, `ax.yaxis` and `ax.zaxis` as objects of scripts.

use std::rc::Rc;

use super::arguments::{Options, choice};
use super::axes::Axes;
use super::axis::Axis;
use super::methods::ticks as tick_methods;
use super::objects;
use super::ticker::{formatter_of, locator_of};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `ax.xaxis`, number 0, `ax.yaxis` or `ax.zaxis`.
pub(crate) struct AxisObject {
    axes: Rc<Axes>,
    number: usize,
}

/// The object of an axis.
pub(crate) fn value(axes: &Rc<Axes>, number: usize) -> Value {
    Value::from_host(AxisObject { axes: axes.clone(), number })
}

const AXIS_METHODS: &[&str] = &[
    "set_major_locator",
    "set_minor_locator",
    "set_major_formatter",
    "set_minor_formatter",
    "set_ticks",
    "set_ticklabels",
    "set_ticks_position",
    "set_label_position",
    "set_visible",
    "tick_top",
    "tick_bottom",
    "tick_left",
    "tick_right",
    "set_label_text",
    "get_ticklabels",
    "get_majorticklabels",
    "get_major_ticks",
    "get_label",
    "get_label_text",
    "grid",
    "set_tick_params",
    "set_inverted",
    "get_ticklocs",
    "get_majorticklocs",
    "get_offset_text",
    "set_label_coords",
    "set_major_locator_params",
    "get_major_locator",
    "get_major_formatter",
    "set_units",
    "get_visible",
    "axis_date",
    "minorticks_on",
    "minorticks_off",
    "labelpad",
];

/// What axes in space have beyond these.
const SOLID_METHODS: &[&str] = &["set_pane_color", "set_rotate_label"];

impl AxisObject {
    fn axis(&self) -> &Axis {
        self.axes.axis_at(self.number)
    }

    fn solid_method(&self, ctx: &mut Ctx, name: &str, args: Args) -> PyResult<()> {
        let Some(solid) = self.axes.solid.get() else {
            return Err(Fault::no_attribute(self.type_name(), name));
        };
        if name == "set_rotate_label" {
            let [value] = args.exactly(name)?;
            let turned = if value.is_none() { None } else { Some(ctx.truthy(&value)?) };
            solid.turned[self.number].set(turned);
            return Ok(());
        }
        let mut options = Options::named(args, name, &["color", "alpha"], 1)?;
        let color = super::color::color(ctx, &options.take("color").unwrap_or(Value::None))?;
        let color = super::color::with_alpha(color, options.number(ctx, "alpha")?);
        let pane = &solid.panes[self.number];
        pane.alpha.set(Some(color[3]));
        if let super::artist::Body::Patch(patch) = &mut *pane.body.borrow_mut() {
            (patch.face, patch.edge) = (color, color);
        }
        Ok(())
    }

    /// Puts ticks and labels on one side, on both or on none.
    fn position(&self, place: &str) -> PyResult<()> {
        let names = if self.number == 0 { ["bottom", "top"] } else { ["left", "right"] };
        let (ticks, labels) = match place {
            "both" => ([true, true], None),
            "none" => ([false, false], None),
            "default" => ([true, true], Some([true, false])),
            side => {
                let index = choice("position", side, &names)?;
                let own = [index == 0, index == 1];
                (own, Some(own))
            }
        };
        for cell in [&self.axis().major, &self.axis().minor] {
            let mut style = cell.borrow_mut();
            let shown = style.labels[0] || style.labels[1];
            style.ticks = ticks;
            if let Some(labels) = labels {
                style.labels = labels.map(|label| label && shown);
            }
        }
        Ok(())
    }
}

impl Host for AxisObject {
    fn type_name(&self) -> &'static str {
        ["XAxis", "YAxis", "ZAxis"][self.number.min(2)]
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "label" => Some(objects::artist(&self.axis().label)),
            "axes" => Some(objects::axes(&self.axes)),
            "labelpad" => Some(Value::Float(self.axis().label_pad.get())),
            "pane" | "line" => self.axes.solid.get().map(|solid| {
                objects::artist(&if name == "pane" { &solid.panes } else { &solid.lines }[self.number])
            }),
            _ => None,
        })
    }

    fn set_attr(&self, ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        if name == "labelpad" {
            self.axis().label_pad.set(real(ctx, &value)?);
            return Ok(());
        }
        Err(Fault::no_attribute(self.type_name(), name))
    }

    fn has_method(&self, name: &str) -> bool {
        AXIS_METHODS.contains(&name) || (self.axis().solid.get() && SOLID_METHODS.contains(&name))
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let domain = self.axis().domain();
        match name {
            "set_major_locator" | "set_minor_locator" => {
                let [locator] = args.exactly(name)?;
                let locator = locator_of(&locator)?;
                let cell = if name == "set_major_locator" { &domain.major } else { &domain.minor };
                cell.replace(locator);
                self.axis().labels.borrow_mut().clear();
            }
            "set_major_formatter" | "set_minor_formatter" => {
                let [formatter] = args.exactly(name)?;
                let formatter = formatter_of(&formatter)?;
                let cell = if name == "set_major_formatter" { &domain.format } else { &domain.minor_format };
                cell.replace(formatter);
            }
            "set_ticks" => return tick_methods::set_ticks(ctx, &self.axes, args, self.number),
            "set_ticklabels" => return tick_methods::set_labels(ctx, &self.axes, args, self.number),
            "get_ticklabels" | "get_majorticklabels" => {
                return tick_methods::get_labels(ctx, &self.axes, args, self.number);
            }
            "get_major_ticks" => {
                let labels = tick_methods::label_artists(ctx, &self.axes, self.number)?;
                let ticks = labels.iter().map(|label| {
                    Value::from_host(TickObject {
                        label: objects::artist(label),
                        axes: self.axes.clone(),
                        number: self.number,
                    })
                });
                return ctx.list(ticks.collect());
            }
            "get_ticklocs" | "get_majorticklocs" => {
                self.axes.settle();
                let (major, _) = super::axis_layout::places(ctx, &self.axes, self.axis())?;
                return crate::numpy::array_from(ctx, &[major.len()], &major);
            }
            "set_ticks_position" => {
                let [place] = args.exactly(name)?;
                self.position(place.as_str().unwrap_or_default())?;
            }
            "tick_top" | "tick_bottom" | "tick_left" | "tick_right" => self.position(&name[5..])?,
            "set_label_position" => {
                let [place] = args.exactly(name)?;
                let names = if self.number == 0 { ["bottom", "top"] } else { ["left", "right"] };
                let index = choice("position", place.as_str().unwrap_or_default(), &names)?;
                self.axis().label_high.set(index == 1);
            }
            "set_label_text" => return super::methods::labels::set_label(ctx, &self.axes, args, self.number),
            "set_label_coords" => {
                let mut options = Options::named(args, name, &["x", "y", "transform"], 2)?;
                let x = options.number(ctx, "x")?.unwrap_or(0.5);
                let y = options.number(ctx, "y")?.unwrap_or(0.5);
                self.axis().label_at.set(Some([x, y]));
            }
            "get_label" => return Ok(objects::artist(&self.axis().label)),
            "get_label_text" => return ctx.str(super::props::text_of(&self.axis().label)),
            "set_visible" => {
                let [value] = args.exactly(name)?;
                self.axis().visible.set(ctx.truthy(&value)?);
            }
            "get_visible" => return Ok(Value::Bool(self.axis().visible.get())),
            "grid" => {
                let options = Options::named(args, name, &["visible", "which"], 0)?;
                tick_methods::axis_grid(ctx, self.axis(), options)?;
            }
            "set_tick_params" => {
                let options = Options::named(args, name, &["which", "reset"], 0)?;
                tick_methods::axis_params(ctx, self.axis(), options)?;
            }
            "set_inverted" => {
                let [value] = args.exactly(name)?;
                if ctx.truthy(&value)? != domain.inverted() {
                    let (low, high) = (domain.low.get(), domain.high.get());
                    domain.low.set(high);
                    domain.high.set(low);
                }
            }
            "minorticks_on" => tick_methods::minor_on(self.axis()),
            "minorticks_off" => drop(domain.minor.replace(super::ticks::Locator::Null)),
            "set_pane_color" | "set_rotate_label" => self.solid_method(ctx, name, args)?,
            "axis_date" => super::dates::mark(&domain),
            "set_units" => {}
            _ => return Err(Fault::not_provided(format!("{}.{name}", self.type_name()))),
        }
        Ok(Value::None)
    }
}

/// A tick, which scripts reach for its label.
struct TickObject {
    label: Value,
    axes: Rc<Axes>,
    number: usize,
}

impl Host for TickObject {
    fn type_name(&self) -> &'static str {
        if self.number == 0 { "XTick" } else { "YTick" }
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "label1" | "label" => Some(self.label.clone()),
            "axes" => Some(objects::axes(&self.axes)),
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        name == "set_visible"
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "set_visible" => ctx.call_method(&self.label, "set_visible", args),
            _ => Err(Fault::not_provided(format!("{}.{name}", self.type_name()))),
        }
    }
}
