//! Kernels that pictures are resampled with.

/// A kernel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kernel {
    Bilinear,
    Bicubic,
    Hanning,
    Lanczos,
    Spline16,
    Spline36,
    Hamming,
    Hermite,
    Quadric,
    Catrom,
    Gaussian,
    Mitchell,
}

impl Kernel {
    /// The kernel of a name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "bilinear" => Self::Bilinear,
            "bicubic" => Self::Bicubic,
            "hanning" => Self::Hanning,
            "lanczos" => Self::Lanczos,
            "spline16" => Self::Spline16,
            "spline36" => Self::Spline36,
            "hamming" => Self::Hamming,
            "hermite" => Self::Hermite,
            "quadric" => Self::Quadric,
            "catrom" => Self::Catrom,
            "gaussian" => Self::Gaussian,
            "mitchell" => Self::Mitchell,
            _ => return None,
        })
    }

    /// How far it reaches.
    pub fn radius(self) -> f64 {
        match self {
            Self::Bilinear | Self::Hanning | Self::Hamming | Self::Hermite => 1.0,
            Self::Quadric => 1.5,
            Self::Bicubic | Self::Spline16 | Self::Catrom | Self::Gaussian | Self::Mitchell => 2.0,
            Self::Spline36 => 3.0,
            Self::Lanczos => 4.0,
        }
    }

    /// The weight at a distance.
    pub fn weight(self, x: f64) -> f64 {
        let x = x.abs();
        let pi = std::f64::consts::PI;
        match self {
            Self::Bilinear => (1.0 - x).max(0.0),
            Self::Hanning => 0.5 + 0.5 * libm::cos(pi * x),
            Self::Hamming => 0.54 + 0.46 * libm::cos(pi * x),
            Self::Hermite => (2.0 * x - 3.0) * x * x + 1.0,
            Self::Quadric if x < 0.5 => 0.75 - x * x,
            Self::Quadric => 0.5 * (x - 1.5) * (x - 1.5),
            Self::Bicubic => {
                let cube = |value: f64| if value <= 0.0 { 0.0 } else { value * value * value };
                (cube(x + 2.0) - 4.0 * cube(x + 1.0) + 6.0 * cube(x) - 4.0 * cube(x - 1.0)) / 6.0
            }
            Self::Catrom if x < 1.0 => 0.5 * (2.0 + x * x * (-5.0 + x * 3.0)),
            Self::Catrom => 0.5 * (4.0 + x * (-8.0 + x * (5.0 - x))),
            Self::Gaussian => libm::exp(-2.0 * x * x) * (2.0 / pi).sqrt(),
            Self::Mitchell => {
                let third = 1.0 / 3.0;
                if x < 1.0 {
                    ((6.0 - 2.0 * third)
                        + x * x
                            * ((-18.0 + 12.0 * third + 6.0 * third) + x * (12.0 - 9.0 * third - 6.0 * third)))
                        / 6.0
                } else {
                    ((8.0 * third + 24.0 * third)
                        + x * ((-12.0 * third - 48.0 * third)
                            + x * ((6.0 * third + 30.0 * third) + x * (-third - 6.0 * third))))
                        / 6.0
                }
            }
            Self::Spline16 if x < 1.0 => ((x - 9.0 / 5.0) * x - 1.0 / 5.0) * x + 1.0,
            Self::Spline16 => ((-1.0 / 3.0 * (x - 1.0) + 4.0 / 5.0) * (x - 1.0) - 7.0 / 15.0) * (x - 1.0),
            Self::Spline36 if x < 1.0 => ((13.0 / 11.0 * x - 453.0 / 209.0) * x - 3.0 / 209.0) * x + 1.0,
            Self::Spline36 if x < 2.0 => {
                ((-6.0 / 11.0 * (x - 1.0) + 270.0 / 209.0) * (x - 1.0) - 156.0 / 209.0) * (x - 1.0)
            }
            Self::Spline36 => {
                ((1.0 / 11.0 * (x - 2.0) - 45.0 / 209.0) * (x - 2.0) + 26.0 / 209.0) * (x - 2.0)
            }
            Self::Lanczos if x == 0.0 => 1.0,
            Self::Lanczos => {
                let (a, b) = (pi * x, pi * x / 4.0);
                (libm::sin(a) / a) * (libm::sin(b) / b)
            }
        }
    }
}
