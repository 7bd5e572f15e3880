//! Dates as microseconds since the first of January 1970, in the calendar that Python's `datetime` counts in.

/// Microseconds of a second and of a day.
pub const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub const DAY: i64 = 86_400 * SECOND;
/// Days of the years 1 and 9999 at whose ends Python's dates end.
const FIRST_DAY: i64 = -719_162;
const LAST_DAY: i64 = 2_932_896;

/// A moment's parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Parts {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    pub micro: i64,
}

/// The day number of a date; months may be out of 1 to 12.
pub fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = (year + (month - 1).div_euclid(12), (month - 1).rem_euclid(12) + 1);
    // Years that begin in March end with the leap day.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
        - 719_469
}

/// The number of days of a month.
pub fn days_in(year: i64, month: i64) -> i64 {
    day_number(year, month + 1, 1) - day_number(year, month, 1)
}

/// Year, month and day of a day number.
pub fn date(day: i64) -> [i64; 3] {
    // Close to the year from below, then at most a step or two up.
    let mut year = 1970 + (day * 400).div_euclid(146_097) - 1;
    while day_number(year + 1, 1, 1) <= day {
        year += 1;
    }
    let mut month = ((day - day_number(year, 1, 1)) / 31 + 1).clamp(1, 12);
    while month < 12 && day_number(year, month + 1, 1) <= day {
        month += 1;
    }
    [year, month, day - day_number(year, month, 1) + 1]
}

/// The weekday of a day number, Monday 0.
pub fn weekday(day: i64) -> i64 {
    (day + 3).rem_euclid(7)
}

/// The parts of a moment.
pub fn parts(moment: i64) -> Parts {
    let [year, month, day] = date(moment.div_euclid(DAY));
    let rest = moment.rem_euclid(DAY);
    let seconds = rest / SECOND;
    Parts {
        year,
        month,
        day,
        hour: seconds / 3600,
        minute: seconds / 60 % 60,
        second: seconds % 60,
        micro: rest % SECOND,
    }
}

/// A moment some months later; the day is one that the month has.
pub fn add_months(moment: i64, months: i64) -> i64 {
    let [year, month, day] = date(moment.div_euclid(DAY));
    let first = day_number(year, month + months, 1);
    let length = day_number(year, month + months + 1, 1) - first;
    (first + day.min(length) - 1) * DAY + moment.rem_euclid(DAY)
}

/// Whole months and the rest between two moments.
pub fn between(low: i64, high: i64) -> (i64, i64) {
    let (from, to) = (parts(low), parts(high));
    let mut months = (to.year - from.year) * 12 + to.month - from.month;
    while add_months(low, months) > high {
        months -= 1;
    }
    (months, high - add_months(low, months))
}

/// The moment of a number of days, as matplotlib rounds it; `None` outside the years 1 to 9999.
pub fn moment(days: f64) -> Option<i64> {
    if !(days >= FIRST_DAY as f64 && days < (LAST_DAY + 1) as f64) {
        return None;
    }
    let exact = libm::rint(days * DAY as f64) as i64;
    // Far from 1970 days do not tell single microseconds.
    if days.abs() <= 70.0 * 365.0 {
        return Some(exact);
    }
    let micro = exact.rem_euclid(SECOND);
    Some(exact - micro + libm::rint(micro as f64 / 20.0) as i64 * 20)
}

/// The number of days of a moment.
pub fn days(moment: i64) -> f64 {
    let seconds = moment.div_euclid(SECOND) as f64 + moment.rem_euclid(SECOND) as f64 / 1.0e6;
    seconds / 86_400.0
}

/// The first moment that there is.
pub fn first() -> i64 {
    FIRST_DAY * DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_dates_agree() {
        assert_eq!(day_number(1970, 1, 1), 0);
        assert_eq!(day_number(2024, 2, 29), 19_782);
        for day in (FIRST_DAY..LAST_DAY).step_by(997).chain([FIRST_DAY, LAST_DAY, 59, 60, -1, 10_956, 11_016])
        {
            let [year, month, of_month] = date(day);
            assert_eq!(day_number(year, month, of_month), day, "{year}-{month}-{of_month}");
            assert!((1..=days_in(year, month)).contains(&of_month));
        }
        assert_eq!(weekday(day_number(2024, 1, 1)), 0);
    }

    #[test]
    fn months_end_where_they_end() {
        let last = day_number(2024, 1, 31) * DAY;
        assert_eq!(date(add_months(last, 1) / DAY), [2024, 2, 29]);
        assert_eq!(between(last, day_number(2024, 3, 1) * DAY), (1, DAY));
    }
}
