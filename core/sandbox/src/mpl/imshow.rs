//! Reading pictures for axes.

use std::rc::Rc;

use super::image::Pixels;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Columns, rows, pixels, and the numbers that become colours.
pub(crate) type Read = (usize, usize, Pixels, Option<Rc<Vec<f64>>>);

/// The pixels of an argument: numbers in rows, or rows of colours.
pub(crate) fn read(ctx: &mut Ctx, value: &Value) -> PyResult<Read> {
    let whole = crate::numpy::is_whole(value) || crate::pil::is_image(value);
    let (mut shape, numbers) = super::arguments::shaped(ctx, value)?;
    ctx.burn(numbers.len() as u64 / 2 + 1)?;
    if shape.len() == 3 && shape[2] == 1 {
        shape.pop();
    }
    match shape[..] {
        [rows, columns] => Ok((columns, rows, Pixels::Numbers, Some(Rc::new(numbers)))),
        [rows, columns, channels @ (3 | 4)] => {
            let factor = if whole { 1.0 } else { 255.0 };
            let _charge = ctx.charge((rows * columns).saturating_mul(4))?;
            let mut bytes = Vec::with_capacity(rows * columns * 4);
            let byte = |value: f64| (value * factor).clamp(0.0, 255.0) as u8;
            for pixel in numbers.chunks_exact(channels) {
                bytes.extend(pixel[..3].iter().map(|value| byte(*value)));
                bytes.push(pixel.get(3).map_or(255, |value| byte(*value)));
            }
            Ok((columns, rows, Pixels::Colors(Rc::new(bytes)), None))
        }
        _ => {
            let sides: Vec<String> = shape.iter().map(usize::to_string).collect();
            Err(Fault::type_error(format!("Invalid shape ({}) for image data", sides.join(", "))))
        }
    }
}
