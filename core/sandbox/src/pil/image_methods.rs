//! Attributes and methods of images.

use super::arguments::{finite, four, given, integer_or, number, size};
use super::color;
use super::image::{IMAGE, PyImage, change, checked_size, derive, mode};
use super::{filter, paste, pixels, save, warp};
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::{CompareOp, Host, NativeType};
use crate::eval::value::Value;
use crate::raster::{Resample, Transform, Transpose};

const METHODS: &[&str] = &[
    "alpha_composite",
    "close",
    "convert",
    "copy",
    "crop",
    "filter",
    "getbands",
    "getbbox",
    "getchannel",
    "getcolors",
    "get_flattened_data",
    "getdata",
    "getextrema",
    "getpalette",
    "getpixel",
    "histogram",
    "load",
    "paste",
    "point",
    "putalpha",
    "putdata",
    "putpixel",
    "quantize",
    "reduce",
    "resize",
    "rotate",
    "save",
    "seek",
    "show",
    "split",
    "tell",
    "thumbnail",
    "tobytes",
    "transform",
    "transpose",
    "verify",
];

/// Methods of Pillow's images that are known but not provided.
const MISSING: &[&str] = &[
    "apply_transparency",
    "draft",
    "effect_spread",
    "frombytes",
    "getexif",
    "getim",
    "getprojection",
    "getxmp",
    "has_transparency_data",
    "putpalette",
    "remap_palette",
    "toqimage",
    "toqpixmap",
    "tobitmap",
];

impl Host for PyImage {
    fn type_name(&self) -> &'static str {
        "Image"
    }

    fn class(&self) -> Option<&'static NativeType> {
        Some(&IMAGE)
    }

    fn get_attr(&self, ctx: &mut Ctx, _this: &Value, name: &str) -> PyResult<Option<Value>> {
        let [width, height] = self.size().map(|side| Value::Int(i64::from(side)));
        Ok(Some(match name {
            "size" => ctx.tuple(vec![width, height])?,
            "width" => width,
            "height" => height,
            "mode" => ctx.str(self.mode().name())?,
            "format" => self.format.map_or(Ok(Value::None), |format| ctx.str(format))?,
            "filename" => match &self.filename {
                Some(name) => ctx.str(name.clone())?,
                None => return Ok(None),
            },
            "info" => ctx.dict(Default::default())?,
            "palette" => Value::None,
            "readonly" => Value::Int(0),
            "is_animated" => Value::Bool(false),
            "n_frames" => Value::Int(1),
            missing if MISSING.contains(&missing) => {
                return Err(Fault::not_provided(format!("Image.{missing}")));
            }
            _ => return Ok(None),
        }))
    }

    fn has_method(&self, name: &str) -> bool {
        METHODS.contains(&name)
    }

    fn call_method(&self, ctx: &mut Ctx, this: &Value, name: &str, args: Args) -> PyResult<Value> {
        match name {
            "copy" => {
                args.exactly::<0>("Image.copy")?;
                derive(ctx, self, &Transform::Copy, self.size(), None, &[])
            }
            "crop" => self.crop(ctx, args),
            "resize" => self.resize(ctx, args),
            "thumbnail" => self.thumbnail(ctx, args),
            "rotate" => self.rotate(ctx, args),
            "transpose" => self.transpose(ctx, args),
            "convert" => self.convert(ctx, args),
            "filter" => filter::apply(ctx, self, args),
            "paste" => paste::paste(ctx, self, args),
            "alpha_composite" => paste::alpha_composite(ctx, self, args),
            "putalpha" => paste::putalpha(ctx, self, args),
            "split" => paste::split(ctx, self, args),
            "transform" => warp::transform(ctx, self, args),
            "reduce" => warp::reduce(ctx, self, args),
            "quantize" => warp::quantize(ctx, self, args),
            "getpalette" => warp::palette(ctx, self),
            "getchannel" => paste::getchannel(ctx, self, args),
            "save" => save::save(ctx, self, args),
            "show" | "close" | "verify" | "seek" => Ok(Value::None),
            "tell" => Ok(Value::Int(0)),
            "load" => Ok(Value::from_host(pixels::PixelAccess::new(this.clone()))),
            _ => pixels::call(ctx, self, name, args),
        }
    }

    fn compare(
        &self,
        _ctx: &mut Ctx,
        _this: &Value,
        op: CompareOp,
        other: &Value,
    ) -> PyResult<Option<Value>> {
        let Some(other) = other.host::<PyImage>() else { return Ok(None) };
        let equal = std::ptr::eq(self, other) || *self.canvas() == *other.canvas();
        Ok(match op {
            CompareOp::Eq => Some(Value::Bool(equal)),
            CompareOp::Ne => Some(Value::Bool(!equal)),
            _ => None,
        })
    }

    fn enter(&self, _ctx: &mut Ctx, this: &Value) -> PyResult<Option<Value>> {
        Ok(Some(this.clone()))
    }

    fn repr(&self, _ctx: &mut Ctx) -> PyResult<String> {
        let [width, height] = self.size();
        let mode = self.mode().name();
        Ok(format!("<PIL.Image.Image image mode={mode} size={width}x{height}>"))
    }
}

impl PyImage {
    fn resize(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["size", "resample", "box", "reducing_gap"];
        let [target, resample, region, _] = args.bind("Image.resize", params, 1)?;
        let target = size(ctx, &target.unwrap_or(Value::None))?;
        if target[0] <= 0 || target[1] <= 0 {
            return Err(Fault::value_error("height and width must be > 0"));
        }
        let target = checked_size(target)?;
        let filter = resampling(given(resample).as_ref(), Resample::Bicubic)?;
        let own = self.size().map(f64::from);
        if own[0] == 0.0 || own[1] == 0.0 {
            return Err(Fault::value_error("cannot resize an empty image"));
        }
        let region = match given(region) {
            None => None,
            Some(region) => {
                let region = four(ctx, &region)?;
                let [x0, y0, x1, y1] = region;
                if x0 < 0.0 || y0 < 0.0 {
                    return Err(Fault::value_error("box offset can't be negative"));
                }
                if x1 > own[0] || y1 > own[1] {
                    return Err(Fault::value_error("box can't exceed original image size"));
                }
                if x1 <= x0 || y1 <= y0 {
                    return Err(Fault::value_error("box can't be empty"));
                }
                Some(region.map(|value| value as f32))
            }
        };
        self.scaled(ctx, target, region, filter)
    }

    fn scaled(
        &self,
        ctx: &mut Ctx,
        target: [u32; 2],
        region: Option<[f32; 4]>,
        filter: Resample,
    ) -> PyResult<Value> {
        self.pay_for_scaling(ctx, target, filter)?;
        let _between = ctx.charge(target[0] as usize * self.size()[1] as usize * 4)?;
        derive(ctx, self, &Transform::Resize(filter), target, region, &[])
    }

    /// Each result pixel costs its window of source pixels.
    fn pay_for_scaling(&self, ctx: &mut Ctx, target: [u32; 2], filter: Resample) -> PyResult<()> {
        if filter != Resample::Nearest {
            let [width, height] = self.size().map(u64::from);
            let [to_width, to_height] = target.map(u64::from);
            let across = width.max(to_width) * height;
            let down = height.max(to_height) * to_width;
            ctx.burn((across + down) / 4)?;
        }
        Ok(())
    }

    fn thumbnail(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [target, resample, gap] =
            args.bind("Image.thumbnail", ["size", "resample", "reducing_gap"], 1)?;
        let items = super::arguments::sequence(ctx, &target.unwrap_or(Value::None))?;
        let sides: Option<Vec<f64>> = items.iter().map(number).collect();
        let Some([mut x, mut y]) = sides.as_deref().and_then(|sides| <[f64; 2]>::try_from(sides).ok()) else {
            return Err(Fault::type_error("size must be a sequence of two numbers"));
        };
        let filter = resampling(given(resample).as_ref(), Resample::Bicubic)?;
        let [width, height] = self.size().map(f64::from);
        (x, y) = (x.floor(), y.floor());
        if !(x >= 1.0 && y >= 1.0) {
            return Err(Fault::value_error("height and width must be > 0"));
        }
        if x >= width && y >= height {
            return Ok(Value::None);
        }
        // The side that must change is the one that keeps the aspect ratio closest.
        let aspect = width / height;
        if x / y >= aspect {
            x = closest(y * aspect, |side| (aspect - side / y).abs());
        } else {
            y = closest(x / aspect, |side| if side == 0.0 { 0.0 } else { (aspect - x / side).abs() });
        }
        let target = checked_size([x as i64, y as i64])?;
        if target != self.size() {
            let gap = match given(gap) {
                Some(gap) => f64::from(finite(&gap)?).max(1.0),
                None => 2.0,
            };
            // Large steps go by whole blocks first.
            let blocks = [width / x, height / y].map(|shrink| ((shrink / gap) as u32).max(1));
            let mut region = None;
            if blocks != [1, 1] && filter != Resample::Nearest {
                let reduced = [0, 1].map(|axis: usize| self.size()[axis].div_ceil(blocks[axis]));
                change(ctx, self, &Transform::Reduce(blocks), reduced, None, &[])?;
                let [across, down] = blocks.map(f64::from);
                region = Some([0.0, 0.0, (width / across) as f32, (height / down) as f32]);
            }
            self.pay_for_scaling(ctx, target, filter)?;
            change(ctx, self, &Transform::Resize(filter), target, region, &[])?;
        }
        Ok(Value::None)
    }

    fn rotate(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["angle", "resample", "expand", "center", "translate", "fillcolor"];
        let [angle, resample, expand, center, translate, fill] = args.bind("Image.rotate", params, 1)?;
        if given(translate).is_some() {
            return Err(Fault::not_provided("Image.rotate(translate=...)"));
        }
        let degrees = f64::from(finite(&angle.unwrap_or(Value::None))?).rem_euclid(360.0);
        let filter = resampling(given(resample).as_ref(), Resample::Nearest)?;
        if !matches!(filter, Resample::Nearest | Resample::Bilinear | Resample::Bicubic) {
            let name = filter.name();
            return Err(Fault::value_error(format!(
                "resampling filter {name} cannot be used; use NEAREST, BILINEAR or BICUBIC"
            )));
        }
        let expand = match given(expand) {
            Some(value) => ctx.truthy(&value)?,
            None => false,
        };
        let center = match given(center) {
            Some(value) => Some(super::arguments::point(ctx, &value)?.map(|value| value as f32)),
            None => None,
        };
        let fill = match given(fill) {
            Some(value) => color::color(ctx, &value, self.mode())?,
            None => [0; 4],
        };
        let transform = Transform::Rotate { degrees, resample: filter, expand, center, fill };
        let [width, height] = transform.result_size(self.size()).map(i64::from);
        let size = checked_size([width, height])?;
        if filter != Resample::Nearest {
            ctx.burn(u64::from(size[0]) * u64::from(size[1]))?;
        }
        derive(ctx, self, &transform, size, None, &[])
    }

    fn transpose(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let [method] = args.bind("Image.transpose", ["method"], 1)?;
        let index = integer_or(method.as_ref(), -1)?;
        let turn = usize::try_from(index).ok().and_then(|index| Transpose::ALL.get(index));
        let Some((turn, _)) = turn else { return Err(Fault::value_error("No such transpose operation")) };
        let transform = Transform::Transpose(*turn);
        derive(ctx, self, &transform, transform.result_size(self.size()), None, &[])
    }

    fn convert(&self, ctx: &mut Ctx, args: Args) -> PyResult<Value> {
        let params = ["mode", "matrix", "dither", "palette", "colors"];
        let [target, matrix, dither, palette, colors] = args.bind("Image.convert", params, 0)?;
        if given(matrix).is_some() {
            return Err(Fault::not_provided("Image.convert(matrix=...)"));
        }
        let target = match given(target) {
            Some(target) => mode(Some(&target))?,
            None => self.mode(),
        };
        if target == Mode::Bilevel {
            ctx.burn(self.area() / 4)?;
            if given(dither).is_some_and(|dither| dither.as_i64() == Some(0)) {
                return pixels::halved(ctx, self);
            }
        }
        if target == Mode::Palette && self.mode() != Mode::Palette {
            return warp::paletted(ctx, self, palette, colors);
        }
        let transform = if target == self.mode() { Transform::Copy } else { Transform::Convert(target) };
        derive(ctx, self, &transform, self.size(), None, &[])
    }
}

/// The whole number next to `value` with the least error, at least 1.
fn closest(value: f64, error: impl Fn(f64) -> f64) -> f64 {
    let (low, high) = (value.floor(), value.ceil());
    if error(low) <= error(high) { low.max(1.0) } else { high.max(1.0) }
}

/// A resampling filter by Pillow's number.
pub(super) fn resampling(value: Option<&Value>, default: Resample) -> PyResult<Resample> {
    let Some(value) = value else { return Ok(default) };
    let index = super::arguments::integer(value)?;
    match Resample::ALL.iter().find(|entry| entry.1 == index) {
        Some(entry) => Ok(entry.0),
        None => Err(Fault::value_error(format!(
            "Unknown resampling filter ({index}). Use Image.Resampling.NEAREST (0), LANCZOS (1), BILINEAR (2), \
             BICUBIC (3), BOX (4) or HAMMING (5)"
        ))),
    }
}
