//! Arithmetic of steps: whole multiples found with a little slack, as floats need it.

/// Python's `divmod` of floats: the quotient is rounded down, the rest has the divisor's sign.
pub fn divmod(value: f64, step: f64) -> (f64, f64) {
    let mut rest = libm::fmod(value, step);
    let mut quotient = (value - rest) / step;
    if rest != 0.0 && (step < 0.0) != (rest < 0.0) {
        rest += step;
        quotient -= 1.0;
    }
    let whole = quotient.floor();
    (if quotient - whole > 0.5 { whole + 1.0 } else { whole }, rest)
}

/// Ten to a whole power, exactly rounded.
pub fn power_of_ten(exponent: f64) -> f64 {
    format!("1e{}", exponent.clamp(-400.0, 400.0) as i32).parse().unwrap_or(0.0)
}

/// The exponent of the largest power of ten that is not above `value`.
pub fn decade(value: f64) -> f64 {
    libm::log10(value).floor()
}

/// Finds multiples of a step at or beside a value.
#[derive(Debug, Clone, Copy)]
pub struct Multiples {
    step: f64,
    slack: f64,
}

impl Multiples {
    /// Multiples of `step`; values far from zero by `offset` get more slack.
    pub fn new(step: f64, offset: f64) -> Self {
        let slack = if offset == 0.0 {
            1e-10
        } else {
            let digits = libm::log10(offset.abs() / step);
            libm::pow(10.0, digits - 12.0).clamp(1e-10, 0.4999)
        };
        Self { step, slack }
    }

    /// The largest `n` with `n * step <= value`.
    pub fn at_most(&self, value: f64) -> f64 {
        let (count, rest) = divmod(value, self.step);
        if (rest / self.step - 1.0).abs() < self.slack { count + 1.0 } else { count }
    }

    /// The smallest `n` with `n * step >= value`.
    pub fn at_least(&self, value: f64) -> f64 {
        let (count, rest) = divmod(value, self.step);
        if (rest / self.step).abs() < self.slack { count } else { count + 1.0 }
    }
}

/// An interval in rising order that is wide enough to divide: an empty one grows by the share `expander`.
pub fn nonsingular(low: f64, high: f64, expander: f64, tiny: f64) -> (f64, f64) {
    if !low.is_finite() || !high.is_finite() {
        return (-expander, expander);
    }
    let (low, high) = if high < low { (high, low) } else { (low, high) };
    let largest = low.abs().max(high.abs());
    if largest < 1e6 / tiny * f64::MIN_POSITIVE {
        (-expander, expander)
    } else if high - low <= largest * tiny {
        (low - expander * low.abs(), high + expander * high.abs())
    } else {
        (low, high)
    }
}

/// `value` rounded to `digits` decimals as numpy rounds: by scaling.
pub fn rounded(value: f64, digits: usize) -> f64 {
    let scale = power_of_ten(digits as f64);
    libm::rint(value * scale) / scale
}
