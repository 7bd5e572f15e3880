//! matplotlib for scripts: pyplot and the object interface, drawn as matplotlib's Agg draws.
//!
//! Artists keep data and style. Saving or showing a figure lays it out and records strokes on a new canvas,
//! each with the line of the call that made its artist; the one rasteriser makes the pixels.
//!
//! Rooms: [`figure`], [`axes`], [`axis`] and [`artist`] hold what scripts build; [`page`], [`axes_draw`],
//! [`axis_layout`] and [`draw`] make strokes of it through [`render`]; [`methods`] is what scripts call,
//! [`objects`] what they hold; `props_*` are the properties of artists. [`inset`] and [`secondary`] are axes in axes,
//! [`solid`] is what stands in space, [`dates`] what makes numbers of dates and [`ticks`] labels of them. A new kind of
//! plot is a chapter in
//! [`methods`] that makes lines, patches, collections, images and texts.

mod affine_object;
mod annotate;
mod annotation;
mod arguments;
mod arrow;
mod arrow_classes;
mod artist;
mod axes;
mod axes_draw;
mod axes_patch;
mod axis;
mod axis_layout;
mod axis_object;
mod boxes;
mod cmap_object;
mod collection;
mod collection_classes;
mod color;
mod color_module;
mod colorbar;
pub mod colormap;
mod contains;
pub mod contour;
mod cycler;
mod date_format;
mod date_module;
mod dates;
mod domain;
mod draw;
mod figure;
mod font_object;
mod geometry;
mod grid;
mod grid_object;
mod halo;
mod hatch;
mod image;
mod image_draw;
mod image_files;
mod imshow;
mod inset;
mod inset_mark;
mod kernel;
mod legend;
mod legend_frame;
mod legend_handle;
mod legend_make;
mod legend_place;
mod mappable;
mod math;
pub mod mathtext;
mod matrix;
mod measure;
mod methods;
mod modules;
mod mosaic;
mod objects;
mod page;
mod patch_classes;
mod path;
mod path_class;
mod path_effects;
mod plots;
mod polar;
mod projection;
mod props;
mod props_collection;
mod props_image;
mod props_line;
mod props_patch;
mod props_text;
mod pyplot;
mod rc;
mod rc_object;
mod render;
mod save;
mod scalar_mappable;
mod secondary;
mod settings;
mod shapes;
mod solid;
mod spine;
mod spine_object;
mod state;
pub mod statistics;
mod style;
mod style_objects;
mod style_sheets;
mod subplots;
mod text;
mod tick_format;
mod ticker;
pub mod ticks;
mod tight;
mod transform;
mod transform_module;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;

pub(crate) use state::PlotState;

/// The module `name`, if this is where it lives; built once per sandbox.
pub(crate) fn module(ctx: &mut Ctx, name: &str) -> PyResult<Option<Value>> {
    Ok(Some(match name {
        "matplotlib" => modules::matplotlib(ctx)?,
        "matplotlib.cm" => color_module::cm(ctx)?,
        "matplotlib.collections" => collection_classes::module(ctx)?,
        "matplotlib.colors" => color_module::colors(ctx)?,
        "matplotlib.patches" => patch_classes::module(ctx)?,
        "matplotlib.path" => path_class::module(ctx)?,
        "matplotlib.pyplot" => pyplot::module(ctx)?,
        other => return modules::module(ctx, other),
    }))
}
