//! Statistics and charts.

mod axes;
mod bar_difference;
mod box_reading;
mod dot_median;
mod histogram_range;
mod legend;
mod line_reading;
mod mean_level;
mod pie_share;
mod residuals;
mod scatter_outlier;
mod stacked_layer;
mod steepest_rise;
mod trend_prediction;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    bar_difference::FAMILY,
    line_reading::FAMILY,
    steepest_rise::FAMILY,
    scatter_outlier::FAMILY,
    trend_prediction::FAMILY,
    residuals::FAMILY,
    pie_share::FAMILY,
    histogram_range::FAMILY,
    box_reading::FAMILY,
    stacked_layer::FAMILY,
    mean_level::FAMILY,
    dot_median::FAMILY,
];
