//! Maps of the plane, whole blocks, and palettes: `transform`, `reduce`, `quantize`.

use super::arguments::{finite, four, given, integer, real, sequence, size};
use super::color::color;
use super::image::{PyImage, checked_size, derive};
use super::image_methods::resampling;
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::{Resample, Transform};

/// Kinds of maps with Pillow's numbers.
pub(super) fn methods() -> Vec<(&'static str, Value)> {
    let names = ["AFFINE", "EXTENT", "PERSPECTIVE", "QUAD", "MESH"];
    names.into_iter().zip(0..).map(|(name, number)| (name, Value::Int(number))).collect()
}

/// `image.transform(size, method, data=None, resample=NEAREST, fill=1, fillcolor=None)`.
pub(super) fn transform(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let params = ["size", "method", "data", "resample", "fill", "fillcolor"];
    let [target, method, data, resample, _, fill] = args.bind("Image.transform", params, 2)?;
    let target = checked_size(size(ctx, &target.unwrap_or(Value::None))?)?;
    let filter = resampling(given(resample).as_ref(), Resample::Nearest)?;
    if !matches!(filter, Resample::Nearest | Resample::Bilinear | Resample::Bicubic) {
        let name = filter.name();
        return Err(Fault::value_error(format!(
            "resampling filter {name} cannot be used; use NEAREST, BILINEAR or BICUBIC"
        )));
    }
    let fill = match given(fill) {
        Some(fill) => color(ctx, &fill, image.mode())?,
        None => image.mode().fit([0; 4]),
    };
    let Some(data) = given(data) else { return Err(Fault::value_error("missing method data")) };
    let items = sequence(ctx, &data)?;
    let numbers = |wanted: usize| -> PyResult<Vec<f64>> {
        if items.len() < wanted {
            return Err(Fault::value_error("wrong number of matrix entries"));
        }
        items.iter().take(wanted).map(|item| finite(item).and(real(item))).collect()
    };
    let [width, height] = target.map(f64::from);
    let method = integer(&method.unwrap_or(Value::None))?;
    let how = match method {
        0 => {
            let mut map = [0.0; 8];
            map[..6].copy_from_slice(&numbers(6)?);
            Transform::Warp { map, resample: filter, fill }
        }
        1 => {
            let [x0, y0, x1, y1] = four(ctx, &data)?;
            let map = [(x1 - x0) / width, 0.0, x0, 0.0, (y1 - y0) / height, y0, 0.0, 0.0];
            Transform::Warp { map, resample: filter, fill }
        }
        2 => {
            let mut map = [0.0; 8];
            map.copy_from_slice(&numbers(8)?);
            Transform::Warp { map, resample: filter, fill }
        }
        3 => {
            // Corners: top left, bottom left, bottom right, top right.
            let c = numbers(8)?;
            let along = |axis: usize| {
                let (nw, sw, se, ne) = (c[axis], c[2 + axis], c[4 + axis], c[6 + axis]);
                let both = (1.0 / width) * (1.0 / height);
                [nw, (ne - nw) / width, (sw - nw) / height, (se - sw - ne + nw) * both]
            };
            let ([a, b, c, d], [e, f, g, h]) = (along(0), along(1));
            Transform::Quad { map: [a, b, c, d, e, f, g, h], resample: filter, fill }
        }
        4 => return Err(Fault::not_provided("Image.transform(method=MESH)")),
        _ => return Err(Fault::value_error("unknown transformation method")),
    };
    ctx.burn(u64::from(target[0]) * u64::from(target[1]) * 2)?;
    derive(ctx, image, &how, target, None, &[])
}

/// `image.reduce(factor, box=None)`.
pub(super) fn reduce(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [factor, region] = args.bind("Image.reduce", ["factor", "box"], 1)?;
    let factor = factor.unwrap_or(Value::None);
    let sides = match super::arguments::number(&factor) {
        Some(_) => [integer(&factor)?; 2],
        None => size(ctx, &factor)?,
    };
    let [Ok(x), Ok(y)] = sides.map(|side| u32::try_from(side.min(1 << 24))) else {
        return Err(Fault::value_error("scale must be > 0"));
    };
    if x == 0 || y == 0 {
        return Err(Fault::value_error("scale must be > 0"));
    }
    if let Some(region) = given(region) {
        let part = super::calls::method(ctx, image, "crop", vec![region])?;
        return shrink(ctx, super::image::expect(&part, "image")?, [x, y]);
    }
    shrink(ctx, image, [x, y])
}

fn shrink(ctx: &mut Ctx, image: &PyImage, [x, y]: [u32; 2]) -> PyResult<Value> {
    let [width, height] = image.size();
    let target = [width.div_ceil(x), height.div_ceil(y)];
    derive(ctx, image, &Transform::Reduce([x, y]), target, None, &[])
}

fn few_colors(ctx: &mut Ctx, image: &PyImage, colors: Option<Value>) -> PyResult<Value> {
    let colors = given(colors).as_ref().map_or(Ok(256), integer)?;
    if !(1..=256).contains(&colors) {
        return Err(Fault::value_error("bad number of colors"));
    }
    // Sorting the colours, and each against the palette.
    ctx.burn(image.area().saturating_mul(8 + colors as u64 / 8))?;
    let _between = ctx.charge(image.area() as usize * 48)?;
    derive(ctx, image, &Transform::Quantize(colors as u32), image.size(), None, &[])
}

/// `image.quantize(colors=256, method=None, kmeans=0, palette=None, dither=FLOYDSTEINBERG)`.
pub(super) fn quantize(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let params = ["colors", "method", "kmeans", "palette", "dither"];
    let [colors, method, kmeans, palette, _] = args.bind("Image.quantize", params, 0)?;
    if given(palette).is_some() {
        return Err(Fault::not_provided("Image.quantize(palette=...)"));
    }
    let number = |value: Option<Value>| given(value).as_ref().map_or(Ok(0), integer);
    if number(method)? != 0 || number(kmeans)? != 0 {
        return Err(Fault::not_provided("Image.quantize with a method other than MEDIANCUT, or with kmeans"));
    }
    if !matches!(image.mode(), Mode::Rgb | Mode::Luma) {
        let mode = image.mode().name();
        return Err(Fault::not_provided(format!("Image.quantize of mode {mode} (convert it to RGB)")));
    }
    few_colors(ctx, image, colors)
}

/// `image.convert("P", ...)`: greys keep their values; colours need an adaptive palette.
pub(super) fn paletted(
    ctx: &mut Ctx,
    image: &PyImage,
    palette: Option<Value>,
    colors: Option<Value>,
) -> PyResult<Value> {
    match image.mode() {
        Mode::Luma | Mode::Bilevel => {
            derive(ctx, image, &Transform::Convert(Mode::Palette), image.size(), None, &[])
        }
        Mode::Rgb if given(palette).as_ref().map_or(Ok(0), integer)? == 1 => few_colors(ctx, image, colors),
        Mode::Rgb => Err(Fault::not_provided("Image.convert('P') (give palette=Image.ADAPTIVE)")),
        mode => Err(Fault::not_provided(format!("Image.convert('P') of mode {}", mode.name()))),
    }
}

/// `image.getpalette()`: red, green and blue of each index that is in use, black for others before it.
pub(super) fn palette(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    if image.mode() != Mode::Palette {
        return Ok(Value::None);
    }
    ctx.burn(image.area() / 4 + 768)?;
    let mut values = [[0_u8; 3]; 256];
    let mut used = 0;
    for pixel in image.canvas().pixels.pixels() {
        let [r, g, b, index] = pixel.0;
        values[usize::from(index)] = [r, g, b];
        used = used.max(usize::from(index) + 1);
    }
    ctx.list(values[..used].iter().flatten().map(|value| Value::Int(i64::from(*value))).collect())
}
