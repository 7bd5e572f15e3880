//! `PIL.ImageChops`.

use super::arguments::{finite, given, integer};
use super::image::{PyImage, checked_size, create, derive, expect};
use super::paste;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::{Canvas, Chop, Transform};
use crate::{DrawKind, Mode};

fn combine(ctx: &mut Ctx, a: &PyImage, b: &PyImage, chop: Chop, scale: f32, offset: i32) -> PyResult<Value> {
    let logical = matches!(chop, Chop::LogicalAnd | Chop::LogicalOr | Chop::LogicalXor);
    let (one, other) = (a.mode(), b.mode());
    if one.is_number() || other.is_number() || (logical && (one, other) != (Mode::Bilevel, Mode::Bilevel)) {
        return Err(Fault::value_error("image has wrong mode"));
    }
    if one.bands().len() != other.bands().len() {
        return Err(Fault::value_error("images do not match"));
    }
    let ([w, h], [u, v]) = (a.size(), b.size());
    let size = [w.min(u), h.min(v)];
    ctx.burn(a.area() / 4)?;
    derive(ctx, a, &Transform::Chop(chop, b.id, scale, offset), size, None, &[b])
}

fn plain(ctx: &mut Ctx, args: Args, chop: Chop) -> PyResult<Value> {
    let [a, b] = args.bind(chop.name(), ["image1", "image2"], 2)?;
    let [a, b] = [a, b].map(|value| value.unwrap_or(Value::None));
    combine(ctx, expect(&a, "image1")?, expect(&b, "image2")?, chop, 1.0, 0)
}

fn scaled(ctx: &mut Ctx, args: Args, chop: Chop) -> PyResult<Value> {
    let [a, b, scale, offset] = args.bind(chop.name(), ["image1", "image2", "scale", "offset"], 2)?;
    let [a, b] = [a, b].map(|value| value.unwrap_or(Value::None));
    let scale = given(scale).as_ref().map_or(Ok(1.0), finite)?;
    let offset = given(offset).as_ref().map_or(Ok(0), integer)?;
    let offset = offset.clamp(-(1 << 20), 1 << 20) as i32;
    combine(ctx, expect(&a, "image1")?, expect(&b, "image2")?, chop, scale, offset)
}

macro_rules! chops {
    ($($name:ident $text:literal $how:ident $chop:ident;)*) => {
        $(static $name: NativeFn =
            NativeFn { name: $text, call: |ctx, args| $how(ctx, args, Chop::$chop) };)*
        const CHOPS: &[&NativeFn] = &[$(&$name),*];
    };
}

chops! {
    LIGHTER "lighter" plain Lighter;
    DARKER "darker" plain Darker;
    DIFFERENCE "difference" plain Difference;
    MULTIPLY "multiply" plain Multiply;
    SCREEN "screen" plain Screen;
    ADD "add" scaled Add;
    SUBTRACT "subtract" scaled Subtract;
    ADD_MODULO "add_modulo" plain AddModulo;
    SUBTRACT_MODULO "subtract_modulo" plain SubtractModulo;
    SOFT_LIGHT "soft_light" plain SoftLight;
    HARD_LIGHT "hard_light" plain HardLight;
    OVERLAY "overlay" plain Overlay;
    LOGICAL_AND "logical_and" plain LogicalAnd;
    LOGICAL_OR "logical_or" plain LogicalOr;
    LOGICAL_XOR "logical_xor" plain LogicalXor;
}

/// `ImageChops.offset(image, xoffset, yoffset=None)`.
static OFFSET: NativeFn = NativeFn {
    name: "offset",
    call: |ctx, args| {
        let [image, x, y] = args.bind("offset", ["image", "xoffset", "yoffset"], 2)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let near = |value: i64| value.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32;
        let x = integer(&x.unwrap_or(Value::None))?;
        let y = given(y).as_ref().map_or(Ok(x), integer)?;
        derive(ctx, image, &Transform::Roll([near(x), near(y)]), image.size(), None, &[])
    },
};

/// `ImageChops.invert(image)`.
static INVERT: NativeFn = NativeFn {
    name: "invert",
    call: |ctx, args| {
        let [image] = args.bind("invert", ["image"], 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        derive(ctx, image, &Transform::Invert, image.size(), None, &[])
    },
};

/// `ImageChops.duplicate(image)`.
static DUPLICATE: NativeFn = NativeFn {
    name: "duplicate",
    call: |ctx, args| {
        let [image] = args.bind("duplicate", ["image"], 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        derive(ctx, image, &Transform::Copy, image.size(), None, &[])
    },
};

/// `ImageChops.constant(image, value)`.
static CONSTANT: NativeFn = NativeFn {
    name: "constant",
    call: |ctx, args| {
        let [image, value] = args.bind("constant", ["image", "value"], 2)?;
        let image = image.unwrap_or(Value::None);
        let size = checked_size(expect(&image, "image")?.size().map(i64::from))?;
        let value = integer(&value.unwrap_or(Value::None))?.clamp(0, 255) as u8;
        grey(ctx, size, value)
    },
};

/// A grey image of one value.
pub(super) fn grey(ctx: &mut Ctx, size: [u32; 2], value: u8) -> PyResult<Value> {
    let id = ctx.draw.new_canvas();
    let color = [value, value, value, 255];
    let kind = DrawKind::New { size, color, mode: Mode::Luma };
    let image = create(ctx, id, kind, size, || Canvas::new(size, Mode::Luma, color))?;
    Ok(Value::from_host(image))
}

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let own = [&OFFSET, &INVERT, &DUPLICATE, &CONSTANT, &paste::BLEND, &paste::COMPOSITE];
    let functions = CHOPS.iter().copied().chain(own);
    ctx.new_module(
        "PIL.ImageChops",
        functions.map(|function| (function.name, Value::Native(function))).collect::<Vec<_>>(),
    )
}
