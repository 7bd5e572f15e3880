//! Norms: data to the numbers from 0 to 1 that a colour map takes.

/// Which ends of a `BoundaryNorm` have colours of their own beyond the boundaries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Extend {
    #[default]
    Neither,
    Min,
    Max,
    Both,
}

impl Extend {
    /// The extension of this name.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "neither" => Self::Neither,
            "min" => Self::Min,
            "max" => Self::Max,
            "both" => Self::Both,
            _ => return None,
        })
    }

    /// Whether it holds the lower end.
    pub fn min(self) -> bool {
        matches!(self, Self::Min | Self::Both)
    }

    /// Whether it holds the upper end.
    pub fn max(self) -> bool {
        matches!(self, Self::Max | Self::Both)
    }
}

/// A norm whose limits are known. `clip` brings what lies outside to the ends.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // matplotlib's arguments
pub enum Norm {
    /// `Normalize`, and `CenteredNorm` with its limits.
    Linear { low: f64, high: f64, clip: bool },
    /// `LogNorm`.
    Log { low: f64, high: f64, clip: bool },
    /// `PowerNorm`.
    Power { gamma: f64, low: f64, high: f64, clip: bool },
    /// `SymLogNorm`.
    SymLog { threshold: f64, scale: f64, base: f64, low: f64, high: f64, clip: bool },
    /// `TwoSlopeNorm`.
    TwoSlope { center: f64, low: f64, high: f64 },
    /// `BoundaryNorm`: data to entries of a map that has `colors` of them.
    Boundary { bounds: Vec<f64>, colors: usize, clip: bool, extend: Extend },
    /// `NoNorm`: data are numbers of entries.
    None,
}

impl Norm {
    /// The norm without limits' names.
    pub fn linear(low: f64, high: f64) -> Self {
        Self::Linear { low, high, clip: false }
    }

    /// The limits, if the norm has any.
    pub fn limits(&self) -> Option<(f64, f64)> {
        match self {
            Self::Linear { low, high, .. }
            | Self::Log { low, high, .. }
            | Self::Power { low, high, .. }
            | Self::SymLog { low, high, .. }
            | Self::TwoSlope { low, high, .. } => Some((*low, *high)),
            Self::Boundary { bounds, .. } => Some((*bounds.first()?, *bounds.last()?)),
            Self::None => None,
        }
    }

    /// The place of a number, or of an entry for `Boundary` and `None`; NaN is "bad".
    pub fn apply(&self, value: f64) -> f64 {
        match self {
            Self::Linear { low, high, clip } => {
                let value = clipped(value, *low, *high, *clip);
                if low == high { value * 0.0 } else { (value - low) / (high - low) }
            }
            Self::Log { low, high, clip } => {
                let value = clipped(value, *low, *high, *clip);
                if value <= 0.0 {
                    return f64::NAN;
                }
                share(value, *low, *high, libm::log10)
            }
            Self::Power { gamma, low, high, clip } => {
                let value = clipped(value, *low, *high, *clip);
                let place = if low == high { value * 0.0 } else { (value - low) / (high - low) };
                if place > 0.0 { libm::pow(place, *gamma) } else { place }
            }
            Self::SymLog { threshold, scale, base, low, high, clip } => {
                let value = clipped(value, *low, *high, *clip);
                share(value, *low, *high, |value| symlog(value, *threshold, *scale, *base))
            }
            Self::TwoSlope { center, low, high } => match value {
                value if value < *low => f64::NEG_INFINITY,
                value if value > *high => f64::INFINITY,
                value if value < *center => 0.5 * (value - low) / (center - low),
                value if value == *center => 0.5,
                value => 0.5 + 0.5 * (value - center) / (high - center),
            },
            Self::Boundary { bounds, colors, clip, extend } => {
                boundary(value, bounds, *colors, *clip, *extend)
            }
            Self::None => value,
        }
    }

    /// The number at a place, for the ticks of colour bars; none for norms that cannot be turned round.
    pub fn inverse(&self, place: f64) -> Option<f64> {
        Some(match self {
            Self::Linear { low, high, .. } => low + place * (high - low),
            Self::Log { low, high, .. } => low * libm::pow(high / low, place),
            Self::Power { gamma, low, high, .. } => {
                let place = if place > 0.0 { libm::pow(place, 1.0 / gamma) } else { place };
                low + place * (high - low)
            }
            Self::TwoSlope { center, low, high } => {
                if place < 0.5 {
                    low + 2.0 * place * (center - low)
                } else {
                    center + (2.0 * place - 1.0) * (high - center)
                }
            }
            Self::SymLog { .. } | Self::Boundary { .. } | Self::None => return None,
        })
    }
}

fn clipped(value: f64, low: f64, high: f64, clip: bool) -> f64 {
    if clip && low <= high { value.clamp(low, high) } else { value }
}

fn share(value: f64, low: f64, high: f64, along: impl Fn(f64) -> f64) -> f64 {
    if low == high {
        return value * 0.0;
    }
    (along(value) - along(low)) / (along(high) - along(low))
}

/// The symmetrical logarithm: linear within `threshold` of zero.
pub fn symlog(value: f64, threshold: f64, scale: f64, base: f64) -> f64 {
    let scale = scale / (1.0 - 1.0 / base);
    let size = value.abs();
    if size <= threshold {
        return value * scale;
    }
    libm::copysign(threshold * (scale + libm::log(size / threshold) / libm::log(base)), value)
}

fn boundary(value: f64, bounds: &[f64], colors: usize, clip: bool, extend: Extend) -> f64 {
    let [low, .., high] = bounds[..] else { return f64::NAN };
    if value.is_nan() {
        return value;
    }
    let value = if clip { value.clamp(low, high) } else { value };
    let regions = bounds.len() - 1 + usize::from(extend.min()) + usize::from(extend.max());
    let last = if clip { colors.saturating_sub(1) } else { colors };
    let region = bounds.partition_point(|bound| *bound <= value) as f64 - 1.0 + f64::from(extend.min());
    let entry = match () {
        () if colors <= regions => region,
        () if regions == 1 && region == 0.0 => (colors as f64 - 1.0) / 2.0,
        () if regions == 1 => region,
        () => (colors as f64 - 1.0) / (regions as f64 - 1.0) * region,
    };
    if value < low {
        -1.0
    } else if value >= high {
        last as f64
    } else {
        entry.floor()
    }
}
