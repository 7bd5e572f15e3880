//! Pictures in axes as pixels of the canvas.

use std::rc::Rc;

use super::artist::Artist;
use super::geometry::Rect;
use super::image::{AxesImage, Interpolation, Pixels};
use super::kernel::Kernel;
use super::render::{Pen, Renderer};
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;

/// One output pixel along an axis: the first source pixel and the weights from there.
struct Tap {
    places: Vec<usize>,
    weights: Vec<f64>,
}

/// Draws an image.
pub(crate) fn draw(ctx: &mut Ctx, to: &Renderer, artist: &Rc<Artist>, image: &AxesImage) -> PyResult<()> {
    if image.columns == 0 || image.rows == 0 {
        return Ok(());
    }
    let transform = artist.transform.borrow().clone();
    let [left, right, bottom, top] = image.extent;
    // Where the first column begins and the last ends, and the same for rows from the top of the array.
    let (a, b) = (transform.apply([left, bottom]), transform.apply([right, top]));
    let (x0, x1) = (a[0], b[0]);
    let (y0, y1) = if image.upper { (b[1], a[1]) } else { (a[1], b[1]) };
    if ![x0, x1, y0, y1].iter().all(|value| value.is_finite() && value.abs() < 1.0e9) {
        return Ok(());
    }
    let mut pen = Pen::new(super::color::NONE, 0.0);
    super::draw::clip(artist, &mut pen);
    let shown = Rect { x0: x0.min(x1), y0: y0.min(y1), x1: x0.max(x1), y1: y0.max(y1) };
    let Some(shown) = pen.clip.map_or(Some(shown), |clip| clip.overlap(&shown)) else { return Ok(()) };
    let (wide, high) = (shown.width(), shown.height());
    let (width, height) = ((wide - 1.0e-9).ceil().max(1.0), (high - 1.0e-9).ceil().max(1.0));
    if wide <= 0.0 || high <= 0.0 || width > 32_768.0 || height > 32_768.0 {
        return Ok(());
    }
    let (width, height) = (width as usize, height as usize);
    let interpolation = chosen(image, (x1 - x0).abs(), (y1 - y0).abs());
    // Source pixels along each axis, for output pixels from the left and from the top.
    let across = taps(ctx, width, image.columns, interpolation, |place| {
        let x = shown.x0 + place / width as f64 * wide;
        (x - x0) / (x1 - x0) * image.columns as f64
    })?;
    let down = taps(ctx, height, image.rows, interpolation, |place| {
        let y = shown.y1 - place / height as f64 * high;
        (y - y0) / (y1 - y0) * image.rows as f64
    })?;
    let pixels = resampled(ctx, artist, image, interpolation, &across, &down)?;
    let corner = [libm::floor(shown.x0 + 0.5), to.height - libm::floor(shown.y0 + 0.5) - height as f64];
    to.bitmap(ctx, corner, [width, height], pixels, &pen)
}

/// The interpolation, `Auto` resolved: nearest where pixels become three times as large or a whole number of times.
fn chosen(image: &AxesImage, wide: f64, high: f64) -> Interpolation {
    if image.interpolation != Interpolation::Auto {
        return image.interpolation;
    }
    let (columns, rows) = (image.columns as f64, image.rows as f64);
    let plain = |shown: f64, own: f64| shown > 3.0 * own || shown == own || shown == 2.0 * own;
    if plain(wide, columns) && plain(high, rows) {
        Interpolation::Nearest
    } else {
        Interpolation::Kernel(Kernel::Hanning)
    }
}

fn taps(
    ctx: &mut Ctx,
    count: usize,
    own: usize,
    interpolation: Interpolation,
    place: impl Fn(f64) -> f64,
) -> PyResult<Vec<Tap>> {
    ctx.burn(count as u64 * 4)?;
    let last = own as i64 - 1;
    // Beyond the edge the picture is mirrored.
    let mirror = |index: i64| {
        let period = 2 * own as i64;
        let index = index.rem_euclid(period);
        (if index > last { period - 1 - index } else { index }) as usize
    };
    let kernel = match interpolation {
        Interpolation::Kernel(kernel) => kernel,
        _ => {
            let nearest = |index: usize| {
                let at = place(index as f64 + 0.5).floor().clamp(0.0, last as f64);
                Tap { places: vec![at as usize], weights: vec![1.0] }
            };
            return Ok((0..count).map(nearest).collect());
        }
    };
    let step = ((place(1.0) - place(0.0)).abs()).max(1.0);
    let reach = kernel.radius() * step;
    ctx.burn((count as u64).saturating_mul(reach as u64 * 2 + 2))?;
    let _charge = ctx.charge(count.saturating_mul((reach as usize * 2 + 2) * 16))?;
    let mut out = Vec::with_capacity(count);
    for index in 0..count {
        let center = place(index as f64 + 0.5);
        let (from, to) = ((center - reach - 0.5).ceil() as i64, (center + reach - 0.5).floor() as i64);
        let (mut places, mut weights) = (Vec::new(), Vec::new());
        for source in from..=to {
            let distance = (source as f64 + 0.5 - center).abs() / step;
            if distance <= kernel.radius() {
                places.push(mirror(source));
                weights.push(kernel.weight(distance));
            }
        }
        let sum: f64 = weights.iter().sum();
        if places.is_empty() || sum == 0.0 {
            places = vec![mirror(center.floor() as i64)];
            weights = vec![1.0];
        } else {
            weights.iter_mut().for_each(|weight| *weight /= sum);
        }
        out.push(Tap { places, weights });
    }
    Ok(out)
}

/// The colours of the output pixels, row by row from the top.
fn resampled(
    ctx: &mut Ctx,
    artist: &Rc<Artist>,
    image: &AxesImage,
    interpolation: Interpolation,
    across: &[Tap],
    down: &[Tap],
) -> PyResult<Vec<[u8; 4]>> {
    let area = image.columns.saturating_mul(image.rows);
    let out_area = across.len() * down.len();
    ctx.burn((area + out_area) as u64)?;
    let alpha = artist.alpha.get();
    let _charge = ctx.charge(area.saturating_mul(48).saturating_add(out_area * 8))?;
    if !matches!(interpolation, Interpolation::Kernel(_)) {
        let colors = image.bytes(alpha);
        let mut out = Vec::with_capacity(out_area);
        for row in down {
            out.extend(across.iter().map(|column| colors[row.places[0] * image.columns + column.places[0]]));
        }
        return Ok(out);
    }
    let taps = |list: &[Tap]| list.iter().map(|tap| tap.places.len()).max().unwrap_or(1) as u64;
    // Numbers that become much larger are resampled before they become colours.
    let numbers = matches!(image.pixels, Pixels::Numbers)
        && image.interpolation != Interpolation::Auto
        && across.len() >= 3 * image.columns
        && down.len() >= 3 * image.rows;
    let channels = if numbers { 1 } else { 4 };
    let cost = (image.rows * across.len()) as u64 * taps(across) + out_area as u64 * taps(down);
    ctx.burn(cost / 2 * channels as u64)?;
    let _more = ctx.charge((area + image.rows * across.len() + out_area).saturating_mul(8 * channels))?;
    let source: Vec<f64> = match &image.mappable.array {
        Some(array) if numbers => array.to_vec(),
        _ => image.bytes(alpha).iter().flatten().map(|value| f64::from(*value)).collect(),
    };
    let middle = pass(&source, image.rows, image.columns, channels, across);
    let turned = vertical(&middle, across.len(), channels, down);
    if !numbers {
        let byte = |value: f64| (value.clamp(0.0, 255.0) + 0.5) as u8;
        return Ok(turned.as_chunks::<4>().0.iter().map(|pixel| pixel.map(byte)).collect());
    }
    let norm = image.mappable.norm();
    Ok(turned
        .iter()
        .map(|value| {
            let [r, g, b, a] = image.mappable.cmap.of(&norm, *value);
            super::color::bytes([r, g, b, a * alpha.unwrap_or(1.0)])
        })
        .collect())
}

/// Resamples each row.
fn pass(source: &[f64], rows: usize, columns: usize, channels: usize, across: &[Tap]) -> Vec<f64> {
    let mut out = Vec::with_capacity(rows * across.len() * channels);
    for row in source.chunks_exact(columns * channels).take(rows) {
        for tap in across {
            for channel in 0..channels {
                let sum =
                    tap.places.iter().zip(&tap.weights).map(|(place, w)| row[place * channels + channel] * w);
                out.push(sum.sum());
            }
        }
    }
    out
}

/// Resamples each column.
fn vertical(source: &[f64], columns: usize, channels: usize, down: &[Tap]) -> Vec<f64> {
    let stride = columns * channels;
    let mut out = Vec::with_capacity(down.len() * stride);
    for tap in down {
        for index in 0..stride {
            let sum =
                tap.places.iter().zip(&tap.weights).map(|(place, w)| source[place * stride + index] * w);
            out.push(sum.sum());
        }
    }
    out
}
