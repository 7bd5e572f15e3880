//! Saving to virtual files.

use std::rc::Rc;

use super::arguments::given;
use super::image::PyImage;
use super::state::{File, clean, record};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::raster::{FORMATS, format_of};
use crate::{DrawKind, Mode};

/// `image.save(fp, format=None, **options)`; options of encoders change nothing here, because a virtual
/// file keeps the exact pixels.
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
    let path = ctx.str_of(&target)?;
    if !matches!(target, Value::Str(_) | Value::Host(_)) {
        return Err(Fault::value_error(format!("unknown file extension: {path}")));
    }
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
    if format == "JPEG" && matches!(mode, Mode::Rgba | Mode::LumaAlpha) {
        return Err(Fault::new(ExcKind::OSError, format!("cannot write mode {} as JPEG", mode.name())));
    }
    if image.area() == 0 {
        return Err(Fault::value_error("cannot save an image without pixels"));
    }
    ctx.burn(image.area() / 16 + 1)?;
    let charge = ctx.charge(image.area() as usize * 4 + path.len() + 256)?;
    let path = clean(&path).to_owned();
    record(ctx, image.id, DrawKind::Save { path: path.clone() })?;
    let content = Rc::new(image.canvas().clone());
    ctx.draw.write(File { path, canvas: image.id, content, format, charge });
    Ok(Value::None)
}
