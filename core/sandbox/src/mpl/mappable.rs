//! Numbers as colours: their range, a norm and a colour map.

use std::rc::Rc;

use super::color::{Color, with_alpha};
use super::colormap::{Colormap, Norm};

/// How numbers become fractions, before their range is known.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scaling {
    Linear,
    Log,
    /// `PowerNorm`.
    Power(f64),
    /// `SymLogNorm`: the threshold, the scale of the linear part and the base.
    SymLog(f64, f64, f64),
    /// `TwoSlopeNorm`.
    TwoSlope(f64),
    /// `CenteredNorm`: the centre.
    Centered(f64),
    /// A norm that knows its limits.
    Fixed(Norm),
}

/// Numbers and the colours that they become.
#[derive(Clone)]
pub(crate) struct Mappable {
    pub array: Option<Rc<Vec<f64>>>,
    pub cmap: Colormap,
    pub scaling: Scaling,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub clip: bool,
}

impl Mappable {
    /// A linear one over an array.
    pub fn new(array: Option<Rc<Vec<f64>>>, cmap: Colormap) -> Self {
        Self { array, cmap, scaling: Scaling::Linear, low: None, high: None, clip: false }
    }

    /// The range of the numbers, where it was not given.
    pub fn range(&self) -> (f64, f64) {
        if let Scaling::Fixed(norm) = &self.scaling
            && let Some(limits) = norm.limits()
        {
            return limits;
        }
        let log = self.scaling == Scaling::Log;
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        if self.low.is_none() || self.high.is_none() {
            for value in self.array.iter().flat_map(|array| array.iter().copied()) {
                if value.is_finite() && (!log || value > 0.0) {
                    least = least.min(value);
                    most = most.max(value);
                }
            }
        }
        if let Scaling::Centered(center) = self.scaling {
            let reach = (least - center).abs().max((most - center).abs());
            let reach = self.high.map_or(reach, |high| (high - center).abs());
            return (center - reach, center + reach);
        }
        let empty = least > most;
        let (low, high) = (
            self.low.unwrap_or(if empty { 0.0 } else { least }),
            self.high.unwrap_or(if empty { 1.0 } else { most }),
        );
        match self.scaling {
            // Both slopes need room.
            Scaling::TwoSlope(center) => (low.min(center), high.max(center)),
            _ => (low, high),
        }
    }

    /// The norm.
    pub fn norm(&self) -> Norm {
        let (low, high) = self.range();
        let clip = self.clip;
        match &self.scaling {
            Scaling::Linear | Scaling::Centered(_) => Norm::Linear { low, high, clip },
            Scaling::Log => Norm::Log { low, high, clip },
            Scaling::Power(gamma) => Norm::Power { gamma: *gamma, low, high, clip },
            Scaling::SymLog(threshold, scale, base) => {
                Norm::SymLog { threshold: *threshold, scale: *scale, base: *base, low, high, clip }
            }
            Scaling::TwoSlope(center) => Norm::TwoSlope { center: *center, low, high },
            Scaling::Fixed(norm) => norm.clone(),
        }
    }

    /// The colours of all numbers.
    pub fn colors(&self, alpha: Option<f64>) -> Vec<Color> {
        let norm = self.norm();
        let values = self.array.iter().flat_map(|array| array.iter());
        values.map(|value| with_alpha(self.cmap.of(&norm, *value), alpha)).collect()
    }
}
