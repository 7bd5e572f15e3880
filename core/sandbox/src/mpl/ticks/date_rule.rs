//! Moments that come again: every so many years, days or hours, on some months, days, hours.

use super::MOST;
use super::calendar::{self, DAY, SECOND, day_number, days_in};
use super::locator::TooMany;

/// What a rule steps by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum DateUnit {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Microsecond,
}

/// Every so many units, where the parts of a moment are among those that are listed.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)]
pub struct DateRule {
    pub unit: DateUnit,
    pub interval: i64,
    pub months: Option<Vec<i64>>,
    /// Days of the month; negative ones count from its end.
    pub days: Option<Vec<i64>>,
    /// Monday is 0.
    pub weekdays: Option<Vec<i64>>,
    pub hours: Option<Vec<i64>>,
    pub minutes: Option<Vec<i64>>,
    pub seconds: Option<Vec<i64>>,
}

/// Most steps of a rule.
const MOST_STEPS: i64 = 200_000;

fn allows(list: &Option<Vec<i64>>, value: i64) -> bool {
    list.as_ref().is_none_or(|list| list.contains(&value))
}

impl DateRule {
    /// Every unit.
    pub fn every(unit: DateUnit, interval: i64) -> Self {
        Self {
            unit,
            interval: interval.max(1),
            months: None,
            days: None,
            weekdays: None,
            hours: None,
            minutes: None,
            seconds: None,
        }
    }

    /// Whether a day is one of the rule's.
    fn has_day(&self, day: i64) -> bool {
        let [year, month, of_month] = calendar::date(day);
        let listed = |days: &Vec<i64>| {
            days.contains(&of_month) || days.contains(&(of_month - days_in(year, month) - 1))
        };
        allows(&self.months, month)
            && self.days.as_ref().is_none_or(listed)
            && allows(&self.weekdays, calendar::weekday(day))
    }

    /// About how many steps there are in a span.
    pub fn steps(&self, low: i64, high: i64) -> i64 {
        let length = match self.unit {
            DateUnit::Year => 366 * DAY,
            DateUnit::Month => 31 * DAY,
            DateUnit::Day => DAY,
            DateUnit::Hour => 3600 * SECOND,
            DateUnit::Minute => 60 * SECOND,
            DateUnit::Second | DateUnit::Microsecond => SECOND,
        };
        (high - low) / length / self.interval + 1
    }

    /// The moments from `low` to `high`. Steps are counted from as far before `low` as `high` is behind it.
    pub fn places(&self, low: i64, high: i64) -> Result<Vec<i64>, TooMany> {
        let steps = self.steps(low, high);
        if steps > MOST_STEPS {
            return Err(TooMany(steps as f64));
        }
        let (months, rest) = calendar::between(low, high);
        let start = (calendar::add_months(low, -months) - rest).max(calendar::first());
        let start = start - start.rem_euclid(SECOND);
        let mut out = Vec::new();
        let mut keep = |moment: i64| {
            if moment >= start && (low..=high).contains(&moment) {
                out.push(moment);
            }
            out.len() <= MOST
        };
        let begin = calendar::parts(start);
        // What is not listed is as it is at the start, for parts that are smaller than the unit.
        let times = |list: &Option<Vec<i64>>, own: i64, smaller: bool| match list {
            Some(list) if smaller => list.clone(),
            _ => vec![if smaller { own } else { 0 }],
        };
        let hours = times(&self.hours, begin.hour, self.unit < DateUnit::Hour);
        let minutes = times(&self.minutes, begin.minute, self.unit < DateUnit::Minute);
        let seconds = times(&self.seconds, begin.second, self.unit < DateUnit::Second);
        let clock: Vec<i64> = hours
            .iter()
            .flat_map(|hour| minutes.iter().map(move |minute| hour * 60 + minute))
            .flat_map(|minutes| seconds.iter().map(move |second| (minutes * 60 + second) * SECOND))
            .take(MOST)
            .collect();
        match self.unit {
            DateUnit::Year | DateUnit::Month | DateUnit::Day => {
                self.by_days(&begin, low, high, |day| clock.iter().all(|time| keep(day * DAY + time)))
            }
            _ => {
                let length = match self.unit {
                    DateUnit::Hour => 3600 * SECOND,
                    DateUnit::Minute => 60 * SECOND,
                    _ => SECOND,
                };
                let origin = start - start.rem_euclid(length);
                let step = length * self.interval;
                let mut at = origin + (low - origin) / step * step;
                while at <= high {
                    let own = calendar::parts(at);
                    let fits = self.has_day(at.div_euclid(DAY))
                        && allows(&self.hours, own.hour)
                        && (self.unit == DateUnit::Hour || allows(&self.minutes, own.minute))
                        && (self.unit != DateUnit::Second || allows(&self.seconds, own.second));
                    if fits && !clock.iter().all(|time| keep(at + time)) {
                        break;
                    }
                    at += step;
                }
            }
        }
        if out.len() > MOST {
            return Err(TooMany(out.len() as f64));
        }
        out.sort_unstable();
        Ok(out)
    }

    /// Gives the rule's days to `keep` until it has enough.
    fn by_days(&self, begin: &calendar::Parts, low: i64, high: i64, mut keep: impl FnMut(i64) -> bool) {
        let (low, high) = (low.div_euclid(DAY), high.div_euclid(DAY));
        let rule = match self.unit {
            // Years and months without days are on the day of the start.
            DateUnit::Year | DateUnit::Month if self.days.is_none() && self.weekdays.is_none() => {
                let mut rule = self.clone();
                rule.days = Some(vec![begin.day]);
                if self.unit == DateUnit::Year && rule.months.is_none() {
                    rule.months = Some(vec![begin.month]);
                }
                rule
            }
            _ => self.clone(),
        };
        let unit = if self.unit == DateUnit::Year { 12 } else { 1 };
        let first = day_number(begin.year, begin.month, begin.day);
        let mut step = match self.unit {
            DateUnit::Day => (low - first) / self.interval,
            _ => {
                let [year, month, _] = calendar::date(low);
                ((year - begin.year) * 12 + month - begin.month) / (unit * self.interval)
            }
        };
        loop {
            let (from, to) = match self.unit {
                DateUnit::Day => (first + step * self.interval, first + step * self.interval + 1),
                _ => {
                    let month = if self.unit == DateUnit::Year { 1 } else { begin.month }
                        + step * unit * self.interval;
                    (day_number(begin.year, month, 1), day_number(begin.year, month + unit, 1))
                }
            };
            if from > high {
                return;
            }
            for day in from.max(low)..to.min(high + 1) {
                if rule.has_day(day) && !keep(day) {
                    return;
                }
            }
            step += 1;
        }
    }
}
