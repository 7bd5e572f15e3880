//! What scripts call on artists.

use std::rc::Rc;

use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;
use crate::mpl::arguments::Options;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::{objects, props};

/// Reads an attribute.
pub(crate) fn artist_attribute(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str) -> PyResult<Option<Value>> {
    Ok(match name {
        "axes" => Some(artist.home().map_or(Value::None, |axes| objects::axes(&axes))),
        "figure" => Some(artist.page().map_or(Value::None, |figure| objects::figure(&figure))),
        "zorder" => Some(Value::Float(artist.zorder.get())),
        "levels" if artist.class_name() != "QuadContourSet" => None,
        "levels" | "cmap" => props::get(ctx, artist, name)?,
        _ => None,
    })
}

/// Whether an artist has a method.
pub(crate) fn artist_has(_: &Rc<Artist>, name: &str) -> bool {
    name.starts_with("set_")
        || name.starts_with("get_")
        || matches!(name, "set" | "remove" | "update" | "changed")
}

/// Calls a method.
pub(crate) fn artist_call(ctx: &mut Ctx, artist: &Rc<Artist>, name: &str, args: Args) -> PyResult<Value> {
    if name == "get_frame" {
        return Ok(Value::from_host(crate::mpl::legend_frame::LegendFrame(artist.clone())));
    }
    if let Some(property) = name.strip_prefix("get_") {
        return match props::get(ctx, artist, property)? {
            Some(value) => Ok(value),
            None => Err(Fault::no_attribute(artist.class_name(), name)),
        };
    }
    match name {
        "set" => {
            let (_, options) = Options::split(args);
            props::apply(ctx, artist, options)?;
            Ok(Value::None)
        }
        "update" => {
            let [properties] = args.exactly("update")?;
            crate::mpl::props_text::dictionary(ctx, artist, &properties)?;
            Ok(Value::None)
        }
        "changed" => Ok(Value::None),
        "remove" => {
            remove(artist);
            Ok(Value::None)
        }
        _ => match name.strip_prefix("set_") {
            Some(property) => {
                set(ctx, artist, property, args)?;
                Ok(Value::None)
            }
            None => Err(Fault::no_attribute(artist.class_name(), name)),
        },
    }
}

/// `set_...` with one value, or with several that are one.
fn set(ctx: &mut Ctx, artist: &Rc<Artist>, property: &str, args: Args) -> PyResult<()> {
    let (mut positional, options) = Options::split(args);
    let value = match positional.len() {
        0 => match options.items.first() {
            Some((_, value)) => value.clone(),
            None => {
                let message = format!("set_{property}() missing 1 required positional argument");
                return Err(Fault::type_error(message));
            }
        },
        1 => positional.remove(0),
        _ => ctx.tuple(positional)?,
    };
    match props::set(ctx, artist, property, &value) {
        Err(fault) if fault.is(crate::eval::exception::ExcKind::AttributeError) => {
            Err(Fault::no_attribute(artist.class_name(), &format!("set_{property}")))
        }
        other => other,
    }
}

/// Takes an artist out of its axes and its figure.
fn remove(artist: &Rc<Artist>) {
    if let Some(axes) = artist.home() {
        axes.artists.borrow_mut().retain(|other| !Rc::ptr_eq(other, artist));
        let legend = axes.legend.borrow().as_ref().is_some_and(|legend| Rc::ptr_eq(legend, artist));
        if legend {
            axes.legend.replace(None);
        }
    }
    if let Some(figure) = artist.page() {
        figure.artists.borrow_mut().retain(|other| !Rc::ptr_eq(other, artist));
    }
    if let Body::Text(text) = &mut *artist.body.borrow_mut() {
        text.text.clear();
    }
}
