//! Where the ticks of dates stand.

use super::calendar::{self, DAY, SECOND, day_number};
use super::date_rule::{DateRule, DateUnit};
use super::locator::{Locator, TooMany, View};

/// Chooses ticks at dates; numbers are days since 1970.
#[derive(Debug, Clone, PartialEq)]
pub enum DateLocator {
    /// `AutoDateLocator`.
    Auto(AutoDates),
    /// `YearLocator`: multiples of so many years, with month and day.
    Year(i64, i64, i64),
    /// `MonthLocator`, `DayLocator` and so on.
    Rule(DateRule),
    /// `MicrosecondLocator`.
    Microsecond(i64),
}

/// `AutoDateLocator`.
#[derive(Debug, Clone, PartialEq)]
pub struct AutoDates {
    /// Fewest ticks.
    pub least: f64,
    /// Most ticks, where they are not those of the unit.
    pub most: Option<i64>,
    /// Whether ticks are at multiples of their distance.
    pub multiples: bool,
}

impl Default for AutoDates {
    fn default() -> Self {
        Self { least: 5.0, most: None, multiples: true }
    }
}

/// The units that are tried, with the most ticks of each and distances between them; those of days are for ticks that are
/// no multiples.
const UNITS: [(DateUnit, i64, &[i64]); 7] = [
    (DateUnit::Year, 11, &[1, 2, 4, 5, 10, 20, 40, 50, 100, 200, 400, 500, 1000, 2000, 4000, 5000, 10000]),
    (DateUnit::Month, 12, &[1, 2, 3, 4, 6]),
    (DateUnit::Day, 11, &[1, 2, 3, 7, 14, 21]),
    (DateUnit::Hour, 12, &[1, 2, 3, 4, 6, 12]),
    (DateUnit::Minute, 11, &[1, 5, 10, 15, 30]),
    (DateUnit::Second, 11, &[1, 5, 10, 15, 30]),
    (
        DateUnit::Microsecond,
        8,
        &[
            1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000,
            500_000, 1_000_000,
        ],
    ),
];

/// Distances of days that are multiples: three would give the 31st and the 1st.
const DAYS: [i64; 5] = [1, 2, 4, 7, 14];

impl AutoDates {
    /// The locator for a span.
    fn choose(&self, low: i64, high: i64) -> DateLocator {
        let (months, rest) = calendar::between(low, high);
        let span = high - low;
        let (years, days) = (months / 12, span / DAY);
        // As in matplotlib, hours and minutes are those of the rest after months.
        let hours = days * 24 + rest % DAY / (3600 * SECOND);
        let minutes = hours * 60 + rest / (60 * SECOND) % 60;
        let counts = [years, months, days, hours, minutes, span / SECOND, span];
        let found = (0..7).find(|index| counts[*index] as f64 >= self.least);
        let Some(index) = found else { return DateLocator::Microsecond(1) };
        let (unit, most, distances) = UNITS[index];
        let most = self.most.unwrap_or(most);
        let distances = if self.multiples && unit == DateUnit::Day { &DAYS[..] } else { distances };
        let fits = |distance: &&i64| counts[index] <= **distance * (most - 1);
        let distance = distances.iter().find(fits).or(distances.last()).copied().unwrap_or(1);
        if unit == DateUnit::Year && self.multiples {
            return DateLocator::Year(distance, 1, 1);
        }
        if unit == DateUnit::Microsecond {
            return DateLocator::Microsecond(distance);
        }
        let mut rule = DateRule::every(unit, if self.multiples { 1 } else { distance });
        let steps = |from: i64, to: i64| {
            let step = if self.multiples { distance } else { 1 };
            Some((from..to).step_by(step.max(1) as usize).collect::<Vec<i64>>())
        };
        // Parts smaller than the unit are at their beginning.
        let listed = [None, steps(1, 13), steps(1, 32), steps(0, 24), steps(0, 60), steps(0, 60)];
        let firsts = [1, 1, 1, 0, 0, 0];
        let parts = [&mut rule.months, &mut rule.days, &mut rule.hours, &mut rule.minutes, &mut rule.seconds];
        for (part, own) in parts.into_iter().enumerate() {
            let part = part + 1;
            *own = match part.cmp(&index) {
                std::cmp::Ordering::Less => None,
                std::cmp::Ordering::Equal => listed[part].clone(),
                std::cmp::Ordering::Greater => Some(vec![firsts[part]]),
            };
        }
        if self.multiples && unit == DateUnit::Day {
            match distance {
                14 => rule.days = Some(vec![1, 15]),
                7 => rule.days = Some(vec![1, 8, 15, 22]),
                _ => {}
            }
        }
        DateLocator::Rule(rule)
    }
}

impl DateLocator {
    /// The locator that an automatic one becomes.
    fn settled(&self, view: &View) -> Option<(Self, i64, i64)> {
        let (low, high) = view.sorted();
        let (low, high) = (calendar::moment(low)?, calendar::moment(high)?);
        let own = match self {
            Self::Auto(auto) => auto.choose(low, high),
            other => other.clone(),
        };
        Some((own, low, high))
    }

    /// What its ticks are apart by.
    pub fn unit(&self, view: &View) -> DateUnit {
        match self.settled(view) {
            Some((Self::Rule(rule), ..)) => rule.unit,
            Some((Self::Microsecond(_), ..)) => DateUnit::Microsecond,
            _ => DateUnit::Year,
        }
    }

    /// The steps that finding the places takes.
    pub fn work(&self, view: &View) -> u64 {
        match self.settled(view) {
            Some((Self::Rule(rule), low, high)) => {
                let days = if rule.unit <= DateUnit::Month { (high - low) / DAY } else { 0 };
                rule.steps(low, high).saturating_add(days).clamp(0, 10_000_000) as u64
            }
            _ => 20,
        }
    }

    /// The tick places.
    pub fn places(&self, view: &View) -> Result<Vec<f64>, TooMany> {
        let Some((own, low, high)) = self.settled(view) else { return Ok(Vec::new()) };
        let moments: Vec<i64> = match own {
            Self::Auto(_) => Vec::new(),
            Self::Rule(rule) => rule.places(low, high)?,
            Self::Year(base, month, day) => {
                let base = base.max(1);
                let (from, to) = (calendar::parts(low).year, calendar::parts(high).year);
                let (from, to) = (from.div_euclid(base) * base, -(-to).div_euclid(base) * base);
                let years = (from.max(1)..=to.min(9999)).step_by(base as usize);
                let valid = years.filter(|year| (1..=calendar::days_in(*year, month)).contains(&day));
                valid.map(|year| day_number(year, month, day) * DAY).collect()
            }
            Self::Microsecond(interval) => {
                let whole = calendar::days(low).floor();
                let place = |moment: i64| (calendar::days(moment) - whole) * DAY as f64;
                let view = View { low: place(low), high: place(high), ..*view };
                let places = Locator::Multiple(interval.max(1) as f64, 0.0).places(&view, &[])?;
                return Ok(places.into_iter().map(|place| place / DAY as f64 + whole).collect());
            }
        };
        if moments.is_empty() {
            return Ok(vec![calendar::days(low), calendar::days(high)]);
        }
        Ok(moments.into_iter().map(calendar::days).collect())
    }

    /// Ends that are apart, for data that are all at one date.
    pub fn apart(&self, low: f64, high: f64) -> (f64, f64) {
        let day = match self {
            Self::Auto(_) if low == high => 365.0,
            Self::Auto(_) => return (low, high),
            Self::Year(base, ..) => 365.0 * *base as f64,
            Self::Microsecond(interval) => *interval as f64 / DAY as f64,
            Self::Rule(rule) => {
                let unit = match rule.unit {
                    DateUnit::Year => 365.0,
                    DateUnit::Month => 30.0,
                    DateUnit::Hour => 1.0 / 24.0,
                    DateUnit::Minute => 1.0 / 1440.0,
                    DateUnit::Second => 1.0 / 86_400.0,
                    _ => 1.0,
                };
                unit * rule.interval as f64
            }
        };
        if high - low < 1.0e-6 { (low - 2.0 * day, high + 2.0 * day) } else { (low, high) }
    }
}
