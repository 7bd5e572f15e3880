//! Python arguments as coordinates, numbers and sizes, with Pillow's errors.

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::narrow;

/// A number of any kind, numpy scalars included.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Host(host) => host.number().and_then(|number| number.as_f64()),
        value => value.as_f64(),
    }
}

/// A real number.
pub(super) fn real(value: &Value) -> PyResult<f64> {
    number(value).ok_or_else(|| Fault::type_error(format!("must be real number, not {}", value.type_name())))
}

/// A finite real number in single precision.
pub(super) fn finite(value: &Value) -> PyResult<f32> {
    let number = real(value)?;
    if number.is_finite() { Ok(narrow(number)) } else { Err(not_finite()) }
}

fn not_finite() -> Fault {
    Fault::value_error("coordinates and angles must be finite numbers, not nan or inf")
}

/// An integer; floats are no integers.
pub(super) fn integer(value: &Value) -> PyResult<i64> {
    let whole = match value {
        Value::Host(host) => host.number().and_then(|number| number.as_i64()),
        value => value.as_i64(),
    };
    whole.ok_or_else(|| {
        let name = value.type_name();
        Fault::type_error(format!("'{name}' object cannot be interpreted as an integer"))
    })
}

/// An optional integer.
pub(super) fn integer_or(value: Option<&Value>, default: i64) -> PyResult<i64> {
    value.map_or(Ok(default), integer)
}

/// A missing argument and `None` mean the same.
pub(super) fn given(value: Option<Value>) -> Option<Value> {
    value.filter(|value| !value.is_none())
}

/// The elements of a sequence.
pub(super) fn sequence(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Value>> {
    match value {
        Value::List(_) | Value::Tuple(_) | Value::Host(_) | Value::Iter(_) | Value::Range(_) => {
            ctx.collect(value)
        }
        other => Err(Fault::type_error(format!("argument must be sequence, not {}", other.type_name()))),
    }
}

/// Points from `[(x, y), ...]` or `[x, y, ...]`.
pub(super) fn points(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<[f64; 2]>> {
    if matches!(value, Value::Str(_)) {
        return Err(Fault::value_error("incorrect coordinate type"));
    }
    if matches!(value, Value::None) || number(value).is_some() {
        return Err(Fault::type_error("argument must be sequence"));
    }
    let items = sequence(ctx, value)?;
    let mut flat = Vec::with_capacity(items.len());
    for item in &items {
        if let Some(number) = number(item) {
            flat.push(number);
            continue;
        }
        let pair = match item {
            Value::List(_) | Value::Tuple(_) | Value::Host(_) => sequence(ctx, item)?,
            _ => Vec::new(),
        };
        let [x, y] = pair.as_slice() else { return Err(Fault::value_error("incorrect coordinate type")) };
        let (Some(x), Some(y)) = (number(x), number(y)) else {
            return Err(Fault::value_error("incorrect coordinate type"));
        };
        flat.extend([x, y]);
    }
    if flat.len() % 2 != 0 {
        return Err(Fault::value_error("wrong number of coordinates"));
    }
    if flat.iter().any(|value| !value.is_finite()) {
        return Err(not_finite());
    }
    Ok(flat.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect())
}

/// Points as they are recorded.
pub(super) fn narrowed(points: &[[f64; 2]]) -> Vec<[f32; 2]> {
    points.iter().map(|point| point.map(narrow)).collect()
}

/// A bounding box with its corners in order.
pub(super) fn bounding_box(ctx: &mut Ctx, value: &Value) -> PyResult<[f32; 4]> {
    let corners = points(ctx, value)?;
    let [[x0, y0], [x1, y1]] = corners.as_slice() else {
        return Err(Fault::type_error("coordinate list must contain exactly 2 coordinates"));
    };
    ordered([*x0, *y0, *x1, *y1])
}

/// Pillow refuses boxes whose corners are exchanged.
pub(super) fn ordered(bbox: [f64; 4]) -> PyResult<[f32; 4]> {
    let [x0, y0, x1, y1] = bbox;
    if x1 < x0 {
        return Err(Fault::value_error("x1 must be greater than or equal to x0"));
    }
    if y1 < y0 {
        return Err(Fault::value_error("y1 must be greater than or equal to y0"));
    }
    if bbox.iter().any(|value| !value.is_finite()) {
        return Err(not_finite());
    }
    Ok(bbox.map(narrow))
}

/// One point.
pub(super) fn point(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 2]> {
    if number(value).is_some() || value.is_none() {
        return Err(Fault::type_error(format!("'{}' object is not subscriptable", value.type_name())));
    }
    let points = points(ctx, value)?;
    match points.as_slice() {
        [point] => Ok(*point),
        _ => Err(Fault::value_error(format!(
            "expected one point (x, y), got {} coordinates",
            points.len() * 2
        ))),
    }
}

/// A whole pixel from a pair of numbers.
pub(super) fn pixel(ctx: &mut Ctx, value: &Value) -> PyResult<[i64; 2]> {
    let items = sequence(ctx, value)?;
    let [x, y] = items.as_slice() else {
        return Err(Fault::type_error("argument must be sequence of length 2"));
    };
    let whole = |value: &Value| match number(value) {
        Some(number) if number.is_finite() => Ok(number as i64),
        _ => Err(Fault::type_error(format!("an integer is required, not {}", value.type_name()))),
    };
    Ok([whole(x)?, whole(y)?])
}

/// A width and a height for a new image.
pub(super) fn size(ctx: &mut Ctx, value: &Value) -> PyResult<[i64; 2]> {
    let items = match value {
        Value::Int(_) | Value::Float(_) => {
            return Err(Fault::type_error(format!("'{}' object is not iterable", value.type_name())));
        }
        other => sequence(ctx, other)?,
    };
    let [width, height] = items.as_slice() else {
        return Err(Fault::value_error("Size must be a sequence of length 2"));
    };
    Ok([integer(width)?, integer(height)?])
}

/// Four numbers, such as a crop box.
pub(super) fn four(ctx: &mut Ctx, value: &Value) -> PyResult<[f64; 4]> {
    let items = sequence(ctx, value)?;
    let [a, b, c, d] = items.as_slice() else {
        let count = items.len();
        return Err(Fault::type_error(format!("argument must be sequence of length 4, not {count}")));
    };
    let bbox = [real(a)?, real(b)?, real(c)?, real(d)?];
    if bbox.iter().all(|value| value.is_finite()) { Ok(bbox) } else { Err(not_finite()) }
}

/// Text from a `str`.
pub(super) fn text(value: &Value) -> PyResult<&str> {
    value.as_str().ok_or_else(|| {
        let name = value.type_name();
        Fault::new(ExcKind::AttributeError, format!("'{name}' object has no attribute 'split'"))
    })
}
