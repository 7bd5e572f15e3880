//! What scripts call on figures, axes and artists, by chapter.

mod artist;
mod aspect;
mod axes_attr;
mod figure;
mod figure_attr;
mod figure_axes;
mod figure_layout;
mod figure_open;
mod figure_text;
pub(crate) mod image;
pub(crate) mod labels;
pub(crate) mod limits;
mod lines;
mod plot;
mod scatter;
pub(crate) mod ticks;

use std::rc::Rc;

use super::axes::Axes;
use super::figure::Figure;
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::fault::{Fault, PyResult};
use crate::eval::value::Value;

pub(crate) use artist::{artist_attribute, artist_call, artist_has};
pub(crate) use axes_attr::axes_attribute;
pub(crate) use figure_attr::figure_attribute;
pub(crate) use figure_axes::make_subplots;
pub(crate) use figure_open::open;

/// A method of axes.
pub(crate) type AxesMethod = fn(&mut Ctx, &Rc<Axes>, Args) -> PyResult<Value>;
/// A method of figures.
pub(crate) type FigureMethod = fn(&mut Ctx, &Rc<Figure>, Args) -> PyResult<Value>;

/// Methods of axes, by chapter. A new kind of plot is a new chapter.
static AXES: &[&[(&str, AxesMethod)]] = &[
    super::plots::METHODS,
    plot::METHODS,
    lines::METHODS,
    scatter::METHODS,
    limits::METHODS,
    aspect::METHODS,
    ticks::METHODS,
    labels::METHODS,
    image::METHODS,
    super::matrix::METHODS,
    super::inset::METHODS,
    super::secondary::METHODS,
    super::dates::METHODS,
    super::polar::METHODS,
];

/// Methods of figures, by chapter.
static FIGURE: &[&[(&str, FigureMethod)]] =
    &[figure::METHODS, figure_axes::METHODS, figure_layout::METHODS, figure_text::METHODS];

/// The method of a name.
pub(crate) fn axes_method(name: &str) -> Option<AxesMethod> {
    AXES.iter()
        .flat_map(|chapter| chapter.iter())
        .find(|(known, _)| *known == name)
        .map(|(_, method)| *method)
}

/// The method that an axes has under a name.
pub(crate) fn method_of(axes: &Axes, name: &str) -> Option<AxesMethod> {
    /// What all axes have; the rest draws in a plane.
    static ALL: &[&[(&str, AxesMethod)]] =
        &[limits::METHODS, aspect::METHODS, ticks::METHODS, labels::METHODS];
    const FLAT: &[&str] =
        &["add_patch", "add_line", "twinx", "twiny", "semilogx", "semilogy", "loglog", "relim"];
    if axes.solid.get().is_none() {
        return axes_method(name);
    }
    let known = |chapter: &&[(&str, AxesMethod)]| chapter.iter().any(|(known, _)| *known == name);
    let shared = || axes_method(name).filter(|_| ALL.iter().any(known) && !FLAT.contains(&name));
    super::solid::method(name).or_else(shared)
}

/// The method of a name.
pub(crate) fn figure_method(name: &str) -> Option<FigureMethod> {
    FIGURE
        .iter()
        .flat_map(|chapter| chapter.iter())
        .find(|(known, _)| *known == name)
        .map(|(_, method)| *method)
}

/// Names of all methods of axes.
pub(crate) fn axes_names() -> impl Iterator<Item = (&'static str, AxesMethod)> {
    AXES.iter().flat_map(|chapter| chapter.iter().copied())
}

/// The error for a method that is not there: `NotImplementedError` if matplotlib has it.
pub(crate) fn unknown(class: &str, name: &str) -> Fault {
    const KNOWN: &[&str] = &[
        "acorr",
        "angle_spectrum",
        "barbs",
        "cohere",
        "csd",
        "hexbin",
        "magnitude_spectrum",
        "phase_spectrum",
        "psd",
        "specgram",
        "tricontour",
        "tricontourf",
        "tripcolor",
        "triplot",
        "xcorr",
        "ecdf",
        "sankey",
        "subfigures",
    ];
    const SOLID: &[&str] = &["voxels", "contour3D", "contourf3D", "fill_between", "tricontour"];
    let flat_only = class == "Axes3D" && (axes_method(name).is_some() || SOLID.contains(&name));
    if KNOWN.contains(&name) || flat_only {
        return Fault::not_provided(format!("{class}.{name}"));
    }
    Fault::no_attribute(class, name)
}
