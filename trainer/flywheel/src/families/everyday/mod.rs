//! Everyday life: clocks, calendars, maps, traffic, markets, sport.

mod bank_shot;
mod calendar_box;
mod calendar_weekday;
mod clock_later;
mod compass_ray;
mod contour_height;
mod crossing_lines;
mod dial;
mod free_slot;
mod grid_reference;
mod map_distance;
mod market_price;
mod minute_hand;
mod offside_line;
mod price_lines;
mod quadrant;
mod train_meeting;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    clock_later::FAMILY,
    minute_hand::FAMILY,
    calendar_weekday::FAMILY,
    calendar_box::FAMILY,
    free_slot::FAMILY,
    map_distance::FAMILY,
    compass_ray::FAMILY,
    contour_height::FAMILY,
    grid_reference::FAMILY,
    market_price::FAMILY,
    price_lines::FAMILY,
    train_meeting::FAMILY,
    bank_shot::FAMILY,
    offside_line::FAMILY,
];
