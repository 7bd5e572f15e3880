//! What is written beside the ticks of dates.

use super::dates::moment_value;
use super::domain::Domain;
use super::ticks::{DateUnit, Labels, calendar};
use crate::eval::args::Args;
use crate::eval::ctx::Ctx;
use crate::eval::exception::ExcKind;
use crate::eval::fault::{Fault, PyResult};

/// Makes the labels of dates.
#[derive(Clone)]
pub(crate) enum DateFormat {
    /// `DateFormatter`.
    Pattern(String),
    /// `AutoDateFormatter`.
    Auto,
    /// `ConciseDateFormatter`: the formats of ticks and of ticks that begin a larger unit, those of what is said once for
    /// all, each from years to seconds, and whether that is said.
    Concise(Box<[[String; 6]; 3]>, bool),
}

/// The settings `date.autoformatter.year` and so on, from years to microseconds.
const AUTO: [(DateUnit, &str); 7] = [
    (DateUnit::Year, "%Y"),
    (DateUnit::Month, "%Y-%m"),
    (DateUnit::Day, "%Y-%m-%d"),
    (DateUnit::Hour, "%m-%d %H"),
    (DateUnit::Minute, "%d %H:%M"),
    (DateUnit::Second, "%H:%M:%S"),
    (DateUnit::Microsecond, "%M:%S.%f"),
];

/// `ConciseDateFormatter`'s formats.
pub(crate) const CONCISE: [[&str; 6]; 3] = [
    ["%Y", "%b", "%d", "%H:%M", "%H:%M", "%S.%f"],
    ["", "%Y", "%b", "%b-%d", "%H:%M", "%H:%M"],
    ["", "%Y", "%Y-%b", "%Y-%b-%d", "%Y-%b-%d", "%Y-%b-%d %H:%M"],
];

/// A moment as text.
fn write(ctx: &mut Ctx, moment: i64, format: &str) -> PyResult<String> {
    if format.is_empty() {
        return Ok(String::new());
    }
    let date = moment_value(ctx, moment)?;
    let format = ctx.str(format)?;
    let text = ctx.call_method(&date, "strftime", Args::new(vec![format]))?;
    ctx.str_of(&text)
}

/// The moment of a tick.
pub(crate) fn moment_of(days: f64) -> PyResult<i64> {
    calendar::moment(days).ok_or_else(|| {
        Fault::new(
            ExcKind::ValueError,
            format!(
                "Date ordinal {days} is out of range (using epoch 1970-01-01T00:00:00); Matplotlib dates must be between \
                 year 0001 and 9999."
            ),
        )
    })
}

impl DateFormat {
    /// The labels of ticks at `places`.
    pub fn labels(&self, ctx: &mut Ctx, domain: &Domain, places: &[f64]) -> PyResult<Labels> {
        let moments: Vec<i64> = places.iter().map(|place| moment_of(*place)).collect::<PyResult<_>>()?;
        let pattern = match self {
            Self::Pattern(pattern) => pattern.as_str(),
            Self::Auto => {
                let unit = domain.date_unit();
                AUTO.iter().find(|(known, _)| *known == unit).map_or("%Y-%m-%d", |(_, pattern)| pattern)
            }
            Self::Concise(formats, shown) => return concise(ctx, domain, &moments, formats, *shown),
        };
        let ticks = moments.iter().map(|moment| write(ctx, *moment, pattern)).collect::<PyResult<_>>()?;
        Ok(Labels { ticks, offset: String::new() })
    }
}

/// Labels of what changes from tick to tick, and once for all of what does not.
fn concise(
    ctx: &mut Ctx,
    domain: &Domain,
    moments: &[i64],
    formats: &[[String; 6]; 3],
    shown: bool,
) -> PyResult<Labels> {
    let parts: Vec<[i64; 7]> = moments
        .iter()
        .map(|moment| {
            let own = calendar::parts(*moment);
            [own.year, own.month, own.day, own.hour, own.minute, own.second, own.micro]
        })
        .collect();
    let Some(first) = parts.first() else { return Ok(Labels { ticks: Vec::new(), offset: String::new() }) };
    let changes = |level: &usize| parts.iter().any(|own| own[*level] != first[*level]);
    let found = (0..6).rev().find(changes);
    let level = found.unwrap_or(5);
    // Ticks that show the year need not be told it again.
    let told = found.is_some_and(|level| level < 2) && parts.iter().any(|own| own[level] == 1);
    let begins = |own: &[i64; 7]| match level {
        5 => own[5] == 0 && own[6] == 0,
        level => own[level] == [0, 1, 1, 0, 0][level],
    };
    let mut ticks = Vec::with_capacity(moments.len());
    for (moment, own) in moments.iter().zip(&parts) {
        ticks.push(write(ctx, *moment, &formats[usize::from(begins(own))][level])?);
    }
    if level == 5 {
        let zeros = |text: &String| text.len() - text.trim_end_matches('0').len();
        let least = ticks.iter().filter(|text| text.contains('.')).map(zeros).min().unwrap_or(0);
        for text in ticks.iter_mut().filter(|text| least > 0 && text.contains('.')) {
            text.truncate(text.len() - least);
            text.truncate(text.trim_end_matches('.').len());
        }
    }
    let offset = match moments {
        [first, .., last] | [first @ last] if shown && !told => {
            write(ctx, if domain.inverted() { *first } else { *last }, &formats[2][level])?
        }
        _ => String::new(),
    };
    Ok(Labels { ticks, offset })
}
