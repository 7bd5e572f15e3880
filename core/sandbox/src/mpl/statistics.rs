//! What plots compute of samples: bins, boxes and densities.

/// How the number of bins is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // numpy's names
pub enum BinRule {
    Auto,
    FreedmanDiaconis,
    Doane,
    Scott,
    Stone,
    Rice,
    Sturges,
    Sqrt,
}

impl BinRule {
    /// The rule of numpy's name; `stone` is known but not provided.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "auto" => Self::Auto,
            "fd" => Self::FreedmanDiaconis,
            "doane" => Self::Doane,
            "scott" => Self::Scott,
            "stone" => Self::Stone,
            "rice" => Self::Rice,
            "sturges" => Self::Sturges,
            "sqrt" => Self::Sqrt,
            _ => return None,
        })
    }

    /// The number of equal bins for sorted, finite samples from `low` to `high`; `None` if the rule is not
    /// provided. Whole numbers get no bins narrower than 1.
    pub fn bins(self, sorted: &[f64], low: f64, high: f64, whole: bool) -> Option<usize> {
        let count = sorted.len() as f64;
        let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else { return Some(1) };
        let span = last - first;
        let sqrt = span / libm::sqrt(count);
        let sturges = span / (libm::log2(count) + 1.0);
        let spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        let freedman = 2.0 * spread / libm::cbrt(count);
        let width = match self {
            Self::Auto => freedman.max(sqrt / 2.0).min(sturges),
            Self::FreedmanDiaconis => freedman,
            Self::Scott => {
                libm::cbrt(24.0 * libm::sqrt(std::f64::consts::PI) / count) * deviation(sorted, 0.0)
            }
            Self::Rice => span / (2.0 * libm::cbrt(count)),
            Self::Sturges => sturges,
            Self::Sqrt => sqrt,
            Self::Doane => {
                let sigma = deviation(sorted, 0.0);
                if count <= 2.0 || sigma <= 0.0 {
                    0.0
                } else {
                    let mean = sorted.iter().sum::<f64>() / count;
                    let skew = sorted.iter().map(|v| libm::pow((v - mean) / sigma, 3.0)).sum::<f64>() / count;
                    let scale = libm::sqrt(6.0 * (count - 2.0) / ((count + 1.0) * (count + 3.0)));
                    span / (1.0 + libm::log2(count) + libm::log2(1.0 + skew.abs() / scale))
                }
            }
            Self::Stone => return None,
        };
        let width = if whole && width > 0.0 { width.max(1.0) } else { width };
        let bins = ((high - low) / width).ceil();
        Some(if width > 0.0 && bins.is_finite() { bins.clamp(1.0, 1e9) as usize } else { 1 })
    }
}

/// The value below which a share of sorted samples lies, interpolated as numpy's `percentile` does.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = share.clamp(0.0, 1.0) * last as f64;
    let (low, high) = (sorted[place.floor() as usize], sorted[(place.ceil() as usize).min(last)]);
    let part = place - place.floor();
    if part >= 0.5 { high - (high - low) * (1.0 - part) } else { low + (high - low) * part }
}

/// The standard deviation; `less` is what is taken off the number of samples.
pub fn deviation(samples: &[f64], less: f64) -> f64 {
    let count = samples.len() as f64;
    let mean = samples.iter().sum::<f64>() / count;
    libm::sqrt(samples.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (count - less))
}

/// What a box plot shows of one sample.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxStats {
    /// The mean.
    pub mean: f64,
    /// First quartile, median and third quartile.
    pub quartiles: [f64; 3],
    /// The ends of the whiskers.
    pub whiskers: [f64; 2],
    /// Samples beyond them.
    pub outliers: Vec<f64>,
    /// Confidence interval of the median.
    pub notch: [f64; 2],
}

/// How far whiskers reach.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whiskers {
    /// So many times the quartiles' distance.
    Ranges(f64),
    /// To these percentiles.
    Percentiles(f64, f64),
}

/// Box plot statistics of sorted samples; `None` if there are none.
pub fn box_stats(sorted: &[f64], whiskers: Whiskers) -> Option<BoxStats> {
    if sorted.is_empty() {
        return None;
    }
    let quartiles = [0.25, 0.5, 0.75].map(|share| quantile(sorted, share));
    let [first, median, third] = quartiles;
    let range = third - first;
    let (low, high) = match whiskers {
        Whiskers::Ranges(ranges) => (first - ranges * range, third + ranges * range),
        Whiskers::Percentiles(low, high) => (quantile(sorted, low / 100.0), quantile(sorted, high / 100.0)),
    };
    let bottom = sorted.iter().copied().find(|value| *value >= low).filter(|value| *value <= first);
    let top = sorted.iter().rev().copied().find(|value| *value <= high).filter(|value| *value >= third);
    let ends = [bottom.unwrap_or(first), top.unwrap_or(third)];
    let outliers = sorted.iter().copied().filter(|value| *value < ends[0] || *value > ends[1]).collect();
    let count = sorted.len() as f64;
    let half = 1.57 * range / libm::sqrt(count);
    Some(BoxStats {
        mean: sorted.iter().sum::<f64>() / count,
        quartiles,
        whiskers: ends,
        outliers,
        notch: [median - half, median + half],
    })
}

/// A Gaussian kernel density of samples at places; `factor` scales the samples' deviation, Scott's if none. The
/// work is samples times places.
pub fn density(samples: &[f64], places: &[f64], factor: Option<f64>) -> Vec<f64> {
    let count = samples.len() as f64;
    let factor = factor.unwrap_or_else(|| libm::pow(count, -0.2));
    let width = deviation(samples, 1.0) * factor;
    let scale = 1.0 / (count * width * libm::sqrt(2.0 * std::f64::consts::PI));
    let at = |place: &f64| {
        let near = |sample: &f64| {
            let distance = (place - sample) / width;
            libm::exp(-0.5 * distance * distance)
        };
        samples.iter().map(near).sum::<f64>() * scale
    };
    places.iter().map(at).collect()
}

#[cfg(test)]
mod golden_tests {
    use super::*;

    fn numbers(value: &serde_json::Value) -> Vec<f64> {
        value.as_array().expect("a list").iter().filter_map(serde_json::Value::as_f64).collect()
    }

    #[test]
    fn samples_are_described_as_numpy_and_matplotlib_do() {
        let golden: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/goldens/plot_statistics.json")).expect("valid");
        for case in golden.as_array().expect("a list") {
            let mut sorted = numbers(&case["samples"]);
            let samples = sorted.clone();
            sorted.sort_by(f64::total_cmp);
            let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
            for (name, wanted) in case["bins"].as_object().expect("rules") {
                let bins = BinRule::named(name).expect("a rule").bins(&sorted, low, high, false);
                assert_eq!(bins.map(|bins| bins as u64), wanted.as_u64(), "{name}");
            }
            let stats = box_stats(&sorted, Whiskers::Ranges(1.5)).expect("samples");
            let mut own = vec![stats.mean];
            own.extend(stats.quartiles);
            own.extend(stats.whiskers);
            own.extend(stats.notch);
            own.extend(stats.outliers);
            let places: Vec<f64> = (0..5).map(|n| low + (high - low) * f64::from(n) / 4.0).collect();
            own.extend(density(&samples, &places, None));
            let wanted = numbers(&case["stats"]);
            assert_eq!(own.len(), wanted.len());
            for (a, b) in own.iter().zip(&wanted) {
                assert!((a - b).abs() < 1e-9 * b.abs().max(1.0), "{own:?}, not {wanted:?}");
            }
        }
    }
}
