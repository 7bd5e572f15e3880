//! Figures, axes and artists as objects of scripts.

use std::rc::Rc;

use super::arguments::Options;
use super::artist::{Artist, Body};
use super::axes::Axes;
use super::figure::Figure;
use super::geometry::{Affine, Rect};
use super::methods;
use super::path::Path;
use super::transform::Transform;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{CompareOp, Host};
use crate::eval::value::Value;

/// An artist.
pub(crate) struct ArtistObject(pub Rc<Artist>);
/// An axes.
pub(crate) struct AxesObject(pub Rc<Axes>);
/// A figure.
pub(crate) struct FigureObject(pub Rc<Figure>);
/// A transform.
pub(crate) struct TransformObject(pub Transform);
/// `matplotlib.path.Path`.
pub(crate) struct PathObject(pub Path);
/// `Bbox`.
pub(crate) struct BboxObject(pub Rect);

pub(crate) fn artist(artist: &Rc<Artist>) -> Value {
    Value::from_host(ArtistObject(artist.clone()))
}

pub(crate) fn axes(axes: &Rc<Axes>) -> Value {
    Value::from_host(AxesObject(axes.clone()))
}

pub(crate) fn figure(figure: &Rc<Figure>) -> Value {
    Value::from_host(FigureObject(figure.clone()))
}

pub(crate) fn transform(transform: Transform) -> Value {
    Value::from_host(TransformObject(transform))
}

pub(crate) fn bbox(rect: Rect) -> Value {
    Value::from_host(BboxObject(rect))
}

/// The path that a value is.
pub(crate) fn path_of(value: &Value) -> Option<Path> {
    value.host::<PathObject>().map(|path| path.0.clone())
}

/// The transform that a value is.
pub(crate) fn transform_of(value: &Value) -> Option<Transform> {
    if let Some(affine) = value.host::<super::affine_object::AffineObject>() {
        return Some(Transform::Affine(affine.0.get()));
    }
    value.host::<TransformObject>().map(|object| object.0.clone())
}

/// Whether two objects are the same, for `==` and `!=`.
fn same(op: CompareOp, same: bool) -> Option<Value> {
    match op {
        CompareOp::Eq => Some(Value::Bool(same)),
        CompareOp::Ne => Some(Value::Bool(!same)),
        _ => None,
    }
}

impl Host for ArtistObject {
    fn type_name(&self) -> &'static str {
        self.0.class_name()
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        methods::artist_attribute(ctx, &self.0, name)
    }

    fn set_attr(&self, ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        match (name, &*self.0.body.borrow()) {
            ("fill", Body::Patch(_)) | ("zorder", _) => {}
            _ => return Err(Fault::no_attribute(self.type_name(), name)),
        }
        super::props::set(ctx, &self.0, name, &value)
    }

    fn has_method(&self, name: &str) -> bool {
        methods::artist_has(&self.0, name)
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        methods::artist_call(ctx, &self.0, name, args)
    }

    fn compare(&self, _: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        Ok(same(op, other.host::<Self>().is_some_and(|other| Rc::ptr_eq(&self.0, &other.0))))
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        let shown = match &*self.0.body.borrow() {
            Body::Text(text) => Some((text.at, text.text.clone())),
            _ => None,
        };
        match shown {
            Some(([x, y], text)) => {
                let text = ctx.str(text)?;
                let (x, y) = (ctx.repr(&Value::Float(x))?, ctx.repr(&Value::Float(y))?);
                Ok(format!("{}({x}, {y}, {})", self.0.class_name(), ctx.repr(&text)?))
            }
            None => {
                let label = self.0.label.borrow();
                let label = if label.is_empty() { "" } else { label.as_str() };
                Ok(format!("{}({label})", self.0.class_name()))
            }
        }
    }
}

impl Host for AxesObject {
    fn type_name(&self) -> &'static str {
        if self.0.solid.get().is_some() { "Axes3D" } else { "Axes" }
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        methods::axes_attribute(ctx, &self.0, name)
    }

    fn set_attr(&self, ctx: &mut Ctx, name: &str, value: Value) -> PyResult<()> {
        if super::solid::set_attribute(ctx, &self.0, name, &value)? {
            return Ok(());
        }
        Err(Fault::not_provided(format!("setting Axes.{name}")))
    }

    fn has_method(&self, name: &str) -> bool {
        methods::method_of(&self.0, name).is_some()
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match methods::method_of(&self.0, name) {
            Some(method) => method(ctx, &self.0, args),
            None => Err(methods::unknown(self.type_name(), name)),
        }
    }

    fn compare(&self, _: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        Ok(same(op, other.host::<Self>().is_some_and(|other| Rc::ptr_eq(&self.0, &other.0))))
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok("<Axes: >".into())
    }
}

impl Host for FigureObject {
    fn type_name(&self) -> &'static str {
        "Figure"
    }

    fn get_attr(&self, ctx: &mut Ctx, this: &Value, name: &str) -> PyResult<Option<Value>> {
        methods::figure_attribute(ctx, &self.0, this, name)
    }

    fn has_method(&self, name: &str) -> bool {
        methods::figure_method(name).is_some()
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match methods::figure_method(name) {
            Some(method) => method(ctx, &self.0, args),
            None => Err(methods::unknown("Figure", name)),
        }
    }

    fn compare(&self, _: &mut Ctx, _: &Value, op: CompareOp, other: &Value) -> PyResult<Option<Value>> {
        Ok(same(op, other.host::<Self>().is_some_and(|other| Rc::ptr_eq(&self.0, &other.0))))
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        let [width, height] = self.0.size.get().map(|side| side * self.0.dpi.get());
        Ok(format!(
            "<Figure size {}x{} with {} Axes>",
            width as i64,
            height as i64,
            self.0.axes.borrow().len()
        ))
    }
}

impl Host for PathObject {
    fn type_name(&self) -> &'static str {
        "Path"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "vertices" => {
                let flat: Vec<f64> = self.0.points().flatten().collect();
                Some(crate::numpy::array_from(ctx, &[flat.len() / 2, 2], &flat)?)
            }
            _ => None,
        })
    }
}

impl Host for BboxObject {
    fn type_name(&self) -> &'static str {
        "Bbox"
    }

    fn get_attr(&self, ctx: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        let r = &self.0;
        let number = match name {
            "x0" | "xmin" => r.x0,
            "y0" | "ymin" => r.y0,
            "x1" | "xmax" => r.x1,
            "y1" | "ymax" => r.y1,
            "width" => r.width(),
            "height" => r.height(),
            "bounds" => {
                let all = [r.x0, r.y0, r.width(), r.height()];
                return ctx.tuple(all.map(Value::Float).to_vec()).map(Some);
            }
            "extents" => return crate::numpy::array_from(ctx, &[4], &[r.x0, r.y0, r.x1, r.y1]).map(Some),
            "size" => return crate::numpy::array_from(ctx, &[2], &[r.width(), r.height()]).map(Some),
            _ => return Ok(None),
        };
        Ok(Some(Value::Float(number)))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "transformed" | "get_points" | "padded" | "expanded")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let r = self.0;
        match name {
            "get_points" => crate::numpy::array_from(ctx, &[2, 2], &[r.x0, r.y0, r.x1, r.y1]),
            "transformed" => {
                let [by] = args.exactly("transformed")?;
                let Some(by) = transform_of(&by) else {
                    return Err(Fault::type_error("a transform is expected"));
                };
                Ok(bbox(Rect::around(r.corners().map(|point| by.apply(point)))))
            }
            "padded" => {
                let (positional, _) = Options::split(args);
                let by = super::arguments::numbers(ctx, positional.first().unwrap_or(&Value::None))?;
                Ok(bbox(r.grown(by.first().copied().unwrap_or(0.0))))
            }
            "expanded" => {
                let [w, h] = args.exactly("expanded")?;
                let (w, h) = (crate::builtins::real(ctx, &w)?, crate::builtins::real(ctx, &h)?);
                let (dx, dy) = ((w * r.width() - r.width()) / 2.0, (h * r.height() - r.height()) / 2.0);
                Ok(bbox(Rect { x0: r.x0 - dx, y0: r.y0 - dy, x1: r.x1 + dx, y1: r.y1 + dy }))
            }
            _ => Err(Fault::no_attribute("Bbox", name)),
        }
    }

    fn iter(&self, ctx: &mut Ctx) -> PyResult<Value> {
        let r = self.0;
        ctx.list([r.x0, r.y0, r.x1, r.y1].map(Value::Float).to_vec())
    }

    fn repr(&self, ctx: &mut Ctx) -> PyResult<String> {
        let r = self.0;
        let mut texts = Vec::new();
        for value in [r.x0, r.y0, r.x1, r.y1] {
            texts.push(ctx.repr(&Value::Float(value))?);
        }
        Ok(format!("Bbox([[{}, {}], [{}, {}]])", texts[0], texts[1], texts[2], texts[3]))
    }
}

impl Host for TransformObject {
    fn type_name(&self) -> &'static str {
        "Transform"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "transform" | "inverted" | "transform_point")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "transform" | "transform_point" => {
                let [points] = args.exactly(name)?;
                settle(ctx, &self.0)?;
                super::affine_object::transformed(ctx, &points, |point| self.0.apply(point))
            }
            "inverted" => Ok(Value::from_host(super::affine_object::Inverse(self.0.clone()))),
            _ => Err(Fault::no_attribute("Transform", name)),
        }
    }

    fn binary(
        &self,
        _: &mut Ctx,
        _: &Value,
        op: crate::eval::host::BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        let Some(other) = transform_of(other).filter(|_| op == crate::eval::host::BinaryOp::Add) else {
            return Ok(None);
        };
        let own = self.0.clone();
        Ok(Some(transform(if reflected { other.then(own) } else { own.then(other) })))
    }
}

/// Brings limits and boxes up to date before pixels are asked for.
pub(crate) fn settle(ctx: &mut Ctx, transform: &Transform) -> PyResult<()> {
    match transform {
        Transform::Data(axes) | Transform::Axes(axes) => {
            if let Some(axes) = axes.upgrade() {
                ctx.burn(50)?;
                axes.settle();
            }
            Ok(())
        }
        Transform::Chain(both) | Transform::Blend(both) => {
            settle(ctx, &both[0])?;
            settle(ctx, &both[1])
        }
        _ => Ok(()),
    }
}

/// The identity.
pub(crate) fn identity() -> Transform {
    Transform::Affine(Affine::IDENTITY)
}
