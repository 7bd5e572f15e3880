//! Attributes of figures.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::mpl::figure::Figure;
use crate::mpl::page::{Save, render};
use crate::mpl::{objects, transform::Transform};

/// `fig.canvas`.
struct CanvasObject(Rc<Figure>);

/// The renderer, which measures nothing by itself.
struct RendererObject;

/// `fig.patch`.
struct PatchObject(Rc<Figure>);

/// Reads an attribute.
pub(crate) fn figure_attribute(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    _: &Value,
    name: &str,
) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "axes" => {
            let all: Vec<Value> = figure.axes.borrow().iter().map(objects::axes).collect();
            ctx.list(all)?
        }
        "texts" => {
            let all: Vec<Value> = figure.artists.borrow().iter().map(objects::artist).collect();
            ctx.list(all)?
        }
        "dpi" => Value::Float(figure.dpi.get()),
        "number" => Value::Int(figure.number.get()),
        "canvas" => Value::from_host(CanvasObject(figure.clone())),
        "patch" => Value::from_host(PatchObject(figure.clone())),
        "transFigure" | "transSubfigure" => objects::transform(Transform::Figure(figure.this())),
        "dpi_scale_trans" => objects::transform(Transform::Inches(figure.this())),
        "bbox" => objects::bbox(figure.bounds()),
        "_suptitle" => figure.title.borrow().as_ref().map_or(Value::None, objects::artist),
        _ => return Ok(None),
    }))
}

impl Host for CanvasObject {
    fn type_name(&self) -> &'static str {
        "FigureCanvasAgg"
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok((name == "figure").then(|| objects::figure(&self.0)))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "draw"
                | "draw_idle"
                | "get_renderer"
                | "get_width_height"
                | "buffer_rgba"
                | "tostring_rgb"
                | "tostring_argb"
                | "print_png"
                | "print_figure"
                | "flush_events"
                | "set_window_title"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "draw" | "draw_idle" | "flush_events" | "set_window_title" => {
                crate::mpl::page::settle(ctx, &self.0)?;
                Ok(Value::None)
            }
            "get_renderer" => Ok(Value::from_host(RendererObject)),
            "get_width_height" => {
                let bounds = self.0.bounds();
                ctx.tuple(vec![Value::Int(bounds.width() as i64), Value::Int(bounds.height() as i64)])
            }
            "buffer_rgba" => {
                let save = Save { dpi: None, tight: None, bbox: None, face: None, transparent: false };
                let image = render(ctx, &self.0, &save)?;
                let numpy = ctx.import_module("numpy")?;
                let asarray = ctx.get_attr(&numpy, "asarray")?;
                ctx.call_with(&asarray, vec![image])
            }
            "print_png" | "print_figure" => crate::mpl::save::savefig(ctx, &self.0, args),
            _ => Err(Fault::not_provided(format!("FigureCanvasAgg.{name} (use buffer_rgba)"))),
        }
    }
}

impl Host for RendererObject {
    fn type_name(&self) -> &'static str {
        "RendererAgg"
    }
}

impl Host for PatchObject {
    fn type_name(&self) -> &'static str {
        "Rectangle"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(
            name,
            "set_facecolor"
                | "set_alpha"
                | "set_edgecolor"
                | "set_linewidth"
                | "set_visible"
                | "get_facecolor"
                | "set_color"
        )
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let face = self.0.face.get();
        match name {
            "get_facecolor" => crate::mpl::color::as_value(ctx, face),
            "set_visible" => {
                let [value] = args.exactly(name)?;
                if !ctx.truthy(&value)? {
                    self.0.face.set(crate::mpl::color::NONE);
                }
                Ok(Value::None)
            }
            "set_alpha" => {
                let [value] = args.exactly(name)?;
                let alpha = if value.is_none() { 1.0 } else { crate::builtins::real(ctx, &value)? };
                self.0.face.set([face[0], face[1], face[2], alpha.clamp(0.0, 1.0)]);
                Ok(Value::None)
            }
            "set_color" => {
                let [value] = args.exactly(name)?;
                self.0.face.set(crate::mpl::color::color(ctx, &value)?);
                Ok(Value::None)
            }
            other => match super::figure_method(other) {
                Some(method) => method(ctx, &self.0, args),
                None => Err(Fault::no_attribute("Rectangle", other)),
            },
        }
    }
}
