//! `Affine2D` and inverses as objects of scripts.

use std::cell::Cell;

use super::geometry::{Affine, Point};
use super::objects::{settle, transform, transform_of};
use super::shapes::around;
use super::transform::Transform;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{BinaryOp, Host};
use crate::eval::value::Value;

/// `Affine2D`, which its methods change in place.
pub(crate) struct AffineObject(pub Cell<Affine>);

/// The inverse of a transform.
pub(crate) struct Inverse(pub Transform);

/// Points by a map; a single point stays one.
pub(crate) fn transformed(ctx: &mut Ctx, points: &Value, map: impl Fn(Point) -> Point) -> PyResult<Value> {
    let (shape, flat) = super::arguments::shaped(ctx, points)?;
    if flat.len() % 2 != 0 || shape.last() != Some(&2) {
        return Err(Fault::value_error("points of two coordinates are expected"));
    }
    ctx.burn(flat.len() as u64 * 2)?;
    let placed: Vec<f64> = flat.as_chunks::<2>().0.iter().flat_map(|point| map(*point)).collect();
    crate::numpy::array_from(ctx, &shape, &placed)
}

const METHODS: [&str; 13] = [
    "translate",
    "rotate",
    "rotate_deg",
    "rotate_around",
    "rotate_deg_around",
    "scale",
    "skew_deg",
    "transform",
    "inverted",
    "clear",
    "frozen",
    "get_matrix",
    "transform_point",
];

impl Host for AffineObject {
    fn type_name(&self) -> &'static str {
        "Affine2D"
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        if matches!(name, "transform" | "transform_point") {
            let [points] = args.exactly(name)?;
            let affine = self.0.get();
            return transformed(ctx, &points, |point| affine.apply(point));
        }
        let mut numbers = Vec::new();
        for value in args.positional.iter().chain(args.keyword.iter().map(|(_, value)| value)) {
            numbers.push(real(ctx, value)?);
        }
        let next = match (name, &numbers[..]) {
            ("translate", [x, y]) => Affine::translation(*x, *y),
            ("rotate", [angle]) => Affine::rotation(angle.to_degrees()),
            ("rotate_deg", [angle]) => Affine::rotation(*angle),
            ("rotate_around", [x, y, angle]) => around([*x, *y], angle.to_degrees()),
            ("rotate_deg_around", [x, y, angle]) => around([*x, *y], *angle),
            ("scale", [s]) => Affine::scaling(*s, *s),
            ("scale", [x, y]) => Affine::scaling(*x, *y),
            ("skew_deg", [x, y]) => {
                Affine { c: libm::tan(x.to_radians()), b: libm::tan(y.to_radians()), ..Affine::IDENTITY }
            }
            ("clear", []) => {
                self.0.set(Affine::IDENTITY);
                return Ok(this.clone());
            }
            ("frozen", []) => return Ok(Value::from_host(Self(Cell::new(self.0.get())))),
            ("inverted", []) => {
                let inverse = self.0.get().inverse().ok_or_else(|| Fault::value_error("singular matrix"))?;
                return Ok(Value::from_host(Self(Cell::new(inverse))));
            }
            ("get_matrix", []) => {
                let m = self.0.get();
                let flat = [m.a, m.c, m.e, m.b, m.d, m.f, 0.0, 0.0, 1.0];
                return crate::numpy::array_from(ctx, &[3, 3], &flat);
            }
            _ => return Err(Fault::type_error(format!("Affine2D.{name}() got wrong arguments"))),
        };
        self.0.set(self.0.get().then(&next));
        Ok(this.clone())
    }

    fn binary(
        &self,
        _: &mut Ctx,
        _: &Value,
        op: BinaryOp,
        other: &Value,
        reflected: bool,
    ) -> PyResult<Option<Value>> {
        let Some(other) = transform_of(other).filter(|_| op == BinaryOp::Add) else { return Ok(None) };
        let own = Transform::Affine(self.0.get());
        Ok(Some(transform(if reflected { other.then(own) } else { own.then(other) })))
    }
}

impl Host for Inverse {
    fn type_name(&self) -> &'static str {
        "Transform"
    }

    fn has_method(&self, name: &str) -> bool {
        matches!(name, "transform" | "transform_point" | "inverted")
    }

    fn call_method(&self, ctx: &mut Ctx, _: &Value, name: &str, args: Args) -> PyResult<Value> {
        if name == "inverted" {
            return Ok(transform(self.0.clone()));
        }
        let [points] = args.exactly(name)?;
        settle(ctx, &self.0)?;
        transformed(ctx, &points, |point| self.0.invert(point).unwrap_or([f64::NAN; 2]))
    }
}
