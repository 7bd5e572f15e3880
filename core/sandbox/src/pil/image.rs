//! The image object: pixels with a number, a memory charge and a record.

use std::cell::{Ref, RefCell};
use std::rc::Rc;

use super::state::record;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::heap::Charge;
use crate::eval::host::NativeType;
use crate::eval::value::Value;
use crate::raster::{Canvas, MAX_PIXELS, Transform};
use crate::{CanvasId, DrawKind, Mode};

/// `PIL.Image.Image`.
pub struct PyImage {
    pub(super) id: CanvasId,
    pub(super) canvas: Rc<RefCell<Canvas>>,
    charge: RefCell<Charge>,
    pub(super) filename: Option<String>,
    pub(super) format: Option<&'static str>,
}

/// The class, for `isinstance(x, Image.Image)`.
pub(super) static IMAGE: NativeType = NativeType {
    name: "Image",
    call: None,
    is_instance: |value| value.host::<PyImage>().is_some(),
    attrs: &[],
};

impl PyImage {
    /// The pixels and their mode.
    pub fn canvas(&self) -> Ref<'_, Canvas> {
        self.canvas.borrow()
    }

    /// The number of its canvas.
    pub(crate) fn id(&self) -> CanvasId {
        self.id
    }

    pub(super) fn size(&self) -> [u32; 2] {
        self.canvas.borrow().size()
    }

    pub(super) fn mode(&self) -> Mode {
        self.canvas.borrow().mode
    }

    /// Number of pixels.
    pub(super) fn area(&self) -> u64 {
        let [width, height] = self.size();
        u64::from(width) * u64::from(height)
    }
}

/// The image that a value is.
pub(super) fn expect<'a>(value: &'a Value, what: &str) -> PyResult<&'a PyImage> {
    value.host::<PyImage>().ok_or_else(|| {
        let name = value.type_name();
        Fault::type_error(format!("{what} must be an Image, not '{name}'"))
    })
}

/// The mode that an argument names.
pub(super) fn mode(value: Option<&Value>) -> PyResult<Mode> {
    let name = value.and_then(Value::as_str).unwrap_or_default();
    if let Some(mode) = Mode::parse(name) {
        return Ok(mode);
    }
    if ["LAB", "I;16", "I;16B", "PA", "RGBX", "RGBa", "La"].contains(&name) {
        return Err(Fault::not_provided(format!("image mode '{name}'")));
    }
    Err(Fault::value_error("unrecognized image mode"))
}

/// Checks the size of an image before it is made.
pub(super) fn checked_size(size: [i64; 2]) -> PyResult<[u32; 2]> {
    let [width, height] = size;
    if width < 0 || height < 0 {
        return Err(Fault::value_error("Width and height must be >= 0"));
    }
    let pixels = u64::try_from(i128::from(width) * i128::from(height)).unwrap_or(u64::MAX);
    let sides = (u32::try_from(width), u32::try_from(height));
    match sides {
        (Ok(width), Ok(height)) if pixels <= MAX_PIXELS && width <= 1 << 24 && height <= 1 << 24 => {
            Ok([width, height])
        }
        _ => Err(Fault::value_error(format!(
            "image size {width}x{height} is too large: at most {MAX_PIXELS} pixels"
        ))),
    }
}

/// Pays for an image of `size`: fuel for its pixels and memory.
pub(super) fn pay(ctx: &mut Ctx, size: [u32; 2]) -> PyResult<Charge> {
    let pixels = u64::from(size[0]) * u64::from(size[1]);
    ctx.burn(pixels / 16 + 1)?;
    ctx.charge(pixels as usize * 4 + 256)
}

/// A new image object of a recorded operation; `make` runs once size, fuel and memory are settled.
pub(super) fn create(
    ctx: &mut Ctx,
    id: CanvasId,
    kind: DrawKind,
    size: [u32; 2],
    make: impl FnOnce() -> Canvas,
) -> PyResult<PyImage> {
    let charge = pay(ctx, size)?;
    record(ctx, id, kind)?;
    Ok(held(ctx, id, make(), charge, None))
}

/// An image whose pixels no operation describes: an array made into a picture, or a decoded file.
pub(super) fn from_pixels(ctx: &mut Ctx, canvas: Canvas, format: Option<&'static str>) -> PyResult<Value> {
    let id = ctx.draw.new_canvas();
    let charge = pay(ctx, canvas.size())?;
    super::record::record_canvas(ctx, id, &canvas)?;
    Ok(Value::from_host(held(ctx, id, canvas, charge, format)))
}

/// An image object that the drawing state knows of.
fn held(
    ctx: &mut Ctx,
    id: CanvasId,
    canvas: Canvas,
    charge: Charge,
    format: Option<&'static str>,
) -> PyImage {
    let canvas = Rc::new(RefCell::new(canvas));
    ctx.draw.resting.hold(&canvas);
    PyImage { id, canvas, charge: charge.into(), filename: None, format }
}

/// An image that shows what a canvas shows, which is `pixels`.
pub(crate) fn copied_image(ctx: &mut Ctx, from: CanvasId, pixels: Canvas) -> PyResult<Value> {
    let (id, size) = (ctx.draw.new_canvas(), pixels.size());
    let kind = DrawKind::Derive { from, how: Transform::Copy.to_string(), size, region: None };
    Ok(Value::from_host(create(ctx, id, kind, size, || pixels)?))
}

/// A new image made from others.
pub(super) fn derive(
    ctx: &mut Ctx,
    from: &PyImage,
    transform: &Transform,
    size: [u32; 2],
    region: Option<[f32; 4]>,
    others: &[&PyImage],
) -> PyResult<Value> {
    let id = ctx.draw.new_canvas();
    ctx.burn(from.area() / 8)?;
    let kind = DrawKind::Derive { from: from.id, how: transform.to_string(), size, region };
    let image = create(ctx, id, kind, size, || compute(from, transform, size, region, others))?;
    Ok(Value::from_host(image))
}

/// Changes an image as a whole.
pub(super) fn change(
    ctx: &mut Ctx,
    image: &PyImage,
    transform: &Transform,
    size: [u32; 2],
    region: Option<[f32; 4]>,
    others: &[&PyImage],
) -> PyResult<()> {
    ctx.burn(image.area() / 8)?;
    let charge = pay(ctx, size)?;
    let kind = DrawKind::Derive { from: image.id, how: transform.to_string(), size, region };
    record(ctx, image.id, kind)?;
    let changed = compute(image, transform, size, region, others);
    image.canvas.replace(changed);
    image.charge.replace(charge);
    Ok(())
}

fn compute(
    from: &PyImage,
    transform: &Transform,
    size: [u32; 2],
    region: Option<[f32; 4]>,
    others: &[&PyImage],
) -> Canvas {
    let borrowed: Vec<Ref<'_, Canvas>> = others.iter().map(|other| other.canvas()).collect();
    let others: Vec<&Canvas> = borrowed.iter().map(|canvas| &**canvas).collect();
    transform.apply(&from.canvas(), size, region, &others)
}

/// Draws on an image and records it.
pub(super) fn draw(ctx: &mut Ctx, image: &PyImage, kind: DrawKind) -> PyResult<()> {
    let cost = crate::raster::cost(&kind, image.size());
    ctx.burn(cost)?;
    // A thick outline needs a stencil of the whole image for a moment.
    let stencil = matches!(&kind, DrawKind::Polygon { width, .. } if *width > 1.0);
    let _stencil = ctx.charge(if stencil { image.area() as usize * 5 } else { 0 })?;
    crate::raster::draw(&mut image.canvas.borrow_mut(), &kind);
    record(ctx, image.id, kind)
}
