//! `matplotlib.transforms`: affine maps, boxes, and what makes transforms of others.

use std::cell::Cell;

use super::affine_object::AffineObject;
use super::arguments::{Options, numbers};
use super::geometry::{Affine, Rect};
use super::objects;
use super::transform::Transform;
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{NativeFn, NativeType};
use crate::eval::value::Value;

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module(
        "matplotlib.transforms",
        [
            ("Affine2D", Value::Type(&AFFINE)),
            ("Bbox", Value::Type(&BBOX)),
            ("blended_transform_factory", Value::Native(&BLENDED)),
            ("offset_copy", Value::Native(&OFFSET_COPY)),
            ("ScaledTranslation", Value::Native(&SCALED_TRANSLATION)),
            ("IdentityTransform", Value::Native(&IDENTITY)),
        ],
    )
}

static AFFINE: NativeType = NativeType {
    name: "Affine2D",
    call: Some(|ctx, args| {
        let [matrix] = args.between("Affine2D", 0)?;
        let affine = match matrix {
            None => Affine::IDENTITY,
            Some(value) => match numbers(ctx, &value)?[..] {
                [a, c, e, b, d, f, ..] => Affine { a, b, c, d, e, f },
                _ => return Err(Fault::value_error("a matrix of 3 by 3 is expected")),
            },
        };
        Ok(Value::from_host(AffineObject(Cell::new(affine))))
    }),
    is_instance: |value| value.host::<AffineObject>().is_some(),
    attrs: &[],
};

static BBOX: NativeType = NativeType {
    name: "Bbox",
    call: Some(|ctx, args| {
        let [points] = args.exactly("Bbox")?;
        match numbers(ctx, &points)?[..] {
            [x0, y0, x1, y1] => Ok(objects::bbox(Rect { x0, y0, x1, y1 })),
            _ => Err(Fault::value_error("Bbox points must be of the form \"[[x0, y0], [x1, y1]]\".")),
        }
    }),
    is_instance: |value| value.host::<objects::BboxObject>().is_some(),
    attrs: &[
        NativeFn {
            name: "from_bounds",
            call: |ctx, args| {
                let [x, y, w, h] = args.exactly("from_bounds")?;
                let (x, y, w, h) = (real(ctx, &x)?, real(ctx, &y)?, real(ctx, &w)?, real(ctx, &h)?);
                Ok(objects::bbox(Rect::sized(x, y, w, h)))
            },
        },
        NativeFn {
            name: "from_extents",
            call: |ctx, args| {
                let [a, b, c, d] = args.exactly("from_extents")?;
                let (x0, y0, x1, y1) = (real(ctx, &a)?, real(ctx, &b)?, real(ctx, &c)?, real(ctx, &d)?);
                Ok(objects::bbox(Rect { x0, y0, x1, y1 }))
            },
        },
    ],
};

static BLENDED: NativeFn = NativeFn {
    name: "blended_transform_factory",
    call: |_, args| {
        let [x, y] = args.exactly("blended_transform_factory")?;
        match (objects::transform_of(&x), objects::transform_of(&y)) {
            (Some(x), Some(y)) => Ok(objects::transform(Transform::blended(x, y))),
            _ => Err(Fault::type_error("transforms are expected")),
        }
    },
};
static OFFSET_COPY: NativeFn = NativeFn {
    name: "offset_copy",
    call: |ctx, args| {
        let mut options = Options::named(args, "offset_copy", &["trans", "fig", "x", "y", "units"], 1)?;
        let base = options.take("trans").and_then(|value| objects::transform_of(&value));
        let figure =
            options.take("fig").and_then(|value| value.host::<objects::FigureObject>().map(|f| f.0.clone()));
        let x = options.number(ctx, "x")?.unwrap_or(0.0);
        let y = options.number(ctx, "y")?.unwrap_or(0.0);
        let units = options.text(ctx, "units")?.unwrap_or("inches".into());
        let dpi = figure.map_or(100.0, |figure| figure.dpi.get());
        let factor = match &*units {
            "dots" => 1.0,
            "points" => dpi / 72.0,
            _ => dpi,
        };
        let base = base.ok_or_else(|| Fault::type_error("a transform is expected"))?;
        Ok(objects::transform(base.then(Transform::Affine(Affine::translation(x * factor, y * factor)))))
    },
};
static SCALED_TRANSLATION: NativeFn = NativeFn {
    name: "ScaledTranslation",
    call: |ctx, args| {
        let [x, y, scale] = args.exactly("ScaledTranslation")?;
        let offset = [real(ctx, &x)?, real(ctx, &y)?];
        let scale =
            objects::transform_of(&scale).ok_or_else(|| Fault::type_error("a transform is expected"))?;
        let [x, y] = scale.apply(offset);
        Ok(objects::transform(Transform::Affine(Affine::translation(x, y))))
    },
};
static IDENTITY: NativeFn =
    NativeFn { name: "IdentityTransform", call: |_, _| Ok(objects::transform(objects::identity())) };
