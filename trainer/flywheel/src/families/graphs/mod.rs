//! Coordinates and graphs of functions.

mod broken_area;
mod drawn_line;
mod function_value;
mod inequality_points;
mod intercept;
mod level_solutions;
mod line_slope;
mod lines_meet;
mod mean_point;
mod parabola_axis;
mod parabola_turning;
mod plotted_point;
mod point_coordinates;
mod rising_interval;
mod secant_rate;
mod tangent_slope;
mod vector_sum;
mod zeros;

pub(super) mod axes;
mod bends;
mod parabola;
mod wording;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    point_coordinates::FAMILY,
    plotted_point::FAMILY,
    line_slope::FAMILY,
    drawn_line::FAMILY,
    intercept::FAMILY,
    lines_meet::FAMILY,
    parabola_axis::FAMILY,
    parabola_turning::FAMILY,
    function_value::FAMILY,
    level_solutions::FAMILY,
    zeros::FAMILY,
    rising_interval::FAMILY,
    tangent_slope::FAMILY,
    broken_area::FAMILY,
    inequality_points::FAMILY,
    vector_sum::FAMILY,
    secant_rate::FAMILY,
    mean_point::FAMILY,
];
