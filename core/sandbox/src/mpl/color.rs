//! Colours in all forms that matplotlib takes.

use crate::Rgba;
use crate::builtins::real;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

/// Red, green, blue and alpha from 0 to 1.
pub(crate) type Color = [f64; 4];

pub(crate) const BLACK: Color = [0.0, 0.0, 0.0, 1.0];
pub(crate) const NONE: Color = [0.0; 4];

/// The cycle of ten colours, with their names after `tab:`.
pub(crate) const TAB10: [(&str, u32); 10] = [
    ("blue", 0x1f77b4),
    ("orange", 0xff7f0e),
    ("green", 0x2ca02c),
    ("red", 0xd62728),
    ("purple", 0x9467bd),
    ("brown", 0x8c564b),
    ("pink", 0xe377c2),
    ("gray", 0x7f7f7f),
    ("olive", 0xbcbd22),
    ("cyan", 0x17becf),
];

/// The colour as bytes.
pub(crate) fn bytes(color: Color) -> Rgba {
    color.map(|part| (part.clamp(0.0, 1.0) * 255.0 + 0.5) as u8)
}

/// The colour with another alpha, if one is given.
pub(crate) fn with_alpha(color: Color, alpha: Option<f64>) -> Color {
    match alpha {
        // What is invisible stays so.
        Some(alpha) if color != NONE => [color[0], color[1], color[2], alpha],
        _ => color,
    }
}

pub(crate) fn from_hex(rgb: u32) -> Color {
    let [_, r, g, b] = rgb.to_be_bytes();
    [f64::from(r) / 255.0, f64::from(g) / 255.0, f64::from(b) / 255.0, 1.0]
}

/// `#rrggbb`, or `#rrggbbaa` where it shines through.
pub(crate) fn hex(color: Color, keep_alpha: bool) -> String {
    let round = |part: f64| libm::rint(part.clamp(0.0, 1.0) * 255.0) as u8;
    let [r, g, b, a] = color.map(round);
    if keep_alpha { format!("#{r:02x}{g:02x}{b:02x}{a:02x}") } else { format!("#{r:02x}{g:02x}{b:02x}") }
}

/// The colour that a text names; `cycle` gives the colours of `C0`, `C1`.
pub(crate) fn named(text: &str, cycle: &[Color]) -> Option<Color> {
    let base = |r: f64, g: f64, b: f64| Some([r, g, b, 1.0]);
    if let Some(digits) = text.strip_prefix('C')
        && !digits.is_empty()
        && digits.len() < 9
        && let Ok(index) = digits.parse::<usize>()
        && !cycle.is_empty()
    {
        return Some(cycle[index % cycle.len()]);
    }
    match text {
        "b" => return base(0.0, 0.0, 1.0),
        "g" => return base(0.0, 0.5, 0.0),
        "r" => return base(1.0, 0.0, 0.0),
        "c" => return base(0.0, 0.75, 0.75),
        "m" => return base(0.75, 0.0, 0.75),
        "y" => return base(0.75, 0.75, 0.0),
        "k" => return base(0.0, 0.0, 0.0),
        "w" => return base(1.0, 1.0, 1.0),
        _ => {}
    }
    if text.len() > 60 {
        return None;
    }
    let small = text.to_ascii_lowercase();
    if small == "none" {
        return Some(NONE);
    }
    if let Some(name) = small.strip_prefix("tab:") {
        let name = if name == "grey" { "gray" } else { name };
        return TAB10.iter().find(|(known, _)| *known == name).map(|(_, rgb)| from_hex(*rgb));
    }
    if let Some(color) = crate::pil::named_color(&small) {
        return Some(color.map(|part| f64::from(part) / 255.0));
    }
    if let Some(digits) = small.strip_prefix('#') {
        return from_digits(digits);
    }
    let grey: f64 = small.parse().ok()?;
    ((0.0..=1.0).contains(&grey) && small.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
        .then_some([grey, grey, grey, 1.0])
}

fn from_digits(digits: &str) -> Option<Color> {
    let nibbles: Vec<u32> = digits.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let parts: Vec<f64> = match nibbles.len() {
        3 | 4 => nibbles.iter().map(|nibble| f64::from(nibble * 17) / 255.0).collect(),
        6 | 8 => nibbles.chunks_exact(2).map(|pair| f64::from(pair[0] * 16 + pair[1]) / 255.0).collect(),
        _ => return None,
    };
    Some([parts[0], parts[1], parts[2], parts.get(3).copied().unwrap_or(1.0)])
}

fn wrong(ctx: &mut Ctx, value: &Value) -> Fault {
    let shown = ctx.repr(value).unwrap_or_default();
    let shown: String = shown.chars().take(80).collect();
    Fault::value_error(format!("Invalid RGBA argument: {shown}"))
}

/// The colour that an argument means.
pub(crate) fn color(ctx: &mut Ctx, value: &Value) -> PyResult<Color> {
    if let Value::Str(text) = value {
        if text.starts_with("xkcd:") {
            return Err(Fault::not_provided("colours of the xkcd survey"));
        }
        let cycle = ctx.plots.rc.cycle.clone();
        return named(text, &cycle).ok_or_else(|| {
            let shown: String = text.chars().take(80).collect();
            Fault::value_error(format!("'{shown}' is not a valid color value"))
        });
    }
    let parts = match value {
        Value::Tuple(_) | Value::List(_) => value.as_sequence().unwrap_or_default(),
        Value::Host(host) if host.len().is_some() => ctx.collect(value)?,
        _ => return Err(wrong(ctx, value)),
    };
    // A colour and an alpha.
    if let [inner, alpha] = &parts[..]
        && matches!(inner, Value::Str(_) | Value::Tuple(_) | Value::List(_))
    {
        let alpha = real(ctx, alpha)?;
        let inner = color(ctx, inner)?;
        return Ok(with_alpha(inner, Some(alpha)));
    }
    let mut numbers = Vec::new();
    for part in parts.iter().take(5) {
        match real(ctx, part) {
            Ok(number) => numbers.push(number),
            Err(fault) if fault.is_limit() => return Err(fault),
            Err(_) => return Err(wrong(ctx, value)),
        }
    }
    let result = match numbers[..] {
        [r, g, b] => [r, g, b, 1.0],
        [r, g, b, a] => [r, g, b, a],
        _ => return Err(Fault::value_error("RGBA sequence should have length 3 or 4")),
    };
    if result.iter().any(|part| !(0.0..=1.0).contains(part)) {
        return Err(Fault::value_error("RGBA values should be within 0-1 range"));
    }
    Ok(result)
}

/// Whether an argument can only be one colour, not a sequence of them.
pub(crate) fn is_single(value: &Value) -> bool {
    match value {
        Value::Str(_) | Value::None => true,
        Value::Tuple(_) | Value::List(_) => {
            let parts = value.as_sequence().unwrap_or_default();
            let number = |part: &Value| match part {
                Value::Host(host) => host.number().is_some(),
                other => other.as_f64().is_some(),
            };
            let pair = matches!(&parts[..], [Value::Str(_) | Value::Tuple(_), alpha] if number(alpha));
            pair || ((3..=4).contains(&parts.len()) && parts.iter().all(number))
        }
        Value::Host(host) => matches!(host.len(), Some(3 | 4)) && crate::numpy::dimensions(value) == Some(1),
        _ => true,
    }
}

/// One colour, or one for each item.
pub(crate) fn colors(ctx: &mut Ctx, value: &Value) -> PyResult<Vec<Color>> {
    if is_single(value) {
        return Ok(vec![color(ctx, value)?]);
    }
    let items = ctx.collect(value)?;
    ctx.burn(items.len() as u64 * 8)?;
    items.iter().map(|item| color(ctx, item)).collect()
}

/// A colour as scripts see it.
pub(crate) fn as_value(ctx: &mut Ctx, color: Color) -> PyResult<Value> {
    ctx.tuple(color.map(Value::Float).to_vec())
}
