//! Methods of figures: size, looks, current axes, artists.

use std::rc::Rc;

use super::FigureMethod;
use crate::builtins::real;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::point;
use crate::mpl::figure::Figure;
use crate::mpl::geometry::Rect;
use crate::mpl::transform::Transform;
use crate::mpl::{color, objects, page};

pub(super) const METHODS: &[(&str, FigureMethod)] = &[
    ("colorbar", crate::mpl::colorbar::colorbar),
    ("savefig", crate::mpl::save::savefig),
    ("set_size_inches", |ctx, figure, args| {
        let size = match &args.positional[..] {
            [pair] => point(ctx, pair)?,
            [width, height] => [real(ctx, width)?, real(ctx, height)?],
            _ => return Err(Fault::type_error("set_size_inches() takes a width and a height")),
        };
        if size.iter().any(|side| !(*side > 0.0 && *side < 65_536.0)) {
            return Err(Fault::value_error(format!(
                "figure size must be positive finite not ({}, {})",
                size[0], size[1]
            )));
        }
        figure.size.set(size);
        Ok(Value::None)
    }),
    ("get_size_inches", |ctx, figure, _| crate::numpy::array_from(ctx, &[2], &figure.size.get())),
    ("set_figwidth", |ctx, figure, args| side(ctx, figure, args, 0)),
    ("set_figheight", |ctx, figure, args| side(ctx, figure, args, 1)),
    ("get_figwidth", |_, figure, _| Ok(Value::Float(figure.size.get()[0]))),
    ("get_figheight", |_, figure, _| Ok(Value::Float(figure.size.get()[1]))),
    ("set_dpi", |ctx, figure, args| {
        let [value] = args.exactly("set_dpi")?;
        let dpi = real(ctx, &value)?;
        if !(dpi > 0.0 && dpi < 65_536.0) {
            return Err(Fault::value_error("dpi must be positive"));
        }
        figure.dpi.set(dpi);
        Ok(Value::None)
    }),
    ("get_dpi", |_, figure, _| Ok(Value::Float(figure.dpi.get()))),
    ("set_facecolor", |ctx, figure, args| {
        let [value] = args.exactly("set_facecolor")?;
        figure.face.set(color::color(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_facecolor", |ctx, figure, _| color::as_value(ctx, figure.face.get())),
    ("set_edgecolor", |ctx, figure, args| {
        let [value] = args.exactly("set_edgecolor")?;
        figure.edge.set(color::color(ctx, &value)?);
        Ok(Value::None)
    }),
    ("set_linewidth", |ctx, figure, args| {
        let [value] = args.exactly("set_linewidth")?;
        figure.edge_width.set(real(ctx, &value)?);
        Ok(Value::None)
    }),
    ("get_axes", |ctx, figure, _| {
        let all: Vec<Value> = figure.axes.borrow().iter().map(objects::axes).collect();
        ctx.list(all)
    }),
    ("gca", |ctx, figure, _| crate::mpl::state::axes_of(ctx, figure).map(|axes| objects::axes(&axes))),
    ("sca", |_, figure, args| {
        let [value] = args.exactly("sca")?;
        if let Some(axes) = value.host::<objects::AxesObject>() {
            figure.current.replace(Some(axes.0.clone()));
        }
        Ok(value)
    }),
    ("delaxes", |ctx, figure, args| {
        let [value] = args.exactly("delaxes")?;
        let _ = figure;
        ctx.call_method(&value, "remove", Args::default())
    }),
    ("clf", clear),
    ("clear", clear),
    ("legend", crate::mpl::legend_make::on_figure),
    ("show", |ctx, _, _| {
        crate::mpl::save::show(ctx)?;
        Ok(Value::None)
    }),
    ("add_artist", |_, figure, args| {
        let [value] = args.exactly("add_artist")?;
        let Some(object) = value.host::<objects::ArtistObject>() else {
            return Err(Fault::type_error(format!("an Artist is expected, not '{}'", value.type_name())));
        };
        figure.own(&object.0);
        object.0.clip.set(false);
        let plain = matches!(*object.0.transform.borrow(), Transform::Pixels);
        if plain {
            object.0.transform.replace(Transform::Figure(figure.this()));
        }
        figure.artists.borrow_mut().push(object.0.clone());
        Ok(value)
    }),
    ("get_tightbbox", |ctx, figure, _| {
        page::settle(ctx, figure)?;
        let all = page::tight_box(ctx, figure)?;
        let dpi = figure.dpi.get();
        Ok(objects::bbox(Rect { x0: all.x0 / dpi, y0: all.y0 / dpi, x1: all.x1 / dpi, y1: all.y1 / dpi }))
    }),
    ("draw", |_, _, _| Ok(Value::None)),
    ("draw_without_rendering", |_, _, _| Ok(Value::None)),
    ("set_label", |ctx, figure, args| {
        let [value] = args.exactly("set_label")?;
        figure.label.replace(ctx.str_of(&value)?);
        Ok(Value::None)
    }),
    ("get_label", |ctx, figure, _| ctx.str(figure.label.borrow().clone())),
];

fn side(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args, axis: usize) -> PyResult<Value> {
    let [value] = args.exactly("set_figwidth")?;
    let length = real(ctx, &value)?;
    if !(length > 0.0 && length < 65_536.0) {
        return Err(Fault::value_error("figure size must be positive finite"));
    }
    let mut size = figure.size.get();
    size[axis] = length;
    figure.size.set(size);
    Ok(Value::None)
}

pub(super) fn clear(_: &mut Ctx, figure: &Rc<Figure>, _: Args) -> PyResult<Value> {
    figure.axes.borrow_mut().clear();
    figure.artists.borrow_mut().clear();
    figure.current.replace(None);
    figure.title.replace(None);
    figure.mapped.replace(None);
    Ok(Value::None)
}
