//! OpenCV for scripts: the module `cv2`.
//!
//! Pictures are numpy arrays in OpenCV's order of channels. This folder turns Python's arguments into
//! [`Mat`](crate::imgproc::Mat)s, asks for fuel and memory, and hands the work to
//! [`imgproc`](crate::imgproc). Wrong arguments raise `cv2.error`, as in OpenCV.

mod arguments;
mod arithmetic;
mod arrays;
mod color;
mod constants;
mod contours;
mod edges;
mod elementwise;
mod fault;
mod features;
mod files;
mod filters;
mod fits;
mod geometry;
mod histograms;
mod houghs;
mod layout;
mod lettering;
mod morphologies;
mod polar;
mod polygons;
mod regions;
mod shape_arguments;
mod shapes;
mod statistics;
mod stroke;
mod thresholds;
mod transforms;

use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::PyResult;
use crate::eval::host::NativeFn;
use crate::eval::value::Value;

/// The functions of the module by chapter.
static FUNCTIONS: &[&[NativeFn]] = &[
    arithmetic::ALL,
    color::ALL,
    layout::ALL,
    filters::ALL,
    edges::ALL,
    thresholds::ALL,
    morphologies::ALL,
    geometry::ALL,
    transforms::ALL,
    contours::ALL,
    fits::ALL,
    statistics::ALL,
    regions::ALL,
    histograms::ALL,
    houghs::ALL,
    features::ALL,
    polar::ALL,
    shapes::ALL,
    polygons::ALL,
    lettering::ALL,
    files::ALL,
];

/// The module `cv2`, if this is its name; built once per sandbox.
pub(crate) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    if name != "cv2" {
        return Ok(None);
    }
    let functions = FUNCTIONS.iter().flat_map(|chapter| chapter.iter());
    let mut contents: Vec<(&'static str, Value)> = functions.map(|f| (f.name, Value::Native(f))).collect();
    contents.extend(constants::ALL.iter().map(|(name, number)| (*name, Value::Int(*number))));
    contents.push(("error", Value::ExcType(ExcKind::CvError)));
    contents.push(("__version__", ctx.str("4.14.0")?));
    ctx.new_module("cv2", contents).map(Some)
}
