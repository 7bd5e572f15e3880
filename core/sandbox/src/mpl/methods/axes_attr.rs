//! Attributes of axes.

use std::rc::Rc;

use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::axes::Axes;
use crate::mpl::objects;

/// Reads an attribute.
pub(crate) fn axes_attribute(ctx: &mut Ctx, axes: &Rc<Axes>, name: &str) -> PyResult<Option<Value>> {
    let of = |ctx: &mut Ctx, wanted: fn(&Body) -> bool| {
        let artists: Vec<Rc<Artist>> = axes.artists.borrow().clone();
        let chosen = artists.iter().filter(|artist| wanted(&artist.body.borrow()));
        ctx.list(chosen.map(objects::artist).collect())
    };
    Ok(Some(match name {
        "figure" => axes.page().map_or(Value::None, |figure| objects::figure(&figure)),
        "transData" => objects::transform(axes.data_transform()),
        "transAxes" => objects::transform(axes.axes_transform()),
        "lines" => of(ctx, |body| matches!(body, Body::Line(_)))?,
        "patches" => of(ctx, |body| matches!(body, Body::Patch(_)))?,
        "texts" => of(ctx, |body| matches!(body, Body::Text(_)))?,
        "images" => of(ctx, |body| matches!(body, Body::Image(_)))?,
        "collections" => of(ctx, |body| matches!(body, Body::Collection(_)))?,
        "title" => objects::artist(&axes.titles[0]),
        _ => return Ok(None),
    }))
}
