//! Texts in Hershey's letters.

use super::arguments::Call;
use super::fault::{assertion, raise, unparsable};
use super::shape_arguments::{MOST, Style};
use super::stroke::Target;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::opencv;
use crate::{CvLettering, CvPen, DrawKind, TextStyle};

pub(super) static ALL: &[NativeFn] = &[
    NativeFn { name: "putText", call: put_text },
    NativeFn { name: "getTextSize", call: get_text_size },
    NativeFn { name: "getFontScaleFromHeight", call: get_font_scale },
];

/// The number of a face, and its height in grid units.
fn face(number: i64) -> PyResult<(u8, f64)> {
    let face = (number & 31) as u8;
    match opencv::units(face) {
        Some(units) => Ok((face, units)),
        None => {
            let what = "One of the arguments' values is out of range";
            Err(raise(-211, what, "getFontData", "Unknown font type"))
        }
    }
}

fn text<const N: usize>(call: &Call<N>, at: usize) -> PyResult<String> {
    let value = call.need(at)?;
    let text = value.as_str().map(str::to_owned);
    text.ok_or_else(|| {
        unparsable(call.function, &format!("Can't convert object to 'str' for '{}'", call.name(at)))
    })
}

fn put_text(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let names =
        ["img", "text", "org", "fontFace", "fontScale", "color", "thickness", "lineType", "bottomLeftOrigin"];
    let call = Call::new("putText", args, names, 6)?;
    let text = text(&call, 1)?;
    let [x, y]: [i64; 2] = call.whole(ctx, 2)?;
    let number = call.need(3).and_then(|_| call.int(3, 0))?;
    let scale = call.real(4, 1.0)?;
    let color = call.color(ctx, 5)?;
    let style = Style { color, thickness: call.int(6, 1)?, line_type: call.int(7, 8)?, shift: 0 };
    let flipped = call.flag(ctx, 8, false)?;
    let image = call.get(0).cloned().unwrap_or(Value::None);
    let (Some(target), false) = (Target::of(&call)?, text.is_empty()) else { return Ok(image) };
    let (face, units) = face(number)?;
    if !(0..=MOST).contains(&style.thickness) {
        return Err(assertion("PolyLine", "0 <= shift && shift <= XY_SHIFT && thickness >= 0"));
    }
    style.check("putText", style.thickness > 1)?;
    // A scale beyond what fixed point holds is as good as the largest.
    let scale = if scale.is_finite() { scale.clamp(-32_767.0, 32_767.0) } else { 0.0 };
    let size = (scale * units) as f32;
    let lettering = CvLettering { face, thickness: style.thickness as u16, flipped };
    ctx.burn(text.len() as u64 * 40)?;
    let bbox = opencv::text_bounds(&text, [x, y], scale, lettering).map(|side| side as f32);
    let position = [x as f32, y as f32];
    let kind = DrawKind::Text { position, bbox, text, size, color: [0; 4], style: TextStyle::default() };
    target.draw(ctx, &style, kind, CvPen { lettering: Some(lettering), ..CvPen::default() })?;
    Ok(image)
}

fn get_text_size(ctx: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getTextSize", args, ["text", "fontFace", "fontScale", "thickness"], 4)?;
    let text = text(&call, 0)?;
    let (face, _) = face(call.int(1, 0)?)?;
    let (scale, thickness) = (call.real(2, 1.0)?, call.int(3, 1)?);
    ctx.burn(text.len() as u64)?;
    let ([width, height], below) = opencv::measure(&text, face, scale, thickness).unwrap_or_default();
    let size = ctx.tuple(vec![Value::Int(width), Value::Int(height)])?;
    ctx.tuple(vec![size, Value::Int(below)])
}

fn get_font_scale(_: &mut Ctx, args: Args) -> PyResult<Value> {
    let call = Call::new("getFontScaleFromHeight", args, ["fontFace", "pixelHeight", "thickness"], 2)?;
    let (_, units) = face(call.int(0, 0)?)?;
    let (height, thickness) = (call.int(1, 0)?, call.int(2, 1)?);
    Ok(Value::Float((height as f64 - (thickness + 1) as f64 / 2.0) / units))
}
