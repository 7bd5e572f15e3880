//! Ticks of logarithmic axes.

use super::max_n::MaxN;

/// Which multiples of the powers of the base are ticks.
#[derive(Debug, Clone, PartialEq)]
pub enum Subs {
    /// Minor ticks between the powers if there is room: the default of minor ticks.
    Auto,
    /// As `Auto`, with the powers.
    All,
    /// These multiples.
    These(Vec<f64>),
}

/// `LogLocator`.
#[derive(Debug, Clone, PartialEq)]
pub struct Log {
    /// The base, above 1.
    pub base: f64,
    /// The multiples.
    pub subs: Subs,
    /// Most ticks; `None` takes as many as the axis has room for.
    pub most: Option<usize>,
}

impl Log {
    /// The ticks at the powers of `base`.
    pub fn major(base: f64) -> Self {
        Self { base, subs: Subs::These(vec![1.0]), most: None }
    }

    /// The ticks between them.
    pub fn minor(base: f64) -> Self {
        Self { base, subs: Subs::Auto, most: None }
    }

    /// Tick places for a view; empty if nothing in it is positive. `least` is the smallest positive value
    /// of the data, which stands in for a lower end at or below zero.
    pub fn places(&self, low: f64, high: f64, least: f64, room: usize) -> Vec<f64> {
        let low = if low <= 0.0 { least } else { low };
        if !(low > 0.0 && low.is_finite() && high > 0.0 && high.is_finite() && self.base > 1.0) {
            return Vec::new();
        }
        let (low, high) = if high < low { (high, low) } else { (low, high) };
        let (log_low, log_high) = (self.log(low), self.log(high));
        let (first, last) = (log_low.ceil(), log_high.floor());
        let decades = last - first + 1.0;
        let crowded = decades >= 10.0 || self.base < 3.0;
        let subs = match &self.subs {
            Subs::Auto if crowded => return Vec::new(),
            Subs::All if crowded => vec![1.0],
            Subs::Auto => counting(2.0, self.base),
            Subs::All => counting(1.0, self.base),
            Subs::These(subs) => subs.clone(),
        };
        let most = self.most.unwrap_or(room.clamp(2, 9));
        let (stride, powers) = self.powers(log_low, log_high, most as f64);
        if subs.iter().all(|sub| *sub == 1.0) && subs.len() <= 1 {
            return powers.into_iter().map(|power| self.power(power)).collect();
        }
        let mut places = Vec::new();
        if stride == 1.0 || decades <= 1.0 {
            let mut power = first - 1.0;
            while power <= last && places.len() < super::MOST {
                let start = self.power(power);
                places.extend(subs.iter().map(|sub| sub * start));
                power += 1.0;
            }
        }
        let seen = places.iter().filter(|place| (low..=high).contains(*place)).count();
        if subs.len() > 1 && stride == 1.0 && powers.len() + seen <= 3 {
            return MaxN::default().places(low, high, 9, false);
        }
        places
    }

    /// The distance of major ticks in decades, and their exponents with one more at either end. As many
    /// ticks as fit are taken, then the widest stride that still gives them, then multiples of the
    /// stride if that loses none.
    fn powers(&self, log_low: f64, log_high: f64, most: f64) -> (f64, Vec<f64>) {
        let (first, last) = (log_low.ceil(), log_high.floor());
        let decades = last - first + 1.0;
        let narrowest = (decades / (most + 1.0)).floor() + 1.0;
        let count = (decades / narrowest).ceil().min(most);
        if count <= 0.0 {
            return (last + 1.0 - (first - 1.0), vec![first - 1.0, last + 1.0]);
        }
        if count == 1.0 {
            let middle = libm::rint((log_low + log_high) / 2.0);
            let stride = (middle - (first - 1.0)).max(last + 1.0 - middle);
            return (stride, vec![middle - stride, middle, middle + stride]);
        }
        let mut stride = ((decades - 1.0) / (count - 1.0)).floor();
        if stride < decades / count {
            stride = (decades / count).floor();
        }
        let stride = stride.max(1.0);
        let least = (decades - stride * count).max(0.0);
        let end = (decades - stride * (count - 1.0)).min(stride);
        let aligned = super::step::divmod(-first, stride).1;
        let offset = if (least..end).contains(&aligned) { aligned } else { least };
        let mut powers = Vec::new();
        let mut power = first + offset - stride;
        while power < last + stride + 1.0 && powers.len() < super::MOST {
            powers.push(power);
            power += stride;
        }
        (stride, powers)
    }

    fn log(&self, value: f64) -> f64 {
        match self.base {
            10.0 => libm::log10(value),
            2.0 => libm::log2(value),
            base => libm::log(value) / libm::log(base),
        }
    }

    fn power(&self, power: f64) -> f64 {
        if self.base == 10.0 { super::step::power_of_ten(power) } else { libm::pow(self.base, power) }
    }
}

/// Whole steps from `first` up to below `end`.
fn counting(first: f64, end: f64) -> Vec<f64> {
    let count = (end - first).ceil().clamp(0.0, super::MOST as f64) as usize;
    (0..count).map(|n| first + n as f64).collect()
}
