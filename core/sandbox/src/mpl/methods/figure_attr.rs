//! Attributes of figures.

use std::rc::Rc;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::figure::Figure;
use crate::mpl::{objects, transform::Transform};

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
        "dpi" => Value::Float(figure.dpi.get()),
        "number" => Value::Int(figure.number.get()),
        "transFigure" => objects::transform(Transform::Figure(figure.this())),
        "dpi_scale_trans" => objects::transform(Transform::Inches(figure.this())),
        "bbox" => objects::bbox(figure.bounds()),
        _ => return Ok(None),
    }))
}
