//! Numbers in words of questions and answers.

use crate::seen::Point;

/// A short decimal: `3`, `-1.5`.
pub(super) fn number(v: f64) -> String {
    let short = (v * 100.0).round() / 100.0;
    // Zero has no sign.
    format!("{}", if short == 0.0 { 0.0 } else { short })
}

/// `(3, -2)`
pub(super) fn pair([x, y]: Point) -> String {
    format!("({}, {})", number(x), number(y))
}

/// A fraction in lowest terms, or a whole number: `-2/3`, `4`.
pub(super) fn fraction(over: i32, under: i32) -> String {
    let divisor = gcd(over.abs(), under.abs()).max(1) * if under < 0 { -1 } else { 1 };
    match (over / divisor, under / divisor) {
        (over, 1) => over.to_string(),
        (over, under) => format!("{over}/{under}"),
    }
}

/// A quotient of numbers that are multiples of one half, as a fraction in lowest terms.
pub(super) fn quotient(over: f64, under: f64) -> String {
    fraction((2.0 * over).round() as i32, (2.0 * under).round() as i32)
}

/// The right side of `y = m x + b` without needless ones and zeros: `2x - 1`, `-x`, `1/2 x + 3`.
pub(super) fn linear(over: i32, under: i32, b: i32) -> String {
    let slope = match fraction(over, under).as_str() {
        "1" => "x".to_owned(),
        "-1" => "-x".to_owned(),
        whole if !whole.contains('/') => format!("{whole}x"),
        part => format!("{part} x"),
    };
    match b {
        0 => slope,
        _ if b > 0 => format!("{slope} + {b}"),
        _ => format!("{slope} - {}", -b),
    }
}

fn gcd(a: i32, b: i32) -> i32 {
    if b == 0 { a } else { gcd(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(-0.0), "0");
        assert_eq!(pair([1.5, -2.0]), "(1.5, -2)");
        assert_eq!(fraction(4, -6), "-2/3");
        assert_eq!(quotient(1.5, 0.5), "3");
        assert_eq!(linear(-1, 1, -2), "-x - 2");
        assert_eq!(linear(1, 2, 0), "1/2 x");
    }
}
