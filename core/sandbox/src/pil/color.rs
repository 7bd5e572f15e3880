//! `PIL.ImageColor`, and colours as arguments.

use super::arguments::{integer, sequence};
use super::color_names::named;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::{Mode, Rgba};

/// A colour for an image of some mode: a name, a number or a tuple.
pub(super) fn color(ctx: &mut Ctx, value: &Value, mode: Mode) -> PyResult<Rgba> {
    let clip = |value: i64| value.clamp(0, 255) as u8;
    if mode.is_number() {
        return number_color(value, mode);
    }
    let color = match value {
        Value::Str(name) => parse(name)?,
        Value::Bool(_) | Value::Int(_) => {
            let value = integer(value)?;
            match mode {
                Mode::Rgb | Mode::Hsv | Mode::YCbCr => {
                    let [r, g, b, _] = (value as u32).to_le_bytes();
                    [r, g, b, 255]
                }
                Mode::Rgba | Mode::Cmyk => (value as u32).to_le_bytes(),
                Mode::Palette => [clip(value); 4],
                Mode::LumaAlpha => [clip(value), clip(value), clip(value), 0],
                _ => [clip(value), clip(value), clip(value), 255],
            }
        }
        Value::Tuple(_) | Value::List(_) | Value::Host(_) => {
            if let Value::Host(host) = value
                && let Some(number) = host.number()
            {
                return color_of_number(ctx, &number, mode);
            }
            let items = sequence(ctx, value)?;
            let parts = items.iter().map(integer).collect::<PyResult<Vec<i64>>>()?;
            match (mode.bands().len(), parts.as_slice()) {
                (1 | 2, [v]) => [clip(*v), clip(*v), clip(*v), 255],
                (1 | 2, [v, a]) if mode == Mode::LumaAlpha => [clip(*v), clip(*v), clip(*v), clip(*a)],
                (1 | 2, _) => return Err(Fault::type_error("color must be int or single-element tuple")),
                (_, [r, g, b]) => [clip(*r), clip(*g), clip(*b), 255],
                (_, [r, g, b, a]) => [clip(*r), clip(*g), clip(*b), clip(*a)],
                (_, [v]) => [clip(*v), clip(*v), clip(*v), 255],
                _ => {
                    return Err(Fault::type_error(
                        "color must be int, or tuple of one, three or four elements",
                    ));
                }
            }
        }
        _ => return Err(Fault::type_error("color must be int or tuple")),
    };
    if mode == Mode::Bilevel {
        // Any value but 0 is white.
        let value = if color[..3] == [0, 0, 0] { 0 } else { 255 };
        return Ok([value, value, value, 255]);
    }
    // Names and such are colours of light; numbers are the mode's own.
    if matches!(value, Value::Str(_)) && !mode.is_plain() {
        return Ok(crate::raster::Canvas::new([1, 1], Mode::Rgb, color)
            .convert(mode)
            .pixels
            .get_pixel(0, 0)
            .0);
    }
    Ok(mode.fit(color))
}

/// The pixel of an image of numbers.
fn number_color(value: &Value, mode: Mode) -> PyResult<Rgba> {
    if mode == Mode::Integer {
        return Ok((integer(value)? as i32).to_le_bytes());
    }
    Ok((super::arguments::real(value)? as f32).to_le_bytes())
}

fn color_of_number(ctx: &mut Ctx, value: &Value, mode: Mode) -> PyResult<Rgba> {
    match value {
        Value::Int(_) | Value::Bool(_) => color(ctx, value, mode),
        _ => Err(Fault::type_error("color must be int or tuple")),
    }
}

/// A colour that blends: Pillow's RGBA drawing on an RGB image keeps the alpha.
pub(super) fn ink(ctx: &mut Ctx, value: &Value, mode: Mode) -> PyResult<Rgba> {
    color(ctx, value, mode)
}

/// A colour of a mode as Python shows it.
pub(super) fn as_value(ctx: &Ctx, color: Rgba, mode: Mode) -> PyResult<Value> {
    let [r, g, b, a] = color.map(|value| Value::Int(i64::from(value)));
    match mode {
        Mode::Palette => Ok(a),
        Mode::Integer => Ok(Value::Int(mode.number(color) as i64)),
        Mode::Float => Ok(Value::Float(mode.number(color))),
        Mode::Hsv | Mode::YCbCr => ctx.tuple(vec![r, g, b]),
        Mode::Cmyk => ctx.tuple(vec![r, g, b, a]),
        Mode::Luma | Mode::Bilevel => Ok(r),
        Mode::LumaAlpha => ctx.tuple(vec![r, a]),
        Mode::Rgb => ctx.tuple(vec![r, g, b]),
        Mode::Rgba => ctx.tuple(vec![r, g, b, a]),
    }
}

/// A colour specifier: a name, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`, `hsl()`, `hsv()`.
pub(super) fn parse(specifier: &str) -> PyResult<Rgba> {
    let unknown = || {
        let shown: String = specifier.chars().take(60).collect();
        Fault::value_error(format!("unknown color specifier: '{shown}'"))
    };
    if specifier.len() > 100 {
        return Err(Fault::value_error("color specifier is too long"));
    }
    let small = specifier.to_ascii_lowercase();
    named(&small).or_else(|| hexadecimal(&small)).or_else(|| function(&small)).ok_or_else(unknown)
}

fn hexadecimal(text: &str) -> Option<Rgba> {
    let digits = text.strip_prefix('#')?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let one = |index: usize| u8::from_str_radix(&digits[index..=index], 16).ok().map(|value| value * 17);
    let two = |index: usize| u8::from_str_radix(&digits[index..index + 2], 16).ok();
    match digits.len() {
        3 => Some([one(0)?, one(1)?, one(2)?, 255]),
        4 => Some([one(0)?, one(1)?, one(2)?, one(3)?]),
        6 => Some([two(0)?, two(2)?, two(4)?, 255]),
        8 => Some([two(0)?, two(2)?, two(4)?, two(6)?]),
        _ => None,
    }
}

fn function(text: &str) -> Option<Rgba> {
    let (name, rest) = text.split_once('(')?;
    let parts: Vec<&str> = rest.strip_suffix(')')?.split(',').map(str::trim).collect();
    let whole = |part: &str| part.parse::<u32>().ok().map(|value| value.min(255) as u8);
    let percent = |part: &str| {
        let share = part.strip_suffix('%')?.parse::<f64>().ok()?;
        share.is_finite().then_some(share / 100.0)
    };
    match (name.trim(), parts.as_slice()) {
        ("rgb", [r, g, b]) if r.ends_with('%') => {
            let scaled = |part: &str| percent(part).map(|share| (share * 255.0 + 0.5) as u8);
            Some([scaled(r)?, scaled(g)?, scaled(b)?, 255])
        }
        ("rgb", [r, g, b]) => Some([whole(r)?, whole(g)?, whole(b)?, 255]),
        ("rgba" | "rgb", [r, g, b, a]) => Some([whole(r)?, whole(g)?, whole(b)?, whole(a)?]),
        ("hsl", [h, s, l]) => {
            let hue = h.parse::<f64>().ok().filter(|hue| hue.is_finite())? / 360.0;
            Some(from_hsl(hue, percent(l)?, percent(s)?))
        }
        ("hsv" | "hsb", [h, s, v]) => {
            let hue = h.parse::<f64>().ok().filter(|hue| hue.is_finite())? / 360.0;
            Some(from_hsv(hue, percent(s)?, percent(v)?))
        }
        _ => None,
    }
}

fn scaled(channels: [f64; 3]) -> Rgba {
    let [r, g, b] = channels.map(|value| (value * 255.0 + 0.5) as u8);
    [r, g, b, 255]
}

fn from_hsl(hue: f64, lightness: f64, saturation: f64) -> Rgba {
    if saturation == 0.0 {
        return scaled([lightness; 3]);
    }
    let high = if lightness <= 0.5 {
        lightness * (1.0 + saturation)
    } else {
        lightness + saturation - lightness * saturation
    };
    let low = 2.0 * lightness - high;
    let channel = |hue: f64| {
        let hue = hue.rem_euclid(1.0);
        if hue < 1.0 / 6.0 {
            low + (high - low) * hue * 6.0
        } else if hue < 0.5 {
            high
        } else if hue < 2.0 / 3.0 {
            low + (high - low) * (2.0 / 3.0 - hue) * 6.0
        } else {
            low
        }
    };
    scaled([channel(hue + 1.0 / 3.0), channel(hue), channel(hue - 1.0 / 3.0)])
}

fn from_hsv(hue: f64, saturation: f64, value: f64) -> Rgba {
    let sector = (hue.rem_euclid(1.0) * 6.0).floor();
    let share = hue.rem_euclid(1.0) * 6.0 - sector;
    let p = value * (1.0 - saturation);
    let q = value * (1.0 - saturation * share);
    let t = value * (1.0 - saturation * (1.0 - share));
    scaled(match sector as u8 {
        0 => [value, t, p],
        1 => [q, value, p],
        2 => [p, value, t],
        3 => [p, q, value],
        4 => [t, p, value],
        _ => [value, p, q],
    })
}

/// `ImageColor.getrgb(color)`.
pub(super) static GETRGB: NativeFn = NativeFn {
    name: "getrgb",
    call: |ctx: &mut Ctx, args: Args| {
        let [specifier] = args.bind("getrgb", ["color"], 1)?;
        let color = parse(specifier.as_ref().and_then(Value::as_str).unwrap_or_default())?;
        let mode = if color[3] == 255 { Mode::Rgb } else { Mode::Rgba };
        as_value(ctx, color, mode)
    },
};

/// `ImageColor.getcolor(color, mode)`.
pub(super) static GETCOLOR: NativeFn = NativeFn {
    name: "getcolor",
    call: |ctx: &mut Ctx, args: Args| {
        let [specifier, mode] = args.bind("getcolor", ["color", "mode"], 2)?;
        let color = parse(specifier.as_ref().and_then(Value::as_str).unwrap_or_default())?;
        let mode = super::image::mode(mode.as_ref())?;
        as_value(ctx, mode.fit(color), mode)
    },
};
