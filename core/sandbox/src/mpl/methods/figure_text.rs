//! Titles, labels and texts of a whole figure.

use std::rc::Rc;

use super::FigureMethod;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::PyResult;
use crate::eval::value::Value;
use crate::mpl::arguments::Options;
use crate::mpl::artist::{Artist, Body};
use crate::mpl::figure::Figure;
use crate::mpl::text::{Across, Down, Text};
use crate::mpl::transform::Transform;
use crate::mpl::{objects, props, props_text};

pub(super) const METHODS: &[(&str, FigureMethod)] = &[
    ("suptitle", |ctx, figure, args| heading(ctx, figure, args, Heading::Title)),
    ("supxlabel", |ctx, figure, args| heading(ctx, figure, args, Heading::Below)),
    ("supylabel", |ctx, figure, args| heading(ctx, figure, args, Heading::Left)),
    ("text", text),
];

/// The texts of a whole figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heading {
    Title,
    Below,
    Left,
}

/// A text placed in fractions of the figure, with the properties that are left.
fn owned(
    ctx: &mut Ctx,
    figure: &Rc<Figure>,
    text: Text,
    bytes: usize,
    mut options: Options,
) -> PyResult<Rc<Artist>> {
    let artist = Artist::new(ctx, Body::Text(text), bytes)?;
    artist.transform.replace(Transform::Figure(figure.this()));
    artist.clip.set(false);
    figure.own(&artist);
    if let Some(fonts) = options.take("fontdict") {
        props_text::dictionary(ctx, &artist, &fonts)?;
    }
    props::apply(ctx, &artist, options)?;
    Ok(artist)
}

fn heading(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args, which: Heading) -> PyResult<Value> {
    let mut options = Options::named(args, "suptitle", &["t"], 1)?;
    let words = options.take("t").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let mut text = Text::new(ctx, &words)?;
    text.size = ctx.plots.rc.font_size("figure.titlesize");
    text.bold = crate::mpl::text::is_bold(&ctx.plots.rc.text("figure.titleweight"));
    (text.at, text.across, text.down) = match which {
        Heading::Title => ([0.5, 0.98], Across::Center, Down::Top),
        Heading::Below => ([0.5, 0.01], Across::Center, Down::Bottom),
        Heading::Left => ([0.02, 0.5], Across::Left, Down::Center),
    };
    if which == Heading::Left {
        text.angle = 90.0;
        text.anchored = true;
        (text.across, text.down) = (Across::Center, Down::Top);
    }
    let artist = owned(ctx, figure, text, words.len(), options)?;
    let old = match which {
        Heading::Title => figure.title.replace(Some(artist.clone())),
        _ => figure.labels.borrow_mut()[usize::from(which == Heading::Left)].replace(artist.clone()),
    };
    let mut artists = figure.artists.borrow_mut();
    artists.retain(|artist| old.as_ref().is_none_or(|old| !Rc::ptr_eq(artist, old)));
    artists.push(artist.clone());
    Ok(objects::artist(&artist))
}

fn text(ctx: &mut Ctx, figure: &Rc<Figure>, args: Args) -> PyResult<Value> {
    let mut options = Options::named(args, "text", &["x", "y", "s", "fontdict"], 3)?;
    let x = options.number(ctx, "x")?.unwrap_or(0.0);
    let y = options.number(ctx, "y")?.unwrap_or(0.0);
    let words = options.take_any("s").unwrap_or(Value::None);
    let words = ctx.str_of(&words)?;
    let mut own = Text::new(ctx, &words)?;
    own.at = [x, y];
    let artist = owned(ctx, figure, own, words.len(), options)?;
    figure.artists.borrow_mut().push(artist.clone());
    Ok(objects::artist(&artist))
}
