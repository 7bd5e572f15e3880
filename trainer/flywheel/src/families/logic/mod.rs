//! Logic, computer science and games: grids, paths, networks, sets.

mod board;
mod common_ancestor;
mod hull;
mod knight_fields;
mod latin_cell;
mod lightest_route;
mod magic_square;
mod maze;
mod maze_exit;
mod mirrored_figure;
mod network;
mod one_stroke;
mod robot_end;
mod robot_way;
mod rook_lines;
mod route_trace;
mod shortest_walk;
mod sliding_piece;
mod venn_count;

use crate::draft::Family;

pub(super) const FAMILIES: &[Family] = &[
    maze_exit::FAMILY,
    shortest_walk::FAMILY,
    robot_end::FAMILY,
    robot_way::FAMILY,
    sliding_piece::FAMILY,
    rook_lines::FAMILY,
    knight_fields::FAMILY,
    one_stroke::FAMILY,
    lightest_route::FAMILY,
    route_trace::FAMILY,
    hull::FAMILY,
    venn_count::FAMILY,
    magic_square::FAMILY,
    latin_cell::FAMILY,
    mirrored_figure::FAMILY,
    common_ancestor::FAMILY,
];
