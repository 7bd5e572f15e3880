//! `PIL.ImageOps`.

use super::arguments::{given, integer};
use super::color::color;
use super::image::{checked_size, create, derive, expect};
use super::state::record;
use super::{ops_size, ops_tone};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::{Canvas, Transform, Transpose};
use crate::{DrawKind, Mode};

fn simple(ctx: &mut Ctx, args: Args, name: &str, transform: Transform) -> PyResult<Value> {
    let [image] = args.bind(name, ["image"], 1)?;
    let image = image.unwrap_or(Value::None);
    let image = expect(&image, "image")?;
    derive(ctx, image, &transform, image.size(), None, &[])
}

static FLIP: NativeFn = NativeFn {
    name: "flip",
    call: |ctx, args| simple(ctx, args, "flip", Transform::Transpose(Transpose::FlipTopBottom)),
};
static MIRROR: NativeFn = NativeFn {
    name: "mirror",
    call: |ctx, args| simple(ctx, args, "mirror", Transform::Transpose(Transpose::FlipLeftRight)),
};
static INVERT: NativeFn =
    NativeFn { name: "invert", call: |ctx, args| simple(ctx, args, "invert", Transform::Invert) };
static GRAYSCALE: NativeFn = NativeFn {
    name: "grayscale",
    call: |ctx, args| simple(ctx, args, "grayscale", Transform::Convert(Mode::Luma)),
};
static EXIF_TRANSPOSE: NativeFn = NativeFn {
    name: "exif_transpose",
    call: |ctx, args| {
        // Virtual files carry no EXIF data.
        let mut args = args;
        args.keyword.retain(|(name, _)| &***name != "in_place");
        simple(ctx, args, "exif_transpose", Transform::Copy)
    },
};

/// `ImageOps.expand(image, border=0, fill=0)`.
static EXPAND: NativeFn = NativeFn {
    name: "expand",
    call: |ctx, args| {
        let [image, border, fill] = args.bind("expand", ["image", "border", "fill"], 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let [left, top, right, bottom] = borders(ctx, given(border))?;
        let mode = image.mode();
        let color = match given(fill) {
            Some(fill) => color(ctx, &fill, mode)?,
            None => mode.fit([0; 4]),
        };
        let [width, height] = image.size().map(i64::from);
        let sum = |a: i64, b: i64, c: i64| a.saturating_add(b).saturating_add(c);
        let size = checked_size([sum(left, width, right), sum(top, height, bottom)])?;
        let id = ctx.draw.new_canvas();
        let kind = DrawKind::New { size, color, mode };
        let made = create(ctx, id, kind, size, || Canvas::new(size, mode, color))?;
        let at = [left as i32, top as i32];
        record(ctx, id, DrawKind::Paste { from: image.id, at, mask: None })?;
        made.canvas.borrow_mut().paste(&image.canvas(), at, None);
        Ok(Value::from_host(made))
    },
};

/// One number for all sides, two for left-right and top-bottom, or four.
fn borders(ctx: &mut Ctx, value: Option<Value>) -> PyResult<[i64; 4]> {
    let Some(value) = value else { return Ok([0; 4]) };
    let bounded = |value: &Value| integer(value).map(|side| side.clamp(-(1 << 24), 1 << 24));
    if super::arguments::number(&value).is_some() {
        return Ok([bounded(&value)?; 4]);
    }
    let items = super::arguments::sequence(ctx, &value)?;
    let sides = items.iter().map(bounded).collect::<PyResult<Vec<i64>>>()?;
    match sides.as_slice() {
        [x, y] => Ok([*x, *y, *x, *y]),
        [left, top, right, bottom] => Ok([*left, *top, *right, *bottom]),
        _ => Err(Fault::value_error("border must be an int, or a tuple of two or four ints")),
    }
}

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let own = [&FLIP, &MIRROR, &INVERT, &GRAYSCALE, &EXIF_TRANSPOSE, &EXPAND];
    let tones = [
        &ops_tone::AUTOCONTRAST,
        &ops_tone::EQUALIZE,
        &ops_tone::POSTERIZE,
        &ops_tone::SOLARIZE,
        &ops_tone::COLORIZE,
    ];
    let sizes = [
        &ops_size::CONTAIN,
        &ops_size::COVER,
        &ops_size::PAD,
        &ops_size::FIT,
        &ops_size::SCALE,
        &ops_size::CROP,
    ];
    let functions: Vec<&'static NativeFn> = own.into_iter().chain(tones).chain(sizes).collect();
    let named = functions.into_iter().map(|function| (function.name, Value::Native(function)));
    ctx.new_module("PIL.ImageOps", named.collect::<Vec<_>>())
}
