//! The problem families, one file each.

mod altitude;
mod arrow;
mod bar_level;
mod bar_top;
mod bar_value;
mod collinear;
mod connect;
mod count;
mod crossing;
mod dot;
mod frame;
mod higher;
mod median;
mod midpoint;
mod nearer;
mod perpendicular;
mod ring;
mod shape_centre;
mod symmetry;
mod tallest;
mod vertex;

mod bars;
mod polygons;
mod shapes;

use anyhow::{Result, bail, ensure};
use vthinker_core::think::Task;

use super::draft::Family;

/// All families, by task and difficulty. The order is part of what a seed means.
pub static FAMILIES: [Family; 21] = [
    dot::FAMILY,
    shape_centre::FAMILY,
    midpoint::FAMILY,
    bar_top::FAMILY,
    crossing::FAMILY,
    vertex::FAMILY,
    ring::FAMILY,
    connect::FAMILY,
    frame::FAMILY,
    bar_level::FAMILY,
    symmetry::FAMILY,
    altitude::FAMILY,
    median::FAMILY,
    perpendicular::FAMILY,
    count::FAMILY,
    higher::FAMILY,
    nearer::FAMILY,
    tallest::FAMILY,
    arrow::FAMILY,
    bar_value::FAMILY,
    collinear::FAMILY,
];

/// The families of some tasks (all if none is given) and some names (likewise).
///
/// # Errors
/// If a name is unknown or no family is left.
pub fn select(tasks: &[Task], names: &[String]) -> Result<Vec<&'static Family>> {
    for name in names {
        if !FAMILIES.iter().any(|family| family.name == name) {
            let known: Vec<_> = FAMILIES.iter().map(|family| family.name).collect();
            bail!("no problem family is called `{name}`; there are {}", known.join(", "));
        }
    }
    let families: Vec<&Family> = FAMILIES
        .iter()
        .filter(|family| tasks.is_empty() || tasks.contains(&family.task))
        .filter(|family| names.is_empty() || names.iter().any(|name| name == family.name))
        .collect();
    ensure!(!families.is_empty(), "the chosen tasks and families have nothing in common");
    Ok(families)
}
