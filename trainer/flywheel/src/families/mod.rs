//! The problem families, one file each, in a folder for every part of the world.

mod built;
mod charts;
mod chemistry;
mod circuits;
mod everyday;
mod graphs;
mod life;
mod logic;
pub mod mini;
mod music;
mod numbers;
mod perception;
mod physics;
mod plane;
mod space;

mod lettering;

use anyhow::{Result, bail, ensure};
use vthinker_core::think::Task;

use crate::draft::{Canvas, Family};

/// Families with figures of full size. The order is part of what a seed means.
const FULL: [&[Family]; 14] = [
    perception::FAMILIES,
    plane::FAMILIES,
    space::FAMILIES,
    graphs::FAMILIES,
    charts::FAMILIES,
    numbers::FAMILIES,
    logic::FAMILIES,
    everyday::FAMILIES,
    physics::FAMILIES,
    circuits::FAMILIES,
    chemistry::FAMILIES,
    music::FAMILIES,
    life::FAMILIES,
    built::FAMILIES,
];

/// All families, the mini's first.
pub fn all() -> impl Iterator<Item = &'static Family> {
    mini::FAMILIES.iter().chain(FULL.into_iter().flatten())
}

/// The families of a canvas with some tasks (all if none is given), or those with some names.
///
/// # Errors
/// If a name is unknown or no family is left.
pub fn select(canvas: Canvas, tasks: &[Task], names: &[String]) -> Result<Vec<&'static Family>> {
    for name in names {
        if !all().any(|family| family.name == name) {
            let known: Vec<_> = all().map(|family| family.name).collect();
            bail!("no problem family is called `{name}`; there are {}", known.join(", "));
        }
    }
    let families: Vec<&Family> = all()
        .filter(|family| tasks.is_empty() || tasks.contains(&family.task))
        .filter(|family| match names {
            [] => family.canvas == canvas,
            names => names.iter().any(|name| name == family.name),
        })
        .collect();
    ensure!(!families.is_empty(), "the chosen tasks and families have nothing in common");
    Ok(families)
}
