//! The size a picture is given before it is cut into patches.

use super::InputError;

/// The longest side may be this many times the other.
const MAX_ASPECT: u32 = 200;

pub(super) fn check_aspect(width: u32, height: u32) -> Result<(), InputError> {
    let (short, long) = (width.min(height), width.max(height));
    if short == 0 || u64::from(long) > u64::from(short) * u64::from(MAX_ASPECT) {
        return Err(InputError::AspectRatio { width, height, max: MAX_ASPECT });
    }
    Ok(())
}

/// Width and height rounded to multiples of `factor` with an area from `min_pixels` to `max_pixels`,
/// keeping the shape as well as that allows. Rounds half to even, as Python does.
pub fn smart_resize(
    width: u32,
    height: u32,
    factor: u32,
    min_pixels: u64,
    max_pixels: u64,
) -> Result<(u32, u32), InputError> {
    check_aspect(width, height)?;
    let (w, h, f) = (f64::from(width), f64::from(height), f64::from(factor));
    let round = |side: f64| (side / f).round_ties_even() * f;
    let (mut new_w, mut new_h) = (round(w), round(h));
    if new_w * new_h > max_pixels as f64 {
        let shrink = (w * h / max_pixels as f64).sqrt();
        let floor = |side: f64| (side / shrink / f).floor() * f;
        (new_w, new_h) = (floor(w), floor(h));
    } else if new_w * new_h < min_pixels as f64 {
        let grow = (min_pixels as f64 / (w * h)).sqrt();
        let ceil = |side: f64| (side * grow / f).ceil() * f;
        (new_w, new_h) = (ceil(w), ceil(h));
    }
    Ok((new_w.max(f) as u32, new_h.max(f) as u32))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIN: u64 = 3_136;
    const MAX: u64 = 12_845_056;

    #[test]
    fn halves_round_to_even() {
        assert_eq!(smart_resize(70, 70, 28, MIN, MAX), Ok((56, 56)));
        assert_eq!(smart_resize(42, 98, 28, MIN, MAX), Ok((56, 112)));
    }

    #[test]
    fn area_stays_within_the_limits() {
        assert_eq!(smart_resize(10, 10, 28, MIN, MAX), Ok((56, 56)));
        let (w, h) = smart_resize(9000, 6000, 28, MIN, MAX).expect("fits");
        assert!(u64::from(w) * u64::from(h) <= MAX && w % 28 == 0 && h % 28 == 0);
    }

    #[test]
    fn long_strips_are_refused() {
        assert!(matches!(smart_resize(20_000, 10, 28, MIN, MAX), Err(InputError::AspectRatio { .. })));
        assert!(smart_resize(2_000, 10, 28, MIN, MAX).is_ok());
        assert!(smart_resize(0, 10, 28, MIN, MAX).is_err());
    }
}
