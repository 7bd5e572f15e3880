//! `matplotlib.path`.

use super::arguments::{Options, numbers};
use super::objects::PathObject;
use super::patch_classes::points;
use super::path::{Path, Step};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// The class `Path` with its codes.
struct PathClass;

const CODES: [(&str, i64); 6] =
    [("STOP", 0), ("MOVETO", 1), ("LINETO", 2), ("CURVE3", 3), ("CURVE4", 4), ("CLOSEPOLY", 79)];

impl Host for PathClass {
    fn type_name(&self) -> &'static str {
        "type"
    }

    fn get_attr(&self, _: &mut Ctx, _: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(CODES.iter().find(|(known, _)| *known == name).map(|(_, code)| Value::Int(*code)))
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "unit_circle" | "unit_rectangle" | "circle" | "arc" | "wedge" | "unit_regular_polygon")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        let (positional, mut options) = Options::split(args);
        let mut given = Vec::new();
        for value in &positional {
            given.push(numbers(ctx, value)?);
        }
        let one = |index: usize, or: f64| given.get(index).and_then(|row| row.first()).copied().unwrap_or(or);
        let path = match name {
            "unit_circle" => Path::circle([0.0; 2], 1.0),
            "unit_rectangle" => Path::rectangle(super::geometry::Rect::UNIT),
            "circle" => {
                let center = match options.take("center") {
                    Some(center) => super::arguments::point(ctx, &center)?,
                    None => match given.first().map(Vec::as_slice) {
                        Some([x, y]) => [*x, *y],
                        _ => [0.0; 2],
                    },
                };
                let radius = options.number(ctx, "radius")?.unwrap_or_else(|| one(1, 1.0));
                Path::circle(center, radius)
            }
            "arc" | "wedge" => {
                let (from, to) = (one(0, 0.0), one(1, 360.0));
                if !(from.is_finite() && to.is_finite()) {
                    return Err(Fault::value_error("angles must be finite"));
                }
                Path::arc(from, to, name == "wedge")
            }
            _ => return Err(Fault::not_provided(format!("Path.{name}"))),
        };
        Ok(Value::from_host(PathObject(path)))
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        let mut options = Options::named(args, "Path.__init__", &["vertices", "codes"], 1)?;
        let vertices = points(ctx, &options.take("vertices").unwrap_or(Value::None))?;
        let codes = options.take("codes").map(|codes| numbers(ctx, &codes)).transpose()?;
        let closed = options.flag(ctx, "closed")?.unwrap_or(false);
        options.ignore(&["_interpolation_steps", "readonly"]);
        options.finish("Path.__init__")?;
        let _charge = ctx.charge(vertices.len().saturating_mul(64))?;
        let path = match codes {
            Some(codes) => coded(&vertices, &codes)?,
            None if closed && vertices.len() > 1 => {
                Path::polygon(vertices[..vertices.len() - 1].iter().copied())
            }
            None => Path::polyline(vertices),
        };
        Ok(Value::from_host(PathObject(path)))
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok("<class 'matplotlib.path.Path'>".into())
    }
}

/// The path of points with codes.
fn coded(vertices: &[[f64; 2]], codes: &[f64]) -> PyResult<Path> {
    if vertices.len() != codes.len() {
        return Err(Fault::value_error(format!(
            "'codes' must be a 1D list or array with the same length of 'vertices'. Your vertices have shape ({}, 2) but \
             your codes have shape ({},)",
            vertices.len(),
            codes.len()
        )));
    }
    let mut steps = Vec::with_capacity(vertices.len());
    let mut at = 0;
    while let (Some(point), Some(code)) = (vertices.get(at).copied(), codes.get(at)) {
        if at == 0 && *code as i64 != 1 {
            return Err(Fault::value_error(
                "The first element of 'code' must be equal to 'MOVETO' (1).  Your first code is ".to_owned()
                    + &code.to_string(),
            ));
        }
        let next = |by: usize| vertices.get(at + by).copied().unwrap_or(point);
        let (step, used) = match *code as i64 {
            0 => break,
            1 => (Step::Move(point), 1),
            2 => (Step::Line(point), 1),
            3 => (Step::Quad(point, next(1)), 2),
            4 => (Step::Cubic(point, next(1), next(2)), 3),
            79 => (Step::Close, 1),
            other => return Err(Fault::value_error(format!("unknown path code {other}"))),
        };
        steps.push(step);
        at += used;
    }
    Ok(Path { steps })
}

/// `matplotlib.path`.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("matplotlib.path", [("Path", Value::from_host(PathClass))])
}
