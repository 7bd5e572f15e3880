//! How light falls: faces are darker the more they turn away from it, and far points fade.

use super::project::{Point3, cross, dot, length, minus};
use crate::mpl::color::Color;

/// Degrees clockwise from north, and above the ground, of matplotlib's light.
const LIGHT: [f64; 2] = [225.0, 19.4712];

/// Which way a face looks, by three corners of it.
fn normal(face: &[Point3]) -> Point3 {
    let count = face.len();
    let at = |index: usize| face.get(index).copied().unwrap_or([f64::NAN; 3]);
    let (a, b, c) = (at(0), at(count / 3), at(2 * count / 3));
    cross(minus(a, b), minus(b, c))
}

/// Colours of faces in the light; each has its own of `colors`, or all have the first.
pub(super) fn shaded(colors: &[Color], faces: &[Vec<Point3>]) -> Vec<Color> {
    let [around, above] = [(90.0 - LIGHT[0]).to_radians(), LIGHT[1].to_radians()];
    let flat = libm::cos(above);
    let light = [libm::cos(around) * flat, libm::sin(around) * flat, libm::sin(above)];
    let lit: Vec<f64> = faces
        .iter()
        .map(|face| {
            let normal = normal(face);
            dot(normal, light) / length(normal)
        })
        .collect();
    let Some(first) = colors.first() else { return Vec::new() };
    if lit.iter().all(|part| part.is_nan()) {
        return colors.to_vec();
    }
    let color = |index: usize| if colors.len() == faces.len() { colors[index] } else { *first };
    lit.iter()
        .enumerate()
        .map(|(index, part)| {
            let part = if part.is_nan() { 0.0 } else { *part };
            let factor = 0.3 + 0.7 * (part + 1.0) / 2.0;
            let [r, g, b, a] = color(index);
            [r * factor, g * factor, b * factor, a]
        })
        .collect()
}

/// How opaque points are by their places on the page; `least` for the farthest.
pub(super) fn faded(places: &[Point3], least: f64) -> Vec<f64> {
    let range = |axis: usize| {
        let values = || places.iter().map(|place| place[axis]).filter(|value| !value.is_nan());
        (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max))
    };
    let ends = [range(0), range(1), range(2)];
    let reach = length(ends.map(|(low, high)| high - low));
    places
        .iter()
        .map(|place| {
            let part = 1.0 - (place[2] - ends[2].0) / reach;
            if reach > 0.0 && part.is_finite() { part.max(least.clamp(0.0, 1.0)).min(1.0) } else { 1.0 }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_falls_as_matplotlibs_does() {
        // `_shade_colors` of matplotlib 3.11.2 for a level and an upright face.
        let level = vec![[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0]];
        let upright = vec![[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 1.0, 1.0], [0.0, 0.0, 1.0]];
        let own = shaded(&[[1.0, 0.5, 0.0, 0.5]], &[level, upright, vec![[0.0; 3]; 3]]);
        let wanted = LEVEL_UPRIGHT_NONE;
        for (own, wanted) in own.iter().zip(wanted) {
            assert!((own[0] - wanted).abs() < 1.0e-9 && (own[1] - wanted / 2.0).abs() < 1.0e-9, "{own:?}");
            assert!(own[2] == 0.0 && own[3] == 0.5);
        }
    }

    #[test]
    fn far_points_fade() {
        let own = faded(&[[0.0, 0.0, -10.0], [0.0, 0.0, -9.0], [f64::NAN; 3]], 0.3);
        assert_eq!(own, [1.0, 0.3, 1.0]);
        assert_eq!(faded(&[[0.0; 3]], 0.3), [1.0]);
    }

    const LEVEL_UPRIGHT_NONE: [f64; 3] = [0.7666665478265875, 0.4166666369566639, 0.6499999999999999];
}
