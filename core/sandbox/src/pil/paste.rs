//! Putting images together and taking them apart.

use super::arguments::{four, given, integer, pixel, sequence};
use super::color::color;
use super::image::{PyImage, change, create, derive, expect};
use super::state::record;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::NativeFn;
use crate::eval::value::Value;
use crate::raster::{Canvas, Transform};
use crate::{DrawKind, Mode};

fn mismatch() -> Fault {
    Fault::value_error("images do not match")
}

/// Where something is pasted.
struct Place {
    at: [i32; 2],
    size: Option<[i64; 2]>,
}

fn place(ctx: &mut Ctx, value: Option<&Value>) -> PyResult<Place> {
    let Some(value) = value else { return Ok(Place { at: [0, 0], size: None }) };
    let items = sequence(ctx, value)?;
    let near = |value: i64| value.clamp(-(1 << 26), 1 << 26) as i32;
    match items.len() {
        2 => {
            let [x, y] = pixel(ctx, value)?;
            Ok(Place { at: [near(x), near(y)], size: None })
        }
        _ => {
            let [x0, y0, x1, y1] = four(ctx, value)?.map(|side| side as i64);
            Ok(Place { at: [near(x0), near(y0)], size: Some([x1.saturating_sub(x0), y1.saturating_sub(y0)]) })
        }
    }
}

/// `image.paste(im, box=None, mask=None)`.
pub(super) fn paste(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [source, region, mask] = args.bind("Image.paste", ["im", "box", "mask"], 1)?;
    let source = source.unwrap_or(Value::None);
    let (mut region, mut mask) = (given(region), given(mask));
    if mask.is_none() && region.as_ref().is_some_and(|region| region.host::<PyImage>().is_some()) {
        mask = region.take();
    }
    let place = place(ctx, region.as_ref())?;
    let mask = mask.as_ref().map(|mask| expect(mask, "mask")).transpose()?;
    if let Some(from) = source.host::<PyImage>() {
        let size = from.size().map(i64::from);
        if place.size.is_some_and(|wanted| wanted != size) {
            return Err(mismatch());
        }
        put(ctx, image, from, place.at, mask)?;
        return Ok(Value::None);
    }
    let color = color(ctx, &source, image.mode())?;
    let whole = image.size().map(i64::from);
    let size = match (place.size, region.is_some(), mask) {
        (Some(size), ..) => size,
        (None, _, Some(mask)) => mask.size().map(i64::from),
        (None, false, None) => whole,
        (None, true, None) => {
            return Err(Fault::value_error("cannot determine region size; use 4-item box"));
        }
    };
    if size[0] <= 0 || size[1] <= 0 {
        return Ok(Value::None);
    }
    match mask {
        None => {
            let [x, y] = place.at.map(f64::from);
            let bbox = [x, y, x + size[0] as f64 - 1.0, y + size[1] as f64 - 1.0].map(crate::raster::narrow);
            let kind = DrawKind::Rectangle {
                bbox,
                fill: Some(color),
                outline: None,
                width: 1.0,
                radius: 0.0,
                corners: [true; 4],
            };
            super::image::draw(ctx, image, kind)?;
        }
        Some(mask) => {
            let size = super::image::checked_size(size)?;
            let id = ctx.draw.new_canvas();
            let mode = image.mode();
            let kind = DrawKind::New { size, color, mode };
            let sheet = create(ctx, id, kind, size, || Canvas::new(size, mode, color))?;
            put(ctx, image, &sheet, place.at, Some(mask))?;
        }
    }
    Ok(Value::None)
}

fn put(ctx: &mut Ctx, image: &PyImage, from: &PyImage, at: [i32; 2], mask: Option<&PyImage>) -> PyResult<()> {
    if mask.is_some_and(|mask| mask.size() != from.size()) {
        return Err(mismatch());
    }
    ctx.burn(from.area() / 8 + 1)?;
    record(ctx, image.id, DrawKind::Paste { from: from.id, at, mask: mask.map(|mask| mask.id) })?;
    // An image may be pasted into itself, or be its own mask.
    let own = |other: &PyImage| std::ptr::eq(other, image);
    let copies = usize::from(own(from)) + usize::from(mask.is_some_and(own));
    let _copies = ctx.charge(copies * image.area() as usize * 4)?;
    let from_copy = own(from).then(|| image.canvas().clone());
    let mask_copy = mask.filter(|mask| own(mask)).map(|mask| mask.canvas().clone());
    let borrowed_from = (!own(from)).then(|| from.canvas());
    let borrowed_mask = mask.filter(|mask| !own(mask)).map(|mask| mask.canvas());
    let mask = mask_copy.as_ref().or(borrowed_mask.as_deref());
    if let Some(from) = from_copy.as_ref().or(borrowed_from.as_deref()) {
        image.canvas.borrow_mut().paste(from, at, mask);
    }
    Ok(())
}

/// `image.alpha_composite(im, dest=(0, 0), source=(0, 0))`.
pub(super) fn alpha_composite(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [over, dest, source] = args.bind("Image.alpha_composite", ["im", "dest", "source"], 1)?;
    let over = over.unwrap_or(Value::None);
    let over = expect(&over, "im")?;
    if image.mode() != Mode::Rgba || over.mode() != Mode::Rgba {
        return Err(Fault::value_error("image has wrong mode"));
    }
    let at = match given(dest) {
        Some(dest) => pixel(ctx, &dest)?.map(|side| side.clamp(-(1 << 26), 1 << 26) as i32),
        None => [0, 0],
    };
    let cropped;
    let mut over = over;
    if let Some(source) = given(source) {
        let items = sequence(ctx, &source)?;
        if items.len() != 2 || pixel(ctx, &source)? != [0, 0] {
            let box_of = if items.len() == 4 {
                source
            } else {
                let [x, y] = pixel(ctx, &source)?;
                let [width, height] = over.size().map(i64::from);
                ctx.tuple([x, y, width, height].map(Value::Int).to_vec())?
            };
            let receiver = crate::eval::args::Args::new(vec![box_of]);
            cropped = crate::eval::host::Host::call_method(over, ctx, &Value::None, "crop", receiver)?;
            over = expect(&cropped, "im")?;
        }
    }
    if std::ptr::eq(image, over) {
        return Ok(Value::None);
    }
    ctx.burn(over.area() / 4)?;
    change(ctx, image, &Transform::Over(over.id, at), image.size(), None, &[over])?;
    Ok(Value::None)
}

/// `image.putalpha(alpha)`: an image or a number.
pub(super) fn putalpha(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [alpha] = args.bind("Image.putalpha", ["alpha"], 1)?;
    let alpha = alpha.unwrap_or(Value::None);
    if let Some(alpha) = alpha.host::<PyImage>() {
        if alpha.size() != image.size() {
            return Err(mismatch());
        }
        change(ctx, image, &Transform::Alpha(alpha.id), image.size(), None, &[alpha])?;
        return Ok(Value::None);
    }
    let value = integer(&alpha)?.clamp(0, 255) as u8;
    let (id, size) = (ctx.draw.new_canvas(), image.size());
    let color = [value, value, value, 255];
    let kind = DrawKind::New { size, color, mode: Mode::Luma };
    let sheet = create(ctx, id, kind, size, || Canvas::new(size, Mode::Luma, color))?;
    change(ctx, image, &Transform::Alpha(id), size, None, &[&sheet])?;
    Ok(Value::None)
}

/// The stored channel of a band.
fn stored(mode: Mode, band: usize) -> usize {
    mode.channels().get(band).copied().unwrap_or(0)
}

/// `image.split()`.
pub(super) fn split(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    args.exactly::<0>("Image.split")?;
    let mode = image.mode();
    let mut bands = Vec::new();
    for band in 0..mode.bands().len() {
        let transform =
            if mode.bands().len() == 1 { Transform::Copy } else { Transform::Band(stored(mode, band)) };
        bands.push(derive(ctx, image, &transform, image.size(), None, &[])?);
    }
    ctx.tuple(bands)
}

/// `image.getchannel(channel)`.
pub(super) fn getchannel(ctx: &mut Ctx, image: &PyImage, args: Args) -> PyResult<Value> {
    let [channel] = args.bind("Image.getchannel", ["channel"], 1)?;
    let channel = channel.unwrap_or(Value::None);
    let mode = image.mode();
    let band = match channel.as_str() {
        Some(name) => mode
            .bands()
            .iter()
            .position(|band| *band == name)
            .ok_or_else(|| Fault::value_error(format!("The image has no channel \"{name}\"")))?,
        None => usize::try_from(integer(&channel)?).unwrap_or(usize::MAX),
    };
    if band >= mode.bands().len() {
        return Err(Fault::value_error("band index out of range"));
    }
    derive(ctx, image, &Transform::Band(stored(mode, band)), image.size(), None, &[])
}

/// Two images of one size and mode.
fn pair(a: &PyImage, b: &PyImage) -> PyResult<()> {
    if a.size() == b.size() && a.mode() == b.mode() { Ok(()) } else { Err(mismatch()) }
}

/// `Image.blend(im1, im2, alpha)`.
pub(super) static BLEND: NativeFn = NativeFn {
    name: "blend",
    call: |ctx: &mut Ctx, args: Args| {
        let [a, b, share] = args.bind("blend", ["im1", "im2", "alpha"], 3)?;
        let (a, b) = (a.unwrap_or(Value::None), b.unwrap_or(Value::None));
        let (a, b) = (expect(&a, "im1")?, expect(&b, "im2")?);
        pair(a, b)?;
        let share = super::arguments::finite(&share.unwrap_or(Value::None))?;
        derive(ctx, a, &Transform::Blend(b.id, share), a.size(), None, &[b])
    },
};

/// `Image.composite(image1, image2, mask)`.
pub(super) static COMPOSITE: NativeFn = NativeFn {
    name: "composite",
    call: |ctx: &mut Ctx, args: Args| {
        let [a, b, mask] = args.bind("composite", ["image1", "image2", "mask"], 3)?;
        let [a, b, mask] = [a, b, mask].map(|value| value.unwrap_or(Value::None));
        let (a, b, mask) = (expect(&a, "image1")?, expect(&b, "image2")?, expect(&mask, "mask")?);
        pair(a, b)?;
        if mask.size() != a.size() {
            return Err(mismatch());
        }
        derive(ctx, a, &Transform::Composite(b.id, mask.id), a.size(), None, &[b, mask])
    },
};

/// `Image.alpha_composite(im1, im2)`.
pub(super) static ALPHA_COMPOSITE: NativeFn = NativeFn {
    name: "alpha_composite",
    call: |ctx: &mut Ctx, args: Args| {
        let [below, above] = args.bind("alpha_composite", ["im1", "im2"], 2)?;
        let (below, above) = (below.unwrap_or(Value::None), above.unwrap_or(Value::None));
        let (below, above) = (expect(&below, "im1")?, expect(&above, "im2")?);
        if below.mode() != Mode::Rgba || above.mode() != Mode::Rgba {
            return Err(Fault::value_error("image has wrong mode"));
        }
        pair(below, above)?;
        ctx.burn(below.area() / 4)?;
        derive(ctx, below, &Transform::Over(above.id, [0, 0]), below.size(), None, &[above])
    },
};

/// `Image.merge(mode, bands)`.
pub(super) static MERGE: NativeFn = NativeFn {
    name: "merge",
    call: |ctx: &mut Ctx, args: Args| {
        let [mode, bands] = args.bind("merge", ["mode", "bands"], 2)?;
        let mode = super::image::mode(mode.as_ref())?;
        let bands = sequence(ctx, &bands.unwrap_or(Value::None))?;
        if bands.len() != mode.bands().len() {
            return Err(Fault::value_error("wrong number of bands"));
        }
        let images = bands.iter().map(|band| expect(band, "band")).collect::<PyResult<Vec<_>>>()?;
        let Some(first) = images.first() else { return Err(Fault::value_error("wrong number of bands")) };
        for image in &images {
            if image.mode() != Mode::Luma {
                return Err(Fault::value_error("mode mismatch"));
            }
            if image.size() != first.size() {
                return Err(Fault::new(ExcKind::ValueError, "size mismatch"));
            }
        }
        let ids = images.iter().map(|image| image.id).collect();
        derive(ctx, first, &Transform::Merge(mode, ids), first.size(), None, &images)
    },
};
