//! Chemistry.

mod branch_carbon;
mod carbon_count;
mod chain_trace;
mod energy_profile;
mod locant;
mod longest_chain;
mod meniscus;
mod skeleton;
mod titration;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    carbon_count::FAMILY,
    longest_chain::FAMILY,
    chain_trace::FAMILY,
    locant::FAMILY,
    branch_carbon::FAMILY,
    meniscus::FAMILY,
    titration::FAMILY,
    energy_profile::FAMILY,
];
