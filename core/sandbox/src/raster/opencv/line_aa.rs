//! Thin antialiased lines: three pixels across, weighted by a table of a Gaussian.

use super::clip::clip_line;
use super::surface::Surface;
use super::{HALF, ONE, P, SHIFT};

/// Lines between the axes are brighter: factors of 256 by slope.
const SLOPE: [u8; 32] = [
    181, 181, 181, 182, 182, 183, 184, 185, 187, 188, 190, 192, 194, 196, 198, 201, 203, 206, 209, 211, 214,
    218, 221, 224, 227, 231, 235, 238, 242, 246, 250, 254,
];

/// Weight by distance from the line, in 32nds of a pixel.
const WEIGHT: [u8; 64] = [
    168, 177, 185, 194, 202, 210, 218, 224, 231, 236, 241, 246, 249, 252, 254, 254, 254, 254, 252, 249, 246,
    241, 236, 231, 224, 218, 210, 202, 194, 185, 177, 168, 158, 149, 140, 131, 122, 114, 105, 97, 89, 82, 75,
    68, 62, 56, 50, 45, 40, 36, 32, 28, 25, 22, 19, 16, 14, 12, 11, 9, 8, 7, 5, 5,
];

/// A line between points in fixed point.
pub(super) fn line(surface: &mut dyn Surface, a: P, b: P) {
    let size = surface.size().map(|side| side << SHIFT);
    let Some((mut a, mut b)) = clip_line(size, a, b) else { return };
    let (wide, high) = ((b[0] - a[0]).abs(), (b[1] - a[1]).abs());
    let (long, short) = if wide > high { (0, 1) } else { (1, 0) };
    if b[long] < a[long] {
        std::mem::swap(&mut a, &mut b);
    }
    let step = ((b[short] - a[short]) << SHIFT) / ((b[long] - a[long]) | 1);
    b[long] += ONE;
    let mut left = (b[long] >> SHIFT) - (a[long] >> SHIFT);
    let before = -(a[long] & (ONE - 1));
    let mut across = a[short] + ((step * before) >> SHIFT) + HALF;
    let slope = ((step >> (SHIFT - 5)) & 0x3f) ^ if step < 0 { 0x3f } else { 0 };
    let slope = if slope & 0x20 != 0 { 0x100 } else { i64::from(SLOPE[(slope & 31) as usize]) };
    let ends = ends(slope, (a[long] >> (SHIFT - 7)) & 0x78, (b[long] >> (SHIFT - 7)) & 0x78);
    let mut at = a[long] >> SHIFT;
    let mut done = 0_i64;
    while left >= 0 {
        let end = ends[(done.min(2) * 3 + left.min(2)) as usize];
        let distance = ((across >> (SHIFT - 5)) & 31) as usize;
        let first = (across >> SHIFT) - 1;
        for (offset, place) in [(0, distance + 32), (1, distance), (2, 63 - distance)] {
            let weight = ((end * i64::from(WEIGHT[place])) >> 8) & 0xff;
            let mut point = [0; 2];
            (point[long], point[short]) = (at, first + offset);
            surface.mix(point[0], point[1], weight as i32);
        }
        at += 1;
        across += step;
        done += 1;
        left -= 1;
    }
}

/// How bright the pixels at the ends are, by the number of pixels since the start and until the end (two
/// stand for more); `from` and `to` are the ends' fractions of a pixel in 128ths, in steps of 8.
fn ends(slope: i64, from: i64, to: i64) -> [i64; 9] {
    let half = slope << 7;
    let start = ((0x78 - from) | 4) * slope;
    let stop = (to | 4) * slope;
    let both = (((to - from) & 0x78) | 4) * slope;
    let full = (((to - from) + 0x80) | 4) * slope;
    let part = |value: i64| (value >> 8) & 0x1ff;
    [
        0,
        part(both),
        part(start),
        part(both),
        part(full),
        part(start + half),
        part(stop),
        part(stop + half),
        slope,
    ]
}
