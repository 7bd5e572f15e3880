//! `matplotlib.pyplot`: the methods of the current axes and figure as functions.

use super::methods::{AxesMethod, axes_names};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::host::{Host, NativeFn};
use crate::eval::value::Value;

/// A function that calls a method of the current axes.
struct OnAxes {
    name: &'static str,
    method: AxesMethod,
}

impl Host for OnAxes {
    fn type_name(&self) -> &'static str {
        "function"
    }

    fn call(&self, ctx: &mut Ctx, _: &Value, args: Args) -> PyResult<Value> {
        let axes = ctx.current_axes()?;
        (self.method)(ctx, &axes, args)
    }

    fn repr(&self, _: &mut Ctx) -> PyResult<String> {
        Ok(format!("<function {}>", self.name))
    }
}

static FUNCTIONS: &[NativeFn] = &[
    NativeFn {
        name: "colorbar",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            super::colorbar::colorbar(ctx, &figure, args)
        },
    },
    NativeFn {
        name: "savefig",
        call: |ctx, args| {
            let figure = ctx.current_figure()?;
            super::save::savefig(ctx, &figure, args)
        },
    },
    NativeFn {
        name: "show",
        call: |ctx, _| {
            super::save::show(ctx)?;
            Ok(Value::None)
        },
    },
];

/// The module.
pub(super) fn module(ctx: &mut Ctx) -> PyResult<Value> {
    let mut contents: Vec<(&'static str, Value)> = Vec::new();
    for (name, method) in axes_names() {
        contents.push((name, Value::from_host(OnAxes { name, method })));
    }
    for name in ["Arrow", "Circle", "Polygon", "Rectangle"] {
        contents.extend(super::patch_classes::class(name).map(|class| (name, class)));
    }
    contents.push(("cm", super::color_module::registry()));
    contents.push(("colormaps", super::color_module::registry()));
    contents.push(("get_cmap", Value::Native(&super::color_module::GET_CMAP)));
    contents.extend(FUNCTIONS.iter().map(|function| (function.name, Value::Native(function))));
    ctx.new_module("matplotlib.pyplot", contents)
}
