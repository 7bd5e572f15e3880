//! Saving to virtual files and buffers.

use super::arguments::given;
use super::image::PyImage;
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::files::Stream;
use crate::raster::{FORMATS, format_of};

/// `image.save(fp, format=None, **options)`; options of encoders change nothing here, because a virtual
/// file keeps the exact pixels. A buffer or an open file gets the bytes of the format.
pub(super) fn save(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let mut args = args;
    let named = args.take_keyword("format");
    let path = args.take_keyword("fp");
    args.keyword.clear();
    let [first, second] = args.between("Image.save", usize::from(path.is_none()))?;
    let (target, format) = match path {
        Some(path) => (path, first.or(named)),
        None => (first.unwrap_or(Value::None), second.or(named)),
    };
    let stream = target.host::<Stream>();
    let path = match stream {
        Some(stream) => stream.path().unwrap_or_default().to_owned(),
        None => ctx.path_text(&target).map_err(|fault| match fault.is_limit() {
            true => fault,
            false => Fault::value_error(format!("unknown file extension: {}", target.type_name())),
        })?,
    };
    let format = match given(format) {
        Some(format) => {
            let wanted = ctx.str_of(&format)?.to_ascii_uppercase();
            let known = FORMATS.iter().map(|(_, format)| *format).find(|format| **format == *wanted);
            known
                .or((wanted == "JPG").then_some("JPEG"))
                .ok_or_else(|| Fault::new(ExcKind::KeyError, format!("'{wanted}'")))?
        }
        None => format_of(&path).ok_or_else(|| {
            let name = path.rsplit('/').next().unwrap_or_default();
            let ending = name.rfind('.').map_or("", |at| &name[at..]);
            Fault::value_error(format!("unknown file extension: {ending}"))
        })?,
    };
    let mode = image.mode();
    let unwritable = match format {
        "JPEG" => matches!(mode, Mode::Rgba | Mode::LumaAlpha | Mode::Palette | Mode::Integer | Mode::Float),
        "PNG" => matches!(mode, Mode::Hsv | Mode::YCbCr | Mode::Cmyk | Mode::Float),
        _ => matches!(mode, Mode::Hsv | Mode::Integer | Mode::Float),
    };
    if unwritable {
        return Err(Fault::new(ExcKind::OSError, format!("cannot write mode {} as {format}", mode.name())));
    }
    if image.area() == 0 {
        return Err(Fault::value_error("cannot save an image without pixels"));
    }
    if let Some(stream) = stream {
        let bytes = super::bytes::encode(ctx, &image.canvas(), format)?;
        stream.write(ctx, &bytes)?;
        return Ok(Value::None);
    }
    super::bytes::keep(ctx, image, &path, format)?;
    Ok(Value::None)
}
