//! Reading and writing single pixels and all pixels.

use std::collections::HashMap;

use super::arguments::{integer, pixel, sequence};
use super::color::{as_value, color};
use super::image::{PyImage, change, derive, draw};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::raster::Transform;
use crate::{DrawKind, Mode, Rgba};

/// Methods of images that look at pixels.
pub(super) fn call(ctx: &mut Ctx, image: &PyImage, name: &str, args: Args) -> PyResult<Value> {
    match name {
        "getpixel" => {
            let [place] = args.bind("Image.getpixel", ["xy"], 1)?;
            get(ctx, image, &place.unwrap_or(Value::None))
        }
        "putpixel" => {
            let [place, value] = args.bind("Image.putpixel", ["xy", "value"], 2)?;
            let value = value.unwrap_or(Value::None);
            if matches!(value, Value::Str(_)) {
                return Err(Fault::type_error("color must be int or tuple"));
            }
            put(ctx, image, &place.unwrap_or(Value::None), &value)?;
            Ok(Value::None)
        }
        "getbands" => {
            let names: PyResult<Vec<Value>> =
                image.mode().bands().iter().map(|band| ctx.str(*band)).collect();
            ctx.tuple(names?)
        }
        "getbbox" => bounding_box(ctx, image),
        "getdata" => data(ctx, image),
        "get_flattened_data" => {
            let values = data(ctx, image)?;
            let values = ctx.collect(&values)?;
            ctx.tuple(values)
        }
        "entropy" => entropy(ctx, image),
        "putdata" => put_data(ctx, image, args),
        "getcolors" => colors(ctx, image, args),
        "getextrema" => extrema(ctx, image),
        "histogram" => histogram(ctx, image),
        "point" => point(ctx, image, args),
        "tobytes" => super::raw::to_bytes(ctx, image, args),
        _ => Err(Fault::no_attribute("Image", name)),
    }
}

/// What `image.load()` gives: `pixels[x, y]`.
pub(super) struct PixelAccess {
    image: Value,
}

impl PixelAccess {
    pub(super) fn new(image: Value) -> Self {
        Self { image }
    }

    fn image(&self) -> PyResult<&PyImage> {
        super::image::expect(&self.image, "the image")
    }
}

impl Host for PixelAccess {
    fn type_name(&self) -> &'static str {
        "PixelAccess"
    }

    fn get_item(&self, ctx: &mut Ctx, key: &Value) -> PyResult<Value> {
        get(ctx, self.image()?, key)
    }

    fn set_item(&self, ctx: &mut Ctx, key: &Value, value: Value) -> PyResult<()> {
        put(ctx, self.image()?, key, &value)
    }
}

/// A place inside the image; negative places count from the far border.
fn inside(ctx: &mut Ctx, image: &PyImage, place: &Value) -> PyResult<[i32; 2]> {
    let place = pixel(ctx, place)?;
    let size = image.size().map(i64::from);
    let mut found = [0; 2];
    for axis in 0..2 {
        let at = if place[axis] < 0 { place[axis].saturating_add(size[axis]) } else { place[axis] };
        if at < 0 || at >= size[axis] {
            return Err(Fault::new(ExcKind::IndexError, "image index out of range"));
        }
        found[axis] = at as i32;
    }
    Ok(found)
}

fn get(ctx: &mut Ctx, image: &PyImage, place: &Value) -> PyResult<Value> {
    let [x, y] = inside(ctx, image, place)?;
    let color = image.canvas().get(x, y).unwrap_or_default();
    as_value(ctx, color, image.mode())
}

fn put(ctx: &mut Ctx, image: &PyImage, place: &Value, value: &Value) -> PyResult<()> {
    let place = inside(ctx, image, place)?;
    let color = color(ctx, value, image.mode())?;
    draw(ctx, image, DrawKind::Pixels { points: vec![place], color })
}

fn bounding_box(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    ctx.burn(image.area() / 16 + 1)?;
    let canvas = image.canvas();
    // With alpha, only alpha counts.
    let mode = canvas.mode;
    let marked = |color: Rgba| match mode {
        _ if canvas.has_alpha() => color[3] != 0,
        Mode::Palette => color[3] != 0,
        Mode::Cmyk | Mode::Integer | Mode::Float => color != [0; 4],
        _ => color[..3] != [0, 0, 0],
    };
    let mut found: Option<[u32; 4]> = None;
    for (x, y, pixel) in canvas.pixels.enumerate_pixels() {
        if marked(pixel.0) {
            found = Some(match found {
                None => [x, y, x + 1, y + 1],
                Some([x0, y0, x1, y1]) => [x0.min(x), y0.min(y), x1.max(x + 1), y1.max(y + 1)],
            });
        }
    }
    match found {
        None => Ok(Value::None),
        Some(bbox) => ctx.tuple(bbox.map(|side| Value::Int(i64::from(side))).to_vec()),
    }
}

fn data(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    ctx.burn(image.area())?;
    let reserved = ctx.charge(image.area() as usize * size_of::<Value>())?;
    let mode = image.mode();
    let canvas = image.canvas();
    let values: PyResult<Vec<Value>> =
        canvas.pixels.pixels().map(|pixel| as_value(ctx, pixel.0, mode)).collect();
    drop(reserved);
    ctx.list(values?)
}

fn put_data(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [data, _, _] = args.bind("Image.putdata", ["data", "scale", "offset"], 1)?;
    let items = sequence(ctx, &data.unwrap_or(Value::None))?;
    let width = image.size()[0] as usize;
    if items.len() as u64 > image.area() {
        return Err(Fault::type_error("too many data entries"));
    }
    let mode = image.mode();
    for (index, item) in items.iter().enumerate() {
        let color = color(ctx, item, mode)?;
        let place = [(index % width) as i32, (index / width) as i32];
        draw(ctx, image, DrawKind::Pixels { points: vec![place], color })?;
    }
    Ok(Value::None)
}

fn colors(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [limit] = args.bind("Image.getcolors", ["maxcolors"], 0)?;
    let limit = limit.as_ref().map_or(Ok(256), integer)?;
    ctx.burn(image.area() / 4 + 1)?;
    let mut order: Vec<(Rgba, i64)> = Vec::new();
    let mut places: HashMap<Rgba, usize> = HashMap::new();
    for pixel in image.canvas().pixels.pixels() {
        let place = *places.entry(pixel.0).or_insert_with(|| {
            order.push((pixel.0, 0));
            order.len() - 1
        });
        order[place].1 += 1;
        if order.len() as i64 > limit {
            return Ok(Value::None);
        }
    }
    let mode = image.mode();
    let mut entries = Vec::with_capacity(order.len());
    for (color, count) in order {
        let color = as_value(ctx, color, mode)?;
        entries.push(ctx.tuple(vec![Value::Int(count), color])?);
    }
    ctx.list(entries)
}

fn extrema(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    ctx.burn(image.area() / 4 + 1)?;
    let mut ranges = Vec::new();
    if image.mode().is_number() {
        let (canvas, mode) = (image.canvas(), image.mode());
        let values = || canvas.pixels.pixels().map(|pixel| mode.number(pixel.0));
        let ends = [values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max)];
        let whole = mode == Mode::Integer;
        return ctx
            .tuple(ends.map(|end| if whole { Value::Int(end as i64) } else { Value::Float(end) }).to_vec());
    }
    for &channel in image.mode().channels() {
        let canvas = image.canvas();
        let values = || canvas.pixels.pixels().map(|pixel| i64::from(pixel.0[channel]));
        let (low, high) = (values().min().unwrap_or(0), values().max().unwrap_or(0));
        ranges.push(ctx.tuple(vec![Value::Int(low), Value::Int(high)])?);
    }
    match ranges.as_slice() {
        [single] => Ok(single.clone()),
        _ => ctx.tuple(ranges),
    }
}

fn histogram(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    ctx.burn(image.area() / 4 + 1)?;
    let mut counts = Vec::new();
    if image.mode().is_number() {
        return Err(Fault::not_provided("Image.histogram of an image of numbers"));
    }
    for &channel in image.mode().channels() {
        let mut bins = [0_i64; 256];
        for pixel in image.canvas().pixels.pixels() {
            bins[usize::from(pixel.0[channel])] += 1;
        }
        counts.extend(bins.map(Value::Int));
    }
    ctx.list(counts)
}

/// Bits that a value of the histogram tells on average.
fn entropy(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let counts = histogram(ctx, image)?;
    let counts: Vec<f64> =
        ctx.collect(&counts)?.iter().map(|count| count.as_i64().unwrap_or(0) as f64).collect();
    let sum: f64 = counts.iter().sum();
    let bits = |count: f64| count / sum * libm::log(count / sum) / std::f64::consts::LN_2;
    Ok(Value::Float(-counts.into_iter().filter(|count| *count > 0.0).map(bits).sum::<f64>()))
}

/// `image.point(function or table)`; the function is called once for each of the 256 values.
fn point(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [lut, mode] = args.bind("Image.point", ["lut", "mode"], 1)?;
    let lut = lut.unwrap_or(Value::None);
    let items = match &lut {
        Value::List(_) | Value::Tuple(_) => sequence(ctx, &lut)?,
        callable => {
            let mut values = Vec::with_capacity(256);
            for value in 0..256 {
                values.push(ctx.call_with(callable, vec![Value::Int(value)])?);
            }
            values
        }
    };
    let bands = image.mode().bands().len();
    let same = bands > 1
        && items.len() == bands * 256
        && items.chunks(256).all(|part| {
            part.iter().zip(&items).all(|(a, b)| super::arguments::number(a) == super::arguments::number(b))
        });
    if items.len() != 256 && !same {
        return Err(Fault::value_error("a table of 256 values, the same for every band, is expected"));
    }
    let mut table = Box::new([0; 256]);
    for (slot, item) in table.iter_mut().zip(&items) {
        let value = super::arguments::real(item)?;
        *slot = value.clamp(0.0, 255.0) as u8;
    }
    let result = derive(ctx, image, &Transform::Lookup(table), image.size(), None, &[])?;
    if mode.as_ref().and_then(Value::as_str) == Some("1") {
        whitened(ctx, super::image::expect(&result, "the result")?, 1)?;
    }
    Ok(result)
}

/// The image in black and white without dithering: white is what is at least half as bright.
pub(super) fn halved(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let grey = if image.mode() == Mode::Luma { Transform::Copy } else { Transform::Convert(Mode::Luma) };
    let result = derive(ctx, image, &grey, image.size(), None, &[])?;
    whitened(ctx, super::image::expect(&result, "the result")?, 128)?;
    Ok(result)
}

/// Makes a grey image one of black and white: white is what is at least `from`.
fn whitened(ctx: &mut Ctx, image: &PyImage, from: usize) -> PyResult<()> {
    let mut white = Box::new([0; 256]);
    white[from..].fill(255);
    change(ctx, image, &Transform::Lookup(white), image.size(), None, &[])?;
    change(ctx, image, &Transform::Convert(Mode::Bilevel), image.size(), None, &[])
}
