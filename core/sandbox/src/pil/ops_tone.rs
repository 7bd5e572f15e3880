//! `PIL.ImageOps` for tones: tables for the values of each band.

use super::arguments::{finite, given, integer, sequence};
use super::calls::{converted, histogram};
use super::color::color;
use super::image::{PyImage, derive, expect};
use crate::Mode;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::Transform;

type Table = [u8; 256];

fn table(of: impl Fn(i64) -> i64) -> Table {
    std::array::from_fn(|value| of(value as i64).clamp(0, 255) as u8)
}

/// The image with each band looked up in its table.
fn look_up(ctx: &mut Ctx, image: &PyImage, mut tables: Vec<Table>) -> PyResult<Value> {
    match image.mode() {
        Mode::Luma => {
            // Grey is kept in three equal bytes.
            let Some(first) = tables.first().copied() else {
                return Err(Fault::value_error("a table is expected"));
            };
            tables = vec![first; 3];
        }
        Mode::Rgb => {}
        mode => {
            let message = format!("not supported for mode {}", mode.name());
            return Err(Fault::new(crate::eval::exception::ExcKind::OSError, message));
        }
    }
    derive(ctx, image, &Transform::LookupBands(tables), image.size(), None, &[])
}

/// The same table for each band.
fn one_table(ctx: &mut Ctx, image: &PyImage, table: Table) -> PyResult<Value> {
    look_up(ctx, image, vec![table; 3])
}

/// `ImageOps.autocontrast(image, cutoff=0, ignore=None, mask=None, preserve_tone=False)`.
pub(super) static AUTOCONTRAST: NativeFn = NativeFn {
    name: "autocontrast",
    call: |ctx, args| {
        let params = ["image", "cutoff", "ignore", "mask", "preserve_tone"];
        let [image, cutoff, ignore, mask, preserve] = args.bind("autocontrast", params, 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let mask = given(mask);
        let mask = mask.as_ref().map(|mask| expect(mask, "mask")).transpose()?;
        let cut = cutoffs(ctx, given(cutoff))?;
        let ignored: Vec<i64> = match given(ignore) {
            None => Vec::new(),
            Some(Value::Int(one)) => vec![one],
            Some(many) => sequence(ctx, &many)?.iter().map(integer).collect::<PyResult<_>>()?,
        };
        let preserve = match preserve {
            Some(value) => ctx.truthy(&value)?,
            None => false,
        };
        let light;
        let counted = if preserve {
            light = converted(ctx, image, "L")?;
            expect(&light, "image")?
        } else {
            image
        };
        let mut tables: Vec<Table> = Vec::new();
        for mut band in histogram(ctx, counted, mask)? {
            for value in &ignored {
                if let Some(count) = usize::try_from(*value).ok().and_then(|value| band.get_mut(value)) {
                    *count = 0;
                }
            }
            tables.push(stretched(band, cut));
        }
        if preserve && let [only] = tables.as_slice() {
            tables = vec![*only; 3];
        }
        look_up(ctx, image, tables)
    },
};

/// Percent to cut off below and above.
fn cutoffs(ctx: &mut Ctx, value: Option<Value>) -> PyResult<[f64; 2]> {
    let Some(value) = value else { return Ok([0.0; 2]) };
    if let Some(both) = super::arguments::number(&value) {
        return Ok([both, both]);
    }
    let sides = sequence(ctx, &value)?;
    let [low, high] = sides.as_slice() else {
        return Err(Fault::value_error("cutoff must be a number or a pair of numbers"));
    };
    Ok([f64::from(finite(low)?), f64::from(finite(high)?)])
}

fn stretched(mut band: [u64; 256], [low_cut, high_cut]: [f64; 2]) -> Table {
    let all = band.iter().sum::<u64>() as f64;
    let remove = |counts: &mut dyn Iterator<Item = &mut u64>, percent: f64| {
        let mut cut = (all * percent / 100.0).floor().max(0.0) as u64;
        for count in counts {
            let taken = cut.min(*count);
            *count -= taken;
            cut -= taken;
            if cut == 0 {
                break;
            }
        }
    };
    if low_cut != 0.0 || high_cut != 0.0 {
        remove(&mut band.iter_mut(), low_cut);
        remove(&mut band.iter_mut().rev(), high_cut);
    }
    let low = band.iter().position(|count| *count > 0).unwrap_or(255);
    let high = band.iter().rposition(|count| *count > 0).unwrap_or(0);
    if high <= low {
        return table(|value| value);
    }
    let scale = 255.0 / (high - low) as f64;
    let offset = -(low as f64) * scale;
    table(|value| (value as f64 * scale + offset) as i64)
}

/// `ImageOps.equalize(image, mask=None)`.
pub(super) static EQUALIZE: NativeFn = NativeFn {
    name: "equalize",
    call: |ctx, args| {
        let [image, mask] = args.bind("equalize", ["image", "mask"], 1)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        let mask = given(mask);
        let mask = mask.as_ref().map(|mask| expect(mask, "mask")).transpose()?;
        let mut tables = Vec::new();
        for band in histogram(ctx, image, mask)? {
            let used: Vec<u64> = band.iter().copied().filter(|count| *count > 0).collect();
            let step = match used.as_slice() {
                [_, .., last] => (used.iter().sum::<u64>() - last) / 255,
                _ => 0,
            };
            let mut sum = step / 2;
            let mut own = table(|value| value);
            for (target, count) in own.iter_mut().zip(band) {
                // One level holds all pixels: they stay as they are.
                let Some(level) = sum.checked_div(step) else { break };
                *target = level.min(255) as u8;
                sum += count;
            }
            tables.push(own);
        }
        look_up(ctx, image, tables)
    },
};

/// `ImageOps.posterize(image, bits)`.
pub(super) static POSTERIZE: NativeFn = NativeFn {
    name: "posterize",
    call: |ctx, args| {
        let [image, bits] = args.bind("posterize", ["image", "bits"], 2)?;
        let image = image.unwrap_or(Value::None);
        let bits = integer(&bits.unwrap_or(Value::None))?.clamp(0, 8);
        let mask = !((1 << (8 - bits)) - 1);
        one_table(ctx, expect(&image, "image")?, table(|value| value & mask))
    },
};

/// `ImageOps.solarize(image, threshold=128)`.
pub(super) static SOLARIZE: NativeFn = NativeFn {
    name: "solarize",
    call: |ctx, args| {
        let [image, threshold] = args.bind("solarize", ["image", "threshold"], 1)?;
        let image = image.unwrap_or(Value::None);
        let threshold = given(threshold).as_ref().map_or(Ok(128), integer)?;
        let solar = table(|value| if value < threshold { value } else { 255 - value });
        one_table(ctx, expect(&image, "image")?, solar)
    },
};

/// `ImageOps.colorize(image, black, white, mid=None, blackpoint=0, whitepoint=255, midpoint=127)`.
pub(super) static COLORIZE: NativeFn = NativeFn {
    name: "colorize",
    call: |ctx: &mut Ctx, args: Args| {
        let params = ["image", "black", "white", "mid", "blackpoint", "whitepoint", "midpoint"];
        let [image, black, white, mid, low, high, middle] = args.bind("colorize", params, 3)?;
        let image = image.unwrap_or(Value::None);
        let image = expect(&image, "image")?;
        if image.mode() != Mode::Luma {
            return Err(Fault::new(crate::eval::exception::ExcKind::AssertionError, String::new()));
        }
        let black = color(ctx, &black.unwrap_or(Value::None), Mode::Rgb)?;
        let white = color(ctx, &white.unwrap_or(Value::None), Mode::Rgb)?;
        let mid = given(mid).map(|mid| color(ctx, &mid, Mode::Rgb)).transpose()?;
        let at = |value: Option<Value>, default| given(value).as_ref().map_or(Ok(default), integer);
        let (low, high, middle) = (at(low, 0)?, at(high, 255)?, at(middle, 127)?);
        let ordered = if mid.is_some() { low <= middle && middle <= high } else { low <= high };
        if !(0..=255).contains(&low) || !(0..=255).contains(&high) || !ordered {
            return Err(Fault::new(crate::eval::exception::ExcKind::AssertionError, String::new()));
        }
        let tables = (0..3).map(|band| {
            let part = |from: [u8; 4], to: [u8; 4], step: i64, steps: i64| {
                let (from, to) = (i64::from(from[band]), i64::from(to[band]));
                from + (step * (to - from)).div_euclid(steps.max(1))
            };
            table(|value| match mid {
                _ if value < low => i64::from(black[band]),
                _ if value >= high => i64::from(white[band]),
                None => part(black, white, value - low, high - low),
                Some(mid) if value < middle => part(black, mid, value - low, middle - low),
                Some(mid) => part(mid, white, value - middle, high - middle),
            })
        });
        let tables = tables.collect();
        let colored = converted(ctx, image, "RGB")?;
        look_up(ctx, expect(&colored, "image")?, tables)
    },
};
