//! Where the camera stands.

use std::rc::Rc;

use super::of;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::{Options, choice};
use crate::mpl::axes::Axes;
use crate::mpl::methods::AxesMethod;

pub(super) const METHODS: &[(&str, AxesMethod)] = &[
    ("view_init", view_init),
    ("set_proj_type", |ctx, axes, args| {
        let mut options = Options::named(args, "set_proj_type", &["proj_type", "focal_length"], 1)?;
        let name = options.text(ctx, "proj_type")?.unwrap_or_default();
        let focal = options.number(ctx, "focal_length")?;
        set_lens(axes, &name, focal)?;
        Ok(Value::None)
    }),
    ("get_proj", |ctx, axes, _| {
        let view = super::draw::view(axes, of(axes)?);
        let flat: Vec<f64> = view.matrix.iter().flatten().copied().collect();
        crate::numpy::array_from(ctx, &[4, 4], &flat)
    }),
    ("mouse_init", |_, _, _| Ok(Value::None)),
    ("disable_mouse_rotation", |_, _, _| Ok(Value::None)),
];

/// `view_init(elev=None, azim=None, roll=None, vertical_axis='z', share=False)`.
fn view_init(ctx: &mut Ctx, axes: &Rc<Axes>, args: Args) -> PyResult<Value> {
    let names = ["elev", "azim", "roll", "vertical_axis", "share"];
    let mut options = Options::named(args, "view_init", &names, 0)?;
    let solid = of(axes)?;
    let mut camera = solid.camera.get();
    camera.angles = solid.start.get();
    for (angle, name) in camera.angles.iter_mut().zip(names) {
        *angle = options.number(ctx, name)?.unwrap_or(*angle);
    }
    let upright = options.text(ctx, "vertical_axis")?.unwrap_or_else(|| "z".to_owned());
    camera.upright = choice("vertical_axis", &upright, &["x", "y", "z"])?;
    options.ignore(&["share"]);
    options.finish("Axes3D.view_init")?;
    solid.camera.set(camera);
    Ok(Value::None)
}

/// Sets how rays fall.
pub(super) fn set_lens(axes: &Axes, name: &str, focal: Option<f64>) -> PyResult<()> {
    let solid = of(axes)?;
    let mut camera = solid.camera.get();
    camera.focal = match (choice("proj_type", name, &["persp", "ortho"])?, focal) {
        (0, None) => 1.0,
        (0, Some(focal)) if focal > 0.0 => focal,
        (1, None) => f64::INFINITY,
        (1, Some(focal)) if focal == f64::INFINITY => focal,
        (0, Some(focal)) => {
            return Err(Fault::value_error(format!("focal_length = {focal} must be greater than 0")));
        }
        (_, focal) => {
            let focal = focal.unwrap_or_default();
            return Err(Fault::value_error(format!(
                "focal_length = {focal} must be None for proj_type = {name}"
            )));
        }
    };
    solid.camera.set(camera);
    Ok(())
}
