//! `PIL.Image`: the functions and constants of the module.

use super::arguments::given;
use super::color::color;
use super::image::{IMAGE, PyImage, change, checked_size, create, mode};
use super::{bytes, paste};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::files::Stream;
use crate::raster::{Canvas, Resample, Transform, Transpose};
use crate::{DrawKind, Mode};

/// `Image.open(fp, mode='r', formats=None)`.
static OPEN: NativeFn = NativeFn {
    name: "open",
    call: |ctx: &mut Ctx, args: Args| {
        let [path, _, _] = args.bind("open", ["fp", "mode", "formats"], 1)?;
        let path = path.unwrap_or(Value::None);
        if !matches!(path, Value::Str(_) | Value::Host(_) | Value::Instance(_)) {
            let name = path.type_name();
            return Err(Fault::new(
                ExcKind::AttributeError,
                format!("'{name}' object has no attribute 'read'"),
            ));
        }
        if let Some(stream) = path.host::<Stream>() {
            // Pillow reads from the position; a buffer that was just written stands at its end.
            let bytes = if stream.rest().is_empty() { stream.whole() } else { stream.rest() };
            let name = ctx.repr(&path)?;
            return bytes::open(ctx, &bytes, &name);
        }
        let path = ctx.path_text(&path)?;
        if let Some(content) = ctx.file_content_of_data(&path) {
            return bytes::open(ctx, &content.data.borrow(), &format!("'{path}'"));
        }
        let missing = || {
            let shown: String = path.chars().take(200).collect();
            Fault::new(ExcKind::FileNotFoundError, format!("[Errno 2] No such file or directory: '{shown}'"))
        };
        let file = ctx.draw.file(&path).ok_or_else(missing)?;
        let (content, format) = (file.content.clone(), file.format);
        let size = content.size();
        let id = ctx.draw.opened_canvas(&path);
        let kind = DrawKind::Open { path: super::state::clean(&path).to_owned(), size };
        let mut image = create(ctx, id, kind, size, || content)?;
        image.filename = Some(path);
        image.format = Some(format);
        Ok(Value::from_host(image))
    },
};

/// `Image.new(mode, size, color=0)`.
static NEW: NativeFn = NativeFn { name: "new", call: new };

pub(super) fn new(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let [mode_name, size, fill] = args.bind("new", ["mode", "size", "color"], 2)?;
    let mode = mode(mode_name.as_ref())?;
    let size = size.unwrap_or(Value::None);
    if !matches!(size, Value::List(_) | Value::Tuple(_)) {
        return Err(Fault::value_error("Size must be a list or tuple"));
    }
    let size = checked_size(super::arguments::size(ctx, &size)?)?;
    let color = match given(fill) {
        Some(fill) => color(ctx, &fill, mode)?,
        None => mode.fit([0; 4]),
    };
    let id = ctx.draw.new_canvas();
    let kind = DrawKind::New { size, color, mode };
    let image = create(ctx, id, kind, size, || Canvas::new(size, mode, color))?;
    Ok(Value::from_host(image))
}

/// `Image.linear_gradient(mode)` and `Image.radial_gradient(mode)`.
fn gradient(ctx: &mut Ctx, args: Args, radial: bool) -> PyResult<Value> {
    let name = if radial { "radial_gradient" } else { "linear_gradient" };
    let [mode_name] = args.bind(name, ["mode"], 1)?;
    let mode = mode(mode_name.as_ref())?;
    if mode != Mode::Luma {
        return Err(Fault::not_provided(format!("Image.{name}('{}')", mode.name())));
    }
    let sheet = super::chops::grey(ctx, [256, 256], 0)?;
    let image = super::image::expect(&sheet, "image")?;
    change(ctx, image, &Transform::Gradient(radial), [256, 256], None, &[])?;
    Ok(sheet)
}

static LINEAR_GRADIENT: NativeFn =
    NativeFn { name: "linear_gradient", call: |ctx, args| gradient(ctx, args, false) };
static RADIAL_GRADIENT: NativeFn =
    NativeFn { name: "radial_gradient", call: |ctx, args| gradient(ctx, args, true) };

/// `Image.eval(image, function)`.
static EVAL: NativeFn = NativeFn {
    name: "eval",
    call: |ctx, args| {
        let [image, function] = args.bind("eval", ["image", "args"], 2)?;
        let image = image.unwrap_or(Value::None);
        let image = super::image::expect(&image, "image")?;
        super::calls::method(ctx, image, "point", vec![function.unwrap_or(Value::None)])
    },
};

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let resampling: Vec<(&'static str, Value)> =
        Resample::ALL.iter().map(|(_, number, name)| (*name, Value::Int(*number))).collect();
    let transpose: Vec<(&'static str, Value)> =
        Transpose::ALL.iter().zip(0..).map(|((_, name), number)| (*name, Value::Int(number))).collect();
    let dither = [("NONE", Value::Int(0)), ("FLOYDSTEINBERG", Value::Int(3))];
    let palette = [("WEB", Value::Int(0)), ("ADAPTIVE", Value::Int(1))];
    let quantize = ["MEDIANCUT", "MAXCOVERAGE", "FASTOCTREE", "LIBIMAGEQUANT"];
    let quantize = [0, 1, 2, 3].map(|index| (quantize[index], Value::Int(index as i64)));
    let mut contents = vec![
        ("Image", Value::Type(&IMAGE)),
        ("open", Value::Native(&OPEN)),
        ("new", Value::Native(&NEW)),
        ("frombytes", Value::Native(&super::raw::FROM_BYTES)),
        ("frombuffer", Value::Native(&super::raw::FROM_BUFFER)),
        ("fromarray", Value::Native(&NativeFn { name: "fromarray", call: crate::parts::from_array })),
        ("blend", Value::Native(&paste::BLEND)),
        ("composite", Value::Native(&paste::COMPOSITE)),
        ("alpha_composite", Value::Native(&paste::ALPHA_COMPOSITE)),
        ("merge", Value::Native(&paste::MERGE)),
        ("Resampling", ctx.new_module("PIL.Image.Resampling", resampling.clone())?),
        ("Transpose", ctx.new_module("PIL.Image.Transpose", transpose.clone())?),
        ("Dither", ctx.new_module("PIL.Image.Dither", dither.clone())?),
        ("linear_gradient", Value::Native(&LINEAR_GRADIENT)),
        ("radial_gradient", Value::Native(&RADIAL_GRADIENT)),
        ("eval", Value::Native(&EVAL)),
        ("Transform", ctx.new_module("PIL.Image.Transform", super::warp::methods())?),
        ("Palette", ctx.new_module("PIL.Image.Palette", palette.clone())?),
        ("Quantize", ctx.new_module("PIL.Image.Quantize", quantize.clone())?),
        ("MAX_IMAGE_PIXELS", Value::Int(crate::raster::MAX_PIXELS as i64)),
    ];
    contents.extend(resampling);
    contents.extend(super::warp::methods());
    contents.extend(palette);
    contents.extend(quantize);
    contents.extend(dither);
    contents.extend(transpose);
    ctx.new_module("PIL.Image", contents)
}

/// Whether a value is an image.
pub fn is_image(value: &Value) -> bool {
    value.host::<PyImage>().is_some()
}
