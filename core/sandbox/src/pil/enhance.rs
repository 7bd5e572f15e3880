//! `PIL.ImageEnhance`: towards or away from a picture without colour, contrast, light or edges.

use super::arguments::real;
use super::calls::{converted, histogram, method};
use super::chops::grey;
use super::image::{PyImage, derive, expect};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::{Host, NativeType};
use crate::eval::value::Value;
use crate::raster::{Filter, KERNELS, Transform, narrow};

/// An enhancer: the image, and the one that factor 0 gives.
struct Enhancer {
    name: &'static str,
    image: Value,
    degenerate: Value,
}

impl Host for Enhancer {
    fn type_name(&self) -> &'static str {
        self.name
    }

    fn class(&self) -> Option<&'static NativeType> {
        CLASSES.iter().copied().find(|class| class.name == self.name)
    }

    fn get_attr(&self, _ctx: &mut Ctx, _this: &Value, name: &str) -> PyResult<Option<Value>> {
        Ok(match name {
            "image" => Some(self.image.clone()),
            "degenerate" => Some(self.degenerate.clone()),
            _ => None,
        })
    }

    fn has_method(&self, name: &str) -> bool {
        name == "enhance"
    }

    fn call_method(&self, ctx: &mut Ctx, _this: &Value, name: &str, args: Args) -> PyResult<Value> {
        if name != "enhance" {
            return Err(crate::eval::fault::Fault::no_attribute(self.name, name));
        }
        let [factor] = args.bind("enhance", ["factor"], 1)?;
        let factor = narrow(real(&factor.unwrap_or(Value::None))?);
        let (from, image) = (expect(&self.degenerate, "degenerate")?, expect(&self.image, "image")?);
        derive(ctx, from, &Transform::Blend(image.id, factor), image.size(), None, &[image])
    }
}

fn new(
    ctx: &mut Ctx,
    args: Args,
    name: &'static str,
    degenerate: fn(&mut Ctx, &PyImage) -> PyResult<Value>,
) -> PyResult<Value> {
    let [image] = args.bind(name, ["image"], 1)?;
    let image = image.unwrap_or(Value::None);
    let own = expect(&image, "image")?;
    let degenerate = degenerate(ctx, own)?;
    if own.mode().bands().contains(&"A") {
        let letter = ctx.str("A")?;
        let alpha = method(ctx, own, "getchannel", vec![letter])?;
        method(ctx, expect(&degenerate, "image")?, "putalpha", vec![alpha])?;
    }
    Ok(Value::from_host(Enhancer { name, image, degenerate }))
}

fn without_color(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let middle = if image.mode().bands().contains(&"A") { "LA" } else { "L" };
    let grey = converted(ctx, image, middle)?;
    converted(ctx, expect(&grey, "image")?, image.mode().name())
}

fn mean_grey(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let light = converted(ctx, image, "L")?;
    let counts = histogram(ctx, expect(&light, "image")?, None)?;
    let counts = counts.first().copied().unwrap_or([0; 256]);
    let sum: u64 = counts.iter().zip(0_u64..).map(|(count, value)| count * value).sum();
    let mean = sum as f64 / counts.iter().sum::<u64>().max(1) as f64;
    let even = grey(ctx, image.size(), (mean + 0.5) as u8)?;
    converted(ctx, expect(&even, "image")?, image.mode().name())
}

fn black(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let dark = grey(ctx, image.size(), 0)?;
    converted(ctx, expect(&dark, "image")?, image.mode().name())
}

fn smooth(ctx: &mut Ctx, image: &PyImage) -> PyResult<Value> {
    let index = KERNELS.iter().position(|kernel| kernel.0 == "SMOOTH").unwrap_or_default();
    ctx.burn(image.area() * 2)?;
    derive(ctx, image, &Transform::Filter(Filter::Kernel(index)), image.size(), None, &[])
}

fn is(value: &Value, name: &str) -> bool {
    value.host::<Enhancer>().is_some_and(|enhancer| enhancer.name == name)
}

static COLOR: NativeType = NativeType {
    name: "Color",
    call: Some(|ctx, args| new(ctx, args, "Color", without_color)),
    is_instance: |value| is(value, "Color"),
    attrs: &[],
};
static CONTRAST: NativeType = NativeType {
    name: "Contrast",
    call: Some(|ctx, args| new(ctx, args, "Contrast", mean_grey)),
    is_instance: |value| is(value, "Contrast"),
    attrs: &[],
};
static BRIGHTNESS: NativeType = NativeType {
    name: "Brightness",
    call: Some(|ctx, args| new(ctx, args, "Brightness", black)),
    is_instance: |value| is(value, "Brightness"),
    attrs: &[],
};
static SHARPNESS: NativeType = NativeType {
    name: "Sharpness",
    call: Some(|ctx, args| new(ctx, args, "Sharpness", smooth)),
    is_instance: |value| is(value, "Sharpness"),
    attrs: &[],
};
static CLASSES: [&NativeType; 4] = [&COLOR, &CONTRAST, &BRIGHTNESS, &SHARPNESS];

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    ctx.new_module("PIL.ImageEnhance", CLASSES.map(|class| (class.name, Value::Type(class))))
}
