//! `PIL.ImageOps` for sizes: fitting, padding, scaling.

use super::arguments::{given, integer, real, sequence, size};
use super::calls::{method, pair};
use super::image::{PyImage, expect};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

fn positive(ctx: &mut Ctx, value: Option<Value>) -> PyResult<[i64; 2]> {
    let wanted = size(ctx, &value.unwrap_or(Value::None))?;
    if wanted[0] <= 0 || wanted[1] <= 0 {
        return Err(Fault::value_error("height and width must be > 0"));
    }
    Ok(wanted)
}

fn ratio(image: &PyImage) -> PyResult<f64> {
    let [width, height] = image.size().map(f64::from);
    if width == 0.0 || height == 0.0 {
        return Err(Fault::value_error("cannot resize an empty image"));
    }
    Ok(width / height)
}

fn centering(ctx: &mut Ctx, value: Option<Value>) -> PyResult<[f64; 2]> {
    let Some(value) = given(value) else { return Ok([0.5, 0.5]) };
    let items = sequence(ctx, &value)?;
    let [x, y] = items.as_slice() else {
        return Err(Fault::value_error("centering must be a pair of numbers"));
    };
    Ok([real(x)?, real(y)?])
}

/// Resizes, with a filter of Pillow's number if one is given.
fn resized(ctx: &mut Ctx, image: &PyImage, to: [i64; 2], filter: Option<Value>) -> PyResult<Value> {
    let target = pair(ctx, to)?;
    method(ctx, image, "resize", vec![target, given(filter).unwrap_or(Value::Int(3))])
}

/// The largest size within (or, for `cover`, the smallest around) `wanted` of the image's proportions.
fn proportioned(image: &PyImage, wanted: [i64; 2], cover: bool) -> PyResult<[i64; 2]> {
    let (own, target) = (ratio(image)?, wanted[0] as f64 / wanted[1] as f64);
    let [width, height] = image.size().map(f64::from);
    if own == target {
        return Ok(wanted);
    }
    Ok(if (own > target) != cover {
        [wanted[0], (height / width * wanted[0] as f64).round_ties_even() as i64]
    } else {
        [(width / height * wanted[1] as f64).round_ties_even() as i64, wanted[1]]
    })
}

/// `ImageOps.contain(image, size, method=BICUBIC)`.
pub(super) static CONTAIN: NativeFn =
    NativeFn { name: "contain", call: |ctx, args| within(ctx, args, "contain", false) };

/// `ImageOps.cover(image, size, method=BICUBIC)`.
pub(super) static COVER: NativeFn =
    NativeFn { name: "cover", call: |ctx, args| within(ctx, args, "cover", true) };

fn within(ctx: &mut Ctx, args: Args, name: &str, cover: bool) -> PyResult<Value> {
    let [image, wanted, filter] = args.bind(name, ["image", "size", "method"], 2)?;
    let image = image.unwrap_or(Value::None);
    let image = expect(&image, "image")?;
    let wanted = positive(ctx, wanted)?;
    let target = proportioned(image, wanted, cover)?;
    resized(ctx, image, target, filter)
}

/// `ImageOps.pad(image, size, method=BICUBIC, color=None, centering=(0.5, 0.5))`.
pub(super) static PAD: NativeFn = NativeFn {
    name: "pad",
    call: |ctx, args| {
        let params = ["image", "size", "method", "color", "centering"];
        let [image, wanted, filter, color, center] = args.bind("pad", params, 2)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let wanted = positive(ctx, wanted)?;
        let [across, down] = centering(ctx, center)?.map(|share| share.clamp(0.0, 1.0));
        let target = proportioned(image, wanted, false)?;
        let inner = resized(ctx, image, target, filter)?;
        if target == wanted {
            return Ok(inner);
        }
        let mode = ctx.str(image.mode().name())?;
        let whole = pair(ctx, wanted)?;
        let sheet =
            super::image_module::new(ctx, Args::new(vec![mode, whole, given(color).unwrap_or(Value::None)]))?;
        let at = if target[0] != wanted[0] {
            [((wanted[0] - target[0]) as f64 * across).round_ties_even() as i64, 0]
        } else {
            [0, ((wanted[1] - target[1]) as f64 * down).round_ties_even() as i64]
        };
        let at = pair(ctx, at)?;
        method(ctx, expect(&sheet, "image")?, "paste", vec![inner, at])?;
        Ok(sheet)
    },
};

/// `ImageOps.fit(image, size, method=BICUBIC, bleed=0.0, centering=(0.5, 0.5))`.
pub(super) static FIT: NativeFn = NativeFn {
    name: "fit",
    call: |ctx, args| {
        let params = ["image", "size", "method", "bleed", "centering"];
        let [image, wanted, filter, bleed, center] = args.bind("fit", params, 2)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let wanted = positive(ctx, wanted)?;
        ratio(image)?;
        let share = |value: f64| if (0.0..=1.0).contains(&value) { value } else { 0.5 };
        let [across, down] = centering(ctx, center)?.map(share);
        let bleed = given(bleed).as_ref().map_or(Ok(0.0), real)?;
        let bleed = if (0.0..0.5).contains(&bleed) { bleed } else { 0.0 };
        let [width, height] = image.size().map(f64::from);
        let (edge_x, edge_y) = (bleed * width, bleed * height);
        let (live_x, live_y) = (width - edge_x * 2.0, height - edge_y * 2.0);
        let (live, target) = (live_x / live_y, wanted[0] as f64 / wanted[1] as f64);
        let (crop_x, crop_y) = if live == target {
            (live_x, live_y)
        } else if live >= target {
            (target * live_y, live_y)
        } else {
            (live_x, live_x / target)
        };
        let left = edge_x + (live_x - crop_x) * across;
        let top = edge_y + (live_y - crop_y) * down;
        let part = [left, top, left + crop_x, top + crop_y].map(Value::Float).to_vec();
        let part = ctx.tuple(part)?;
        let target = pair(ctx, wanted)?;
        method(ctx, image, "resize", vec![target, given(filter).unwrap_or(Value::Int(3)), part])
    },
};

/// `ImageOps.scale(image, factor, resample=BICUBIC)`.
pub(super) static SCALE: NativeFn = NativeFn {
    name: "scale",
    call: |ctx, args| {
        let [image, factor, filter] = args.bind("scale", ["image", "factor", "resample"], 2)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let factor = real(&factor.unwrap_or(Value::None))?;
        if factor.is_nan() || factor <= 0.0 {
            return Err(Fault::value_error("the factor must be greater than 0"));
        }
        let target = image.size().map(|side| (factor * f64::from(side)).round_ties_even() as i64);
        resized(ctx, image, target, filter)
    },
};

/// `ImageOps.crop(image, border=0)`.
pub(super) static CROP: NativeFn = NativeFn {
    name: "crop",
    call: |ctx, args| {
        let [image, border] = args.bind("crop", ["image", "border"], 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let [left, top, right, bottom] = match given(border) {
            None => [0; 4],
            Some(border) if super::arguments::number(&border).is_some() => [integer(&border)?; 4],
            Some(border) => {
                let sides = sequence(ctx, &border)?;
                let sides = sides.iter().map(integer).collect::<PyResult<Vec<i64>>>()?;
                match sides.as_slice() {
                    [x, y] => [*x, *y, *x, *y],
                    [left, top, right, bottom] => [*left, *top, *right, *bottom],
                    _ => {
                        return Err(Fault::value_error(
                            "border must be an int, or a tuple of two or four ints",
                        ));
                    }
                }
            }
        };
        let [width, height] = image.size().map(i64::from);
        let sides = [left, top, width.saturating_sub(right), height.saturating_sub(bottom)];
        let part = ctx.tuple(sides.map(Value::Int).to_vec())?;
        method(ctx, image, "crop", vec![part])
    },
};
