//! Numbers of about 106 bits: a float and what it misses.

/// The sum of two floats of which the second is small beside the first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Double {
    pub high: f64,
    pub low: f64,
}

/// `a + b` and its error, for `|a| >= |b|`.
fn quick_sum(a: f64, b: f64) -> Double {
    let high = a + b;
    Double { high, low: b - (high - a) }
}

/// `a + b` and its error.
fn sum(a: f64, b: f64) -> Double {
    let high = a + b;
    let other = high - a;
    Double { high, low: (a - (high - other)) + (b - other) }
}

/// The upper half of a float's digits, by Veltkamp's trick.
fn upper(a: f64) -> f64 {
    let scaled = 134_217_729.0 * a;
    scaled - (scaled - a)
}

/// `a * b` and its error; neither may be near the ends of the range.
pub(super) fn product(a: f64, b: f64) -> Double {
    let high = a * b;
    let (a1, b1) = (upper(a), upper(b));
    let (a2, b2) = (a - a1, b - b1);
    Double { high, low: ((a1 * b1 - high) + a1 * b2 + a2 * b1) + a2 * b2 }
}

/// `a * b` as a float and what it misses.
pub(crate) fn exact_product(a: f64, b: f64) -> (f64, f64) {
    let product = product(a, b);
    (product.high, product.low)
}

impl Double {
    pub const ZERO: Self = Self { high: 0.0, low: 0.0 };

    pub fn new(high: f64) -> Self {
        Self { high, low: 0.0 }
    }

    pub fn value(self) -> f64 {
        self.high + self.low
    }

    pub fn scale(self, power_of_two: f64) -> Self {
        Self { high: self.high * power_of_two, low: self.low * power_of_two }
    }

    /// The square root.
    pub fn sqrt(self) -> Self {
        let root = self.high.sqrt();
        let rest = self - product(root, root);
        quick_sum(root, rest.value() / (2.0 * root))
    }
}

impl std::ops::Neg for Double {
    type Output = Self;

    fn neg(self) -> Self {
        Self { high: -self.high, low: -self.low }
    }
}

impl std::ops::Add for Double {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let (s, t) = (sum(self.high, other.high), sum(self.low, other.low));
        let s = quick_sum(s.high, s.low + t.high);
        quick_sum(s.high, s.low + t.low)
    }
}

impl std::ops::Sub for Double {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self + -other
    }
}

impl std::ops::Mul for Double {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let p = product(self.high, other.high);
        quick_sum(p.high, p.low + (self.high * other.low + self.low * other.high))
    }
}

impl std::ops::Div for Double {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self - other * Self::new(first);
        let second = rest.high / other.high;
        let rest = rest - other * Self::new(second);
        let quotient = quick_sum(first, second);
        quotient + Self::new(rest.high / other.high)
    }
}

/// `1 / n!` for `n` from 0.
pub(super) const INVERSE_FACTORIALS: [Double; 28] = {
    const fn d(high: f64, low: f64) -> Double {
        Double { high, low }
    }
    [
        d(1.0, 0.0),
        d(1.0, 0.0),
        d(0.5, 0.0),
        d(0.16666666666666666, 9.25185853854297e-18),
        d(0.041666666666666664, 2.3129646346357427e-18),
        d(0.008333333333333333, 1.1564823173178714e-19),
        d(0.001388888888888889, -5.300543954373577e-20),
        d(0.0001984126984126984, 1.7209558293420705e-22),
        d(2.48015873015873e-5, 2.1511947866775882e-23),
        d(2.7557319223985893e-6, -1.858393274046472e-22),
        d(2.755731922398589e-7, 2.3767714622250297e-23),
        d(2.505210838544172e-8, -1.448814070935912e-24),
        d(2.08767569878681e-9, -1.20734505911326e-25),
        d(1.6059043836821613e-10, 1.2585294588752098e-26),
        d(1.1470745597729725e-11, 2.0655512752830745e-28),
        d(7.647163731819816e-13, 7.03872877733453e-30),
        d(4.779477332387385e-14, 4.399205485834081e-31),
        d(2.8114572543455206e-15, 1.6508842730861433e-31),
        d(1.5619206968586225e-16, 1.1910679660273754e-32),
        d(8.22063524662433e-18, 2.2141894119604265e-34),
        d(4.110317623312165e-19, 1.4412973378659527e-36),
        d(1.9572941063391263e-20, -1.3643503830087908e-36),
        d(8.896791392450574e-22, -7.911402614872376e-38),
        d(3.868170170630684e-23, -8.843177655482344e-40),
        d(1.6117375710961184e-24, -3.6846573564509766e-41),
        d(6.446950284384474e-26, -1.9330404233703465e-42),
        d(2.4795962632247976e-27, -1.2953730964765229e-43),
        d(9.183689863795546e-29, 1.4303150396787322e-45),
    ]
};

/// The length of a vector, by the sum of the squares with all their digits.
pub(crate) fn norm(values: &[f64]) -> f64 {
    let largest = values.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
    if values.iter().any(|v| v.is_infinite()) {
        return f64::INFINITY;
    }
    if values.iter().any(|v| v.is_nan()) {
        return f64::NAN;
    }
    if largest == 0.0 {
        return 0.0;
    }
    // Scaled to about 1, in two steps as the factor itself may be out of range.
    let (_, exponent) = libm::frexp(largest);
    let mut total = Double::ZERO;
    for value in values {
        let value = libm::ldexp(*value, -exponent);
        total = total + product(value, value);
    }
    libm::ldexp(total.sqrt().value(), exponent)
}
