//! `matplotlib.patheffects`, as far as it draws outlines around strokes.

use std::rc::Rc;

use super::artist::Artist;
use super::color::Color;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::host::Host;
use crate::eval::value::Value;

/// `withStroke`, `Stroke` and `Normal`.
pub(crate) struct Effect {
    /// Width in points and colour; `Normal` has none.
    pub stroke: Option<(f64, Color)>,
}

impl Host for Effect {
    fn type_name(&self) -> &'static str {
        "withStroke"
    }
}

/// Puts effects on an artist.
pub(crate) fn set(ctx: &mut Ctx, artist: &Rc<Artist>, value: &Value) -> PyResult<()> {
    let items = if value.is_none() { Vec::new() } else { ctx.collect(value)? };
    let mut halo = None;
    for item in &items {
        match item.host::<Effect>() {
            Some(effect) => halo = effect.stroke.or(halo),
            None => return Err(Fault::not_provided(format!("the path effect '{}'", item.type_name()))),
        }
    }
    artist.halo.set(halo);
    Ok(())
}
