//! `savefig` and `show`.

use std::rc::Rc;

use super::arguments::Options;
use super::figure::Figure;
use super::geometry::Rect;
use super::page::{Save, render};
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// `savefig(fname, *, transparent, dpi, format, bbox_inches, pad_inches, facecolor, ...)`.
pub(crate) fn savefig(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "savefig", &["fname"], 1)?;
    let target = options.take("fname").unwrap_or(Value::None);
    options.ignore(&[
        "metadata",
        "orientation",
        "papertype",
        "backend",
        "edgecolor",
        "bbox_extra_artists",
        "pil_kwargs",
    ]);
    let mut save = settings(ctx, &mut options)?;
    options.ignore(&["optimize", "progressive", "quality"]);
    let format = options.text(ctx, "format")?;
    options.finish("FigureCanvasAgg.print_png")?;
    let path = match target.as_str() {
        Some(_) => Some(ctx.path_text(&target)?),
        None => match target.host::<crate::files::Stream>() {
            Some(_) => None,
            None => Some(ctx.path_text(&target)?),
        },
    };
    let format = match (format, &path) {
        (Some(format), _) => format.to_ascii_lowercase(),
        (None, Some(path)) => match path.rsplit('/').next().unwrap_or_default().rsplit_once('.') {
            Some((_, ending)) => ending.to_ascii_lowercase(),
            None => "png".to_owned(),
        },
        (None, None) => "png".to_owned(),
    };
    match &*format {
        "png" | "jpg" | "jpeg" | "webp" | "tif" | "tiff" | "gif" => {}
        "pdf" | "svg" | "svgz" | "ps" | "eps" | "pgf" => {
            return Err(Fault::not_provided(format!("savefig(format='{format}')")));
        }
        other => {
            let shown: String = other.chars().take(20).collect();
            return Err(Fault::value_error(format!(
                "Format '{shown}' is not supported (supported formats: jpeg, jpg, png, tif, tiff, webp)"
            )));
        }
    }
    // Formats without alpha lose it on white.
    if matches!(&*format, "jpg" | "jpeg") {
        save.transparent = false;
    }
    let image = render(ctx, figure, &save)?;
    let image = if matches!(&*format, "jpg" | "jpeg") { crate::pil::opaque(ctx, &image)? } else { image };
    let kind = match &*format {
        "jpg" | "jpeg" => "JPEG",
        "webp" => "WEBP",
        "tif" | "tiff" => "TIFF",
        "gif" => "GIF",
        _ => "PNG",
    };
    let path = path.map(|path| {
        let named = path.rsplit('/').next().unwrap_or_default().contains('.');
        if named { path } else { format!("{path}.{format}") }
    });
    crate::pil::save_as(ctx, &image, &target, path.as_deref(), kind)?;
    Ok(Value::None)
}

fn settings(ctx: &mut Ctx, options: &mut Options) -> PyResult<Save> {
    let dpi = match options.take("dpi") {
        Some(Value::Str(text)) if &**text == "figure" => None,
        Some(value) => Some(real(ctx, &value)?),
        None => ctx.plots.rc.changed.get("savefig.dpi").and_then(Value::as_f64),
    };
    let pad = options.take("pad_inches");
    let pad = match pad {
        Some(Value::Str(_)) => 0.0,
        Some(value) => real(ctx, &value)?,
        None => ctx.plots.rc.number("savefig.pad_inches"),
    };
    let (mut tight, mut bbox) = (None, None);
    match options.take("bbox_inches") {
        Some(Value::Str(text)) if &**text == "tight" => tight = Some(pad),
        Some(Value::Str(text)) if &**text == "standard" => {}
        Some(value) => match value.host::<super::objects::BboxObject>() {
            Some(given) => bbox = Some(given.0),
            None => return Err(Fault::value_error("bbox_inches must be 'tight' or a Bbox")),
        },
        None if ctx.plots.rc.text("savefig.bbox") == "tight" => tight = Some(pad),
        None => {}
    }
    if bbox.is_some_and(|rect: Rect| rect.is_empty()) {
        return Err(Fault::value_error("bbox_inches is empty"));
    }
    let face = match options.take("facecolor") {
        Some(Value::Str(text)) if &**text == "auto" => None,
        Some(value) => Some(super::color::color(ctx, &value)?),
        None if ctx.plots.rc.changed.contains_key("savefig.facecolor")
            && ctx.plots.rc.text("savefig.facecolor") != "auto" =>
        {
            Some(super::rc::color(ctx, "savefig.facecolor")?)
        }
        None => None,
    };
    let transparent =
        options.flag(ctx, "transparent")?.unwrap_or_else(|| ctx.plots.rc.flag("savefig.transparent"));
    Ok(Save { dpi, tight, bbox, face, transparent })
}

/// `plt.show()`: every open figure becomes a result, and is closed as a window would be.
pub(crate) fn show(ctx: &mut Ctx) -> PyResult<()> {
    let figures = std::mem::take(&mut ctx.plots.figures);
    for figure in figures {
        let save = Save { dpi: None, tight: None, bbox: None, face: None, transparent: false };
        let image = render(ctx, &figure, &save)?;
        ctx.plots.shown += 1;
        let path = format!("/output/figure_{}.png", ctx.plots.shown);
        let target = ctx.str(path.clone())?;
        crate::pil::save_as(ctx, &image, &target, Some(&path), "PNG")?;
    }
    Ok(())
}
