//! Mechanics, optics, waves, heat, the sky.

pub(super) mod axes;
mod cooling_curve;
mod forces;
mod incline;
mod lens;
mod lever;
mod mirror_image;
mod mirror_ray;
mod position_time;
mod projectile;
mod reflected_ray;
mod resultant;
mod resultant_size;
mod shadow_edge;
mod standing_wave;
mod tangent_flight;
mod wavelength;
pub(super) mod writing;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    lever::FAMILY,
    resultant::FAMILY,
    resultant_size::FAMILY,
    incline::FAMILY,
    position_time::FAMILY,
    projectile::FAMILY,
    tangent_flight::FAMILY,
    mirror_ray::FAMILY,
    reflected_ray::FAMILY,
    mirror_image::FAMILY,
    lens::FAMILY,
    shadow_edge::FAMILY,
    wavelength::FAMILY,
    standing_wave::FAMILY,
    cooling_curve::FAMILY,
];
