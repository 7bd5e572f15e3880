//! What kind of axes a script asks for: flat, polar or in space.

use std::rc::Rc;

use super::arguments::Options;
use super::axes::Axes;
use super::{polar, solid};
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};

/// A kind of axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Projection {
    Flat,
    Polar,
    Solid,
}

impl Projection {
    /// Takes `projection` and `polar`.
    pub fn take(ctx: &mut Ctx, options: &mut Options) -> PyResult<Self> {
        let polar = options.flag(ctx, "polar")?.unwrap_or(false);
        Ok(match options.text(ctx, "projection")?.as_deref() {
            None | Some("rectilinear") if polar => Self::Polar,
            None | Some("rectilinear") => Self::Flat,
            Some("polar") => Self::Polar,
            Some("3d") => Self::Solid,
            Some(other) => {
                let shown: String = other.chars().take(40).collect();
                if matches!(other, "aitoff" | "hammer" | "lambert" | "mollweide") {
                    return Err(Fault::not_provided(format!("projection='{shown}'")));
                }
                return Err(Fault::value_error(format!("Unknown projection {shown:?}")));
            }
        })
    }

    /// The kind that axes are of.
    pub fn of(axes: &Axes) -> Self {
        match (axes.solid.get(), axes.polar.get()) {
            (Some(_), _) => Self::Solid,
            (None, true) => Self::Polar,
            (None, false) => Self::Flat,
        }
    }

    /// Makes new axes be of this kind; takes what only that kind knows.
    pub fn make(self, ctx: &mut Ctx, axes: &Rc<Axes>, options: &mut Options) -> PyResult<()> {
        match self {
            Self::Flat => Ok(()),
            Self::Polar => polar::make(ctx, axes),
            Self::Solid => solid::make(ctx, axes, options),
        }
    }
}
