//! Attributes of axes.

use std::rc::Rc;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::objects;
use crate::mpl::projection::Projection;

/// Reads an attribute.
pub(crate) fn axes_attribute(ctx: &mut Ctx, axes: &Rc<Axes>, name: &str) -> PyResult<Option<Value>> {
    let of = |ctx: &mut Ctx, wanted: fn(&Body) -> bool| {
        let artists: Vec<Rc<Artist>> = axes.artists.borrow().clone();
        let chosen = artists.iter().filter(|artist| wanted(&artist.body.borrow()));
        ctx.list(chosen.map(objects::artist).collect())
    };
    if let Some(value) = crate::mpl::solid::attribute(axes, name) {
        return Ok(Some(value));
    }
    Ok(Some(match name {
        "figure" => axes.page().map_or(Value::None, |figure| objects::figure(&figure)),
        "transData" => objects::transform(axes.data_transform()),
        "transAxes" => objects::transform(axes.axes_transform()),
        "lines" => of(ctx, |body| matches!(body, Body::Line(_)))?,
        "patches" => of(ctx, |body| matches!(body, Body::Patch(_)))?,
        "texts" => of(ctx, |body| matches!(body, Body::Text(_)))?,
        "images" => of(ctx, |body| matches!(body, Body::Image(_)))?,
        "collections" => of(ctx, |body| matches!(body, Body::Collection(_)))?,
        "xaxis" => crate::mpl::axis_object::value(axes, 0),
        "yaxis" => crate::mpl::axis_object::value(axes, 1),
        "spines" => Value::from_host(crate::mpl::spine_object::SpinesObject(axes.clone())),
        "patch" => Value::from_host(crate::mpl::axes_patch::AxesPatch(axes.clone())),
        "legend_" => axes.legend.borrow().as_ref().map_or(Value::None, objects::artist),
        "name" => ctx.str(match Projection::of(axes) {
            Projection::Flat => "rectilinear",
            Projection::Polar => "polar",
            Projection::Solid => "3d",
        })?,
        "dataLim" => objects::bbox(data_limits(axes)),
        "viewLim" => {
            let (x, y) = (axes.domain(0), axes.domain(1));
            let rect = crate::mpl::geometry::Rect {
                x0: x.low.get(),
                y0: y.low.get(),
                x1: x.high.get(),
                y1: y.high.get(),
            };
            objects::bbox(rect)
        }
        "bbox" => {
            axes.settle();
            objects::bbox(axes.bbox.get())
        }
        "title" => objects::artist(&axes.titles[0]),
        _ => return Ok(None),
    }))
}

/// The box around all data.
fn data_limits(axes: &Rc<Axes>) -> crate::mpl::geometry::Rect {
    let mut all = crate::mpl::geometry::Rect::EMPTY;
    for artist in axes.artists.borrow().iter() {
        if let Some((rect, [true, true])) = artist.data_box(axes) {
            all = all.union(&rect);
        }
    }
    all
}
